//! When what is there of a file is worth showing before its end.
//!
//! Whoever shows records makes them ready for it, which costs as much as reading them does. So drafts are
//! few, each of many times as many records as the one before, and none is made of more than a tenth of
//! the file: together they take less than a tenth of the time.

use super::assembler::BlockAssembler;
use crate::{data::SourceFile, io::watch::Watch};

/// Bytes of a file that is not there in the blink of an eye.
const LONG: u64 = 64 << 20;

/// Records of the first draft at least, and how many times more the next one has.
const FIRST_ROWS: usize = 500;
const GROWTH: usize = 12;

/// The part of a file that drafts are made of.
const SHARE: u64 = 10;

/// Shows drafts of a file.
pub(super) struct Drafts<'a> {
    watch: &'a Watch<'a>,
    /// A part like the one that the file will be.
    skeleton: &'a SourceFile,
    /// Bytes of the file, where that is known.
    total: Option<u64>,
    /// Records of the next draft.
    next: usize,
}

impl<'a> Drafts<'a> {
    pub(super) const fn new(
        watch: &'a Watch<'a>,
        skeleton: &'a SourceFile,
        total: Option<u64>,
    ) -> Self {
        Self {
            watch,
            skeleton,
            total,
            next: FIRST_ROWS,
        }
    }

    /// Shows what has been read, if it is time to.
    pub(super) fn look_at(&mut self, assembler: &BlockAssembler) {
        let Some(show) = self.watch.drafts() else {
            return;
        };
        let is_early = |total: u64| total >= LONG && assembler.bytes() <= total / SHARE;
        let rows = assembler.batch.len();
        if rows >= self.next && !assembler.is_broken && self.total.is_none_or(is_early) {
            self.next = rows.saturating_mul(GROWTH);
            show(assembler.draft(self.skeleton));
        }
    }
}
