//! The files that are open: where they are, what they are called, and whether they were read again.

use std::path::PathBuf;

use crate::data::{Dataset, FileOrigin, SourceFile, is_same_dataset};

/// The names of files without their folders.
pub(super) fn names(files: &[PathBuf]) -> String {
    let name = |file: &PathBuf| {
        let name = file.file_name().unwrap_or(file.as_os_str());
        name.to_string_lossy().into_owned()
    };
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Whether `dataset`, which was just read from `files`, is what is open in a later reading.
pub(super) fn is_later_reading(current: &Dataset, files: &[PathBuf], dataset: &Dataset) -> bool {
    !current.is_bundled() && (files_of(current) == files || is_same_dataset(current, dataset))
}

/// The files that are open.
pub(super) fn files_of(dataset: &Dataset) -> Vec<PathBuf> {
    let parts = dataset.parts().iter();
    parts.filter_map(|part| file_of(part).cloned()).collect()
}

/// The file that a part was read from; `None`: it is no file.
pub(super) const fn file_of(part: &SourceFile) -> Option<&PathBuf> {
    match &part.source {
        FileOrigin::File(file) => Some(file),
        FileOrigin::Bundled | FileOrigin::Stdin => None,
    }
}
