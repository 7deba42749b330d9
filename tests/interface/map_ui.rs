//! The map in the running program, driven by pointer, keys and accessible names.
#![allow(clippy::unwrap_used)]

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use geo::Point;
use sahelscope::{
    data::mercator::unit_from_degrees,
    map::{Pose, Viewport},
    settings::Settings,
};

use crate::support::program::{self, Program};

const AIRPORT: [f64; 2] = [-7.949_94, 12.5335];
const SEGOU: [f64; 2] = [-6.259_47, 13.440_32];
const MALI: Pose = Pose {
    lon: -4.0,
    lat: 15.5,
    zoom: 6.0,
};

/// The program with the bundled records, in a window on time.
fn program(window: &str, lang: &str) -> Program {
    program_at(window, lang, MALI)
}

fn program_at(window: &str, lang: &str, camera: Pose) -> Program {
    let settings = Settings {
        language: Some(lang.to_owned()),
        left_panel: false,
        right_panel: false,
        ..Settings::default()
    };
    let loaded = program::seeing(settings, window, Some(camera));
    program::program(program::window([1100.0, 800.0]), loaded)
}

fn map_rect(harness: &Program, name: &str) -> Rect {
    harness.get_by_label(name).rect()
}

/// Where a place is on the screen while the map looks at all of Mali.
fn on_screen(harness: &Program, [lon, lat]: [f64; 2], name: &str) -> Pos2 {
    let view = Viewport {
        rect: map_rect(harness, name),
        centre: unit_from_degrees(Point::new(MALI.lon, MALI.lat)),
        zoom: MALI.zoom,
    };
    view.screen_from_map(unit_from_degrees(Point::new(lon, lat)))
}

fn click(harness: &mut Program, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
    harness.run_steps(3);
}

const NAME: &str = "Map of the records";

#[test]
fn hovering_a_mark_shows_its_card_and_leaving_takes_it_away() {
    let mut harness = program("2022-01/2022-04", "en");
    let at = on_screen(&harness, SEGOU, NAME);
    harness.hover_at(at);
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label_contains("It was there at some time")
            .is_some()
    );
    harness.hover_at(at + vec2(0.0, -80.0));
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label_contains("It was there at some time")
            .is_none()
    );
}

#[test]
fn hover_lets_go_when_the_pointer_leaves_the_window() {
    let mut harness = program("2022-01/2022-04", "en");
    let card = "It was there at some time";
    harness.hover_at(on_screen(&harness, SEGOU, NAME));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains(card).is_some());
    harness.event(Event::PointerGone);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains(card).is_none());
}

#[test]
fn a_stack_opens_on_a_click_and_its_members_can_be_hovered() {
    let mut harness = program("2021/2025", "en");
    let at = on_screen(&harness, AIRPORT, NAME);
    harness.hover_at(at);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("records here").is_some());
    click(&mut harness, at);
    let is_camp_found = (-8..=8).any(|line| {
        harness.hover_at(at + vec2(90.0, 12.0 * line as f32));
        harness.run_steps(3);
        harness.query_by_label_contains("Wagner camp").is_some()
    });
    assert!(
        is_camp_found,
        "a title of the list is pointed at like a mark"
    );
    assert!(harness.query_by_label_contains("records here").is_none());
}

#[test]
fn every_control_has_a_name_and_fit_all_moves_the_map() {
    let mut harness = program("2022-01/2022-04", "en");
    for name in [
        "Zoom in",
        "Zoom out",
        "Show every mark",
        "Places",
        "Hide the relief",
    ] {
        assert!(harness.query_by_label(name).is_some(), "{name}");
    }
    let at = on_screen(&harness, AIRPORT, NAME);
    harness.hover_at(at);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("records here").is_some());
    harness.get_by_label("Show every mark").click();
    harness.run_steps(160);
    harness.hover_at(at);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("records here").is_none());
}

#[test]
fn a_badge_lists_what_is_known_of_a_country_only() {
    let mut harness = program("2022-01/2022-04", "en");
    harness
        .get_by_label_contains("records known to the country only")
        .click();
    harness.run_steps(4);
    assert!(harness.query_by_label_contains("Wagner in Mali").is_some());
}

#[test]
fn an_empty_window_offers_the_nearest_record() {
    let mut harness = program("2019", "en");
    assert!(harness.query_by_label("Nothing in this window").is_some());
    harness.get_by_label("Show it").click();
    harness.run_steps(6);
    assert!(harness.query_by_label("Nothing in this window").is_none());
}

#[test]
fn the_keys_zoom_and_the_arrows_move_while_the_map_has_the_keyboard() {
    let mut harness = program("2022-01/2022-04", "en");
    let segou = on_screen(&harness, SEGOU, NAME);
    let nothing = map_rect(&harness, NAME).center() + vec2(-200.0, -120.0);
    click(&mut harness, nothing);
    assert!(harness.get_by_label(NAME).accesskit_node().is_focused());
    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    harness.hover_at(segou - vec2(90.0, 0.0));
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label_contains("It was there at some time")
            .is_some()
    );
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut harness = program("2022-01/2022-04", "en");
    let (segou, airport) = (
        on_screen(&harness, SEGOU, NAME),
        on_screen(&harness, AIRPORT, NAME),
    );
    harness.hover_at(segou);
    harness.step();
    harness.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 90.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(30);
    assert!(harness.query_by_label_contains("Ségou · Town").is_some());
    harness.hover_at(airport);
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("records here").is_none());
}

#[test]
fn walking_to_a_record_out_of_view_brings_the_map_to_it() {
    let elsewhere = Pose {
        lon: 30.0,
        lat: -20.0,
        zoom: 6.0,
    };
    let mut harness = program_at("2022-03-25", "en", elsewhere);
    let outside = "The marks lie outside this view";
    assert!(harness.query_by_label(outside).is_some());
    // Some of the first records in the window have no place; the walk comes to one that has.
    for _ in 0..12 {
        harness.key_press(Key::N);
        harness.run_steps(150);
    }
    assert!(harness.query_by_label(outside).is_none());
}

#[test]
fn the_map_speaks_arabic_from_the_other_side() {
    let harness = program("2022-01/2022-04", "ar");
    let map = map_rect(&harness, "خريطة السجلات");
    let zoom = harness.get_by_label("تقريب").rect();
    assert!(zoom.center().x < map.center().x);
}

#[test]
fn the_window_rests_when_nothing_moves() {
    let mut harness = program("2022-01/2022-04", "en");
    let began = std::time::Instant::now();
    // Tiles are drawn on other threads; when they have come, no frame asks for another.
    while began.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        harness.step();
        let delay = harness
            .output()
            .viewport_output
            .values()
            .map(|output| output.repaint_delay)
            .min();
        if delay.is_some_and(|delay| delay.as_secs() > 3600) {
            return;
        }
    }
    panic!("the window never rests");
}
