//! The folder of logs beside a file: `FILE.log/AUTHOR.jsonl`.
//!
//! A line is written whole and only ever at the end. Whoever writes holds a lock on the author's file and looks at its
//! last line first, so that two programs of one author make one chain. What a crash has left of a line that was never
//! whole is cut off before the next one.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    error::{ReadError, ReadErrorKind, WriteError, WriteErrorKind},
    lock,
};
use crate::data::change_log::{
    AuthorLog, ChangeLog, Entry, LogLine, LogVerifier, VerifiedLog, file_name, new_id,
};

/// The ending of a log, beside its full stop.
const ENDING: &str = "jsonl";

/// The longest log that is read, in bytes.
const LONGEST: u64 = 4 << 30;

/// The longest line that is looked at, in bytes.
const LONGEST_LINE: u64 = 256 << 20;

/// Bytes that are read at a time from the end of a log.
const STEP: u64 = 64 << 10;

/// The logs of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFolder {
    path: PathBuf,
}

impl LogFolder {
    /// The logs of the file at `path`.
    #[must_use]
    pub fn beside(path: &Path) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".log");
        Self {
            path: path.with_file_name(name),
        }
    }

    /// The logs in the folder at `path`.
    #[must_use]
    pub const fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is such a folder.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.path.is_dir()
    }

    /// What all authors wrote; nothing where there is no folder.
    ///
    /// # Errors
    /// Where a log is there and cannot be read.
    pub fn read(&self) -> Result<ChangeLog, ReadError> {
        let mut log = ChangeLog::default();
        for file in self.files()? {
            let author = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            log.authors.insert(author, read_log(&file)?);
        }
        Ok(log)
    }

    /// Looks at the chains of all logs, however long they are.
    ///
    /// # Errors
    /// Where one cannot be read.
    pub fn verify(&self) -> Result<Vec<VerifiedLog>, ReadError> {
        let mut verifier = LogVerifier::default();
        for file in self.files()? {
            verify_into(&mut verifier, &file)?;
        }
        Ok(verifier.end())
    }

    fn files(&self) -> Result<Vec<PathBuf>, ReadError> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unread(&self.path, error.into())),
        };
        let paths = entries.flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = paths
            .filter(|path| path.extension() == Some(OsStr::new(ENDING)))
            .collect();
        files.sort();
        Ok(files)
    }

    /// The file that the author called `name` writes to.
    #[must_use]
    pub fn file_of(&self, name: &str) -> PathBuf {
        self.path.join(format!("{}.{ENDING}", file_name(name)))
    }

    /// Writes changes behind what their author has written, chained to it, with what is known of other authors. Gives
    /// them back as they stand there.
    ///
    /// # Errors
    /// Where they cannot be written; none of them is there then.
    pub fn append(&self, by: &str, mut entries: Vec<Entry>) -> Result<Vec<Entry>, WriteError> {
        let path = self.file_of(by);
        let failed = |error: io::Error| unwritten(&path, error.into());
        fs::create_dir_all(&self.path).map_err(failed)?;
        let mut options = File::options();
        options.create(true).truncate(false).read(true).write(true);
        let mut file = options.open(&path).map_err(failed)?;
        lock::hold(&file).map_err(|kind| unwritten(&path, kind))?;
        let (last, end) = last_line(&mut file).map_err(failed)?;
        let mut prev = last.map(|line| line.digest);
        let mut seen = self.seen_beside(&path);
        let mut text = String::new();
        for entry in &mut entries {
            by.clone_into(&mut entry.by);
            entry.prev = prev.take();
            entry.seen = std::mem::take(&mut seen);
            let line = LogLine::read(&entry.to_line());
            text.push_str(&line.raw);
            text.push('\n');
            prev = Some(line.digest);
        }
        let written = write_behind(&mut file, end, text.as_bytes());
        if written.is_err() {
            // A line that is not whole must not be in the way of the next.
            let _ = file.set_len(end);
        }
        written.map_err(failed)?;
        Ok(entries)
    }

    /// Writes that the file with the SHA-256 `base` was saved and is `saved` now.
    ///
    /// # Errors
    /// Where that cannot be written.
    pub fn append_saved(&self, by: &str, base: &str, saved: String) -> Result<(), WriteError> {
        let marker = Entry {
            base: base.to_owned(),
            saved: Some(saved),
            ..entry_now()
        };
        self.append(by, vec![marker]).map(drop)
    }

    /// Makes what was written outlast a power cut.
    ///
    /// # Errors
    /// Where the system cannot.
    pub fn sync(&self, by: &str) -> Result<(), WriteError> {
        let path = self.file_of(by);
        let synced = File::open(&path).and_then(|file| file.sync_data());
        synced.map_err(|error| unwritten(&path, error.into()))
    }

    /// The ids of the last lines of other authors.
    fn seen_beside(&self, own: &Path) -> Vec<String> {
        let files = self.files().unwrap_or_default();
        let others = files.iter().filter(|file| *file != own);
        let last = others.filter_map(|file| last_line(&mut File::open(file).ok()?).ok()?.0);
        last.filter_map(|line| Some(line.entry.ok()?.id)).collect()
    }

    /// Puts the lines of `log` where they are not yet.
    ///
    /// # Errors
    /// Where a log cannot be read or written; the old one is as it was then.
    pub fn add(&self, log: &ChangeLog) -> Result<(), WriteError> {
        for (author, added) in &log.authors {
            let path = self.path.join(format!("{author}.{ENDING}"));
            let old = match read_log(&path) {
                Ok(old) => old,
                Err(error) if matches!(error.kind, ReadErrorKind::Missing) => AuthorLog::default(),
                Err(_) => return Err(unwritten(&path, WriteErrorKind::Unreadable)),
            };
            let union = old.union(added);
            if union.lines.len() > old.lines.len() {
                super::small::write(&path, &union.to_text())?;
            }
        }
        Ok(())
    }
}

/// Looks at the chain of one author's log.
///
/// # Errors
/// Where it cannot be read.
pub fn verify_log(path: &Path) -> Result<Vec<VerifiedLog>, ReadError> {
    let mut verifier = LogVerifier::default();
    verify_into(&mut verifier, path)?;
    Ok(verifier.end())
}

fn verify_into(verifier: &mut LogVerifier, path: &Path) -> Result<(), ReadError> {
    let author = path.file_stem().unwrap_or_default().to_string_lossy();
    verifier.begin(&author);
    let mut verify = || -> Result<(), ReadErrorKind> {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(ReadErrorKind::Directory);
        }
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        loop {
            line.clear();
            // A line without an end is no reason to read for ever.
            let read = (&mut reader)
                .take(LONGEST_LINE)
                .read_until(b'\n', &mut line)?;
            if read == 0 {
                return Ok(());
            }
            let is_whole = line.last() == Some(&b'\n');
            if !is_whole && read as u64 == LONGEST_LINE {
                return Err(ReadErrorKind::TooLarge(LONGEST_LINE));
            }
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            verifier.line(text, !is_whole);
        }
    };
    verify().map_err(|kind| unread(path, kind))
}

/// Reads one author's log.
///
/// # Errors
/// Where it cannot be read.
pub fn read_log(path: &Path) -> Result<AuthorLog, ReadError> {
    let read = || -> Result<AuthorLog, ReadErrorKind> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(ReadErrorKind::Directory);
        }
        if metadata.len() > LONGEST {
            return Err(ReadErrorKind::TooLarge(LONGEST));
        }
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes)?;
        Ok(AuthorLog::read(&bytes))
    };
    read().map_err(|kind| unread(path, kind))
}

/// A change that is about to be written: with an id and a time of its own.
#[must_use]
pub fn entry_now() -> Entry {
    let now = Timestamp::now();
    Entry {
        id: new_id(u64::try_from(now.as_millisecond()).unwrap_or(0)),
        at: now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        ..Entry::default()
    }
}

/// What the system calls whoever uses it.
#[must_use]
pub fn system_author() -> String {
    let variables = ["USER", "USERNAME", "LOGNAME"].into_iter();
    let mut set = variables.filter_map(|variable| std::env::var(variable).ok());
    set.find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "analyst".to_owned())
}

/// The last whole line of a log, and the place behind it.
fn last_line(file: &mut File) -> io::Result<(Option<LogLine>, u64)> {
    let length = file.seek(SeekFrom::End(0))?;
    let mut tail: Vec<u8> = Vec::new();
    let mut start = length;
    loop {
        let log = AuthorLog::read(tail_lines(&tail, start));
        if start == 0 || !log.lines.is_empty() {
            let cut = if log.is_cut {
                behind_last_break(&tail)
            } else {
                tail.len()
            };
            return Ok((log.lines.into_iter().last(), start + cut as u64));
        }
        let step = STEP.max(tail.len() as u64).min(start);
        start -= step;
        file.seek(SeekFrom::Start(start))?;
        let mut before = vec![0; usize::try_from(step).unwrap_or(0)];
        file.read_exact(&mut before)?;
        before.append(&mut tail);
        tail = before;
    }
}

/// The lines of the end of a file that are there from their beginning on.
fn tail_lines(tail: &[u8], start: u64) -> &[u8] {
    let first = if start == 0 {
        Some(0)
    } else {
        memchr::memchr(b'\n', tail).map(|at| at + 1)
    };
    first
        .and_then(|first| tail.get(first..))
        .unwrap_or_default()
}

fn behind_last_break(bytes: &[u8]) -> usize {
    memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1)
}

fn write_behind(file: &mut File, end: u64, lines: &[u8]) -> io::Result<()> {
    file.set_len(end)?;
    let mut bytes = Vec::with_capacity(lines.len() + 1);
    if end > 0 {
        file.seek(SeekFrom::Start(end - 1))?;
        let mut last = [0];
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            bytes.push(b'\n');
        }
    }
    bytes.extend_from_slice(lines);
    file.seek(SeekFrom::Start(end))?;
    file.write_all(&bytes)
}

fn unread(path: &Path, kind: ReadErrorKind) -> ReadError {
    ReadError {
        file: path.display().to_string(),
        kind,
    }
}

fn unwritten(path: &Path, kind: WriteErrorKind) -> WriteError {
    WriteError {
        file: path.display().to_string(),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, LogFolder) {
        let folder = tempfile::tempdir().unwrap();
        let log = LogFolder::beside(&folder.path().join("a.geojson"));
        (folder, log)
    }

    #[test]
    fn what_is_written_is_chained_and_knows_what_others_wrote() {
        let (_folder, log) = folder();
        log.append("ami", vec![entry_now(), entry_now()]).unwrap();
        let own = log.append("b/c", vec![entry_now()]).unwrap();
        let others = log.append("ami", vec![entry_now()]).unwrap();
        assert_eq!(others[0].seen, [own[0].id.clone()]);
        let read = log.read().unwrap();
        assert_eq!(read.authors.len(), 2);
        assert_eq!(read.authors["ami"].lines.len(), 3);
        assert_eq!(read.faults(), []);
        log.sync("ami").unwrap();
    }

    #[test]
    fn a_line_that_was_cut_is_no_line_and_the_next_one_follows_the_last_whole_one() {
        let (_folder, log) = folder();
        log.append("ami", vec![entry_now(), entry_now()]).unwrap();
        let path = log.file_of("ami");
        let whole = fs::read(&path).unwrap();
        // As much of the second line as there is.
        let first = whole.iter().position(|byte| *byte == b'\n').unwrap();
        for cut in 1..whole.len() - first - 1 {
            fs::write(&path, &whole[..whole.len() - cut]).unwrap();
            let is_cut = log.read().unwrap().authors["ami"].is_cut;
            assert_eq!(
                is_cut,
                cut > 1 && whole[whole.len() - cut - 1] != b'\n',
                "{cut}"
            );
            log.append("ami", vec![entry_now()]).unwrap();
            let read = log.read().unwrap();
            assert_eq!(read.faults(), [], "{cut}");
            let lines = if cut == 1 { 3 } else { 2 };
            assert_eq!(read.authors["ami"].lines.len(), lines, "{cut}");
        }
    }

    #[test]
    fn the_last_line_is_found_however_long_it_is() {
        let (_folder, log) = folder();
        let wordy = Entry {
            why: Some("x".repeat(300_000)),
            ..entry_now()
        };
        log.append("ami", vec![entry_now(), wordy]).unwrap();
        log.append("ami", vec![entry_now()]).unwrap();
        assert_eq!(log.read().unwrap().faults(), []);
    }
}
