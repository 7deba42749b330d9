//! Workbooks with a sheet for the records, and one each for sources, claims and what was left out.
//!
//! A date is one of the spreadsheet only where it is a day: `2022-01` or `2022-01-05~` stay texts, because a spreadsheet
//! would make a day of them. A number is one only where its digits come back as they are. Texts are never computed.

use crate::model::RowId;
use std::{io::Write, str::FromStr};

use rust_xlsxwriter::{ExcelDateTime, Format as Looks, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value};

use crate::{
    io::{
        error::WriteErrorKind,
        export::{Export, digests::DigestTiming, members::members},
        formats::csv::write::{CsvColumns, properties, text},
    },
    model::preset::DERIVED_COLUMNS,
    work::Progress,
};

/// Rows of a sheet, and letters of a cell, as spreadsheets have them.
const MOST_ROWS: usize = 1 << 20;
const MOST_LETTERS: usize = 32_767;

/// Width of a column of the records, in letters.
const WIDTH: f64 = 16.0;

/// Names of the sheets; the first is the one that is read again.
const SHEETS: [&str; 4] = ["records", "sources", "claims", "left out"];

/// Writes `rows` as a workbook.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    if rows.len() >= MOST_ROWS {
        return Err(WriteErrorKind::TooManyRows(MOST_ROWS - 1));
    }
    let mut book = Workbook::new();
    let mut pages = SHEETS.map(Page::new);
    let [records, sources, claims, left_out] = &mut pages;
    write_records(export, rows, records, progress)?;
    let members: Map<String, Value> = members(export, rows, DigestTiming::Now)
        .into_iter()
        .filter_map(|(name, value)| {
            Some((
                serde_json::from_str(&name).ok()?,
                serde_json::from_str(&value).ok()?,
            ))
        })
        .collect();
    let listed = members.get("sources").and_then(Value::as_array);
    sources.objects(&[], listed.into_iter().flatten())?;
    write_claims(export, rows, claims)?;
    let cut = [&records, &sources, &claims]
        .iter()
        .map(|page| page.cut)
        .sum();
    write_left_out(&members, cut, left_out)?;
    for page in pages {
        if page.row > 0 {
            book.push_worksheet(page.sheet);
        }
    }
    let bytes = book.save_to_buffer().map_err(failed)?;
    Ok(out.write_all(&bytes)?)
}

fn write_records(
    export: &Export<'_>,
    rows: &[RowId],
    page: &mut Page,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    let columns = CsvColumns::of(export, rows);
    // A table that is written as it was read has its own columns; all else is known again by those that are derived.
    let is_copied = export.as_read && columns.are_of_a_table();
    let derived: &[&str] = if is_copied { &[] } else { &DERIVED_COLUMNS };
    let names: Vec<&str> = columns.names().chain(derived.iter().copied()).collect();
    page.header(&names)?;
    Export::for_each_row(rows, progress, |row| {
        let mut length = 0;
        let mut column = 0;
        let mut failed = None;
        columns.for_each_cell(export, row, |text| {
            length += text.len();
            failed = failed.take().or(page.cell(column, text).err());
            column += 1;
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if !is_copied {
            for text in export.derived_cells(row) {
                page.cell(column, &text)?;
                column += 1;
            }
        }
        page.row += 1;
        Ok(length)
    })
}

/// What is claimed of each record, a line for each.
fn write_claims(
    export: &Export<'_>,
    rows: &[RowId],
    page: &mut Page,
) -> Result<(), WriteErrorKind> {
    let mut claims = Vec::new();
    for row in rows {
        let Some(Value::Array(list)) = properties(export, *row).remove("claims") else {
            continue;
        };
        let record = export.dataset.read(*row);
        let id = record
            .and_then(|record| record.id)
            .map_or(Value::Null, |id| id.as_str().into());
        for claim in list {
            if let Value::Object(mut claim) = claim {
                claim.insert("record".to_owned(), id.clone());
                claims.push(Value::Object(claim));
            }
        }
    }
    page.objects(&["record"], claims.iter())
}

/// What stands in no other sheet, and why.
fn write_left_out(
    members: &Map<String, Value>,
    cut: usize,
    page: &mut Page,
) -> Result<(), WriteErrorKind> {
    let mut lines = Vec::new();
    let reasons = members
        .get("export")
        .and_then(|export| export.get("left_out"));
    if let Some(Value::Array(reasons)) = reasons {
        lines.extend(reasons.iter().cloned());
    }
    for (name, value) in members {
        if !["profile", "sources", "export"].contains(&name.as_str()) {
            let count = value.as_array().map_or(1, Vec::len);
            lines.push(serde_json::json!({"what": name, "entries": count, "because": "it is about the whole and no record"}));
        }
    }
    if cut > 0 {
        lines.push(serde_json::json!({"what": "text", "entries": cut, "because": "a cell holds 32,767 letters; the rest of the text is not here"}));
    }
    page.objects(&["what", "records", "entries", "because"], lines.iter())
}

/// A sheet under writing.
struct Page {
    sheet: Worksheet,
    day: Looks,
    head: Looks,
    row: u32,
    /// Cells whose text is longer than a cell holds.
    cut: usize,
}

impl Page {
    fn new(name: &str) -> Self {
        let mut sheet = Worksheet::new();
        // The names are those above, which are no longer than a name may be.
        let _named = sheet.set_name(name);
        Self {
            sheet,
            day: Looks::new().set_num_format("yyyy-mm-dd"),
            head: Looks::new().set_bold(),
            row: 0,
            cut: 0,
        }
    }

    fn header(&mut self, names: &[&str]) -> Result<(), WriteErrorKind> {
        for (column, name) in names.iter().enumerate() {
            let column = column as u16;
            let head = self.head.clone();
            let name = shortened(name).0;
            self.sheet
                .write_string_with_format(0, column, name, &head)
                .map_err(failed)?;
            self.sheet.set_column_width(column, WIDTH).map_err(failed)?;
        }
        self.sheet.set_freeze_panes(1, 0).map_err(failed)?;
        self.row = 1;
        Ok(())
    }

    /// Writes a cell of the row.
    fn cell(&mut self, column: u16, text: &str) -> Result<(), WriteErrorKind> {
        if text.is_empty() {
            return Ok(());
        }
        if let Some(day) = day(text) {
            self.sheet
                .write_datetime_with_format(self.row, column, &day, &self.day)
        } else if let Some(number) = number(text) {
            self.sheet.write_number(self.row, column, number)
        } else {
            let (text, is_cut) = shortened(text);
            self.cut += usize::from(is_cut);
            self.sheet.write_string(self.row, column, text)
        }
        .map(|_| ())
        .map_err(failed)
    }

    /// Writes objects as rows: `first` are the first columns, all other members follow.
    fn objects<'v>(
        &mut self,
        first: &[&'v str],
        objects: impl Iterator<Item = &'v Value> + Clone,
    ) -> Result<(), WriteErrorKind> {
        let mut names: Vec<&str> = first.to_vec();
        let objects = objects.filter_map(Value::as_object);
        for name in objects.clone().flat_map(Map::keys) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let mut objects = objects.peekable();
        if objects.peek().is_none() {
            return Ok(());
        }
        self.header(&names)?;
        for object in objects.take(MOST_ROWS - 1) {
            for (column, name) in names.iter().enumerate() {
                if let Some(value) = object.get(*name) {
                    self.cell(column as u16, &text(value))?;
                }
            }
            self.row += 1;
        }
        Ok(())
    }
}

/// A day that spreadsheets know as one; those of before 1901 they do not know, or count wrong.
fn day(text: &str) -> Option<ExcelDateTime> {
    let bytes = text.as_bytes();
    let is_day = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_day || text < "1901" {
        return None;
    }
    ExcelDateTime::parse_from_str(text).ok()
}

/// A number whose digits come back as they are written.
fn number(text: &str) -> Option<f64> {
    let first = text.bytes().next()?;
    if text.len() > 15 || !(first.is_ascii_digit() || first == b'-') {
        return None;
    }
    let value = f64::from_str(text).ok()?;
    (value.is_finite() && value.to_string() == text).then_some(value)
}

/// A text as long as a cell holds it, and whether it was longer.
fn shortened(text: &str) -> (&str, bool) {
    if text.len() <= MOST_LETTERS {
        return (text, false);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST_LETTERS
    });
    match end {
        Some((end, _)) => (text.get(..end).unwrap_or(text), true),
        None => (text, false),
    }
}

fn failed(error: XlsxError) -> WriteErrorKind {
    match error {
        XlsxError::IoError(error) => error.into(),
        XlsxError::RowColumnLimitError => WriteErrorKind::TooManyRows(MOST_ROWS - 1),
        other => std::io::Error::other(other.to_string()).into(),
    }
}
