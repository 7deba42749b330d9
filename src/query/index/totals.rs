//! All records counted once, without looking at any.

use std::ops::Range;

use crate::query::{Counts, Shown};

use super::{
    Index, Query,
    general::{Threshold, Thresholds},
    group::{Placed, Role},
};

/// What no window changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Fixed {
    pub(super) records: usize,
    pub(super) unreadable: usize,
    pub(super) unplaced: usize,
    /// Kept back when the index was built.
    pub(super) filtered: usize,
    /// Rows that were not, by layer: dated and undated.
    pub(super) dated: Vec<usize>,
    pub(super) undated: Vec<usize>,
}

impl Index {
    /// Counts every record of the dataset, placed or not, as [`crate::query::WindowResult::of`] does. Costs O(groups log n).
    #[must_use]
    pub fn totals(&self, query: &Query) -> Counts {
        let by_layer = self.shown(query);
        let (mut dated, mut undated, mut off) = (0, 0, 0);
        let fixed = self.fixed.dated.iter().zip(&self.fixed.undated);
        for ((with_date, without), layer) in fixed.zip(0..) {
            if query.shows(layer) {
                dated += with_date;
                undated += without;
            } else {
                off += with_date + without;
            }
        }
        let shown = by_layer.iter().fold(Shown::default(), |sum, shown| Shown {
            certain: sum.certain + shown.certain,
            possible: sum.possible + shown.possible,
        });
        Counts {
            records: self.fixed.records,
            shown,
            out: dated - shown.total(),
            undated,
            unreadable: self.fixed.unreadable,
            filtered: self.fixed.filtered + off,
            unplaced: self.fixed.unplaced,
            layers: self.layer_names.iter().cloned().zip(by_layer).collect(),
            // Which file a row is of is not known here.
            files: Vec::new(),
        }
    }

    /// Counts the records of each layer that `query` shows, placed or not. Costs O(groups log n).
    #[must_use]
    pub fn shown(&self, query: &Query) -> Vec<Shown> {
        self.shown_where(query, |_| true)
    }

    /// Counts the records of each layer that `query` shows and that no cell holds: those without a place of their own.
    #[must_use]
    pub fn shown_off_map(&self, query: &Query) -> Vec<Shown> {
        self.shown_where(query, |placed| placed.codes.is_empty())
    }

    fn shown_where(&self, query: &Query, is_asked: impl Fn(&Placed) -> bool) -> Vec<Shown> {
        let mut by_layer = vec![[0_i64; 2]; self.layer_names.len()];
        let chains = self.chains.iter().filter(|group| is_asked(&group.placed));
        let of_chains = chains.map(|group| {
            let stretch = group.chain.stretch(&query.window);
            let rows = |ranks: Range<u32>| {
                let [end, start] = [ranks.end, ranks.start].map(|rank| group.ranks.start(rank));
                i64::from(end) - i64::from(start)
            };
            (&group.placed, rows(stretch.shown), rows(stretch.certain))
        });
        let generals = self.generals.iter();
        let generals = generals.filter(|group| is_asked(&group.placed));
        let of_generals = generals.map(|group| {
            let Thresholds { shown, certain } = group.thresholds(&query.window);
            let straddling = group.straddling(&query.window);
            // As in any index, rows are numbered by `u32`.
            let straddling = straddling.map(|places| places.len() as u32);
            let certain = rows_between(certain) + i64::from(straddling.sum::<u32>());
            (&group.placed, rows_between(shown), certain)
        });
        for (placed, shown, certain) in of_chains.chain(of_generals) {
            let sum = by_layer.get_mut(usize::from(placed.layer));
            if let (true, Some([all, sure])) = (query.shows(placed.layer), sum) {
                let sign = if placed.role == Role::Gone { -1 } else { 1 };
                *all += sign * shown;
                *sure += sign * certain;
            }
        }
        let shown = by_layer.into_iter().map(|[all, certain]| Shown {
            certain: certain as usize,
            possible: if query.certain_only {
                0
            } else {
                (all - certain) as usize
            },
        });
        shown.collect()
    }
}

/// Returns all rows below the first threshold less all below the second.
fn rows_between(thresholds: [Threshold<'_>; 2]) -> i64 {
    let [to, from] = thresholds.map(|threshold| i64::from(threshold.start()));
    to - from
}
