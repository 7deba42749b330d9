//! Between seconds and points on the screen.

use crate::model::{Bounds, DAY, Second};

/// The shortest stretch that the axis shows: an hour.
const SPAN_MIN: f64 = 3_600.0;

/// Room before the first and after the last record, as a share of the whole.
const MARGIN: f64 = 0.03;

/// The stretch of time that the axis shows, in seconds; `end` is the first instant past it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewRange {
    /// Left edge.
    pub start: f64,
    /// Right edge; later than `start`.
    pub end: f64,
}

impl ViewRange {
    /// Makes the range of all of `extent` with a margin on both sides: the most that can be shown.
    #[must_use]
    pub fn whole(extent: Bounds) -> Self {
        let (start, end) = (extent.earliest as f64, extent.latest as f64 + 1.0);
        let margin = ((end - start) * MARGIN).max(DAY as f64);
        Self {
            start: start - margin,
            end: end + margin,
        }
    }

    /// Counts the seconds from edge to edge.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.end - self.start
    }

    /// Makes the range shorter (`factor` above 1) or longer around the second `anchor`, which keeps its place on the screen.
    #[must_use]
    pub fn zoomed(&self, factor: f64, anchor: f64, limits: &Self) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return *self;
        }
        let longest = limits.seconds().max(SPAN_MIN);
        let seconds = (self.seconds() / factor).clamp(SPAN_MIN, longest);
        let share = (anchor - self.start) / self.seconds();
        let start = anchor - share * seconds;
        Self {
            start,
            end: start + seconds,
        }
        .within(limits)
    }

    /// Moves the range by `seconds`, to the past when negative.
    #[must_use]
    pub fn panned(&self, seconds: f64, limits: &Self) -> Self {
        Self {
            start: self.start + seconds,
            end: self.end + seconds,
        }
        .within(limits)
    }

    /// Returns the nearest range that lies in `limits` and is no shorter than an hour.
    #[must_use]
    pub fn within(&self, limits: &Self) -> Self {
        let longest = limits.seconds().max(SPAN_MIN);
        let seconds = self.seconds().clamp(SPAN_MIN, longest);
        let latest_start = (limits.end - seconds).max(limits.start);
        let start = self.start.clamp(limits.start, latest_start);
        Self {
            start,
            end: start + seconds,
        }
    }

    /// Returns the range, moved as little as shows `bounds`, or as much of them as fits from their start.
    #[must_use]
    pub fn showing(&self, bounds: Bounds, limits: &Self) -> Self {
        let margin = self.seconds() * 0.05;
        let first = bounds.earliest as f64 - margin;
        let last = bounds.latest as f64 + 1.0 + margin;
        let shift = if first < self.start || last - first > self.seconds() {
            first - self.start
        } else if last > self.end {
            last - self.end
        } else {
            return *self;
        };
        self.panned(shift, limits)
    }

    /// Tells whether some of `bounds` is in the range.
    #[must_use]
    pub fn overlaps(&self, bounds: Bounds) -> bool {
        (bounds.earliest as f64) < self.end && bounds.latest as f64 + 1.0 > self.start
    }
}

/// A [`ViewRange`] laid on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    range: ViewRange,
    left: f64,
    width: f64,
}

impl TimeScale {
    /// Lays `range` on the screen from `left` on, `width` points wide (at least one).
    #[must_use]
    pub fn new(range: ViewRange, left: f32, width: f32) -> Self {
        Self {
            range,
            left: f64::from(left),
            width: f64::from(width).max(1.0),
        }
    }

    /// Returns the range.
    #[must_use]
    pub const fn range(&self) -> &ViewRange {
        &self.range
    }

    /// Returns points that one second takes.
    #[must_use]
    pub fn points_per_second(&self) -> f64 {
        self.width / self.range.seconds()
    }

    /// Returns seconds that one point takes.
    #[must_use]
    pub fn seconds_per_point(&self) -> f64 {
        self.range.seconds() / self.width
    }

    /// Tells where an instant lies, in points; also beyond the edges.
    #[must_use]
    pub fn x_of(&self, instant: f64) -> f64 {
        self.left + (instant - self.range.start) * self.points_per_second()
    }

    /// Returns the instant at `x`.
    #[must_use]
    pub fn instant_at(&self, x: f64) -> f64 {
        self.range.start + (x - self.left) * self.seconds_per_point()
    }

    /// Tells where a second begins, in points, drawn at most `slack` points beyond an edge so that
    /// unbounded time stays a number that a screen can take.
    #[must_use]
    pub fn x_in_screen(&self, second: Second, slack: f64) -> f32 {
        let x = self.x_of(second as f64);
        x.clamp(self.left - slack, self.left + self.width + slack) as f32
    }

    /// Returns the second at `x`.
    #[must_use]
    pub fn second_at(&self, x: f64) -> Second {
        self.instant_at(x).floor() as Second
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Window;
    use proptest::prelude::*;

    fn limits() -> ViewRange {
        ViewRange::whole(Window::parse("2020/2025").unwrap().bounds())
    }

    #[test]
    fn the_whole_leaves_a_margin_on_both_sides() {
        let day = Window::parse("2022-01-05").unwrap().bounds();
        let whole = ViewRange::whole(day);
        assert!(whole.start < day.earliest as f64);
        assert!(whole.end > day.latest as f64);
    }

    #[test]
    fn showing_what_is_shown_already_moves_nothing() {
        let march = Window::parse("2022-03").unwrap().bounds();
        assert_eq!(limits().showing(march, &limits()), limits());
    }

    #[test]
    fn unbounded_time_is_drawn_just_beyond_the_edge() {
        let scale = TimeScale::new(limits(), 100.0, 500.0);
        assert!((scale.x_in_screen(Second::MAX, 8.0) - 608.0).abs() < 1e-3);
        assert!((scale.x_in_screen(Second::MIN, 8.0) - 92.0).abs() < 1e-3);
    }

    proptest! {
        #[test]
        fn a_place_on_the_screen_comes_back_from_its_instant(
            x in -2000.0..4000.0_f64, left in -500.0..500.0_f32, width in 50.0..4000.0_f32,
            start in -1e10..1e10_f64, seconds in 3600.0..1e9_f64,
        ) {
            let scale = TimeScale::new(ViewRange { start, end: start + seconds }, left, width);
            prop_assert!((scale.x_of(scale.instant_at(x)) - x).abs() < 0.01);
        }

        #[test]
        fn zooming_keeps_the_instant_under_the_pointer_unless_an_edge_is_in_the_way(
            factor in 1.0..50.0_f64, share in 0.0..1.0_f64,
        ) {
            let before = limits();
            let anchor = before.start + share * before.seconds();
            let after = before.zoomed(factor, anchor, &limits());
            let share_after = (anchor - after.start) / after.seconds();
            prop_assert!((share_after - share).abs() < 1e-6);
        }

        #[test]
        fn no_zooming_and_panning_leaves_the_limits_or_goes_below_an_hour(
            moves in prop::collection::vec((0.01..100.0_f64, 0.0..1.0_f64, -1e9..1e9_f64), 1..20),
        ) {
            let mut range = limits();
            for (factor, share, shift) in moves {
                let anchor = range.start + share * range.seconds();
                range = range.zoomed(factor, anchor, &limits()).panned(shift, &limits());
                prop_assert!(range.seconds() >= SPAN_MIN - 1e-3);
                prop_assert!(range.start >= limits().start - 1.0);
                prop_assert!(range.end <= limits().end + 1.0);
            }
        }
    }
}
