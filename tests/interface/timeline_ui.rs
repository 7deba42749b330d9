//! The timeline as a person uses it: the whole program, driven by accessible name.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{path::PathBuf, thread::sleep, time::Duration};

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, accesskit::Role,
    vec2,
};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

use crate::support::program::{self, Program, looking_at};
use sahelscope::{
    model::{DAY, Lang, Window},
    text::Catalogue,
};

/// The program in English with `window` on the bundled records.
fn program(window: &str) -> Program {
    program::program(program::window([1280.0, 800.0]), looking_at(window, "en"))
}

fn field<'a>(program: &'a Program, name: &'a str) -> Node<'a> {
    program.get_by_role_and_label(Role::TextInput, name)
}

fn start(program: &Program) -> String {
    field(program, "Start of the window").value().unwrap()
}

fn end(program: &Program) -> String {
    field(program, "End of the window").value().unwrap()
}

fn click(program: &mut Program, name: &str) {
    program.get_by_role_and_label(Role::Button, name).click();
    program.run_steps(3);
}

fn type_into(program: &mut Program, name: &str, text: &str) {
    field(program, name).focus();
    program.run_steps(2);
    program.key_press_modifiers(Modifiers::COMMAND, Key::A);
    field(program, name).type_text(text);
    program.run_steps(2);
    program.key_press(Key::Enter);
    program.run_steps(3);
}

fn drag(program: &mut Program, from: Pos2, to: Pos2) {
    program.hover_at(from);
    program.run_steps(1);
    program.drag_at(from);
    program.run_steps(2);
    program.hover_at(from.lerp(to, 0.5));
    program.run_steps(1);
    program.hover_at(to);
    program.run_steps(1);
    program.drop_at(to);
    program.run_steps(3);
}

#[test]
fn a_typed_start_is_applied_on_enter() {
    let mut program = program("2022-01-05/2022-06-30");
    type_into(&mut program, "Start of the window", "2022-03");
    assert_eq!(start(&program), "2022-03-01");
    assert_eq!(end(&program), "2022-06-30");
}

#[test]
fn a_window_within_a_day_shows_its_times() {
    let mut program = program("2022-01-05/2022-06-30");
    type_into(
        &mut program,
        "Start of the window",
        "2022-03-01T14:30Z/2022-03-02",
    );
    assert_eq!(start(&program), "2022-03-01T14:30:00Z");
    assert_eq!(end(&program), "2022-03-02");
}

#[test]
fn an_invalid_start_says_why_and_changes_nothing() {
    let mut program = program("2022-01-05/2022-06-30");
    type_into(&mut program, "Start of the window", "03/04/2022");
    assert!(
        program
            .query_by_label_contains("Day and month cannot be told apart")
            .is_some()
    );
    assert_eq!(
        start(&program),
        "03/04/2022",
        "the text is there to be put right"
    );
    program.key_press(Key::Escape);
    program.run_steps(3);
    assert_eq!(start(&program), "2022-01-05");
}

#[test]
fn a_dragged_handle_moves_its_end_alone() {
    let mut program = program("2022-01-05/2022-06-30");
    let handle = program.get_by_label("End handle").rect().center();
    drag(&mut program, handle, handle + vec2(120.0, 0.0));
    assert_eq!(start(&program), "2022-01-05");
    assert!(end(&program).as_str() > "2022-08-01", "{}", end(&program));
}

#[test]
fn the_dragged_middle_moves_both_ends() {
    let mut program = program("2022-01-01/2022-06-30");
    let left = program.get_by_label("Start handle").rect().center();
    let right = program.get_by_label("End handle").rect().center();
    let axis = program.get_by_label("Timeline").rect().top() + 6.0;
    let middle = egui::pos2(f32::midpoint(left.x, right.x), axis);
    drag(&mut program, middle, middle + vec2(100.0, 0.0));
    assert!(start(&program).as_str() > "2022-03-01");
    assert!(end(&program).as_str() > "2022-09-01");
}

#[test]
fn a_focused_handle_moves_by_days() {
    let mut program = program("2022-01-05/2022-06-30");
    program.get_by_label("Start handle").focus();
    program.run_steps(2);
    program.key_press(Key::ArrowRight);
    program.run_steps(2);
    assert_eq!(start(&program), "2022-01-06");
    assert_eq!(
        program.get_by_label("Start handle").value().unwrap(),
        "2022-01-06"
    );
}

#[test]
fn a_drag_with_ctrl_snaps_to_whole_steps() {
    let mut program = program("2022-02-03/2022-06-30");
    let handle = program.get_by_label("End handle").rect().center();
    program.event(Event::ModifiersChanged(Modifiers::COMMAND));
    drag(&mut program, handle, handle + vec2(33.0, 0.0));
    assert_eq!(start(&program), "2022-02-03");
    let end = end(&program);
    let is_month_end = ["07-31", "08-31", "09-30"]
        .iter()
        .any(|it| end.ends_with(it));
    assert!(is_month_end, "{end}");
}

#[test]
fn keys_zoom_and_move_the_axis() {
    let mut program = program("2022-02-03/2022-06-30");
    let overview = |program: &Program| program.query_by_label("Overview of all dates").is_some();
    assert!(!overview(&program), "all of time is shown");
    program.key_press_modifiers(Modifiers::COMMAND, Key::ArrowUp);
    program.run_steps(3);
    assert!(overview(&program));
    program.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    program.run_steps(3);
    assert_eq!(start(&program), "2022-02-03", "the window stays");
    program.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    program.run_steps(3);
    assert!(!overview(&program));
}

#[test]
fn shift_and_a_drag_brush_a_new_window() {
    let mut program = program("2020-01-01/2025-12-31");
    let plot = program.get_by_label("Timeline").rect();
    let from = egui::pos2(plot.left() + plot.width() * 0.3, plot.bottom() - 4.0);
    program.event(Event::ModifiersChanged(Modifiers::SHIFT));
    drag(&mut program, from, from + vec2(200.0, 0.0));
    assert!(
        start(&program).as_str() > "2020-06-01",
        "{}",
        start(&program)
    );
    assert!(end(&program).as_str() < "2025-06-01", "{}", end(&program));
}

#[test]
fn a_bar_at_the_very_start_of_the_window_can_be_clicked() {
    let mut program = program("2022-01-05/2022-01-05");
    let edge = program.get_by_label("Start handle").rect();
    let plot = program.get_by_label("Timeline").rect();
    let is_selected = |program: &Program| program.query_by_label("Close the card").is_some();
    assert!(!is_selected(&program));
    // Somewhere down the line of the first day there is the mark of the incident.
    let mut y = plot.bottom() - 60.0;
    while y > edge.bottom() && !is_selected(&program) {
        let pos = egui::pos2(edge.right() + 2.0, y);
        program.hover_at(pos);
        program.run_steps(1);
        program.drag_at(pos);
        program.drop_at(pos);
        program.run_steps(3);
        y -= 4.0;
    }
    assert!(is_selected(&program));
}

#[test]
fn buttons_step_by_the_chosen_unit() {
    let mut program = program("2022-01-01/2022-01-31");
    click(&mut program, "Step forward");
    assert_eq!(start(&program), "2022-02-01");
    assert_eq!(end(&program), "2022-02-28");
    program
        .get_by_role_and_label(Role::ComboBox, "Length of a step")
        .click();
    program.run_steps(4);
    click(&mut program, "Year");
    click(&mut program, "Step back");
    assert_eq!(start(&program), "2021-02-01");
}

#[test]
fn keys_step_play_and_jump() {
    let mut program = program("2022-01-01/2022-01-31");
    program.key_press(Key::ArrowRight);
    program.run_steps(3);
    assert_eq!(start(&program), "2022-02-01");
    program.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    program.run_steps(3);
    assert_eq!(start(&program), "2023-02-01");
    program.key_press_modifiers(Modifiers::COMMAND, Key::ArrowLeft);
    program.run_steps(3);
    assert_eq!(start(&program), "2022-04-09");
    program.key_press(Key::Home);
    program.run_steps(3);
    assert_eq!(start(&program), "2020-01-01");
}

#[test]
fn playing_moves_the_window_until_it_is_paused() {
    let mut program = program("2022-01-01/2022-01-31");
    click(&mut program, "Play");
    for _ in 0..8 {
        sleep(Duration::from_millis(40));
        program.run_steps(1);
    }
    click(&mut program, "Pause");
    let reached = start(&program);
    assert!(reached.as_str() > "2022-01-03", "{reached}");
    sleep(Duration::from_millis(80));
    program.run_steps(3);
    assert_eq!(start(&program), reached);
}

#[test]
fn cumulative_shows_all_since_the_beginning_and_an_instant_one_unit() {
    let mut program = program("2022-03-05/2022-03-20");
    click(&mut program, "Cumulative");
    assert!(program.query_by_label("Start handle").is_none());
    assert_eq!(end(&program), "2022-03-20");
    click(&mut program, "Instant");
    let instant = program.get_by_label("Date of the instant").value().unwrap();
    assert_eq!(instant, "2020-01-01");
    type_into(&mut program, "Date of the instant", "2022-03-17");
    let handle = program.get_by_label("Instant handle").value().unwrap();
    assert_eq!(handle, "2022-03-01");
}

#[test]
fn the_counts_add_up_to_all_records() {
    let program = program("2022-01-01/2022-06-30");
    let sums = |part: &str| -> Vec<Vec<usize>> {
        let labels = program.get_all_by_label_contains(part);
        let texts = labels.filter_map(|node| node.accesskit_node().value());
        // The sentence about what is shown has dates in it.
        let texts = texts.filter(|text| !text.contains(':'));
        let numbers = |text: String| {
            text.split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|digits| digits.parse().ok())
                .collect()
        };
        texts.map(numbers).collect()
    };
    // The panel of layers counts each layer; the timeline counts all.
    let shown = sums(" certain + ")
        .iter()
        .map(|counts| counts.iter().sum::<usize>())
        .max();
    let rest = sums(" outside · ");
    let all = sahelscope::data::Dataset::from_parts(vec![sahelscope::io::read::bundled()]).len();
    assert_eq!(shown.unwrap() + rest[0][0] + rest[0][1], all);
}

#[test]
fn the_wheel_zooms_under_the_pointer_and_a_double_click_shows_all_again() {
    let mut program = program("2022-01-05/2022-06-30");
    let plot = program.get_by_label("Timeline").rect();
    let width = |program: &Program| {
        program.get_by_label("End handle").rect().center().x
            - program.get_by_label("Start handle").rect().center().x
    };
    let before = width(&program);
    let pointer = program.get_by_label("Start handle").rect().center() + vec2(40.0, 0.0);
    program.hover_at(pointer);
    program.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 100.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: MouseWheelSource::Wheel,
    });
    program.run_steps(30);
    assert!(
        width(&program) > before * 1.2,
        "{} {before}",
        width(&program)
    );
    // Below the axis, on which a click shows a year.
    let corner = egui::pos2(plot.left() + 5.0, plot.top() + 42.0);
    program.hover_at(corner);
    program.run_steps(1);
    for _ in 0..2 {
        program.drag_at(corner);
        program.drop_at(corner);
        program.run_steps(1);
    }
    program.run_steps(3);
    assert!((width(&program) - before).abs() < 1.0);
}

#[test]
fn nothing_is_drawn_anew_while_nothing_moves() {
    let mut program = program("2022-01-01/2022-06-30");
    sleep(Duration::from_millis(1500));
    program.run_steps(60);
    let repaint = program
        .output()
        .viewport_output
        .values()
        .next()
        .unwrap()
        .repaint_delay;
    assert!(repaint > Duration::from_millis(500), "{repaint:?}");
}

/// A file of more records than a frame looks through: each happened on one of 300 days and was reported ten later.
fn many() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ndjson");
    let day = |day: i64| sahelscope::model::bounds::iso_day(day * sahelscope::model::DAY);
    let lines: Vec<String> = (0..10_200)
        .map(|number| {
            let happened = 18_993 + number % 300;
            let (date, reported) = (day(happened), day(happened + 10));
            format!(
                r#"{{"type":"Feature","id":"r{number}","geometry":{{"type":"Point","coordinates":[-8,12.6]}},"properties":{{"layer":"incident","date":"{date}","reported":"{reported}"}}}}"#
            )
        })
        .collect();
    std::fs::write(&path, lines.join("\n")).unwrap();
    (folder, path)
}

/// Draws frames until `is_there`, as other threads have to finish first.
fn wait_for(program: &mut Program, is_there: impl Fn(&Program) -> bool) {
    for _ in 0..2_000 {
        program.run_steps(1);
        if is_there(program) {
            return;
        }
        sleep(Duration::from_millis(5));
    }
    panic!("it never came");
}

#[test]
fn of_many_records_the_counts_follow_the_day_that_is_looked_from() {
    let (_folder, path) = many();
    let mut program = program("2022");
    program
        .state_mut()
        .open_at_start(vec![path], sahelscope::data::Said::default());
    let certain = |program: &Program, n: i64| {
        let shown = Catalogue::new(Lang::En).number(n as f64);
        let text = format!("{shown} certain + 0 possible");
        program.query_all_by_label(&text).count() > 0
    };
    wait_for(&mut program, |program| certain(program, 10_200));
    program.key_press(Key::Escape);
    program.run_steps(2);
    program.key_press(Key::K);
    program.run_steps(3);
    program
        .get_by_label("Handle of the day looked from")
        .focus();
    for _ in 0..6 {
        program.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        program.run_steps(1);
    }
    let handle = program.get_by_label("Handle of the day looked from");
    let looked_from = Window::parse(&handle.value().unwrap()).unwrap().first() / DAY;
    let known = (0..10_200).filter(|number| 18_993 + number % 300 + 10 <= looked_from);
    let known = i64::try_from(known.count()).unwrap();
    assert!(known > 0 && known < 10_200, "{known}");
    wait_for(&mut program, |program| certain(program, known));
}
