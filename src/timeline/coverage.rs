//! Documents by month of publication, so that a month without any is not read as a calm one.

use super::bin_width::BinWidth;
use crate::model::{Bounds, Relation, Span, Window};

/// A calendar month of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its seconds, both ends included.
    pub bounds: Bounds,
    /// Documents that were published in it.
    pub certain: usize,
    /// Documents that may have been published in it.
    pub possible: usize,
}

impl Month {
    const fn empty(bounds: Bounds) -> Self {
        Self {
            bounds,
            certain: 0,
            possible: 0,
        }
    }

    /// Tells whether nothing can have been published in it.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.certain + self.possible == 0
    }
}

/// The months of an axis with what was published in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In order, without gaps.
    pub months: Vec<Month>,
    /// Documents, certain and possible together, in the month that has most.
    pub most: usize,
}

impl Coverage {
    /// Counts what was `published` when, and how much of it, in each month that `extent` touches.
    #[must_use]
    pub fn of(published: &[(Bounds, usize)], extent: Bounds) -> Self {
        let last = extent.latest.saturating_add(1);
        let edges: Vec<_> = BinWidth::Months(1).edges(extent.earliest, last).collect();
        let mut months: Vec<Month> = edges
            .iter()
            .zip(edges.iter().skip(1))
            .map(|(start, end)| Month::empty(Bounds::new(*start, *end - 1)))
            .collect();
        for (date, documents) in published {
            count(&mut months, *date, *documents);
        }
        let counts = months.iter().map(|month| month.certain + month.possible);
        Self {
            most: counts.max().unwrap_or(0),
            months,
        }
    }

    /// Stretches of months one after another in which nothing can have been published.
    pub fn silences(&self) -> impl Iterator<Item = Bounds> {
        let runs = self.months.chunk_by(|a, b| a.is_silent() == b.is_silent());
        runs.filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            let whole = Bounds::new(first.bounds.earliest, last.bounds.latest);
            first.is_silent().then_some(whole)
        })
    }

    /// Returns the month that holds `second`.
    #[must_use]
    pub fn at(&self, second: i64) -> Option<&Month> {
        let index = self
            .months
            .partition_point(|month| month.bounds.latest < second);
        let month = self.months.get(index)?;
        (month.bounds.earliest <= second).then_some(month)
    }
}

/// Counts documents of one date in the months that it touches.
fn count(months: &mut [Month], date: Bounds, documents: usize) {
    let first = months.partition_point(|month| month.bounds.latest < date.earliest);
    let touched = months.iter_mut().skip(first);
    for month in touched.take_while(|month| month.bounds.earliest <= date.latest) {
        let window = Window::new(month.bounds.earliest, month.bounds.latest);
        match Span::of_event(date).relation(&window) {
            Relation::Certain => month.certain += documents,
            Relation::Possible { .. } => month.possible += documents,
            Relation::Out => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{When, bounds::iso_day};

    fn coverage(published: &[&str], extent: &str) -> Coverage {
        let bounds = |text: &str| When::parse(text).unwrap().bounds();
        let published: Vec<(Bounds, usize)> =
            published.iter().map(|text| (bounds(text), 1)).collect();
        Coverage::of(&published, bounds(extent))
    }

    #[test]
    fn a_document_of_one_month_is_certain_and_one_of_two_is_possible_in_both() {
        let coverage = coverage(&["2025-02-04", "2025-01/2025-02"], "2025-01/2025-03");
        let counts: Vec<_> = coverage
            .months
            .iter()
            .map(|month| (month.certain, month.possible))
            .collect();
        assert_eq!(counts, [(0, 1), (1, 1), (0, 0)]);
        assert_eq!(coverage.most, 2);
    }

    #[test]
    fn months_without_a_document_are_one_silence_however_many_they_are() {
        let coverage = coverage(&["2022-04-09", "2025-02"], "2022-04/2025-03");
        let silences: Vec<_> = coverage
            .silences()
            .map(|it| (iso_day(it.earliest), iso_day(it.latest)))
            .collect();
        assert_eq!(
            silences,
            [
                ("2022-05-01".into(), "2025-01-31".into()),
                ("2025-03-01".into(), "2025-03-31".into()),
            ]
        );
        let silent = coverage.at(silences_begin(&coverage)).unwrap();
        assert!(silent.is_silent());
    }

    fn silences_begin(coverage: &Coverage) -> i64 {
        coverage.silences().next().unwrap().earliest
    }
}
