//! Small text files of the program's own, such as its settings.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{error::WriteError, save::save};

/// The longest file of our own that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The text at `path`; `None` when there is nothing that can be read as text.
#[must_use]
pub fn read(path: &Path) -> Option<String> {
    let length = fs::metadata(path).ok()?.len();
    if length > LONGEST {
        return Some(String::new());
    }
    fs::read(path)
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Renames a damaged file to `NAME.corrupt-DATE` beside itself and gives the new path.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let date = Timestamp::now().strftime("%Y-%m-%dT%H%M%SZ");
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".corrupt-{date}"));
    let aside = path.with_file_name(name);
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

/// Writes `text` to `path`: the old file or the new one, never a torn one. Makes the folder.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| WriteError {
            file: path.display().to_string(),
            kind: error.into(),
        })?;
    }
    save(path, |out| Ok(out.write_all(text.as_bytes())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_set_aside_and_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.json");
        write(&path, "{ damaged").unwrap();
        let aside = set_aside(&path).unwrap();
        assert_eq!(read(&path), None);
        assert_eq!(read(&aside).as_deref(), Some("{ damaged"));
        assert!(aside.to_string_lossy().contains(".corrupt-"));
    }
}
