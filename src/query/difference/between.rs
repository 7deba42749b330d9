//! Finding what differs: the rows of both sides are merged, and only records of which more is to be known
//! than whether they show are read, on every core.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;

use crate::{
    data::Dataset,
    model::{Kind, Record, Relation, Relationship, RowId, Second, Status},
    work::Progress,
};

use super::{super::window_result::WindowResult, Change, ChangeKind, Difference, Side};

/// Rows between two looks at whether the work is still wanted.
const CHUNK: usize = 1 << 12;

/// Statuses in A and in B.
type Statuses = (Vec<Status>, Vec<Status>);

/// The rows that show on either side, in file order.
#[derive(Default)]
struct MergedRows {
    /// Only in A, and whether certainly.
    gone: Vec<(RowId, bool)>,
    /// Only in B.
    come: Vec<(RowId, bool)>,
    /// In both.
    both: Vec<InBoth>,
}

/// A row that shows in both windows.
#[derive(Clone, Copy)]
struct InBoth {
    row: RowId,
    before: Relation,
    after: Relation,
}

impl MergedRows {
    fn of(a: &WindowResult, b: &WindowResult) -> Self {
        let mut merged = Self::default();
        let (mut in_a, mut in_b) = (a.rows.iter().peekable(), b.rows.iter().peekable());
        loop {
            let order = match (in_a.peek(), in_b.peek()) {
                (Some(a), Some(b)) => a.row.cmp(&b.row),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => return merged,
            };
            let before = in_a.next_if(|_| order.is_le());
            let after = in_b.next_if(|_| order.is_ge());
            match (before, after) {
                (Some(a), Some(b)) => merged.both.push(InBoth {
                    row: a.row,
                    before: a.relation,
                    after: b.relation,
                }),
                (Some(a), None) => merged.gone.push((a.row, a.relation.is_certain())),
                (None, Some(b)) => merged.come.push((b.row, b.relation.is_certain())),
                (None, None) => return merged,
            }
        }
    }
}

/// A side of a comparison with what it shows.
#[derive(Clone, Copy, Debug)]
pub struct ShownSide<'a> {
    /// The side.
    pub side: &'a Side,
    /// What [`Side::of_filter`] shows on it: every row, in file order.
    pub shown: &'a WindowResult,
}

impl Difference {
    /// Finds what differs between side A and side B. Reads the records of which more must be known than whether they
    /// show, on every core.
    #[must_use]
    pub fn between(
        dataset: &Dataset,
        a: ShownSide<'_>,
        b: ShownSide<'_>,
        progress: &Progress,
    ) -> Option<Self> {
        let mut difference = Self::default();
        let mut merged = MergedRows::of(a.shown, b.shown);
        let links = links(dataset, &merged, progress)?;
        difference.pair(dataset, &mut merged, links);
        let alone = |kind, before, after, is_certain| Change {
            kind,
            before,
            after,
            is_certain,
            statuses: None,
        };
        let ended = |(row, certain)| alone(ChangeKind::Ended, Some(row), None, certain);
        let new = |(row, certain)| alone(ChangeKind::New, None, Some(row), certain);
        difference
            .changes
            .extend(merged.gone.into_iter().map(ended));
        difference.changes.extend(merged.come.into_iter().map(new));
        let statuses = statuses(dataset, &merged.both, [a.side, b.side], progress)?;
        for (both, statuses) in merged.both.into_iter().zip(statuses) {
            difference.compare(both, statuses);
        }
        difference.changes.par_sort_by_key(Change::order);
        Some(difference)
    }

    /// Finds presences that took one another's place, and takes them from both lists. Links are
    /// taken in file order, whichever of the two records states them, so that swapping the sides
    /// pairs the same records.
    fn pair(
        &mut self,
        dataset: &Dataset,
        merged: &mut MergedRows,
        links: BTreeSet<(RowId, RowId)>,
    ) {
        let mut paired = HashSet::new();
        for (first, second) in links {
            let gone = |row| certainty_of(&merged.gone, row);
            let come = |row| certainty_of(&merged.come, row);
            let is_free = |row| !paired.contains(&row);
            let (before, after, is_certain) = match (
                (gone(first), come(second)),
                (gone(second), come(first)),
                is_free(first) && is_free(second),
            ) {
                ((Some(a), Some(b)), _, true) => (first, second, a && b),
                (_, (Some(a), Some(b)), true) => (second, first, a && b),
                _ => continue,
            };
            let columns = dataset.columns();
            let is_one_layer = columns.layer(before) == columns.layer(after);
            if !is_one_layer || !is_presence(dataset, before) || !is_presence(dataset, after) {
                continue;
            }
            paired.extend([before, after]);
            let kind = if columns.position(before) == columns.position(after) {
                ChangeKind::Changed
            } else {
                ChangeKind::Moved
            };
            self.changes.push(Change {
                kind,
                before: Some(before),
                after: Some(after),
                is_certain,
                statuses: None,
            });
        }
        for rows in [&mut merged.gone, &mut merged.come] {
            rows.retain(|(row, _)| !paired.contains(row));
        }
    }

    /// Adds the change of a record in both windows, or counts it as the same.
    fn compare(&mut self, both: InBoth, statuses: Option<Statuses>) {
        let InBoth { row, before, after } = both;
        let is_certain = before.is_certain() && after.is_certain();
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

/// Tells whether `row` is certain, where it is among `rows`, which rise.
fn certainty_of(rows: &[(RowId, bool)], row: RowId) -> Option<bool> {
    let at = rows.binary_search_by_key(&row, |(row, _)| *row).ok()?;
    rows.get(at).map(|(_, is_certain)| *is_certain)
}

/// Pairs of presences that show on one side only and of which one is said to follow the other, the lower
/// row first.
fn links(
    dataset: &Dataset,
    merged: &MergedRows,
    progress: &Progress,
) -> Option<BTreeSet<(RowId, RowId)>> {
    let alone = merged.gone.iter().chain(&merged.come).map(|(row, _)| *row);
    let presences: Vec<RowId> = alone.filter(|row| is_presence(dataset, *row)).collect();
    let links_of = |row: &RowId| -> Vec<(RowId, RowId)> {
        let record = dataset.read(*row);
        let others = record.iter().flat_map(|record| followers(dataset, record));
        let pairs = others.map(|other| (*row.min(&other), *row.max(&other)));
        pairs.collect()
    };
    let chunks = presences.par_chunks(CHUNK).map(|chunk| {
        progress
            .is_wanted()
            .then(|| chunk.iter().flat_map(links_of).collect::<BTreeSet<_>>())
    });
    let merge = |mut all: BTreeSet<_>, more: BTreeSet<_>| {
        all.extend(more);
        Some(all)
    };
    chunks.try_reduce(BTreeSet::new, merge)
}

fn is_presence(dataset: &Dataset, row: RowId) -> bool {
    let span = dataset.columns().span(row);
    span.is_some_and(|span| span.kind == Kind::Presence)
}

/// Returns the rows that a record is said to follow or to be followed by.
fn followers(dataset: &Dataset, record: &Record) -> Vec<RowId> {
    let related = record.related.iter().filter(|link| {
        matches!(
            link.relationship,
            Relationship::After | Relationship::Before
        )
    });
    related
        .filter_map(|link| dataset.row_of(&link.id))
        .collect()
}

/// Returns the statuses that the claims known by the end of each side give the records of `both`, where they differ
/// and both say something.
fn statuses(
    dataset: &Dataset,
    both: &[InBoth],
    sides: [&Side; 2],
    progress: &Progress,
) -> Option<Vec<Option<Statuses>>> {
    let ends = sides.map(Side::end);
    let [earlier, later] = [
        ends.iter().min().copied().unwrap_or(Second::MIN),
        ends.iter().max().copied().unwrap_or(Second::MAX),
    ];
    if !dataset.has_sources() || earlier == later {
        return Some(vec![None; both.len()]);
    }
    // Only of a record of which something is claimed later than one of the ends can the status differ.
    let claim_index = dataset.claim_index();
    let statuses_of = |both: &InBoth| {
        let may_differ = claim_index.has_later_claims(both.row, earlier);
        let record = may_differ.then(|| dataset.read(both.row)).flatten()?;
        let [before, after] = ends.map(|end| status_at(dataset, &record, end));
        let both_say = !before.is_empty() && !after.is_empty();
        (both_say && before != after).then_some((before, after))
    };
    let chunks: Option<Vec<Vec<Option<Statuses>>>> = both
        .par_chunks(CHUNK)
        .map(|chunk| {
            progress
                .is_wanted()
                .then(|| chunk.iter().map(statuses_of).collect())
        })
        .collect();
    Some(chunks?.into_iter().flatten().collect())
}

/// Returns the statuses of a record as its claims stood at `second`.
fn status_at(dataset: &Dataset, record: &Record, second: Second) -> Vec<Status> {
    dataset.status_then(record, Some(second)).statuses()
}
