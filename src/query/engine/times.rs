//! What lies when on the axis of time.

use std::sync::Arc;

use crate::{
    data::Filter,
    model::{Bounds, RowId, Second},
    query::axis_summary::LayerSummary,
    timeline::{Histogram, StartLimits},
};

use super::{Engine, TimeOrder};

impl Engine {
    /// Returns the first rows of a layer that a stretch of time meets, in order of time, at most `limit`.
    #[must_use]
    pub(in crate::query) fn of_layer(
        &self,
        layer: u16,
        bounds: Bounds,
        limit: usize,
    ) -> Vec<RowId> {
        let time_order = self.lists.time_orders.get(usize::from(layer));
        let rows = time_order
            .into_iter()
            .flat_map(|time_order| time_order.meeting(self.columns(), bounds));
        rows.take(limit).collect()
    }

    /// Returns all dated rows by layer, each with a bar of its own; found once.
    pub(in crate::query) fn lanes(&self) -> Arc<Vec<LayerSummary>> {
        let lane = |time_order: &TimeOrder| LayerSummary {
            density: Histogram::default(),
            rows: time_order.rows().collect(),
        };
        let lanes = || Arc::new(self.lists.time_orders.iter().map(lane).collect());
        Arc::clone(self.lanes.get_or_init(lanes))
    }

    /// Returns the row nearest to a stretch of time that none meets.
    #[must_use]
    pub fn nearest(&self, filter: &Filter) -> Option<RowId> {
        let (columns, window) = (self.columns(), filter.window.bounds());
        let nearest = self
            .of_shown_layers(&self.lists.time_orders, filter)
            .filter_map(|time_order| time_order.nearest(columns, window));
        nearest.min_by_key(|row| {
            let hull = columns.span_on(filter.clock, *row).map(|span| span.hull());
            hull.map_or(Second::MAX, |hull| {
                let gap = window.earliest.saturating_sub(hull.latest);
                gap.max(hull.earliest.saturating_sub(window.latest))
            })
        })
    }

    /// Finds, for each layer that is on, the last known start of a record before `limits.before` and the first one at
    /// or after `limits.from`. Costs a few binary searches a layer.
    #[must_use]
    pub fn begins_around(&self, filter: &Filter, limits: StartLimits) -> Vec<Second> {
        let StartLimits { before, from } = limits;
        let columns = self.columns();
        let dated = self.of_shown_layers(&self.lists.time_orders, filter);
        let dated = dated.flat_map(|time_order| {
            let (earlier, _) = time_order.begins_around(columns, before);
            let (_, later) = time_order.begins_around(columns, from);
            [earlier, later]
        });
        let open = self.of_shown_layers(&self.lists.open_starts, filter);
        let open = open.flat_map(|starts: &Arc<Vec<Second>>| {
            let earlier = starts
                .partition_point(|start| *start < before)
                .checked_sub(1);
            let later = starts.partition_point(|start| *start < from);
            [earlier, Some(later)].map(|at| starts.get(at?).copied())
        });
        dated.chain(open).flatten().collect()
    }

    /// Counts the records of all layers that may have begun by `second`. Costs O(layers log n).
    #[must_use]
    pub fn begun_until(&self, second: Second) -> usize {
        let layers = self.lists.time_orders.iter();
        layers
            .map(|time_order| time_order.begun_until(self.columns(), second))
            .sum()
    }
}
