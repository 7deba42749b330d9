//! What people come for, each from a fresh start to its end, by keys alone or with the pointer: and how many acts it takes. A
//! key, a chord or a click is an act, and so is a text that is typed into a field.
//!
//! When these jobs were counted first, the shortest took nine acts and the longest sixteen. Each is held to two thirds of
//! the shortest.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fmt::Write as _, fs, path::Path, thread::sleep, time::Duration};

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::Value;

use crate::support::program::{self, Program, looking_at};

/// Two thirds of the nine acts that the shortest job took.
const MOST_ACTS: usize = 6;
/// Frames that something may take until it is there.
const MOST_FRAMES: usize = 3_000;

/// Somebody at the keyboard, who counts.
struct Person {
    program: Program,
    acts: usize,
}

impl Person {
    fn new() -> Self {
        let window = program::window([1280.0, 800.0]).with_step_dt(1.0 / 20.0);
        let mut program = program::program(window, looking_at("2021/2025", "en"));
        program.run_steps(12);
        Self { program, acts: 0 }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.acts += 1;
        self.program.key_press_modifiers(modifiers, key);
        self.program.run_steps(8);
    }

    fn clicks(&mut self, label: &str) {
        self.acts += 1;
        // The label of an entry of a menu ends with its keys.
        let begins = format!("{label} ");
        let is_it = |it: &str| it == label || it.starts_with(&begins);
        let found = self.program.query_all_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|it| is_it(&it))
        });
        found.last().unwrap().click();
        self.program.run_steps(8);
    }

    fn types(&mut self, text: &str) {
        self.acts += 1;
        self.program.event(Event::Text(text.to_owned()));
        self.program.run_steps(4);
    }

    /// Says what is wanted to the palette.
    fn asks_for(&mut self, text: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.types(text);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Names a file in the dialog that is open.
    fn writes_to(&mut self, path: &Path) {
        self.types(path.to_str().unwrap());
        self.press(Modifiers::NONE, Key::Enter);
        self.waits(|_| path.exists());
    }

    fn waits(&mut self, is_done: impl Fn(&Program) -> bool) {
        for _ in 0..MOST_FRAMES {
            self.program.run_steps(1);
            if is_done(&self.program) {
                return;
            }
            sleep(Duration::from_millis(5));
        }
        panic!("it never came: {:?}", self.reads());
    }

    /// Writes what is shown, and looks at what was written.
    fn exports_incidents_of_2022(&mut self, folder: &Path) {
        self.press(Modifiers::COMMAND, Key::E);
        let path = folder.join("incidents.geojson");
        self.writes_to(&path);
        let written: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let features = written["features"].as_array().unwrap();
        assert!(!features.is_empty());
        for feature in features {
            assert_eq!(feature["properties"]["layer"], "incident");
        }
        assert_eq!(
            written["export"]["filter"]["window"],
            "2022-01-01/2022-12-31"
        );
    }

    fn writes_a_picture(&mut self, folder: &Path) {
        let path = folder.join("map.png");
        self.writes_to(&path);
        let png = fs::read(path).unwrap();
        assert!(png.starts_with(b"\x89PNG"), "a picture");
        // A picture with nothing on it is smaller.
        assert!(png.len() > 10_000, "{} bytes", png.len());
    }

    fn sees(&self, text: &str) -> bool {
        sees(&self.program, text)
    }

    /// All that can be read, for a test that failed.
    fn reads(&self) -> Vec<String> {
        let nodes = self.program.query_all_by(|_| true);
        let text = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        };
        nodes.filter_map(text).filter(|it| it.len() > 12).collect()
    }
}

fn sees(program: &Program, text: &str) -> bool {
    let has = |it: Option<String>| it.is_some_and(|it| it.contains(text));
    let mut nodes = program.query_all_by(|node| has(node.label()) || has(node.value()));
    nodes.next().is_some()
}

fn known_on_a_day_around_a_town(person: &mut Person) {
    person.asks_for("known 2022-04-10");
    person.asks_for("50 km mopti");
    assert!(person.sees("10 April 2022"), "{:?}", person.reads());
    assert!(person.sees("within 50 km of Mopti"), "{:?}", person.reads());
}

fn one_season_against_another(person: &mut Person) {
    person.asks_for("2022-01/2022-03 against 2025-01/2025-03");
    for side in ["A: January–March 2022", "B: January–March 2025"] {
        assert!(person.sees(side), "{side}: {:?}", person.reads());
    }
}

fn a_layer_of_a_year_as_a_file(person: &mut Person, folder: &Path) {
    person.asks_for("2022 incidents");
    person.exports_incidents_of_2022(folder);
}

/// The same with the pointer: what is wanted is a click away.
fn a_layer_of_a_year_by_the_pointer(person: &mut Person, folder: &Path) {
    person.clicks("Choose a stretch of time");
    person.clicks("2022");
    person.clicks("Only Incidents");
    person.exports_incidents_of_2022(folder);
}

fn a_picture_for_a_report(person: &mut Person, folder: &Path) {
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
    person.press(Modifiers::NONE, Key::Enter);
    person.writes_a_picture(folder);
}

/// The same with the pointer: through the menu, and by the filled button.
fn a_picture_by_the_pointer(person: &mut Person, folder: &Path) {
    person.clicks("File");
    person.clicks("Picture and report");
    person.clicks("Export picture…");
    person.clicks("Save…");
    person.writes_a_picture(folder);
}

/// Rows as people type them: a column of dates in several notations that only one of them settles, decimal commas, places
/// without coordinates, empty lines, sums.
fn messy_rows() -> String {
    let mut rows = String::from("Date ;Lieu;Lat.;Long.;Remarques\n");
    for row in 0..300 {
        let date = match row % 6 {
            0 => format!("{:02}/01/2025", row % 28 + 1),
            1 => format!("2025-01-{:02}", row % 28 + 1),
            2 => "17/01/2025".to_owned(),
            3 => "janvier 2025".to_owned(),
            4 => String::new(),
            _ => "vers le 12 mars".to_owned(),
        };
        let (lat, lon) = if row % 5 == 0 {
            (String::new(), String::new())
        } else {
            (format!("14,{:02}", row % 90), format!("-4,{:02}", row % 80))
        };
        writeln!(rows, "{date};Lieu {row};{lat};{lon};\"vu, dit-on\"").unwrap();
        if row % 50 == 0 {
            rows.push_str(";;;;\n");
        }
    }
    rows
}

fn a_table_as_people_type_them(person: &mut Person, folder: &Path) {
    let path = folder.join("rows.csv");
    fs::write(&path, messy_rows()).unwrap();
    person.asks_for(path.to_str().unwrap());
    person.waits(|program| sees(program, "rows.csv"));
    person.asks_for("issues");
    assert!(person.sees("vers le 12 mars"), "{:?}", person.reads());
}

/// A table whose dates can be read in two ways.
fn ambiguous_rows() -> String {
    let mut rows = String::from("Incident;When;Lat;Lon;Note\n");
    for row in 0..300 {
        let date = format!("{:02}/{:02}/2022", row % 12 + 1, row % 11 + 1);
        let place = format!("{},{:02};-4,{:02}", 13 + row % 4, row % 100, row % 90);
        writeln!(rows, "Event {row};{date};{place};\"said; by somebody\"").unwrap();
    }
    rows
}

fn counted(job: impl FnOnce(&mut Person)) -> usize {
    let mut person = Person::new();
    job(&mut person);
    assert!(person.acts <= MOST_ACTS, "{} acts", person.acts);
    person.acts
}

#[test]
fn what_was_known_on_10_april_2022_around_mopti() {
    assert_eq!(counted(known_on_a_day_around_a_town), 6);
}

#[test]
fn early_2022_against_early_2025() {
    assert_eq!(counted(one_season_against_another), 3);
}

#[test]
fn incidents_of_2022_as_geojson() {
    let folder = tempfile::tempdir().unwrap();
    let job = |person: &mut Person| a_layer_of_a_year_as_a_file(person, folder.path());
    assert_eq!(counted(job), 6);
}

#[test]
fn a_picture_of_the_map_for_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let job = |person: &mut Person| a_picture_for_a_report(person, folder.path());
    assert_eq!(counted(job), 4);
}

#[test]
fn incidents_of_2022_as_geojson_by_the_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let job = |person: &mut Person| a_layer_of_a_year_by_the_pointer(person, folder.path());
    assert_eq!(counted(job), 6);
}

#[test]
fn a_picture_of_the_map_for_a_report_by_the_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let job = |person: &mut Person| a_picture_by_the_pointer(person, folder.path());
    assert_eq!(counted(job), 6);
}

#[test]
fn three_hundred_messy_rows_and_what_is_wrong_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let job = |person: &mut Person| a_table_as_people_type_them(person, folder.path());
    assert_eq!(counted(job), 6);
}

#[test]
fn what_is_in_doubt_about_a_table_is_asked_and_takes_two_answers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.csv");
    fs::write(&path, ambiguous_rows()).unwrap();
    let job = |person: &mut Person| {
        person.asks_for(path.to_str().unwrap());
        person.waits(|program| sees(program, "Day first"));
        person.clicks("Day first");
        person.waits(|program| sees(program, "Done"));
        person.clicks("Done");
        assert!(!person.sees("Day first"));
        assert!(person.sees("of 300 records"), "{:?}", person.reads());
    };
    assert_eq!(counted(job), 5);
}

#[test]
fn all_of_it_in_a_row_by_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::new();
    known_on_a_day_around_a_town(&mut person);
    person.asks_for("clear all filters");
    one_season_against_another(&mut person);
    person.press(Modifiers::NONE, Key::A);
    a_layer_of_a_year_as_a_file(&mut person, folder.path());
    a_picture_for_a_report(&mut person, folder.path());
    a_table_as_people_type_them(&mut person, folder.path());
    assert!(person.acts <= 5 * MOST_ACTS + 6, "{} acts", person.acts);
}
