//! Where the axis is cut: two rows of ticks on the edges of the calendar.
//!
//! The coarse row names what the fine row counts in: years over months, months over days.

use super::{bin_width::BinWidth, scale::TimeScale};
use crate::model::Second;

/// The two rows of ticks of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruler {
    /// Named once, above: the year.
    pub major: BinWidth,
    /// Counted off below it: the months.
    pub minor: BinWidth,
}

/// A piece of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// First second.
    pub start: Second,
    /// First second past it.
    pub end: Second,
}

/// Ruler by ruler from fine to coarse, each with the least width in points of its minor pieces.
const RULERS: [(BinWidth, BinWidth, f64); 14] = [
    (BinWidth::Day, BinWidth::Minutes(1), 38.0),
    (BinWidth::Day, BinWidth::Minutes(5), 38.0),
    (BinWidth::Day, BinWidth::Minutes(15), 38.0),
    (BinWidth::Day, BinWidth::Hours(1), 38.0),
    (BinWidth::Day, BinWidth::Hours(3), 38.0),
    (BinWidth::Day, BinWidth::Hours(6), 38.0),
    (BinWidth::Months(1), BinWidth::Day, 20.0),
    (BinWidth::Months(1), BinWidth::Week, 24.0),
    (BinWidth::Years(1), BinWidth::Months(1), 13.0),
    (BinWidth::Years(1), BinWidth::Months(3), 24.0),
    (BinWidth::Years(10), BinWidth::Years(1), 36.0),
    (BinWidth::Years(10), BinWidth::Years(2), 36.0),
    (BinWidth::Years(100), BinWidth::Years(10), 40.0),
    (BinWidth::Years(1_000), BinWidth::Years(100), 40.0),
];

impl Ruler {
    /// Finds the finest ruler whose minor pieces are wide enough to be told apart and named.
    #[must_use]
    pub fn for_scale(scale: &TimeScale) -> Self {
        let fits = |(_, minor, points): &(BinWidth, BinWidth, f64)| {
            minor.mean_seconds() * scale.points_per_second() >= *points
        };
        let coarsest = (BinWidth::Years(1_000), BinWidth::Years(1_000), 0.0);
        let (major, minor, _) = RULERS.iter().copied().find(fits).unwrap_or(coarsest);
        Self { major, minor }
    }
}

/// Returns the pieces of `width` that the axis shows, whole, in order.
#[must_use]
pub fn ticks(scale: &TimeScale, bin_width: BinWidth) -> Vec<Tick> {
    let range = scale.range();
    let (from, to) = (range.start.floor() as Second, range.end.ceil() as Second);
    let edges: Vec<Second> = bin_width.edges(from, to).collect();
    edges
        .iter()
        .zip(edges.iter().skip(1))
        .map(|(start, end)| Tick {
            start: *start,
            end: *end,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::scale::ViewRange;
    use super::*;
    use crate::model::Window;
    use proptest::prelude::*;

    fn scale(window: &str, width: f32) -> TimeScale {
        let bounds = Window::parse(window).unwrap().bounds();
        let range = ViewRange {
            start: bounds.earliest as f64,
            end: bounds.latest as f64 + 1.0,
        };
        TimeScale::new(range, 0.0, width)
    }

    #[test]
    fn six_years_show_months_under_years() {
        let ruler = Ruler::for_scale(&scale("2020/2025", 1100.0));
        assert_eq!(ruler.major, BinWidth::Years(1));
        assert_eq!(ruler.minor, BinWidth::Months(1));
    }

    #[test]
    fn a_month_shows_days_and_a_day_hours() {
        assert_eq!(
            Ruler::for_scale(&scale("2022-03", 1100.0)).minor,
            BinWidth::Day
        );
        assert_eq!(
            Ruler::for_scale(&scale("2022-03-05", 1100.0)).minor,
            BinWidth::Hours(1)
        );
    }

    #[test]
    fn a_year_of_months_has_twelve_even_when_it_leaps() {
        for year in ["2023", "2024", "1900", "2000"] {
            assert_eq!(ticks(&scale(year, 600.0), BinWidth::Months(1)).len(), 12);
        }
    }

    #[test]
    fn ten_thousand_years_still_have_a_ruler() {
        let ruler = Ruler::for_scale(&scale("0001/9998", 300.0));
        assert!(ticks(&scale("0001/9998", 300.0), ruler.minor).len() < 40);
    }

    proptest! {
        #[test]
        fn ticks_lie_on_the_calendar_in_order_without_gaps_and_cover_the_axis(
            start in -2e9..6e9_f64, seconds in 3600.0..6e9_f64, width in 200.0..3000.0_f32,
        ) {
            let range = ViewRange { start, end: start + seconds };
            let scale = TimeScale::new(range, 0.0, width);
            let ruler = Ruler::for_scale(&scale);
            for bin_width in [ruler.major, ruler.minor] {
                let ticks = ticks(&scale, bin_width);
                prop_assert!(ticks.iter().all(|tick| tick.start < tick.end));
                prop_assert!(ticks.iter().all(|tick| bin_width.begins_at(tick.start)));
                prop_assert!(ticks.windows(2).all(|pair| pair[0].end == pair[1].start));
                prop_assert!(ticks.first().is_some_and(|tick| tick.start as f64 <= start));
                prop_assert!(ticks.last().is_some_and(|tick| tick.end as f64 >= range.end));
            }
            prop_assert!(ticks(&scale, ruler.minor).len() <= 300);
        }
    }
}
