//! What becomes of the program's own files.

use std::path::PathBuf;

use crate::io::WriteError;

/// What came of writing a file of the program's own.
#[derive(Debug)]
pub(super) struct SaveOutcome {
    /// The file.
    pub path: PathBuf,
    /// What came of it.
    pub result: Result<(), WriteError>,
}
