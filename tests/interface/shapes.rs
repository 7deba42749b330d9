//! Lines, areas and radii of records, drawn and moved on the map with pointer and keys.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::path::Path;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::kittest::Queryable;
use serde_json::Value;

use super::authoring::{SIZE, kept, press, rest, says, settings, write};
use crate::support::program::{Program, program, window};

/// The program with a new record called "Drawn".
fn begun(folder: &Path) -> Program {
    let mut program = program(window(SIZE), settings(folder));
    press(&mut program, Modifiers::NONE, Key::N);
    press(&mut program, Modifiers::COMMAND, Key::N);
    write(&mut program, "Title, English", "Drawn");
    press(&mut program, Modifiers::NONE, Key::Enter);
    program
}

fn begin(program: &mut Program, name: &str) {
    program.get_by_label(name).click_accesskit();
    rest(program);
}

fn middle(program: &Program) -> Pos2 {
    program.get_by_label("Map of the records").rect().center()
}

fn click_at(program: &mut Program, at: Pos2) {
    program.event(Event::PointerMoved(at));
    program.run_steps(2);
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(1);
    }
    rest(program);
    // So that the next one is not the second of a double click.
    program.run_steps(60);
}

fn drag(program: &mut Program, from: Pos2, by: Vec2) {
    program.hover_at(from);
    program.run_steps(2);
    program.drag_at(from);
    program.hover_at(from + by / 2.0);
    program.run_steps(2);
    program.hover_at(from + by);
    program.run_steps(2);
    program.drop_at(from + by);
    rest(program);
}

/// The record as it is saved.
fn saved(program: &mut Program, folder: &Path) -> Value {
    press(program, Modifiers::COMMAND, Key::S);
    let file = kept(folder).0;
    let features = file["features"].as_array().unwrap();
    let own = features.iter();
    let mut own = own.filter(|it| it["properties"]["title"] == "Drawn");
    own.next().unwrap().clone()
}

#[test]
fn an_area_is_drawn_reshaped_and_undone_in_one_step_each() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = begun(folder.path());
    begin(&mut program, "Draw an area");
    let lines = kept(folder.path()).1;
    let centre = middle(&program) + vec2(0.0, 30.0);
    let corners = [vec2(-80.0, -40.0), vec2(-80.0, 60.0), vec2(80.0, 60.0)];
    for corner in corners {
        click_at(&mut program, centre + corner);
    }
    click_at(&mut program, centre + vec2(140.0, 0.0));
    press(&mut program, Modifiers::NONE, Key::Backspace);
    assert_eq!(kept(folder.path()).1, lines, "nothing before it ends");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(kept(folder.path()).1, lines + 1);
    let drawn = saved(&mut program, folder.path());
    let ring = drawn["geometry"]["coordinates"][0].as_array().unwrap();
    assert_eq!(drawn["geometry"]["type"], "Polygon");
    assert_eq!((ring.len(), &ring[0]), (4, &ring[3]));

    begin(&mut program, "Move corners");
    let lines = kept(folder.path()).1;
    // The map has flown to the area: the corner is where the area is on the screen now.
    drag(&mut program, centre + corners[0], vec2(-20.0, -10.0));
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(kept(folder.path()).1, lines + 1);
    let moved = saved(&mut program, folder.path());
    let now = moved["geometry"]["coordinates"][0].as_array().unwrap();
    assert_ne!(now[0], ring[0]);
    assert_eq!(now[1..3], ring[1..3], "the others are as they were");
    assert_eq!(now[0], now[3]);
    press(&mut program, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        saved(&mut program, folder.path())["geometry"],
        drawn["geometry"]
    );
}

#[test]
fn a_line_is_drawn_by_the_keyboard_alone_and_escape_leaves_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = begun(folder.path());
    begin(&mut program, "Draw a line");
    let lines = kept(folder.path()).1;
    press(&mut program, Modifiers::NONE, Key::ArrowUp);
    press(&mut program, Modifiers::NONE, Key::Enter);
    press(&mut program, Modifiers::NONE, Key::Escape);
    assert_eq!(kept(folder.path()).1, lines);
    assert!(!says(&program, "Click the corners of the line"));
    begin(&mut program, "Draw a line");
    press(&mut program, Modifiers::NONE, Key::ArrowUp);
    press(&mut program, Modifiers::NONE, Key::Enter);
    for _ in 0..4 {
        press(&mut program, Modifiers::NONE, Key::ArrowRight);
    }
    press(&mut program, Modifiers::NONE, Key::Enter);
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(kept(folder.path()).1, lines + 1);
    let drawn = saved(&mut program, folder.path());
    assert_eq!(drawn["geometry"]["type"], "LineString");
    let line = drawn["geometry"]["coordinates"].as_array().unwrap();
    assert_eq!(line.len(), 2);
    let east = |at: usize| line[at][0].as_f64().unwrap();
    assert!(east(0) < east(1), "{line:?}");
}

#[test]
fn a_radius_is_clicked_and_made_longer_with_an_arrow() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = begun(folder.path());
    write(&mut program, "Latitude, longitude", "14.5, -4.2");
    press(&mut program, Modifiers::NONE, Key::Enter);
    begin(&mut program, "Set the radius");
    let lines = kept(folder.path()).1;
    let at = middle(&program) + vec2(60.0, 40.0);
    click_at(&mut program, at);
    assert!(says(&program, "km of the point"));
    press(&mut program, Modifiers::NONE, Key::ArrowRight);
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(kept(folder.path()).1, lines + 1);
    let own = saved(&mut program, folder.path());
    assert!(own["properties"]["place_radius_km"].as_f64().unwrap() > 0.0);
    assert_eq!(own["geometry"]["type"], "Point");
}

#[test]
fn a_shape_that_is_begun_outlasts_the_form_and_other_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = begun(folder.path());
    begin(&mut program, "Draw a line");
    let lines = kept(folder.path()).1;
    let centre = middle(&program);
    click_at(&mut program, centre + vec2(-60.0, 60.0));
    write(&mut program, "Title, Français", "Tracé");
    press(&mut program, Modifiers::NONE, Key::Enter);
    assert_eq!(kept(folder.path()).1, lines + 1, "the title");
    press(&mut program, Modifiers::NONE, Key::E);
    assert!(!says(&program, "Title, Français"), "the form is closed");
    press(&mut program, Modifiers::NONE, Key::N);
    assert!(says(&program, "Of the record"), "and another is selected");
    click_at(&mut program, centre + vec2(60.0, 60.0));
    begin(&mut program, "Write it");
    assert_eq!(kept(folder.path()).1, lines + 2);
    let drawn = saved(&mut program, folder.path());
    assert_eq!(drawn["geometry"]["type"], "LineString");
    assert_eq!(drawn["properties"]["title:fr"], "Tracé");
}
