//! What edits have changed since the files were read: which rows, their bytes, and what is wrong with them.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::FiledIssue;
use crate::model::{Issue, RowId, RowRange};

/// Which record of a file an edit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditedPlace {
    /// The one that stands there in the file.
    OfFile(usize),
    /// A new one, by a number that the file has for it alone.
    New(usize),
}

/// What an edit makes of one record.
#[derive(Clone, Copy, Debug)]
pub struct Amendment<'a> {
    /// The index of its file.
    pub part: usize,
    /// Which one.
    pub place: EditedPlace,
    /// Its bytes; `None`: it is taken away.
    pub text: Option<&'a str>,
}

/// All that edits have changed since what is open was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Amendments {
    /// The revision of what was read; 0 where nothing was changed.
    pub(super) root: u64,
    /// The first row behind what was read.
    pub(super) read: usize,
    pub(super) rows: BTreeMap<RowId, Arc<Amended>>,
    /// The records that come behind, with the file that each is of.
    pub(super) new: Vec<(usize, usize)>,
    /// Everything that is wrong, once somebody asks.
    pub(super) issues: OnceLock<Vec<FiledIssue>>,
}

/// A row that was changed.
#[derive(Debug)]
pub(super) struct Amended {
    pub(super) part: usize,
    /// Empty: it is taken away.
    pub(super) text: Box<str>,
    pub(super) issues: Vec<Issue>,
}

impl Amendments {
    /// The bytes of a row, where it was changed.
    pub(super) fn text(&self, row: RowId) -> Option<&str> {
        Some(&self.rows.get(&row)?.text)
    }

    /// The file of a row that was added.
    pub(super) fn part_of_new(&self, row: RowId) -> Option<usize> {
        let (part, _) = self.new.get(row.index().checked_sub(self.read)?)?;
        Some(*part)
    }

    /// Number of records of the file that has these rows.
    pub(super) fn count_of(&self, part: usize, rows: &RowRange) -> usize {
        let is_of_part = |row: &RowId, of: usize| of == part && !rows.contains(*row);
        let (mut count, mut gone) = (rows.len(), 0);
        for (row, amended) in &self.rows {
            let is_there = !amended.text.is_empty();
            count += usize::from(is_there && is_of_part(row, amended.part));
            gone += usize::from(!is_there && rows.contains(*row));
        }
        count - gone
    }

    /// Everything that is wrong, where `read` is what was before any change.
    pub(super) fn issues<'a>(&'a self, read: &'a Arc<Vec<FiledIssue>>) -> &'a [FiledIssue] {
        if self.rows.is_empty() {
            return read;
        }
        self.issues.get_or_init(|| {
            let of_rows = self.rows.iter().flat_map(|(row, amended)| {
                amended.issues.iter().map(|issue| FiledIssue {
                    part: amended.part,
                    row: Some(*row),
                    issue: issue.clone(),
                })
            });
            let is_kept =
                |filed: &&FiledIssue| filed.row.is_none_or(|row| !self.rows.contains_key(&row));
            let mut issues: Vec<FiledIssue> = read.iter().filter(is_kept).cloned().collect();
            // Those of the files stand before and behind those of the rows.
            let behind = issues.iter().rposition(|filed| filed.row.is_some());
            let front = issues
                .iter()
                .take_while(|filed| filed.row.is_none())
                .count();
            let end = behind.map_or(front, |last| last + 1);
            let rest = issues.split_off(end);
            issues.extend(of_rows);
            if let Some(of_rows) = issues.get_mut(front..) {
                of_rows.sort_by_key(|filed| filed.row);
            }
            issues.extend(rest);
            issues
        })
    }
}
