//! All that is open: one or more files, one row per record, in file order.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::Value;

use crate::model::{Bounds, Issue, IssueKind, Lang, Layer, Mapping, Record, RecordId, Source};

use super::{
    columns::Columns,
    part::{Part, PartSource},
};

/// Parsed records kept for the next look; the bytes stay the truth.
const CACHED_RECORDS: usize = 4096;

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

/// Issues that are listed; the rest is counted.
const LISTED_ISSUES: usize = 100_000;

/// Rows between two looks at whether the work is still wanted.
const ROWS_BETWEEN_REPORTS: usize = 512;

/// Links of one record to sources, and to other records, that are looked up; a hostile record
/// could have millions.
const CHECKED_LINKS: usize = 256;

/// The longest record that is parsed, in bytes; a parsed value takes up to forty times its text.
const LONGEST_RECORD: usize = 16 << 20;

/// What is open.
#[derive(Debug, Default)]
pub struct Dataset {
    parts: Vec<Part>,
    rows: Vec<Row>,
    columns: Columns,
    sources: HashMap<Box<str>, Source>,
    rows_by_id: HashMap<Box<str>, usize>,
    issues: Vec<FiledIssue>,
    unlisted_issues: usize,
    revision: u64,
    cache: Mutex<HashMap<usize, Arc<Record>>>,
}

impl Dataset {
    /// Derives rows and columns from files. Nothing is dropped: a record that cannot be read is
    /// a row with an issue.
    #[must_use]
    pub fn from_parts(parts: Vec<Part>) -> Self {
        Self::from_parts_while(parts, &|_, _| true).unwrap_or_default()
    }

    /// The same for as long as `goes_on` agrees, which is told now and then how many bytes of how
    /// many are done; `None` when it did not.
    #[must_use]
    pub fn from_parts_while(
        parts: Vec<Part>,
        goes_on: &dyn Fn(usize, usize) -> bool,
    ) -> Option<Self> {
        let rows: Vec<Row> = parts
            .iter()
            .enumerate()
            .flat_map(|(part, file)| file.spans.iter().map(move |span| (part, span.clone())))
            .map(|(part, span)| Row { part, span })
            .collect();
        let sources: HashMap<Box<str>, Source> = parts
            .iter()
            .flat_map(Part::sources)
            .map(|source| (source.id.clone(), source))
            .collect();
        let mut dataset = Self {
            columns: Columns::with_capacity(rows.len()),
            parts,
            rows,
            sources,
            revision: next_revision(),
            ..Self::default()
        };
        dataset.file_part_issues();
        dataset.derive_columns(goes_on)?;
        Some(dataset)
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
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Number of records, readable or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
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

    /// Where a row stands.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<&Row> {
        self.rows.get(row)
    }

    /// The bytes of a row, as they stand in the file.
    #[must_use]
    pub fn bytes(&self, row: usize) -> &str {
        self.rows
            .get(row)
            .and_then(|row| Some(self.parts.get(row.part)?.slice(&row.span)))
            .unwrap_or_default()
    }

    /// The typed view of a row; `None` when it cannot be read.
    #[must_use]
    pub fn record(&self, row: usize) -> Option<Arc<Record>> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(record) = cache.get(&row) {
            return Some(Arc::clone(record));
        }
        let record = Arc::new(self.parse(row).0?);
        if cache.len() >= CACHED_RECORDS {
            cache.clear();
        }
        cache.insert(row, Arc::clone(&record));
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
        self.columns.readable.get(row).copied().unwrap_or(false)
    }

    /// The row of the record with this id.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        self.rows_by_id.get(id).copied()
    }

    /// The document that records cite by `id`.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(id)
    }

    /// What the dataset calls itself: the title of its file, or the names of its files.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let titles: Vec<String> = self.parts.iter().map(|part| part.title(lang)).collect();
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

    /// Whether nothing but the records inside the program is open.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.parts
            .iter()
            .all(|part| part.source == PartSource::Bundled)
    }

    /// How many records of a file have a date that can be read, and how many there are.
    #[must_use]
    pub fn dated(&self, part: usize) -> (usize, usize) {
        let rows = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, place)| place.part == part);
        rows.fold((0, 0), |(dated, all), (row, _)| {
            (
                dated + usize::from(self.columns.span(row).is_some()),
                all + 1,
            )
        })
    }

    /// Whether any file lists the documents that its records cite.
    #[must_use]
    pub fn has_sources(&self) -> bool {
        !self.sources.is_empty()
    }

    /// The layers that occur in the columns.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.columns.layer_names
    }

    fn parse(&self, row: usize) -> (Option<Record>, Vec<Issue>) {
        let Some(part) = self
            .rows
            .get(row)
            .and_then(|place| self.parts.get(place.part))
        else {
            return (None, Vec::new());
        };
        let text = self.bytes(row);
        if text.len() > LONGEST_RECORD {
            return (None, vec![Issue::new("", IssueKind::TooLarge, text)]);
        }
        match serde_json::from_str::<Value>(text) {
            Ok(feature) => Record::read(&feature, &part.mapping),
            Err(error) => {
                let issue = Issue::new("", IssueKind::Syntax, &error.to_string());
                (None, vec![issue])
            }
        }
    }

    fn file_part_issues(&mut self) {
        for (part, file) in self.parts.iter().enumerate() {
            let filed = file.issues.iter().cloned().map(|issue| FiledIssue {
                part,
                row: None,
                issue,
            });
            self.issues.extend(filed);
        }
    }

    fn derive_columns(&mut self, goes_on: &dyn Fn(usize, usize) -> bool) -> Option<()> {
        let mut related = Vec::new();
        let total: usize = self.parts.iter().map(|part| part.text.len()).sum();
        let mut done = 0;
        for row in 0..self.rows.len() {
            done += self.bytes(row).len();
            if row.is_multiple_of(ROWS_BETWEEN_REPORTS) && !goes_on(done, total) {
                return None;
            }
            let (record, mut issues) = self.parse(row);
            match &record {
                None => self.columns.push_unreadable(),
                Some(record) => {
                    issues.extend(self.enter_id(row, record.id.as_ref()));
                    issues.extend(self.unknown_sources(record));
                    let links = record.related.iter().take(CHECKED_LINKS);
                    related.extend(links.map(|link| (row, link.id.clone())));
                    let reported = self.reported(record);
                    self.columns.push(record, reported);
                }
            }
            self.file_issues(row, issues);
        }
        for (row, id) in related {
            if !self.rows_by_id.contains_key(&id) && !self.is_of_excerpt(row) {
                let issue = Issue::new("related", IssueKind::RelatedUnknown, &id);
                self.file_issues(row, vec![issue]);
            }
        }
        Some(())
    }

    fn is_of_excerpt(&self, row: usize) -> bool {
        let part = self.rows.get(row).and_then(|row| self.parts.get(row.part));
        part.is_some_and(Part::is_excerpt)
    }

    fn file_issues(&mut self, row: usize, issues: Vec<Issue>) {
        let part = self.rows.get(row).map_or(0, |place| place.part);
        let room = LISTED_ISSUES.saturating_sub(self.issues.len());
        self.unlisted_issues += issues.len().saturating_sub(room);
        let filed = issues.into_iter().take(room).map(|issue| FiledIssue {
            part,
            row: Some(row),
            issue,
        });
        self.issues.extend(filed);
    }

    /// The first record of an id keeps it; later ones are shown all the same, with an issue.
    fn enter_id(&mut self, row: usize, id: Option<&RecordId>) -> Option<Issue> {
        let id = id?.as_str();
        if self.rows_by_id.contains_key(id) {
            return Some(Issue::new("id", IssueKind::IdDuplicate, id));
        }
        self.rows_by_id.insert(id.into(), row);
        None
    }

    fn unknown_sources(&self, record: &Record) -> Vec<Issue> {
        if self.sources.is_empty() {
            return Vec::new();
        }
        record
            .sources
            .iter()
            .take(CHECKED_LINKS)
            .filter(|id| !self.sources.contains_key(*id))
            .map(|id| Issue::new("sources", IssueKind::SourceUnknown, id))
            .collect()
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
