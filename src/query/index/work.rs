//! How far building an index has come, and whether the rest is wanted.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Rows between two looks at whether the work is still wanted.
pub(super) const ROWS_BETWEEN_REPORTS: usize = 1 << 16;

/// How much is done, and whether the rest is wanted.
pub(super) struct Work<'a> {
    done: AtomicUsize,
    total: usize,
    is_over: AtomicBool,
    progress: &'a (dyn Fn(usize, usize) -> bool + Sync),
}

impl<'a> Work<'a> {
    pub(super) fn new(total: usize, progress: &'a (dyn Fn(usize, usize) -> bool + Sync)) -> Self {
        Self {
            done: AtomicUsize::new(0),
            total,
            is_over: AtomicBool::new(false),
            progress,
        }
    }

    /// Notes that `rows` rows came a step further; `None` when no more is wanted.
    pub(super) fn advance(&self, rows: usize) -> Option<()> {
        let done = self.done.fetch_add(rows, Ordering::Relaxed) + rows;
        if self.is_over.load(Ordering::Relaxed)
            || !(self.progress)(done.min(self.total), self.total)
        {
            self.is_over.store(true, Ordering::Relaxed);
            return None;
        }
        Some(())
    }

    /// Looks, at some rows of a loop, whether more is wanted; `None` when it is not.
    pub(super) fn look(&self, at: usize) -> Option<()> {
        if at.is_multiple_of(ROWS_BETWEEN_REPORTS) {
            self.advance(0)?;
        }
        Some(())
    }
}
