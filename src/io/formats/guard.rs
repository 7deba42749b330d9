//! Readers that others wrote, and that stop with a panic at what they did not foresee.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::io::error::ReadErrorKind;

/// What `read` makes of a file of the format of this name; where it panics the file is said to be damaged. Nothing
/// that it had a hand on is looked at again.
pub(in crate::io) fn guarded<T>(
    format: &'static str,
    read: impl FnOnce() -> Result<T, ReadErrorKind>,
) -> Result<T, ReadErrorKind> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ReadErrorKind::Broken(format)))
}
