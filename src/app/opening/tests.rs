use std::{fmt::Write, sync::mpsc::Sender};

use super::*;
use crate::{
    io::{ReadErrorKind, Watch, read::read_part},
    settings::Loaded,
    store::PartSource,
    task::Progress,
};

const JOB: JobId = 7000;

/// The program while a file is read, and the end of the channel that drafts come from.
fn reading() -> (App, Sender<Opened>) {
    let loaded = Loaded::default();
    let mut app = App::new(&egui::Context::default(), loaded, None).unwrap();
    let (sender, drafts) = channel();
    app.opening = Some(Opening {
        job: JOB,
        drafts,
        former: None,
        session: None,
    });
    (app, sender)
}

/// The first `count` records of a file.
fn first(count: usize) -> Opened {
    let mut text = String::new();
    for number in 0..count {
        writeln!(
            text,
            r#"{{"type":"Feature","id":"r-{number}","geometry":{{"type":"Point","coordinates":[{},14]}},"properties":{{"layer":"incident","date":"{}-05"}}}}"#,
            number % 90,
            1900 + number % 120,
        )
        .unwrap();
    }
    let source = PartSource::File("a.ndjson".into());
    let part = read_part("a.ndjson", source, text.into_bytes(), &Watch::nobody()).unwrap();
    Opened::of(vec![part], &Progress::default()).unwrap()
}

/// Whether what is open is asked about, and not something before it.
fn is_answered(app: &App) -> bool {
    let (derived, state) = (&app.state.derived, &app.state);
    derived.engine().answers(&state.dataset, &state.filter) && !derived.is_behind()
}

fn draft(app: &mut App, sender: &Sender<Opened>, count: usize) {
    sender.send(first(count)).unwrap();
    app.take_drafts();
    assert_eq!(app.state.dataset.len(), count);
    assert!(app.is_drafting());
}

fn finish(app: &mut App, result: Result<Opened, ReadErrorKind>) {
    let result = result.map_err(|kind| ReadError {
        file: "a.ndjson".to_owned(),
        kind,
    });
    app.opened(JOB, vec!["a.ndjson".into()], result, &[]);
    assert!(!app.is_drafting());
}

#[test]
fn records_appear_while_a_file_is_read_and_the_camera_moves_once() {
    let (mut app, sender) = reading();
    draft(&mut app, &sender, 60);
    assert!(app.map.camera.is_moving());
    let seen = app.map.camera.pose();
    app.map.camera.look_at(seen);
    let first_window = app.state.filter.window;
    app.state.selection.selected = Some(7);
    draft(&mut app, &sender, 20_000);
    assert_ne!(app.state.filter.window, first_window);
    assert!(is_answered(&app), "nothing is waited for");
    finish(&mut app, Ok(first(30_000)));
    assert_eq!(app.state.dataset.len(), 30_000);
    assert!(is_answered(&app));
    assert_eq!(app.state.selection.selected, Some(7));
    assert_eq!(app.map.camera.pose(), seen);
    assert!(!app.map.camera.is_moving());
}

#[test]
fn what_was_open_comes_back_when_loading_is_cancelled_or_fails() {
    for kind in [ReadErrorKind::Cancelled, ReadErrorKind::ChangedWhileReading] {
        let (mut app, sender) = reading();
        let (former, filter) = (Arc::clone(&app.state.dataset), app.state.filter.clone());
        let camera = app.map.camera.pose();
        draft(&mut app, &sender, 60);
        draft(&mut app, &sender, 11_000);
        app.state.filter.text = "something else".to_owned();
        finish(&mut app, Err(kind));
        assert!(Arc::ptr_eq(&app.state.dataset, &former));
        assert_eq!(app.state.filter, filter);
        assert_eq!(app.map.camera.pose(), camera);
        assert!(is_answered(&app));
    }
}

#[test]
fn a_file_that_nobody_waits_for_changes_nothing() {
    let (mut app, sender) = reading();
    draft(&mut app, &sender, 60);
    app.stop_opening();
    app.opened(JOB, vec!["a.ndjson".into()], Ok(first(70)), &[]);
    assert!(app.state.dataset.is_bundled());
}

#[test]
fn cancel_brings_back_what_was_open_before_the_threads_have_heard_of_it() {
    let (mut app, sender) = reading();
    draft(&mut app, &sender, 60);
    let mut commands = crate::command::Commands::default();
    commands.push(crate::command::FileCommand::Cancel);
    app.dispatch(&egui::Context::default(), &mut commands);
    assert!(app.state.dataset.is_bundled());
    let said = app.state.notices.list().len();
    finish(&mut app, Err(ReadErrorKind::Cancelled));
    assert!(app.state.dataset.is_bundled());
    assert_eq!(app.state.notices.list().len(), said, "it is said once");
}

#[test]
fn half_a_file_is_not_exported() {
    let (mut app, sender) = reading();
    draft(&mut app, &sender, 60);
    let command = crate::command::FileCommand::Export {
        what: crate::command::Exported::Shown,
        path: "out.geojson".into(),
    };
    let mut commands = crate::command::Commands::default();
    commands.push(command);
    app.dispatch(&egui::Context::default(), &mut commands);
    let mut jobs = app.tasks.running().iter();
    assert!(jobs.all(|job| job.subject.is_empty()), "no export");
}
