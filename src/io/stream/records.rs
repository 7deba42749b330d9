//! The records of one block.

use crate::{
    data::{Batch, BatchReader, Readers, Spans},
    io::formats::csv,
    scan::{
        csv::{may_be_note_or_sum, says_nothing},
        json::{skip_space, value_end},
        pieces,
    },
    work::Progress,
};

/// What a block came to.
pub(super) struct ParsedBlock {
    /// The rows of its records.
    pub(super) batch: Batch,
    /// Where they stand in it.
    pub(super) spans: Spans,
    /// How it ends.
    pub(super) end: BlockEnd,
    /// Rows with nothing of their own that were passed over.
    pub(super) passed_over: usize,
}

/// How a block of a collection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockEnd {
    /// Behind a record and its comma, or a line: another block may follow, which begins with a record.
    Between,
    /// Its records end at this bracket.
    Closed(usize),
    /// It is not what it seemed to be.
    Broken,
}

/// Takes blocks apart for as long as anybody wants it.
pub(super) struct Worker<'a> {
    pub(super) readers: Readers<'a>,
    pub(super) progress: &'a Progress,
}

impl Worker<'_> {
    /// The lines of a block; blank ones are none.
    pub(super) fn lines(&self, bytes: &[u8]) -> ParsedBlock {
        self.stretch(bytes, |text, reader, spans| {
            for record in pieces(text, b'\n') {
                reader.push(text.get(record.clone()).unwrap_or_default());
                spans.push(record);
                if self.is_cancelled() {
                    return BlockEnd::Broken;
                }
            }
            BlockEnd::Between
        })
    }

    /// The records of a block of a collection from `start` on.
    pub(super) fn features(&self, bytes: &[u8], start: usize) -> ParsedBlock {
        self.stretch(bytes, |text, reader, spans| {
            self.walk(text, start, reader, spans)
                .unwrap_or(BlockEnd::Broken)
        })
    }

    /// The rows of a block of a table from `start` on, where one begins; blank lines are none.
    pub(super) fn rows(&self, bytes: &[u8], start: usize, head: &csv::Head) -> ParsedBlock {
        let dialect = head.dialect;
        let passed_over = std::cell::Cell::new(0);
        let block = self.stretch(bytes, |text, reader, spans| {
            let mut at = start;
            while at < text.len() {
                if let Some(next) = blank_line(text, at, dialect.newline) {
                    at = next;
                } else if let Some(next) = line_of_nothing(text, at, head) {
                    passed_over.set(passed_over.get() + 1);
                    at = next;
                } else if let Some((row, next)) = reader.push_row(text, at, dialect.newline) {
                    spans.push(row);
                    at = next;
                } else {
                    let mut rows = dialect.rows(text, at);
                    let row = rows.next().unwrap_or(at..at);
                    if !rows.broken().is_empty() {
                        return BlockEnd::Broken;
                    }
                    at = rows.at();
                    let several = csv::several(text, &row, &head.table);
                    for row in several.unwrap_or_else(|| vec![row]) {
                        reader.push_slow(text.get(row.clone()).unwrap_or_default());
                        spans.push(row);
                    }
                }
                if self.is_cancelled() {
                    return BlockEnd::Broken;
                }
            }
            BlockEnd::Between
        });
        ParsedBlock {
            passed_over: passed_over.get(),
            ..block
        }
    }

    fn is_cancelled(&self) -> bool {
        self.progress.is_cancelled()
    }

    fn stretch(
        &self,
        bytes: &[u8],
        read: impl FnOnce(&str, &mut BatchReader, &mut Spans) -> BlockEnd,
    ) -> ParsedBlock {
        let mut spans = Spans::default();
        let (batch, end) = self
            .readers
            .read(|reader| match simdutf8::basic::from_utf8(bytes) {
                _ if self.is_cancelled() => BlockEnd::Broken,
                Ok(text) => read(text, reader, &mut spans),
                Err(_) => BlockEnd::Broken,
            });
        ParsedBlock {
            batch,
            spans,
            end,
            passed_over: 0,
        }
    }

    /// Passes record after record, each an object with one comma behind it; `None` where it finds
    /// anything else.
    fn walk(
        &self,
        text: &str,
        start: usize,
        reader: &mut BatchReader,
        spans: &mut Spans,
    ) -> Option<BlockEnd> {
        let bytes = text.as_bytes();
        let mut at = skip_space(bytes, start);
        while bytes.get(at) == Some(&b'{') && !self.is_cancelled() {
            let end = if let Some(end) = reader.push_next(text, at) {
                end
            } else {
                let end = value_end(bytes, at).ok()?;
                reader.push_slow(text.get(at..end)?);
                end
            };
            spans.push(at..end);
            let behind = skip_space(bytes, end);
            match bytes.get(behind)? {
                b']' => return Some(BlockEnd::Closed(behind)),
                b',' => at = skip_space(bytes, behind + 1),
                _ => return None,
            }
        }
        (at == bytes.len()).then_some(BlockEnd::Between)
    }
}

/// What stands behind the line at `at`, if that has nothing of its own. Nearly every row is told by its first byte.
fn line_of_nothing(text: &str, at: usize, head: &csv::Head) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    let header = head.table.header.as_bytes();
    let may_be = first == head.dialect.delimiter
        || matches!(first, b' ' | b'\t' | b'"' | b'#')
        || may_be_note_or_sum(text.get(at..)?, head.dialect.delimiter)
        || (!header.is_empty() && bytes.get(at..)?.starts_with(header));
    if !may_be {
        return None;
    }
    let end = memchr::memchr(head.dialect.newline, bytes.get(at..)?);
    let end = end.map_or(bytes.len(), |length| at + length);
    let line = text.get(at..end)?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    says_nothing(line, &head.table.header, head.dialect.delimiter).then_some(end + 1)
}

/// What stands behind the line at `at`, if it is blank.
fn blank_line(text: &str, at: usize, newline: u8) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    match rest {
        [first, ..] if *first == newline => Some(at + 1),
        [b'\r', second, ..] if *second == newline => Some(at + 2),
        [b'\r'] => Some(at + 1),
        _ => None,
    }
}
