//! Carries out requests about time, and lets time pass while it plays.

use std::sync::Arc;

use crate::{
    command::TimeCommand,
    data::{Dataset, Filter},
    model::{
        Bounds, RowId, Second, Window,
        bounds::{day_of, end_of_day},
    },
    timeline::{BarShape, ChangeDays, Direction, Mode, TimeState, Unit, ViewRange, edit},
};

use super::super::document::Document;

/// Carries out `command`. The window is the filter's, everything else about time is in `time`.
pub(in crate::app) fn apply(document: &mut Document, command: TimeCommand) {
    let engine = Arc::clone(document.engine());
    let (time, filter) = (&mut document.time, &mut document.filter);
    let dataset = engine.dataset();
    let extent = extent(dataset);
    match command {
        TimeCommand::SetWindow(window) => set_window(time, filter, window, extent),
        TimeCommand::Drag(window) => filter.window = window,
        TimeCommand::Step { forward } => step(time, filter, time.unit, forward, extent),
        TimeCommand::BigStep { forward } => step(time, filter, time.unit.bigger(), forward, extent),
        TimeCommand::Grow { longer } => {
            let count = if longer { 1 } else { -1 };
            let grown = edit::grown(&filter.window, time.mode, time.unit, count, extent);
            show(time, filter, grown, extent);
        }
        TimeCommand::Record { forward } => {
            let limits = edit::next_start_limits(&filter.window, time.mode);
            let starts = engine.begins_around(filter, limits);
            to_record(time, filter, starts, extent, forward);
        }
        TimeCommand::Jump { to_end } => jump(time, filter, to_end, extent),
        TimeCommand::WholeRange => {
            time.playback.stop();
            time.mode = Mode::Window;
            time.view = None;
            filter.window = edit::whole(extent);
        }
        TimeCommand::PlayPause if time.playback.is_playing => time.playback.stop(),
        TimeCommand::PlayPause => {
            let start = time.playback.start(&filter.window, time.movement(extent));
            show(time, filter, start, extent);
        }
        TimeCommand::SetMode(mode) => {
            time.mode = mode;
            let window = edit::in_mode(&filter.window, mode, time.unit, extent);
            show(time, filter, window, extent);
        }
        TimeCommand::SetUnit(unit) => {
            time.unit = unit;
            if time.mode == Mode::Instant {
                filter.window = edit::in_mode(&filter.window, time.mode, unit, extent);
            }
        }
        TimeCommand::SetSpeed(days_per_second) => time.playback.set_speed(days_per_second),
        TimeCommand::SetEnding(ending) => time.playback.ending = ending,
        TimeCommand::ToggleSkips => time.playback.skips ^= true,
        TimeCommand::ToggleHolds => time.playback.holds ^= true,
        TimeCommand::ToggleRange => {
            let bounds = edit::finite(&filter.window, extent).bounds();
            time.playback.range = match time.playback.range {
                Some(_) => None,
                None => Some(bounds),
            };
        }
        TimeCommand::Change { forward } => {
            to_change(time, filter, &engine.change_days(filter), forward, extent);
        }
        TimeCommand::Reverse => time.playback.direction = time.playback.direction.reversed(),
        TimeCommand::SetClock(clock) => filter.clock = clock,
        TimeCommand::OtherClock => filter.clock = filter.clock.other(),
        TimeCommand::Known(known) => look_from(time, filter, known, extent),
        TimeCommand::ToggleKnown => {
            let known = match filter.known {
                Some(_) => None,
                None => time.known_last.or_else(|| first_look(filter, dataset)),
            };
            look_from(time, filter, known, extent);
        }
        TimeCommand::View(None) => time.view = None,
        TimeCommand::View(Some(range)) => time.set_range(range, extent),
        TimeCommand::Zoom { closer } => time.zoom(closer, &filter.window, extent),
        TimeCommand::Pan { forward } => time.pan(forward, extent),
        TimeCommand::Width(width) => time.width = width,
        TimeCommand::ZoomToWindow => zoom_to(time, &filter.window, extent),
    }
}

/// Lets `seconds` pass. Returns whether time goes on passing, that is whether another frame is needed.
pub(in crate::app) fn advance(document: &mut Document, seconds: f64) -> bool {
    let (time, filter) = (&mut document.time, &mut document.filter);
    let extent = extent(&document.dataset);
    let movement = time.movement(extent);
    let change_days = document.answers.change_days.known();
    let moved = time
        .playback
        .advance(&filter.window, movement, seconds, change_days);
    if let Some(window) = moved {
        show(time, filter, window, extent);
    }
    time.playback.is_playing
}

/// Moves the window to the next change of what it shows.
fn to_change(
    time: &mut TimeState,
    filter: &mut Filter,
    change_days: &ChangeDays,
    forward: bool,
    extent: Bounds,
) {
    let window = edit::finite(&filter.window, extent);
    let direction = if forward {
        Direction::Forward
    } else {
        Direction::Backward
    };
    let Some(change) = change_days.next(&window, time.mode, direction) else {
        return;
    };
    let days = if forward { change.days } else { -change.days };
    let shift = days * crate::model::DAY;
    let moved = match time.mode {
        Mode::Instant => time.unit.around(day_of(change.day * crate::model::DAY)),
        Mode::Cumulative => Window::new(window.first(), window.last() + shift),
        Mode::Window => Window::new(window.first() + shift, window.last() + shift),
    };
    show(time, filter, moved, extent);
}

/// Moves the axis to the bar of `row` where it is out of sight.
pub(in crate::app) fn reveal(document: &mut Document, row: RowId) {
    let (dataset, clock) = (&document.dataset, document.filter.clock);
    let time = &mut document.time;
    let Some(span) = dataset.columns().span_on(clock, row) else {
        return;
    };
    let bar = BarShape::of(&span).hull();
    let extent = extent(dataset);
    if !time.range(extent).overlaps(bar) {
        time.reveal(bar, extent);
    }
}

/// The stretch of whole days that the records of `dataset` lie in.
fn extent(dataset: &Dataset) -> Bounds {
    TimeState::extent_or_default(dataset.extent_in_time())
}

/// Shows `window` and, where the axis is zoomed in, brings it into view.
fn show(time: &mut TimeState, filter: &mut Filter, window: Window, extent: Bounds) {
    filter.window = window;
    let bounds = edit::finite(&window, extent).bounds();
    let is_longer = bounds.length() as f64 > time.range(extent).seconds() * 0.9;
    let moving_end = Bounds::new(bounds.latest, bounds.latest);
    let is_end_only = is_longer || time.mode == Mode::Cumulative;
    time.reveal(if is_end_only { moving_end } else { bounds }, extent);
}

fn set_window(time: &mut TimeState, filter: &mut Filter, window: Window, extent: Bounds) {
    if edit::in_mode(&window, time.mode, time.unit, extent) != window {
        time.mode = Mode::Window;
    }
    show(time, filter, window, extent);
}

fn step(time: &mut TimeState, filter: &mut Filter, unit: Unit, forward: bool, extent: Bounds) {
    let count = if forward { 1 } else { -1 };
    // An instant keeps its length when it makes a bigger step.
    let moved = if time.mode == Mode::Instant && unit != time.unit {
        let window = edit::finite(&filter.window, extent);
        let far = edit::stepped(&window, Mode::Window, unit, count, extent);
        edit::in_mode(&far, Mode::Instant, time.unit, extent)
    } else {
        edit::stepped(&filter.window, time.mode, unit, count, extent)
    };
    show(time, filter, moved, extent);
}

fn to_record(
    time: &mut TimeState,
    filter: &mut Filter,
    starts: Vec<Second>,
    extent: Bounds,
    forward: bool,
) {
    let Some(day) = edit::next_start(&filter.window, time.mode, starts, forward) else {
        return;
    };
    let moved = edit::moved_to_day(&filter.window, time.mode, time.unit, day, extent);
    show(time, filter, moved, extent);
}

/// Looks as from `known`, within the days of the axis, and brings it into view.
fn look_from(time: &mut TimeState, filter: &mut Filter, known: Option<Second>, extent: Bounds) {
    let known = known.map(|known| known.clamp(extent.earliest, extent.latest));
    filter.known = known;
    if let Some(known) = known {
        time.known_last = Some(known);
        time.reveal(Bounds::new(known, known), extent);
    }
}

/// Where looking begins: at the end of the window, or where that hides nothing, on the day of the
/// first report, from which the picture can be seen to grow.
fn first_look(filter: &Filter, dataset: &Dataset) -> Option<Second> {
    let reports = dataset.extent_of_reports()?;
    let end = filter.window.last();
    let hides = (reports.earliest..reports.latest).contains(&end);
    Some(if hides {
        end
    } else {
        end_of_day(day_of(reports.earliest))
    })
}

fn jump(time: &mut TimeState, filter: &mut Filter, to_end: bool, extent: Bounds) {
    let window = edit::finite(&filter.window, extent);
    let target = match time.mode {
        Mode::Window => {
            let days = if to_end {
                extent.latest - window.last()
            } else {
                extent.earliest - window.first()
            };
            edit::moved_by_days(&window, days as f64 / crate::model::DAY as f64, extent)
        }
        mode => {
            let second = if to_end {
                extent.latest
            } else {
                extent.earliest
            };
            let day = crate::model::bounds::day_of(second);
            edit::moved_to_day(&window, mode, time.unit, day, extent)
        }
    };
    show(time, filter, target, extent);
}

fn zoom_to(time: &mut TimeState, window: &Window, extent: Bounds) {
    let bounds = edit::finite(window, extent).bounds();
    let margin = bounds.length() as f64 * 0.1;
    let range = ViewRange {
        start: bounds.earliest as f64 - margin,
        end: bounds.latest as f64 + 1.0 + margin,
    };
    time.set_range(range, extent);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled() -> Document {
        let dataset = Dataset::from_parts(vec![crate::io::read::bundled()]);
        let mut document = Document {
            dataset: Arc::new(dataset),
            ..Document::default()
        };
        document.refresh(&crate::work::Room::silent());
        document
    }

    fn played(commands: &[TimeCommand]) -> (TimeState, Filter) {
        let mut document = bundled();
        for command in commands {
            apply(&mut document, *command);
        }
        (document.time, document.filter)
    }

    fn set(text: &str) -> TimeCommand {
        TimeCommand::SetWindow(Window::parse(text).unwrap())
    }

    #[test]
    fn a_step_moves_a_month_and_a_big_step_a_year() {
        let (_, filter) = played(&[set("2022-03"), TimeCommand::Step { forward: true }]);
        assert_eq!(filter.window.to_string(), "2022-04-01/2022-04-30");
        let (_, filter) = played(&[set("2022-03"), TimeCommand::BigStep { forward: true }]);
        assert_eq!(filter.window.to_string(), "2023-03-01/2023-03-31");
    }

    #[test]
    fn a_window_of_its_own_ends_the_mode_that_has_another_form() {
        let cumulative = TimeCommand::SetMode(Mode::Cumulative);
        let (time, _) = played(&[cumulative, set("2022-03")]);
        assert_eq!(time.mode, Mode::Window);
        let (time, filter) = played(&[cumulative, set("2020-01-01/2022-03-31")]);
        assert_eq!(time.mode, Mode::Cumulative);
        assert_eq!(filter.window.to_string(), "2020-01-01/2022-03-31");
    }

    #[test]
    fn the_next_record_is_the_next_start() {
        let (_, filter) = played(&[
            set("2022-01-01/2022-01-03"),
            TimeCommand::Record { forward: true },
        ]);
        assert_eq!(filter.window.to_string(), "2022-01-05/2022-01-07");
    }

    #[test]
    fn a_step_out_of_sight_takes_the_axis_along() {
        let (time, filter) = played(&[
            set("2022-03"),
            TimeCommand::ZoomToWindow,
            TimeCommand::BigStep { forward: true },
        ]);
        let view = time.view.unwrap();
        assert!(view.start <= filter.window.first() as f64);
        assert!(view.end > filter.window.last() as f64);
    }

    #[test]
    fn a_record_out_of_sight_is_brought_onto_the_axis() {
        let mut document = bundled();
        for command in [set("2022-03"), TimeCommand::ZoomToWindow] {
            apply(&mut document, command);
        }
        let dataset = Arc::clone(&document.dataset);
        let last = document.filter.window.last();
        let row = dataset
            .rows()
            .rfind(|row| {
                let span = dataset.columns().span(*row);
                span.is_some_and(|span| span.start.earliest > last + 1_000_000)
            })
            .unwrap();
        reveal(&mut document, row);
        let bar = BarShape::of(&dataset.columns().span(row).unwrap()).hull();
        assert!(document.time.view.unwrap().overlaps(bar));
    }

    #[test]
    fn time_passes_only_while_it_plays() {
        let mut document = bundled();
        assert!(!advance(&mut document, 0.1));
        apply(&mut document, TimeCommand::PlayPause);
        let before = document.filter.window;
        assert!(advance(&mut document, 0.1));
        assert!(document.filter.window.first() > before.first());
    }
}
