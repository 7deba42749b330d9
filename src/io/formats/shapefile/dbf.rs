//! Tables of dBASE III: columns of fixed width.

use encoding_rs::Encoding;

use crate::io::formats::row_text::TextCell;

/// Bytes of the header, and of each column in it.
const HEADER: usize = 32;
const END: u8 = 0x0D;

/// The widest text, in bytes, and the most columns.
pub(super) const WIDEST: usize = 254;
pub(super) const MOST_COLUMNS: usize = 255;

/// A column.
pub(super) struct DbfField {
    pub(super) name: String,
    kind: u8,
    width: usize,
}

/// A table.
pub(super) struct DbfTable<'a> {
    pub(super) columns: Vec<DbfField>,
    rows: &'a [u8],
    row: usize,
    pub(super) count: usize,
    encoding: &'static Encoding,
}

/// How much of a row could not be read.
#[derive(Default)]
pub(super) struct Left {
    /// Numbers that did not fit into their column.
    pub(super) stars: usize,
    /// Texts that stand in a file of their own.
    pub(super) memos: usize,
}

impl<'a> DbfTable<'a> {
    /// The table in a file, whose encoding a file beside it says; `None` where it is not whole.
    pub(super) fn of(bytes: &'a [u8], encoding: Option<&str>) -> Option<Self> {
        let number = |at: usize| Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
        let count = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
        let (header, row) = (usize::from(number(8)?), usize::from(number(10)?));
        let said = encoding.and_then(encoding_of);
        let encoding = said.unwrap_or_else(|| guessed(bytes.get(29).copied(), bytes));
        let fields = bytes.get(HEADER..header)?;
        let mut columns = Vec::new();
        for field in fields.chunks_exact(HEADER) {
            if field.first() == Some(&END) {
                break;
            }
            let name = field.get(..11)?.split(|byte| *byte == 0).next()?;
            columns.push(DbfField {
                name: encoding.decode(name).0.trim().to_owned(),
                kind: *field.get(11)?,
                width: usize::from(*field.get(16)?),
            });
        }
        let width: usize = columns.iter().map(|column| column.width).sum();
        let rows = bytes.get(header..)?;
        // A count may be a lie.
        let is_whole = row > 0 && width < row && count <= rows.len() / row;
        is_whole.then_some(Self {
            columns,
            rows,
            row,
            count,
            encoding,
        })
    }

    /// Hands over the cells of a row, each with the place of its column; `None` where the row was deleted.
    pub(super) fn row(
        &self,
        number: usize,
        mut take: impl FnMut(usize, TextCell<'_>),
    ) -> Option<Left> {
        let begin = number.checked_mul(self.row)?;
        let bytes = self.rows.get(begin..begin.checked_add(self.row)?)?;
        if bytes.first() == Some(&b'*') {
            return None;
        }
        let mut left = Left::default();
        let mut at = 1;
        for (place, column) in self.columns.iter().enumerate() {
            let cell = trimmed(bytes.get(at..at + column.width).unwrap_or_default());
            at += column.width;
            if !cell.is_empty() {
                let text = self.encoding.decode_without_bom_handling(cell).0;
                give(column.kind, &text, &mut left, |cell| take(place, cell));
            }
        }
        Some(left)
    }
}

/// A cell without the spaces and zeros that fill it up.
fn trimmed(mut cell: &[u8]) -> &[u8] {
    while let [0 | b' ', rest @ ..] = cell {
        cell = rest;
    }
    while let [rest @ .., 0 | b' '] = cell {
        cell = rest;
    }
    cell
}

/// Hands over what a text means in a column of this kind.
fn give(kind: u8, text: &str, left: &mut Left, mut take: impl FnMut(TextCell<'_>)) {
    match kind {
        b'N' | b'F' if text.contains('*') => left.stars += 1,
        b'N' | b'F' => number(text, take),
        b'D' => match (text.get(..4), text.get(4..6), text.get(6..8)) {
            (Some(year), Some(month), Some(day)) => {
                take(TextCell::Text(&format!("{year}-{month}-{day}")));
            }
            _ => take(TextCell::Text(text)),
        },
        b'L' => match text {
            "T" | "t" | "Y" | "y" => take(TextCell::Truth(true)),
            "F" | "f" | "N" | "n" => take(TextCell::Truth(false)),
            _ => {}
        },
        b'M' | b'B' | b'G' | b'P' => left.memos += 1,
        _ => take(TextCell::Text(text)),
    }
}

/// Hands over a number, in the digits that it is written in where JSON writes numbers so.
fn number(text: &str, mut take: impl FnMut(TextCell<'_>)) {
    let trimmed = text.trim_end_matches('0');
    let short = match trimmed.strip_suffix('.') {
        Some(whole) if text.contains('.') => whole,
        _ if text.contains('.') => trimmed,
        _ => text,
    };
    if serde_json::from_str::<serde_json::Number>(short).is_ok() {
        return take(TextCell::Json(short));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => take(TextCell::Real(number)),
        _ => take(TextCell::Text(text)),
    }
}

/// The encoding that a file says: `UTF-8`, `ISO-8859-1`, `1252`, `ANSI 1252`.
fn encoding_of(said: &str) -> Option<&'static Encoding> {
    let said = said.trim();
    let digits = said.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let page = format!("windows-{digits}");
    let latin = said.replace("88591", "8859-1").replace("885915", "8859-15");
    Encoding::for_label(said.as_bytes())
        .or_else(|| Encoding::for_label(latin.as_bytes()))
        .or_else(|| Encoding::for_label(page.as_bytes()))
        .or_else(|| (digits == "65001").then_some(encoding_rs::UTF_8))
}

/// The encoding where nothing says it: by the mark in the header, else UTF-8 where the bytes are that.
fn guessed(mark: Option<u8>, bytes: &[u8]) -> &'static Encoding {
    match mark {
        Some(0xC9) => encoding_rs::WINDOWS_1251,
        Some(0x7E) => encoding_rs::WINDOWS_1256,
        _ if bytes
            .get(HEADER..)
            .is_some_and(|it| std::str::from_utf8(it).is_ok()) =>
        {
            encoding_rs::UTF_8
        }
        _ => encoding_rs::WINDOWS_1252,
    }
}

/// A table under writing.
pub(super) struct DbfWriter {
    fields: Vec<(u8, usize)>,
    bytes: Vec<u8>,
    count: u32,
}

impl DbfWriter {
    /// A table of these columns: their names, kinds and widths.
    pub(super) fn new(columns: &[(String, u8, usize)]) -> Self {
        let row: usize = columns.iter().map(|(_, _, width)| width).sum::<usize>() + 1;
        let header = HEADER * (columns.len() + 1) + 1;
        // 1980-01-01, the first day that archives know: the same records give the same file.
        let mut bytes = vec![3, 80, 1, 1, 0, 0, 0, 0];
        bytes.extend((header as u16).to_le_bytes());
        bytes.extend((row as u16).to_le_bytes());
        bytes.resize(HEADER, 0);
        for (name, kind, width) in columns {
            let begin = bytes.len();
            bytes.extend(name.bytes().take(10));
            bytes.resize(begin + 11, 0);
            bytes.push(*kind);
            bytes.resize(begin + 16, 0);
            bytes.push(*width as u8);
            bytes.push(if *kind == b'F' { 15 } else { 0 });
            bytes.resize(begin + HEADER, 0);
        }
        bytes.push(END);
        let fields = columns.iter().map(|(_, kind, width)| (*kind, *width));
        Self {
            fields: fields.collect(),
            bytes,
            count: 0,
        }
    }

    /// Adds a row of texts, each of which fits its column.
    pub(super) fn push(&mut self, cells: &[String]) {
        self.bytes.push(b' ');
        for ((kind, width), cell) in self.fields.iter().zip(cells) {
            let text = cell
                .as_bytes()
                .get(..(*width).min(cell.len()))
                .unwrap_or_default();
            let room = std::iter::repeat_n(b' ', width - text.len());
            if matches!(kind, b'N' | b'F') {
                self.bytes.extend(room);
                self.bytes.extend(text);
            } else {
                self.bytes.extend(text);
                self.bytes.extend(room);
            }
        }
        self.count += 1;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        if let Some(count) = self.bytes.get_mut(4..8) {
            count.copy_from_slice(&self.count.to_le_bytes());
        }
        self.bytes.push(0x1A);
        self.bytes
    }
}
