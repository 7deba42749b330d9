//! How many presences a window shows that have grown stale, of many records, without looking at them.
//!
//! A presence without an end is stale in every window that begins after its last attestation, so that the
//! attestations in order answer for any window and any limit with a binary search.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    data::{Columns, Filter},
    model::{Clock, Kind, Own, Second, Span, StaleLimit},
};

use super::{counts::Aged, row_mask::RowMask};

/// The presences without an end, by layer of the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Unended {
    layers: Vec<Arc<OfLayer>>,
}

/// The presences of one layer.
#[derive(Clone, Debug, Default)]
struct OfLayer {
    /// The different last attestations in order, each with how many presences were last attested then or
    /// before.
    attested: Vec<(Second, usize)>,
    /// Those that an order lets begin only after that; a window may lie between.
    late: Vec<Span>,
}

impl Unended {
    /// Gathers the presences without an end among the rows that pass.
    pub(super) fn of(columns: &Columns, clock: Clock, matching: &RowMask) -> Self {
        let layers = columns.layer_names().len();
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); layers];
        for row in columns.rows() {
            let span = columns.span_on(clock, row).filter(is_unended);
            let is_kept = || columns.readable(row) && matching.contains(row);
            if let Some(span) = span
                && is_kept()
            {
                spans.own_mut(columns.layer_index(row)).push(span);
            }
        }
        Self {
            layers: spans
                .into_par_iter()
                .map(|spans| Arc::new(OfLayer::of(spans)))
                .collect(),
        }
    }

    /// Takes presences out of a layer, and puts others in.
    pub(super) fn amend(&mut self, layer: u16, out: &[Span], come: &[Span]) {
        let is_wanted = |spans: &[Span]| spans.iter().any(is_unended);
        if !is_wanted(out) && !is_wanted(come) {
            return;
        }
        if let Some(layer) = self.layers.get_mut(usize::from(layer)) {
            let layer = Arc::make_mut(layer);
            out.iter()
                .filter(|it| is_unended(it))
                .for_each(|it| layer.take_out(it));
            come.iter()
                .filter(|it| is_unended(it))
                .for_each(|it| layer.put_in(*it));
        }
    }

    /// Tells how many of them `filter` shows; all are among the possible.
    pub(super) fn aged(&self, columns: &Columns, filter: &Filter) -> Aged {
        let mut aged = Aged::default();
        if filter.certain_only {
            return aged;
        }
        let layers = self.layers.iter().zip(columns.layer_names());
        for (presences, _) in layers.filter(|(_, layer)| filter.shows_layer(layer)) {
            presences.count(filter, &mut aged);
        }
        aged
    }
}

impl OfLayer {
    fn of(spans: Vec<Span>) -> Self {
        let (late, spans): (Vec<Span>, Vec<Span>) = spans.into_iter().partition(is_late);
        let mut seconds: Vec<Second> = spans.iter().map(|span| span.end.earliest).collect();
        seconds.par_sort_unstable();
        let mut attested: Vec<(Second, usize)> = Vec::new();
        for (before, second) in seconds.into_iter().enumerate() {
            match attested.last_mut() {
                Some((last, count)) if *last == second => *count = before + 1,
                _ => attested.push((second, before + 1)),
            }
        }
        Self { attested, late }
    }

    fn take_out(&mut self, span: &Span) {
        if is_late(span) {
            if let Some(at) = self.late.iter().position(|late| late == span) {
                self.late.swap_remove(at);
            }
            return;
        }
        let second = span.end.earliest;
        let at = self.attested.partition_point(|(other, _)| *other < second);
        for (_, count) in self.attested.iter_mut().skip(at) {
            *count -= 1;
        }
        let before = at.checked_sub(1).and_then(|at| self.attested.get(at));
        let before = before.map_or(0, |(_, count)| *count);
        if self
            .attested
            .get(at)
            .is_some_and(|(_, count)| *count == before)
        {
            self.attested.remove(at);
        }
    }

    fn put_in(&mut self, span: Span) {
        if is_late(&span) {
            return self.late.push(span);
        }
        let second = span.end.earliest;
        let at = self.attested.partition_point(|(other, _)| *other < second);
        if self
            .attested
            .get(at)
            .is_none_or(|(other, _)| *other != second)
        {
            let before = at.checked_sub(1).and_then(|at| self.attested.get(at));
            let before = before.map_or(0, |(_, count)| *count);
            self.attested.insert(at, (second, before));
        }
        for (_, count) in self.attested.iter_mut().skip(at) {
            *count += 1;
        }
    }

    fn count(&self, filter: &Filter, aged: &mut Aged) {
        let first = filter.window.first();
        let stale = self.attested_while(|second| second < first);
        let unknown = self.attested_while(|second| is_unknown(second, first, filter.stale));
        aged.unknown += unknown.min(stale);
        aged.unconfirmed += stale - unknown.min(stale);
        for span in &self.late {
            if span.relation(&filter.window).is_shown() {
                aged.add(span.attestation(&filter.window, filter.stale));
            }
        }
    }

    /// Tells how many were last attested as long as `holds` holds, which it does up to some second.
    fn attested_while(&self, holds: impl Fn(Second) -> bool) -> usize {
        let different = self.attested.partition_point(|(second, _)| holds(*second));
        let last = different.checked_sub(1);
        last.and_then(|last| self.attested.get(last))
            .map_or(0, |(_, count)| *count)
    }
}

/// Tells whether a presence that was attested at `second` is of unknown status in a window that begins at `first`.
fn is_unknown(second: Second, first: Second, limit: StaleLimit) -> bool {
    first >= limit.reached_from(second)
}

/// Tells whether an order lets a presence begin only after its last attestation.
fn is_late(span: &Span) -> bool {
    span.start.earliest > span.end.earliest
}

fn is_unended(span: &Span) -> bool {
    span.kind == Kind::Presence && span.end.latest == Second::MAX
}
