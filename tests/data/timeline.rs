//! How the window moves: steps of the calendar, drags, modes, records and playback.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use sahelscope::model::{Bounds, DAY, Window, bounds::day_of};
use sahelscope::timeline::{
    AxisDrag, Direction, Ending, Grip, Mode, Movement, Playback, TimeState, Unit, edit,
};

fn window(text: &str) -> Window {
    Window::parse(text).unwrap()
}

fn extent() -> Bounds {
    window("2020-01-01/2025-12-31").bounds()
}

fn stepped(text: &str, unit: Unit, count: i32) -> String {
    edit::stepped(&window(text), Mode::Window, unit, count, extent()).to_string()
}

#[test]
fn a_whole_month_steps_to_the_next_whole_month() {
    assert_eq!(stepped("2024-01", Unit::Month, 1), "2024-02-01/2024-02-29");
    assert_eq!(stepped("2024-02", Unit::Month, 1), "2024-03-01/2024-03-31");
    assert_eq!(stepped("2024-03", Unit::Month, -1), "2024-02-01/2024-02-29");
    assert_eq!(
        stepped("2024-01/2024-03", Unit::Month, 1),
        "2024-02-01/2024-04-30"
    );
    assert_eq!(stepped("2024-02", Unit::Year, -1), "2023-02-01/2023-02-28");
}

#[test]
fn days_that_a_month_lacks_become_its_last() {
    assert_eq!(
        stepped("2023-01-31", Unit::Month, 1),
        "2023-02-28/2023-02-28"
    );
    assert_eq!(
        stepped("2024-02-29", Unit::Year, 1),
        "2025-02-28/2025-02-28"
    );
    assert_eq!(
        stepped("2023-01-15/2023-01-30", Unit::Month, 1),
        "2023-02-15/2023-02-28"
    );
}

#[test]
fn days_and_weeks_keep_the_length() {
    assert_eq!(
        stepped("2024-02-26/2024-03-03", Unit::Week, 1),
        "2024-03-04/2024-03-10"
    );
    assert_eq!(stepped("2024-02", Unit::Day, 1), "2024-02-02/2024-03-01");
}

#[test]
fn a_step_never_leaves_the_records_behind() {
    assert_eq!(stepped("2025-12", Unit::Month, 1), "2025-12-01/2025-12-31");
    assert_eq!(stepped("2020-01", Unit::Year, -1), "2020-01-01/2020-01-31");
}

#[test]
fn a_window_of_all_time_steps_from_the_extent() {
    let moved = edit::stepped(&Window::ALL, Mode::Window, Unit::Year, 1, extent());
    assert_eq!(moved.to_string(), "2021-01-01/2026-12-31");
}

#[test]
fn cumulative_keeps_the_beginning() {
    let start = edit::in_mode(&window("2022-03"), Mode::Cumulative, Unit::Month, extent());
    assert_eq!(start.to_string(), "2020-01-01/2022-03-31");
    let next = edit::stepped(&start, Mode::Cumulative, Unit::Month, 1, extent());
    assert_eq!(next.to_string(), "2020-01-01/2022-04-30");
}

#[test]
fn an_instant_is_one_unit() {
    let instant = |unit| {
        edit::in_mode(
            &window("2024-02-14/2024-05-01"),
            Mode::Instant,
            unit,
            extent(),
        )
    };
    assert_eq!(instant(Unit::Day).to_string(), "2024-02-14/2024-02-14");
    assert_eq!(instant(Unit::Week).to_string(), "2024-02-12/2024-02-18");
    assert_eq!(instant(Unit::Month).to_string(), "2024-02-01/2024-02-29");
    assert_eq!(instant(Unit::Year).to_string(), "2024-01-01/2024-12-31");
    let next = edit::stepped(
        &instant(Unit::Month),
        Mode::Instant,
        Unit::Month,
        1,
        extent(),
    );
    assert_eq!(next.to_string(), "2024-03-01/2024-03-31");
}

#[test]
fn growing_and_shrinking_move_the_end_and_leave_a_day() {
    let grown = |count| {
        edit::grown(
            &window("2024-02"),
            Mode::Window,
            Unit::Month,
            count,
            extent(),
        )
    };
    assert_eq!(grown(1).to_string(), "2024-02-01/2024-03-31");
    assert_eq!(grown(-1).to_string(), "2024-02-01/2024-02-01");
}

fn moving(mode: Mode, unit: Unit) -> Movement {
    Movement {
        mode,
        unit,
        extent: extent(),
    }
}

fn drag_to(instant: f64) -> AxisDrag {
    AxisDrag {
        from: instant,
        to: instant,
    }
}

fn dragged(text: &str, grip: Grip, from: f64, to: &str, hours: i64) -> String {
    let instant = (window(to).first() + hours * 3600) as f64;
    let drag = AxisDrag { from, to: instant };
    edit::dragged(&window(text), grip, drag, moving(Mode::Window, Unit::Day)).to_string()
}

#[test]
fn dragged_ends_snap_to_the_nearest_day_and_stop_at_each_other() {
    assert_eq!(
        dragged("2022-03", Grip::Start, 0.0, "2022-03-10", 11),
        "2022-03-10/2022-03-31"
    );
    assert_eq!(
        dragged("2022-03", Grip::Start, 0.0, "2022-03-10", 13),
        "2022-03-11/2022-03-31"
    );
    assert_eq!(
        dragged("2022-03", Grip::Start, 0.0, "2022-06-10", 0),
        "2022-03-31/2022-03-31"
    );
    // The end of a window lies where its last day ends.
    assert_eq!(
        dragged("2022-03", Grip::End, 0.0, "2022-03-10", 2),
        "2022-03-01/2022-03-09"
    );
    assert_eq!(
        dragged("2022-03", Grip::End, 0.0, "2021-01-01", 0),
        "2022-03-01/2022-03-01"
    );
}

#[test]
fn the_dragged_middle_keeps_its_length_in_days() {
    let grabbed = window("2022-03-15").first() as f64;
    assert_eq!(
        dragged("2022-03", Grip::Middle, grabbed, "2022-03-18", 2),
        "2022-03-04/2022-04-03"
    );
}

#[test]
fn next_and_previous_records_move_the_window_to_their_start() {
    let starts = ["2022-01-05", "2022-03-27", "2024-10-01"].map(|day| window(day).first());
    let next = |text: &str, forward| {
        let day = edit::next_start(&window(text), Mode::Window, starts, forward)?;
        let moved = edit::moved_to_day(&window(text), Mode::Window, Unit::Month, day, extent());
        Some(moved.to_string())
    };
    assert_eq!(
        next("2022-01-01/2022-01-10", true).unwrap(),
        "2022-01-05/2022-01-14"
    );
    assert_eq!(
        next("2022-01-05/2022-01-14", true).unwrap(),
        "2022-03-27/2022-04-05"
    );
    assert_eq!(
        next("2022-03-27/2022-04-05", false).unwrap(),
        "2022-01-05/2022-01-14"
    );
    assert_eq!(next("2024-10-01/2024-10-02", true), None);
}

#[test]
fn an_instant_goes_to_the_next_unit_that_holds_a_record() {
    let starts = ["2022-01-05", "2022-01-20", "2022-03-27"].map(|day| window(day).first());
    let day = edit::next_start(&window("2022-01"), Mode::Instant, starts, true).unwrap();
    assert_eq!(Unit::Month.around(day).to_string(), "2022-03-01/2022-03-31");
}

#[test]
fn cumulative_goes_to_the_record_before_its_last_day() {
    let starts = ["2022-01-05", "2022-03-27"].map(|day| window(day).first());
    let so_far = window("2020-01-01/2022-03-27");
    let day = edit::next_start(&so_far, Mode::Cumulative, starts, false).unwrap();
    assert_eq!(day.to_string(), "2022-01-05");
}

fn play(mode: Mode, unit: Unit, days_per_second: f64) -> Playback {
    let mut playback = Playback::default();
    playback.set_speed(days_per_second);
    playback.start(&window("2022-03"), moving(mode, unit));
    playback
}

#[test]
fn time_passes_by_whole_days_and_keeps_what_is_left() {
    let mut playback = play(Mode::Window, Unit::Day, 6.0);
    let start = window("2022-03");
    let modes = moving(Mode::Window, Unit::Day);
    assert_eq!(playback.advance(&start, modes, 0.1, None), None);
    let moved = playback.advance(&start, modes, 0.1, None).unwrap();
    assert_eq!(moved.to_string(), "2022-03-02/2022-04-01");
}

#[test]
fn an_instant_stays_as_long_as_it_is() {
    let mut playback = play(Mode::Instant, Unit::Month, 124.0);
    let march = window("2022-03");
    let modes = moving(Mode::Instant, Unit::Month);
    assert_eq!(playback.advance(&march, modes, 0.24, None), None);
    let april = playback.advance(&march, modes, 0.02, None).unwrap();
    assert_eq!(april.to_string(), "2022-04-01/2022-04-30");
}

#[test]
fn playing_stops_at_the_end_unless_it_repeats() {
    let last = window("2025-12");
    let modes = moving(Mode::Window, Unit::Day);
    let mut playback = play(Mode::Window, Unit::Day, 30.0);
    assert_eq!(playback.advance(&last, modes, 0.1, None), None);
    assert!(!playback.is_playing);

    let mut repeating = play(Mode::Window, Unit::Day, 30.0);
    repeating.ending = Ending::Loop;
    let first = (0..20)
        .find_map(|_| repeating.advance(&last, modes, 0.1, None))
        .unwrap();
    assert_eq!(first.to_string(), "2020-01-01/2020-01-31");
    assert!(repeating.is_playing);
}

#[test]
fn playing_never_passes_the_last_day() {
    let mut playback = play(Mode::Window, Unit::Day, 3000.0);
    let modes = moving(Mode::Window, Unit::Day);
    let moved = playback
        .advance(&window("2025-11"), modes, 0.2, None)
        .unwrap();
    assert_eq!(day_of(moved.last()).to_string(), "2025-12-31");
}

#[test]
fn playing_all_of_time_begins_with_one_unit_at_the_beginning() {
    let mut playback = Playback::default();
    let start = playback.start(&Window::ALL, moving(Mode::Window, Unit::Month));
    assert_eq!(start.to_string(), "2020-01-01/2020-01-31");
    let so_far = playback.start(&Window::ALL, moving(Mode::Cumulative, Unit::Month));
    assert_eq!(so_far.to_string(), "2020-01-01/2020-01-01");
}

#[test]
fn time_passes_backwards_too() {
    let mut playback = play(Mode::Window, Unit::Day, 10.0);
    playback.direction = Direction::Backward;
    let modes = moving(Mode::Window, Unit::Day);
    let moved = playback
        .advance(&window("2022-03"), modes, 0.2, None)
        .unwrap();
    assert_eq!(moved.to_string(), "2022-02-27/2022-03-29");
}

#[test]
fn playing_all_of_time_backwards_begins_with_one_unit_at_the_end() {
    let mut playback = Playback::default();
    playback.direction = Direction::Backward;
    let start = playback.start(&Window::ALL, moving(Mode::Window, Unit::Month));
    assert_eq!(start.to_string(), "2025-12-01/2025-12-31");
}

#[test]
fn a_speed_that_is_no_number_changes_nothing() {
    let mut playback = Playback::default();
    playback.set_speed(f64::NAN);
    assert!((playback.speed() - 30.0).abs() < f64::EPSILON);
    playback.set_speed(1e9);
    assert!(playback.speed() < 4000.0);
}

#[test]
fn an_axis_that_shows_everything_stays_so() {
    let mut time = TimeState::default();
    let whole = time.range(extent());
    time.set_range(whole.zoomed(4.0, whole.start, &whole), extent());
    assert!(time.view.is_some());
    time.set_range(whole, extent());
    assert_eq!(time.view, None);
}

proptest! {
    #[test]
    fn a_step_forth_and_back_comes_home_where_months_are_long_enough(
        year in 2021..2024_i16, month in 1..=12_i8, day in 1..=27_i8, days in 0..28_i64, unit in 0..4_usize,
    ) {
        let first = jiff::civil::date(year, month, day);
        let last = first.saturating_add(jiff::Span::new().days(days));
        prop_assume!(last.day() <= 27);
        let start = Window::of_days(first, last);
        let unit = Unit::ALL[unit];
        let forth = edit::stepped(&start, Mode::Window, unit, 1, extent());
        let back = edit::stepped(&forth, Mode::Window, unit, -1, extent());
        prop_assert_eq!(back, start);
    }

    #[test]
    fn whole_months_come_home_from_any_number_of_months(month in 0..36_i32, count in -12..12_i32) {
        let first = Unit::Month.after(jiff::civil::date(2021, 1, 1), month);
        let start = Unit::Month.around(first);
        let there = edit::stepped(&start, Mode::Window, Unit::Month, count, extent());
        prop_assert_eq!(edit::stepped(&there, Mode::Window, Unit::Month, -count, extent()), start);
        prop_assert_eq!(there, Unit::Month.around(day_of(there.first())));
    }

    #[test]
    fn whatever_is_done_the_window_is_whole_days_and_at_least_one(
        moves in prop::collection::vec((0..6_u8, -9..9_i32, 0..4_usize, 0..3_usize), 1..40),
    ) {
        let mut now = window("2022-03");
        for (action, amount, unit, mode) in moves {
            let (unit, mode) = (Unit::ALL[unit], Mode::ALL[mode]);
            let instant = now.first() as f64 + f64::from(amount) * 3.3e6;
            now = match action {
                0 => edit::stepped(&now, mode, unit, amount, extent()),
                1 => edit::grown(&now, mode, unit, amount, extent()),
                2 => edit::dragged(&now, Grip::Start, drag_to(instant), moving(mode, unit)),
                3 => edit::dragged(&now, Grip::End, drag_to(instant), moving(mode, unit)),
                4 => edit::dragged(&now, Grip::Middle, AxisDrag { from: now.first() as f64, to: instant }, moving(mode, unit)),
                _ => edit::in_mode(&now, mode, unit, extent()),
            };
            prop_assert!(now.is_whole_days());
            prop_assert!(now.bounds().length() >= DAY);
            prop_assert!(now.bounds().overlaps(&extent()));
        }
    }
}
