//! A file that is read here and there, such as an archive of tiles larger than memory.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
    sync::{Mutex, PoisonError},
};

/// An open file, read from several threads in turn.
#[derive(Debug)]
pub struct RandomFile {
    file: Mutex<File>,
    length: u64,
}

impl RandomFile {
    /// Opens the file at `path`.
    ///
    /// # Errors
    /// When there is none that can be read, or it is a folder.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(Self {
            length: metadata.len(),
            file: Mutex::new(file),
        })
    }

    /// Number of bytes when it was opened.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// Fills `buffer` with the bytes from `start` on.
    ///
    /// # Errors
    /// When the file ends before, or has become shorter.
    pub fn read_at(&self, start: u64, buffer: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_beyond_the_end_are_errors() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tiles");
        std::fs::write(&path, b"0123456789").unwrap();
        let file = RandomFile::open(&path).unwrap();
        let mut buffer = [0; 4];
        file.read_at(3, &mut buffer).unwrap();
        assert_eq!((file.length(), &buffer), (10, b"3456"));
        assert!(file.read_at(8, &mut buffer).is_err());
        assert!(RandomFile::open(folder.path()).is_err());
    }
}
