//! How far building an index has come, and whether the rest is wanted.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::work::Progress;

/// Rows between two looks at whether the work is still wanted.
pub(super) const ROWS_BETWEEN_REPORTS: usize = 1 << 16;

/// How much is done, and whether the rest is wanted.
pub(super) struct Work<'a> {
    done: AtomicUsize,
    total: usize,
    pub(super) progress: &'a Progress,
}

impl<'a> Work<'a> {
    pub(super) fn new(total: usize, progress: &'a Progress) -> Self {
        Self {
            done: AtomicUsize::new(0),
            total,
            progress,
        }
    }

    /// Notes that `rows` rows came a step further; `None` when no more is wanted.
    pub(super) fn advance(&self, rows: usize) -> Option<()> {
        let done = self.done.fetch_add(rows, Ordering::Relaxed) + rows;
        self.progress.advance(done.min(self.total), self.total)
    }

    /// Looks, at some rows of a loop, whether more is wanted; `None` when it is not.
    pub(super) fn look(&self, at: usize) -> Option<()> {
        if at.is_multiple_of(ROWS_BETWEEN_REPORTS) {
            self.advance(0)?;
        }
        Some(())
    }
}
