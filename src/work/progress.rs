//! How far work has come, and whether somebody still waits for it.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

/// Shared between the thread that works and whoever waits. Cloning it shares it.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    amounts: Arc<Amounts>,
    cancelled: Arc<AtomicBool>,
    hearer: Option<Hearer>,
}

/// Who hears of every step.
#[derive(Clone)]
struct Hearer(Arc<dyn Fn(&Progress) + Send + Sync>);

impl fmt::Debug for Hearer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Hearer")
    }
}

#[derive(Debug, Default)]
struct Amounts {
    done: AtomicU64,
    total: AtomicU64,
    records: AtomicU64,
}

impl Progress {
    /// Of work that nobody watches and nobody cancels.
    #[must_use]
    pub fn unwatched() -> Self {
        Self::default()
    }

    /// Of work that nobody waits for any more.
    #[must_use]
    pub fn cancelled() -> Self {
        let progress = Self::default();
        progress.cancel();
        progress
    }

    /// Of work whose every step `hear` is told of, on the thread that works.
    #[must_use]
    pub fn heard_by(hear: impl Fn(&Self) + Send + Sync + 'static) -> Self {
        Self {
            hearer: Some(Hearer(Arc::new(hear))),
            ..Self::default()
        }
    }

    /// Of a part of the same work whose amounts would only confuse: it counts for itself and is cancelled with the
    /// whole.
    #[must_use]
    pub fn of_part(&self) -> Self {
        Self {
            amounts: Arc::default(),
            cancelled: Arc::clone(&self.cancelled),
            hearer: None,
        }
    }

    /// Sets how much is done and how much there is, in the work's own unit; 0 in all: nobody knows.
    pub fn set(&self, done: u64, total: u64) {
        self.amounts.done.store(done, Ordering::Relaxed);
        self.amounts.total.store(total, Ordering::Relaxed);
        if let Some(Hearer(hear)) = &self.hearer {
            hear(self);
        }
    }

    /// Sets how many records have been found.
    pub fn set_records(&self, records: usize) {
        self.amounts
            .records
            .store(records as u64, Ordering::Relaxed);
    }

    /// Says how many of how many are done; `None` where the work is not wanted any more.
    #[must_use]
    pub fn advance(&self, done: usize, total: usize) -> Option<()> {
        self.set(done as u64, total as u64);
        self.check()
    }

    /// `None` where the work is not wanted any more, to leave it with `?`.
    #[must_use]
    pub fn check(&self) -> Option<()> {
        (!self.is_cancelled()).then_some(())
    }

    /// How many records have been found; 0 where none are looked for.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.amounts.records.load(Ordering::Relaxed)
    }

    /// Share of the work that is done, in `[0, 1]`; `None` while nobody knows how much there is.
    #[must_use]
    pub fn share(&self) -> Option<f32> {
        let (done, total) = self.amounts();
        (total > 0).then(|| (done as f64 / total as f64).clamp(0.0, 1.0) as f32)
    }

    /// Done and total, in the work's own unit.
    #[must_use]
    pub fn amounts(&self) -> (u64, u64) {
        (
            self.amounts.done.load(Ordering::Relaxed),
            self.amounts.total.load(Ordering::Relaxed),
        )
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody still waits for it.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        !self.is_cancelled()
    }

    /// Whether the work should stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Whether this is of the same work as `other`.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.amounts, &other.amounts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cancelled_with_the_whole_and_counts_for_itself() {
        let whole = Progress::default();
        let part = whole.of_part();
        assert_eq!(part.advance(1, 2), Some(()));
        assert_eq!((whole.share(), part.share()), (None, Some(0.5)));
        whole.cancel();
        assert_eq!(part.advance(2, 2), None);
    }
}
