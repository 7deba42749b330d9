//! Only what lies in a part of the map: drawn, seen, or around a place; by pointer, palette and keys.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use sahelscope::{model::Pose, settings::Settings};

use crate::support::program::{self, Program};

const MAP: &str = "Map of the records";
const MALI: Pose = Pose {
    lon: -4.0,
    lat: 15.5,
    zoom: 6.0,
};

fn program() -> Program {
    let settings = Settings {
        language: Some("en".to_owned()),
        right_panel: false,
        ..Settings::default()
    };
    let loaded = program::seeing(settings, "2021/2025", Some(MALI));
    program::program(program::window([1200.0, 800.0]), loaded)
}

fn press(harness: &mut Program, at: Pos2, button: PointerButton) {
    harness.hover_at(at);
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
    // Long enough that a click after this is no double click.
    harness.run_steps(30);
}

/// How many records the sentence below the timeline says to be shown: certain and possible.
fn shown(harness: &Program) -> usize {
    let said = said(harness);
    let count = |word: &str| -> usize {
        let (before, _) = said.split_once(word).unwrap();
        before.rsplit(' ').next().unwrap().parse().unwrap()
    };
    count(" certain + ") + count(" possible")
}

/// The sentence that says what is shown, with all layers on.
fn said(harness: &Program) -> String {
    let mut nodes = harness.query_all_by_label_contains("All layers; ");
    let text = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.value().or_else(|| node.label())
    };
    nodes.find_map(text).unwrap()
}

fn choose(harness: &mut Program, typed: &str, entry: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    harness.event(Event::Text(typed.to_owned()));
    harness.run_steps(3);
    let first = harness.query_all_by_label_contains(entry).next();
    first.unwrap().click();
    harness.run_steps(4);
}

#[test]
fn a_drawn_circle_shows_only_its_records_and_is_undone_like_any_filter() {
    let mut harness = program();
    harness.run_steps(60);
    let all = shown(&harness);
    harness.get_by_label("Only a part of the map").click();
    harness.run_steps(4);
    harness.get_by_label("Draw a circle to show").click();
    harness.run_steps(4);
    assert!(
        harness
            .query_by_label("Click the middle of the circle")
            .is_some()
    );
    let middle = harness.get_by_label(MAP).rect().center();
    press(&mut harness, middle, PointerButton::Primary);
    press(
        &mut harness,
        middle + vec2(60.0, 0.0),
        PointerButton::Primary,
    );
    assert!(
        said(&harness).contains("within 140 km of 15.5"),
        "{}",
        said(&harness)
    );
    let few = shown(&harness);
    assert!(few < all, "{few} of {all}");
    assert!(
        harness
            .query_by_label("Click the middle of the circle")
            .is_none()
    );
    harness.key_press_modifiers(Modifiers::ALT, Key::Z);
    harness.run_steps(4);
    assert_eq!(shown(&harness), all);
}

#[test]
fn a_drawn_area_ends_with_enter_and_escape_leaves_off() {
    let mut harness = program();
    let all = shown(&harness);
    let middle = harness.get_by_label(MAP).rect().center();
    choose(&mut harness, "lasso", "Draw an area to show");
    press(&mut harness, middle, PointerButton::Primary);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(
        harness
            .query_by_label("Click the corners of the area")
            .is_none()
    );
    assert_eq!(shown(&harness), all);
    choose(&mut harness, "lasso", "Draw an area to show");
    for corner in [vec2(-100.0, -60.0), vec2(100.0, -60.0), vec2(0.0, 60.0)] {
        press(&mut harness, middle + corner, PointerButton::Primary);
    }
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(
        said(&harness).contains("in a drawn area"),
        "{}",
        said(&harness)
    );
    assert!(shown(&harness) < all);
}

#[test]
fn what_the_map_shows_is_kept_by_one_key_and_its_chip_takes_it_back() {
    let mut harness = program();
    let all = shown(&harness);
    choose(&mut harness, "mopti", "Go to Mopti");
    harness.run_steps(160);
    harness.key_press(Key::V);
    harness.run_steps(4);
    let few = shown(&harness);
    assert!(few < all, "{few} of {all}");
    harness.get_by_label("Only this part of the map").click();
    harness.run_steps(4);
    assert_eq!(shown(&harness), all);
}

#[test]
fn the_palette_shows_what_lies_within_a_typed_distance_of_a_place() {
    let mut harness = program();
    choose(&mut harness, "mopti 100 km", "Only within 100 km of Mopti");
    assert!(said(&harness).contains("within 100 km of Mopti"));
    let wide = shown(&harness);
    choose(&mut harness, "5 km mopti", "Only within 5 km of Mopti");
    assert!(shown(&harness) < wide);
}

#[test]
fn the_menu_of_the_other_button_shows_what_lies_around_a_place() {
    let mut harness = program();
    let middle = harness.get_by_label(MAP).rect().center();
    let nothing = middle + vec2(-60.0, -120.0);
    press(&mut harness, nothing, PointerButton::Secondary);
    harness.get_by_label_contains("Only around here").click();
    harness.run_steps(4);
    harness.get_by_label("Within 250 km").click();
    harness.run_steps(4);
    assert!(
        said(&harness).contains("within 250 km of "),
        "{}",
        said(&harness)
    );
}

#[test]
fn the_palette_goes_to_a_point_in_any_notation() {
    for typed in [
        "14.4843 -4.18296",
        "14°29'03.5\"N 4°10'58.7\"W",
        "30P 372515 1601618",
        "30P UB 72515 01617",
        "7C6QFRM8+PR",
        "FRM8+PR Mopti",
        "geo:14.4843,-4.18296",
    ] {
        let mut harness = program();
        choose(&mut harness, typed, "Go to 14.48");
    }
}

#[test]
fn the_menu_of_the_other_button_copies_a_point_in_other_notations() {
    let mut harness = program();
    let middle = harness.get_by_label(MAP).rect().center();
    press(
        &mut harness,
        middle + vec2(-60.0, -120.0),
        PointerButton::Secondary,
    );
    harness
        .get_by_label_contains("Copy the coordinates as")
        .click();
    harness.run_steps(4);
    let written = |harness: &Program, sign: &str| {
        let nodes = harness.query_all_by_label_contains("Copy ");
        let texts = nodes.filter_map(|node| node.accesskit_node().label());
        texts.filter(|text| text.contains(sign)).count()
    };
    for sign in ["°", "30Q ", "+"] {
        assert!(written(&harness, sign) > 0, "{sign}");
    }
}
