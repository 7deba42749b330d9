//! All records counted once, without looking at any.

use crate::store::{Counts, Shown};

use super::{Index, Query};

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
    /// Every record of the dataset, placed or not, as [`crate::store::Visible::of`] counts them.
    #[must_use]
    pub fn totals(&self, query: &Query) -> Counts {
        let mut by_layer = self.shown_by_layer(query);
        if query.certain_only {
            for shown in &mut by_layer {
                shown.possible = 0;
            }
        }
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
        }
    }

    fn shown_by_layer(&self, query: &Query) -> Vec<Shown> {
        let mut by_layer = vec![Shown::default(); self.layer_names.len()];
        for group in &self.chains {
            let layer = group.placed.layer;
            if let (true, Some(shown)) = (query.shows(layer), by_layer.get_mut(usize::from(layer)))
            {
                let stretch = group.chain.stretch(&query.window);
                let rows = |ranks: &std::ops::Range<u32>| {
                    (group.ranks.start(ranks.end) - group.ranks.start(ranks.start)) as usize
                };
                let certain = rows(&stretch.certain);
                shown.certain += certain;
                shown.possible += rows(&stretch.shown) - certain;
            }
        }
        for group in &self.generals {
            let layer = group.placed.layer;
            if let (true, Some(shown)) = (query.shows(layer), by_layer.get_mut(usize::from(layer)))
            {
                for span in &group.spans {
                    shown.add(span.relation(&query.window));
                }
            }
        }
        by_layer
    }
}
