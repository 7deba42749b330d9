//! Records are changed in the window: the form, undo, saving, and what is there again after a crash.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::Path, thread::sleep, time::Duration};

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use sahelscope::settings::{Loaded, Session, Settings};
use serde_json::Value;

use crate::support::program::{Program, program, program_of, window};

pub(crate) const SIZE: [f32; 2] = [1280.0, 900.0];

/// The program with a folder for the copies of its records, which speaks English.
pub(crate) fn settings(folder: &Path) -> Settings {
    Settings {
        language: Some("en".to_owned()),
        author: Some("Aminata".to_owned()),
        records_folder: Some(folder.to_path_buf()),
        ..Settings::default()
    }
}

pub(crate) fn rest(program: &mut Program) {
    for _ in 0..6 {
        program.run_steps(10);
        sleep(Duration::from_millis(20));
    }
}

pub(crate) fn says(program: &Program, words: &str) -> bool {
    program
        .query_all_by(|node| {
            let texts = [node.label(), node.value()];
            texts.iter().flatten().any(|text| text.contains(words))
        })
        .next()
        .is_some()
}

pub(crate) fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    rest(program);
}

/// Opens the form of a record and writes `text` in the field called `name`.
pub(crate) fn write(program: &mut Program, name: &str, text: &str) {
    program.get_by_role_and_label(Role::TextInput, name).focus();
    program.run_steps(2);
    program.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.run_steps(1);
    program.event(Event::Text(text.to_owned()));
    program.run_steps(2);
}

/// The file with GeoJSON in a folder, and the lines of its log.
pub(crate) fn kept(folder: &Path) -> (Value, usize) {
    let text = fs::read_to_string(folder.join("mali.geojson")).unwrap();
    let log = fs::read_to_string(folder.join("mali.geojson.log/Aminata.jsonl"));
    (
        serde_json::from_str(&text).unwrap(),
        log.unwrap_or_default().lines().count(),
    )
}

fn has_title(file: &Value, title: &str) -> bool {
    let features = file["features"].as_array().unwrap();
    features
        .iter()
        .any(|feature| feature["properties"]["title"] == title)
}

#[test]
fn what_is_typed_is_in_the_log_at_once_and_in_the_file_when_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    write(&mut program, "Title, English", "Written here");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(says(&program, "One unsaved change"));
    let (file, lines) = kept(folder.path());
    assert!(!has_title(&file, "Written here"));
    assert_eq!(lines, 1);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    assert!(!says(&program, "unsaved change"));
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(says(&program, "One unsaved change"));
    let before = fs::read(folder.path().join("mali.geojson")).unwrap();
    // Saving takes what is being typed along.
    write(&mut program, "Place, English", "Somewhere else");
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert!(!says(&program, "unsaved change"));
    let (file, _) = kept(folder.path());
    assert!(has_title(&file, "Written here"));
    let after = fs::read_to_string(folder.path().join("mali.geojson")).unwrap();
    assert!(after.contains("Somewhere else"));
    let before = String::from_utf8(before).unwrap();
    let changed = after
        .lines()
        .zip(before.lines())
        .filter(|(one, other)| one != other);
    assert_eq!(changed.count(), 2, "every other line is as it was");
}

#[test]
fn what_was_saved_and_taken_back_counts_as_one_change_beside_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    write(&mut program, "Title, English", "Written first");
    press(&mut program, Modifiers::COMMAND, Key::S);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    assert!(says(&program, "One unsaved change"));
    write(&mut program, "Title, English", "Written then");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(says(&program, "2 unsaved changes"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert!(!says(&program, "unsaved change"));
    let (file, _) = kept(folder.path());
    assert!(has_title(&file, "Written then") && !has_title(&file, "Written first"));
}

/// The one who saves after another has changed the file does not lose that a saved change was taken back.
#[test]
fn what_was_taken_back_since_it_was_saved_goes_on_top_of_what_somebody_else_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    write(&mut program, "Title, English", "Taken back");
    press(&mut program, Modifiers::COMMAND, Key::S);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    let path = folder.path().join("mali.geojson");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n")).unwrap();
    press(&mut program, Modifiers::COMMAND, Key::S);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let (file, _) = kept(folder.path());
    assert!(!has_title(&file, "Taken back"));
}

#[test]
fn what_was_not_saved_is_there_again_at_the_next_start_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    {
        let mut program = program(window(SIZE), settings(folder.path()));
        press(&mut program, Modifiers::NONE, Key::N);
        press(&mut program, Modifiers::NONE, Key::E);
        write(&mut program, "Title, English", "Not saved");
        press(&mut program, Modifiers::NONE, Key::Enter);
    }
    let (file, _) = kept(folder.path());
    assert!(!has_title(&file, "Not saved"));
    let loaded = Loaded {
        session: Session {
            files: vec![folder.path().join("mali.geojson")],
            ..Session::default()
        },
        ..Loaded::from(settings(folder.path()))
    };
    let mut program = program_of(window(SIZE), loaded, None);
    // Reading is done on another thread.
    for _ in 0..100 {
        rest(&mut program);
        if says(&program, "is there again") {
            break;
        }
    }
    assert!(says(&program, "is there again"));
    assert!(says(&program, "One unsaved change"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert!(has_title(&kept(folder.path()).0, "Not saved"));
}

#[test]
fn a_record_is_begun_and_taken_away_with_a_reason_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    let count = |folder: &Path| kept(folder).0["features"].as_array().unwrap().len();
    press(&mut program, Modifiers::COMMAND, Key::N);
    write(&mut program, "Title, English", "Begun here");
    press(&mut program, Modifiers::COMMAND, Key::S);
    let before = count(folder.path());
    assert!(has_title(&kept(folder.path()).0, "Begun here"));
    program.get_by_label("Delete the record…").click();
    rest(&mut program);
    let why = "Why it is deleted; the log keeps the reason and the record";
    write(&mut program, why, "It was a test");
    program.get_by_label("Delete").click();
    rest(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(count(folder.path()), before - 1);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(count(folder.path()), before);
    assert!(has_title(&kept(folder.path()).0, "Begun here"));
}

#[test]
fn what_somebody_else_has_written_meanwhile_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    write(&mut program, "Title, English", "Mine");
    press(&mut program, Modifiers::NONE, Key::Enter);
    let path = folder.path().join("mali.geojson");
    let theirs = fs::read_to_string(&path)
        .unwrap()
        .replace("\"license\"", "\"theirs\": true, \"license\"");
    fs::write(&path, &theirs).unwrap();
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert!(says(&program, "was changed by somebody else"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    let file = kept(folder.path()).0;
    assert!(has_title(&file, "Mine") && file["theirs"] == true);
}

#[test]
fn marked_rows_get_one_value_in_one_step_and_the_form_tells_what_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::T);
    rest(&mut program);
    program.get_by_label("Change all marked records").click();
    rest(&mut program);
    write(&mut program, "New value; empty takes it away", "denied");
    program.get_by_label("Change one record").click();
    rest(&mut program);
    assert!(says(&program, "One record was changed"));
    press(&mut program, Modifiers::NONE, Key::E);
    for _ in 0..50 {
        rest(&mut program);
        if says(&program, "/properties/status") {
            break;
        }
    }
    assert!(says(&program, "\"denied\""));
    let denied = |folder: &Path| {
        let features = kept(folder).0["features"].as_array().unwrap().clone();
        features
            .iter()
            .filter(|it| it["properties"]["status"] == "denied")
            .count()
    };
    let before = denied(folder.path());
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(denied(folder.path()), before + 1);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(denied(folder.path()), before);
}

#[test]
fn a_double_click_on_a_value_opens_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::N);
    assert!(!says(&program, "Latitude, longitude"));
    let value = program.get_by_label("When").rect().center();
    for _ in 0..2 {
        for pressed in [true, false] {
            program.event(Event::PointerMoved(value));
            program.event(Event::PointerButton {
                pos: value,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            program.run_steps(1);
        }
    }
    rest(&mut program);
    assert!(says(&program, "Latitude, longitude"));
}
