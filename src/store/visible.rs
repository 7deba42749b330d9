//! The rows that the window shows.

use crate::model::{Relation, Span, Window};

use super::{
    counts::{Aged, Counts},
    dataset::Dataset,
    filter::{Filter, Matching},
};

/// A row in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VisibleRow {
    /// The row.
    pub row: usize,
    /// Certain or possible, never out.
    pub relation: Relation,
}

/// What a filter shows of a dataset: all of it counted. Of a dataset that is asked through an
/// [`super::Indexed`] the first rows are listed, in order of time; of others all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visible {
    /// Dated rows in the window, placed or not; all in file order, or the first in order of time.
    pub rows: Vec<VisibleRow>,
    /// Rows without a date that pass the filter; all or the first.
    pub undated: Vec<usize>,
    /// Rows in the window that have no geometry; all or the first.
    pub unplaced: Vec<usize>,
    /// How many rows in the window have no geometry.
    pub unplaced_in_window: usize,
    /// All records, counted.
    pub counts: Counts,
    /// Of those shown, the presences that have grown stale.
    pub aged: Aged,
}

impl Visible {
    /// What `filter` shows, given the rows that pass its other conditions.
    #[must_use]
    pub fn of(dataset: &Dataset, filter: &Filter, matching: &Matching) -> Self {
        let mut visible = Self {
            counts: Counts {
                records: dataset.len(),
                layers: dataset
                    .layers()
                    .iter()
                    .map(|layer| (layer.clone(), super::Shown::default()))
                    .collect(),
                ..Counts::default()
            },
            ..Self::default()
        };
        for row in 0..dataset.len() {
            visible.add(dataset, filter, matching, row);
        }
        visible
    }

    /// What can be said before anything is known: how many records there are.
    #[must_use]
    pub fn unknown(dataset: &Dataset) -> Self {
        Self {
            counts: Counts {
                records: dataset.len(),
                ..Counts::default()
            },
            ..Self::default()
        }
    }

    /// Whether more rows are shown than are listed.
    #[must_use]
    pub const fn is_head(&self) -> bool {
        self.counts.shown.total() > self.rows.len()
    }

    fn add(&mut self, dataset: &Dataset, filter: &Filter, matching: &Matching, row: usize) {
        let columns = dataset.columns();
        if !columns.readable(row) {
            self.counts.unreadable += 1;
            return;
        }
        let is_placed = columns.position(row).is_some();
        self.counts.unplaced += usize::from(!is_placed);
        if !matching.contains(row) {
            self.counts.filtered += 1;
            return;
        }
        let Some(span) = columns.span_on(filter.clock, row) else {
            self.counts.undated += 1;
            self.undated.push(row);
            return;
        };
        match in_window(&span, &filter.window, filter.certain_only) {
            Relation::Out => self.counts.out += 1,
            relation => {
                self.counts.shown.add(relation);
                self.aged
                    .add(span.attestation(&filter.window, filter.stale));
                if let Some(layer) = columns.layer(row) {
                    self.counts
                        .layers
                        .entry(layer.clone())
                        .or_default()
                        .add(relation);
                }
                if !is_placed {
                    self.unplaced_in_window += 1;
                    self.unplaced.push(row);
                }
                self.rows.push(VisibleRow { row, relation });
            }
        }
    }
}

fn in_window(span: &Span, window: &Window, certain_only: bool) -> Relation {
    match span.relation(window) {
        Relation::Possible { .. } if certain_only => Relation::Out,
        relation => relation,
    }
}
