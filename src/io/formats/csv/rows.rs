//! Where the rows stand.
//!
//! A quote opens a cell only where a cell begins; line breaks inside it belong to it. A quote that is
//! never closed, or closed in the middle of another line's cell, would swallow rows: its row then
//! ends with its line, and an issue says so.

use std::ops::Range;

use super::{
    CsvError,
    dialect::{Dialect, closing_quote},
    most_rows,
};
use crate::{
    io::watch::{Progress, Watch},
    model::{Issue, IssueKind},
};

/// Rows between two reports of progress.
const ROWS_BETWEEN_REPORTS: usize = 4096;

/// Quotes whose end is looked for in the whole rest of the text; each costs one pass over it.
const LOOKS_AHEAD: usize = 8;
/// How far the end of a quote is looked for after that, in bytes.
const NEAR: usize = 1 << 20;

/// Walks over a text row by row.
pub(in crate::io) struct Finder<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    broken: Vec<Range<usize>>,
    looks_ahead: usize,
}

impl<'a> Finder<'a> {
    /// Rows of `text` from byte `at` on, where one begins.
    pub(in crate::io) const fn new(text: &'a str, dialect: Dialect, at: usize) -> Self {
        Self {
            text,
            dialect,
            at,
            broken: Vec::new(),
            looks_ahead: LOOKS_AHEAD,
        }
    }

    /// Where the next line begins; one byte behind the text when there is none.
    pub(in crate::io) const fn at(&self) -> usize {
        self.at
    }

    /// Whether a quote was met that is not closed where it should be.
    pub(in crate::io) const fn is_broken(&self) -> bool {
        !self.broken.is_empty()
    }

    /// The next row that is not blank, without its line break.
    pub(in crate::io) fn next_row(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let start = self.at;
            let end = self.row_end(start);
            self.at = end + 1;
            let row = start..trimmed(bytes, start, end);
            if !row.is_empty() {
                return Some(row);
            }
        }
        None
    }

    /// All rows that are left.
    pub(super) fn rest(
        mut self,
        issues: &mut Vec<Issue>,
        watch: &Watch,
    ) -> Result<Vec<Range<usize>>, CsvError> {
        let length = self.text.len();
        let limit = most_rows(length);
        let mut rows = Vec::new();
        while let Some(row) = self.next_row() {
            if rows.len() >= limit {
                return Err(CsvError::TooManyRows(limit));
            }
            rows.push(row);
            if rows.len().is_multiple_of(ROWS_BETWEEN_REPORTS) {
                watch.report(Progress {
                    bytes: self.at as u64,
                    total: Some(length as u64),
                    records: rows.len(),
                });
                if watch.is_cancelled() {
                    return Err(CsvError::Cancelled);
                }
            }
        }
        issues.extend(self.issues());
        Ok(rows)
    }

    /// The rows with a quote that is not closed where it should be.
    pub(super) fn issues(&self) -> impl Iterator<Item = Issue> + '_ {
        self.broken.iter().map(|row| {
            let text = self.text.get(row.clone()).unwrap_or_default();
            Issue::new("", IssueKind::QuoteOpen, text)
        })
    }

    /// Where the line break stands that ends the row at `start`, else the end of the text.
    fn row_end(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let newline = self.dialect.newline;
        let mut at = start;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let Some(offset) = memchr::memchr2(b'"', newline, rest) else {
                return bytes.len();
            };
            let found = at + offset;
            if bytes.get(found) == Some(&newline) {
                return found;
            }
            if !self.opens_a_cell(start, found) {
                at = found + 1;
                continue;
            }
            if let Some(end) = self.quote_end(found) {
                at = end;
            } else {
                let line = bytes.get(found..).unwrap_or_default();
                let end = memchr::memchr(newline, line).map_or(bytes.len(), |it| found + it);
                self.broken.push(start..end);
                return end;
            }
        }
    }

    fn opens_a_cell(&self, start: usize, quote: usize) -> bool {
        let before = quote
            .checked_sub(1)
            .and_then(|at| self.text.as_bytes().get(at));
        quote == start || before == Some(&self.dialect.delimiter)
    }

    /// What stands behind the quote that closes the one at `open`; `None` where that is never
    /// closed, or only by what opens a cell on another line.
    fn quote_end(&mut self, open: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let newline = self.dialect.newline;
        let horizon = if self.looks_ahead > 0 {
            bytes.len()
        } else {
            bytes.len().min(open + NEAR)
        };
        let within = bytes.get(..horizon)?;
        let closed = closing_quote(within, open);
        if closed >= horizon {
            self.looks_ahead = self.looks_ahead.saturating_sub(1);
            return None;
        }
        let behind = bytes.get(closed + 1).copied();
        let ends_a_cell = behind
            .is_none_or(|byte| byte == self.dialect.delimiter || byte == newline || byte == b'\r');
        let spans_lines = memchr::memchr(newline, bytes.get(open..closed)?).is_some();
        (ends_a_cell || !spans_lines).then_some(closed + 1)
    }
}

/// The end of a row without the rest of its line break.
fn trimmed(bytes: &[u8], start: usize, end: usize) -> usize {
    let end = end.min(bytes.len());
    let has_return = end > start && bytes.get(end - 1) == Some(&b'\r');
    if has_return { end - 1 } else { end }
}
