//! How many bytes the walkers have looked at, for the tests that hold their cost.
//!
//! What a walk costs is counted in bytes and not in seconds, so that a busy machine says the same as a quiet one.
//! Outside the tests of this crate nothing is counted.

#[cfg(test)]
pub(crate) use counted::{note, take};

/// Notes nothing.
#[cfg(not(test))]
#[inline]
pub(crate) const fn note(_bytes: usize) {}

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    thread_local! {
        static BYTES: Cell<usize> = const { Cell::new(0) };
    }

    /// Notes that this thread looked at so many bytes more.
    pub(crate) fn note(bytes: usize) {
        BYTES.with(|all| all.set(all.get() + bytes));
    }

    /// How many bytes this thread has looked at since this was asked last.
    pub(crate) fn take() -> usize {
        BYTES.with(|all| all.replace(0))
    }
}
