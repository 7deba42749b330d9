//! Playback: how far the window moves in a frame.

use super::{
    change_days::{ChangeDays, NextChange},
    direction::Direction,
    edit::{self, Mode, Movement, Unit},
};
use crate::model::{
    Bounds, DAY, Window,
    bounds::{day_of, start_of_day},
};

/// The slowest speed, in days per second.
pub const SPEED_MIN: f64 = 0.05;
/// The fastest speed, in days per second: ten years.
pub const SPEED_MAX: f64 = 3_652.0;
/// Returns the round speed after (`is_up`) or before `speed`, in days per second: 1, 2, 5, 10, 20, 50…
#[must_use]
pub fn next_speed(speed: f64, is_up: bool) -> f64 {
    let round = |decade: i32| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(decade));
    let mut speeds = (-2..4).flat_map(round);
    // A speed that is nearly round counts as that one.
    let slack = speed * 1e-6;
    if is_up {
        speeds.find(|next| *next > speed + slack)
    } else {
        speeds.take_while(|next| *next < speed - slack).last()
    }
    .unwrap_or(speed)
    .clamp(SPEED_MIN, SPEED_MAX)
}

/// No frame counts for longer than this, in seconds: after a pause the window does not leap.
const FRAME_MAX: f64 = 0.25;

/// What playback does at the end of its range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It stops.
    #[default]
    Stop,
    /// It begins anew at the other end.
    Loop,
    /// It goes back the way it came.
    Bounce,
}

impl Ending {
    /// Every ending, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Stop, Self::Loop, Self::Bounce];
}

/// Seconds for which a new record is held.
const HOLD: f64 = 1.5;
/// Seconds of play before a change that are never skipped, so that it does not come out of nothing.
const LEAD: f64 = 0.4;

/// Whether and how time passes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Whether it passes now.
    pub is_playing: bool,
    /// Days per second.
    speed: f64,
    /// What it does at the end of its range.
    pub ending: Ending,
    /// Whether it leaps over stretches in which nothing changes.
    pub skips: bool,
    /// Whether it waits at each record that comes into the window.
    pub holds: bool,
    /// The days that it stays within; `None`: all there are.
    pub range: Option<Bounds>,
    /// Seconds that it still waits.
    held: f64,
    /// Which way.
    pub direction: Direction,
    /// Days that have passed but not yet moved the window.
    carry: f64,
}

impl Default for Playback {
    fn default() -> Self {
        Self {
            is_playing: false,
            speed: 30.0,
            ending: Ending::Stop,
            skips: false,
            holds: false,
            range: None,
            held: 0.0,
            direction: Direction::Forward,
            carry: 0.0,
        }
    }
}

impl Playback {
    /// Returns the speed in days per second.
    #[must_use]
    pub const fn speed(&self) -> f64 {
        self.speed
    }

    /// Sets the speed, kept between [`SPEED_MIN`] and [`SPEED_MAX`]; what is no number changes nothing.
    pub fn set_speed(&mut self, days_per_second: f64) {
        if days_per_second.is_finite() {
            self.speed = days_per_second.clamp(SPEED_MIN, SPEED_MAX);
        }
    }

    /// Starts, and gives the window to start with: a window that has nowhere to go begins at the
    /// other end, and one that covers everything is cut to a single unit there.
    pub fn start(&mut self, window: &Window, movement: Movement) -> Window {
        self.is_playing = true;
        self.carry = 0.0;
        self.held = 0.0;
        let movement = self.within_range(movement);
        let Movement { mode, unit, extent } = movement;
        let window = edit::in_mode(window, mode, unit, extent);
        if !self.is_at_end(&window, mode, extent) {
            return window;
        }
        let covers =
            |bound: Bounds| window.first() <= bound.earliest && window.last() >= bound.latest;
        if mode == Mode::Window && covers(edit::whole(extent).bounds()) {
            let day = self.opening_day(extent);
            let last = unit.after(day, 1).yesterday().unwrap_or(day);
            return match self.direction {
                Direction::Forward => Window::of_days(day, last),
                Direction::Backward => {
                    let first = unit.after(day, -1).tomorrow().unwrap_or(day);
                    Window::of_days(first, day)
                }
            };
        }
        self.rewound(&window, movement)
    }

    /// Stops.
    pub fn stop(&mut self) {
        self.is_playing = false;
        self.carry = 0.0;
        self.held = 0.0;
    }

    /// Tells whether [`Playback::advance`] needs the days on which something changes.
    #[must_use]
    pub const fn needs_change_days(&self) -> bool {
        self.skips || self.holds
    }

    /// Returns the longest stretch without a change, in days, that is played all the same.
    #[must_use]
    pub fn lead_days(&self) -> i64 {
        ((self.speed * LEAD).ceil() as i64).max(1)
    }

    /// Narrows the extent of `movement` to the days that are played.
    fn within_range(&self, movement: Movement) -> Movement {
        let range = self
            .range
            .and_then(|range| range.intersection(&movement.extent));
        Movement {
            extent: range.unwrap_or(movement.extent),
            ..movement
        }
    }

    /// Lets `seconds` pass: the window after them, or `None` where it stays as it is. Stops at the end
    /// unless it goes on there. `change_days` are the days on which something changes, for skipping and holding.
    pub fn advance(
        &mut self,
        window: &Window,
        movement: Movement,
        seconds: f64,
        change_days: Option<&ChangeDays>,
    ) -> Option<Window> {
        if !self.is_playing || !seconds.is_finite() {
            return None;
        }
        let seconds = seconds.clamp(0.0, FRAME_MAX);
        if self.held > 0.0 {
            self.held -= seconds;
            return None;
        }
        let movement = self.within_range(movement);
        let Movement { mode, extent, .. } = movement;
        self.carry += self.speed * seconds;
        let window = edit::finite(window, extent);
        if self.is_at_end(&window, mode, extent) {
            return self.end(&window, movement);
        }
        let skipped =
            change_days.and_then(|change_days| self.skipped(&window, movement, change_days));
        let start = skipped.unwrap_or(window);
        let moved = self.moved(&start, movement);
        let new = change_days
            .filter(|_| self.holds)
            .and_then(|change_days| change_days.next_record(&start, mode, self.direction));
        let shown = match new {
            Some(change) if is_reached(&start, &moved, change, self.direction) => {
                (self.held, self.carry) = (HOLD, 0.0);
                self.moved_to(&start, movement, change, change.days)
            }
            _ => moved,
        };
        (shown != window).then_some(shown)
    }

    /// Returns the window a little before the next change, where that is far; at the end, where nothing changes
    /// any more.
    fn skipped(
        &self,
        window: &Window,
        movement: Movement,
        change_days: &ChangeDays,
    ) -> Option<Window> {
        let Movement { mode, extent, .. } = movement;
        if !self.skips {
            return None;
        }
        let room = self.room(window, mode, extent);
        let change = change_days
            .next(window, mode, self.direction)
            .filter(|change| change.days <= room);
        let lead = self.lead_days();
        let days = change.map_or(room, |change| change.days - lead);
        if days <= lead {
            return None;
        }
        let change = change.unwrap_or(NextChange {
            days: room,
            day: match self.direction {
                Direction::Forward => extent.latest.div_euclid(DAY),
                Direction::Backward => extent.earliest.div_euclid(DAY),
            },
        });
        let moved = self.moved_to(window, movement, change, days);
        (moved != *window).then_some(moved)
    }

    /// Moves `window` on by `days`, or to the instant of `change`.
    fn moved_to(
        &self,
        window: &Window,
        movement: Movement,
        change: NextChange,
        days: i64,
    ) -> Window {
        let sign = match self.direction {
            Direction::Forward => 1,
            Direction::Backward => -1,
        };
        let shift = sign * days * DAY;
        match movement.mode {
            Mode::Instant => movement.unit.around(day_of(change.day.saturating_mul(DAY))),
            Mode::Cumulative => Window::new(window.first(), window.last() + shift),
            Mode::Window => Window::new(window.first() + shift, window.last() + shift),
        }
    }

    /// Counts the days that the window can move before it is at the end.
    fn room(&self, window: &Window, mode: Mode, extent: Bounds) -> i64 {
        let bounds = edit::whole(extent).bounds();
        let seconds = match self.direction {
            Direction::Forward => bounds.latest - window.last(),
            Direction::Backward if mode == Mode::Cumulative => window.last() - bounds.earliest,
            Direction::Backward => window.first() - bounds.earliest,
        };
        (seconds / DAY).max(0)
    }

    fn moved(&mut self, window: &Window, movement: Movement) -> Window {
        let Movement { mode, unit, extent } = movement;
        let sign = match self.direction {
            Direction::Forward => 1.0,
            Direction::Backward => -1.0,
        };
        if mode == Mode::Instant {
            return self.moved_by_units(window, unit, sign as i32, extent);
        }
        let days = self.carry.floor();
        self.carry -= days;
        let days = days.min(self.room(window, mode, extent) as f64) * sign;
        let shift = days as i64 * DAY;
        let first = if mode == Mode::Cumulative {
            window.first()
        } else {
            window.first() + shift
        };
        Window::new(first, window.last() + shift)
    }

    /// Moves an instant, which stays until as many days have passed as it is long.
    fn moved_by_units(&mut self, window: &Window, unit: Unit, sign: i32, extent: Bounds) -> Window {
        let mut moved = *window;
        loop {
            let days = moved.bounds().length() as f64 / DAY as f64;
            if self.carry < days || self.is_at_end(&moved, Mode::Instant, extent) {
                return moved;
            }
            self.carry -= days;
            moved = edit::stepped(&moved, Mode::Instant, unit, sign, extent);
        }
    }

    /// Tells whether the window has nowhere to go.
    fn is_at_end(&self, window: &Window, mode: Mode, extent: Bounds) -> bool {
        let bounds = edit::whole(extent).bounds();
        match self.direction {
            Direction::Forward => window.last() >= bounds.latest,
            Direction::Backward if mode == Mode::Cumulative => {
                start_of_day(day_of(window.last())) <= bounds.earliest
            }
            Direction::Backward => window.first() <= bounds.earliest,
        }
    }

    fn end(&mut self, window: &Window, movement: Movement) -> Option<Window> {
        let rewound = self.rewound(window, movement);
        // What covers everything would go on on the spot.
        if self.ending == Ending::Stop || rewound == *window {
            self.stop();
            return None;
        }
        // The last sight is held for as long as any other, so that it is seen at all.
        let hold = if movement.mode == Mode::Instant {
            window.bounds().length() as f64 / DAY as f64
        } else {
            1.0_f64.max(self.speed * 0.4)
        };
        if self.carry < hold {
            return None;
        }
        self.carry = 0.0;
        if self.ending == Ending::Bounce {
            self.direction = self.direction.reversed();
            return None;
        }
        Some(rewound)
    }

    fn rewound(&self, window: &Window, movement: Movement) -> Window {
        let Movement { mode, unit, extent } = movement;
        let day = self.opening_day(extent);
        match (mode, self.direction) {
            (Mode::Window, Direction::Backward) => {
                let last = edit::whole(extent).last();
                Window::new(last - window.bounds().length() + 1, last)
            }
            _ => edit::moved_to_day(window, mode, unit, day, extent),
        }
    }

    fn opening_day(&self, extent: Bounds) -> jiff::civil::Date {
        match self.direction {
            Direction::Forward => day_of(extent.earliest),
            Direction::Backward => day_of(extent.latest),
        }
    }
}

/// Tells whether moving from `start` to `moved` reaches the day of `change`.
fn is_reached(start: &Window, moved: &Window, change: NextChange, direction: Direction) -> bool {
    let seconds = match direction {
        Direction::Forward => moved.last() - start.last(),
        Direction::Backward => start.first() - moved.first(),
    };
    seconds / DAY >= change.days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_speeds_are_a_step_apart_and_end_at_the_limits() {
        let ends = |from: f64, is_up, to: f64| (next_speed(from, is_up) - to).abs() < 1e-9;
        assert!(ends(30.0, true, 50.0));
        assert!(ends(30.0, false, 20.0));
        assert!(ends(0.1, false, SPEED_MIN));
        assert!(ends(SPEED_MIN, false, SPEED_MIN));
        assert!(ends(2_000.0, true, SPEED_MAX));
        assert!(ends(SPEED_MAX, true, SPEED_MAX));
    }
}
