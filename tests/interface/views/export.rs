//! Exports of the whole program, driven by keys: nothing is lost that nobody agreed to lose, and nothing is
//! written in another format than its name says.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use sahelscope::{command::Exported, io::formats, model::Lang, text::Catalogue, ui};
use tempfile::TempDir;

use crate::support::program::{self as start, Program, looking_at};

/// Three records, of which the window of 2022 shows two.
const RECORDS: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
{"type":"Feature","id":"one","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"incident","title":"First","date":"2022-03-04"}},
{"type":"Feature","id":"two","geometry":null,"properties":{"layer":"deployment","title":"Second","date":"2022-05"}},
{"type":"Feature","id":"three","geometry":null,"properties":{"layer":"incident","title":"Third"}}]}"#;

/// Frames that a job may take until it has answered.
const MOST_FRAMES: usize = 3_000;

pub(super) fn program() -> Program {
    let screen = start::window([1280.0, 800.0]).with_step_dt(1.0 / 20.0);
    let mut program = start::program(screen, looking_at("2022-01-01/2022-12-31", "en"));
    program.run_steps(8);
    program
}

/// A folder with `in.geojson` in it, and the program that has it open.
pub(super) fn with_a_file() -> (TempDir, Program) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in.geojson");
    fs::write(&file, RECORDS).unwrap();
    let mut program = program();
    program
        .state_mut()
        .open_at_start(vec![file], sahelscope::data::Said::default());
    wait_for(&mut program, "Opened in.geojson: 3 records.");
    (folder, program)
}

pub(super) fn is_there(program: &Program, label: &str) -> bool {
    program.query_all_by_label_contains(label).next().is_some()
}

/// Lets time pass until something is called `label`.
pub(super) fn wait_for(program: &mut Program, label: &str) {
    for _ in 0..MOST_FRAMES {
        program.run_steps(1);
        if is_there(program, label) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{label} never came: {:?}", labels(program));
}

/// All that can be read, for a test that failed.
fn labels(program: &Program) -> Vec<String> {
    let nodes = program.query_all_by(|node| node.label().is_some_and(|label| label.len() > 12));
    nodes
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

pub(super) fn press(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    program.run_steps(4);
}

/// Replaces what stands in the field for a path.
pub(super) fn type_path(program: &mut Program, path: &Path) {
    press(program, Modifiers::COMMAND, Key::A);
    let field = program.get_by_role_and_label(Role::TextInput, "Path");
    assert!(field.is_focused(), "the caret is in the field");
    field.type_text(path.to_str().unwrap());
    program.run_steps(2);
}

/// What stands in the field for a path.
pub(super) fn typed(program: &Program) -> String {
    let field = program.get_by_role_and_label(Role::TextInput, "Path");
    field.value().unwrap()
}

/// Exports to `path` by keys alone.
fn export_to(program: &mut Program, modifiers: Modifiers, path: &Path) {
    press(program, modifiers, Key::E);
    type_path(program, path);
    press(program, Modifiers::NONE, Key::Enter);
}

/// Takes down every message.
fn dismiss_all(program: &mut Program) {
    let is_up = |program: &Program| program.query_all_by_label("Dismiss").count() > 0;
    while is_up(program) {
        let first = program.query_all_by_label("Dismiss").next();
        first.unwrap().click();
        program.run_steps(4);
    }
}

/// A file that somebody wrote on 5 January 2022.
fn old_file(path: &Path) {
    fs::write(path, "old").unwrap();
    let noon = SystemTime::UNIX_EPOCH + Duration::from_hours(455_940);
    fs::File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(noon)
        .unwrap();
}

#[test]
fn an_export_asks_before_it_replaces_a_file_and_says_which_one() {
    let (folder, mut program) = with_a_file();
    let path = folder.path().join("out.geojson");
    old_file(&path);
    for modifiers in [Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT] {
        export_to(&mut program, modifiers, &path);
        wait_for(&mut program, "Replace this file?");
        assert!(is_there(&program, "out.geojson"));
        assert!(is_there(&program, "3 bytes"));
        assert!(is_there(&program, "5 January 2022"));
        assert!(is_there(&program, "12:00"));
        press(&mut program, Modifiers::NONE, Key::Escape);
        assert!(!is_there(&program, "Replace this file?"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}

#[test]
fn enter_pressed_once_too_often_leads_back_to_the_name_and_replaces_nothing() {
    let (folder, mut program) = with_a_file();
    let path = folder.path().join("out.geojson");
    old_file(&path);
    export_to(&mut program, Modifiers::COMMAND, &path);
    wait_for(&mut program, "Replace this file?");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(typed(&program), path.to_str().unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    let other = folder.path().join("other.geojson");
    type_path(&mut program, &other);
    press(&mut program, Modifiers::NONE, Key::Enter);
    wait_for(&mut program, "Exported 2 records");
    assert!(other.exists());
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn a_file_is_replaced_once_it_was_said_that_it_may_go() {
    let (folder, mut program) = with_a_file();
    let path = folder.path().join("out.geojson");
    old_file(&path);
    export_to(&mut program, Modifiers::COMMAND, &path);
    wait_for(&mut program, "Replace this file?");
    program
        .get_by_role_and_label(Role::Button, "Replace")
        .click();
    wait_for(&mut program, "Exported 2 records");
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.contains("\"one\"") && !written.contains("\"three\""));
}

#[test]
fn a_file_that_changed_while_the_question_stood_is_asked_about_again() {
    let (folder, mut program) = with_a_file();
    let path = folder.path().join("out.geojson");
    old_file(&path);
    export_to(&mut program, Modifiers::COMMAND, &path);
    wait_for(&mut program, "3 bytes");
    fs::write(&path, "newer").unwrap();
    program
        .get_by_role_and_label(Role::Button, "Replace")
        .click();
    wait_for(&mut program, "5 bytes");
    assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
}

#[test]
fn a_subset_never_goes_over_an_open_source() {
    let (folder, mut program) = with_a_file();
    let source = folder.path().join("in.geojson");
    fs::create_dir(folder.path().join("sub")).unwrap();
    let mut ways = vec![source.clone(), folder.path().join("sub/../in.geojson")];
    if cfg!(unix) {
        let (soft, hard) = (
            folder.path().join("soft.geojson"),
            folder.path().join("hard.geojson"),
        );
        #[cfg(unix)]
        std::os::unix::fs::symlink(&source, &soft).unwrap();
        fs::hard_link(&source, &hard).unwrap();
        ways.extend([soft, hard]);
    }
    for way in ways {
        for modifiers in [Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT] {
            export_to(&mut program, modifiers, &way);
            wait_for(
                &mut program,
                "is open, and an export holds only a part of it",
            );
            assert_eq!(fs::read_to_string(&source).unwrap(), RECORDS, "{way:?}");
            dismiss_all(&mut program);
        }
    }
}

#[test]
fn changes_never_go_over_an_open_source_either() {
    let (folder, mut program) = with_a_file();
    let source = folder.path().join("in.geojson");
    press(&mut program, Modifiers::NONE, Key::A);
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    program.get_by_label("Write the changes to a file").click();
    program.run_steps(4);
    type_path(&mut program, &source);
    press(&mut program, Modifiers::NONE, Key::Enter);
    wait_for(
        &mut program,
        "is open, and an export holds only a part of it",
    );
    assert_eq!(fs::read_to_string(&source).unwrap(), RECORDS);
}

#[test]
fn ctrl_s_saves_nothing_exports_nothing_and_says_so() {
    let mut program = program();
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert!(is_there(&program, "There is nothing to save"));
    assert!(program.query_by_label("Export to a file").is_none());
}

#[test]
fn an_ending_that_is_no_format_is_refused_with_those_that_are() {
    let (folder, mut program) = with_a_file();
    let path = folder.path().join("map.png");
    export_to(&mut program, Modifiers::COMMAND, &path);
    for part in [
        "map.png was not written",
        ".geojson, .geojsonl, .csv, .kml, .kmz, .zip, .gpkg, .parquet, .geoparquet, .xlsx",
    ] {
        wait_for(&mut program, part);
    }
    assert!(!path.exists());
    let nameless = folder.path().join("map");
    type_path(&mut program, &nameless);
    press(&mut program, Modifiers::NONE, Key::Enter);
    wait_for(&mut program, "Call it map.geojson");
    assert!(!nameless.exists() && !folder.path().join("map.geojson").exists());
}

#[test]
fn choosing_a_format_changes_the_ending_and_says_what_it_loses() {
    let (folder, mut program) = with_a_file();
    press(&mut program, Modifiers::COMMAND, Key::E);
    type_path(&mut program, &folder.path().join("map.png"));
    for format in formats::written() {
        program
            .get_by_role_and_label(Role::Button, format.name)
            .click();
        program.run_steps(4);
        let path = folder.path().join("map").with_extension(format.ending());
        assert_eq!(typed(&program), path.to_str().unwrap());
        let loss = format.losses.unwrap_or("export-loss-none");
        assert!(
            is_there(&program, Catalogue::new(Lang::En).get(loss)),
            "{format:?}"
        );
    }
    program
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    wait_for(&mut program, "Exported 2 records");
    // The last one that was chosen.
    let last = formats::written().last().unwrap();
    let path = folder.path().join("map").with_extension(last.ending());
    assert!(!fs::read(path).unwrap().is_empty());
}

#[test]
fn the_dialog_says_how_many_records_go_out_and_stay() {
    let (_folder, mut program) = with_a_file();
    press(&mut program, Modifiers::COMMAND, Key::E);
    wait_for(
        &mut program,
        "Goes out: 2 certain + 0 possible, 1 of them without a place",
    );
    assert!(is_there(
        &program,
        "Stays behind: 0 outside the window, 0 filtered out, 1 undated"
    ));
}

#[test]
fn a_refusal_names_the_endings_in_every_language() {
    for lang in Lang::ALL {
        let words = Catalogue::plain(lang);
        for what in [Exported::Shown, Exported::Tray, Exported::Changes] {
            let said = |path: &str| ui::dialog::refusal(&words, what, Path::new(path));
            assert_eq!(said("map.geojson"), None);
            let refusal = said("map.png").unwrap();
            for ending in what.endings() {
                assert!(refusal.contains(&format!(".{ending}")), "{refusal}");
            }
            assert!(said("map").unwrap().contains("map.geojson"));
        }
    }
}
