//! Where the records of a GeoJSON text stand in it, without parsing any of them.
//!
//! Start with [`split`]. A record that is broken is a span all the same: the splitter goes on at the
//! next thing that looks like one, and nothing between the first and the last byte of a file goes
//! missing. Time is linear in the length of the text; memory is sixteen bytes a record. What the
//! spans mean is for [`crate::model::Record`] to say.

mod collection;
mod lines;
mod nested;

use std::ops::Range;

use serde::de::IgnoredAny;

use super::watch::Watch;
use crate::{
    data::RecordFormat,
    model::Issue,
    scan::{
        json::{Member, skip_space},
        looks_like_lines,
    },
};

/// Records that a file may have whatever its length, and bytes of file for each one beyond: a row
/// costs more memory than the two bytes that a hostile record needs.
const RECORDS_ALWAYS_READ: usize = 1_000_000;
const BYTES_FOR_EACH_MORE: usize = 256;

/// Records between two reports of progress.
const RECORDS_BETWEEN_REPORTS: usize = 1024;

/// What a text consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordsShape {
    /// An object with `features`.
    Collection,
    /// One feature.
    Feature,
    /// One geometry without a feature around it.
    Geometry,
    /// An array of features.
    Array,
    /// An array of objects that are no features, or such objects one behind the other.
    Objects,
    /// Newline-delimited features or an RFC 8142 sequence.
    Lines,
}

/// A text taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What the text consists of.
    pub shape: RecordsShape,
    /// Where the records stand, in file order.
    pub records: Vec<Range<usize>>,
    /// The members of the collection but for `features`, in file order.
    pub members: Vec<Member>,
    /// What is wrong with the text around the records.
    pub issues: Vec<Issue>,
}

impl Split {
    const fn new(shape: RecordsShape) -> Self {
        Self {
            shape,
            records: Vec::new(),
            members: Vec::new(),
            issues: Vec::new(),
        }
    }

    /// How the records stand in the file.
    #[must_use]
    pub const fn format(&self) -> RecordFormat {
        match self.shape {
            RecordsShape::Lines => RecordFormat::GeoJsonLines,
            RecordsShape::Objects => RecordFormat::Objects,
            _ => RecordFormat::GeoJson,
        }
    }
}

/// Why a text holds no records at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// There is nothing but space in it.
    Empty,
    /// It stops being JSON at this byte, before any record.
    NotJson(usize),
    /// It is JSON of another kind: what its `type` says, or what JSON calls it.
    NotGeoJson(Box<str>),
    /// A `FeatureCollection` without `features`.
    NoFeatures,
    /// `features` is no array; the byte where its value begins.
    FeaturesNotArray(usize),
    /// It ends before its first record.
    Truncated,
    /// It has more records than this, which is more than its length makes likely.
    TooManyRecords(usize),
    /// Several documents stand in it; the byte where the second begins.
    Several(usize),
    /// Nobody wants it any more.
    Cancelled,
}

/// Takes a text apart. Its form shows in the text itself.
///
/// # Errors
/// When no record can be found in it.
pub fn split(text: &str, watch: &Watch) -> Result<Split, SplitError> {
    let bytes = text.as_bytes();
    let start = skip_space(bytes, 0);
    let limit = most_records(bytes.len());
    let ledger = Ledger::new(watch, limit, bytes.len());
    match bytes.get(start) {
        None => Err(SplitError::Empty),
        Some(&lines::RECORD_SEPARATOR) => lines::split_sequence(text, ledger),
        Some(b'{') if looks_like_lines(text) => lines::split_lines(text, ledger),
        Some(b'{' | b'[') => match nested::documents(text, start).as_slice() {
            [] | [_] if bytes.get(start) == Some(&b'[') => {
                collection::split_array(text, start, ledger)
            }
            [] | [_] => collection::split_object(text, start, ledger),
            several => nested::split_documents(text, several, ledger),
        },
        Some(_) => Err(match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => SplitError::NotGeoJson("value".into()),
            Err(_) => SplitError::NotJson(start),
        }),
    }
}

/// The most records that a text of this length may have.
pub(super) const fn most_records(length: usize) -> usize {
    RECORDS_ALWAYS_READ + length / BYTES_FOR_EACH_MORE
}

/// Keeps the records found so far, counts them and reports.
struct Ledger<'a> {
    records: Vec<Range<usize>>,
    limit: usize,
    length: usize,
    watch: &'a Watch<'a>,
}

impl<'a> Ledger<'a> {
    const fn new(watch: &'a Watch<'a>, limit: usize, length: usize) -> Self {
        Self {
            records: Vec::new(),
            limit,
            length,
            watch,
        }
    }

    fn push(&mut self, record: Range<usize>) -> Result<(), SplitError> {
        if self.records.len() >= self.limit {
            return Err(SplitError::TooManyRecords(self.limit));
        }
        let end = record.end;
        self.records.push(record);
        if self.records.len().is_multiple_of(RECORDS_BETWEEN_REPORTS) {
            self.watch
                .advance(end as u64, Some(self.length as u64), self.records.len())
                .ok_or(SplitError::Cancelled)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
