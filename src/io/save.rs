//! A file is the old one or the new one, never a torn one.
//!
//! The bytes go to a hidden file in the same folder, which is synced and renamed over the old
//! one; then the folder is synced. What is no regular file (a pipe, a device) is written to as it is.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::{Builder, NamedTempFile};

use super::error::{WriteError, WriteErrorKind};

/// How the hidden file is called: `.sahelscope-XXXXXX.part`.
const PREFIX: &str = ".sahelscope-";
const SUFFIX: &str = ".part";

/// A hidden file of this age was left behind by a process that was killed.
const ABANDONED: Duration = Duration::from_hours(24);

/// Buffer between what is written and the system, in bytes.
const BUFFER: usize = 256 << 10;

/// Replaces the file at `path` by what `write` writes.
///
/// # Errors
/// Where anything fails the old file is as it was and nothing new is left in the folder.
pub fn save(
    path: &Path,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<(), WriteError> {
    replace(path, write).map_err(|kind| WriteError {
        file: path.display().to_string(),
        kind,
    })
}

fn replace(
    path: &Path,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<(), WriteErrorKind> {
    let target = followed(path);
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
            return write_through(&target, write);
        }
        if old.permissions().readonly() {
            return Err(WriteErrorKind::Permission);
        }
    }
    let folder = folder_of(&target);
    sweep(&folder);
    let temporary = written(&folder, old.map(|old| old.permissions()), write)?;
    temporary
        .persist(&target)
        .map_err(|error| WriteErrorKind::from(error.error))?;
    sync_folder(&folder)
}

/// Whether two paths lead to one file that exists.
#[must_use]
pub fn is_same_file(first: &Path, second: &Path) -> bool {
    let real = |path| fs::canonicalize(path).ok();
    real(first).is_some_and(|first| Some(first) == real(second))
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

/// Takes away what killed processes left in the folder. Nothing depends on it, so that what fails
/// here is left alone.
fn sweep(folder: &Path) {
    let is_abandoned = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let modified = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        is_ours && modified().is_some_and(|age| age > ABANDONED)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(is_abandoned) {
        let _ = fs::remove_file(entry.path());
    }
}

/// The new file, complete and synced; it vanishes unless it is kept.
fn written(
    folder: &Path,
    old: Option<Permissions>,
    write: impl FnOnce(&mut Target<'_>) -> Result<(), WriteErrorKind>,
) -> Result<NamedTempFile, WriteErrorKind> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any program's new file gets: the system takes the analyst's umask off.
        builder.permissions(Permissions::from_mode(0o666));
    }
    let mut temporary = builder.tempfile_in(folder)?;
    let mut target = Target::of(temporary.as_file_mut(), true);
    write(&mut target)?;
    target.flush()?;
    drop(target);
    if let Some(permissions) = old {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
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

/// Makes the new name last through a power cut; systems that cannot sync a folder need not.
fn sync_folder(folder: &Path) -> Result<(), WriteErrorKind> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save_text(path: &Path, text: &str) -> Result<(), WriteError> {
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
    fn what_killed_processes_left_is_taken_away_after_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, age: Duration| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - age)
                .unwrap();
        };
        make(".sahelscope-old.part", 2 * ABANDONED);
        make(".sahelscope-new.part", Duration::ZERO);
        make("other.part", 2 * ABANDONED);
        save_text(&folder.path().join("a.geojson"), "x").unwrap();
        let mut names = names(folder.path());
        names.sort();
        assert_eq!(names, [".sahelscope-new.part", "a.geojson", "other.part"]);
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
