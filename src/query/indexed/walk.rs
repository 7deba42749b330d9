//! From record to record, and from change to change, of many records.

use rayon::prelude::*;

use crate::{
    model::Second,
    store::{Columns, Filter},
    timeline::Beats,
};

use super::{super::chronicle::Chronicle, Indexed};

impl Indexed {
    /// The row that `filter` shows next after `selected`, or before it, as [`super::super::neighbour`] finds it,
    /// in a few steps whatever lies between.
    #[must_use]
    pub fn neighbour(
        &self,
        columns: &Columns,
        filter: &Filter,
        selected: Option<usize>,
        forward: bool,
    ) -> Option<usize> {
        let here = selected.map(|row| columns.order_on(filter.clock, row));
        let found = here.and_then(|here| self.nearest_to(columns, filter, Some(here), forward));
        let around = || self.nearest_to(columns, filter, None, forward);
        found.or_else(around)
    }

    /// The first row behind `here`, or the last one before it, that `filter` shows; from the end of all where
    /// there is no `here`.
    fn nearest_to(
        &self,
        columns: &Columns,
        filter: &Filter,
        here: Option<(Second, usize)>,
        forward: bool,
    ) -> Option<usize> {
        let window = filter.window.bounds();
        let is_shown = |row: &usize| filter.relation(columns, &self.matching, *row).is_some();
        let order = |row: &usize| columns.order_on(filter.clock, *row);
        let chronicles = Self::shown_of(&self.chronicles, columns, filter);
        if forward {
            let first = |chronicle: &Chronicle| {
                let place = here.map_or(0, |(second, row)| {
                    chronicle.place_of(columns, (second, row + 1))
                });
                let mut met = chronicle.meeting_from(columns, window, place);
                met.find(is_shown)
            };
            chronicles.filter_map(first).min_by_key(order)
        } else {
            let last = |chronicle: &Chronicle| {
                let place = here.map_or(chronicle.len(), |here| chronicle.place_of(columns, here));
                let mut met = chronicle.meeting_before(columns, window, place);
                met.find(is_shown)
            };
            chronicles.filter_map(last).max_by_key(order)
        }
    }

    /// The days on which what the layers of `filter` show can change.
    #[must_use]
    pub fn beats(&self, columns: &Columns, filter: &Filter) -> Beats {
        let layers = self.beats.iter().zip(columns.layer_names());
        let shown = layers.filter(|(_, layer)| filter.shows_layer(layer));
        Beats::together(shown.map(|(beats, _)| beats))
    }
}

/// The beats of each layer.
pub(super) fn beats_of(chronicles: &[Chronicle], columns: &Columns) -> Vec<Beats> {
    let chronicles = chronicles.par_iter();
    chronicles
        .map(|chronicle| Beats::of(chronicle.spans(columns)))
        .collect()
}
