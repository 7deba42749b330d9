//! All that is open: one or more files, one row per record, in file order.

mod amended;
mod amendments;
mod cross_record_checks;
mod evidence;
mod far;
mod file_names;
mod files;
mod known;
mod ordered;
mod places;
mod targets;
mod understood;
mod unrecognised;
mod updates;

pub use amendments::{Amendment, EditedPlace};
pub use ordered::DerivedStart;
pub use places::RecordsOfPart;
pub use understood::{Answer, Doubt, DoubtKind, FieldSource, Reason, Understood};

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    model::{Bounds, Issue, Layer, Mapping, Own, Record, RowId, RowRange, Source, When},
    work::{ByteCache, Progress, drop_in_background},
};

use super::{
    claim_index::ClaimIndex, columns::Columns, derive, ids::Ids,
    publication_dates::PublicationDates, source_file::SourceFile,
};

/// Bytes of parsed records that are kept for the next look; the bytes of the file stay the truth.
const CACHED_BYTES: usize = 64 << 20;

/// What a parsed record takes beyond its text, and how many times its text it comes to.
const RECORD_BYTES: usize = 1024;
const TIMES_ITS_TEXT: usize = 3;

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of its file in [`Dataset::parts`].
    pub part: usize,
    /// Its bytes in the text of that file.
    pub span: Range<usize>,
}

/// An issue with the place it was found at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledIssue {
    /// Index of the file in [`Dataset::parts`].
    pub part: usize,
    /// The row, or `None` when it is the file as a whole.
    pub row: Option<RowId>,
    /// What is wrong.
    pub issue: Issue,
}

/// What is open.
///
/// What is large is shared with what an edit makes of it: see [`Dataset::amended`].
#[derive(Debug, Default)]
pub struct Dataset {
    parts: Arc<Vec<SourceFile>>,
    /// The names that tell the files apart.
    file_names: Vec<Box<str>>,
    /// The first row of each file, and the row behind the last file.
    first_rows: Vec<RowId>,
    columns: Columns,
    sources: Arc<HashMap<Box<str>, Source>>,
    ids: Ids,
    issues: Arc<Vec<FiledIssue>>,
    unlisted_issues: usize,
    revision: u64,
    derived: Arc<BTreeMap<RowId, DerivedStart>>,
    ties: Arc<Ties>,
    amendments: amendments::Amendments,
    claim_index: OnceLock<ClaimIndex>,
    reporting: OnceLock<PublicationDates>,
    reports: OnceLock<Option<Bounds>>,
    understood: Arc<OnceLock<Vec<Understood>>>,
    cache: Mutex<ByteCache<RowId, Arc<Record>, CACHED_BYTES>>,
}

/// What hangs on several records together.
#[derive(Clone, Debug, Default)]
struct Ties {
    /// Ids by which records name others.
    linked: HashSet<Box<str>>,
    /// Rows that stand in an order with others.
    ordered: BTreeSet<RowId>,
    /// Rows with a date that lies far from all others of their file.
    far: BTreeSet<RowId>,
    /// What is usual, by file.
    usual: Vec<far::Usual>,
}

impl Dataset {
    /// Derives rows and columns from files. Nothing is dropped: a record that cannot be read is
    /// a row with an issue.
    #[must_use]
    pub fn from_parts(parts: Vec<SourceFile>) -> Self {
        Self::make(parts, &Progress::unwatched()).unwrap_or_default()
    }

    /// Derives rows and columns as [`Dataset::from_parts`] does, while `progress` hears now and then how many bytes of
    /// how many are done; `None` when that is cancelled.
    #[must_use]
    pub fn make(mut parts: Vec<SourceFile>, progress: &Progress) -> Option<Self> {
        let total: usize = parts.iter().map(|part| part.text.len()).sum();
        let mut done = 0;
        let mut batch = None;
        for part in &mut parts {
            let derived = part.derived.take();
            let derived = derived.filter(|(mapping, _)| *mapping == part.mapping);
            match (derived, &mut batch) {
                (Some((_, derived)), None) => batch = Some(*derived),
                (Some((_, derived)), Some(batch)) => batch.append(&derived),
                (None, batch) => {
                    let batch = batch.get_or_insert_default();
                    let derived = derive::derive(part, batch, &mut |bytes| {
                        done += bytes;
                        progress.advance(done, total)
                    });
                    if derived.is_none() {
                        drop_in_background(parts);
                        return None;
                    }
                }
            }
        }
        let batch = batch.unwrap_or_default();
        let dataset = cross_record_checks::settled(parts, batch, progress)?;
        match dataset.without_earlier_versions() {
            Some(parts) => Self::make(parts, progress),
            None => Some(dataset),
        }
    }

    /// The same files read with another mapping for one of them.
    #[must_use]
    pub fn remapped(&self, part: usize, mapping: &Mapping) -> Self {
        let mut parts = self.parts.to_vec();
        if let Some(file) = parts.get_mut(part) {
            file.mapping = mapping.clone();
        }
        Self::from_parts(parts)
    }

    /// The files.
    #[must_use]
    pub fn parts(&self) -> &[SourceFile] {
        &self.parts
    }

    /// The rows: one for each record, readable or not. After an edit there may be rows without a record among them; see
    /// [`Columns::is_gone`].
    #[must_use]
    pub const fn rows(&self) -> RowRange {
        self.columns.rows()
    }

    /// Number of records, readable or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.columns.len() - self.columns.totals().gone
    }

    /// Whether there are no records.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The columns.
    #[must_use]
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What is wrong, in file order; the first hundred thousand.
    #[must_use]
    pub fn issues(&self) -> &[FiledIssue] {
        self.amendments.issues(&self.issues)
    }

    /// How many issues there are beyond the list.
    #[must_use]
    pub const fn unlisted_issues(&self) -> usize {
        self.unlisted_issues
    }

    /// A number that no other dataset of this process has: what is derived from a dataset is
    /// remembered under it.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Where a row stands in its file, as that was read.
    #[must_use]
    pub fn row(&self, row: RowId) -> Row {
        let part = self.part_of(row);
        let spans = &self.parts.own(part).spans;
        let span = spans.own(row.since(*self.first_rows.own(part)));
        Row { part, span }
    }

    /// The bytes of a row, as they stand in the file, or as edits have left them.
    #[must_use]
    pub fn bytes(&self, row: RowId) -> &str {
        if let Some(text) = self.amendments.text(row) {
            return text;
        }
        let Row { part, span } = self.row(row);
        self.parts.own(part).slice(&span)
    }

    /// A row as the text of a feature: its bytes where the file is GeoJSON, else a feature made of it.
    #[must_use]
    pub fn feature(&self, row: RowId) -> Cow<'_, str> {
        self.file_of(row).feature(self.bytes(row))
    }

    /// The typed view of a row; `None` when it cannot be read.
    #[must_use]
    pub fn record(&self, row: RowId) -> Option<Arc<Record>> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(record) = cache.get(&row) {
            return Some(Arc::clone(record));
        }
        let record = Arc::new(self.read(row)?);
        let bytes = RECORD_BYTES + TIMES_ITS_TEXT * self.bytes(row).len();
        cache.insert(row, Arc::clone(&record), bytes);
        Some(record)
    }

    /// The typed view of a row, made anew: for going through many rows, which would only push one
    /// another out of what is kept for the next look.
    #[must_use]
    pub fn read(&self, row: RowId) -> Option<Record> {
        if self.columns.is_gone(row) {
            return None;
        }
        let mut record = self.file_of(row).record(self.bytes(row))?;
        // Only all files together number the layers that the profile does not know.
        let layer = self.columns.layer(row);
        if record.layer == *layer {
            record.layer = layer.clone();
        }
        Some(record)
    }

    /// Whether the record of a row could be read.
    #[must_use]
    pub fn is_readable(&self, row: RowId) -> bool {
        self.columns.readable(row)
    }

    /// The row of the record with this id.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<RowId> {
        self.ids.rows(id).find(|row| {
            let found = self.record(*row).and_then(|record| record.id.clone());
            found.is_some_and(|found| found.as_str() == id)
        })
    }

    /// The document that records cite by `id`.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The documents that the files list, in no order.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// From the first to the last second at which anything became known: a record, or a document that
    /// the files list. Only finite bounds count.
    #[must_use]
    pub fn extent_of_reports(&self) -> Option<Bounds> {
        *self.reports.get_or_init(|| {
            let published = self.sources.values().filter_map(|it| it.published.as_ref());
            let records = self.columns.reports().map(|(bounds, _)| bounds);
            published
                .map(When::bounds)
                .chain(records)
                .filter(Bounds::is_finite)
                .reduce(|extent, bounds| extent.union(&bounds))
        })
    }

    /// From the earliest to the latest second of both clocks.
    #[must_use]
    pub fn extent_in_time(&self) -> Option<Bounds> {
        match (self.columns.extent_in_time(), self.extent_of_reports()) {
            (Some(happened), Some(reported)) => Some(happened.union(&reported)),
            (happened, reported) => happened.or(reported),
        }
    }

    /// What was understood of each file. Some records of each are read again for it, once.
    #[must_use]
    pub fn all_understood(&self) -> &[Understood] {
        self.understood.get_or_init(|| self.understand())
    }

    /// Whether any file lists the documents that its records cite.
    #[must_use]
    pub fn has_sources(&self) -> bool {
        !self.sources.is_empty()
    }

    /// The layers that occur in the columns.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        self.columns.layer_names()
    }

    /// When a record became known: the earliest publication of its sources, else its own word.
    #[must_use]
    pub fn reported(&self, record: &Record) -> Option<Bounds> {
        record
            .sources
            .iter()
            .filter_map(|id| self.source(id)?.published.as_ref())
            .map(crate::model::When::bounds)
            .min_by_key(|bounds| bounds.earliest)
            .or_else(|| record.reported.as_ref().map(crate::model::When::bounds))
    }
}

/// Revisions are unique in the process, so that a memo of one dataset never serves another.
fn next_revision() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
