//! What slides, and what is there at once where less motion is asked for.
#![allow(clippy::unwrap_used)]

use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;
use sahelscope::{settings::Settings, theme::MotionChoice};

use crate::support::program::{self, Program};

/// More frames than anything slides for.
const LONG: usize = 20;

fn started(motion: MotionChoice) -> Program {
    let settings = Settings {
        language: Some("en".to_owned()),
        motion,
        ..Settings::default()
    };
    let loaded = program::seeing(settings, "2022", None);
    let mut harness = program::program(program::window([1280.0, 800.0]), loaded);
    // A harness starts without any motion; the looks that are chosen bring the program's own.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    harness.event(Event::Text("dark theme".to_owned()));
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(LONG);
    harness
}

fn map(harness: &Program) -> Rect {
    harness.get_by_label("Map of the records").rect()
}

/// Where the map begins in each of the frames after the panel of layers was sent away.
fn edges(harness: &mut Program) -> Vec<f32> {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::B);
    let frame = |_| {
        harness.step();
        map(harness).left()
    };
    (0..LONG).map(frame).collect()
}

#[test]
fn a_panel_slides_away_in_steps_that_only_go_one_way() {
    let mut harness = started(MotionChoice::Usual);
    let before = map(&harness).left();
    let edges = edges(&mut harness);
    let last = edges.last().copied().unwrap();
    assert!(last < before - 200.0, "{edges:?}");
    assert!(edges.is_sorted_by(|a, b| a >= b), "{edges:?}");
    let between = edges
        .iter()
        .filter(|it| **it > last + 1.0 && **it < before - 1.0);
    assert!(between.count() >= 3, "{edges:?}");
}

#[test]
fn with_less_motion_a_panel_is_gone_at_once() {
    let mut harness = started(MotionChoice::Less);
    let before = map(&harness).left();
    let mut edges = edges(&mut harness);
    edges.retain(|it| (it - before).abs() > 0.5);
    edges.dedup();
    assert_eq!(edges.len(), 1, "{edges:?}");
}
