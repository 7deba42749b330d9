//! `OpenDocument` spreadsheets: one document with all tables.
//!
//! Cells and rows that are alike are written once with how often, empty ones up to the end of the sheet; those count
//! for nothing. Dates are ISO 8601 already.

use std::collections::HashMap;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    ODS, SheetRow, Take, Workbook, grid::MOST_COLUMNS, number, serial::ShownParts, xlsx::attribute,
};
use crate::io::{
    error::ReadErrorKind,
    formats::{unzip::Unzip, xml},
};

/// Rows that a sheet may have, as the programs have it.
const MOST_ROWS: usize = 1 << 20;

/// Where the document stands in the archive.
const DOCUMENT: &str = "content.xml";

/// Whether an archive holds a spreadsheet: its first file says what it is.
pub(super) fn is_spreadsheet(head: &[u8]) -> bool {
    let said = head.get(..160.min(head.len())).unwrap_or_default();
    memchr::memmem::find(said, b"opendocument.spreadsheet").is_some()
}

/// A workbook.
pub(super) struct OdsBook {
    document: String,
    /// The tables: their names, and where they begin.
    tables: Vec<(String, usize)>,
    /// Styles of cells that show dates, and how exactly.
    styles: HashMap<String, ShownParts>,
}

impl OdsBook {
    /// Unpacks the document and lists its tables.
    ///
    /// # Errors
    /// When it is not whole, or encrypted.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, ReadErrorKind> {
        let mut archive = Unzip::of(bytes, ODS.name)?;
        let manifest = archive.bytes("META-INF/manifest.xml")?.unwrap_or_default();
        if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
            return Err(ReadErrorKind::Encrypted(ODS.name));
        }
        let document = archive.bytes(DOCUMENT)?;
        let document = document.ok_or(ReadErrorKind::Broken(ODS.name))?;
        let mut book = Self {
            document: xml::decoded(&document)?.0.into_owned(),
            tables: Vec::new(),
            styles: HashMap::new(),
        };
        book.list()?;
        Ok(book)
    }

    /// Lists tables and styles.
    fn list(&mut self) -> Result<(), ReadErrorKind> {
        let mut reader = reader(&self.document);
        let mut shown: HashMap<String, ShownParts> = HashMap::new();
        let mut date_style: Option<(String, [bool; 4])> = None;
        let mut depth = 0;
        loop {
            let at = reader.buffer_position() as usize;
            match next(&mut reader)? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "table" => {
                        if depth == 0 {
                            let name = attribute(&start, "name").unwrap_or_default();
                            self.tables.push((name, at));
                        }
                        depth += 1;
                    }
                    "date-style" => {
                        let name = attribute(&start, "name").unwrap_or_default();
                        date_style = Some((name, [false; 4]));
                    }
                    "style" => {
                        let names = (
                            attribute(&start, "name"),
                            attribute(&start, "data-style-name"),
                        );
                        if let (Some(name), Some(data)) = names
                            && let Some(shown) = shown.get(&data)
                        {
                            self.styles.insert(name, *shown);
                        }
                    }
                    name => {
                        let parts = ["year", "month", "day", "hours"];
                        if let (Some((_, has)), Some(part)) =
                            (&mut date_style, parts.iter().position(|part| *part == name))
                            && let Some(has) = has.get_mut(part)
                        {
                            *has = true;
                        }
                    }
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "table" => depth -= 1,
                    "date-style" => {
                        if let Some((name, [year, month, day, time])) = date_style.take() {
                            shown.insert(name, ShownParts::of_parts(year, month, day, time));
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

impl Workbook for OdsBook {
    fn names(&self) -> Vec<String> {
        self.tables.iter().map(|(name, _)| name.clone()).collect()
    }

    fn length(&self) -> usize {
        self.document.len()
    }

    fn rows(&mut self, sheet: usize, take: Take<'_>) -> Result<(), ReadErrorKind> {
        let broken = || ReadErrorKind::Broken(ODS.name);
        let (_, begin) = self.tables.get(sheet).ok_or_else(broken)?;
        let mut reader = reader(self.document.get(*begin..).ok_or_else(broken)?);
        let mut reading = Reading {
            styles: &self.styles,
            columns: Vec::new(),
            row: SheetRow::default(),
            row_times: 1,
            column: 0,
            cell: None,
            depth: 0,
            passed_over: 0,
        };
        loop {
            let event = next(&mut reader)?;
            match &event {
                Event::Start(start) => reading.enter(start),
                Event::End(end) => match end.local_name().as_ref() {
                    "table" if reading.depth <= 1 => return Ok(()),
                    "table-row" if reading.depth == 1 => {
                        let at = begin + reader.buffer_position() as usize;
                        let times = if reading.row.is_empty() {
                            0
                        } else {
                            reading.row_times
                        };
                        for _ in 0..times.min(MOST_ROWS) {
                            if !take(&reading.row, at)? {
                                return Ok(());
                            }
                        }
                    }
                    name => reading.leave(name),
                },
                Event::Eof => return Err(broken()),
                event => reading.add(event),
            }
        }
    }
}

/// A table under reading.
struct Reading<'b> {
    styles: &'b HashMap<String, ShownParts>,
    /// Styles of the columns, each up to a column.
    columns: Vec<(u32, Option<ShownParts>)>,
    row: SheetRow,
    row_times: usize,
    column: u32,
    cell: Option<OdsCell>,
    /// Tables that are open.
    depth: usize,
    /// Notes and drawings that are open.
    passed_over: usize,
}

/// A cell under reading.
struct OdsCell {
    kind: String,
    value: Option<String>,
    shown: Option<ShownParts>,
    text: String,
    paragraphs: usize,
    times: u32,
}

impl Reading<'_> {
    fn enter(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name();
        let name = name.as_ref();
        if self.passed_over > 0
            || matches!(name, "annotation" | "shapes" | "frame" | "tracked-changes")
        {
            self.passed_over += 1;
            return;
        }
        let times = |name| attribute(start, name).and_then(|it| it.parse::<u32>().ok());
        let style = || self.styles.get(&attribute(start, "style-name")?).copied();
        match name {
            "table" => self.depth += 1,
            "table-column" => {
                let before = self.columns.last().map_or(0, |(upto, _)| *upto);
                let times = times("number-columns-repeated").unwrap_or(1);
                let default = attribute(start, "default-cell-style-name");
                let shown = default.and_then(|name| self.styles.get(&name).copied());
                self.columns.push((before.saturating_add(times), shown));
            }
            "table-row" if self.depth == 1 => {
                self.row.clear();
                self.column = 0;
                self.row_times = times("number-rows-repeated").unwrap_or(1) as usize;
            }
            "table-cell" | "covered-table-cell" if self.depth == 1 => {
                let of_column = |(upto, _): &&(u32, Option<ShownParts>)| self.column < *upto;
                let default = self.columns.iter().find(of_column).and_then(|it| it.1);
                let values = [
                    "date-value",
                    "time-value",
                    "boolean-value",
                    "string-value",
                    "value",
                ];
                self.cell = Some(OdsCell {
                    kind: attribute(start, "value-type").unwrap_or_default(),
                    value: values.into_iter().find_map(|name| attribute(start, name)),
                    shown: style().or(default),
                    text: String::new(),
                    paragraphs: 0,
                    times: times("number-columns-repeated").unwrap_or(1),
                });
            }
            _ => {
                if let Some(cell) = &mut self.cell {
                    cell.enter(name, times("c"));
                }
            }
        }
    }

    fn leave(&mut self, name: &str) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        match name {
            "table" => self.depth = self.depth.saturating_sub(1),
            "table-cell" | "covered-table-cell" if self.depth == 1 => {
                let Some(cell) = self.cell.take() else {
                    return;
                };
                let end = self.column.saturating_add(cell.times).min(MOST_COLUMNS);
                let text = cell.text();
                if !text.trim().is_empty() {
                    (self.column..end).for_each(|column| self.row.push(column, &text));
                }
                self.column = end;
            }
            _ => {}
        }
    }

    fn add(&mut self, event: &Event<'_>) {
        if self.passed_over == 0
            && let Some(cell) = &mut self.cell
            && cell.paragraphs > 0
        {
            let mut text = String::new();
            xml::push_text(&mut text, event);
            cell.add(&text);
        }
    }
}

impl OdsCell {
    /// What stands for itself in a text: paragraphs, spaces, tabs, breaks.
    fn enter(&mut self, name: &str, count: Option<u32>) {
        match name {
            "p" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "s" => {
                let count = count.unwrap_or(1).min(MOST_COLUMNS);
                self.text.extend((0..count).map(|_| ' '));
            }
            "tab" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    /// Adds a text, in which spaces and line breaks are one space together, and none where a paragraph begins.
    fn add(&mut self, text: &str) {
        for letter in text.chars() {
            if !letter.is_ascii_whitespace() {
                self.text.push(letter);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
    }

    fn text(&self) -> String {
        let Some(value) = &self.value else {
            return self.text.trim_end().to_owned();
        };
        match self.kind.as_str() {
            "date" => {
                let day = value.strip_suffix("T00:00:00").unwrap_or(value);
                let exact = self.shown.unwrap_or(ShownParts::DAY);
                exact.of_day(day).to_owned()
            }
            "time" => clock(value).unwrap_or_else(|| self.text.clone()),
            "float" | "percentage" | "currency" => value
                .parse()
                .map_or_else(|_| value.clone(), |it| number(value, it)),
            "boolean" | "string" => value.clone(),
            _ => self.text.clone(),
        }
    }
}

/// A length of time such as `PT10H30M00S` as a time of day.
fn clock(value: &str) -> Option<String> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let (seconds, _) = rest.split_once(['S', '.', ','])?;
    let hours: u32 = hours.parse().ok()?;
    (hours < 24).then(|| format!("{hours:02}:{minutes:0>2}:{seconds:0>2}"))
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    reader
}

fn next<'t>(reader: &mut Reader<&'t [u8]>) -> Result<Event<'t>, ReadErrorKind> {
    let event = reader.read_event();
    event.map_err(|_| ReadErrorKind::Broken(ODS.name))
}
