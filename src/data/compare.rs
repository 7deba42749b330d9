//! Two readings of one dataset: which records came, went and changed.
//!
//! Records whose bytes are the same are the same; only the others are read, and known again by
//! their ids. So comparing two readings costs about what reading the difference costs.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, RandomState},
};

use rayon::prelude::*;
use serde_json::{Map, Value};

use crate::{
    model::{Record, RowId},
    work::Progress,
};

use super::dataset::Dataset;

/// Rows between two looks at whether the work is still wanted.
const CHUNK: usize = 1 << 12;
/// Records by whose ids another file is known to hold the same dataset.
const SAMPLE: usize = 200;

/// How a later reading differs from an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Rows of the later reading that the earlier one has not.
    pub added: Vec<RowId>,
    /// Records of both that do not say the same.
    pub changed: Vec<ChangedRecord>,
    /// Rows of the earlier reading that the later one has not.
    pub removed: Vec<RowId>,
    /// How many records say the same in both.
    pub same: usize,
}

/// A record that says something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedRecord {
    /// Its row in the earlier reading.
    pub before: RowId,
    /// Its row in the later one.
    pub after: RowId,
    /// What is different: names of properties, `geometry`, or other members of the feature.
    pub fields: Vec<String>,
}

impl Comparison {
    /// Compares; gives up with `None` when `progress` is cancelled.
    #[must_use]
    pub fn of(before: &Dataset, after: &Dataset, progress: &Progress) -> Option<Self> {
        let hashes = |dataset: &Dataset, keys: &RandomState| {
            let rows: Vec<RowId> = dataset.rows().collect();
            let hash = |row: &RowId| keys.hash_one(dataset.bytes(*row));
            let chunks = rows.par_chunks(CHUNK);
            let hash_chunk = |chunk: &[RowId]| {
                progress
                    .is_wanted()
                    .then(|| chunk.iter().map(hash).collect::<Vec<u64>>())
            };
            let chunks: Option<Vec<Vec<u64>>> = chunks.map(hash_chunk).collect();
            Some(chunks?.concat())
        };
        let keys = RandomState::new();
        let (old, new) = (hashes(before, &keys)?, hashes(after, &keys)?);
        let (gone, come) = differing(before, after, &old, &new);
        let mut comparison = Self {
            same: after.len() - come.len(),
            ..Self::default()
        };
        comparison.pair(before, after, gone, &come);
        progress.is_wanted().then_some(comparison)
    }

    /// Whether the readings say the same.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// Finds records with other bytes again by their ids; several of one id in the order of the file.
    fn pair(&mut self, before: &Dataset, after: &Dataset, gone: Vec<RowId>, come: &[RowId]) {
        let mut by_id: HashMap<Box<str>, Vec<RowId>> = HashMap::new();
        for (row, id) in gone.iter().zip(ids(before, &gone)).rev() {
            if let Some(id) = id {
                by_id.entry(id).or_default().push(*row);
            }
        }
        let mut known = HashSet::new();
        for (row, id) in come.iter().zip(ids(after, come)) {
            let old = id.and_then(|id| by_id.get_mut(&id)?.pop());
            let Some(old) = old else {
                self.added.push(*row);
                continue;
            };
            known.insert(old);
            let fields = changed_fields(before, old, after, *row);
            if fields.is_empty() {
                self.same += 1;
            } else {
                self.changed.push(ChangedRecord {
                    before: old,
                    after: *row,
                    fields,
                });
            }
        }
        self.removed = gone
            .into_iter()
            .filter(|row| !known.contains(row))
            .collect();
    }
}

/// Whether `after` seems to hold the records of `before`: at least half of some of its records have ids that are
/// known, and files of one name or something else in common with the record of that id. Ids alone say little:
/// numbers in sequence fit any file.
#[must_use]
pub fn is_same_dataset(before: &Dataset, after: &Dataset) -> bool {
    let names = |dataset: &Dataset| -> HashSet<String> {
        let parts = dataset.parts().iter();
        parts.map(|part| part.name.clone()).collect()
    };
    let is_of_one_name = !names(before).is_disjoint(&names(after));
    let step = (after.len() / SAMPLE).max(1);
    let (mut known, mut looked_at) = (0, 0);
    for row in after.rows().step_by(step) {
        looked_at += 1;
        let is_known = after.record(row).is_some_and(|record| {
            let id = record.id.as_ref();
            let earlier = id.and_then(|id| before.row_of(id.as_str()));
            let earlier = earlier.and_then(|row| before.record(row));
            earlier.is_some_and(|earlier| is_of_one_name || resemble(&earlier, &record))
        });
        known += usize::from(is_known);
    }
    looked_at > 0 && known * 2 >= looked_at
}

/// Letters of a date that names a day: months and years are shared by many.
const DAY: usize = "2022-01-05".len();

/// Whether two records of one id have a title, a day or a place in common.
fn resemble(one: &Record, other: &Record) -> bool {
    let day = |record: &Record| {
        let date = record.date.as_ref().map(|date| date.text().to_owned());
        date.filter(|text| text.len() >= DAY)
    };
    (!one.title.is_empty() && one.title == other.title)
        || day(one).is_some_and(|day_of_one| day(other) == Some(day_of_one))
        || (one.geometry.is_some() && one.geometry == other.geometry)
}

/// The rows of each reading whose bytes the other has not, or not as often.
fn differing(
    before: &Dataset,
    after: &Dataset,
    old: &[u64],
    new: &[u64],
) -> (Vec<RowId>, Vec<RowId>) {
    let mut by_hash: HashMap<u64, Vec<RowId>> = HashMap::with_capacity(old.len());
    for (row, hash) in before.rows().zip(old).rev() {
        by_hash.entry(*hash).or_default().push(row);
    }
    let mut come = Vec::new();
    for (row, hash) in after.rows().zip(new) {
        let bytes = after.bytes(row);
        let found = by_hash.get_mut(hash).and_then(|rows| {
            let is_same = |old: &RowId| before.bytes(*old) == bytes;
            let at = rows.iter().rposition(is_same)?;
            Some(rows.remove(at))
        });
        if found.is_none() {
            come.push(row);
        }
    }
    let mut gone: Vec<RowId> = by_hash.into_values().flatten().collect();
    gone.sort_unstable();
    (gone, come)
}

/// The ids of rows, read on every core.
fn ids(dataset: &Dataset, rows: &[RowId]) -> Vec<Option<Box<str>>> {
    rows.par_iter()
        .map(|row| Some(dataset.read(*row)?.id?.as_str().into()))
        .collect()
}

/// What two records do not say alike.
fn changed_fields(before: &Dataset, old: RowId, after: &Dataset, new: RowId) -> Vec<String> {
    let (Some(mut old), Some(mut new)) = (members(before, old), members(after, new)) else {
        return vec![String::new()];
    };
    let mut fields = Vec::new();
    let properties = [&mut old, &mut new].map(|feature| match feature.remove("properties") {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    });
    let [old_properties, new_properties] = &properties;
    differing_names(old_properties, new_properties, &mut fields);
    differing_names(&old, &new, &mut fields);
    fields
}

fn differing_names(old: &Map<String, Value>, new: &Map<String, Value>, names: &mut Vec<String>) {
    let of_both = old
        .keys()
        .chain(new.keys().filter(|name| !old.contains_key(*name)));
    names.extend(
        of_both
            .filter(|name| old.get(*name) != new.get(*name))
            .cloned(),
    );
}

/// The members of the feature in a row; `None` when it cannot be read.
fn members(dataset: &Dataset, row: RowId) -> Option<Map<String, Value>> {
    match dataset.file_of(row).raw(dataset.bytes(row)).ok()? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}
