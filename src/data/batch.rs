//! What is derived from a stretch of records, each on its own.
//!
//! Batches of neighbouring stretches are put together with [`Batch::append`]. What hangs on more than
//! the record itself (the documents that a file lists, the other records) is only noted here and
//! settled when all of it is there.

use std::{borrow::Cow, collections::HashMap};

use crate::model::{Issue, Own, Record, RowId, When};

use super::{
    columns::{ColumnsBuilder, RowValues},
    ids::Ids,
};

/// Issues that are listed; the rest is counted.
pub(super) const LISTED_ISSUES: usize = 100_000;

/// Links of one record to other records that are looked up; a hostile record could have millions.
const CHECKED_LINKS: usize = 256;

/// An issue with the row that it was found at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowIssue {
    pub(super) row: RowId,
    pub(super) issue: Issue,
}

/// A link of a row to another record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowLink {
    pub(super) row: RowId,
    /// What the other record is called.
    pub(super) id: Box<str>,
}

/// Rows derived from records, numbered from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    pub(super) columns: ColumnsBuilder,
    pub(super) ids: Ids,
    /// What is wrong, by row; at most [`LISTED_ISSUES`].
    pub(super) issues: Vec<RowIssue>,
    /// How many issues there are beyond those.
    pub(super) unlisted_issues: usize,
    /// Records that rows link to, by row.
    pub(super) links: Vec<RowLink>,
    pub(super) citations: Citations,
}

/// Which rows cite which documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Citations {
    /// Row and index into `names`, in the order of the file.
    pub(super) cited: Vec<(RowId, u32)>,
    pub(super) names: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
}

impl Batch {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.columns().len()
    }

    /// The number of the row that comes next.
    fn next_row(&self) -> RowId {
        RowId::new(self.len())
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the row of a record, `None` where it cannot be read, with what is wrong with it.
    pub fn push(&mut self, record: Option<Record>, issues: Vec<Issue>) {
        let row = self.next_row();
        match record {
            None => self.columns.push_unreadable(),
            Some(record) => self.enter(row, &record),
        }
        self.file(row, issues);
    }

    /// Adds the rows of `other` behind those that are there.
    pub fn append(&mut self, other: &Self) {
        let first = self.next_row();
        self.columns.append(other.columns.columns());
        self.ids.append(&other.ids, first);
        let room = LISTED_ISSUES.saturating_sub(self.issues.len());
        let issues = other.issues.iter().take(room);
        let issues = issues.map(|filed| RowIssue {
            row: first.behind(filed.row),
            issue: filed.issue.clone(),
        });
        self.issues.extend(issues);
        self.unlisted_issues += other.unlisted_issues + other.issues.len().saturating_sub(room);
        let links = other.links.iter();
        let links = links.map(|link| RowLink {
            row: first.behind(link.row),
            id: link.id.clone(),
        });
        self.links.extend(links);
        self.citations.append(&other.citations, first);
    }

    fn enter(&mut self, row: RowId, record: &Record) {
        if let Some(id) = &record.id {
            self.ids.push(id.as_str(), row);
        }
        for id in &record.sources {
            self.citations.push(row, id);
        }
        let links = record.related.iter().take(CHECKED_LINKS);
        let links = links.map(|link| RowLink {
            row,
            id: link.id.clone(),
        });
        self.links.extend(links);
        let reported = record.reported.as_ref().map(When::bounds);
        self.columns.push(RowValues::of(record, reported));
    }

    /// Adds the row of a record whose columns are known.
    pub(super) fn enter_known(
        &mut self,
        id: Option<&str>,
        cited: &[Cow<'_, str>],
        entry: RowValues,
        issues: Vec<Issue>,
    ) {
        let row = self.next_row();
        if let Some(id) = id {
            self.ids.push(id, row);
        }
        for source in cited {
            self.citations.push(row, source);
        }
        self.columns.push(entry);
        self.file(row, issues);
    }

    fn file(&mut self, row: RowId, issues: Vec<Issue>) {
        let room = LISTED_ISSUES.saturating_sub(self.issues.len());
        self.unlisted_issues += issues.len().saturating_sub(room);
        let filed = issues
            .into_iter()
            .take(room)
            .map(|issue| RowIssue { row, issue });
        self.issues.extend(filed);
    }
}

impl Citations {
    fn push(&mut self, row: RowId, id: &str) {
        let number = self.number(id);
        self.cited.push((row, number));
    }

    fn append(&mut self, other: &Self, first: RowId) {
        let numbers: Vec<u32> = other.names.iter().map(|name| self.number(name)).collect();
        let moved = other.cited.iter();
        let moved = moved.map(|(row, cited)| (first.behind(*row), *numbers.own(*cited as usize)));
        self.cited.extend(moved);
    }

    fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(id.into());
        self.numbers.insert(id.into(), number);
        number
    }
}
