//! Where the rows stand.
//!
//! A quote opens a cell only where a cell begins; line breaks inside it belong to it. A quote that is
//! never closed, or closed in the middle of another line's cell, would swallow rows: its row then
//! ends with its line, and an issue says so.

use std::ops::Range;

use super::cell::Quote;

/// Quotes whose end is looked for in the whole rest of the text; each costs one pass over it.
const LOOKS_AHEAD: usize = 8;
/// How far the end of a quote is looked for after that, in bytes.
const NEAR: usize = 1 << 20;

/// Walks over a text row by row.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    text: &'a str,
    delimiter: u8,
    newline: u8,
    at: usize,
    broken: Vec<Range<usize>>,
    looks_ahead: usize,
}

impl<'a> Rows<'a> {
    /// Rows of `text` from byte `at` on, where one begins.
    #[must_use]
    pub const fn new(text: &'a str, delimiter: u8, newline: u8, at: usize) -> Self {
        Self {
            text,
            delimiter,
            newline,
            at,
            broken: Vec::new(),
            looks_ahead: LOOKS_AHEAD,
        }
    }

    /// Where the next line begins; one byte behind the text when there is none.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The rows with a quote that is not closed where it should be.
    #[must_use]
    pub fn broken(&self) -> &[Range<usize>] {
        &self.broken
    }

    /// Where the line break stands that ends the row at `start`, else the end of the text.
    fn row_end(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let newline = self.newline;
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
        quote == start || before == Some(&self.delimiter)
    }

    /// What stands behind the quote that closes the one at `open`; `None` where that is never
    /// closed, or only by what opens a cell on another line.
    fn quote_end(&mut self, open: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let newline = self.newline;
        let horizon = if self.looks_ahead > 0 {
            bytes.len()
        } else {
            bytes.len().min(open + NEAR)
        };
        let within = bytes.get(..horizon)?;
        let Some(closed) = Quote::of(within, open).close else {
            self.looks_ahead = self.looks_ahead.saturating_sub(1);
            return None;
        };
        let behind = bytes.get(closed + 1).copied();
        let ends_a_cell =
            behind.is_none_or(|byte| byte == self.delimiter || byte == newline || byte == b'\r');
        let spans_lines = memchr::memchr(newline, bytes.get(open..closed)?).is_some();
        (ends_a_cell || !spans_lines).then_some(closed + 1)
    }
}

impl Iterator for Rows<'_> {
    type Item = Range<usize>;

    /// The next row that is not blank, without its line break.
    fn next(&mut self) -> Option<Range<usize>> {
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
}

/// The end of a row without the rest of its line break.
fn trimmed(bytes: &[u8], start: usize, end: usize) -> usize {
    let end = end.min(bytes.len());
    let has_return = end > start && bytes.get(end - 1) == Some(&b'\r');
    if has_return { end - 1 } else { end }
}
