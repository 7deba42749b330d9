use crate::model::RowId;
use std::{fmt::Write, sync::mpsc::Sender};

use super::*;
use crate::{
    data::FileOrigin,
    io::{ReadError, ReadErrorKind, Watch, read::read_part},
    settings::Loaded,
    work::Progress,
};

/// The end of the channels that drafts of a file and the whole of it come from.
struct File {
    drafts: Sender<Opened>,
    whole: Sender<ReadFiles>,
}

/// The program while a file is read.
fn reading() -> (App, File) {
    let loaded = Loaded::default();
    let mut app = App::new(&egui::Context::default(), loaded, None).unwrap();
    let (job, drafts, whole) = Job::by_hand();
    app.opening = Some(FilesOpening {
        job,
        shelved: None,
        session: None,
        then: Vec::new(),
    });
    (app, File { drafts, whole })
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
    let source = FileOrigin::File("a.ndjson".into());
    let part = read_part("a.ndjson", source, text.into_bytes(), &Watch::nobody()).unwrap();
    Opened::of(vec![part], &Progress::default()).unwrap()
}

/// Whether what is open is asked about, and not something before it.
fn is_answered(app: &App) -> bool {
    let document = &app.state.document;
    let is_of = document
        .engine()
        .answers(&document.dataset, &document.filter);
    is_of && !document.answers.derived.is_behind()
}

fn draft(app: &mut App, file: &File, count: usize) {
    file.drafts.send(first(count)).unwrap();
    app.take_drafts();
    assert_eq!(app.state.document.dataset.len(), count);
    assert!(app.is_drafting());
}

fn finish(app: &mut App, file: &File, result: Result<Opened, ReadErrorKind>) {
    let result = result.map_err(|kind| ReadError {
        file: "a.ndjson".to_owned(),
        kind,
    });
    let read = ReadFiles {
        files: vec!["a.ndjson".into()],
        result,
        lost: Vec::new(),
        unfit: Vec::new(),
        joined: None,
        is_said: false,
    };
    // Nobody may wait for it any more.
    let _ = file.whole.send(read);
    app.take_finished(&egui::Context::default());
    assert!(!app.is_drafting());
}

#[test]
fn records_appear_while_a_file_is_read_and_the_camera_moves_once() {
    let (mut app, file) = reading();
    draft(&mut app, &file, 60);
    assert!(app.map.camera.is_moving());
    let seen = app.map.camera.pose();
    app.map.camera.look_at(seen);
    let first_window = app.state.document.filter.window;
    app.state.document.selection.selected = Some(RowId::new(7));
    draft(&mut app, &file, 20_000);
    assert_ne!(app.state.document.filter.window, first_window);
    assert!(is_answered(&app), "nothing is waited for");
    finish(&mut app, &file, Ok(first(30_000)));
    assert_eq!(app.state.document.dataset.len(), 30_000);
    assert!(is_answered(&app));
    assert_eq!(app.state.document.selection.selected, Some(RowId::new(7)));
    assert_eq!(app.map.camera.pose(), seen);
    assert!(!app.map.camera.is_moving());
}

#[test]
fn what_was_open_comes_back_when_loading_is_cancelled_or_fails() {
    for kind in [ReadErrorKind::Cancelled, ReadErrorKind::ChangedWhileReading] {
        let (mut app, file) = reading();
        let (former, filter) = (
            Arc::clone(&app.state.document.dataset),
            app.state.document.filter.clone(),
        );
        let camera = app.map.camera.pose();
        draft(&mut app, &file, 60);
        draft(&mut app, &file, 11_000);
        app.state.document.filter.text = "something else".to_owned();
        finish(&mut app, &file, Err(kind));
        assert!(Arc::ptr_eq(&app.state.document.dataset, &former));
        assert_eq!(app.state.document.filter, filter);
        assert_eq!(app.map.camera.pose(), camera);
        assert!(is_answered(&app));
    }
}

#[test]
fn a_file_that_nobody_waits_for_changes_nothing() {
    let (mut app, file) = reading();
    draft(&mut app, &file, 60);
    app.stop_opening();
    finish(&mut app, &file, Ok(first(70)));
    assert!(app.state.document.dataset.is_bundled());
}

#[test]
fn cancel_brings_back_what_was_open_before_the_threads_have_heard_of_it() {
    let (mut app, file) = reading();
    draft(&mut app, &file, 60);
    let mut commands = crate::command::Commands::default();
    commands.push(crate::command::FileCommand::Cancel);
    app.dispatch(&egui::Context::default(), &mut commands);
    assert!(app.state.document.dataset.is_bundled());
    let said = app.state.notices.list().len();
    finish(&mut app, &file, Err(ReadErrorKind::Cancelled));
    assert!(app.state.document.dataset.is_bundled());
    assert_eq!(app.state.notices.list().len(), said, "it is said once");
}

#[test]
fn half_a_file_is_not_exported() {
    let (mut app, file) = reading();
    draft(&mut app, &file, 60);
    let command = crate::command::FileCommand::Export {
        what: crate::command::Exported::Shown,
        path: "out.geojson".into(),
    };
    let mut commands = crate::command::Commands::default();
    commands.push(command);
    app.dispatch(&egui::Context::default(), &mut commands);
    assert!(app.state.chrome.jobs.exports.is_empty());
}
