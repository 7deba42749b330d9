//! Locks on files, which programs that ask for them keep to.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
    time::{Duration, Instant},
};

use super::error::WriteErrorKind;
use crate::work;

/// How long somebody else may hold a file before that is said.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait before it is tried again.
const POLL: Duration = Duration::from_millis(10);

/// Holds a file until it is dropped, waiting a little for whoever holds it.
///
/// # Errors
/// Where somebody else holds it for long.
pub(super) fn hold(file: &File) -> Result<(), WriteErrorKind> {
    hold_until(file, Instant::now() + PATIENCE)
}

fn hold_until(file: &File, end: Instant) -> Result<(), WriteErrorKind> {
    loop {
        match file.try_lock() {
            // Where the system has no locks there is nothing to wait for.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(()),
            Err(TryLockError::WouldBlock) if Instant::now() < end => work::pause(POLL),
            Err(TryLockError::WouldBlock) => return Err(WriteErrorKind::Busy),
        }
    }
}

/// Opens the file at `path` and holds it; `None`: there is none. A file that another took the place of while it was waited
/// for is let go.
///
/// # Errors
/// Where it cannot be opened, or somebody else holds it for long.
pub(super) fn held(path: &Path) -> Result<Option<File>, WriteErrorKind> {
    let end = Instant::now() + PATIENCE;
    loop {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        hold_until(&file, end)?;
        if is_at(&file, path)? {
            return Ok(Some(file));
        }
    }
}

/// Whether `file` is the one that stands at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> Result<bool, WriteErrorKind> {
    use std::os::unix::fs::MetadataExt;

    let own = file.metadata()?;
    match path.metadata() {
        Ok(there) => Ok((own.dev(), own.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Where files have no numbers, what is held is taken for it: it is compared with what was read all the same.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> Result<bool, WriteErrorKind> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_another_took_the_place_of_is_not_the_one_that_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let (path, next) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&path, "old").unwrap();
        std::fs::write(&next, "new").unwrap();
        let first = held(&path).unwrap().unwrap();
        assert!(matches!(
            hold_until(&File::open(&path).unwrap(), Instant::now()),
            Err(WriteErrorKind::Busy)
        ));
        std::fs::rename(&next, &path).unwrap();
        let second = held(&path).unwrap().unwrap();
        assert!(is_at(&second, &path).unwrap());
        assert_eq!(is_at(&first, &path).unwrap(), !cfg!(unix));
        assert!(held(&folder.path().join("c")).unwrap().is_none());
    }
}
