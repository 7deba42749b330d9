//! A file in blocks of bytes that end where records do.

use std::io::Read;

use crate::io::{
    error::ReadErrorKind,
    watch::{Progress, Watch},
};

/// How long blocks are, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    /// The first one, so that something is there soon.
    pub(super) first: usize,
    /// The others, before they are cut.
    pub(super) other: usize,
}

impl Default for Lengths {
    fn default() -> Self {
        Self {
            first: 4 << 20,
            other: 16 << 20,
        }
    }
}

/// Bytes read between two looks at whether anybody still wants them.
const CHUNK: usize = 1 << 20;

/// How far before the end of a block a line break outside quotes is looked for, in bytes.
const LONGEST_QUOTE: usize = 64 << 10;

/// Where a block may be cut, to the best of knowledge; whether it may be shows when it is read.
pub(super) enum Cutter {
    /// Behind a line break.
    Lines,
    /// Before what records of this file begin with, where that follows a comma.
    Records(Vec<u8>),
    /// Behind such a line break of a table as stands outside quotes, going by their number.
    Rows(u8),
}

impl Cutter {
    /// The last place behind `from` to cut at, from which on the bytes go to the next block.
    fn cut(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut end = bytes.len();
        match self {
            Self::Lines => {
                let fresh = bytes.get(from..)?;
                memchr::memrchr(b'\n', fresh).map(|at| from + at + 1)
            }
            Self::Records(opening) => loop {
                let fresh = bytes.get(from..end)?;
                let at = from + memchr::memrchr(b'{', fresh)?;
                let is_one = bytes.get(at..)?.starts_with(opening);
                if is_one && follows_a_comma(bytes, at) {
                    return Some(at);
                }
                end = at;
            },
            Self::Rows(newline) => row_end(bytes, from, *newline),
        }
    }

    /// Bytes at the end of what holds no cut that still may become part of one.
    const fn longest_mark(&self) -> usize {
        match self {
            Self::Lines | Self::Rows(_) => 0,
            Self::Records(opening) => opening.len(),
        }
    }
}

/// What stands behind the last line break after `from` with an even number of quotes before it. Where
/// none near the end of a long block is like that, quotes stand in cells as letters, and the last one
/// may do.
fn row_end(bytes: &[u8], from: usize, newline: u8) -> Option<usize> {
    let is_odd = |bytes: &[u8]| memchr::memchr_iter(b'"', bytes).count() % 2 == 1;
    let last = from + memchr::memrchr(newline, bytes.get(from..)?)?;
    let nearest = last.saturating_sub(LONGEST_QUOTE).max(from);
    let mut end = last;
    let mut is_quoted = is_odd(bytes.get(..last)?);
    while is_quoted {
        let Some(at) = memchr::memrchr(newline, bytes.get(nearest..end)?) else {
            return (nearest > from).then_some(last + 1);
        };
        is_quoted ^= is_odd(bytes.get(nearest + at..end)?);
        end = nearest + at;
    }
    Some(end + 1)
}

fn follows_a_comma(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    before.trim_ascii_end().last() == Some(&b',')
}

/// Reads block after block.
pub(super) struct Blocks<'a, R> {
    reader: R,
    total: Option<u64>,
    limit: u64,
    lengths: Lengths,
    watch: &'a Watch<'a>,
    /// What stands behind the last cut.
    rest: Vec<u8>,
    pub(super) bytes: u64,
    pub(super) records: usize,
    is_at_end: bool,
}

impl<'a, R: Read> Blocks<'a, R> {
    pub(super) const fn new(
        reader: R,
        total: Option<u64>,
        limit: u64,
        lengths: Lengths,
        watch: &'a Watch<'a>,
    ) -> Self {
        Self {
            reader,
            total,
            limit,
            lengths,
            watch,
            rest: Vec::new(),
            bytes: 0,
            records: 0,
            is_at_end: false,
        }
    }

    /// Who looks on.
    pub(super) const fn watch(&self) -> &'a Watch<'a> {
        self.watch
    }

    /// Whether everything has been read.
    pub(super) const fn is_at_end(&self) -> bool {
        self.is_at_end
    }

    /// The beginning of the file, uncut.
    pub(super) fn first(&mut self) -> Result<Vec<u8>, ReadErrorKind> {
        let mut block = Vec::new();
        self.fill(&mut block, self.lengths.first)?;
        Ok(block)
    }

    /// Cuts `block`, or reads on until it can be cut; all of it where the file ends.
    pub(super) fn cut(
        &mut self,
        block: &mut Vec<u8>,
        cutter: &Cutter,
    ) -> Result<(), ReadErrorKind> {
        let mut from = 1;
        while !self.is_at_end {
            if let Some(at) = cutter.cut(block, from) {
                self.rest = block.get(at..).unwrap_or_default().to_vec();
                block.truncate(at);
                return Ok(());
            }
            from = block.len().saturating_sub(cutter.longest_mark()).max(1);
            self.fill(block, self.lengths.other)?;
        }
        Ok(())
    }

    /// The next block; `None` behind the last.
    pub(super) fn next(&mut self, cutter: &Cutter) -> Result<Option<Vec<u8>>, ReadErrorKind> {
        if self.is_at_end && self.rest.is_empty() {
            return Ok(None);
        }
        let mut block = std::mem::take(&mut self.rest);
        self.fill(&mut block, self.lengths.other)?;
        self.cut(&mut block, cutter)?;
        Ok(Some(block))
    }

    /// Everything that has not been given out yet, behind `bytes`.
    pub(super) fn all(&mut self, bytes: &mut Vec<u8>) -> Result<(), ReadErrorKind> {
        bytes.append(&mut self.rest);
        while !self.is_at_end {
            self.fill(bytes, self.lengths.other)?;
        }
        Ok(())
    }

    /// Reads `count` bytes behind `block`, or what is left.
    fn fill(&mut self, block: &mut Vec<u8>, count: usize) -> Result<(), ReadErrorKind> {
        let too_large = || ReadErrorKind::TooLarge(self.limit);
        block.try_reserve_exact(count).map_err(|_| too_large())?;
        let until = block.len() + count;
        while block.len() < until && !self.is_at_end {
            let wanted = CHUNK.min(until - block.len());
            let read = self
                .reader
                .by_ref()
                .take(wanted as u64)
                .read_to_end(block)?;
            self.is_at_end = read == 0;
            self.bytes += read as u64;
            if self.bytes > self.limit {
                return Err(ReadErrorKind::TooLarge(self.limit));
            }
            self.watch.report(Progress {
                bytes: self.bytes,
                total: self.total,
                records: self.records,
            });
            if self.watch.is_cancelled() {
                return Err(ReadErrorKind::Cancelled);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_cut_behind_a_line_break_outside_quotes() {
        let end = |text: &str| row_end(text.as_bytes(), 1, b'\n');
        assert_eq!(end("a,b\nc,d"), Some(4));
        assert_eq!(end("a,b\nc,\"d\ne\nf"), Some(4));
        assert_eq!(end("a,b\nc,\"d\ne\"\nf"), Some(12));
        assert_eq!(end("a,\"b\nc"), None);
        assert_eq!(end("a,b"), None);
        let long = format!("a,5\" b\n{}c", "c,d\n".repeat(LONGEST_QUOTE));
        assert_eq!(end(&long), Some(long.len() - 1));
    }
}
