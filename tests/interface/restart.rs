//! What outlives the window, and what is said when it cannot.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, path::Path, thread::sleep, time::Duration};

use egui::Key;
use egui_kittest::kittest::Queryable;
use sahelscope::{
    app::App,
    data::{Dataset, Said},
    io::{Watch, read},
    model::{DateOrder, RowId, Zone},
    settings::{self, Loaded, Session, Settings},
};

use crate::support::program::{Program, program_of, window};

/// The program as it starts with what is kept at `path`.
fn started(path: &Path) -> Program {
    program_of(
        window([1200.0, 800.0]),
        settings::load(path),
        Some(path.to_path_buf()),
    )
}

/// Lets the moments pass after which things are kept, and their threads end.
fn rest(program: &mut Program) {
    for _ in 0..8 {
        program.run_steps(20);
        sleep(Duration::from_millis(30));
    }
}

/// How many labels say what `words` begins with.
fn said(program: &Program, words: &str) -> usize {
    program
        .query_all_by(|node| {
            let texts = [node.label(), node.value()];
            texts.iter().flatten().any(|text| text.starts_with(words))
        })
        .count()
}

#[test]
fn settings_that_cannot_be_read_are_left_alone_and_that_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    fs::create_dir(&path).unwrap();
    let mut program = started(&path);
    assert_eq!(said(&program, "The settings are at"), 1);
    for _ in 0..3 {
        program.key_press(Key::T);
        rest(&mut program);
        let failed = said(
            &program,
            "Settings, bookmarks or what is open could not be saved",
        );
        assert_eq!(failed, 1);
    }
    assert!(path.is_dir());
}

#[test]
fn settings_are_kept_a_moment_after_they_change_and_not_only_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let mut program = started(&path);
    let was_open = Settings::default().table.is_open;
    program.key_press(Key::T);
    rest(&mut program);
    assert_eq!(settings::load(&path).settings.table.is_open, !was_open);
}

const FIRST: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
  {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"incident","title":"Alpha","date":"2022-03-05"}},
  {"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[-3,15]},"properties":{"layer":"delivery","title":"Beta","date":"2022-04-05"}}
]}"#;
const SECOND: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
  {"type":"Feature","id":"c","geometry":{"type":"Point","coordinates":[-2,16]},"properties":{"layer":"incident","title":"Gamma","date":"2023-03-05"}}
]}"#;

/// What is kept at `path`, with these files open in it.
fn with_files(path: &Path, files: &[&Path]) -> Loaded {
    let loaded = settings::load(path);
    let files = files.iter().map(|file| file.to_path_buf()).collect();
    Loaded {
        session: Session {
            files,
            ..loaded.session
        },
        ..loaded
    }
}

fn kept(path: &Path) -> Session {
    settings::load(path).session
}

/// What is kept after one condition was changed, so that all of it is written anew, but for that condition.
fn kept_but_certain(program: &mut Program, path: &Path) -> Session {
    let certain = |session: &Session| session.view.as_ref().unwrap().filter.certain_only;
    let before = kept(path);
    program.key_press(Key::C);
    rest(program);
    let mut after = kept(path);
    assert_ne!(certain(&after), certain(&before));
    let view = after.view.as_mut().unwrap();
    view.filter.certain_only = certain(&before);
    after
}

#[test]
fn after_a_crash_what_was_open_comes_back_as_it_was_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let (first, second) = (
        folder.path().join("a.geojson"),
        folder.path().join("b.geojson"),
    );
    fs::write(&first, FIRST).unwrap();
    fs::write(&second, SECOND).unwrap();
    let mut program = started(&path);
    open(&mut program, &[&first, &second]);
    assert_eq!(kept(&path).files, [first.clone(), second.clone()]);
    // A record, a layer that is hidden, only what is certain.
    program.key_press(Key::N);
    rest(&mut program);
    program.key_press(Key::C);
    rest(&mut program);
    let before = kept(&path);
    assert_eq!(before.selected.as_ref().unwrap().id.as_deref(), Some("a"));
    assert!(before.view.as_ref().unwrap().camera.is_some());
    // As in a crash: nothing is written any more.
    drop(program);
    let mut program = started(&path);
    rest(&mut program);
    assert!(said(&program, "Alpha") > 0);
    assert_eq!(kept_but_certain(&mut program, &path), before);
}

#[test]
fn of_the_last_session_what_is_missing_is_said_and_the_rest_is_open_and_nothing_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let (first, gone) = (
        folder.path().join("a.geojson"),
        folder.path().join("gone.geojson"),
    );
    fs::write(&first, FIRST).unwrap();
    let loaded = with_files(&path, &[&gone, &first]);
    let keeper = settings::SessionKeeper::new(&path, Session::default());
    keeper.save(loaded.session.clone(), 1).unwrap();
    let mut program = started(&path);
    rest(&mut program);
    let sentence = "Of what was open last, this could not be opened again: gone.geojson";
    assert_eq!(said(&program, sentence), 1);
    // Nothing was changed: the disk of the other may only not be plugged in.
    rest(&mut program);
    assert_eq!(kept(&path), loaded.session);
    program.get_by_label("Start fresh").click();
    rest(&mut program);
    assert_eq!(said(&program, sentence), 0);
    let session = kept(&path);
    assert_eq!((session.files.len(), session.selected), (0, None));
    let camera = session.view.unwrap().camera.unwrap();
    let shows_mali = (10.0..25.0).contains(&camera.lat) && (-12.5..4.5).contains(&camera.lon);
    assert!(shows_mali, "{camera:?}");
}

#[test]
fn the_window_of_the_bundled_records_comes_back_in_the_first_frame() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let mut program = started(&path);
    program.key_press(Key::N);
    rest(&mut program);
    let before = kept(&path);
    assert!(before.selected.is_some());
    // As in a crash: nothing is written any more.
    drop(program);
    let loaded = settings::load(&path);
    let mut program = window([1200.0, 800.0])
        .build_eframe(|creation| App::new(&creation.egui_ctx, loaded, Some(path.clone())).unwrap());
    program.step();
    assert_eq!(said(&program, "Of what was open last"), 0);
    assert_eq!(kept_but_certain(&mut program, &path), before);
}

/// Opens files as a drop on the window would.
fn open(program: &mut Program, files: &[&Path]) {
    let files: Vec<_> = files.iter().map(|file| file.to_path_buf()).collect();
    program
        .state_mut()
        .open_at_start(files, sahelscope::data::Said::default());
    rest(program);
}

#[test]
fn a_panel_is_as_large_at_the_next_start_as_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let height = |program: &Program| {
        let edge = program.get_by_label("Resize the timeline");
        edge.rect().center().y
    };
    let mut program = started(&path);
    let before = height(&program);
    // Just inside the panel, where its edge can be taken hold of.
    let from = egui::pos2(600.0, before + 2.0);
    program.hover_at(from);
    program.run_steps(2);
    program.drag_at(from);
    program.run_steps(2);
    for step in [20.0, 40.0, 60.0] {
        program.hover_at(from - egui::vec2(0.0, step));
        program.run_steps(2);
    }
    program.drop_at(from - egui::vec2(0.0, 60.0));
    rest(&mut program);
    let made = height(&program);
    assert!(made < before - 30.0, "{before} {made}");
    drop(program);
    let program = started(&path);
    assert!((height(&program) - made).abs() < 1.0);
}

#[test]
fn what_is_said_at_the_start_about_reading_a_file_holds_when_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.json");
    let file = folder.path().join("a.csv");
    fs::write(&file, "name,date,lat,lon\nAlpha,03/04/2022 14:30,14,-4\n").unwrap();
    let said = Said {
        date_order: Some(DateOrder::Dmy),
        zone: Zone::named("Africa/Bamako"),
        ..Said::default()
    };
    let mut program = started(&path);
    let files = vec![file.clone()];
    program.state_mut().open_at_start(files, said);
    rest(&mut program);
    drop(program);
    let mut part = read::read_file(&file, &Watch::nobody()).unwrap();
    assert!(settings::load(&path).settings.layouts.apply(&mut part));
    let dataset = Dataset::from_parts(vec![part]);
    let record = dataset.record(RowId::new(0)).unwrap();
    let date = record.date.as_ref().map(|date| date.text().to_owned());
    assert_eq!(date.as_deref(), Some("2022-04-03T14:30Z"));
}

#[test]
fn a_window_that_is_made_smaller_still_shows_all_that_was_fitted_into_it() {
    let camera = |sizes: &[[f32; 2]]| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let mut program = program_of(window(sizes[0]), settings::load(&path), Some(path.clone()));
        rest(&mut program);
        for size in sizes {
            program.set_size((*size).into());
            rest(&mut program);
        }
        // A session is kept as soon as something was changed.
        program.key_press(Key::C);
        rest(&mut program);
        kept(&path).view.unwrap().camera.unwrap()
    };
    let (small, large) = ([900.0, 600.0], [1440.0, 900.0]);
    let (made_smaller, begun) = (camera(&[large, small]), camera(&[small]));
    assert!(
        (made_smaller.zoom - begun.zoom).abs() < 0.01,
        "{made_smaller:?} {begun:?}"
    );
}
