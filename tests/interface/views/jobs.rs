//! What people come to do, from a fresh window to the answer, by as few acts as it takes: a click, a chord of keys and a
//! text that is typed are an act each.

use std::{fmt::Write as _, fs, path::Path};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use sahelscope::data::Said;
use serde_json::Value;

use super::export::{is_there, press, program, type_path, wait_for};
use crate::support::program::Program;

/// The program, and how often somebody has done something.
struct Person {
    program: Program,
    acts: usize,
}

impl Person {
    fn new() -> Self {
        Self {
            program: program(),
            acts: 0,
        }
    }

    /// Presses a chord of keys.
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.program, modifiers, key);
        self.acts += 1;
    }

    /// Types a text where the caret is.
    fn type_text(&mut self, text: &str) {
        self.program.event(egui::Event::Text(text.to_owned()));
        self.program.run_steps(4);
        self.acts += 1;
    }

    /// Puts a path in the place of the one that is proposed.
    fn type_path(&mut self, path: &Path) {
        type_path(&mut self.program, path);
        // All of it is chosen, then typed over.
        self.acts += 2;
    }

    fn click(&mut self, role: Role, label: &str) {
        let found = self.program.query_all_by_role_and_label(role, label);
        found.last().unwrap().click();
        self.program.run_steps(6);
        self.acts += 1;
    }

    /// Opens the palette, types and takes the first that is found.
    fn take(&mut self, typed: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.type_text(typed);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// The sentence that says what is shown.
    fn said(&self) -> String {
        let mut nodes = self.program.query_all_by_label_contains(" possible of ");
        let text = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        };
        nodes.find_map(text).unwrap()
    }
}

#[test]
fn what_was_known_on_10_april_2022_around_mopti_takes_seven_acts() {
    let mut person = Person::new();
    person.take("mopti 100 km");
    person.press(Modifiers::COMMAND, Key::K);
    person.type_text("2022-04-10");
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::Enter);
    let said = person.said();
    assert!(said.contains("as known on 10 April 2022"), "{said}");
    assert!(said.contains("within 100 km of Mopti"), "{said}");
    assert_eq!(person.acts, 7);
}

#[test]
fn early_2022_against_early_2025_takes_seven_acts() {
    let mut person = Person::new();
    person.take("2022-01/2022-03");
    person.press(Modifiers::NONE, Key::A);
    person.take("2025-01/2025-03");
    wait_for(&mut person.program, "January–March 2025");
    assert!(
        is_there(&person.program, "Difference") || is_there(&person.program, "Copy the changes")
    );
    assert_eq!(person.acts, 7);
}

#[test]
fn the_incidents_of_2022_as_geojson_take_five_acts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("incidents.geojson");
    let mut person = Person::new();
    person.click(Role::Button, "Only Incidents");
    person.press(Modifiers::COMMAND, Key::E);
    person.type_path(&path);
    person.press(Modifiers::NONE, Key::Enter);
    wait_for(&mut person.program, "incidents.geojson");
    let written: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let features = written["features"].as_array().unwrap();
    assert!(!features.is_empty());
    let mut layers = features.iter().map(|it| &it["properties"]["layer"]);
    assert!(layers.all(|layer| layer == "incident"));
    assert_eq!(person.acts, 5);
}

#[test]
fn a_picture_for_a_report_takes_five_acts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.png");
    let mut person = Person::new();
    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    person.program.run_steps(8);
    person.click(Role::Button, "Save…");
    person.type_path(&path);
    person.press(Modifiers::NONE, Key::Enter);
    wait_for(&mut person.program, "map.png");
    for _ in 0..3_000 {
        if path.exists() {
            break;
        }
        person.program.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(fs::metadata(&path).unwrap().len() > 10_000);
    assert_eq!(person.acts, 5);
}

/// Three hundred rows of a table as people keep them: dates in two ways, a decimal comma, rows without a place.
fn messy() -> String {
    let mut rows = String::from("Incident;When;Lat;Lon;Note\n");
    for index in 0..300 {
        let day = index % 12 + 1;
        let when = if index % 7 == 0 {
            String::new()
        } else {
            format!("{day:02}/{:02}/2022", index % 11 + 1)
        };
        let place = if index % 10 == 0 {
            ";".to_owned()
        } else {
            format!("{},{:02};-4,{:02}", 13 + index % 4, index % 100, index % 90)
        };
        let _ = writeln!(rows, "Event {index};{when};{place};\"said; by somebody\"");
    }
    rows
}

#[test]
fn three_hundred_messy_rows_take_two_answers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("messy.csv");
    fs::write(&path, messy()).unwrap();
    let mut person = Person::new();
    person
        .program
        .state_mut()
        .open_at_start(vec![path], Said::default());
    person.acts += 1;
    wait_for(&mut person.program, "Day first");
    person.click(Role::Button, "Day first");
    wait_for(&mut person.program, "Done");
    person.click(Role::Button, "Done");
    assert!(!is_there(&person.program, "Day first"));
    let said = person.said();
    assert!(said.contains("of 300 records"), "{said}");
    assert_eq!(person.acts, 3);
}

#[test]
fn every_job_is_done_by_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("incidents.geojson");
    let mut person = Person::new();
    person.take("only incidents");
    person.take("2022");
    assert!(
        person.said().starts_with("Incidents; 2022"),
        "{}",
        person.said()
    );
    person.press(Modifiers::COMMAND, Key::E);
    person.type_path(&path);
    person.press(Modifiers::NONE, Key::Enter);
    wait_for(&mut person.program, "incidents.geojson");
    assert!(path.exists());
    assert_eq!(person.acts, 10);
}
