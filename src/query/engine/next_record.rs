//! From record to record, and from change to change.

use rayon::prelude::*;

use crate::{
    data::{Columns, Filter},
    model::{RowId, Second},
    timeline::{ChangeDayCounts, ChangeDays},
};

use super::{Engine, TimeOrder};

impl Engine {
    /// Finds the row that `filter` shows next after `selected`, or before it, by the date that the filter asks for
    /// and around the ends, in a few steps whatever lies between. It does not matter whether `selected` shows itself;
    /// while nothing is known it stays.
    #[must_use]
    pub fn next_record(
        &self,
        filter: &Filter,
        selected: Option<RowId>,
        forward: bool,
    ) -> Option<RowId> {
        if !self.is_ready {
            return selected;
        }
        let here = selected.map(|row| self.columns().order_on(filter.clock, row));
        let found = here.and_then(|here| self.nearest_to(filter, Some(here), forward));
        found.or_else(|| self.nearest_to(filter, None, forward))
    }

    /// Returns the first row behind `here`, or the last one before it, that `filter` shows; from the end of all where
    /// there is no `here`.
    fn nearest_to(
        &self,
        filter: &Filter,
        here: Option<(Second, RowId)>,
        forward: bool,
    ) -> Option<RowId> {
        let (columns, window) = (self.columns(), filter.window.bounds());
        let is_shown = |row: &RowId| self.relation(filter, *row).is_some();
        let order = |row: &RowId| columns.order_on(filter.clock, *row);
        let time_orders = self.of_shown_layers(&self.lists.time_orders, filter);
        if forward {
            let first = |time_order: &TimeOrder| {
                let place = here.map_or(0, |(second, row)| {
                    time_order.place_of(columns, (second, row.next()))
                });
                let mut met = time_order.meeting_from(columns, window, place);
                met.find(is_shown)
            };
            time_orders.filter_map(first).min_by_key(order)
        } else {
            let last = |time_order: &TimeOrder| {
                let place =
                    here.map_or(time_order.len(), |here| time_order.place_of(columns, here));
                let mut met = time_order.meeting_before(columns, window, place);
                met.find(is_shown)
            };
            time_orders.filter_map(last).max_by_key(order)
        }
    }

    /// Returns the days on which what the layers of `filter` show can change.
    #[must_use]
    pub fn change_days(&self, filter: &Filter) -> ChangeDays {
        ChangeDayCounts::together(self.of_shown_layers(&self.change_days, filter))
    }
}

/// Returns the days of change of each layer.
pub(super) fn change_days_of(time_orders: &[TimeOrder], columns: &Columns) -> Vec<ChangeDayCounts> {
    let time_orders = time_orders.par_iter();
    time_orders
        .map(|time_order| ChangeDayCounts::of(time_order.spans(columns)))
        .collect()
}
