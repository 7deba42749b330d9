//! Tables as text: where the rows stand in the text, and what their columns are called.
//!
//! Start with [`split`]. The text is kept and a row is a span of it, as a feature is in GeoJSON;
//! [`crate::data::Table`] takes a row apart when somebody looks at it. `dialect` finds the
//! delimiter, `header` the names, [`crate::scan::csv`] the spans; `encoding` makes text of files that are
//! older than UTF-8. `write` makes CSV of records.

pub(in crate::io) mod dialect;
pub(in crate::io) mod encoding;
mod header;
pub(in crate::io) mod write;

use std::ops::Range;

use self::dialect::Dialect;
use super::{Format, Opening, text};
use crate::{
    data::{Table, table::most_cells},
    io::{text_position::TextPosition, watch::Watch},
    model::{Issue, IssueKind},
    scan::csv::{CsvRows, cells},
};

/// One row a record, one column a property.
pub static CSV: Format = Format {
    id: "csv",
    name: "CSV",
    endings: &["csv"],
    media_types: &[],
    sniff: is_table,
    open: Some(Opening::InPlace),
    write: Some(|export, rows, out, progress| export.write_csv(rows, out, progress)),
    losses: Some("export-loss-csv"),
};

/// The same, its cells parted by tabs.
pub static TSV: Format = Format {
    id: "tsv",
    name: "TSV",
    endings: &["tsv", "txt"],
    sniff: |head| {
        let line = head.split(|byte| *byte == b'\n').next();
        line.is_some_and(|line| line.contains(&b'\t')) && is_table(head)
    },
    write: None,
    losses: None,
    ..CSV
};

/// Whether a file that begins like this may be a table.
fn is_table(head: &[u8]) -> bool {
    text::may_be_text(head) && begins_like_table(text::first_letter(head))
}

/// Columns that a file may have: as many as a spreadsheet holds.
const MOST_COLUMNS: usize = 16_384;

/// Rows between two reports of progress.
const ROWS_BETWEEN_REPORTS: usize = 4096;

/// Rows that a file may have whatever its length, and bytes of file for each one beyond.
const ROWS_ALWAYS_READ: usize = 1_000_000;
const BYTES_FOR_EACH_MORE: usize = 16;

/// A text taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::io) struct SplitTable {
    /// The columns.
    pub table: Table,
    /// Where the rows stand, in file order, without the header.
    pub spans: Vec<Range<usize>>,
    /// What is wrong with the header or with the file as a whole.
    pub issues: Vec<Issue>,
}

/// Why a text holds no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::io) enum CsvError {
    /// Its first line has no delimiter in it.
    OneColumn(TextPosition),
    /// Its first line has values and no names.
    NoHeader(TextPosition),
    /// It is running text.
    Prose,
    /// It has more columns than this.
    TooManyColumns(usize),
    /// It has more rows than this, which is more than its length makes likely.
    TooManyRows(usize),
    /// Its rows are so much shorter than its header that it would have more cells than this.
    TooManyCells(usize),
    /// Nobody wants it any more.
    Cancelled,
}

/// Whether a text is to be read as a table: it is no JSON and no markup.
#[must_use]
pub(in crate::io) fn looks_like_table(text: &str) -> bool {
    begins_like_table(text.trim_start().bytes().next())
}

const fn begins_like_table(first: Option<u8>) -> bool {
    !matches!(first, None | Some(b'{' | b'[' | b'<' | 0x1E))
}

/// What the beginning of a text says about its rows.
pub(in crate::io) struct Head {
    /// The columns.
    pub(in crate::io) table: Table,
    /// How the file is written.
    pub(in crate::io) dialect: Dialect,
    /// Where the rows begin.
    pub(in crate::io) start: usize,
    /// What is wrong with the header.
    pub(in crate::io) issues: Vec<Issue>,
}

impl Head {
    /// Reads the header; `encoding` is what the text was decoded from.
    pub(in crate::io) fn of(text: &str, encoding: &'static str) -> Result<Self, CsvError> {
        let dialect =
            dialect::sniff(text).ok_or_else(|| CsvError::OneColumn(TextPosition::of(text, 0)))?;
        let mut issues = Vec::new();
        let mut rows = dialect.rows(text, dialect.start).below("");
        let line = rows.next().and_then(|row| text.get(row));
        let line = line.unwrap_or_default();
        let head = header::read(line, &dialect, &mut issues)?;
        if dialect.may_be_prose(text) && header::is_prose(&head.names) {
            return Err(CsvError::Prose);
        }
        let comments = text.get(..dialect.start).unwrap_or_default();
        let comments = comments
            .lines()
            .filter(|line| line.starts_with('#'))
            .count();
        issues.extend(passed_over_issue(comments));
        issues.extend(lines_above(text, dialect));
        let (header, start) = if head.is_given {
            issues.extend(open_quotes(text, &rows));
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
pub(in crate::io) const fn most_rows(length: usize) -> usize {
    ROWS_ALWAYS_READ + length / BYTES_FOR_EACH_MORE
}

/// Whether a table of this many `rows` and `columns`, made of a text of `length` bytes, has too many cells.
pub(in crate::io) const fn has_too_many_cells(rows: usize, columns: usize, length: usize) -> bool {
    rows.saturating_mul(columns) > most_cells(length)
}

/// Takes a text apart; `encoding` is what it was decoded from.
///
/// # Errors
/// When it is no table with named columns.
pub(in crate::io) fn split(
    text: &str,
    encoding: &'static str,
    watch: &Watch,
) -> Result<SplitTable, CsvError> {
    let head = Head::of(text, encoding)?;
    let mut issues = head.issues;
    let mut rows = head
        .dialect
        .rows(text, head.start)
        .below(&head.table.header);
    let spans = all_rows(&mut rows, text, &head.table, watch)?;
    if has_too_many_cells(spans.len(), head.table.names.len(), text.len()) {
        return Err(CsvError::TooManyCells(most_cells(text.len())));
    }
    issues.extend(open_quotes(text, &rows));
    issues.extend(passed_over_issue(rows.passed_over()));
    if spans.is_empty() {
        issues.push(Issue::new("", IssueKind::NoRows, ""));
    }
    Ok(SplitTable {
        table: head.table,
        spans,
        issues,
    })
}

/// What a file says of titles and notes above its header.
fn lines_above(text: &str, dialect: Dialect) -> Option<Issue> {
    let above = text.get(dialect.above?..dialect.start)?;
    let lines = above.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    Some(Issue::new("", IssueKind::LinesAbove, &lines.join(" · ")))
}

/// What a file says of rows that were passed over.
pub(in crate::io) fn passed_over_issue(count: usize) -> Option<Issue> {
    Issue::counted("", IssueKind::RowsPassedOver, count)
}

/// The rows that are left of `text`.
fn all_rows(
    rows: &mut CsvRows,
    text: &str,
    table: &Table,
    watch: &Watch,
) -> Result<Vec<Range<usize>>, CsvError> {
    let length = text.len();
    let limit = most_rows(length);
    let mut spans = Vec::new();
    while let Some(row) = rows.next() {
        if spans.len() >= limit {
            return Err(CsvError::TooManyRows(limit));
        }
        match several(text, &row, table) {
            Some(several) => spans.extend(several),
            None => spans.push(row),
        }
        if spans.len().is_multiple_of(ROWS_BETWEEN_REPORTS) {
            watch
                .advance(rows.at() as u64, Some(length as u64), spans.len())
                .ok_or(CsvError::Cancelled)?;
        }
    }
    Ok(spans)
}

/// The rows that one is in fact, where its lines end in another way than those of the file do: at a carriage return
/// alone. Each has as many cells as the header.
pub(in crate::io) fn several(
    text: &str,
    row: &Range<usize>,
    table: &Table,
) -> Option<Vec<Range<usize>>> {
    let line = text.get(row.clone())?;
    memchr::memchr(b'\r', line.as_bytes())?;
    let rows: Vec<Range<usize>> = CsvRows::new(line, table.delimiter, b'\r', 0).collect();
    let is_whole = |piece: &Range<usize>| {
        let cells = cells(line.get(piece.clone()).unwrap_or_default(), table.delimiter);
        cells.count() == table.names.len()
    };
    let moved = |piece: &Range<usize>| row.start + piece.start..row.start + piece.end;
    (rows.len() > 1 && rows.iter().all(is_whole)).then(|| rows.iter().map(moved).collect())
}

/// An issue for each row with a quote that is not closed where it should be.
fn open_quotes<'a>(text: &'a str, rows: &'a CsvRows) -> impl Iterator<Item = Issue> + 'a {
    let broken = rows.broken().iter();
    broken.map(|row| {
        let text = text.get(row.clone()).unwrap_or_default();
        Issue::new("", IssueKind::QuoteOpen, text)
    })
}
