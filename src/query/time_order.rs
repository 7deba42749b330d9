//! Rows in the order of time, and which of them a stretch of time meets, without reading the others.
//!
//! Rows lie by the first second at which they may begin; a binary search finds those that begin too
//! late. They stand in segments of some thousands, of blocks of 64; of each is known the latest second at which one of its
//! rows may end. So rows that end too early are passed over by the block, and the next row that a window meets is found in
//! a few steps however many lie between. An edit copies the one segment that it changes.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    data::{Columns, sort_apart},
    model::{Bounds, Clock, Own, RowId, Second, Span},
    work::Progress,
};

/// Rows in one block.
const BLOCK: usize = 64;
/// Rows in one segment; after edits up to twice as many.
const SEGMENT: usize = 64 * BLOCK;

/// Dated rows by their first possible second; those that begin together in file order.
#[derive(Clone, Debug, Default)]
pub struct TimeOrder {
    clock: Clock,
    parts: Arc<Parts>,
}

/// The segments, none of them empty.
#[derive(Clone, Debug, Default)]
struct Parts {
    segments: Vec<Arc<Segment>>,
    /// How many rows stand before each segment.
    starts: Vec<usize>,
    /// The latest end of each.
    ends: Vec<Second>,
    rows: usize,
}

/// Rows that stand one behind the other.
#[derive(Clone, Debug)]
struct Segment {
    rows: Vec<RowId>,
    /// The latest end of each block of them.
    ends: Vec<Second>,
}

impl Segment {
    fn of(columns: &Columns, clock: Clock, rows: Vec<RowId>) -> Self {
        let latest = |rows: &[RowId]| rows.iter().map(|row| end(columns, clock, *row)).max();
        Self {
            ends: rows.chunks(BLOCK).filter_map(latest).collect(),
            rows,
        }
    }

    /// Returns the first place from `from` on whose row may end at `reach` or later.
    fn next(&self, from: usize, reach: Second, end: impl Fn(RowId) -> Second) -> Option<usize> {
        let mut from = from;
        loop {
            let block = from / BLOCK;
            let until = ((block + 1) * BLOCK).min(self.rows.len());
            let rows = self.rows.get(from..until)?;
            if let Some(found) = rows.iter().position(|row| end(*row) >= reach) {
                return Some(from + found);
            }
            let later = self.ends.get(block + 1..)?;
            from = (block + 1 + later.iter().position(|end| *end >= reach)?) * BLOCK;
        }
    }

    /// Returns the last place before `until` whose row may end at `reach` or later.
    fn previous(
        &self,
        until: usize,
        reach: Second,
        end: impl Fn(RowId) -> Second,
    ) -> Option<usize> {
        let mut until = until.min(self.rows.len());
        loop {
            let block = until.checked_sub(1)? / BLOCK;
            let rows = self.rows.get(block * BLOCK..until)?;
            if let Some(found) = rows.iter().rposition(|row| end(*row) >= reach) {
                return Some(block * BLOCK + found);
            }
            let earlier = self.ends.get(..block)?;
            until = (earlier.iter().rposition(|end| *end >= reach)? + 1) * BLOCK;
        }
    }
}

impl Parts {
    fn of(segments: Vec<Arc<Segment>>) -> Self {
        let mut parts = Self::default();
        for segment in segments.into_iter().filter(|it| !it.rows.is_empty()) {
            parts.starts.push(parts.rows);
            parts.rows += segment.rows.len();
            let end = segment.ends.iter().max().copied();
            parts.ends.push(end.unwrap_or(Second::MIN));
            parts.segments.push(segment);
        }
        parts
    }

    /// Finds the segment of a place, and the place in it; that behind the last row is in none.
    fn locate(&self, place: usize) -> (usize, usize) {
        let behind = self.starts.partition_point(|start| *start <= place);
        match behind.checked_sub(1) {
            Some(segment) => (segment, place - self.starts.own(segment)),
            None => (0, place),
        }
    }

    fn get(&self, place: usize) -> Option<RowId> {
        if place >= self.rows {
            return None;
        }
        let (segment, at) = self.locate(place);
        Some(*self.segments.own(segment).rows.own(at))
    }

    /// Counts the rows for which `holds` does, which it does up to some row.
    fn partition_point(&self, holds: impl Fn(&RowId) -> bool) -> usize {
        let holds_whole = |segment: &Arc<Segment>| segment.rows.last().is_some_and(&holds);
        let at = self.segments.partition_point(holds_whole);
        match self.segments.get(at) {
            Some(segment) => self.starts.own(at) + segment.rows.partition_point(holds),
            None => self.rows,
        }
    }
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
        let segment = |rows: &[RowId]| Arc::new(Segment::of(columns, clock, rows.to_vec()));
        let segments = rows.par_chunks(SEGMENT).map(segment).collect();
        Some(Self {
            clock,
            parts: Arc::new(Parts::of(segments)),
        })
    }

    /// Takes `out` out, which have the dates that `before` says, and puts `come` in, with those that `now` says. All other
    /// rows have the same date in both. Costs a copy of the segments that change.
    #[must_use]
    pub fn amended(&self, [before, now]: [&Columns; 2], out: &[RowId], come: &[RowId]) -> Self {
        let mut segments = self.parts.segments.clone();
        for row in out {
            let order = before.order_on(self.clock, *row);
            let is_before = |other: &RowId| before.order_on(self.clock, *other) < order;
            let at = segments.partition_point(|it| it.rows.last().is_some_and(is_before));
            let segment = Arc::make_mut(segments.own_mut(at));
            let place = segment.rows.partition_point(is_before);
            let taken = segment.rows.remove(place);
            debug_assert_eq!(taken, *row, "what is taken out stands at its date");
            segment.ends.clear();
            if segment.rows.is_empty() {
                segments.remove(at);
            }
        }
        for row in come {
            if now.span_on(self.clock, *row).is_some() {
                self.put_in(now, *row, &mut segments);
            }
        }
        // Where something has changed, the latest ends are found anew.
        for segment in segments.iter_mut().filter(|it| it.ends.is_empty()) {
            let rows = std::mem::take(&mut Arc::make_mut(segment).rows);
            *segment = Arc::new(Segment::of(now, self.clock, rows));
        }
        Self {
            clock: self.clock,
            parts: Arc::new(Parts::of(segments)),
        }
    }

    fn put_in(&self, columns: &Columns, row: RowId, segments: &mut Vec<Arc<Segment>>) {
        let order = columns.order_on(self.clock, row);
        let is_before = |other: &RowId| columns.order_on(self.clock, *other) < order;
        let at = segments.partition_point(|it| it.rows.last().is_some_and(is_before));
        let at = at.min(segments.len().saturating_sub(1));
        let Some(segment) = segments.get_mut(at).map(Arc::make_mut) else {
            let (rows, ends) = (vec![row], Vec::new());
            return segments.push(Arc::new(Segment { rows, ends }));
        };
        let place = segment.rows.partition_point(is_before);
        segment.rows.insert(place, row);
        segment.ends.clear();
        if segment.rows.len() >= 2 * SEGMENT {
            let (rows, ends) = (segment.rows.split_off(SEGMENT), Vec::new());
            segments.insert(at + 1, Arc::new(Segment { rows, ends }));
        }
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.rows
    }

    /// Tells whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.rows == 0
    }

    /// Returns the rows in order.
    pub fn rows(&self) -> impl Iterator<Item = RowId> + '_ {
        let segments = self.parts.segments.iter();
        segments.flat_map(|segment| segment.rows.iter().copied())
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
            let row = self.parts.get(at)?;
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
            self.parts.get(until)
        })
    }

    /// Counts the rows that stand before `order`, a value of [`Columns::order_on`].
    #[must_use]
    pub fn place_of(&self, columns: &Columns, order: (Second, RowId)) -> usize {
        let is_before = |row: &RowId| columns.order_on(self.clock, *row) < order;
        self.parts.partition_point(is_before)
    }

    /// Returns the bounds of the rows, in order.
    pub fn spans<'a>(&'a self, columns: &'a Columns) -> impl Iterator<Item = Span> + 'a {
        self.rows().filter_map(|row| {
            let span = columns.span_on(self.clock, row);
            debug_assert!(span.is_some(), "only rows with a date stand in the order");
            span
        })
    }

    /// Returns the row nearest to `bounds` among those before and behind them, where none meets them. Costs O(log n).
    #[must_use]
    pub fn nearest(&self, columns: &Columns, bounds: Bounds) -> Option<RowId> {
        let until = self.begun_until(columns, bounds.latest);
        let before = self.last_to_end(columns, until);
        let behind = self.parts.get(until);
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
        let begins_before = |row: &RowId| begin(columns, self.clock, *row) < second;
        let at = self.parts.partition_point(begins_before);
        let begin_at = |at: usize| Some(begin(columns, self.clock, self.parts.get(at)?));
        (at.checked_sub(1).and_then(begin_at), begin_at(at))
    }

    /// Counts the rows that may have begun by `second`. Costs O(log n).
    #[must_use]
    pub fn begun_until(&self, columns: &Columns, second: Second) -> usize {
        let has_begun = |row: &RowId| begin(columns, self.clock, *row) <= second;
        self.parts.partition_point(has_begun)
    }

    /// Returns the first place from `from` on whose row may end at `reach` or later.
    fn next(&self, columns: &Columns, from: usize, reach: Second) -> Option<usize> {
        let end = |row| end(columns, self.clock, row);
        let Parts {
            segments,
            starts,
            ends,
            ..
        } = &*self.parts;
        let (segment, at) = self.parts.locate(from);
        if let Some(found) = segments.get(segment)?.next(at, reach, end) {
            return Some(starts.get(segment)? + found);
        }
        let later = ends.get(segment + 1..)?;
        let segment = segment + 1 + later.iter().position(|end| *end >= reach)?;
        Some(starts.get(segment)? + segments.get(segment)?.next(0, reach, end)?)
    }

    /// Returns the last place before `until` whose row may end at `reach` or later.
    fn previous(&self, columns: &Columns, until: usize, reach: Second) -> Option<usize> {
        let end = |row| end(columns, self.clock, row);
        let Parts {
            segments,
            starts,
            ends,
            ..
        } = &*self.parts;
        let (segment, at) = self.parts.locate(until.checked_sub(1)?);
        if let Some(found) = segments.get(segment)?.previous(at + 1, reach, end) {
            return Some(starts.get(segment)? + found);
        }
        let earlier = ends.get(..segment)?;
        let segment = earlier.iter().rposition(|end| *end >= reach)?;
        Some(starts.get(segment)? + segments.get(segment)?.previous(usize::MAX, reach, end)?)
    }

    /// Finds the one of the first `until` rows that may end last.
    fn last_to_end(&self, columns: &Columns, until: usize) -> Option<RowId> {
        let latest = |rows: &[RowId]| {
            let rows = rows.iter().copied();
            rows.max_by_key(|row| end(columns, self.clock, *row))
        };
        let Parts { segments, ends, .. } = &*self.parts;
        let (open, at) = self.parts.locate(until);
        let whole = ends.get(..open).unwrap_or_default();
        let highest = (0..whole.len()).max_by_key(|segment| whole.get(*segment));
        let of_whole = highest.and_then(|segment| {
            let segment = segments.get(segment)?;
            let block = (0..segment.ends.len()).max_by_key(|block| segment.ends.get(*block))?;
            latest(segment.rows.chunks(BLOCK).nth(block)?)
        });
        let of_open = segments.get(open).and_then(|segment| {
            let at = at.min(segment.rows.len());
            latest(segment.rows.get(..at)?)
        });
        let candidates = of_whole.into_iter().chain(of_open);
        candidates.max_by_key(|row| end(columns, self.clock, *row))
    }
}

fn begin(columns: &Columns, clock: Clock, row: RowId) -> Second {
    columns.order_on(clock, row).0
}

fn end(columns: &Columns, clock: Clock, row: RowId) -> Second {
    let span = columns.span_on(clock, row);
    span.map_or(Second::MIN, |span| span.end.latest)
}
