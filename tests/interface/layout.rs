//! How map and panels share the window.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::Key;
use egui_kittest::kittest::Queryable;
use sahelscope::{model::Lang, session::TablePlace, settings::Settings, text::Catalogue};

use crate::support::program::{self, Program};

/// Frames after which panels stand.
const SETTLED: usize = 6;

fn program(lang: Lang, size: [f32; 2]) -> Program {
    let loaded = program::looking_at("2022", lang.code());
    program::program(program::window(size), loaded)
}

fn map_width(program: &Program, words: &Catalogue) -> f32 {
    program.get_by_label(words.get("map-name")).rect().width()
}

#[test]
fn the_map_keeps_half_of_the_window_whatever_is_open() {
    for lang in [Lang::En, Lang::Ar] {
        let words = Catalogue::new(lang);
        for width in [760.0, 900.0, 1_000.0, 1_280.0, 1_920.0] {
            let mut program = program(lang, [width, 700.0]);
            program.run_steps(SETTLED);
            let before = map_width(&program, &words);
            program.key_press(Key::N);
            program.run_steps(SETTLED);
            let after = map_width(&program, &words);
            for map in [before, after] {
                assert!(map >= width / 2.0 - 2.0, "{lang}, {width}: {map}");
            }
        }
    }
}

#[test]
fn a_table_leaves_the_map_a_useful_height_and_the_timeline_gets_its_own_back() {
    let words = Catalogue::new(Lang::En);
    let map = |program: &Program| program.get_by_label(words.get("map-name")).rect();
    for size in [[1_280.0, 720.0], [900.0, 600.0], [1_920.0, 1_080.0]] {
        let mut program = program(Lang::En, size);
        program.run_steps(SETTLED);
        let before = map(&program);
        program.key_press(Key::T);
        program.run_steps(SETTLED);
        let with_table = map(&program);
        assert!(with_table.height() >= 255.0, "{size:?}: {with_table}");
        assert!(
            with_table.width() >= size[0] / 2.0,
            "{size:?}: {with_table}"
        );
        program.key_press(Key::N);
        program.run_steps(SETTLED);
        let with_both = map(&program).width();
        assert!(with_both >= size[0] / 2.0 - 2.0, "{size:?}: {with_both}");
        program.key_press(Key::Escape);
        program.run_steps(SETTLED);
        program.key_press(Key::T);
        program.run_steps(SETTLED);
        assert!(
            (map(&program).height() - before.height()).abs() < 1.0,
            "{size:?}"
        );
    }
}

#[test]
fn a_table_beside_the_map_leaves_it_half_of_the_window_and_gets_its_width_back() {
    let words = Catalogue::new(Lang::En);
    for width in [1_280.0, 1_920.0] {
        let mut settings = Settings {
            language: Some("en".to_owned()),
            ..Settings::default()
        };
        settings.table.is_open = true;
        settings.table.place = TablePlace::Beside;
        let loaded = program::seeing(settings, "2022", None);
        let mut program = program::program(program::window([width, 720.0]), loaded);
        program.run_steps(SETTLED);
        let before = map_width(&program, &words);
        program.key_press(Key::N);
        program.run_steps(SETTLED);
        let after = map_width(&program, &words);
        for map in [before, after] {
            assert!(map >= width / 2.0 - 2.0, "{width}: {map}");
        }
        program.key_press(Key::Escape);
        program.run_steps(SETTLED);
        assert!(
            (map_width(&program, &words) - before).abs() < 1.0,
            "{width}"
        );
    }
}

#[test]
fn the_inspector_comes_with_a_record_and_leaves_with_it() {
    let words = Catalogue::new(Lang::En);
    let mut program = program(Lang::En, [1_280.0, 700.0]);
    let is_there = |program: &Program| program.query_by_label(words.get("record-close")).is_some();
    let before = map_width(&program, &words);
    assert!(!is_there(&program));
    program.key_press(Key::N);
    program.run_steps(SETTLED);
    assert!(is_there(&program) && map_width(&program, &words) < before);
    program.key_press(Key::Escape);
    program.run_steps(SETTLED);
    assert!(!is_there(&program));
    assert!((map_width(&program, &words) - before).abs() < 1.0);
}

#[test]
fn the_map_alone_fills_the_window_until_escape() {
    let words = Catalogue::new(Lang::En);
    let mut program = program(Lang::En, [1_280.0, 700.0]);
    let before = map_width(&program, &words);
    program.key_press(Key::F11);
    program.run_steps(SETTLED);
    assert!((map_width(&program, &words) - 1_280.0).abs() < 2.0);
    program.key_press(Key::Escape);
    program.run_steps(SETTLED);
    assert!((map_width(&program, &words) - before).abs() < 1.0);
}

#[test]
fn filters_are_behind_a_button_and_what_is_set_is_a_chip_that_takes_it_back() {
    let words = Catalogue::new(Lang::En);
    let mut program = program(Lang::En, [1_280.0, 900.0]);
    assert!(program.query_by_label("Confirmed").is_none());
    program.get_by_label(words.get("filters")).click();
    program.run_steps(30);
    program.get_by_label("Confirmed").click();
    program.run_steps(SETTLED);
    program.get_by_label(words.get("filters")).click();
    program.run_steps(30);
    program.get_by_label("Confirmed").click();
    program.run_steps(SETTLED);
    assert!(program.query_by_label("Confirmed").is_none());
}
