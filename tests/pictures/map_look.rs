//! What opens on the map, each in one of the three languages: the card of a mark, a stack, the places beside it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support::{
    self,
    program::{self, Program, settle},
};
use egui::{Event, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::{SnapshotOptions, kittest::Queryable};
use geo::Point;
use sahelscope::{
    data::mercator::unit_from_degrees,
    map::{Pose, Viewport},
    model::Lang,
    settings::Settings,
    text::{Arg, Catalogue},
    theme::ThemeChoice,
};

const AIRPORT: [f64; 2] = [-7.949_94, 12.5335];
const SEGOU: [f64; 2] = [-6.259_47, 13.440_32];
const SOUTH: Pose = Pose {
    lon: -6.5,
    lat: 13.4,
    zoom: 6.2,
};
const NOWHERE: Pose = Pose {
    lon: 30.0,
    lat: -20.0,
    zoom: 6.0,
};

/// Compares the map alone with its picture, after `act` opened something on it.
fn look(name: &str, lang: Lang, camera: Pose, act: impl Fn(&mut Program, &Catalogue)) {
    if !support::can_draw() {
        return;
    }
    let settings = Settings {
        language: Some(lang.code().to_owned()),
        theme: if lang == Lang::Fr {
            ThemeChoice::Dark
        } else {
            ThemeChoice::Light
        },
        left_panel: false,
        right_panel: false,
        ..Settings::default()
    };
    let loaded = program::seeing(settings, "2021/2025", Some(camera));
    let mut program = program::program(program::window([900.0, 640.0]).wgpu(), loaded);
    act(&mut program, &Catalogue::new(lang));
    settle(&mut program);
    // The relief is drawn from floating point numbers on other threads.
    let options = SnapshotOptions::new().max_failed_pixels(400);
    program.snapshot_options(format!("map-{name}"), &options);
}

fn on_screen(program: &Program, words: &Catalogue, [lon, lat]: [f64; 2]) -> Pos2 {
    let view = Viewport {
        rect: program.get_by_label(words.get("map-name")).rect(),
        centre: unit_from_degrees(Point::new(SOUTH.lon, SOUTH.lat)),
        zoom: SOUTH.zoom,
    };
    view.screen_from_map(unit_from_degrees(Point::new(lon, lat)))
}

fn click(program: &mut Program, at: Pos2) {
    program.hover_at(at);
    program.step();
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.step();
    }
}

#[test]
fn the_card_of_a_mark() {
    look("card", Lang::En, SOUTH, |program, words| {
        let at = on_screen(program, words, SEGOU);
        program.hover_at(at);
    });
}

#[test]
fn meridians_and_parallels_with_their_degrees() {
    look("graticule", Lang::En, SOUTH, |program, _| {
        program.key_press(egui::Key::G);
    });
}

#[test]
fn meridians_and_parallels_in_arabic() {
    look("graticule-ar", Lang::Ar, SOUTH, |program, _| {
        program.key_press(egui::Key::G);
    });
}

#[test]
fn the_card_of_a_stack() {
    look("stack", Lang::Ar, SOUTH, |program, words| {
        let at = on_screen(program, words, AIRPORT);
        program.hover_at(at);
    });
}

#[test]
fn a_stack_that_is_open_with_the_card_of_one_of_it() {
    look("fan", Lang::En, SOUTH, |program, words| {
        let at = on_screen(program, words, AIRPORT);
        click(program, at);
        program.run_steps(30);
        program.hover_at(at + vec2(46.0, -12.0));
    });
}

#[test]
fn the_records_behind_a_badge() {
    look("list", Lang::Fr, SOUTH, |program, words| {
        let badge = |n: usize| words.with("map-badge-nowhere-hint", &[("n", Arg::from(n))]);
        let mut names = (1..100).map(badge);
        let name = names.find(|name| program.query_by_label(name).is_some());
        program.get_by_label(&name.unwrap()).click();
        program.run_steps(30);
    });
}

#[test]
fn all_marks_outside_the_view() {
    look("outside", Lang::Ar, NOWHERE, |_, _| {});
}
