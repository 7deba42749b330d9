//! What of a frame is the drawing of records: marks, timeline, counts.

use std::{cell::Cell, time::Duration};

use crate::io::clock::thread_time;

/// Adds up the processor's time of parts of a frame, where somebody asked for it.
#[derive(Debug, Default)]
pub(super) struct FrameMeter {
    is_on: bool,
    spent: Cell<Duration>,
}

impl FrameMeter {
    /// A meter that measures.
    pub(super) fn running() -> Self {
        Self {
            is_on: true,
            ..Self::default()
        }
    }

    /// Does `work`, which is a part that counts.
    pub(super) fn of<R>(&self, work: impl FnOnce() -> R) -> R {
        if !self.is_on {
            return work();
        }
        let begin = thread_time();
        let result = work();
        let spent = thread_time().saturating_sub(begin);
        self.spent.set(self.spent.get() + spent);
        result
    }

    /// What was spent since this was asked last.
    pub(super) fn take(&self) -> Duration {
        self.spent.take()
    }
}
