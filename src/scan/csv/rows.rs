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
pub struct CsvRows<'a> {
    text: &'a str,
    delimiter: u8,
    newline: u8,
    at: usize,
    broken: Vec<Range<usize>>,
    looks_ahead: usize,
    /// The header, where rows with nothing of their own are passed over; those that say it again are such.
    header: Option<&'a str>,
    /// Rows with nothing of their own that were passed over.
    passed_over: usize,
}

impl<'a> CsvRows<'a> {
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
            header: None,
            passed_over: 0,
        }
    }

    /// The same below this header, or in search of one: rows with nothing of their own are passed over.
    #[must_use]
    pub fn below(self, header: &'a str) -> Self {
        let header = Some(header);
        Self { header, ..self }
    }

    /// How many rows without anything of their own were passed over.
    #[must_use]
    pub const fn passed_over(&self) -> usize {
        self.passed_over
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

impl Iterator for CsvRows<'_> {
    type Item = Range<usize>;

    /// The next row that is not blank and has something of its own, without its line break.
    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let start = self.at;
            let end = self.row_end(start);
            self.at = end + 1;
            let row = start..trimmed(bytes, start, end);
            let text = self.text.get(row.clone()).unwrap_or_default();
            let says_nothing = |header| says_nothing(text, header, self.delimiter);
            if self.header.is_some_and(says_nothing) {
                self.passed_over += 1;
            } else if !row.is_empty() {
                return Some(row);
            }
        }
        None
    }
}

/// Whether a row that is not blank has nothing of its own: empty cells only, the header once more, the tags of a
/// header as the Humanitarian Exchange Language has them, a note below the table, or its sum.
#[must_use]
pub fn says_nothing(row: &str, header: &str, delimiter: u8) -> bool {
    let is_empty = |byte: &u8| *byte == delimiter || matches!(byte, b' ' | b'\t' | b'"');
    match row.bytes().next() {
        None => false,
        Some(first) if is_empty(&first) && row.as_bytes().iter().all(is_empty) => {
            // A quote that is never closed is a letter.
            let quotes = row.bytes().filter(|byte| *byte == b'"').count();
            quotes.is_multiple_of(2)
        }
        Some(b'#' | b'"') if is_tags(row, delimiter) => true,
        Some(first) if first == delimiter && is_tags(row, delimiter) => true,
        Some(_) if !header.is_empty() && row == header => true,
        Some(_) => is_note_or_sum(row, header, delimiter),
    }
}

/// What notes below a table begin with, in small letters.
const NOTES: [&str; 16] = [
    "*",
    "†",
    "‡",
    "©",
    "source:",
    "source :",
    "sources:",
    "sources :",
    "note:",
    "note :",
    "notes:",
    "notes :",
    "n.b.",
    "nb:",
    "المصدر:",
    "ملاحظة:",
];
/// What the first cell of a sum is.
const SUMS: [&str; 11] = [
    "total",
    "totals",
    "grand total",
    "sum",
    "total général",
    "total general",
    "totaux",
    "somme",
    "المجموع",
    "الإجمالي",
    "المجموع الكلي",
];
/// The most bytes that any of them has.
const LONGEST_MARK: usize = 32;

/// Whether a row may be a note or a sum, by its beginning.
#[must_use]
pub fn may_be_note_or_sum(row: &str, delimiter: u8) -> bool {
    let is_before = |letter: char| matches!(letter, ' ' | '"') || letter == char::from(delimiter);
    let row = row.trim_start_matches(is_before);
    let begin = row.get(..row.floor_char_boundary(LONGEST_MARK));
    let begin = begin.unwrap_or_default();
    let begins = |mark: &&str| {
        let found = begin.get(..mark.len());
        found.is_some_and(|it| it.eq_ignore_ascii_case(mark))
    };
    let first = begin.bytes().next().map(|byte| byte.to_ascii_lowercase());
    matches!(
        first,
        Some(b'*' | b's' | b'n' | b't' | b'g' | 0xC2 | 0xD8 | 0xD9 | 0xE2)
    ) && (NOTES.iter().any(&begins) || SUMS.iter().any(begins))
}

/// Whether a row of at least three columns is one note and nothing else, or a word for a sum and otherwise numbers.
fn is_note_or_sum(row: &str, header: &str, delimiter: u8) -> bool {
    const COLUMNS: usize = 3;
    let delimiter = char::from(delimiter);
    let is_wide = header.matches(delimiter).count() + 1 >= COLUMNS;
    if !is_wide || !may_be_note_or_sum(row, delimiter as u8) {
        return false;
    }
    let cells = row.split(delimiter);
    let cells = cells.map(|cell| cell.trim().trim_matches('"').trim());
    let mut filled = cells.filter(|cell| !cell.is_empty());
    let first = filled.next().unwrap_or_default().to_lowercase();
    let is_number = |cell: &str| {
        let is_mark = |it: char| matches!(it, '.' | ',' | ' ' | '%' | '-' | '\u{a0}' | '\u{202f}');
        let digits = cell.chars().filter(|it| !is_mark(*it));
        digits.clone().count() > 0 && digits.into_iter().all(char::is_numeric)
    };
    if SUMS.contains(&first.trim_end_matches([':', ' '])) {
        let mut numbers = filled.peekable();
        return numbers.peek().is_some() && numbers.all(is_number);
    }
    // A note may have commas in it; behind it all cells are empty, as in a row of the table, or there are none.
    NOTES.iter().any(|mark| first.starts_with(mark)) && filled.next().is_none()
}

/// `#event+id,#date+occurred,#geo+lat`.
fn is_tags(row: &str, delimiter: u8) -> bool {
    let cells = row.split(char::from(delimiter));
    let cells = cells.map(|cell| cell.trim().trim_matches('"'));
    let is_tag = |cell: &str| {
        let name = cell.strip_prefix('#').unwrap_or_default();
        let is_part = |letter: char| {
            letter.is_ascii_alphanumeric() || matches!(letter, '+' | '_' | '*' | ' ')
        };
        name.starts_with(|letter: char| letter.is_ascii_alphabetic()) && name.chars().all(is_part)
    };
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    // One cell may be a hashtag.
    filled.len() > 1 && filled.into_iter().all(is_tag)
}

/// The end of a row without the rest of its line break.
fn trimmed(bytes: &[u8], start: usize, end: usize) -> usize {
    let end = end.min(bytes.len());
    let has_return = end > start && bytes.get(end - 1) == Some(&b'\r');
    if has_return { end - 1 } else { end }
}
