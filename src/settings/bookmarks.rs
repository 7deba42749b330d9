//! Bookmarks of the analyst's own, kept beside the settings: one small file for each dataset, known
//! by the fingerprints of its files. An export takes them along.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{shared::SharedFile, trouble::Trouble};
use crate::{
    data::{Dataset, FileOrigin},
    io::{self, WriteError, views},
    session::Bookmark,
};

/// Letters of a digest that a name needs.
const DIGEST: usize = 16;

/// Bookmarks as found, with what the analyst must know about them.
#[derive(Clone, Debug, Default)]
pub struct KeptBookmarks {
    /// The bookmarks that were kept, else those of the files.
    pub bookmarks: Vec<Bookmark>,
    /// What is wrong with the file they are kept in.
    pub trouble: Option<Trouble>,
    /// Keeps what becomes of them, where they are kept at all.
    pub keeper: Option<BookmarkKeeper>,
}

/// Returns the path at which the bookmarks of `dataset` are kept, beside the settings at `settings`.
#[must_use]
pub fn path(settings: &Path, dataset: &Dataset) -> PathBuf {
    let names: Vec<String> = dataset
        .parts()
        .iter()
        .map(|part| match part.source {
            // The records inside the program are the same ones in its next version.
            FileOrigin::Bundled => "bundled".to_owned(),
            _ => part.fingerprint().chars().take(DIGEST).collect(),
        })
        .collect();
    let folder = settings.with_file_name("bookmarks");
    folder.join(format!("{}.json", names.join("-")))
}

/// Returns the bookmarks of `dataset`: those kept at `path`, else those of its files. A damaged file is set
/// aside and not lost, one that cannot be read is left alone.
#[must_use]
pub fn load(path: Option<&Path>, dataset: &Dataset) -> KeptBookmarks {
    let of_files = || views::bookmarks_of(dataset);
    let Some(path) = path else {
        return KeptBookmarks {
            bookmarks: of_files(),
            ..KeptBookmarks::default()
        };
    };
    let (kept, trouble) = match io::small::find(path) {
        io::small::SmallFile::Nothing => (None, None),
        io::small::SmallFile::Unreadable(_) => {
            (None, Some(Trouble::Unreadable(path.to_path_buf())))
        }
        io::small::SmallFile::Damaged => (None, Some(Trouble::with_damaged(path))),
        io::small::SmallFile::Text(text) => match views::read_file(&text) {
            Some(bookmarks) => (Some(bookmarks), None),
            None => (None, Some(Trouble::with_damaged(path))),
        },
    };
    // What could not be read is not known to have held the bookmarks of the files.
    let is_unread = matches!(trouble, Some(Trouble::Unreadable(_)));
    let bookmarks = kept.unwrap_or_else(of_files);
    let known = if is_unread { &[][..] } else { &bookmarks };
    KeptBookmarks {
        keeper: Some(BookmarkKeeper::new(path, known)),
        bookmarks,
        trouble,
    }
}

/// Writes the bookmarks of one window into the file that all windows share.
#[derive(Clone, Debug)]
pub struct BookmarkKeeper(SharedFile<Vec<Value>>);

impl BookmarkKeeper {
    /// Keeps bookmarks at `path`, of which this window has read `known`.
    #[must_use]
    pub fn new(path: &Path, known: &[Bookmark]) -> Self {
        Self(SharedFile::new(path, views::bookmark_values(known)))
    }

    /// Tells where they are kept.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes the bookmarks where they are other than what was read or written last, beside those that
    /// another window has added; `number` says how new they are. Blocks while another window writes, for a
    /// second at most.
    ///
    /// # Errors
    /// When the file cannot be written, or is there and cannot be read.
    pub fn save(&self, bookmarks: &[Bookmark], number: u64) -> Result<(), WriteError> {
        let own = views::bookmark_values(bookmarks);
        self.0.save(own, number, |base, own, text| {
            views::merged_file(base, own, text)
        })
    }
}
