//! A file that stands in the way.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// A file that stands where another is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExistingFile {
    /// The file, as the analyst named it.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// When it was last changed, where the system says so.
    pub modified: Option<SystemTime>,
}

impl ExistingFile {
    /// The file at `path`, if there is one; what is no regular file (a pipe, a device, a folder) holds
    /// nothing that could be lost.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn at(path: &Path) -> io::Result<Option<Self>> {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => Ok(Some(Self {
                file: path.to_path_buf(),
                bytes: metadata.len(),
                modified: metadata.modified().ok(),
            })),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
