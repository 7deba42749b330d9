//! What differs between two windows, record by record.
//!
//! Each record of the filter is shown in A, in B, in both or in neither, certainly or possibly
//! ([`Relation`](crate::model::Relation)). From that follow, with the claims and `related`:
//!
//! | change | when |
//! |---|---|
//! | moved | a presence only in A and one of its layer only in B, which `related` puts before or after one another, at other places |
//! | changed | the same at the same place; or a record in both, certain in one and only possible in the other |
//! | status changed | a record in both whose claims known by the end of A and of B give it other statuses |
//! | new | only in B, and not moved or changed |
//! | ended | only in A, and not moved or changed; of an event: past |
//!
//! A change is certain when it holds whatever the true dates are, else possible. Swapping A and B inverts
//! all of it: new is ended, and before is after.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{
    Kind, Layer, Record, Relation, Relationship, Second, Status, StatusThen, Window,
};

use super::{counts::Shown, dataset::Dataset, filter::Filter, visible::Visible};

/// One of the two things that are compared: what can differ between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// The window.
    pub window: Window,
    /// As known on this second; `None`: as known today.
    pub known: Option<Second>,
}

impl Side {
    /// The side that `filter` shows.
    #[must_use]
    pub const fn of(filter: &Filter) -> Self {
        Self {
            window: filter.window,
            known: filter.known,
        }
    }

    /// `filter` on this side, with what is only possible: a difference must know of both.
    #[must_use]
    pub fn of_filter(&self, filter: &Filter) -> Filter {
        Filter {
            window: self.window,
            known: self.known,
            certain_only: false,
            ..filter.clone()
        }
    }

    /// The second at which it is looked back from.
    fn end(&self) -> Second {
        self.known
            .map_or(self.window.last(), |known| known.min(self.window.last()))
    }
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Only in B.
    New,
    /// Only in A.
    Ended,
    /// A presence that went elsewhere.
    Moved,
    /// A presence that another took the place of, or a record that is surer in one window.
    Changed,
    /// What is claimed of it has another status.
    StatusChanged,
}

impl ChangeKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::New,
        Self::Ended,
        Self::Moved,
        Self::Changed,
        Self::StatusChanged,
    ];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ended => "ended",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::StatusChanged => "status-changed",
        }
    }

    const fn inverted(self) -> Self {
        match self {
            Self::New => Self::Ended,
            Self::Ended => Self::New,
            other => other,
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The row in A.
    pub before: Option<usize>,
    /// The row in B; the same as in A unless one record took the place of another.
    pub after: Option<usize>,
    /// Whether it holds whatever the true dates are.
    pub is_certain: bool,
    /// The statuses in A and in B, where they differ.
    pub statuses: Option<(Vec<Status>, Vec<Status>)>,
}

impl Change {
    /// The row to speak of: that in B, else that in A.
    #[must_use]
    pub fn row(&self) -> Option<usize> {
        self.after.or(self.before)
    }

    /// The rows that it is about, one or two.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        let other = self.before.filter(|before| Some(*before) != self.after);
        self.after.into_iter().chain(other)
    }

    /// The change that swapping A and B makes of it.
    #[must_use]
    pub fn inverted(&self) -> Self {
        Self {
            kind: self.kind.inverted(),
            before: self.after,
            after: self.before,
            is_certain: self.is_certain,
            statuses: self.statuses.clone().map(|(a, b)| (b, a)),
        }
    }

    fn order(&self) -> (ChangeKind, Option<usize>, Option<usize>) {
        (self.kind, self.row(), self.before)
    }
}

/// All that differs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Kind by kind, in file order.
    pub changes: Vec<Change>,
    /// Records in both windows of which nothing is to be said.
    pub same: Shown,
}

impl Difference {
    /// What differs between side A and side B, given what [`Side::of_filter`] shows on each.
    #[must_use]
    pub fn between(
        dataset: &Dataset,
        (a, shown_a): (&Side, &Visible),
        (b, shown_b): (&Side, &Visible),
    ) -> Self {
        let mut difference = Self::default();
        let in_b: HashMap<usize, Relation> = relations(shown_b).collect();
        let in_a: HashMap<usize, Relation> = relations(shown_a).collect();
        let only = |these: &Visible, others: &HashMap<usize, Relation>| -> BTreeMap<usize, bool> {
            relations(these)
                .filter(|(row, _)| !others.contains_key(row))
                .map(|(row, relation)| (row, relation.is_certain()))
                .collect()
        };
        let mut gone = only(shown_a, &in_b);
        let mut come = only(shown_b, &in_a);
        difference.pair(dataset, &mut gone, &mut come);
        let alone = |kind, before, after, is_certain| Change {
            kind,
            before,
            after,
            is_certain,
            statuses: None,
        };
        let ended = |(row, certain)| alone(ChangeKind::Ended, Some(row), None, certain);
        let new = |(row, certain)| alone(ChangeKind::New, None, Some(row), certain);
        difference.changes.extend(gone.into_iter().map(ended));
        difference.changes.extend(come.into_iter().map(new));
        for (row, before) in relations(shown_a) {
            if let Some(after) = in_b.get(&row) {
                difference.compare(dataset, row, (a, before), (b, *after));
            }
        }
        difference.changes.sort_by_key(Change::order);
        difference
    }

    /// The difference that swapping A and B makes of it.
    #[must_use]
    pub fn inverted(&self) -> Self {
        let mut changes: Vec<Change> = self.changes.iter().map(Change::inverted).collect();
        changes.sort_by_key(Change::order);
        Self {
            changes,
            same: self.same,
        }
    }

    /// The same without what is only possible.
    #[must_use]
    pub fn certain_only(mut self) -> Self {
        self.changes.retain(|change| change.is_certain);
        self
    }

    /// How many changes of each kind there are; kinds that do not occur are there with none.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<ChangeKind, Shown> {
        let mut counts: BTreeMap<ChangeKind, Shown> = ChangeKind::ALL
            .into_iter()
            .map(|kind| (kind, Shown::default()))
            .collect();
        for change in &self.changes {
            let shown = counts.entry(change.kind).or_default();
            if change.is_certain {
                shown.certain += 1;
            } else {
                shown.possible += 1;
            }
        }
        counts
    }

    /// The changes layer by layer, in the order of the layers of `dataset`.
    #[must_use]
    pub fn by_layer<'a>(&'a self, dataset: &'a Dataset) -> Vec<(&'a Layer, Vec<&'a Change>)> {
        let of_layer = |layer: &Layer| {
            let changes = self.changes.iter();
            changes
                .filter(|change| {
                    change.row().and_then(|row| dataset.columns().layer(row)) == Some(layer)
                })
                .collect()
        };
        dataset
            .layers()
            .iter()
            .map(|layer| (layer, of_layer(layer)))
            .filter(|(_, changes): &(_, Vec<&Change>)| !changes.is_empty())
            .collect()
    }

    /// Finds presences that took one another's place, and takes them from both lists. Links are
    /// taken in file order, whichever of the two records states them, so that swapping the sides
    /// pairs the same records.
    fn pair(
        &mut self,
        dataset: &Dataset,
        gone: &mut BTreeMap<usize, bool>,
        come: &mut BTreeMap<usize, bool>,
    ) {
        let mut links = BTreeSet::new();
        for row in gone.keys().chain(come.keys()) {
            if !is_presence(dataset, *row) {
                continue;
            }
            let Some(record) = dataset.record(*row) else {
                continue;
            };
            for other in followers(dataset, &record) {
                links.insert((*row.min(&other), *row.max(&other)));
            }
        }
        for (first, second) in links {
            let (before, after) = if gone.contains_key(&first) && come.contains_key(&second) {
                (first, second)
            } else if gone.contains_key(&second) && come.contains_key(&first) {
                (second, first)
            } else {
                continue;
            };
            let columns = dataset.columns();
            let is_one_layer = columns.layer(before) == columns.layer(after);
            if !is_one_layer || !is_presence(dataset, before) || !is_presence(dataset, after) {
                continue;
            }
            let kind = if columns.position(before) == columns.position(after) {
                ChangeKind::Changed
            } else {
                ChangeKind::Moved
            };
            let certain = [gone.remove(&before), come.remove(&after)];
            self.changes.push(Change {
                kind,
                before: Some(before),
                after: Some(after),
                is_certain: certain.iter().all(|certain| *certain == Some(true)),
                statuses: None,
            });
        }
    }

    /// What is to be said of a record in both windows.
    fn compare(
        &mut self,
        dataset: &Dataset,
        row: usize,
        (a, before): (&Side, Relation),
        (b, after): (&Side, Relation),
    ) {
        let is_certain = before.is_certain() && after.is_certain();
        let statuses = statuses(dataset, row, a, b);
        let kind = if statuses.is_some() {
            ChangeKind::StatusChanged
        } else if before.is_certain() != after.is_certain() {
            ChangeKind::Changed
        } else {
            self.same.certain += usize::from(is_certain);
            self.same.possible += usize::from(!is_certain);
            return;
        };
        self.changes.push(Change {
            kind,
            before: Some(row),
            after: Some(row),
            is_certain,
            statuses,
        });
    }
}

fn relations(visible: &Visible) -> impl Iterator<Item = (usize, Relation)> {
    visible.rows.iter().map(|shown| (shown.row, shown.relation))
}

fn is_presence(dataset: &Dataset, row: usize) -> bool {
    let span = dataset.columns().span(row);
    span.is_some_and(|span| span.kind == Kind::Presence)
}

/// The rows that a record is said to follow or to be followed by.
fn followers<'a>(dataset: &'a Dataset, record: &'a Record) -> impl Iterator<Item = usize> + 'a {
    record
        .related
        .iter()
        .filter(|link| {
            matches!(
                link.relationship,
                Relationship::After | Relationship::Before
            )
        })
        .filter_map(|link| dataset.row_of(&link.id))
}

/// The statuses that the claims known by the end of each side give a record, where they differ and
/// both say something.
fn statuses(
    dataset: &Dataset,
    row: usize,
    a: &Side,
    b: &Side,
) -> Option<(Vec<Status>, Vec<Status>)> {
    if !dataset.has_sources() || a.end() == b.end() {
        return None;
    }
    let record = dataset.record(row)?;
    let then = |side: &Side| status_at(dataset, &record, side.end());
    let (before, after) = (then(a), then(b));
    let both_say = !before.is_empty() && !after.is_empty();
    (both_say && before != after).then_some((before, after))
}

/// The statuses of a record as its claims stood at `second`.
fn status_at(dataset: &Dataset, record: &Record, second: Second) -> Vec<Status> {
    let is_known = |claim: &crate::model::Claim| {
        let source = claim.source.as_ref().and_then(|id| dataset.source(id));
        let published = source.and_then(|source| source.published.as_ref());
        published.is_none_or(|published| published.bounds().earliest <= second)
    };
    match StatusThen::of(record.status, &record.claims, is_known) {
        StatusThen::Unchanged(status) => status.into_iter().collect(),
        StatusThen::Claimed(statuses) => statuses,
    }
}
