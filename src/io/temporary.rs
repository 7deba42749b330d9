//! Hidden files that become what is saved, or vanish: when saving fails, when the process is told to stop, and
//! at the latest when the next file is saved beside them.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tempfile::{Builder, NamedTempFile, PersistError};

/// How a hidden file is called: `.sahelscope-XXXXXX.part`.
const PREFIX: &str = ".sahelscope-";
const SUFFIX: &str = ".part";

/// Who has just made a hidden file may not hold its lock yet.
const JUST_MADE: Duration = Duration::from_mins(1);
/// Where the system has no locks, a hidden file of this age was left behind.
const ABANDONED: Duration = Duration::from_hours(24);

/// The hidden files of this process that are being written.
static WRITTEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn written() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    WRITTEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes away what is being written; nothing is saved by this process any more. For a process that ends
/// without coming to its end.
pub fn give_up() {
    let paths = written();
    for path in paths.iter() {
        let _ = fs::remove_file(path);
    }
    // Nobody gets the lock again, so that nothing new is made and nothing half done is renamed.
    std::mem::forget(paths);
}

/// A hidden file.
pub(super) struct Temporary(Option<NamedTempFile>);

impl Temporary {
    /// A new one in `folder`.
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // What any program's new file gets: the system takes the analyst's umask off.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut paths = written();
        let file = builder.tempfile_in(folder)?;
        paths.insert(file.path().to_path_buf());
        // Whoever finds it unlocked knows that nobody writes it any more.
        if cfg!(unix) {
            let _ = file.as_file().try_lock();
        }
        Ok(Self(Some(file)))
    }

    /// The file to write to.
    pub(super) fn file_mut(&mut self) -> io::Result<&mut File> {
        let file = self.0.as_mut().map(NamedTempFile::as_file_mut);
        file.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Gives it the name `target`, in place of what has it.
    pub(super) fn keep_as(self, target: &Path) -> io::Result<()> {
        self.keep(|file| file.persist(target))
    }

    /// Gives it the name `target` where nothing has it. Some file systems cannot do that in one step: there it
    /// takes the place of what came there since somebody looked.
    pub(super) fn keep_as_new(self, target: &Path) -> io::Result<()> {
        self.keep(|file| match file.persist_noclobber(target) {
            Err(refused) if refused.error.kind() != io::ErrorKind::AlreadyExists => {
                refused.file.persist(target)
            }
            kept => kept,
        })
    }

    fn keep(
        mut self,
        rename: impl FnOnce(NamedTempFile) -> Result<File, PersistError>,
    ) -> io::Result<()> {
        let mut paths = written();
        let Some(file) = self.0.take() else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let path = file.path().to_path_buf();
        let kept = rename(file);
        paths.remove(&path);
        // What could not be renamed is removed with the error.
        kept.map(drop).map_err(|error| error.error)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(file) = self.0.take() {
            let mut paths = written();
            let path = file.path().to_path_buf();
            drop(file);
            paths.remove(&path);
        }
    }
}

/// Takes away what killed processes left in the folder. Nothing depends on it, so that what fails
/// here is left alone.
pub(super) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(is_abandoned) {
        let _ = fs::remove_file(entry.path());
    }
}

fn is_abandoned(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let is_ours = name
        .to_str()
        .is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
    let modified = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
    is_ours
        && modified().is_some_and(|age| {
            age > ABANDONED || (cfg!(unix) && age > JUST_MADE && is_unlocked(&entry.path()))
        })
}

/// Whether no process has the lock that whoever writes a hidden file has.
fn is_unlocked(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[cfg(unix)]
    #[test]
    fn what_killed_processes_left_is_taken_away_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, age: Duration| {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - age)
                .unwrap();
            file
        };
        drop(make(".sahelscope-old.part", 2 * JUST_MADE));
        drop(make(".sahelscope-new.part", Duration::ZERO));
        drop(make("other.part", 2 * ABANDONED));
        let held = make(".sahelscope-held.part", 2 * JUST_MADE);
        held.lock().unwrap();
        sweep(folder.path());
        assert_eq!(
            names(folder.path()),
            [
                ".sahelscope-held.part",
                ".sahelscope-new.part",
                "other.part"
            ]
        );
    }

    #[test]
    fn a_hidden_file_that_is_not_kept_vanishes() {
        let folder = tempfile::tempdir().unwrap();
        let temporary = Temporary::in_folder(folder.path()).unwrap();
        assert_eq!(names(folder.path()).len(), 1);
        drop(temporary);
        let kept = Temporary::in_folder(folder.path()).unwrap();
        kept.keep_as(&folder.path().join("kept")).unwrap();
        assert_eq!(names(folder.path()), ["kept"]);
    }
}
