//! A file in blocks of bytes that end where records do.

use std::io::Read;

use crate::io::{
    error::ReadErrorKind,
    watch::{Progress, Watch},
};

/// Bytes of the first block, so that something is there soon, and of the others.
const FIRST_BLOCK: usize = 4 << 20;
const BLOCK: usize = 16 << 20;

/// Bytes read between two looks at whether anybody still wants them.
const CHUNK: usize = 1 << 20;

/// Where a block may be cut, to the best of knowledge; whether it may be shows when it is read.
pub(super) enum Cutter {
    /// Behind a line break.
    Lines,
    /// Before what records of this file begin with, where that follows a comma.
    Records(Vec<u8>),
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
        }
    }
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
        watch: &'a Watch<'a>,
    ) -> Self {
        Self {
            reader,
            total,
            limit,
            watch,
            rest: Vec::new(),
            bytes: 0,
            records: 0,
            is_at_end: false,
        }
    }

    /// Whether everything has been read.
    pub(super) const fn is_at_end(&self) -> bool {
        self.is_at_end
    }

    /// The beginning of the file, uncut.
    pub(super) fn first(&mut self) -> Result<Vec<u8>, ReadErrorKind> {
        let mut block = Vec::new();
        self.fill(&mut block, FIRST_BLOCK)?;
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
            let longest = match cutter {
                Cutter::Lines => 0,
                Cutter::Records(opening) => opening.len(),
            };
            from = block.len().saturating_sub(longest).max(1);
            self.fill(block, BLOCK)?;
        }
        Ok(())
    }

    /// The next block; `None` behind the last.
    pub(super) fn next(&mut self, cutter: &Cutter) -> Result<Option<Vec<u8>>, ReadErrorKind> {
        if self.is_at_end && self.rest.is_empty() {
            return Ok(None);
        }
        let mut block = std::mem::take(&mut self.rest);
        self.fill(&mut block, BLOCK)?;
        self.cut(&mut block, cutter)?;
        Ok(Some(block))
    }

    /// Everything that has not been given out yet, behind `bytes`.
    pub(super) fn all(&mut self, bytes: &mut Vec<u8>) -> Result<(), ReadErrorKind> {
        bytes.append(&mut self.rest);
        while !self.is_at_end {
            self.fill(bytes, BLOCK)?;
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
