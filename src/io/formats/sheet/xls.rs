//! Workbooks of before 2007 (MS-XLS).
//!
//! The reader that takes them apart makes room for the whole rectangle that the cells of a sheet span. So its records
//! are looked through first: how large that is, how exact dates are shown, and whether it is encrypted.

use std::{collections::HashMap, io::Cursor};

use calamine::{Data, Reader as _, Xls};

use super::{
    SheetRow, Take, Workbook, XLS,
    cfb::{Compound, u16_at, u32_at},
    number,
    serial::{ShownParts, moment},
};
use crate::io::{error::ReadErrorKind, foreign::Foreign, formats::guard::guarded};

/// Cells that the rectangles of all sheets may have whatever is in them, and times as many as are filled.
const CELLS_ALWAYS_READ: u64 = 4_000_000;
const MOST_TIMES: u64 = 8;

/// A workbook.
pub(super) struct XlsBook<'a> {
    inner: Xls<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// Of each sheet the cells whose format shows less than a day.
    vague: Vec<HashMap<(u32, u32), ShownParts>>,
    is_1904: bool,
    length: usize,
}

impl<'a> XlsBook<'a> {
    /// Takes a workbook apart.
    ///
    /// # Errors
    /// When it is not whole, encrypted, or spans far more than it fills.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, ReadErrorKind> {
        let broken = || ReadErrorKind::Broken(XLS.name);
        let compound = Compound::of(bytes).ok_or_else(broken)?;
        if compound.has("EncryptedPackage") {
            return Err(ReadErrorKind::Encrypted("XLSX"));
        }
        let stream = ["Workbook", "WORKBOOK", "Book", "BOOK"];
        let stream = stream.iter().find_map(|name| compound.stream(name));
        let look = Look::of(&stream.ok_or(ReadErrorKind::Foreign(Foreign::OldOffice))?);
        if look.is_encrypted {
            return Err(ReadErrorKind::Encrypted(XLS.name));
        }
        let spanned: u64 = look.sheets.iter().map(XlsSheet::spanned).sum();
        let filled: u64 = look.sheets.iter().map(|sheet| sheet.filled).sum();
        let most = CELLS_ALWAYS_READ.max(filled.saturating_mul(MOST_TIMES));
        if spanned > most {
            return Err(ReadErrorKind::Bomb(most * size_of::<Data>() as u64));
        }
        let book = guarded(XLS.name, || {
            Xls::new(Cursor::new(bytes)).map_err(|_| broken())
        })?;
        let names = book.sheet_names();
        // The marks belong to the sheets as long as both readers found the same ones.
        let vague = if look.sheets.len() == names.len() {
            look.sheets.into_iter().map(|sheet| sheet.vague).collect()
        } else {
            Vec::new()
        };
        Ok(Self {
            inner: book,
            names,
            vague,
            is_1904: look.is_1904,
            length: bytes.len(),
        })
    }
}

impl Workbook for XlsBook<'_> {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn length(&self) -> usize {
        self.length
    }

    fn rows(&mut self, sheet: usize, take: Take<'_>) -> Result<(), ReadErrorKind> {
        let broken = || ReadErrorKind::Broken(XLS.name);
        let name = self.names.get(sheet).ok_or_else(broken)?;
        let range = guarded(XLS.name, || {
            self.inner.worksheet_range(name).map_err(|_| broken())
        })?;
        let (top, left) = range.start().unwrap_or_default();
        let vague = self.vague.get(sheet);
        let mut row = SheetRow::default();
        let height = range.height().max(1);
        for (number_of_row, cells) in range.rows().enumerate() {
            row.clear();
            for (column, data) in cells.iter().enumerate() {
                let at = (top + number_of_row as u32, left + column as u32);
                let shown = vague.and_then(|vague| vague.get(&at)).copied();
                row.push(
                    at.1,
                    &text(data, shown.unwrap_or(ShownParts::DAY), self.is_1904),
                );
            }
            if !take(&row, self.length * number_of_row / height)? {
                break;
            }
        }
        Ok(())
    }
}

fn text(data: &Data, shown: ShownParts, is_1904: bool) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number(&value.to_string(), *value),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(serial) => {
            let value = serial.as_f64();
            let moment = serial.is_datetime().then(|| moment(value, shown, is_1904));
            moment
                .flatten()
                .unwrap_or_else(|| number(&value.to_string(), value))
        }
        other => other.to_string(),
    }
}

/// What a look through the records says.
#[derive(Default)]
struct Look {
    is_encrypted: bool,
    is_1904: bool,
    codes: HashMap<u16, ShownParts>,
    styles: Vec<ShownParts>,
    /// The sheets, in the order in which they are listed.
    sheets: Vec<XlsSheet>,
    /// Where each of them begins.
    places: HashMap<usize, usize>,
}

#[derive(Default)]
struct XlsSheet {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
    filled: u64,
    vague: HashMap<(u32, u32), ShownParts>,
}

impl XlsSheet {
    fn spanned(&self) -> u64 {
        let side =
            |ends: Option<(u16, u16)>| ends.map_or(0, |(first, last)| u64::from(last - first) + 1);
        side(self.rows) * side(self.columns)
    }

    fn fill(&mut self, row: u16, column: u16, shown: ShownParts) {
        let widened = |ends: Option<(u16, u16)>, to: u16| {
            ends.map_or((to, to), |(first, last)| (first.min(to), last.max(to)))
        };
        self.rows = Some(widened(self.rows, row));
        self.columns = Some(widened(self.columns, column));
        self.filled += 1;
        if shown.is_vague() {
            self.vague.insert((row.into(), column.into()), shown);
        }
    }
}

impl Look {
    fn of(stream: &[u8]) -> Self {
        let mut look = Self::default();
        let mut sheet = None;
        let mut at = 0;
        while let (Some(kind), Some(length)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
            let begin = at + 4;
            let Some(record) = stream.get(begin..begin + usize::from(length)) else {
                break;
            };
            match kind {
                0x0809 => sheet = look.places.get(&at).copied(),
                0x002F => look.is_encrypted |= record.iter().any(|byte| *byte != 0),
                0x0022 => look.is_1904 = u16_at(record, 0) == Some(1),
                0x0085 => {
                    if let Some(place) = u32_at(record, 0) {
                        look.places.insert(place as usize, look.sheets.len());
                        look.sheets.push(XlsSheet::default());
                    }
                }
                0x041E => look.code(record),
                0x00E0 => {
                    let number = u16_at(record, 2).unwrap_or(0);
                    let given = look.codes.get(&number).copied();
                    let shown = given.unwrap_or_else(|| ShownParts::of_number(number.into()));
                    look.styles.push(shown);
                }
                _ => {
                    if let Some(place) = sheet {
                        look.cell(place, kind, record);
                    }
                }
            }
            at = begin + usize::from(length);
        }
        look
    }

    /// A format of numbers: its number, then its code, of letters of one byte or two.
    fn code(&mut self, record: &[u8]) {
        let (Some(number), Some(wide)) = (u16_at(record, 0), record.get(4)) else {
            return;
        };
        let letters = record.get(5..).unwrap_or_default();
        let code: String = if *wide & 1 == 1 {
            let units: Vec<u16> = letters
                .chunks_exact(2)
                .filter_map(|it| u16_at(it, 0))
                .collect();
            String::from_utf16_lossy(&units)
        } else {
            letters.iter().map(|byte| char::from(*byte)).collect()
        };
        self.codes.insert(number, ShownParts::of_code(&code));
    }

    /// A record of cells: where it stands, then its style; several beside one another end with the last column.
    fn cell(&mut self, place: usize, kind: u16, record: &[u8]) {
        let (Some(row), Some(column)) = (u16_at(record, 0), u16_at(record, 2)) else {
            return;
        };
        let Some(sheet) = self.sheets.get_mut(place) else {
            return;
        };
        let styles = &self.styles;
        let shown = |style: Option<u16>| {
            let style = style.and_then(|style| styles.get(usize::from(style)));
            style.copied().unwrap_or_default()
        };
        match kind {
            // A formula, a number, a text of the list or of its own, a boolean, a short number.
            0x0006 | 0x0203 | 0x00FD | 0x0204 | 0x00D6 | 0x0205 | 0x027E => {
                sheet.fill(row, column, shown(u16_at(record, 4)));
            }
            // Several short numbers.
            0x00BD => {
                let cells = record
                    .get(4..record.len().saturating_sub(2))
                    .unwrap_or_default();
                for (number, cell) in cells.chunks_exact(6).enumerate() {
                    let column = column.saturating_add(number as u16);
                    sheet.fill(row, column, shown(u16_at(cell, 0)));
                }
            }
            _ => {}
        }
    }
}
