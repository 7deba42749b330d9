//! CSV: where the rows stand in the text, and what their columns are called.
//!
//! Start with [`split`]. The text is kept and a row is a span of it, as a feature is in GeoJSON;
//! [`crate::store::Table`] takes a row apart when somebody looks at it. `dialect` finds the
//! delimiter, `header` the names, `rows` the spans; `encoding` makes text of files that are
//! older than UTF-8.

pub(super) mod dialect;
pub(super) mod encoding;
mod header;
mod rows;

use std::ops::Range;

use super::{error::Place, watch::Watch};
use crate::{model::Issue, store::Table};

/// Columns that a file may have: as many as a spreadsheet holds.
const MOST_COLUMNS: usize = 16_384;

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

/// Takes a text apart; `encoding` is what it was decoded from.
///
/// # Errors
/// When it is no table with named columns.
pub fn split(text: &str, encoding: &'static str, watch: &Watch) -> Result<Rows, CsvError> {
    let dialect = dialect::sniff(text).ok_or_else(|| CsvError::OneColumn(Place::of(text, 0)))?;
    let mut spans = rows::Finder::new(text, &dialect, watch);
    let mut issues = Vec::new();
    let first = spans.next_row();
    let line = first
        .clone()
        .and_then(|row| text.get(row))
        .unwrap_or_default();
    let head = header::read(line, &dialect, &mut issues)?;
    if !head.is_given {
        // The first row is a record like the others.
        spans.rewind();
    }
    let spans = spans.rest(&mut issues)?;
    if spans.is_empty() {
        issues.push(Issue::new("", crate::model::IssueKind::NoRows, ""));
    }
    let header = if head.is_given { line } else { "" };
    Ok(Rows {
        table: Table {
            names: head.names,
            delimiter: dialect.delimiter,
            header: header.into(),
            encoding,
        },
        spans,
        issues,
    })
}
