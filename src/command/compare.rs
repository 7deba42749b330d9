//! Requests about the difference between two windows.

use crate::model::Window;

/// Pins a window and compares what is seen with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Keep the window as A and compare with it, or stop comparing.
    Toggle,
    /// Compare what two windows show.
    Between {
        /// A, which is pinned.
        before: Window,
        /// B, which is shown.
        after: Window,
    },
    /// Let A and B change places.
    Swap,
    /// Copy the changes as a table.
    Copy,
}
