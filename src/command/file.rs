//! Requests about files.

use std::path::PathBuf;

use crate::model::Mapping;

/// Opens, exports, reads anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileCommand {
    /// Ask for files with the system's dialog, then open them.
    AskOpen,
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
    /// Stop loading or exporting.
    Cancel,
    /// Ask where to export to with the system's dialog, then export.
    AskExport,
    /// Ask where to write the changes to with the system's dialog, then write them.
    AskChanges,
    /// Export what is visible to this file.
    Export(PathBuf),
    /// Ask where to write the tray to with the system's dialog, then write it.
    AskExportTray,
    /// Write the undated and the unplaced to this file.
    ExportTray(PathBuf),
    /// Read a file with this mapping.
    SetMapping {
        /// Index of the file.
        part: usize,
        /// The mapping.
        mapping: Mapping,
    },
    /// Ask for a basemap archive with the system's dialog, then draw it.
    AskBasemap,
    /// Draw this archive in place of the basemap inside the program; `None`: go back to that.
    Basemap(Option<PathBuf>),
    /// Forget the files opened before.
    ClearRecent,
}
