//! How many presences a window shows that have grown stale, of many records, without looking at them.
//!
//! A presence without an end is stale in every window that begins after its last attestation, so that the
//! attestations in order answer for any window and any limit with a binary search.

use rayon::prelude::*;

use crate::{
    data::{Columns, Filter},
    model::{Clock, Kind, Own, Second, Span, StaleLimit},
};

use super::{counts::Aged, row_mask::RowMask};

/// The presences without an end, by layer of the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Unended {
    layers: Vec<OfLayer>,
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
            layers: spans.into_par_iter().map(OfLayer::of).collect(),
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
        let (late, spans): (Vec<Span>, Vec<Span>) = spans
            .into_iter()
            .partition(|span| span.start.earliest > span.end.earliest);
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

fn is_unended(span: &Span) -> bool {
    span.kind == Kind::Presence && span.end.latest == Second::MAX
}
