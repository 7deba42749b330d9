//! How many records each piece of time holds, in a part of the map or in all of it, as
//! [`crate::timeline::Histogram`] counts them.

use std::ops::Range;

use crate::{
    model::{Bounds, Own, Second, Window},
    timeline::{Bin, BinSums},
};

use super::{Cells, Index, Query, chain::RankRange, general::GeneralGroup, group::ChainGroup};

impl Index {
    /// Counts the bins between each two neighbours of `edges`, which rise, over the layers that `query` has on (its
    /// window means nothing here): in `cells` when some are given, else over all records, placed or not.
    ///
    /// Costs a descent for each edge and each stretch of neighbouring cells, whatever the bins hold.
    #[must_use]
    pub fn histogram(&self, edges: &[Second], query: &Query, cells: Option<&Cells>) -> Vec<Bin> {
        if cells.is_some_and(|cells| cells.index != self.id) {
            return BinSums::new(edges.to_vec()).bins();
        }
        let mut sums = BinSums::new(edges.to_vec());
        for (at, group) in self.generals.iter().enumerate() {
            if query.shows(group.placed.layer) {
                group.add_to(
                    &mut sums,
                    cells
                        .map(|cells| cells.generals.own(at).ranges())
                        .as_deref(),
                );
            }
        }
        let mut bins = sums.bins();
        for (at, group) in self.chains.iter().enumerate() {
            if query.shows(group.placed.layer) {
                group.add_to(
                    &mut bins,
                    cells.map(|cells| cells.chains.own(at).ranges()).as_deref(),
                );
            }
        }
        for bin in &mut bins {
            // What sums leave behind may be less than nothing.
            bin.possible = bin.possible.max(0.0);
        }
        bins
    }
}

impl GeneralGroup {
    fn add_to(&self, sums: &mut BinSums, ranges: Option<&[Range<u32>]>) {
        let all = 0..self.len() as u32;
        for range in ranges.unwrap_or(std::slice::from_ref(&all)) {
            for span in self.spans(range.clone()) {
                sums.add_times(span, self.placed.sign());
            }
        }
    }
}

impl ChainGroup {
    fn add_to(&self, bins: &mut [Bin], ranges: Option<&[Range<u32>]>) {
        let stretches: Vec<RankRange> = bins
            .iter()
            .map(|bin| self.chain.stretch(&window_of(bin)))
            .collect();
        let ranks = stretches
            .iter()
            .flat_map(|stretch| self.ranks_needed(stretch));
        let mut cuts: Vec<u32> = ranks.collect();
        cuts.sort_unstable();
        cuts.dedup();
        let before = match ranges {
            None => cuts
                .iter()
                .map(|cut| u64::from(self.ranks.start(*cut)))
                .collect(),
            Some(ranges) => self.before(&cuts, ranges),
        };
        let counts = RankCounts { cuts, before };
        for (bin, stretch) in bins.iter_mut().zip(&stretches) {
            let sign = self.placed.sign();
            bin.certain += sign * counts.rows(&stretch.certain) as f64;
            bin.possible += sign * self.possible(bin.bounds, stretch, &counts);
        }
    }

    /// Tells how many rows of `ranges` lie below each of `cuts`.
    fn before(&self, cuts: &[u32], ranges: &[Range<u32>]) -> Vec<u64> {
        let mut counts = vec![0; cuts.len()];
        self.ranks.count_between(ranges, cuts, &mut counts);
        let mut sum = 0;
        for count in &mut counts {
            sum += std::mem::replace(count, sum);
        }
        counts
    }

    /// Returns the ranks below which rows must be counted for a bin.
    fn ranks_needed(&self, stretch: &RankRange) -> Vec<u32> {
        let mut ranks = vec![
            stretch.shown.start,
            stretch.shown.end,
            stretch.certain.start,
            stretch.certain.end,
        ];
        if self.is_finite {
            for possible in possible(stretch) {
                ranks.extend(possible.start..=possible.end);
            }
        }
        ranks
    }

    /// Sums the weights of what is possible in a bin.
    fn possible(&self, bounds: Bounds, stretch: &RankRange, counts: &RankCounts) -> f64 {
        if !self.is_finite {
            let rows = counts.rows(&stretch.shown) - counts.rows(&stretch.certain);
            return rows as f64 / 2.0;
        }
        let ranks = possible(stretch).into_iter().flatten();
        let weights = ranks.filter_map(|rank| {
            let rows = counts.rows(&(rank..rank + 1));
            let hull = self.chain.hull(rank)?;
            let share = hull.intersection(&bounds)?.length() as f64 / hull.length() as f64;
            Some(rows as f64 * share)
        });
        weights.sum()
    }
}

/// Returns the ranks that are shown and not certain.
fn possible(stretch: &RankRange) -> [Range<u32>; 2] {
    let RankRange { shown, certain } = stretch;
    if certain.is_empty() {
        return [shown.clone(), 0..0];
    }
    [shown.start..certain.start, certain.end..shown.end]
}

/// Rows below the ranks that matter.
struct RankCounts {
    cuts: Vec<u32>,
    before: Vec<u64>,
}

impl RankCounts {
    /// Counts the rows with a rank in `ranks`, both ends of which are cuts.
    fn rows(&self, ranks: &Range<u32>) -> u64 {
        self.before(ranks.end) - self.before(ranks.start)
    }

    fn before(&self, rank: u32) -> u64 {
        let at = self.cuts.partition_point(|cut| *cut < rank);
        debug_assert_eq!(self.cuts.get(at), Some(&rank), "only cuts are asked for");
        *self.before.own(at)
    }
}

fn window_of(bin: &Bin) -> Window {
    Window::new(bin.bounds.earliest, bin.bounds.latest)
}
