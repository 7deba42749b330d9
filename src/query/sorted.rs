//! Rows in an order of their records: by date, by title, by place.
//!
//! A [`Ranking`] orders all rows of a dataset by one [`TableColumn`]. It does not hang on the window, so that
//! scrubbing only picks from it the rows that show ([`Ranking::shown`]).

use std::{
    cmp::Reverse,
    sync::atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    data::{Dataset, Filter},
    model::{Own, Relation, RowId, RowRange, Second, Status},
    text::fold_table::FoldTable,
    work::Progress,
};

use super::{
    facet_text::text_of,
    row_mask::RowMask,
    table_column::{Audience, TableColumn},
};

/// An order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub facet: TableColumn,
    /// From the last to the first.
    pub is_descending: bool,
    /// By what those are ordered that agree in it; `None`: as in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<SortThen>,
}

/// What orders rows that agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SortThen {
    /// By what.
    pub facet: TableColumn,
    /// From the last to the first.
    pub is_descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self::by(TableColumn::Date)
    }
}

impl Sort {
    /// Orders by `facet`, from the first to the last.
    #[must_use]
    pub const fn by(facet: TableColumn) -> Self {
        Self {
            facet,
            is_descending: false,
            then: None,
        }
    }

    /// Returns the facets that rows are ordered by, the most important first.
    pub fn facets(self) -> impl Iterator<Item = TableColumn> {
        let then = self.then.map(|then| then.facet);
        std::iter::once(self.facet).chain(then)
    }
}

/// Rows with what they are ordered by.
type KeyedRows<K> = Vec<(Option<K>, RowId)>;

/// Rows between two looks at whether the work is still wanted.
const CHUNK: usize = 1 << 12;
/// No rank.
const NONE: u32 = u32::MAX;
/// First bytes of a text that order it; texts that agree in them keep the order of the file.
const LONGEST_KEY: usize = 96;

/// The rows that are asked for: those of a dataset that a filter shows.
#[derive(Clone, Copy, Debug)]
pub struct FilteredRows<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// The rows that pass the filter but for its window.
    pub matching: &'a RowMask,
}

impl FilteredRows<'_> {
    /// Tells how a row shows; `None`: not at all.
    fn relation(&self, row: RowId) -> Option<Relation> {
        let columns = self.dataset.columns();
        self.filter.relation(columns, self.matching, row)
    }
}

/// All rows of a dataset ordered by a facet; those that have none of it come last, whichever end is
/// first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    rows: Vec<RowId>,
    /// By row: how many different values come before its own; `NONE` where it has none.
    ranks: Vec<u32>,
    /// How many of `rows` have the facet.
    filled: usize,
}

impl Ranking {
    /// Orders the rows of `dataset` by `facet`, as `reader` sees them, on every core. Reports rows done and rows in all to
    /// `progress` now and then; gives up with `None` when that says no.
    #[must_use]
    pub fn of(
        dataset: &Dataset,
        facet: TableColumn,
        reader: Audience,
        progress: &Progress,
    ) -> Option<Self> {
        match facet {
            TableColumn::Title
            | TableColumn::Place
            | TableColumn::Actors
            | TableColumn::Sources => {
                let key = |row| text_key(dataset, row, facet, reader);
                Self::by(dataset.rows().len(), &key, progress)
            }
            TableColumn::Date
            | TableColumn::Layer
            | TableColumn::Status
            | TableColumn::Certainty
            | TableColumn::Reported => {
                let key = |row| number_key(dataset, row, facet, reader.known);
                Self::by(dataset.rows().len(), &key, progress)
            }
        }
    }

    fn by<K: Ord + Send>(
        len: usize,
        key: &(dyn Fn(RowId) -> Option<K> + Sync),
        progress: &Progress,
    ) -> Option<Self> {
        let done = AtomicUsize::new(0);
        let keys_of = |first: usize| {
            let (first, end) = (first * CHUNK, len.min((first + 1) * CHUNK));
            let rows = RowRange::new(RowId::new(first), RowId::new(end));
            let done = done.fetch_add(rows.len(), Ordering::Relaxed) + rows.len();
            progress
                .advance(done, len)
                .map(|()| rows.map(|row| (key(row), row)).collect())
        };
        let chunks = (0..len.div_ceil(CHUNK)).into_par_iter();
        let chunks: Option<Vec<KeyedRows<K>>> = chunks.map(keys_of).collect();
        let (mut keyed, mut missing) = (Vec::new(), Vec::new());
        for (key, row) in chunks?.into_iter().flatten() {
            match key {
                Some(key) => keyed.push((key, row)),
                None => missing.push(row),
            }
        }
        keyed.par_sort_unstable();
        let filled = keyed.len();
        let mut ranks = vec![NONE; len];
        let mut rank = 0;
        for (at, (key, row)) in keyed.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| keyed.get(before));
            rank += u32::from(before.is_some_and(|(before, _)| before != key));
            *ranks.own_mut(*row) = rank;
        }
        let rows = keyed.into_iter().map(|(_, row)| row).chain(missing);
        Some(Self {
            rows: rows.collect(),
            ranks,
            filled,
        })
    }

    /// Tells where a row stands among the others; those that have nothing of it stand last.
    fn place(
        &self,
        row: RowId,
        relation: Option<Relation>,
        facet: TableColumn,
        is_descending: bool,
    ) -> u64 {
        let rank = *self.ranks.own(row);
        if rank == NONE {
            return u64::MAX;
        }
        let place = if facet == TableColumn::Certainty {
            let (is_possible, Reverse(weight)) = doubt(relation);
            u64::from(is_possible) << 32 | u64::from(!weight)
        } else {
            u64::from(rank)
        };
        if is_descending {
            u64::MAX - 1 - place
        } else {
            place
        }
    }

    /// Gives the rows that `asked` shows in the order of `sort`, whose first facet is this ranking's and whose second
    /// one is that of `then`. Gives up with `None` when `progress` says no.
    #[must_use]
    pub fn shown_by_two(
        &self,
        then: &Self,
        asked: FilteredRows<'_>,
        sort: Sort,
        progress: &Progress,
    ) -> Option<Vec<RowId>> {
        let mut rows = self.shown(asked, sort, progress)?;
        let Some(second) = sort.then else {
            return Some(rows);
        };
        rows.par_sort_by_cached_key(|row| {
            let relation = asked.relation(*row);
            (
                self.place(*row, relation, sort.facet, sort.is_descending),
                then.place(*row, relation, second.facet, second.is_descending),
                *row,
            )
        });
        progress.is_wanted().then_some(rows)
    }

    /// Gives the rows that `asked` shows in the order of `sort`, whose facet is this ranking's. Gives up with `None`
    /// when `progress` says no.
    #[must_use]
    pub fn shown(
        &self,
        asked: FilteredRows<'_>,
        sort: Sort,
        progress: &Progress,
    ) -> Option<Vec<RowId>> {
        let relation = |row: RowId| asked.relation(row);
        let shown_of = |chunk: &[RowId]| {
            let is_shown = |row: &&RowId| relation(**row).is_some();
            let shown = || chunk.iter().filter(is_shown).copied().collect();
            progress.is_wanted().then(shown)
        };
        let (filled, missing) = self.rows.split_at(self.filled.min(self.rows.len()));
        let pick = |rows: &[RowId]| -> Option<Vec<RowId>> {
            let chunks: Option<Vec<Vec<RowId>>> = rows.par_chunks(CHUNK).map(shown_of).collect();
            Some(chunks?.concat())
        };
        let mut rows = pick(filled)?;
        if sort.facet == TableColumn::Certainty {
            rows.par_sort_by_key(|row| doubt(relation(*row)));
        }
        if sort.is_descending {
            rows.reverse();
        }
        rows.extend(pick(missing)?);
        Some(rows)
    }
}

/// Tells what rows are ordered by when the surest come first: the certain before the possible, of those
/// the heavier first.
fn doubt(relation: Option<Relation>) -> (bool, Reverse<u32>) {
    let relation = relation.unwrap_or(Relation::Out);
    // The bits of floats that are not negative are in the order of the floats.
    (!relation.is_certain(), Reverse(relation.weight().to_bits()))
}

fn number_key(
    dataset: &Dataset,
    row: RowId,
    facet: TableColumn,
    known: Option<Second>,
) -> Option<i64> {
    let columns = dataset.columns();
    match facet {
        TableColumn::Layer => Some(columns.layer_index(row).into()),
        TableColumn::Status => Some(status_key(dataset, row, known)? as i64),
        TableColumn::Reported => Some(columns.reported(row)?.earliest),
        _ => Some(columns.span(row)?.start.earliest),
    }
}

/// Returns the best of the statuses that the table shows. Only where something was claimed later is the record looked
/// at.
fn status_key(dataset: &Dataset, row: RowId, known: Option<Second>) -> Option<Status> {
    let later = known.filter(|known| {
        dataset.has_sources() && dataset.claim_index().has_later_claims(row, *known)
    });
    if later.is_none() {
        return dataset.columns().status(row);
    }
    let then = dataset.status_then(&dataset.read(row)?, later);
    then.statuses().first().copied()
}

fn text_key(
    dataset: &Dataset,
    row: RowId,
    facet: TableColumn,
    reader: Audience,
) -> Option<Box<[u8]>> {
    let text = text_of(dataset, &dataset.read(row)?, facet, reader)?;
    let mut folded = Vec::new();
    FoldTable::get().fold_into(&text, &mut folded);
    folded.truncate(LONGEST_KEY);
    Some(folded.into_boxed_slice())
}
