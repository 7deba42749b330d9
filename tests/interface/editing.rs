//! Controls of the form, cells of the table and places of the map through which records are changed.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::Path};

use egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use serde_json::{Value, json};

use super::authoring::{SIZE, kept, press, rest, says, settings, write};
use crate::support::program::{Program, program, window};

/// The program with the form of a record open.
fn form(folder: &Path) -> Program {
    let mut program = program(window(SIZE), settings(folder));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::NONE, Key::E);
    program
}

fn click(program: &mut Program, name: &str) {
    // What is scrolled out of view is pressed all the same.
    program.get_by_label(name).click_accesskit();
    rest(program);
}

/// Writes in a field and leaves it.
fn enter(program: &mut Program, name: &str, text: &str) {
    write(program, name, text);
    press(program, Modifiers::NONE, Key::Enter);
}

/// The properties of the record whose title is this.
fn properties(folder: &Path, title: &str) -> Value {
    let file = kept(folder).0;
    let features = file["features"].as_array().unwrap();
    let mut own = features.iter().map(|it| &it["properties"]);
    own.find(|it| it["title"] == title).unwrap().clone()
}

#[test]
fn claims_quantities_and_links_have_fields_and_nothing_is_written_before_one_is_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    press(&mut program, Modifiers::COMMAND, Key::N);
    enter(&mut program, "Title, English", "Begun here");
    let (_, lines) = kept(folder.path());
    click(&mut program, "Add a claim");
    assert_eq!(kept(folder.path()).1, lines);
    enter(&mut program, "Who says it, English", "A witness");
    enter(&mut program, "Who says it, Français", "Un témoin");
    assert_eq!(kept(folder.path()).1, lines + 2);
    click(&mut program, "Add a quantity");
    enter(&mut program, "How many", "~200");
    assert!(says(&program, "1. ~200"));
    enter(&mut program, "What is counted, Français", "hommes");
    click(&mut program, "Add a related record");
    enter(&mut program, "Id of the other record", "somewhere-else");
    click(&mut program, "Part of");
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    assert_eq!(
        own["claims"],
        json!([{"by": "A witness", "by:fr": "Un témoin"}])
    );
    assert_eq!(
        own["quantities"],
        json!([{"circa": true, "high": 200, "low": 200, "what:fr": "hommes"}])
    );
    assert_eq!(
        own["related"],
        json!([{"id": "somewhere-else", "as": "part-of"}])
    );
    click(&mut program, "Remove the related record");
    for _ in 0..2 {
        press(&mut program, Modifiers::COMMAND, Key::Z);
    }
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    assert_eq!(own["related"], json!([{"id": "somewhere-else"}]));
}

#[test]
fn what_is_no_number_of_things_is_said_and_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    click(&mut program, "Add equipment");
    enter(&mut program, "How many", "a few");
    assert!(says(&program, "This is not a number of things"));
    assert!(!says(&program, "unsaved change"));
}

#[test]
fn a_place_that_the_program_knows_gives_names_and_point_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    press(&mut program, Modifiers::COMMAND, Key::N);
    enter(&mut program, "Title, English", "Begun here");
    let (_, lines) = kept(folder.path());
    write(&mut program, "Place, English", "tombouc");
    rest(&mut program);
    let offers = program.get_all_by_role_and_label(Role::Button, "Timbuktu");
    let town = offers.into_iter().next().unwrap();
    town.click_accesskit();
    rest(&mut program);
    assert_eq!(kept(folder.path()).1, lines + 1);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    assert_eq!(own["place:fr"], "Tombouctou");
    assert_eq!(own["place_precision"], "town");
}

#[test]
fn a_record_that_is_pointed_out_is_the_one_that_is_related() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    press(&mut program, Modifiers::COMMAND, Key::N);
    enter(&mut program, "Title, English", "Begun here");
    click(&mut program, "Add a related record");
    click(&mut program, "Point out the record");
    press(&mut program, Modifiers::NONE, Key::N);
    rest(&mut program);
    // Back at the form of the first one.
    assert!(says(&program, "Begun here"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    assert!(own["related"][0]["id"].is_string(), "{own}");
}

#[test]
fn a_cell_of_the_table_is_typed_in_and_dropped_with_escape() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::NONE, Key::T);
    press(&mut program, Modifiers::NONE, Key::N);
    let row = program.get_all_by_role(Role::Row).next().unwrap().rect();
    press_at(&mut program, row.center(), PointerButton::Primary);
    rest(&mut program);
    press(&mut program, Modifiers::NONE, Key::F2);
    program.event(Event::Text("Typed in the table".to_owned()));
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(says(&program, "One unsaved change"));
    press(&mut program, Modifiers::NONE, Key::F2);
    program.event(Event::Text("Dropped".to_owned()));
    press(&mut program, Modifiers::NONE, Key::Escape);
    assert!(says(&program, "One unsaved change"));
    press(&mut program, Modifiers::COMMAND, Key::S);
    let text = fs::read_to_string(folder.path().join("mali.geojson")).unwrap();
    assert!(text.contains("Typed in the table") && !text.contains("Dropped"));
    press(&mut program, Modifiers::NONE, Key::F2);
    program.event(Event::Text("And once more".to_owned()));
    press(&mut program, Modifiers::NONE, Key::Tab);
    // Tab goes on to the next cell of the same record.
    program.event(Event::Text("somewhere".to_owned()));
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert!(says(&program, "2 unsaved changes"));
}

fn press_at(program: &mut Program, at: Pos2, button: PointerButton) {
    program.event(Event::PointerMoved(at));
    program.run_steps(1);
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(1);
    }
    rest(program);
}

#[test]
fn a_record_begins_where_the_map_is_pressed_and_a_carried_one_asks_how_well_its_place_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    let map = program.get_by_label("Map of the records").rect();
    press_at(
        &mut program,
        map.center_top() + egui::vec2(-40.0, 90.0),
        PointerButton::Secondary,
    );
    click(&mut program, "New record here");
    enter(&mut program, "Title, English", "Begun here");
    let grip = program
        .get_by_label("Drag the mark to move the place")
        .rect();
    let (from, to) = (grip.center(), grip.center() + egui::vec2(60.0, 40.0));
    program.hover_at(from);
    program.run_steps(1);
    program.drag_at(from);
    program.hover_at(from + egui::vec2(20.0, 20.0));
    program.run_steps(2);
    program.hover_at(to);
    program.run_steps(2);
    let (_, lines) = kept(folder.path());
    program.drop_at(to);
    rest(&mut program);
    assert_eq!(kept(folder.path()).1, lines, "nothing before it is said");
    assert!(says(&program, "How well is this place known?"));
    let chips = program.get_all_by_label("Area");
    let nearest = chips.min_by(|one, other| {
        let far = |rect: egui::Rect| (rect.center() - to).length();
        far(one.rect()).total_cmp(&far(other.rect()))
    });
    let at = nearest.unwrap().rect().center();
    press_at(&mut program, at, PointerButton::Primary);
    assert_eq!(kept(folder.path()).1, lines + 1);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    assert_eq!(own["place_precision"], "area");
}

#[test]
fn the_end_of_a_bar_is_dragged_and_stays_as_rough_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = program(window(SIZE), settings(folder.path()));
    press(&mut program, Modifiers::COMMAND, Key::N);
    enter(&mut program, "Title, English", "Begun here");
    enter(&mut program, "Date", "2022-03/2022-08");
    click(&mut program, "Presence");
    let knob = program.get_by_label("End of the selected bar").rect();
    let (from, to) = (knob.center(), knob.center() + egui::vec2(60.0, 0.0));
    program.hover_at(from);
    program.run_steps(1);
    program.drag_at(from);
    program.hover_at(from + egui::vec2(30.0, 0.0));
    program.run_steps(2);
    program.hover_at(to);
    program.run_steps(2);
    assert!(says(&program, "As exact as it was written"));
    program.drop_at(to);
    rest(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = properties(folder.path(), "Begun here");
    let date = own["date"].as_str().unwrap();
    assert!(date.starts_with("2022-03/20") && date.len() == "2022-03/2022-08".len());
    assert_ne!(date, "2022-03/2022-08");
}

#[test]
fn a_colleagues_file_is_compared_and_what_is_chosen_is_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    enter(&mut program, "Title, English", "Mine");
    press(&mut program, Modifiers::COMMAND, Key::S);
    let own = fs::read_to_string(folder.path().join("mali.geojson")).unwrap();
    let theirs = tempfile::tempdir().unwrap();
    let path = theirs.path().join("mali.geojson");
    fs::write(&path, own.replace("\"Mine\"", "\"Theirs\"")).unwrap();
    click(&mut program, "File");
    click(&mut program, "Compare with a colleague’s file…");
    let folder_of_theirs = theirs.path().display().to_string();
    enter(&mut program, "Path", &folder_of_theirs);
    for _ in 0..100 {
        rest(&mut program);
        if says(&program, "Two codings of the same records") {
            break;
        }
    }
    assert!(says(&program, "Aminata: Mine"));
    click(&mut program, "Agreement by field");
    assert!(says(&program, "Kappa"));
    click(&mut program, "Differences: 1");
    click(&mut program, "mali.geojson: Theirs");
    let (_, lines) = kept(folder.path());
    click(&mut program, "Take over what is chosen (1)");
    assert_eq!(kept(folder.path()).1, lines + 1);
    press(&mut program, Modifiers::COMMAND, Key::S);
    assert_eq!(properties(folder.path(), "Theirs")["title"], "Theirs");
    press(&mut program, Modifiers::COMMAND, Key::Z);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let after = fs::read_to_string(folder.path().join("mali.geojson")).unwrap();
    assert_eq!(after, own);
}

#[test]
fn what_may_be_meant_is_offered_beside_the_problem_and_taken_with_one_click() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = form(folder.path());
    enter(&mut program, "Place, English", "Somewhere");
    let lines = kept(folder.path()).1;
    write(&mut program, "Date", "03/04/2022");
    assert!(says(&program, "Day and month cannot be told apart"));
    assert!(says(&program, "Write 2022-03-04"), "the other order too");
    press(&mut program, Modifiers::NONE, Key::Tab);
    assert_eq!(kept(folder.path()).1, lines, "nothing is done alone");
    program
        .get_by_label_contains("Write 2022-04-03")
        .click_accesskit();
    rest(&mut program);
    assert_eq!(kept(folder.path()).1, lines + 1);
    assert!(!says(&program, "Write 2022-03-04"));
    write(&mut program, "Title, English", " Mended ");
    assert!(!says(&program, "Without the spaces"), "not while one types");
    press(&mut program, Modifiers::NONE, Key::Enter);
    program
        .get_by_label("Without the spaces at the ends")
        .click_accesskit();
    rest(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::S);
    let mended = properties(folder.path(), "Mended");
    assert_eq!(mended["date"], "2022-04-03");
}
