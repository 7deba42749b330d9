//! A file is the old one or the new one, never a torn one.
//!
//! The bytes go to a hidden file in the same folder, which is synced and renamed over the old
//! one; then the folder is synced. What is no regular file (a pipe, a device) is written to as it is.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::{
    destination::{Destination, Over},
    error::{WriteError, WriteErrorKind},
    temporary::{Temporary, sweep},
};

/// Buffer between what is written and the system, in bytes.
const BUFFER: usize = 256 << 10;

/// A file that has been written whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Why it is not sure that its name outlasts a power cut in the next moments; `None`: it is.
    pub doubt: Option<String>,
}

/// Replaces the file at `path`, whatever it is, by what `write` writes: for the program's own files.
///
/// # Errors
/// Where anything fails the old file is as it was and nothing new is left in the folder.
pub fn save(
    path: &Path,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<Saved, WriteError> {
    save_to(&Destination::replacing(path), write)
}

/// Writes what `write` writes to where the analyst wants it, over nothing that may not go.
///
/// # Errors
/// Where anything fails, or stands in the way, the old file is as it was and nothing new is left in the
/// folder.
pub fn save_to(
    destination: &Destination,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<Saved, WriteError> {
    replace(destination, write, sync_folder).map_err(|kind| WriteError {
        file: destination.path.display().to_string(),
        kind,
    })
}

fn replace(
    destination: &Destination,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
    sync: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<Saved, WriteErrorKind> {
    destination.check()?;
    let target = followed(&destination.path);
    let old = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(WriteErrorKind::Directory);
        }
        if !old.is_file() {
            write_through(&target, write)?;
            return Ok(Saved::default());
        }
        if old.permissions().readonly() {
            return Err(WriteErrorKind::Permission);
        }
    }
    let folder = folder_of(&target);
    sweep(&folder);
    let is_new = old.is_none();
    let temporary = written(&folder, old.map(|old| old.permissions()), write)?;
    // Writing may have taken minutes, in which others could write there.
    destination.check()?;
    let kept = if is_new && destination.over != Over::Anything {
        temporary.keep_as_new(&target)
    } else {
        temporary.keep_as(&target)
    };
    if let Err(error) = kept {
        destination.check()?;
        return Err(error.into());
    }
    // From here on the file is the new one, whatever becomes of its folder.
    let doubt = sync(&folder).err().filter(|error| !is_needless(error));
    Ok(Saved {
        doubt: doubt.map(|error| error.to_string()),
    })
}

/// The file that a symbolic link leads to, so that the link stays one.
fn followed(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// The new file, complete and synced; it vanishes unless it is kept.
fn written(
    folder: &Path,
    old: Option<Permissions>,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<Temporary, WriteErrorKind> {
    let mut temporary = Temporary::in_folder(folder)?;
    let file = temporary.file_mut()?;
    let mut target = Target::of(file, true);
    write(&mut target)?;
    target.flush()?;
    drop(target);
    if let Some(permissions) = old {
        file.set_permissions(permissions)?;
    }
    file.sync_all()?;
    Ok(temporary)
}

fn write_through(
    path: &Path,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<(), WriteErrorKind> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let mut target = Target::of(&mut file, false);
    write(&mut target)?;
    target.flush()?;
    Ok(())
}

/// What is written to.
pub struct Target<'a> {
    buffer: BufWriter<&'a mut File>,
    place: u64,
    can_go_back: bool,
}

impl<'a> Target<'a> {
    fn of(file: &'a mut File, can_go_back: bool) -> Self {
        Self {
            buffer: BufWriter::with_capacity(BUFFER, file),
            place: 0,
            can_go_back,
        }
    }

    /// How many bytes have been written.
    #[must_use]
    pub const fn place(&self) -> u64 {
        self.place
    }

    /// Whether what was written can be written over: not in a pipe.
    #[must_use]
    pub const fn can_go_back(&self) -> bool {
        self.can_go_back
    }

    /// Writes over what was written at `place`; what follows is written behind everything again.
    ///
    /// # Errors
    /// When the file takes no more or cannot be written over.
    pub fn write_over(&mut self, place: u64, bytes: &[u8]) -> io::Result<()> {
        self.buffer.seek(SeekFrom::Start(place))?;
        self.buffer.write_all(bytes)?;
        self.buffer.seek(SeekFrom::Start(self.place))?;
        Ok(())
    }
}

impl Seek for Target<'_> {
    /// Moves to where is written next, as archives need it that put lengths before their files.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.place = self.buffer.seek(to)?;
        Ok(self.place)
    }
}

impl Write for Target<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.buffer.write(bytes)?;
        self.place += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.buffer.flush()
    }
}

/// Makes the new name last through a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Whether folders of this system cannot be synced because they need not be.
fn is_needless(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save_text(path: &Path, text: &str) -> Result<Saved, WriteError> {
        save(path, |writer| Ok(writer.write_all(text.as_bytes())?))
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn a_file_is_made_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        for text in ["first", "second"] {
            save_text(&path, text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["a.geojson"]);
    }

    #[test]
    fn what_was_written_is_written_over_and_what_follows_stands_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        let written = save(&path, |target| {
            target.write_all(b"one two")?;
            assert!(target.can_go_back());
            assert_eq!(target.place(), 7);
            target.write_over(0, b"ONE")?;
            Ok(target.write_all(b" three")?)
        });
        written.unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "ONE two three");
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        save_text(&path, "old").unwrap();
        let error = save(&path, |writer| {
            writer.write_all(&vec![b'x'; 1 << 20])?;
            Err(io::Error::from(io::ErrorKind::StorageFull).into())
        });
        assert!(matches!(error.unwrap_err().kind, WriteErrorKind::DiskFull));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a.geojson"]);
    }

    #[test]
    fn a_file_that_is_saved_whole_is_not_called_unsaved_where_its_folder_cannot_be_synced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        let write = |target: &mut Target<'_>| Ok(target.write_all(b"new")?);
        let refused = |_: &Path| Err(io::ErrorKind::PermissionDenied.into());
        let saved = replace(&Destination::replacing(&path), write, refused).unwrap();
        assert!(saved.doubt.is_some());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["a.geojson"]);
        // Where the system knows no such thing there is nothing to doubt.
        let unknown = |_: &Path| Err(io::ErrorKind::InvalidInput.into());
        let saved = replace(&Destination::replacing(&path), write, unknown).unwrap();
        assert_eq!(saved, Saved::default());
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let error = save_text(&folder.path().join("no/a.geojson"), "x").unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::NoFolder));
        let error = save_text(folder.path(), "x").unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::Directory));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        save_text(&path, "old").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        let link = folder.path().join("link.geojson");
        symlink(&path, &link).unwrap();
        save_text(&link, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_write_protected_file_is_left_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.geojson");
        save_text(&path, "old").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
        let error = save_text(&path, "new").unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::Permission));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_device_is_a_full_disk() {
        let error = save_text(Path::new("/dev/full"), "x").unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::DiskFull));
        assert!(Path::new("/dev/full").exists());
    }
}
