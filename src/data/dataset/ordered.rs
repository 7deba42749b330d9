//! What `after` and `before` add to the dates of records: bounds that are derived, never written into
//! `date`, and never certain.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    model::{
        Bounds, Issue, IssueKind, Kind, Record, Relationship, RowId, Second, Span, When,
        order::{Link, Narrowed, narrow},
    },
    work::Progress,
};

use super::{Dataset, targets::Targets};
use crate::data::batch::{RowIssue, RowLink};

/// What the order of records says of when one of them began, beyond its own date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DerivedStart {
    /// When it began, by its own date and by its order; unbounded where neither says.
    pub bounds: Bounds,
    /// Why it cannot have begun earlier, where its own date does not say so.
    pub after: Option<RowId>,
    /// Why it cannot have begun later, where its own date does not say so.
    pub before: Option<RowId>,
    /// Whether the last date at which a source attests it is why it cannot have begun later.
    pub is_before_attested: bool,
    /// The bounds of its own date; `None`: it has none.
    pub own: Option<Span>,
}

impl DerivedStart {
    /// Whether the record can be placed in time: its beginning is bounded on both sides.
    #[must_use]
    pub const fn is_placed(&self) -> bool {
        self.own.is_some() || self.bounds.is_finite()
    }

    /// The four bounds of the record. The hull is as narrow as the order makes it, but what makes a
    /// record certain (its latest start, its earliest end) stays as wide as its own date is, or open
    /// where it has none: an order alone makes nothing certain.
    fn span(&self, kind: Kind, attested: Option<Bounds>) -> Option<Span> {
        if !self.is_placed() {
            return None;
        }
        let Bounds { earliest, latest } = self.bounds;
        let own_latest = self.own.map_or(Second::MAX, |own| own.start.latest);
        let end = match (kind, self.own) {
            (Kind::Event, own) => {
                let own_earliest = own.map_or(Second::MIN, |own| own.end.earliest);
                Bounds::new(own_earliest, latest)
            }
            (Kind::Presence, Some(own)) => own.end,
            (Kind::Presence, None) => {
                let last_attested = attested.map_or(earliest, |it| it.earliest.max(earliest));
                Bounds::new(last_attested, Second::MAX)
            }
        };
        Some(Span {
            start: Bounds::new(earliest, own_latest),
            end,
            kind,
        })
    }
}

/// What is needed of a record that stands in an order.
struct OrderedFacts {
    row: RowId,
    kind: Kind,
    attested: Option<Bounds>,
    own: Option<Span>,
    links: Vec<(Box<str>, Relationship)>,
}

impl Dataset {
    /// What the order of records says of a row beyond its own date, if anything.
    #[must_use]
    pub fn derived(&self, row: RowId) -> Option<&DerivedStart> {
        self.derived.get(&row)
    }

    /// The bounds that the record's own date has, whatever its order says.
    #[must_use]
    pub fn own_span(&self, row: RowId) -> Option<Span> {
        match self.derived(row) {
            Some(derived) => derived.own,
            None => self.columns.span(row),
        }
    }

    /// Narrows the bounds of the rows that `linked` lead from or to. What contradicts itself is given
    /// back as issues, row by row; `None` when `progress` did not agree.
    pub(super) fn put_in_order(
        &mut self,
        linked: &[RowLink],
        targets: &Targets<'_>,
        progress: &Progress,
    ) -> Option<Vec<RowIssue>> {
        let rows: BTreeSet<RowId> = linked.iter().map(|link| link.row).collect();
        let rows: Vec<RowId> = rows.into_iter().collect();
        let stating: Vec<OrderedFacts> = rows
            .into_par_iter()
            .filter(|row| progress.is_wanted() && may_state_order(self.bytes(*row)))
            .filter_map(|row| self.ordered(row))
            .filter(|ordered| !ordered.links.is_empty())
            .collect();
        progress.check()?;
        let links = links(&stating, targets);
        let mut members: BTreeMap<RowId, OrderedFacts> =
            stating.into_iter().map(|it| (it.row, it)).collect();
        for row in links.iter().flat_map(|link| [link.earlier, link.later]) {
            if !members.contains_key(&row)
                && let Some(ordered) = self.ordered(row)
            {
                members.insert(row, ordered);
            }
        }
        Arc::make_mut(&mut self.ties).ordered = members.keys().copied().collect();
        let own = members
            .values()
            .filter_map(|it| Some((it.row, own_start(it)?)))
            .collect();
        let order = narrow(&own, &links);
        for (row, narrowed) in order.narrowed {
            if let Some(ordered) = members.get(&row) {
                self.narrow(ordered, narrowed);
            }
        }
        let circular = order
            .circular
            .iter()
            .map(|it| (it, IssueKind::OrderCircular));
        let contradicted = order.contradicted.iter();
        let contradicted = contradicted.map(|it| (it, IssueKind::OrderContradicted));
        let ids = targets.ids();
        let issues = circular
            .chain(contradicted)
            .map(|(link, kind)| issue_of(link, kind, &ids))
            .collect();
        Some(issues)
    }

    fn ordered(&self, row: RowId) -> Option<OrderedFacts> {
        let record = self.read(row)?;
        Some(OrderedFacts {
            row,
            kind: record.kind,
            attested: attested(&record),
            own: self.columns.span(row),
            links: record
                .related
                .into_iter()
                .filter(|it| matches!(it.relationship, Relationship::After | Relationship::Before))
                .map(|it| (it.id, it.relationship))
                .collect(),
        })
    }

    fn narrow(&mut self, ordered: &OrderedFacts, narrowed: Narrowed) {
        let is_before_attested = ordered.own.is_none()
            && narrowed.before.is_none()
            && narrowed.bounds.latest != Second::MAX;
        let derived = DerivedStart {
            bounds: narrowed.bounds,
            after: narrowed.after,
            before: narrowed.before,
            is_before_attested,
            own: ordered.own,
        };
        if let Some(span) = derived.span(ordered.kind, ordered.attested) {
            self.columns.set_span(ordered.row, span);
        }
        Arc::make_mut(&mut self.derived).insert(ordered.row, derived);
    }
}

/// The links between rows that records state.
fn links(stating: &[OrderedFacts], targets: &Targets<'_>) -> Vec<Link> {
    let of = |ordered: &OrderedFacts| -> Vec<Link> {
        let row = ordered.row;
        let links = ordered.links.iter();
        let to_link = |(id, relationship): &(Box<str>, Relationship)| {
            let other = targets.row(id)?;
            let (earlier, later) = match relationship {
                Relationship::After => (other, row),
                _ => (row, other),
            };
            Some(Link {
                earlier,
                later,
                stated_by: row,
            })
        };
        links.filter_map(to_link).collect()
    };
    stating.iter().flat_map(of).collect()
}

/// An issue of the record that states the link, with the id by which it names the other one.
fn issue_of(link: &Link, kind: IssueKind, ids: &HashMap<RowId, &str>) -> RowIssue {
    let other = if link.stated_by == link.later {
        link.earlier
    } else {
        link.later
    };
    let id = ids.get(&other).copied().unwrap_or_default();
    RowIssue {
        row: link.stated_by,
        issue: Issue::new("related", kind, id),
    }
}

/// Cheap to know: a record that states an order has one of its words in it, or escapes that may
/// spell one.
pub(super) fn may_state_order(bytes: &str) -> bool {
    ["\"after\"", "\"before\"", "\\u"]
        .iter()
        .any(|word| bytes.contains(word))
}

fn attested(record: &Record) -> Option<Bounds> {
    record.last_confirmed.as_ref().map(When::bounds)
}

/// When a record began by its own word; a presence that was attested had begun by then.
fn own_start(ordered: &OrderedFacts) -> Option<Bounds> {
    match (ordered.own, ordered.kind) {
        (Some(own), _) => Some(own.start),
        (None, Kind::Presence) => {
            let attested = ordered.attested?;
            Some(Bounds::new(Second::MIN, attested.latest))
        }
        (None, Kind::Event) => None,
    }
}
