//! Where a file goes, and what it may take the place of there.
//!
//! What is read is never written over, however its path is put, and a file that stands in the way goes
//! only by the word of somebody who was told which one it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{error::WriteErrorKind, existing_file::ExistingFile};

/// Which file may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Any.
    Anything,
    /// None.
    Nothing,
    /// This one, as long as nobody has changed it.
    Only(ExistingFile),
}

/// Where a file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The path.
    pub path: PathBuf,
    /// Which file may be replaced there.
    pub over: Over,
    /// What is read, and never replaced.
    pub inputs: Vec<PathBuf>,
}

impl Destination {
    /// A place where whatever stands there may go.
    #[must_use]
    pub fn replacing(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            over: Over::Anything,
            inputs: Vec::new(),
        }
    }

    /// A place where nothing may go unasked, and none of `inputs` at all.
    #[must_use]
    pub const fn asking(path: PathBuf, inputs: Vec<PathBuf>) -> Self {
        Self {
            path,
            over: Over::Nothing,
            inputs,
        }
    }

    /// Whether what stands there now may go.
    ///
    /// # Errors
    /// [`WriteErrorKind::Input`] where it is read, [`WriteErrorKind::ExistingFile`] where nobody has said that it
    /// may go.
    pub(super) fn check(&self) -> Result<(), WriteErrorKind> {
        if self
            .inputs
            .iter()
            .any(|input| is_same_file(input, &self.path))
        {
            return Err(WriteErrorKind::Input);
        }
        if self.over == Over::Anything {
            return Ok(());
        }
        match ExistingFile::at(&self.path)? {
            Some(standing) if self.over != Over::Only(standing.clone()) => {
                Err(WriteErrorKind::Standing(Box::new(standing)))
            }
            _ => Ok(()),
        }
    }
}

/// Whether what `path` leads to is neither a file nor a folder: a pipe or a device takes anything.
#[must_use]
pub fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// Whether two paths lead to one file: by another way to write it, through a link of either kind, or by
/// the place that a file had which is not there any more.
#[must_use]
pub fn is_same_file(first: &Path, second: &Path) -> bool {
    let is_same_place = place(first).is_some_and(|first| Some(first) == place(second));
    is_same_place || identity(first).is_some_and(|first| Some(first) == identity(second))
}

/// Where a path leads, also to what does not exist in a folder that does.
fn place(path: &Path) -> Option<PathBuf> {
    if let Ok(real) = fs::canonicalize(path) {
        return Some(real);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}

/// What the file system knows a file by, whatever it is called.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).ok()?;
    metadata.is_file().then(|| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
const fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_every_way_to_write_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.geojson");
        fs::write(&file, "x").unwrap();
        fs::create_dir(folder.path().join("sub")).unwrap();
        for other in ["./a.geojson", "sub/../a.geojson", "sub/./../a.geojson"] {
            assert!(is_same_file(&file, &folder.path().join(other)), "{other}");
        }
        assert!(!is_same_file(&file, &folder.path().join("b.geojson")));
        fs::write(folder.path().join("b.geojson"), "x").unwrap();
        assert!(!is_same_file(&file, &folder.path().join("b.geojson")));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_known_through_links_of_both_kinds() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.geojson");
        fs::write(&file, "x").unwrap();
        let (soft, hard) = (folder.path().join("soft"), folder.path().join("hard"));
        std::os::unix::fs::symlink("a.geojson", &soft).unwrap();
        fs::hard_link(&file, &hard).unwrap();
        assert!(is_same_file(&file, &soft) && is_same_file(&hard, &file));
        assert!(is_same_file(&soft, &hard));
    }

    #[test]
    fn the_place_of_a_file_that_went_away_is_still_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone.geojson");
        assert!(is_same_file(&gone, &folder.path().join("./gone.geojson")));
        assert!(!is_same_file(&gone, &folder.path().join("other.geojson")));
    }

    #[test]
    fn what_stands_there_goes_only_when_it_is_what_was_asked_about() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.geojson");
        let asking = Destination::asking(file.clone(), Vec::new());
        asking.check().unwrap();
        fs::write(&file, "old").unwrap();
        let Err(WriteErrorKind::Standing(standing)) = asking.check() else {
            panic!("nobody was asked");
        };
        assert_eq!(standing.bytes, 3);
        let allowed = Destination {
            over: Over::Only(*standing),
            ..asking
        };
        allowed.check().unwrap();
        fs::write(&file, "newer").unwrap();
        assert!(matches!(allowed.check(), Err(WriteErrorKind::Standing(_))));
    }
}
