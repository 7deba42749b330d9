//! Requests about the difference between two windows.

use std::path::PathBuf;

/// Pins a window and compares what is seen with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Keep the window as A and compare with it, or stop comparing.
    Toggle,
    /// Let A and B change places.
    Swap,
    /// Copy the changes as a table.
    Copy,
    /// Write the changes to a file: GeoJSON, or a table where its name ends in `.csv`.
    Export(PathBuf),
}
