//! Whether a file is still what it was when it was opened.

use std::{
    fs::{self, Metadata},
    io,
    path::Path,
};

/// What has become of a file since it was opened.
pub(super) enum Since {
    /// Nothing.
    Same,
    /// It was removed.
    Gone,
    /// The same file, with more in it.
    Longer,
    /// Written anew, or another one.
    Other,
}

impl Since {
    /// What `path` leads to now, where it led to `before`.
    pub(super) fn of(before: &Metadata, path: &Path) -> Self {
        let now = match fs::metadata(path) {
            Ok(now) => now,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::Gone,
            Err(_) => return Self::Other,
        };
        if !is_same(before, &now) {
            Self::Other
        } else if now.len() > before.len() {
            Self::Longer
        } else if now.len() < before.len() || before.modified().ok() != now.modified().ok() {
            Self::Other
        } else {
            Self::Same
        }
    }
}

/// Whether two looks at a name found one file.
#[cfg(unix)]
fn is_same(first: &Metadata, second: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (first.dev(), first.ino()) == (second.dev(), second.ino())
}

/// Whether two looks at a name found one file.
#[cfg(not(unix))]
fn is_same(first: &Metadata, second: &Metadata) -> bool {
    first.created().ok() == second.created().ok()
}
