//! Requests about the difference between two windows.

/// Pins a window and compares what is seen with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Keep the window as A and compare with it, or stop comparing.
    Toggle,
    /// Let A and B change places.
    Swap,
    /// Copy the changes as a table.
    Copy,
}
