//! Rows in one order, each with its counter, and snapshots of all counters on the way.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::CellId;
use crate::model::Own;

/// The least number of rows between two snapshots.
const ROWS_BETWEEN_SNAPSHOTS: usize = 1024;

/// Rows in one order.
#[derive(Clone, Debug, Default)]
pub(super) struct CounterOrder {
    /// The counter of each row; one past the last for rows that nothing counts.
    rows: Vec<u32>,
    /// Number of counters, with the one past the last.
    counters: usize,
    /// Rows between two snapshots: as many as there are counters, so that the snapshots take no more room
    /// than the rows.
    step: usize,
    /// All counters before row 0, before row `step`, and so on.
    snapshots: Vec<u32>,
}

/// Returns the cells that occur, and for each row the number of its cell among them, or one more when it lies in none.
pub(super) fn counters_of(cells: &[Option<CellId>]) -> (Vec<CellId>, Vec<u32>) {
    let mut numbers: FxHashMap<CellId, u32> = FxHashMap::default();
    for cell in cells.iter().flatten() {
        let next = numbers.len() as u32;
        numbers.entry(*cell).or_insert(next);
    }
    let nowhere = numbers.len() as u32;
    let number_of = |cell: &Option<CellId>| cell.and_then(|cell| numbers.get(&cell).copied());
    let rows = cells.iter().map(|cell| number_of(cell).unwrap_or(nowhere));
    let rows = rows.collect();
    let mut occurring = vec![CellId::default(); numbers.len()];
    for (cell, number) in numbers {
        *occurring.own_mut(number as usize) = cell;
    }
    (occurring, rows)
}

impl CounterOrder {
    /// Orders rows with counters below `counters`, or equal to it when nothing counts them.
    pub(super) fn new(rows: Vec<u32>, counters: usize) -> Self {
        let counters = counters + 1;
        let step = counters.max(ROWS_BETWEEN_SNAPSHOTS);
        let mut snapshots = Vec::with_capacity((rows.len() / step + 1) * counters);
        let mut sums = vec![0; counters];
        for rows in rows.chunks(step) {
            snapshots.extend_from_slice(&sums);
            change(rows, 1, &mut sums);
        }
        if rows.len().is_multiple_of(step) {
            snapshots.extend_from_slice(&sums);
        }
        Self {
            rows,
            counters,
            step,
            snapshots,
        }
    }

    /// Counts the rows of a stretch into `counts`, whatever was in it.
    pub(super) fn count(&self, stretch: &Range<u32>, counts: &mut Vec<u32>) {
        let (from, to) = (stretch.start as usize, stretch.end as usize);
        let (first, last) = (self.nearest(from), self.nearest(to));
        if first == last {
            counts.clear();
            counts.resize(self.counters, 0);
            self.change_between(from, to, counts);
            return;
        }
        let before = self.snapshot(first);
        let until = self.snapshot(last);
        counts.clear();
        counts.extend(
            until
                .iter()
                .zip(before)
                .map(|(until, before)| until - before),
        );
        self.change_between(from, first * self.step, counts);
        self.change_between(last * self.step, to, counts);
    }

    /// Takes the first `rows` rows away from `counts`, which may wrap around.
    pub(super) fn take_away(&self, rows: u32, counts: &mut [u32]) {
        let nearest = self.nearest(rows as usize);
        let before = self.snapshot(nearest);
        for (count, before) in counts.iter_mut().zip(before) {
            *count = count.wrapping_sub(*before);
        }
        self.change_between(rows as usize, nearest * self.step, counts);
    }

    /// Adds what lies from `from` to `to`, or takes away what lies from `to` to `from`.
    fn change_between(&self, from: usize, to: usize, counts: &mut [u32]) {
        if from <= to {
            change(self.rows.stretch(from..to), 1, counts);
        } else {
            change(self.rows.stretch(to..from), u32::MAX, counts);
        }
    }

    /// Finds the snapshot nearest to a row.
    fn nearest(&self, row: usize) -> usize {
        let last = (self.snapshots.len() / self.counters.max(1)).saturating_sub(1);
        ((row + self.step / 2) / self.step.max(1)).min(last)
    }

    fn snapshot(&self, number: usize) -> &[u32] {
        let from = number * self.counters;
        self.snapshots.stretch(from..from + self.counters)
    }
}

/// Adds `by`, which may be -1 wrapped around, to the counter of each row.
fn change(rows: &[u32], by: u32, counts: &mut [u32]) {
    for row in rows {
        let count = counts.own_mut(*row as usize);
        *count = count.wrapping_add(by);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_stretch_counts_as_its_rows_do(
            cells in prop::collection::vec(prop::option::weighted(0.9, 100..140_usize), 0..6000), a: u32, b: u32, less: u32,
        ) {
            let cells: Vec<Option<CellId>> = cells.into_iter().map(|cell| cell.map(CellId::new)).collect();
            let (occurring, rows) = counters_of(&cells);
            let order = CounterOrder::new(rows, occurring.len());
            let length = cells.len() as u32 + 1;
            let stretch = (a % length).min(b % length)..(a % length).max(b % length);
            let less = less % length;
            let mut counts = Vec::new();
            order.count(&stretch, &mut counts);
            let mut fewer = counts.clone();
            order.take_away(less, &mut fewer);
            for (counter, cell) in occurring.iter().enumerate() {
                let among = |cells: &[Option<CellId>]| cells.iter().filter(|own| **own == Some(*cell)).count() as u32;
                prop_assert_eq!(counts[counter], among(&cells[stretch.start as usize..stretch.end as usize]));
                let difference = counts[counter].wrapping_sub(among(&cells[..less as usize]));
                prop_assert_eq!(fewer[counter], difference);
            }
        }
    }
}
