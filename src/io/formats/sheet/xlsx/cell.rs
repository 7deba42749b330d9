//! A cell under reading, and the texts that cells share.

use std::{borrow::Cow, io::Read, ops::Range};

use quick_xml::events::{BytesStart, Event};

use super::Stream;
use crate::io::{
    error::ReadErrorKind,
    formats::{
        sheet::{
            XLSX, number,
            serial::{ShownParts, moment},
        },
        unzip::Unzipped,
        xml,
    },
};

/// A cell under reading.
#[derive(Default)]
pub(super) struct XlsxCell {
    /// Its column, where it says so.
    pub(super) column: Option<u32>,
    style: usize,
    kind: CellKind,
    text: String,
    is_inside: bool,
    /// What it is computed from, behind the sign that it begins with.
    formula: Option<String>,
    is_inside_formula: bool,
    /// In how a text is spoken, which is no part of it.
    is_phonetic: bool,
}

/// What the text of a cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CellKind {
    #[default]
    Number,
    Shared,
    Boolean,
    Text,
}

impl XlsxCell {
    pub(super) fn begin(&mut self, start: &BytesStart<'_>) {
        self.column = None;
        self.style = 0;
        self.kind = CellKind::Number;
        self.text.clear();
        self.is_inside = false;
        self.formula = None;
        self.is_inside_formula = false;
        self.is_phonetic = false;
        for attribute in start.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match attribute.key.as_ref() {
                "r" => self.column = column_of(value),
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match value {
                        "s" => CellKind::Shared,
                        "b" => CellKind::Boolean,
                        "n" => CellKind::Number,
                        _ => CellKind::Text,
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn enter(&mut self, name: &str) {
        match name {
            "v" | "t" if !self.is_phonetic => self.is_inside = true,
            "f" => {
                self.formula = Some("=".to_owned());
                self.is_inside_formula = true;
            }
            "rPh" => self.is_phonetic = true,
            _ => {}
        }
    }

    pub(super) fn leave(&mut self, name: &str) {
        match name {
            "v" | "t" => self.is_inside = false,
            "f" => self.is_inside_formula = false,
            "rPh" => self.is_phonetic = false,
            _ => {}
        }
    }

    pub(super) fn add(&mut self, event: &Event<'_>) {
        if self.is_inside {
            xml::push_text(&mut self.text, event);
        }
        if let Some(formula) = self.formula.as_mut().filter(|_| self.is_inside_formula) {
            xml::push_text(formula, event);
        }
    }

    /// Whether nobody has computed its formula: some programs make one of any text that begins like one. An empty text
    /// is a value.
    pub(super) fn is_formula_alone(&self) -> bool {
        self.formula.is_some() && self.kind == CellKind::Number && self.text.trim().is_empty()
    }

    /// What it holds, as text.
    pub(super) fn text<'t>(
        &'t self,
        texts: &'t SharedTexts,
        styles: &[ShownParts],
        is_1904: bool,
    ) -> Cow<'t, str> {
        let written = self.text.trim();
        match self.kind {
            CellKind::Shared => Cow::Borrowed(written.parse().map_or("", |place| texts.get(place))),
            CellKind::Boolean => Cow::Borrowed(match written {
                "1" => "true",
                "0" => "false",
                other => other,
            }),
            CellKind::Text => unescaped(&self.text),
            CellKind::Number if self.is_formula_alone() => {
                Cow::Borrowed(self.formula.as_deref().unwrap_or_default())
            }
            CellKind::Number => {
                let Ok(value) = written.parse::<f64>() else {
                    return Cow::Borrowed(written);
                };
                let shown = styles.get(self.style).copied().unwrap_or_default();
                let moment = shown.is_moment().then(|| moment(value, shown, is_1904));
                Cow::Owned(moment.flatten().unwrap_or_else(|| number(written, value)))
            }
        }
    }
}

/// The column of a cell that is called `A1`.
pub(super) fn column_of(reference: &str) -> Option<u32> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.saturating_mul(26).saturating_add(letter)
    });
    column.checked_sub(1)
}

/// The texts that cells refer to, behind one another.
#[derive(Default)]
pub(super) struct SharedTexts {
    text: String,
    spans: Vec<Range<usize>>,
}

impl SharedTexts {
    pub(super) fn of(stream: Unzipped<impl Read>) -> Result<Self, ReadErrorKind> {
        let mut texts = Self::default();
        let mut reader = Stream::of(stream);
        let mut cell = XlsxCell::default();
        loop {
            match reader.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "si" => cell.text.clear(),
                    name => cell.enter(name),
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "si" => {
                        let begin = texts.text.len();
                        texts.text.push_str(&unescaped(&cell.text));
                        texts.spans.push(begin..texts.text.len());
                    }
                    "sst" => return Ok(texts),
                    name => cell.leave(name),
                },
                Event::Eof => return Err(ReadErrorKind::Broken(XLSX.name)),
                event => cell.add(&event),
            }
        }
    }

    pub(super) fn get(&self, place: usize) -> &str {
        let span = self.spans.get(place).cloned().unwrap_or_default();
        self.text.get(span).unwrap_or_default()
    }
}

/// A text with the characters that it has escapes for: `_x000D_` is a carriage return.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find("_x") else {
        return Cow::Borrowed(text);
    };
    let (before, mut rest) = text.split_at(first);
    let mut plain = before.to_owned();
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.get(6..7) == Some("_"));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match letter {
            Some('\r') => rest = escape.get(7..).unwrap_or_default(),
            Some(letter) => {
                plain.push(letter);
                rest = escape.get(7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = escape.get(2..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}
