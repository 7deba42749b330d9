//! Bookmarks of the analyst's own, kept beside the settings: one small file for each dataset, known
//! by the fingerprints of its files. An export takes them along.

use std::path::{Path, PathBuf};

use crate::{
    io::{self, WriteError, views},
    store::{Bookmark, Dataset, PartSource},
};

/// Letters of a digest that a name needs.
const DIGEST: usize = 16;

/// Bookmarks as found, with what the analyst must know about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The bookmarks that were kept, else those of the files.
    pub bookmarks: Vec<Bookmark>,
    /// Where a damaged file was set aside to.
    pub set_aside: Option<PathBuf>,
}

/// Where the bookmarks of `dataset` are kept, beside the settings at `settings`.
#[must_use]
pub fn path(settings: &Path, dataset: &Dataset) -> PathBuf {
    let names: Vec<String> = dataset
        .parts()
        .iter()
        .map(|part| match part.source {
            // The records inside the program are the same ones in its next version.
            PartSource::Bundled => "bundled".to_owned(),
            _ => part.fingerprint().chars().take(DIGEST).collect(),
        })
        .collect();
    let folder = settings.with_file_name("bookmarks");
    folder.join(format!("{}.json", names.join("-")))
}

/// The bookmarks of `dataset`: those kept at `path`, else those of its files. A damaged file is set
/// aside and not lost.
#[must_use]
pub fn load(path: Option<&Path>, dataset: &Dataset) -> Found {
    let of_files = || views::bookmarks_of(dataset);
    let Some((path, text)) = path.and_then(|path| Some((path, io::small::read(path)?))) else {
        return Found {
            bookmarks: of_files(),
            set_aside: None,
        };
    };
    match views::read_file(&text) {
        Some(bookmarks) => Found {
            bookmarks,
            set_aside: None,
        },
        None => Found {
            bookmarks: of_files(),
            set_aside: io::small::set_aside(path).ok(),
        },
    }
}

/// Writes the bookmarks to `path`: the old file or the new one, never a torn one.
pub fn save(bookmarks: &[Bookmark], path: &Path) -> Result<(), WriteError> {
    io::small::write(path, &views::file_text(bookmarks))
}
