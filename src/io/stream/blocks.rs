//! A file in blocks of bytes that end where records do.

use std::io::Read;

use crate::{
    io::{error::ReadErrorKind, watch::Watch},
    scan::Cutter,
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
            self.watch
                .advance(self.bytes, self.total, self.records)
                .ok_or(ReadErrorKind::Cancelled)?;
        }
        Ok(())
    }
}
