//! What the process says to its caller when it ends.

use std::process::ExitCode;

/// What the process says to its caller when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It is done.
    Done = 0,
    /// It is done, and the data has issues (`check` only).
    Issues = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// A file could not be read or written.
    Failed = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
