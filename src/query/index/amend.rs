//! The index after edits: all that was counted stays, and beside it stand the rows that were changed, as they were and as
//! they are.
//!
//! Both kinds are small indices of their own, built anew at each edit, whose groups stand among those that were read: what
//! is counted in the ones is taken away, in the others added. So every answer is exact, and costs what it did.

use std::sync::Arc;

use crate::{
    data::Columns,
    model::{Clock, RowId},
    work::Progress,
};

use super::{
    Index,
    build::next_id,
    general::GeneralGroup,
    group::{ChainGroup, Placed, Role},
    totals::Fixed,
};

/// How rows stand at some time.
#[derive(Clone, Copy)]
pub(in crate::query) struct RowSide<'a> {
    /// What they say.
    pub columns: &'a Columns,
    /// Whether the index holds a row.
    pub keep: &'a dyn Fn(RowId) -> bool,
}

impl Index {
    /// Counts `rows` as they are `now` and no longer as they were `before`, when the index was built; costs
    /// O(rows log rows), whatever the index holds.
    #[must_use]
    pub(in crate::query) fn amended(
        &self,
        clock: Clock,
        [before, now]: [RowSide<'_>; 2],
        rows: &[RowId],
    ) -> Self {
        let was_read = |row: &RowId| row.index() < before.columns.len();
        let known: Vec<RowId> = rows.iter().copied().filter(was_read).collect();
        let gone = Self::side(clock, before, &known, Role::Gone);
        let come = Self::side(clock, now, rows, Role::Come);
        let chains = self.chains.iter().filter(|it| it.placed.is_read());
        let generals = self.generals.iter().filter(|it| it.placed.is_read());
        Self {
            id: next_id(),
            layer_names: self.layer_names.clone(),
            chains: chains
                .cloned()
                .chain(gone.chains)
                .chain(come.chains)
                .collect(),
            generals: generals
                .cloned()
                .chain(gone.generals)
                .chain(come.generals)
                .collect(),
            fixed: self.read.less(&gone.fixed).and(&come.fixed),
            read: self.read.clone(),
            changed: Arc::new(known.into_iter().collect()),
        }
    }

    /// Builds the index of a few rows.
    fn side(clock: Clock, standing: RowSide<'_>, rows: &[RowId], role: Role) -> Self {
        let RowSide { columns, keep } = standing;
        let span = |row| columns.span_on(clock, row);
        let rows = rows.iter().copied();
        let built = Self::build_of(columns, &span, rows, keep, &Progress::unwatched());
        let mut side = built.unwrap_or_default();
        for group in side.chains.iter_mut().filter_map(Arc::get_mut) {
            group.placed.role = role;
        }
        for group in side.generals.iter_mut().filter_map(Arc::get_mut) {
            group.placed.role = role;
        }
        side
    }

    /// Tells whether a row of a group is as the group has it.
    pub(super) fn is_valid(&self, placed: &Placed, row: RowId) -> bool {
        !placed.is_read() || self.changed.is_empty() || !self.changed.contains(&row)
    }

    /// Returns the groups of chains whose rows are there, as they are or as they were.
    pub(super) fn chains_shown(&self) -> impl Iterator<Item = (usize, &ChainGroup)> {
        let chains = self.chains.iter().map(AsRef::as_ref).enumerate();
        chains.filter(|(_, group)| group.placed.role != Role::Gone)
    }

    /// Returns the other groups whose rows are there.
    pub(super) fn generals_shown(&self) -> impl Iterator<Item = (usize, &GeneralGroup)> {
        let generals = self.generals.iter().map(AsRef::as_ref).enumerate();
        generals.filter(|(_, group)| group.placed.role != Role::Gone)
    }
}

impl Placed {
    fn is_read(&self) -> bool {
        self.role == Role::Read
    }
}

impl Fixed {
    fn less(&self, other: &Self) -> Self {
        self.with(other, |one, other| one - other)
    }

    fn and(&self, other: &Self) -> Self {
        self.with(other, |one, other| one + other)
    }

    fn with(&self, other: &Self, by: impl Fn(usize, usize) -> usize) -> Self {
        let each = |one: &[usize], other: &[usize]| {
            let other = other.iter().chain(std::iter::repeat(&0));
            one.iter()
                .zip(other)
                .map(|(one, other)| by(*one, *other))
                .collect()
        };
        Self {
            records: by(self.records, other.records),
            unreadable: by(self.unreadable, other.unreadable),
            unplaced: by(self.unplaced, other.unplaced),
            filtered: by(self.filtered, other.filtered),
            dated: each(&self.dated, &other.dated),
            undated: each(&self.undated, &other.undated),
        }
    }
}
