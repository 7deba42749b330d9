//! The whole program as a reader of each language sees it: by day and by night, in every size, with
//! its dialogs and menus.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support;
use std::path::PathBuf;

use egui::{Key, vec2};
use egui_kittest::SnapshotOptions;
use sahelscope::{
    map::Pose,
    model::Lang,
    settings::Settings,
    text::{Catalogue, Digits},
    theme::ThemeChoice,
};

use crate::support::program::{self, Program, settle};

const BAMAKO: Pose = Pose {
    lon: -6.5,
    lat: 14.0,
    zoom: 5.6,
};

fn usual(lang: Lang, theme: ThemeChoice, scale: f32) -> Settings {
    Settings {
        language: Some(lang.code().to_owned()),
        theme,
        scale,
        ..Settings::default()
    }
}

fn program(settings: Settings) -> Program {
    program_beside(settings, None)
}

/// The program with its settings and bookmarks kept at `path`.
fn program_beside(settings: Settings, path: Option<PathBuf>) -> Program {
    let loaded = program::seeing(settings, "2022-01/2022-04", Some(BAMAKO));
    program::program_beside(program::window([1200.0, 760.0]).wgpu(), loaded, path)
}

fn select_first(harness: &mut Program) {
    harness.key_press(Key::N);
    harness.run_steps(2);
}

fn look(
    name: &str,
    lang: Lang,
    theme: ThemeChoice,
    scale: f32,
    prepare: impl FnOnce(&mut Program, &Catalogue),
) {
    look_with(name, usual(lang, theme, scale), prepare);
}

/// Compares the program with its picture, after `prepare` brought it where it is to be seen.
fn look_with(name: &str, settings: Settings, prepare: impl FnOnce(&mut Program, &Catalogue)) {
    if !support::can_draw() {
        return;
    }
    let words = Catalogue::new(settings.lang());
    // The picture is as large at any scale, so that at a large one there is less room.
    let room = vec2(1200.0, 760.0) / settings.scale;
    let mut harness = program(settings);
    harness.set_size(room);
    harness.run_steps(4);
    select_first(&mut harness);
    prepare(&mut harness, &words);
    settle(&mut harness);
    // The relief is drawn from floating point numbers on other threads.
    let options = SnapshotOptions::new().max_failed_pixels(400);
    harness.snapshot_options(name, &options);
}

#[test]
fn the_window_in_english_by_day() {
    look("window-en", Lang::En, ThemeChoice::Light, 1.0, |_, _| {});
}

/// A bookmark on the bundled records with words in two languages.
const BRIEFING: &str = r#"{"bookmarks":[
{"title":"Before the arrival","view":{"filter":{"window":"2021"}}},
{"title":"The first patrol","title:ar":"الدورية الأولى",
 "text":"On 5 January 2022 a joint patrol hits an explosive device.\n\nWho says so, and when it became known, stands on the card of the record.",
 "text:ar":"في 5 يناير 2022 أصابت عبوة ناسفة دورية مشتركة.\n\nمن قال ذلك ومتى عُرف مذكور في بطاقة السجل.",
 "view":{"filter":{"window":"2022-01-01/2022-02-28"},"camera":{"lon":-6.5,"lat":14.0,"zoom":5.6}}}]}"#;

/// The words of the second bookmark over the map, reached by keys.
fn look_at_words(name: &str, lang: Lang, theme: ThemeChoice) {
    if !support::can_draw() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("bookmarks")).unwrap();
    std::fs::write(folder.path().join("bookmarks/bundled.json"), BRIEFING).unwrap();
    let path = folder.path().join("settings.json");
    let mut harness = program_beside(usual(lang, theme, 1.0), Some(path));
    harness.key_press(Key::PageDown);
    harness.run_steps(2);
    harness.key_press(Key::PageDown);
    settle(&mut harness);
    let options = SnapshotOptions::new().max_failed_pixels(400);
    harness.snapshot_options(name, &options);
}

#[test]
fn the_words_of_a_bookmark_over_the_map() {
    look_at_words("window-briefing", Lang::En, ThemeChoice::Light);
}

/// Pins the window and moves on to the last one.
fn pin_and_move(harness: &mut Program) {
    harness.key_press(Key::A);
    harness.run_steps(2);
    harness.key_press(Key::End);
}

#[test]
fn the_divider_by_night_in_arabic() {
    look(
        "window-swipe-ar",
        Lang::Ar,
        ThemeChoice::Dark,
        1.0,
        |harness, _| pin_and_move(harness),
    );
}

#[test]
fn the_window_in_french_by_night() {
    look("window-fr", Lang::Fr, ThemeChoice::Dark, 1.0, |_, _| {});
}

#[test]
fn the_window_in_arabic_by_day() {
    look("window-ar", Lang::Ar, ThemeChoice::Light, 1.0, |_, _| {});
}

#[test]
fn the_window_in_arabic_at_twice_the_size() {
    look(
        "window-ar-double",
        Lang::Ar,
        ThemeChoice::Light,
        2.0,
        |_, _| {},
    );
}

#[test]
fn arabic_digits_time_from_the_right_and_french_records() {
    let settings = Settings {
        digits: Digits::ArabicIndic,
        time_from_right: true,
        content_language: Some("fr".to_owned()),
        ..usual(Lang::Ar, ThemeChoice::Light, 1.0)
    };
    look_with("window-ar-indic", settings, |_, _| {});
}
