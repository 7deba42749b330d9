//! Workbooks: a table in one of their sheets.
//!
//! The sheet is the one that is asked for, else the first whose columns have the names of dates or places, else the
//! first with columns at all; the names of all are kept, to choose another. Dates are as exact as their cells show
//! them, formulas count by the value that was saved with them.

mod cfb;
mod grid;
mod ods;
mod serial;
#[cfg(test)]
mod tests;
mod write;
mod xls;
mod xlsx;

use self::grid::{LOOKED_AT, Likeness, SheetGrid, SheetRow};
use super::{Format, Opening, Translated, unzip};
use crate::io::{error::ReadErrorKind, watch::Watch};

/// Office Open XML (ECMA-376).
pub static XLSX: Format = Format {
    id: "xlsx",
    name: "XLSX",
    endings: &["xlsx", "xlsm"],
    media_types: &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    sniff: |head| {
        let is_workbook = |name: &String| name.starts_with("xl/workbook.");
        unzip::names(head).iter().any(is_workbook)
    },
    open: Some(Opening::Translated(|bytes, watch| {
        read(&mut xlsx::XlsxBook::of(bytes)?, watch)
    })),
    write: Some(|export, rows, out, progress| write::write(export, rows, out, progress)),
    losses: Some("export-loss-xlsx"),
};

/// The binary workbooks of before 2007.
pub static XLS: Format = Format {
    id: "xls",
    name: "XLS",
    endings: &["xls"],
    media_types: &["application/vnd.ms-excel"],
    sniff: cfb::is_compound,
    open: Some(Opening::Translated(|bytes, watch| {
        read(&mut xls::XlsBook::of(bytes)?, watch)
    })),
    write: None,
    losses: None,
};

/// `OpenDocument`.
pub static ODS: Format = Format {
    id: "ods",
    name: "ODS",
    endings: &["ods"],
    media_types: &["application/vnd.oasis.opendocument.spreadsheet"],
    sniff: |head| unzip::is_archive(head) && ods::is_spreadsheet(head),
    open: Some(Opening::Translated(|bytes, watch| {
        read(&mut ods::OdsBook::of(bytes)?, watch)
    })),
    write: None,
    losses: None,
};

/// Sheets among which a table is looked for.
const MOST_SHEETS: usize = 64;

/// Takes the rows of a sheet, with the bytes read so far, and says whether it wants more.
type Take<'t> = &'t mut dyn FnMut(&SheetRow, usize) -> Result<bool, ReadErrorKind>;

/// A workbook of any format.
trait Workbook {
    /// The names of its sheets, in order.
    fn names(&self) -> Vec<String>;

    /// Its length in bytes, unpacked.
    fn length(&self) -> usize;

    /// Hands over the rows of a sheet.
    ///
    /// # Errors
    /// Where the sheet is not whole, or `take` fails.
    fn rows(&mut self, sheet: usize, take: Take<'_>) -> Result<(), ReadErrorKind>;
}

/// The table of the sheet that is wanted.
fn read(book: &mut dyn Workbook, watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let names = book.names();
    let sheet = match watch.sheet() {
        Some(wanted) => named(&names, wanted)?,
        None => likeliest(book, names.len(), watch),
    };
    let name = names.get(sheet).ok_or(ReadErrorKind::Empty)?;
    let mut grid = SheetGrid::new(book.length(), watch);
    book.rows(sheet, &mut |row, at| grid.push(row, at).map(|()| true))?;
    Ok(Translated {
        sheet,
        ..grid.finish(name)?
    }
    .with_sheets(names))
}

/// The place of the sheet that is called `wanted`.
pub(super) fn named(names: &[String], wanted: &str) -> Result<usize, ReadErrorKind> {
    let exactly = names.iter().position(|name| name == wanted);
    let folded = |text: &str| text.trim().to_lowercase();
    let nearly = || names.iter().position(|name| folded(name) == folded(wanted));
    let place = exactly.or_else(nearly);
    place.ok_or_else(|| ReadErrorKind::NoSheet(names.join(", ").into()))
}

/// The sheet that most likely holds the table; the first of several.
fn likeliest(book: &mut dyn Workbook, sheets: usize, watch: &Watch<'_>) -> usize {
    let mut best = (Likeness::None, 0);
    if sheets == 1 {
        return 0;
    }
    for sheet in 0..sheets.min(MOST_SHEETS) {
        let mut grid = SheetGrid::new(book.length(), watch);
        let mut take = |row: &SheetRow, at: usize| {
            grid.push(row, at)?;
            Ok(grid.kept() + 1 < LOOKED_AT)
        };
        // One that is damaged is not the likeliest, and is said to be where it is asked for.
        if book.rows(sheet, &mut take).is_err() || watch.is_cancelled() {
            continue;
        }
        let likeness = grid.likeness();
        if likeness > best.0 {
            best = (likeness, sheet);
        }
        if likeness == Likeness::Records {
            break;
        }
    }
    best.1
}

/// A number as people write it.
fn number(written: &str, value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return (value as i64).to_string();
    }
    if (1e-5..1e15).contains(&value.abs()) {
        return value.to_string();
    }
    written.to_owned()
}
