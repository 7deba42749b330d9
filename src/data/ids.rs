//! Which rows have which ids: eight bytes a row that has one.
//!
//! Only half a hash of each id is kept, so that what is found has to be compared with the id that
//! stands in the file.

use std::{
    collections::HashSet,
    hash::{BuildHasher, RandomState},
    sync::{Arc, LazyLock},
};

use rayon::prelude::*;

use super::sort::sort_apart;
use crate::{
    model::{RecordId, RowId},
    work::Progress,
};

/// Keys of the hash, other ones in each process: nobody can choose ids that collide.
static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Hashes of ids with their rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ids {
    /// Hash in the upper half, row in the lower.
    entries: Arc<Vec<u64>>,
    /// The same of what edits have called otherwise or added, in no order.
    later: Vec<u64>,
}

/// A row with what its record is called.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NamedRow {
    pub(super) row: RowId,
    pub(super) id: RecordId,
}

const ROW_BITS: u32 = 32;

impl Ids {
    /// The record of `row` is called `id`.
    pub(super) fn push(&mut self, id: &str, row: RowId) {
        let entry = hash(id) | row.index() as u64;
        Arc::make_mut(&mut self.entries).push(entry);
    }

    /// The record of `row` is now called `id`. What it was called before still leads to it.
    pub(super) fn call(&mut self, id: &str, row: RowId) {
        if !self.rows(id).any(|known| known == row) {
            self.later.push(hash(id) | row.index() as u64);
        }
    }

    /// Adds the ids of rows that stand behind the `first` ones here.
    pub(super) fn append(&mut self, other: &Self, first: RowId) {
        let moved = other
            .entries
            .iter()
            .map(|entry| entry + first.index() as u64);
        Arc::make_mut(&mut self.entries).extend(moved);
    }

    /// Has to be called once all ids are in; `None` when `progress` did not agree, so that they are of
    /// no use.
    pub(super) fn sort(&mut self, progress: &Progress) -> Option<()> {
        let entries = Arc::make_mut(&mut self.entries);
        entries.shrink_to_fit();
        sort_apart(entries, |entry| *entry, progress)
    }

    /// The rows that may be called `id`, in the order of the file, and then those that edits have called so.
    pub(super) fn rows(&self, id: &str) -> impl Iterator<Item = RowId> + '_ {
        let hash = hash(id);
        let first = self.entries.partition_point(|entry| *entry < hash);
        let entries = self.entries.get(first..).unwrap_or_default();
        let is_alike = move |entry: &&u64| **entry >> ROW_BITS == hash >> ROW_BITS;
        let later = self.later.iter().filter(is_alike);
        let entries = entries.iter().take_while(is_alike).chain(later);
        entries.map(|entry| row_of(*entry))
    }

    /// The rows whose id an earlier row has, with that id; `id_of` reads it from the file. `None` when
    /// `progress`, which is asked before each, did not agree.
    pub(super) fn duplicates(
        &self,
        id_of: impl Fn(RowId) -> Option<RecordId> + Sync,
        progress: &Progress,
    ) -> Option<Vec<NamedRow>> {
        let same_hash = |a: &u64, b: &u64| a >> ROW_BITS == b >> ROW_BITS;
        let alike = self.entries.chunk_by(same_hash).filter(|it| it.len() > 1);
        let alike: Vec<&[u64]> = alike.collect();
        let read = |entry: &u64| {
            let row = row_of(*entry);
            let named = || {
                Some(NamedRow {
                    row,
                    id: id_of(row)?,
                })
            };
            progress.is_wanted().then(named)
        };
        let duplicates: Option<Vec<Vec<NamedRow>>> = alike
            .into_par_iter()
            .map(|alike| alike.par_iter().map(read).collect::<Option<Vec<_>>>())
            .map(|ids| Some(later_ones(ids?.into_iter().flatten())))
            .collect();
        let mut duplicates: Vec<_> = duplicates?.into_iter().flatten().collect();
        duplicates.sort_unstable();
        Some(duplicates)
    }
}

/// Of rows that stand in the order of the file, those with an id that one before has.
fn later_ones(rows: impl Iterator<Item = NamedRow>) -> Vec<NamedRow> {
    let mut seen: HashSet<Box<str>> = HashSet::new();
    rows.filter(|named| !seen.insert(named.id.as_str().into()))
        .collect()
}

/// Half a hash, in the upper half.
fn hash(id: &str) -> u64 {
    KEYS.hash_one(id) >> ROW_BITS << ROW_BITS
}

fn row_of(entry: u64) -> RowId {
    RowId::new((entry & u64::from(u32::MAX)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_id_and_the_later_of_two_is_a_duplicate() {
        let names = ["a", "b", "a", "c", "b", "a"];
        let mut first = Ids::default();
        let mut behind = Ids::default();
        for (row, name) in names.iter().enumerate() {
            match row {
                ..2 => first.push(name, RowId::new(row)),
                _ => behind.push(name, RowId::new(row - 2)),
            }
        }
        first.append(&behind, RowId::new(2));
        first.sort(&Progress::unwatched()).unwrap();
        assert_eq!(
            first.rows("a").collect::<Vec<_>>(),
            [0, 2, 5].map(RowId::new)
        );
        assert_eq!(first.rows("d").count(), 0);
        let id_of = |row: RowId| Some(RecordId::Text(names[row.index()].into()));
        assert!(first.duplicates(id_of, &Progress::cancelled()).is_none());
        let duplicates = first.duplicates(id_of, &Progress::unwatched()).unwrap();
        let rows: Vec<RowId> = duplicates.iter().map(|named| named.row).collect();
        assert_eq!(rows, [2, 4, 5].map(RowId::new));
    }
}
