//! Requests about files.

use std::path::PathBuf;

use crate::model::Mapping;

use super::{Exported, PathUse};

/// Opens, exports, reads anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileCommand {
    /// Ask for files with the system's dialog, then open them.
    AskOpen,
    /// Ask for files with the system's dialog, then open them in place of what is open.
    AskOpenInPlace,
    /// Open these files beside what is open; in its place where that is only what is inside the program.
    Add(Vec<PathBuf>),
    /// Close a file, by its index; after the last one, go back to the records inside the program.
    Close(usize),
    /// Open these files in place of what is open.
    Open(Vec<PathBuf>),
    /// Read the open files again, show what has changed and ask.
    Reload,
    /// Put the later reading in the place of what is open.
    Replace,
    /// Open the later reading beside what is open.
    KeepBoth,
    /// Go back to the records inside the program.
    OpenBundled,
    /// Forget what was open and how it was seen, and begin as at the first start.
    StartFresh,
    /// Stop loading or exporting.
    Cancel,
    /// Ask where to write something to, and in which format.
    AskExport(Exported),
    /// Ask for a path with the system's dialog; it is put into the field of ours.
    Browse(PathUse),
    /// Have this in the field for a path.
    TypePath(String),
    /// Write a style for QGIS beside what is exported, or none.
    StyleBeside(bool),
    /// Write something to this file, over nothing that stands there.
    Export {
        /// What.
        what: Exported,
        /// The file.
        path: PathBuf,
    },
    /// Write over the file that was asked about.
    Overwrite,
    /// Choose another name than that of the file that was asked about.
    OtherName,
    /// Write what was changed into its files.
    Save,
    /// Read a file with this mapping.
    SetMapping {
        /// Index of the file.
        part: usize,
        /// The mapping.
        mapping: Mapping,
    },
    /// Read another sheet of a workbook.
    SetSheet {
        /// Index of the file.
        part: usize,
        /// The name of the sheet.
        sheet: String,
    },
    /// Compare a colleague's file, or that in a colleague's folder, with ours.
    Merge(PathBuf),
    /// Ask for a bundle with the system's dialog, then verify it.
    AskVerify,
    /// Verify the bundle, the folder or the exported file at this path.
    Verify(PathBuf),
    /// Ask for a basemap archive with the system's dialog, then draw it.
    AskBasemap,
    /// Draw this archive in place of the basemap inside the program; `None`: go back to that.
    Basemap(Option<PathBuf>),
    /// Forget the files opened before.
    ClearRecent,
}
