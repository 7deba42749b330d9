//! How many records each piece of the axis holds, certain and possible apart.
//!
//! A bin is a window: it counts a record as [`Span::relation`] would for the bin's own days. So the
//! bars agree with the counts beside them, and an event that happened once adds up to one over
//! the whole axis however loosely it is dated.

use std::ops::Range;

use super::{bin_width::BinWidth, scale::TimeScale};
use crate::model::{Bounds, Own, Second, Span};

/// A piece of the axis with its count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The seconds it covers, both ends included.
    pub bounds: Bounds,
    /// Records that it shows for certain.
    pub certain: f64,
    /// The sum of the weights of those that it shows possibly.
    pub possible: f64,
}

impl Bin {
    /// Adds certain and possible, for the height of a bar.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.certain + self.possible
    }
}

/// Bins side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// In order, without gaps.
    pub bins: Vec<Bin>,
    /// The height of the highest bin.
    pub highest: f64,
}

impl Histogram {
    /// Counts `spans` in bins of `width` over all that `scale` shows.
    #[must_use]
    pub fn of<'a>(
        spans: impl IntoIterator<Item = &'a Span>,
        scale: &TimeScale,
        bin_width: BinWidth,
    ) -> Self {
        let range = scale.range();
        let (from, to) = (range.start.floor() as Second, range.end.ceil() as Second);
        let edges: Vec<Second> = bin_width.edges(from, to).collect();
        let mut sums = BinSums::new(edges);
        for span in spans {
            sums.add(span);
        }
        Self::of_bins(sums.bins())
    }

    /// Makes a histogram of bins, which lie side by side in order.
    #[must_use]
    pub fn of_bins(mut bins: Vec<Bin>) -> Self {
        for bin in &mut bins {
            // What sums leave behind may be less than nothing.
            bin.possible = bin.possible.max(0.0);
        }
        let highest = bins.iter().map(Bin::height).fold(0.0, f64::max);
        Self { bins, highest }
    }
}

/// Returns the finest width from a day on whose pieces take at least `points_min` points.
#[must_use]
pub fn bin_width_for(scale: &TimeScale, points_min: f64) -> BinWidth {
    BinWidth::ALL
        .into_iter()
        .find(|bin_width| bin_width.mean_seconds() * scale.points_per_second() >= points_min)
        .unwrap_or(BinWidth::Years(1_000))
}

/// Counts on their way into bins: running differences, so that a span costs the same however many bins
/// it covers.
#[derive(Clone, Debug)]
pub struct BinSums {
    /// One more than there are bins.
    edges: Vec<Second>,
    /// Change of the certain count at each bin.
    certain: Vec<f64>,
    /// Change of the possible count at each bin, whatever the bin's length.
    possible: Vec<f64>,
    /// Change of the possible count per second of the bin.
    possible_rate: Vec<f64>,
    /// Possible counts of single bins.
    partial: Vec<f64>,
}

impl BinSums {
    /// Begins with no counts; a bin lies between each two neighbours of `edges`, which rise.
    #[must_use]
    pub fn new(edges: Vec<Second>) -> Self {
        let length = edges.len() + 1;
        Self {
            edges,
            certain: vec![0.0; length],
            possible: vec![0.0; length],
            possible_rate: vec![0.0; length],
            partial: vec![0.0; length],
        }
    }

    const fn count(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    fn bounds(&self, bin: usize) -> Bounds {
        Bounds::new(*self.edges.own(bin), *self.edges.own(bin + 1) - 1)
    }

    /// Returns the first bin that ends at or after `second`.
    fn first_reaching(&self, second: Second) -> usize {
        let past_end = |edge: &Second| *edge <= second;
        self.edges
            .get(1..)
            .unwrap_or_default()
            .partition_point(past_end)
    }

    /// Returns the number one past the last bin that begins at or before `second`.
    fn past_beginning(&self, second: Second) -> usize {
        let starts = self.edges.get(..self.count()).unwrap_or_default();
        starts.partition_point(|edge| *edge <= second)
    }

    /// Counts a span in every bin that shows it.
    pub fn add(&mut self, span: &Span) {
        self.add_times(span, 1.0);
    }

    /// Counts a span so many times in every bin that shows it: -1 takes it away again.
    pub fn add_times(&mut self, span: &Span, times: f64) {
        let hull = span.hull();
        let shown = self.first_reaching(hull.earliest)..self.past_beginning(hull.latest);
        if shown.is_empty() {
            return;
        }
        let from = self.first_reaching(span.start.latest);
        let until = self.past_beginning(span.end.earliest);
        if from < until {
            change(&mut self.certain, from, until, times);
            self.add_possible(hull, shown.start..from, times);
            self.add_possible(hull, until..shown.end, times);
        } else {
            self.add_possible(hull, shown, times);
        }
    }

    fn add_possible(&mut self, hull: Bounds, bins: Range<usize>, times: f64) {
        let (from, until) = (bins.start, bins.end);
        if from >= until {
            return;
        }
        if !hull.is_finite() {
            change(&mut self.possible, from, until, 0.5 * times);
            return;
        }
        // Bins at the ends of the record may be covered in part; those between are whole.
        let rate = times / hull.length() as f64;
        for bin in [Some(from), (until - 1 > from).then_some(until - 1)]
            .into_iter()
            .flatten()
        {
            let overlap = self.bounds(bin).intersection(&hull);
            debug_assert!(overlap.is_some(), "a span is counted where it lies");
            let seconds = overlap.map_or(0, |overlap| overlap.length());
            *self.partial.own_mut(bin) += seconds as f64 * rate;
        }
        if until - from > 2 {
            change(&mut self.possible_rate, from + 1, until - 1, rate);
        }
    }

    /// Returns the bins with what has been counted, in order.
    #[must_use]
    pub fn bins(&self) -> Vec<Bin> {
        let (mut certain, mut possible, mut rate) = (0.0, 0.0, 0.0);
        let changes = self
            .certain
            .iter()
            .zip(&self.possible)
            .zip(self.possible_rate.iter().zip(&self.partial));
        let bins = (0..self.count()).zip(changes);
        bins.map(|(bin, ((more, maybe), (rated, partial)))| {
            certain += more;
            possible += maybe;
            rate += rated;
            let bounds = self.bounds(bin);
            let spread = rate * bounds.length() as f64;
            Bin {
                bounds,
                certain,
                possible: possible + spread + partial,
            }
        })
        .collect()
    }
}

fn change(changes: &mut [f64], from: usize, until: usize, by: f64) {
    *changes.own_mut(from) += by;
    *changes.own_mut(until) -= by;
}

#[cfg(test)]
mod tests {
    use super::super::scale::ViewRange;
    use super::*;
    use crate::model::{DAY, Kind, Relation, When, Window};
    use proptest::prelude::*;

    fn scale(window: &str) -> TimeScale {
        let bounds = Window::parse(window).unwrap().bounds();
        let range = ViewRange {
            start: bounds.earliest as f64,
            end: bounds.latest as f64 + 1.0,
        };
        TimeScale::new(range, 0.0, 1000.0)
    }

    fn span(date: &str, kind: Kind) -> Span {
        Span::of(&When::parse(date).unwrap(), kind, None)
    }

    #[test]
    fn an_event_of_some_day_in_january_is_spread_over_its_days() {
        let event = span("2022-01", Kind::Event);
        let days = Histogram::of([&event], &scale("2022"), BinWidth::Day);
        assert!((days.bins[4].possible - 1.0 / 31.0).abs() < 1e-9);
        assert!(days.bins[4].certain.abs() < 1e-9);
        let months = Histogram::of([&event], &scale("2022"), BinWidth::Months(1));
        assert!((months.bins[0].certain - 1.0).abs() < 1e-9);
        assert!(months.bins[1].height().abs() < 1e-9);
    }

    #[test]
    fn a_presence_counts_in_every_month_that_it_held() {
        let base = span("2022-02/2022-05", Kind::Presence);
        let months = Histogram::of([&base], &scale("2022"), BinWidth::Months(1));
        let certain: Vec<bool> = months.bins.iter().map(|bin| bin.certain > 0.5).collect();
        assert_eq!(certain.iter().filter(|is| **is).count(), 4);
        assert!((months.highest - 1.0).abs() < 1e-9);
    }

    fn any_span() -> impl Strategy<Value = Span> {
        let second = 0..2000 * DAY;
        let open = any::<bool>();
        (
            second.clone(),
            0..90 * DAY,
            second,
            0..90 * DAY,
            any::<bool>(),
            open,
        )
            .prop_map(|(start, loose, length, loose_end, is_event, is_open)| {
                let first = Bounds::new(start, start + loose);
                if is_event {
                    return Span::of_event(first);
                }
                let end = start + length;
                let latest = if is_open {
                    Second::MAX
                } else {
                    (end + loose_end).max(first.latest)
                };
                Span {
                    start: first,
                    end: Bounds::new(end, latest),
                    kind: Kind::Presence,
                }
            })
    }

    proptest! {
        #[test]
        fn a_bin_counts_as_the_window_of_its_days_would(
            spans in prop::collection::vec(any_span(), 1..20), start in 0..1500_i64, days in 5..600_i64,
        ) {
            let range = ViewRange { start: (start * DAY) as f64, end: ((start + days) * DAY) as f64 };
            let scale = TimeScale::new(range, 0.0, 1000.0);
            for bin_width in [BinWidth::Day, BinWidth::Week, BinWidth::Months(1)] {
                let histogram = Histogram::of(&spans, &scale, bin_width);
                for bin in &histogram.bins {
                    let window = Window::new(bin.bounds.earliest, bin.bounds.latest);
                    let relations = spans.iter().map(|span| span.relation(&window));
                    let (certain, possible) = relations.fold((0.0, 0.0), |(certain, possible), relation| {
                        match relation {
                            Relation::Certain => (certain + 1.0, possible),
                            other => (certain, possible + f64::from(other.weight())),
                        }
                    });
                    prop_assert!((bin.certain - certain).abs() < 1e-6);
                    prop_assert!((bin.possible - possible).abs() < 1e-4, "{} {}", bin.possible, possible);
                }
            }
        }

        #[test]
        fn events_add_up_to_their_number_over_the_whole_axis(
            events in prop::collection::vec((0..1000 * DAY, 0..200 * DAY), 1..30),
        ) {
            let spans: Vec<Span> = events
                .iter()
                .map(|(start, length)| Span::of_event(Bounds::new(*start, start + length)))
                .collect();
            let scale = TimeScale::new(ViewRange { start: 0.0, end: (1300 * DAY) as f64 }, 0.0, 900.0);
            for bin_width in [BinWidth::Day, BinWidth::Week, BinWidth::Months(3), BinWidth::Years(1)] {
                let total: f64 = Histogram::of(&spans, &scale, bin_width).bins.iter().map(Bin::height).sum();
                prop_assert!((total - spans.len() as f64).abs() < 1e-6);
            }
        }
    }
}
