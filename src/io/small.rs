//! Small text files of the program's own, such as its settings.
//!
//! More than one window may keep such a file. Whoever writes it reads it again first, under a lock, and
//! puts what it has changed into what is there; what cannot be read is never written over.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    error::{ReadErrorKind, WriteError, WriteErrorKind},
    save::save,
};

/// The longest file of our own that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// What is found at a path of our own.
#[derive(Debug)]
pub enum SmallFile {
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
    /// A file that is no text.
    Damaged,
    /// Something that cannot be read: protected, a folder, a disk that fails.
    Unreadable(ReadErrorKind),
}

/// What is at `path`.
#[must_use]
pub fn find(path: &Path) -> SmallFile {
    match bytes(path) {
        Ok(bytes) => String::from_utf8(bytes).map_or(SmallFile::Damaged, SmallFile::Text),
        Err(ReadErrorKind::Missing) => SmallFile::Nothing,
        Err(kind) => SmallFile::Unreadable(kind),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, ReadErrorKind> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(ReadErrorKind::Directory);
    }
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(ReadErrorKind::TooLarge(LONGEST));
    }
    Ok(bytes)
}

/// Renames a damaged file to `NAME.corrupt-DATE` beside itself and gives the new path.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let date = Timestamp::now().strftime("%Y-%m-%dT%H%M%SZ");
    let mut aside = beside(path, &format!(".corrupt-{date}"));
    // What was set aside in the same second stays too.
    let mut number = 1;
    while fs::exists(&aside)? {
        number += 1;
        aside = beside(path, &format!(".corrupt-{date}-{number}"));
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Whether the system shows a device that may be a graphics processor; never wrongly `false` where
/// wgpu could use one, because other systems than Linux always say `true`.
#[must_use]
pub fn may_have_graphics_processor() -> bool {
    !cfg!(target_os = "linux")
        || fs::read_dir("/dev/dri").is_ok_and(|mut nodes| nodes.next().is_some())
}

/// `path` from the root, so that it leads to the same file from every folder.
#[must_use]
pub fn from_root(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Whether there is something at `path`.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    fs::exists(path).unwrap_or(true)
}

/// Writes `text` to `path`: the old file or the new one, never a torn one. Makes the folder.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    make_folder(path)?;
    save(path, |out| Ok(out.write_all(text.as_bytes())?)).map(drop)
}

/// Replaces the text at `path` by what `change` makes of it; `change` is given `None` where nothing is
/// there and answers `None` where it cannot make sense of what is, which then is set aside. No other
/// window that keeps the file so writes it meanwhile.
///
/// # Errors
/// [`WriteErrorKind::Busy`] while another window is at it, [`WriteErrorKind::Unreadable`] where
/// what is there cannot be read: it is left as it is then.
pub fn update(
    path: &Path,
    change: impl Fn(Option<&str>) -> Option<String>,
) -> Result<(), WriteError> {
    make_folder(path)?;
    let _held = lock(path)?;
    let changed = match find(path) {
        SmallFile::Nothing => change(None),
        SmallFile::Text(text) => change(Some(&text)),
        SmallFile::Damaged => None,
        SmallFile::Unreadable(_) => return Err(failed(path, WriteErrorKind::Unreadable)),
    };
    let Some(text) = changed.or_else(|| {
        set_aside(path).ok()?;
        change(None)
    }) else {
        return Err(failed(path, WriteErrorKind::Unreadable));
    };
    save(path, |out| Ok(out.write_all(text.as_bytes())?)).map(drop)
}

/// Holds the lock of `path` until the answer is dropped. Where the system has no locks there is none.
fn lock(path: &Path) -> Result<Option<File>, WriteError> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(beside(path, ".lock"))
        .map_err(|error| failed(path, error.into()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(failed(path, WriteErrorKind::Busy)),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

fn make_folder(path: &Path) -> Result<(), WriteError> {
    match path.parent() {
        Some(folder) => fs::create_dir_all(folder).map_err(|error| failed(path, error.into())),
        None => Ok(()),
    }
}

fn failed(path: &Path, kind: WriteErrorKind) -> WriteError {
    WriteError {
        file: path.display().to_string(),
        kind,
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &Path) -> Option<String> {
        match find(path) {
            SmallFile::Text(text) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        write(&path, "{ damaged").unwrap();
        let aside = set_aside(&path).unwrap();
        assert!(matches!(find(&path), SmallFile::Nothing));
        assert_eq!(text(&aside).as_deref(), Some("{ damaged"));
        assert!(aside.to_string_lossy().contains(".corrupt-"));
    }

    #[test]
    fn what_another_window_wrote_is_changed_and_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list");
        for line in ["a\n", "b\n"] {
            update(&path, |text| {
                Some(text.unwrap_or_default().to_owned() + line)
            })
            .unwrap();
        }
        assert_eq!(text(&path).as_deref(), Some("a\nb\n"));
    }

    #[test]
    fn nothing_is_written_while_another_window_is_at_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list");
        let held = lock(&path).unwrap();
        let error = update(&path, |_| Some("x".to_owned())).unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::Busy));
        drop(held);
        update(&path, |_| Some("x".to_owned())).unwrap();
    }

    #[test]
    fn what_is_no_text_or_makes_no_sense_is_set_aside_before_it_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let damaged = [&b"\xff\xfe{"[..], b"{ torn"];
        for bytes in damaged {
            fs::write(&path, bytes).unwrap();
            update(&path, |text| text.is_none().then(|| "new".to_owned())).unwrap();
            assert_eq!(text(&path).as_deref(), Some("new"));
        }
        let entries = fs::read_dir(folder.path()).unwrap();
        let aside = entries.map(|entry| entry.unwrap().path());
        let aside = aside.filter(|path| path.to_string_lossy().contains(".corrupt-"));
        let mut aside: Vec<_> = aside.map(|path| fs::read(path).unwrap()).collect();
        aside.sort();
        assert_eq!(aside, [damaged[1], damaged[0]]);
    }

    #[test]
    fn what_cannot_be_read_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::create_dir(&path).unwrap();
        assert!(matches!(
            find(&path),
            SmallFile::Unreadable(ReadErrorKind::Directory)
        ));
        let error = update(&path, |_| Some("x".to_owned())).unwrap_err();
        assert!(matches!(error.kind, WriteErrorKind::Unreadable));
        assert!(path.is_dir());
    }
}
