//! What the beginning of a file shows of the rest.

use std::{ops::Range, sync::Arc};

use crate::{
    data::{RecordFormat, SourceFile, SourceText},
    io::{
        decode::{UTF_8_MARK, utf_16},
        formats::csv::{self, looks_like_table},
        members::parse_members,
    },
    model::{Issue, IssueKind},
    scan::{
        Cutter,
        json::{self, Member},
        looks_like_lines, whole_lines,
    },
};

/// Bytes at the beginning of a file whose records its mapping is guessed from.
const SAMPLE: usize = 1 << 20;

/// How the records of a file stand in it.
pub(super) enum RecordLayout {
    /// One a line.
    Lines,
    /// One after the other, behind these members of a collection.
    Collection(Vec<Member>),
    /// As rows below this header.
    Table(Box<csv::Head>),
}

/// What the beginning of a file shows.
pub(super) struct FileOpening {
    /// Where the file may be cut.
    pub(super) cutter: Cutter,
    pub(super) layout: RecordLayout,
    /// Where the first record begins.
    pub(super) start: usize,
    /// Whether it begins with a byte order mark.
    pub(super) has_mark: bool,
}

impl FileOpening {
    /// Takes the byte order mark away and looks at what follows it; `None`, with the mark in its place,
    /// where the file is not for this way.
    pub(super) fn of(first: &mut Vec<u8>) -> Option<Self> {
        let has_mark = first.starts_with(UTF_8_MARK);
        let mark = if has_mark { UTF_8_MARK.len() } else { 0 };
        let opening = Self::of_bytes(first.get(mark..)?)?;
        first.drain(..mark);
        Some(Self {
            has_mark,
            ..opening
        })
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let text = valid(bytes);
        if text.trim_ascii_start().starts_with('{') {
            return Self::of_features(text);
        }
        // A letter may be cut in two; anything more is text of another encoding.
        let is_whole = bytes.len() - text.len() < size_of::<char>();
        let is_table = is_whole && utf_16(bytes).is_none() && looks_like_table(text);
        is_table.then(|| Self::of_rows(text)).flatten()
    }

    fn of_features(text: &str) -> Option<Self> {
        if looks_like_lines(text) {
            return Some(Self {
                cutter: Cutter::Lines,
                layout: RecordLayout::Lines,
                start: 0,
                has_mark: false,
            });
        }
        let (members, start) = json::head(text)?;
        let opening = json::opening_of(text, start)?;
        Some(Self {
            cutter: Cutter::Records(opening.as_bytes().to_vec()),
            layout: RecordLayout::Collection(members),
            start,
            has_mark: false,
        })
    }

    fn of_rows(text: &str) -> Option<Self> {
        let head = csv::Head::of(text, "UTF-8").ok()?;
        // A header that reaches to the end, or a quote in it that does, may go on behind it.
        let is_open = |issue: &Issue| issue.kind == IssueKind::QuoteOpen;
        let is_whole = head.start < text.len() && !head.issues.iter().any(is_open);
        is_whole.then(|| Self {
            cutter: Cutter::Rows(head.dialect.newline),
            start: head.start,
            layout: RecordLayout::Table(Box::new(head)),
            has_mark: false,
        })
    }

    /// A part like the one that the file will be, with its first few records, if its mapping hangs on
    /// them.
    pub(super) fn skeleton(&self, name: &str, first: &[u8]) -> SourceFile {
        let text = valid(first);
        let mut end = text.len().min(SAMPLE.max(self.start * 2));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        let spans = match &self.layout {
            RecordLayout::Collection(_) => json::whole_values(text, self.start),
            RecordLayout::Lines => whole_lines(text),
            RecordLayout::Table(head) => whole_rows(text, head),
        };
        let text = SourceText::from(text);
        let members = parse_members(&text, self.members(), &mut Vec::new());
        let (table, issues) = match &self.layout {
            RecordLayout::Table(head) => (Some(Arc::new(head.table.clone())), head.issues.clone()),
            _ => (None, Vec::new()),
        };
        let mut part = SourceFile {
            members,
            table,
            issues,
            format: self.format(),
            ..SourceFile::of_lines(name, text, spans.into_iter().collect())
        };
        part.choose_mapping();
        part
    }

    /// The members before the records.
    pub(super) fn members(&self) -> &[Member] {
        match &self.layout {
            RecordLayout::Collection(members) => members,
            _ => &[],
        }
    }

    pub(super) const fn format(&self) -> RecordFormat {
        match self.layout {
            RecordLayout::Lines => RecordFormat::GeoJsonLines,
            RecordLayout::Collection(_) => RecordFormat::GeoJson,
            RecordLayout::Table(_) => RecordFormat::Csv,
        }
    }
}

/// The rows of a table but for the last, which may be cut.
fn whole_rows(text: &str, head: &csv::Head) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = head.dialect.rows(text, head.start).collect();
    rows.pop();
    rows
}

/// The text up to the first byte that is not UTF-8, which may be a letter cut in two.
fn valid(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
    }
}
