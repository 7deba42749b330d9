//! How the window moves: by steps of the calendar, by its ends, to a record.
//!
//! Every move gives whole days, both ends included. A window of whole months stays one when it
//! steps by months; other days keep their number in the month, or take the month's last day.

use jiff::{ToSpan, civil};

use crate::model::{
    Bounds, DAY, Second, Window,
    bounds::{day_of, start_of_day},
};

/// What the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// From a start to an end, both of which move.
    #[default]
    Window,
    /// From the beginning to an end that moves.
    Cumulative,
    /// One day, or one week, month or year.
    Instant,
}

/// How far a step goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    #[default]
    Month,
    /// A year of the calendar.
    Year,
}

/// How a window moves, and what it stays in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Which of its ends move.
    pub mode: Mode,
    /// How long a step is, and how long an instant.
    pub unit: Unit,
    /// The stretch of time that records can lie in.
    pub extent: Bounds,
}

/// The part of the window that is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grip {
    /// Its first day.
    Start,
    /// Its last day.
    End,
    /// All of it.
    Middle,
}

impl Mode {
    /// Every mode, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Window, Self::Cumulative, Self::Instant];
}

impl Unit {
    /// Every unit, from short to long.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Returns the unit of a bigger step: a month for days and weeks, else a year.
    #[must_use]
    pub const fn bigger(self) -> Self {
        match self {
            Self::Day | Self::Week => Self::Month,
            Self::Month | Self::Year => Self::Year,
        }
    }

    /// Returns the day `count` units after `day`; in a shorter month its last day. Stops where the calendar ends.
    #[must_use]
    pub fn after(self, day: civil::Date, count: i32) -> civil::Date {
        let count = i64::from(count);
        let none = jiff::Span::new();
        let span = match self {
            Self::Day => none.try_days(count),
            Self::Week => none.try_weeks(count),
            Self::Month => none.try_months(count),
            Self::Year => none.try_years(count),
        };
        span.map_or(day, |span| day.saturating_add(span))
    }

    /// Returns the whole day, week, month or year that `day` lies in.
    #[must_use]
    pub fn around(self, day: civil::Date) -> Window {
        let monday = i64::from(day.weekday().to_monday_zero_offset());
        let (first, last) = match self {
            Self::Day => (day, day),
            Self::Week => (
                day.saturating_sub(monday.days()),
                day.saturating_add((6 - monday).days()),
            ),
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Year => (day.first_of_year(), day.last_of_year()),
        };
        Window::of_days(first, last)
    }
}

/// Puts the unbounded ends of `window` at the ends of `extent`.
#[must_use]
pub fn bounded(window: &Window, extent: Bounds) -> Window {
    let bounded = |second: Second| match second {
        Second::MIN => extent.earliest,
        Second::MAX => extent.latest,
        other => other,
    };
    Window::new(bounded(window.first()), bounded(window.last()))
}

/// Puts the unbounded ends of `window` at the ends of `extent`, as whole days.
#[must_use]
pub fn finite(window: &Window, extent: Bounds) -> Window {
    let bounded = bounded(window, extent);
    Window::of_days(day_of(bounded.first()), day_of(bounded.last()))
}

/// Returns all days of `extent`.
#[must_use]
pub fn whole(extent: Bounds) -> Window {
    Window::of_days(day_of(extent.earliest), day_of(extent.latest))
}

/// Makes `window` one of `mode`: from the beginning of `extent`, or one unit at its start.
#[must_use]
pub fn in_mode(window: &Window, mode: Mode, unit: Unit, extent: Bounds) -> Window {
    let window = finite(window, extent);
    match mode {
        Mode::Window => window,
        Mode::Cumulative => cumulative(day_of(window.last()), extent),
        Mode::Instant => unit.around(within(day_of(window.first()), extent)),
    }
}

/// Makes the window from the first day of `extent` to `last`, or that first day alone.
fn cumulative(last: civil::Date, extent: Bounds) -> Window {
    let first = day_of(extent.earliest);
    Window::of_days(first, last.max(first))
}

/// Moves `window` by `count` units, to earlier days when negative; not at all where it would leave `extent`.
#[must_use]
pub fn stepped(window: &Window, mode: Mode, unit: Unit, count: i32, extent: Bounds) -> Window {
    let window = finite(window, extent);
    let moved = match mode {
        Mode::Window => shifted(&window, unit, count),
        Mode::Cumulative => cumulative(later_end(day_of(window.last()), unit, count), extent),
        Mode::Instant => unit.around(unit.after(day_of(window.first()), count)),
    };
    if moved.bounds().overlaps(&whole(extent).bounds()) {
        moved
    } else {
        window
    }
}

/// Moves both ends by `count` units.
fn shifted(window: &Window, unit: Unit, count: i32) -> Window {
    let (first, last) = (day_of(window.first()), day_of(window.last()));
    let is_whole_months = first == first.first_of_month() && last == last.last_of_month();
    let moved_last = if is_whole_months {
        later_end(last, unit, count)
    } else {
        unit.after(last, count)
    };
    Window::of_days(unit.after(first, count), moved_last)
}

/// Moves the last day of a window by `count` units; the last day of a month stays one when months pass.
fn later_end(last: civil::Date, unit: Unit, count: i32) -> civil::Date {
    let moved = unit.after(last, count);
    let is_month_end = last == last.last_of_month();
    if is_month_end && matches!(unit, Unit::Month | Unit::Year) {
        moved.last_of_month()
    } else {
        moved
    }
}

/// Moves the end of `window` by `count` units; at least one day remains. An instant keeps its length.
#[must_use]
pub fn grown(window: &Window, mode: Mode, unit: Unit, count: i32, extent: Bounds) -> Window {
    let window = finite(window, extent);
    if mode == Mode::Instant {
        return window;
    }
    let first = day_of(window.first());
    let last = later_end(day_of(window.last()), unit, count);
    Window::of_days(first, last.max(first).max(day_of(extent.earliest)))
}

/// A drag along the axis, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisDrag {
    /// The instant at which it began.
    pub from: f64,
    /// The instant that it has come to.
    pub to: f64,
}

/// Drags `grip` of the window `origin`: an end to the instant that the drag has come to, but not past the other end;
/// the middle as far as the drag went, so that it keeps its place under the pointer.
#[must_use]
pub fn dragged(origin: &Window, grip: Grip, drag: AxisDrag, movement: Movement) -> Window {
    let Movement { mode, unit, extent } = movement;
    let AxisDrag {
        from: grabbed,
        to: instant,
    } = drag;
    let origin = finite(origin, extent);
    let first = day_of(origin.first());
    let last = day_of(origin.last());
    match (mode, grip) {
        (Mode::Instant, _) => unit.around(within(day_of(instant.floor() as Second), extent)),
        (Mode::Cumulative, _) => {
            let end = if grip == Grip::Middle {
                origin.last() as f64 + 1.0 + instant - grabbed
            } else {
                instant
            };
            cumulative(within(day_before(end), extent), extent)
        }
        (Mode::Window, Grip::Start) => {
            let day = within(nearest_day(instant), extent);
            Window::of_days(day.min(last), last)
        }
        (Mode::Window, Grip::End) => {
            let day = within(day_before(instant), extent);
            Window::of_days(first, day.max(first))
        }
        (Mode::Window, Grip::Middle) => {
            moved_by_days(&origin, ((instant - grabbed) / DAY as f64).round(), extent)
        }
    }
}

/// Moves `window` by whole days, but not out of touch with `extent`.
#[must_use]
pub fn moved_by_days(window: &Window, days: f64, extent: Bounds) -> Window {
    let window = finite(window, extent);
    let days_to = |second: Second, from: Second| ((second - from) / DAY) as f64;
    let latest = days_to(extent.latest, window.first()).max(0.0);
    let earliest = days_to(extent.earliest, window.last()).min(0.0);
    let seconds = days.clamp(earliest, latest) as Second * DAY;
    Window::new(window.first() + seconds, window.last() + seconds)
}

/// Returns the window from one instant to another, as whole days; both days that are touched count.
#[must_use]
pub fn brushed(from: f64, to: f64) -> Window {
    Window::of_days(day_of(from.floor() as Second), day_of(to.floor() as Second))
}

/// Moves `window` so that `day` begins it (ends it, when cumulative; is in it, when an instant).
#[must_use]
pub fn moved_to_day(
    window: &Window,
    mode: Mode,
    unit: Unit,
    day: civil::Date,
    extent: Bounds,
) -> Window {
    match mode {
        Mode::Instant => unit.around(day),
        Mode::Cumulative => cumulative(day, extent),
        Mode::Window if !window.bounds().is_finite() => {
            Window::of_days(day, unit.after(day, 1).yesterday().unwrap_or(day))
        }
        Mode::Window => {
            let length = window.bounds().length();
            let first = start_of_day(day);
            Window::new(first, first + length - 1)
        }
    }
}

/// Returns the nearest start of a record after (`forward`) or before where the window is, among `starts`
/// (first seconds in any order): after or before the window's first day, its last day when
/// cumulative; outside all of it when an instant.
#[must_use]
pub fn next_start(
    window: &Window,
    mode: Mode,
    starts: impl IntoIterator<Item = Second>,
    forward: bool,
) -> Option<civil::Date> {
    let days = starts
        .into_iter()
        .filter(|second| ![Second::MIN, Second::MAX].contains(second));
    let limits = next_start_limits(window, mode);
    let start = if forward {
        days.filter(|second| *second >= limits.from).min()
    } else {
        days.filter(|second| *second < limits.before).max()
    };
    start.map(day_of)
}

/// Which starts of records lie outside of where the window is: earlier and later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartLimits {
    /// Earlier starts lie before this second.
    pub before: Second,
    /// Later starts lie at this second or after it.
    pub from: Second,
}

/// Tells which starts [`next_start`] chooses from.
#[must_use]
pub fn next_start_limits(window: &Window, mode: Mode) -> StartLimits {
    let (before, after) = match mode {
        Mode::Window => (window.first(), window.first()),
        Mode::Cumulative => (window.last(), window.last()),
        Mode::Instant => (window.first(), window.last()),
    };
    let day = |second: Second| start_of_day(day_of(second));
    StartLimits {
        before: day(before),
        from: day(after).saturating_add(DAY),
    }
}

/// Returns the day that begins nearest to an instant.
fn nearest_day(instant: f64) -> civil::Date {
    day_of((instant + DAY as f64 / 2.0).floor() as Second)
}

/// Returns the day that ends nearest to an instant.
fn day_before(instant: f64) -> civil::Date {
    day_of((instant - DAY as f64 / 2.0).floor() as Second)
}

fn within(day: civil::Date, extent: Bounds) -> civil::Date {
    day.clamp(day_of(extent.earliest), day_of(extent.latest))
}
