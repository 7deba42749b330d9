//! The files of a bundle before they are packed: what was made, and what is copied.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use sha2::{Digest as _, Sha256};
use tempfile::SpooledTempFile;

use crate::{data::hexadecimal, io::error::WriteErrorKind, work::Progress};

/// Bytes of a made file that stay in memory.
const IN_MEMORY: usize = 1 << 20;
/// Bytes that are copied at a time.
const PIECE: usize = 1 << 18;

/// A file of a bundle.
pub(super) struct Part {
    /// Its path in the bag.
    pub(super) name: String,
    /// Its length.
    pub(super) bytes: u64,
    /// Its digest, in hexadecimal.
    pub(super) sha256: String,
    content: Content,
}

enum Content {
    Made(SpooledTempFile),
    Copy(PathBuf),
}

impl Part {
    /// A file that `write` writes. A long one lies in `folder` under no name meanwhile.
    pub(super) fn made(
        name: &str,
        folder: &Path,
        write: impl FnOnce(&mut dyn Write) -> Result<(), WriteErrorKind>,
    ) -> Result<Self, WriteErrorKind> {
        let mut out = Hashing {
            out: SpooledTempFile::new_in(IN_MEMORY, folder),
            hasher: Sha256::new(),
            bytes: 0,
        };
        write(&mut out)?;
        Ok(Self {
            name: name.to_owned(),
            bytes: out.bytes,
            sha256: hexadecimal(&out.hasher.finalize()),
            content: Content::Made(out.out),
        })
    }

    /// A copy of the file at `path`, which is known to have this length and digest.
    pub(super) const fn copy(name: String, path: PathBuf, bytes: u64, sha256: String) -> Self {
        Self {
            name,
            bytes,
            sha256,
            content: Content::Copy(path),
        }
    }

    /// Whether a line of what was made is one of these.
    pub(super) fn has_line(
        &mut self,
        is_one: impl Fn(&str) -> bool,
    ) -> Result<bool, WriteErrorKind> {
        let Content::Made(file) = &mut self.content else {
            return Ok(false);
        };
        file.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            if is_one(&String::from_utf8_lossy(&line)) {
                return Ok(true);
            }
            line.clear();
        }
        Ok(false)
    }

    /// Writes it to `out`; `meter` hears of every piece.
    ///
    /// # Errors
    /// When `out` takes no more, nobody wants it, or a copy is not any more what it was.
    pub(super) fn write(
        &mut self,
        out: &mut dyn Write,
        meter: &ByteMeter<'_>,
    ) -> Result<(), WriteErrorKind> {
        let (is_copy, mut reader): (bool, Box<dyn Read + '_>) = match &mut self.content {
            Content::Made(file) => {
                file.seek(SeekFrom::Start(0))?;
                (false, Box::new(file))
            }
            Content::Copy(path) => {
                let file = File::open(&*path).map_err(|_| lost(path))?;
                (true, Box::new(file))
            }
        };
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; PIECE];
        loop {
            let read = reader.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            let piece = buffer.get(..read).unwrap_or_default();
            if is_copy {
                hasher.update(piece);
            }
            out.write_all(piece)?;
            meter.step(read as u64).ok_or(WriteErrorKind::Cancelled)?;
        }
        drop(reader);
        match &self.content {
            Content::Copy(path) if hexadecimal(&hasher.finalize()) != self.sha256 => {
                Err(lost(path))
            }
            _ => Ok(()),
        }
    }
}

fn lost(path: &Path) -> WriteErrorKind {
    WriteErrorKind::Copy(path.display().to_string().into())
}

/// How many bytes of how many have gone through, told to whoever waits.
pub(super) struct ByteMeter<'a> {
    pub(super) progress: &'a Progress,
    done: AtomicU64,
    total: AtomicU64,
}

impl<'a> ByteMeter<'a> {
    pub(super) fn of(progress: &'a Progress) -> Self {
        Self {
            progress,
            done: AtomicU64::new(0),
            total: AtomicU64::new(0),
        }
    }

    /// So many bytes more will come.
    pub(super) fn expect(&self, bytes: u64) {
        self.total.fetch_add(bytes, Ordering::Relaxed);
    }

    /// So many bytes more are done; `None` where nobody waits for the rest.
    pub(super) fn step(&self, bytes: u64) -> Option<()> {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed) + bytes;
        self.progress.set(done, self.total.load(Ordering::Relaxed));
        self.progress.check()
    }
}

/// Counts and digests what is written.
struct Hashing<W> {
    out: W,
    hasher: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
