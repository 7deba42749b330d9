//! Rows in the order of time, and which of them a stretch of time meets, without reading the others.
//!
//! Rows lie by the first second at which they may begin; a binary search finds those that begin too
//! late. Above them stands a tree: for every 64 rows the latest second at which one of them may end,
//! for every 64 of those again, and so on. So rows that end too early are passed over by the block, and
//! the next row that a window meets is found in a few steps however many lie between.

use rayon::prelude::*;

use crate::{
    data::{Columns, sort_apart},
    model::{Bounds, Clock, RowId, Second, Span},
    work::Progress,
};

/// Rows, or blocks, under one block.
const BLOCK: usize = 64;

/// Dated rows by their first possible second; those that begin together in file order.
#[derive(Clone, Debug, Default)]
pub struct TimeOrder {
    clock: Clock,
    rows: Vec<RowId>,
    /// By level: the latest end of each block; the last level has at most one group of blocks.
    ends: Vec<Vec<Second>>,
}

impl TimeOrder {
    /// Puts `rows` in order by one of their two dates, on every core; those without it are left out. Gives up with
    /// `None` when `progress` is cancelled.
    #[must_use]
    pub fn of(
        columns: &Columns,
        clock: Clock,
        mut rows: Vec<RowId>,
        progress: &Progress,
    ) -> Option<Self> {
        rows.retain(|row| columns.span_on(clock, *row).is_some());
        sort_apart(&mut rows, |row| columns.order_on(clock, *row), progress)?;
        let latest = |rows: &[RowId]| rows.iter().map(|row| end(columns, clock, *row)).max();
        let mut ends: Vec<Vec<Second>> = Vec::new();
        let mut level: Vec<Second> = rows.par_chunks(BLOCK).filter_map(latest).collect();
        while level.len() > BLOCK {
            let above = level.chunks(BLOCK);
            let above = above
                .filter_map(|ends| ends.iter().max().copied())
                .collect();
            ends.push(std::mem::replace(&mut level, above));
        }
        ends.push(level);
        Some(Self { clock, rows, ends })
    }

    /// Returns the number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the rows in order.
    #[must_use]
    pub fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// Returns the rows whose possible seconds meet `bounds`, in order. The cost lies in those that are taken.
    pub fn meeting<'a>(
        &'a self,
        columns: &'a Columns,
        bounds: Bounds,
    ) -> impl Iterator<Item = RowId> + 'a {
        self.meeting_from(columns, bounds, 0)
    }

    /// Returns the rows that meet `bounds` from `place` on, in order.
    pub fn meeting_from<'a>(
        &'a self,
        columns: &'a Columns,
        bounds: Bounds,
        place: usize,
    ) -> impl Iterator<Item = RowId> + 'a {
        let until = self.begun_until(columns, bounds.latest);
        let mut from = place;
        std::iter::from_fn(move || {
            let at = self.next(columns, from, bounds.earliest)?;
            from = at + 1;
            let row = *self.rows.get(at)?;
            (at < until).then_some(row)
        })
    }

    /// Returns the rows that meet `bounds` before `place`, the last one first.
    pub fn meeting_before<'a>(
        &'a self,
        columns: &'a Columns,
        bounds: Bounds,
        place: usize,
    ) -> impl Iterator<Item = RowId> + 'a {
        let mut until = place.min(self.begun_until(columns, bounds.latest));
        std::iter::from_fn(move || {
            until = self.previous(columns, until, bounds.earliest)?;
            self.rows.get(until).copied()
        })
    }

    /// Counts the rows that stand before `order`, a value of [`Columns::order_on`].
    #[must_use]
    pub fn place_of(&self, columns: &Columns, order: (Second, RowId)) -> usize {
        let is_before = |row: &RowId| columns.order_on(self.clock, *row) < order;
        self.rows.partition_point(is_before)
    }

    /// Returns the bounds of the rows, in order.
    pub fn spans<'a>(&'a self, columns: &'a Columns) -> impl Iterator<Item = Span> + 'a {
        let rows = self.rows.iter();
        rows.filter_map(|row| columns.span_on(self.clock, *row))
    }

    /// Returns the row nearest to `bounds` among those before and behind them, where none meets them. Costs O(log n).
    #[must_use]
    pub fn nearest(&self, columns: &Columns, bounds: Bounds) -> Option<RowId> {
        let until = self.begun_until(columns, bounds.latest);
        let before = self.last_to_end(columns, until);
        let behind = self.rows.get(until).copied();
        let distance = |row: &RowId| {
            let (begin, end) = (
                begin(columns, self.clock, *row),
                end(columns, self.clock, *row),
            );
            let gap_before = bounds.earliest.saturating_sub(end);
            gap_before.max(begin.saturating_sub(bounds.latest)).max(0)
        };
        let candidates = before.into_iter().chain(behind);
        candidates.min_by_key(distance)
    }

    /// Returns the last first second before `second`, and the first one from it on.
    #[must_use]
    pub fn begins_around(
        &self,
        columns: &Columns,
        second: Second,
    ) -> (Option<Second>, Option<Second>) {
        let at = self
            .rows
            .partition_point(|row| begin(columns, self.clock, *row) < second);
        let begin_at = |at: usize| {
            self.rows
                .get(at)
                .map(|row| begin(columns, self.clock, *row))
        };
        (at.checked_sub(1).and_then(begin_at), begin_at(at))
    }

    /// Counts the rows that may have begun by `second`. Costs O(log n).
    #[must_use]
    pub fn begun_until(&self, columns: &Columns, second: Second) -> usize {
        let has_begun = |row: &RowId| begin(columns, self.clock, *row) <= second;
        self.rows.partition_point(has_begun)
    }

    /// Returns the first place from `from` on whose row may end at `reach` or later.
    fn next(&self, columns: &Columns, from: usize, reach: Second) -> Option<usize> {
        let mut from = from;
        loop {
            let until = (from / BLOCK + 1) * BLOCK;
            let block = self.rows.get(from..until.min(self.rows.len()))?;
            let reaches = |row: &RowId| end(columns, self.clock, *row) >= reach;
            if let Some(found) = block.iter().position(reaches) {
                return Some(from + found);
            }
            from = self.next_block(0, until / BLOCK, reach)? * BLOCK;
        }
    }

    /// Returns the first block of a level from `from` on in which something may end at `reach` or later.
    fn next_block(&self, level: usize, from: usize, reach: Second) -> Option<usize> {
        let ends = self.ends.get(level)?;
        let mut from = from;
        loop {
            let until = (from / BLOCK + 1) * BLOCK;
            let group = ends.get(from..until.min(ends.len()))?;
            if let Some(found) = group.iter().position(|end| *end >= reach) {
                return Some(from + found);
            }
            from = self.next_block(level + 1, until / BLOCK, reach)? * BLOCK;
        }
    }

    /// Returns the last place before `until` whose row may end at `reach` or later.
    fn previous(&self, columns: &Columns, until: usize, reach: Second) -> Option<usize> {
        let mut until = until;
        loop {
            let from = until.checked_sub(1)? / BLOCK * BLOCK;
            let block = self.rows.get(from..until)?;
            let reaches = |row: &RowId| end(columns, self.clock, *row) >= reach;
            if let Some(found) = block.iter().rposition(reaches) {
                return Some(from + found);
            }
            until = (self.previous_block(0, from / BLOCK, reach)? + 1) * BLOCK;
        }
    }

    /// Returns the last block of a level before `until` in which something may end at `reach` or later.
    fn previous_block(&self, level: usize, until: usize, reach: Second) -> Option<usize> {
        let ends = self.ends.get(level)?;
        let mut until = until;
        loop {
            let from = until.checked_sub(1)? / BLOCK * BLOCK;
            let group = ends.get(from..until)?;
            if let Some(found) = group.iter().rposition(|end| *end >= reach) {
                return Some(from + found);
            }
            until = (self.previous_block(level + 1, from / BLOCK, reach)? + 1) * BLOCK;
        }
    }

    /// Finds the one of the first `until` rows that may end last.
    fn last_to_end(&self, columns: &Columns, until: usize) -> Option<RowId> {
        let latest = |rows: &[RowId]| {
            rows.iter()
                .copied()
                .max_by_key(|row| end(columns, self.clock, *row))
        };
        let mut best = latest(self.rows.get(until / BLOCK * BLOCK..until)?);
        let mut blocks = until / BLOCK;
        for (level, ends) in self.ends.iter().enumerate() {
            // A level whose blocks are all whole is seen through its own last, open group.
            let from = if level + 1 == self.ends.len() {
                0
            } else {
                blocks / BLOCK * BLOCK
            };
            let open = ends.get(from..blocks).unwrap_or_default();
            let highest = (0..open.len()).max_by_key(|at| open.get(*at));
            let found = highest.and_then(|at| self.last_under(columns, level, from + at));
            best = [best, found]
                .into_iter()
                .flatten()
                .max_by_key(|row| end(columns, self.clock, *row));
            blocks /= BLOCK;
        }
        best
    }

    /// Finds the one of the rows under a block that may end last.
    fn last_under(&self, columns: &Columns, level: usize, block: usize) -> Option<RowId> {
        let children = block * BLOCK..(block + 1) * BLOCK;
        let Some(below) = level.checked_sub(1) else {
            let until = children.end.min(self.rows.len());
            let rows = self.rows.get(children.start..until)?;
            return rows
                .iter()
                .copied()
                .max_by_key(|row| end(columns, self.clock, *row));
        };
        let ends = self.ends.get(below)?;
        let until = children.end.min(ends.len());
        let highest = (children.start..until).max_by_key(|at| ends.get(*at))?;
        self.last_under(columns, below, highest)
    }
}

fn begin(columns: &Columns, clock: Clock, row: RowId) -> Second {
    columns.order_on(clock, row).0
}

fn end(columns: &Columns, clock: Clock, row: RowId) -> Second {
    let span = columns.span_on(clock, row);
    span.map_or(Second::MIN, |span| span.end.latest)
}
