//! One row changed, all others as they were.

use std::sync::Arc;

use crate::model::{Bounds, Layer, Own, RowId, Span};

use super::{
    Columns, Mercator, NO_SPAN, NONE, SpanId, Totals, Traits,
    builder::{fill, reach},
};

impl Columns {
    /// Makes a row what the first row of `by` is, or takes its record away; the row behind the last is a new one. Shares
    /// all else with what it is a copy of: costs some thousand items, whatever the number of rows.
    ///
    /// The time that all records span grows, but does not shrink; see [`Columns::is_at_edge`]. `None`, and nothing is
    /// changed, where `by` is of a layer that is not known here.
    pub(in crate::data) fn amend(&mut self, row: RowId, by: Option<&Self>) -> Option<()> {
        let first = RowId::new(0);
        let layer = by.map_or(Some(0), |by| self.known_layer(by.layer(first)))?;
        if row.index() == self.len() {
            self.push_gone();
        }
        self.count_out(row);
        let (span, reported) = match by {
            Some(by) => (by.span(first), by.reported(first)),
            None => (None, None),
        };
        let span = span.map_or(NO_SPAN, |span| {
            reach(&mut self.totals.extent_in_time, span);
            self.span_values.push(span);
            SpanId::new(self.span_values.len() - 1)
        });
        *self.spans.own_mut(row) = span;
        self.set_known(row, reported);
        let radius = by.map_or(0.0, |by| by.radius_km(first));
        if radius > 0.0 || !self.radii_km.is_empty() {
            self.radii_km.fill_up(self.traits.len(), &0.0);
            *self.radii_km.own_mut(row) = radius;
        }
        *self.layers.own_mut(row) = layer;
        *self.positions.own_mut(row) =
            by.map_or(Mercator { x: 0, y: 0 }, |by| *by.positions.own(first));
        *self.traits.own_mut(row) = by.map_or(Traits::GONE, |by| *by.traits.own(first));
        let shape = by
            .and_then(|by| by.shapes.first())
            .map(|(_, it)| Arc::clone(it));
        if shape.is_some() || self.shape(row).is_some() {
            self.changed_shapes.insert(row, shape);
        }
        self.count_in(row);
        Some(())
    }

    /// Whether a row reaches to an end of the time that all records span, which may be another without it.
    pub(in crate::data) fn is_at_edge(&self, row: RowId) -> bool {
        let (Some(span), Some(extent)) = (self.span(row), self.totals.extent_in_time) else {
            return false;
        };
        let Span { start, end, .. } = span;
        let seconds = [start.earliest, start.latest, end.earliest, end.latest];
        let mut seconds = seconds.into_iter();
        seconds.any(|second| second <= extent.earliest || second >= extent.latest)
    }

    /// The number of a layer that is known.
    fn known_layer(&self, layer: &Layer) -> Option<u16> {
        let at = self.layer_names.iter().position(|known| known == layer)?;
        u16::try_from(at).ok()
    }

    fn push_gone(&mut self) {
        let row = self.len();
        fill(&mut self.reported, row, NONE, NONE);
        fill(&mut self.radii_km, row, 0.0, 0.0);
        self.spans.push(NO_SPAN);
        self.positions.push(Mercator { x: 0, y: 0 });
        self.layers.push(0);
        self.traits.push(Traits::GONE);
        self.totals.gone += 1;
    }

    fn set_known(&mut self, row: RowId, reported: Option<Bounds>) {
        if reported.is_none() && self.reported.is_empty() {
            return;
        }
        let number = reported.map_or(NONE, |bounds| {
            let known = self.reported_values.iter().position(|it| *it == bounds);
            let at = known.unwrap_or_else(|| {
                self.reported_values.push(bounds);
                self.reported_values.len() - 1
            });
            u32::try_from(at).unwrap_or(NONE - 1)
        });
        self.reported.fill_up(self.traits.len(), &NONE);
        *self.reported.own_mut(row) = number;
    }

    fn count_out(&mut self, row: RowId) {
        self.count(row, |count| *count -= 1);
    }

    fn count_in(&mut self, row: RowId) {
        self.count(row, |count| *count += 1);
    }

    /// Changes the counts that a row is in.
    fn count(&mut self, row: RowId, change: impl Fn(&mut usize)) {
        let traits = *self.traits.own(row);
        let is_dated = *self.spans.own(row) != NO_SPAN;
        let layer = *self.layers.own(row);
        let Totals {
            readable,
            unreadable,
            gone,
            dated,
            undated,
            placed,
            unplaced,
            layers,
            ..
        } = &mut self.totals;
        if traits == Traits::GONE {
            return change(gone);
        }
        if !traits.readable() {
            return change(unreadable);
        }
        change(readable);
        change(if is_dated { dated } else { undated });
        change(if traits.placed() { placed } else { unplaced });
        change(layers.own_mut(layer));
    }
}
