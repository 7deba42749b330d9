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

mod between;
mod summary;

use std::collections::BTreeMap;

use crate::{
    model::{RowId, Status},
    query::Side,
};

use super::counts::Shown;

pub use between::ShownSide;
pub use summary::{LayerChanges, Summary};

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

    /// Returns the name in files.
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

/// One change of a record, or of two that took one another's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The row in A.
    pub before: Option<RowId>,
    /// The row in B; the same as in A unless one record took the place of another.
    pub after: Option<RowId>,
    /// Whether it holds whatever the true dates are.
    pub is_certain: bool,
    /// The statuses in A and in B, where they differ.
    pub statuses: Option<(Vec<Status>, Vec<Status>)>,
}

impl Change {
    /// Returns the row to name: that in B, else that in A.
    #[must_use]
    pub fn row(&self) -> Option<RowId> {
        self.after.or(self.before)
    }

    /// Returns the rows that it is about, one or two.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        let other = self.before.filter(|before| Some(*before) != self.after);
        self.after.into_iter().chain(other)
    }

    /// Returns the change that swapping A and B makes of it.
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

    fn order(&self) -> (ChangeKind, Option<RowId>, Option<RowId>) {
        (self.kind, self.row(), self.before)
    }
}

/// All that differs between two windows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Kind by kind, in file order.
    pub changes: Vec<Change>,
    /// Records in both windows that have not changed.
    pub same: Shown,
}

impl Difference {
    /// Returns the difference that swapping A and B makes of it.
    #[must_use]
    pub fn inverted(&self) -> Self {
        let mut changes: Vec<Change> = self.changes.iter().map(Change::inverted).collect();
        changes.sort_by_key(Change::order);
        Self {
            changes,
            same: self.same,
        }
    }

    /// Leaves out what is only possible.
    #[must_use]
    pub fn certain_only(mut self) -> Self {
        self.changes.retain(|change| change.is_certain);
        self
    }

    /// Tells how many changes of each kind there are; kinds that do not occur are there with none.
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
}
