//! All that is open: one or more files, one row per record, in file order.

mod cross_record_checks;
mod far;
mod file_names;
mod known;
mod ordered;
mod places;
mod targets;
mod unrecognised;

pub use ordered::Derived;
pub use places::RecordsOfPart;

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    model::{Bounds, Issue, Lang, Layer, Mapping, Record, Source, When},
    work::{ByteCache, Progress, drop_in_background},
};

use super::{
    claim_index::ClaimIndex,
    columns::Columns,
    derive,
    ids::Ids,
    publication_dates::PublicationDates,
    source_file::{FileOrigin, SourceFile},
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
    pub row: Option<usize>,
    /// What is wrong.
    pub issue: Issue,
}

/// What is open.
#[derive(Debug, Default)]
pub struct Dataset {
    parts: Vec<SourceFile>,
    /// The names that tell the files apart.
    file_names: Vec<Box<str>>,
    /// The first row of each file, and the row behind the last file.
    first_rows: Vec<usize>,
    columns: Columns,
    sources: HashMap<Box<str>, Source>,
    ids: Ids,
    issues: Vec<FiledIssue>,
    unlisted_issues: usize,
    revision: u64,
    derived: BTreeMap<usize, Derived>,
    claim_index: OnceLock<ClaimIndex>,
    reporting: OnceLock<PublicationDates>,
    reports: OnceLock<Option<Bounds>>,
    cache: Mutex<ByteCache<usize, Arc<Record>, CACHED_BYTES>>,
}

impl Dataset {
    /// Derives rows and columns from files. Nothing is dropped: a record that cannot be read is
    /// a row with an issue.
    #[must_use]
    pub fn from_parts(parts: Vec<SourceFile>) -> Self {
        Self::from_parts_watched(parts, &Progress::unwatched()).unwrap_or_default()
    }

    /// The same while `progress` hears now and then how many bytes of how many are done; `None` when that is
    /// cancelled.
    #[must_use]
    pub fn from_parts_watched(mut parts: Vec<SourceFile>, progress: &Progress) -> Option<Self> {
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
        cross_record_checks::settled(parts, batch, progress)
    }

    /// The same files read with another mapping for one of them.
    #[must_use]
    pub fn remapped(&self, part: usize, mapping: &Mapping) -> Self {
        let mut parts = self.parts.clone();
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

    /// Number of records, readable or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The columns.
    #[must_use]
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What is wrong, in file order; the first hundred thousand.
    #[must_use]
    pub fn issues(&self) -> &[FiledIssue] {
        &self.issues
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

    /// The file that a row is of.
    #[must_use]
    pub fn part_of(&self, row: usize) -> Option<usize> {
        let behind = self.first_rows.partition_point(|first| *first <= row);
        behind.checked_sub(1)
    }

    /// Where a row stands.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Row> {
        let part = self.part_of(row)?;
        let first = self.first_rows.get(part)?;
        let span = self.parts.get(part)?.spans.get(row - first)?;
        Some(Row { part, span })
    }

    /// The bytes of a row, as they stand in the file.
    #[must_use]
    pub fn bytes(&self, row: usize) -> &str {
        self.row(row)
            .and_then(|row| Some(self.parts.get(row.part)?.slice(&row.span)))
            .unwrap_or_default()
    }

    /// A row as the text of a feature: its bytes where the file is GeoJSON, else a feature made of it.
    #[must_use]
    pub fn feature(&self, row: usize) -> Cow<'_, str> {
        let part = self.row(row).and_then(|it| self.parts.get(it.part));
        part.map_or(Cow::Borrowed(""), |part| part.feature(self.bytes(row)))
    }

    /// The typed view of a row; `None` when it cannot be read.
    #[must_use]
    pub fn record(&self, row: usize) -> Option<Arc<Record>> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(record) = cache.get(&row) {
            return Some(Arc::clone(record));
        }
        let record = Arc::new(self.parse(row).0?);
        let bytes = RECORD_BYTES + TIMES_ITS_TEXT * self.bytes(row).len();
        cache.insert(row, Arc::clone(&record), bytes);
        Some(record)
    }

    /// The typed view of a row, made anew: for going through many rows, which would only push one
    /// another out of what is kept for the next look.
    #[must_use]
    pub fn read(&self, row: usize) -> Option<Record> {
        self.parse(row).0
    }

    /// Whether the record of a row could be read.
    #[must_use]
    pub fn is_readable(&self, row: usize) -> bool {
        self.columns.readable(row)
    }

    /// The row of the record with this id.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
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
            let records = self.columns.reported_dictionary().iter().copied();
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

    /// Who says what in which record. Every record is read for it, once.
    #[must_use]
    pub fn claim_index(&self) -> &ClaimIndex {
        self.claim_index.get_or_init(|| ClaimIndex::of(self))
    }

    /// The same, where it is known already.
    #[must_use]
    pub fn known_claim_index(&self) -> Option<&ClaimIndex> {
        self.claim_index.get()
    }

    /// When what is open was published. Every row is looked at for it, once.
    #[must_use]
    pub fn reporting(&self) -> &PublicationDates {
        self.reporting.get_or_init(|| PublicationDates::of(self))
    }

    /// The same, where it is known already.
    #[must_use]
    pub fn known_reporting(&self) -> Option<&PublicationDates> {
        self.reporting.get()
    }

    /// What the dataset calls itself: the title of its file, or the names of its files.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let parts = self.parts.iter().zip(&self.file_names);
        let titles: Vec<String> = parts
            .map(|(part, name)| match part.title(lang) {
                title if title == part.name => name.to_string(),
                title => title,
            })
            .collect();
        titles.join(" · ")
    }

    /// What to call a row in a list: its title, else its id, else its number from one.
    #[must_use]
    pub fn name_of(&self, row: usize, lang: Lang) -> String {
        let record = self.record(row);
        let title = record
            .as_ref()
            .and_then(|record| record.title.best(lang))
            .map(|(title, _)| title.to_owned());
        let id = || Some(record.as_ref()?.id.as_ref()?.to_string());
        title.or_else(id).unwrap_or_else(|| format!("#{}", row + 1))
    }

    /// Reckons the digest of every file, so that nobody waits for it later.
    pub fn reckon_digests(&self) {
        for part in &self.parts {
            let _known = part.sha256();
        }
    }

    /// Whether nothing but the records inside the program is open.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.parts
            .iter()
            .all(|part| part.source == FileOrigin::Bundled)
    }

    /// The rows of a file.
    #[must_use]
    pub fn rows_of(&self, part: usize) -> Range<usize> {
        let first = self.first_rows.get(part).copied().unwrap_or(self.len());
        first..self.first_rows.get(part + 1).copied().unwrap_or(self.len())
    }

    /// How many records of a file have a date that can be read, and how many there are.
    #[must_use]
    pub fn dated(&self, part: usize) -> (usize, usize) {
        let (Some(first), Some(behind)) =
            (self.first_rows.get(part), self.first_rows.get(part + 1))
        else {
            return (0, 0);
        };
        let rows = *first..*behind;
        let derived = self.derived.range(rows.clone());
        let derived = derived.filter(|(_, it)| it.own.is_none() && it.is_placed());
        let dated = if self.parts.len() == 1 {
            self.columns.totals().dated
        } else {
            let is_dated = |row: &usize| self.columns.span_index(*row).is_some();
            rows.clone().filter(is_dated).count()
        };
        (dated - derived.count(), rows.len())
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

    fn parse(&self, row: usize) -> (Option<Record>, Vec<Issue>) {
        let part = self.row(row).and_then(|place| self.parts.get(place.part));
        let (mut record, issues) =
            part.map_or_else(Default::default, |part| part.read(self.bytes(row)));
        // Only all files together number the layers that the profile does not know.
        if let (Some(record), Some(layer)) = (&mut record, self.columns.layer(row))
            && record.layer == *layer
        {
            record.layer = layer.clone();
        }
        (record, issues)
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
