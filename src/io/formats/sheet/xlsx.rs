//! Office Open XML: sheets as a stream of cells.
//!
//! An archive of XML: the book names its sheets, the styles say which numbers are dates, texts stand in a list of their
//! own. Sheets are unpacked while they are read, so that only what they come to is in memory.

mod cell;

use std::{
    borrow::Cow,
    io::{BufReader, Read},
};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use cell::{SharedTexts, XlsxCell};

use super::{SheetRow, Take, Workbook, XLSX, grid::MOST_COLUMNS, serial::ShownParts};
use crate::io::{
    error::ReadErrorKind,
    formats::{
        unzip::{Unzip, Unzipped},
        xml,
    },
};

/// Bytes that are unpacked at once.
const BUFFER: usize = 64 << 10;

/// A workbook.
pub(super) struct XlsxBook<'a> {
    archive: Unzip<'a>,
    /// The sheets: their names, and the files that they stand in.
    sheets: Vec<(String, String)>,
    texts: SharedTexts,
    /// What each style of a cell shows of a number.
    styles: Vec<ShownParts>,
    is_1904: bool,
    length: usize,
}

impl<'a> XlsxBook<'a> {
    /// Reads all of a workbook but its sheets.
    ///
    /// # Errors
    /// When it is not whole, or a binary workbook, which is another format.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, ReadErrorKind> {
        let archive = Unzip::of(bytes, XLSX.name)?;
        if archive.names().iter().any(|name| name == "xl/workbook.bin") {
            return Err(ReadErrorKind::Unread("XLSB"));
        }
        let mut book = Self {
            sheets: Vec::new(),
            texts: SharedTexts::default(),
            styles: Vec::new(),
            is_1904: false,
            length: bytes.len(),
            archive,
        };
        let files = book.files()?;
        book.list(&files)?;
        if let Some(styles) = book.part("xl/styles.xml")? {
            book.styles = styles_of(&styles)?;
        }
        let texts = files
            .iter()
            .find(|(_, file)| file.ends_with("sharedStrings.xml"));
        if let Some((_, file)) = texts
            && let Some(stream) = book.archive.stream(file)?
        {
            book.texts = SharedTexts::of(stream)?;
        }
        Ok(book)
    }

    /// The text of a part, `None` where there is none.
    fn part(&mut self, name: &str) -> Result<Option<String>, ReadErrorKind> {
        let Some(bytes) = self.archive.bytes(name)? else {
            return Ok(None);
        };
        Ok(Some(xml::decoded(&bytes)?.0.into_owned()))
    }

    /// The files of the book by the names that it refers to them with.
    fn files(&mut self) -> Result<Vec<(String, String)>, ReadErrorKind> {
        let mut files = Vec::new();
        let text = self.part("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
        each_element(&text, |start, _| {
            if let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target")) {
                let file = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("xl/{target}"),
                };
                files.push((id, file));
            }
        })?;
        Ok(files)
    }

    /// Lists the sheets.
    fn list(&mut self, files: &[(String, String)]) -> Result<(), ReadErrorKind> {
        let broken = ReadErrorKind::Broken(XLSX.name);
        let text = self.part("xl/workbook.xml")?.ok_or(broken)?;
        let by_id: std::collections::HashMap<&str, &str> = files
            .iter()
            .map(|(id, file)| (id.as_str(), file.as_str()))
            .collect();
        each_element(&text, |start, _| match start.local_name().as_ref() {
            "sheet" => {
                let file = attribute(start, "id").and_then(|id| by_id.get(id.as_str()).copied());
                let name = attribute(start, "name");
                // A sheet that holds nothing but a chart is none of cells.
                if let (Some(name), Some(file)) =
                    (name, file.filter(|it| !it.contains("chartsheets/")))
                {
                    self.sheets.push((name, file.to_owned()));
                }
            }
            "workbookPr" => {
                let date_1904 = attribute(start, "date1904");
                self.is_1904 = date_1904.is_some_and(|it| it == "1" || it == "true");
            }
            _ => {}
        })
    }
}

impl Workbook for XlsxBook<'_> {
    fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    fn length(&self) -> usize {
        self.length
    }

    fn rows(&mut self, sheet: usize, take: Take<'_>) -> Result<(), ReadErrorKind> {
        let broken = ReadErrorKind::Broken(XLSX.name);
        let Some((_, file)) = self.sheets.get(sheet) else {
            return Err(broken);
        };
        let stream = self.archive.stream(file)?.ok_or(broken)?;
        self.length = self
            .length
            .max(stream.length.min(usize::MAX as u64 / 64) as usize);
        let mut reader = Stream::of(stream);
        let mut cell = XlsxCell::default();
        let mut row = SheetRow::default();
        let mut column = 0;
        loop {
            let event = reader.next()?;
            match &event {
                Event::Start(start) => match start.local_name().as_ref() {
                    "row" => {
                        row.clear();
                        column = 0;
                    }
                    "c" => {
                        cell.begin(start);
                        column = cell.column.unwrap_or(column);
                        if column >= MOST_COLUMNS {
                            return Err(ReadErrorKind::TooManyColumns(MOST_COLUMNS as usize));
                        }
                    }
                    name => cell.enter(name),
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "c" => {
                        let text = cell.text(&self.texts, &self.styles, self.is_1904);
                        row.push(column, &text);
                        row.formulas += usize::from(cell.is_formula_alone());
                        column += 1;
                    }
                    "row" => {
                        let at = reader.unpacked();
                        if !take(&row, at)? {
                            return Ok(());
                        }
                    }
                    "sheetData" => return Ok(()),
                    name => cell.leave(name),
                },
                Event::Eof => return Err(ReadErrorKind::Broken(XLSX.name)),
                event => cell.add(event),
            }
        }
    }
}

/// XML that is unpacked while it is read.
struct Stream<R: Read> {
    reader: Reader<BufReader<Unzipped<R>>>,
    buffer: Vec<u8>,
}

impl<R: Read> Stream<R> {
    fn of(stream: Unzipped<R>) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(BUFFER, stream));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self {
            reader,
            buffer: Vec::new(),
        }
    }

    fn next(&mut self) -> Result<Event<'_>, ReadErrorKind> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(_)) => Err(self.reader.get_ref().get_ref().failure()),
            Err(_) => Err(ReadErrorKind::Broken(XLSX.name)),
        }
    }

    fn unpacked(&self) -> usize {
        self.reader.get_ref().get_ref().unpacked as usize
    }
}

/// What each style of a cell shows of a number.
fn styles_of(text: &str) -> Result<Vec<ShownParts>, ReadErrorKind> {
    let mut codes = std::collections::HashMap::new();
    let mut styles = Vec::new();
    each_element(text, |start, within| {
        let number = |name| attribute(start, name).and_then(|it| it.parse::<u32>().ok());
        match start.local_name().as_ref() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (number("numFmtId"), attribute(start, "formatCode"))
                {
                    codes.insert(id, ShownParts::of_code(&code));
                }
            }
            "xf" if within == "cellXfs" => {
                let id = number("numFmtId").unwrap_or(0);
                let given = codes.get(&id).copied();
                styles.push(given.unwrap_or_else(|| ShownParts::of_number(id)));
            }
            _ => {}
        }
    })?;
    Ok(styles)
}

/// Looks at each element of a document, with the name of the one that it stands in.
fn each_element(
    text: &str,
    mut look: impl FnMut(&BytesStart<'_>, &str),
) -> Result<(), ReadErrorKind> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                look(&start, open.last().map_or("", String::as_str));
                open.push(start.local_name().as_ref().to_owned());
            }
            Ok(Event::Empty(start)) => look(&start, open.last().map_or("", String::as_str)),
            Ok(Event::End(_)) => {
                open.pop();
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(ReadErrorKind::Broken(XLSX.name)),
        }
    }
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|it| it.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Explicit1_0);
    Some(value.map_or_else(|_| found.value.to_string(), Cow::into_owned))
}
