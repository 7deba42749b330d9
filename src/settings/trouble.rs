//! What can be wrong with a file of the program's own.

use std::path::{Path, PathBuf};

use crate::io;

/// What is wrong with a file of the program's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It was damaged and is kept under this name.
    SetAside(PathBuf),
    /// It is there and could not be read. It is left as it is.
    Unreadable(PathBuf),
    /// These members say something that this version does not know. They stay in the file as they are.
    Unknown(Vec<String>),
}

impl Trouble {
    /// Sets aside a file that was found damaged.
    pub(super) fn with_damaged(path: &Path) -> Self {
        io::small::set_aside(path)
            .map_or_else(|_| Self::Unreadable(path.to_path_buf()), Self::SetAside)
    }
}
