//! CSV: where the rows stand in the text, and what their columns are called.
//!
//! Start with [`split`]. The text is kept and a row is a span of it, as a feature is in GeoJSON;
//! [`crate::store::Table`] takes a row apart when somebody looks at it. `dialect` finds the
//! delimiter, `header` the names, `rows` the spans; `encoding` makes text of files that are
//! older than UTF-8.

pub(super) mod dialect;
pub(super) mod encoding;
mod header;
pub(super) mod rows;

use std::ops::Range;

use self::{dialect::Dialect, rows::Finder};
use super::{error::Place, watch::Watch};
use crate::{
    model::{Issue, IssueKind},
    store::Table,
};

/// Columns that a file may have: as many as a spreadsheet holds.
const MOST_COLUMNS: usize = 16_384;

/// Rows that a file may have whatever its length, and bytes of file for each one beyond.
const ROWS_ALWAYS_READ: usize = 1_000_000;
const BYTES_FOR_EACH_MORE: usize = 16;

/// A text taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The columns.
    pub table: Table,
    /// Where the rows stand, in file order, without the header.
    pub spans: Vec<Range<usize>>,
    /// What is wrong with the header or with the file as a whole.
    pub issues: Vec<Issue>,
}

/// Why a text holds no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvError {
    /// Its first line has no delimiter in it.
    OneColumn(Place),
    /// Its first line has values and no names.
    NoHeader(Place),
    /// It has more columns than this.
    TooManyColumns(usize),
    /// It has more rows than this, which is more than its length makes likely.
    TooManyRows(usize),
    /// Nobody wants it any more.
    Cancelled,
}

/// Whether a text is to be read as a table: it is no JSON and no markup.
#[must_use]
pub fn looks_like_table(text: &str) -> bool {
    let first = text.trim_start().bytes().next();
    !matches!(first, None | Some(b'{' | b'[' | b'<' | 0x1E))
}

/// What the beginning of a text says about its rows.
pub(super) struct Head {
    /// The columns.
    pub(super) table: Table,
    /// How the file is written.
    pub(super) dialect: Dialect,
    /// Where the rows begin.
    pub(super) start: usize,
    /// What is wrong with the header.
    pub(super) issues: Vec<Issue>,
}

impl Head {
    /// Reads the header; `encoding` is what the text was decoded from.
    pub(super) fn of(text: &str, encoding: &'static str) -> Result<Self, CsvError> {
        let dialect =
            dialect::sniff(text).ok_or_else(|| CsvError::OneColumn(Place::of(text, 0)))?;
        let mut issues = Vec::new();
        let mut rows = Finder::new(text, dialect, dialect.start);
        let line = rows.next_row().and_then(|row| text.get(row));
        let line = line.unwrap_or_default();
        let head = header::read(line, &dialect, &mut issues)?;
        let (header, start) = if head.is_given {
            issues.extend(rows.issues());
            (line, rows.at())
        } else {
            // The first row is a record like the others.
            ("", dialect.start)
        };
        Ok(Self {
            table: Table {
                names: head.names,
                delimiter: dialect.delimiter,
                header: header.into(),
                encoding,
            },
            dialect,
            start,
            issues,
        })
    }
}

/// The most rows that a text of this length may have.
pub(super) const fn most_rows(length: usize) -> usize {
    ROWS_ALWAYS_READ + length / BYTES_FOR_EACH_MORE
}

/// Takes a text apart; `encoding` is what it was decoded from.
///
/// # Errors
/// When it is no table with named columns.
pub fn split(text: &str, encoding: &'static str, watch: &Watch) -> Result<Rows, CsvError> {
    let head = Head::of(text, encoding)?;
    let mut issues = head.issues;
    let rows = Finder::new(text, head.dialect, head.start);
    let spans = rows.rest(&mut issues, watch)?;
    if spans.is_empty() {
        issues.push(Issue::new("", IssueKind::NoRows, ""));
    }
    Ok(Rows {
        table: head.table,
        spans,
        issues,
    })
}
