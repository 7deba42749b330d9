//! A document is read beside the records: words become values, each with the words that it rests on.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

use std::{fs, sync::Arc, thread::sleep, time::Duration};

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use sahelscope::settings::Settings;
use serde_json::{Value, json};

use crate::support::program::{DroppedPath, Program, program, window};

const TEXT: &str =
    "Rapport\n\nLe 27 mars 2022, plus de 100 hommes sont arrivés à Moura.\n\nوصلوا إلى باماكو.\n";

struct Desk {
    folder: tempfile::TempDir,
    program: Program,
}

impl Desk {
    /// The program with a document that was dropped on it.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            language: Some("en".to_owned()),
            author: Some("Aminata".to_owned()),
            records_folder: Some(folder.path().to_path_buf()),
            ..Settings::default()
        };
        let program = program(window([1280.0, 900.0]), settings);
        let mut desk = Self { folder, program };
        let path = desk.folder.path().join("rapport.txt");
        fs::write(&path, TEXT).unwrap();
        desk.program.input_mut().dropped_files = vec![Arc::new(DroppedPath(path))];
        desk.program.run_steps(1);
        desk.program.input_mut().dropped_files.clear();
        desk.rest();
        assert!(desk.says("text, 3 paragraphs, none of them coded"));
        desk
    }

    fn rest(&mut self) {
        for _ in 0..8 {
            self.program.run_steps(8);
            sleep(Duration::from_millis(20));
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.program.key_press_modifiers(modifiers, key);
        self.rest();
    }

    fn alt(&mut self, key: Key) {
        self.press(Modifiers::ALT, key);
    }

    fn says(&self, words: &str) -> bool {
        let has = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        let mut nodes = self
            .program
            .query_all_by(|node| has(node.label()) || has(node.value()));
        nodes.next().is_some()
    }

    /// The record that was begun, as it is saved.
    fn saved(&mut self) -> Value {
        self.press(Modifiers::COMMAND, Key::S);
        let text = fs::read_to_string(self.folder.path().join("mali.geojson")).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let features = file["features"].as_array().unwrap();
        let is_new = |it: &&Value| it["id"].as_str().unwrap().starts_with("record-");
        features.iter().find(is_new).unwrap().clone()
    }

    fn log(&self) -> Vec<Value> {
        let path = self.folder.path().join("mali.geojson.log/Aminata.jsonl");
        let lines = fs::read_to_string(path).unwrap();
        lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

fn exact(evidence: &Value) -> &Value {
    &evidence["target"]["selector"][0]["exact"]
}

#[test]
fn a_dropped_page_becomes_a_record_whose_values_say_their_words() {
    let mut desk = Desk::new();
    // The date is the first proposal; a record of it, its date, the number, the place.
    desk.alt(Key::N);
    assert!(desk.says("Proposed date: 2022-03-27"));
    desk.alt(Key::C);
    desk.alt(Key::D);
    desk.alt(Key::N);
    desk.alt(Key::Q);
    desk.alt(Key::N);
    desk.alt(Key::L);
    let record = desk.saved();
    let properties = &record["properties"];
    assert_eq!(properties["date"], "2022-03-27");
    assert_eq!(properties["place"], "Moura");
    let expected = json!([{"low": 101, "high": null, "circa": false, "what": null}]);
    assert_eq!(properties["quantities"], expected);
    let evidence = properties["evidence"].as_array().unwrap();
    let of = |path: &str| evidence.iter().find(|it| it["for"] == path).unwrap();
    assert_eq!(exact(of("")), "27 mars 2022");
    assert_eq!(exact(of("/properties/date")), "27 mars 2022");
    assert_eq!(exact(of("/properties/quantities/0")), "plus de 100");
    assert_eq!(exact(of("/properties/place")), "Moura");
    assert_eq!(of("/properties/place")["locator"], "para 2");
    let source = of("")["target"]["source"].as_str().unwrap();
    assert!(source.starts_with("urn:sha256:"), "{source}");

    // The log keeps the words and the rule of each proposal that was accepted.
    let log = desk.log();
    let date = log
        .iter()
        .find(|line| line["hint"]["kind"] == "date")
        .unwrap();
    assert_eq!(date["hint"]["value"], "2022-03-27");
    assert_eq!(exact(&json!({"target": date["from"][0]})), "27 mars 2022");
}

#[test]
fn from_words_to_the_record_and_back() {
    let mut desk = Desk::new();
    desk.alt(Key::N);
    desk.alt(Key::C);
    assert!(desk.says("1 coded"));
    desk.press(Modifiers::NONE, Key::Escape);
    desk.program.get_by_label("2").click();
    desk.rest();
    assert!(
        desk.says("record-"),
        "the record of paragraph 2 is selected"
    );
    desk.alt(Key::W);
    assert!(
        desk.says("Proposed date: 2022-03-27"),
        "its words are chosen"
    );
    desk.press(Modifiers::COMMAND, Key::Z);
    assert!(desk.says("none of them coded"));
}

#[test]
fn nothing_is_made_of_words_that_do_not_say_it() {
    let mut desk = Desk::new();
    desk.alt(Key::D);
    assert!(desk.says("Choose words of a document first"));
    desk.alt(Key::P);
    assert!(desk.says("Proposed place: Bamako"));
    desk.press(Modifiers::NONE, Key::N);
    desk.alt(Key::D);
    assert!(desk.says("names no date"));
    assert!(!desk.says("unsaved change"));
}

#[test]
fn chosen_words_are_copied_in_logical_order() {
    let mut desk = Desk::new();
    desk.alt(Key::P);
    desk.program.event(Event::Copy);
    desk.program.step();
    let commands = &desk.program.output().platform_output.commands;
    let copied = commands
        .iter()
        .any(|command| matches!(command, egui::OutputCommand::CopyText(text) if text == "باماكو"));
    assert!(copied, "{commands:?}");
}

#[test]
fn the_card_says_which_words_a_value_rests_on_and_who_coded_it() {
    let mut desk = Desk::new();
    desk.alt(Key::N);
    desk.alt(Key::C);
    desk.alt(Key::D);
    assert!(!desk.says("Values and their words"), "the form is open");
    desk.press(Modifiers::NONE, Key::E);
    assert!(desk.says("Values and their words"));
    assert!(desk.says("“27 mars 2022”"));
    assert!(desk.says("paragraph 2"));
    assert!(desk.says("Coded by Aminata"));
}
