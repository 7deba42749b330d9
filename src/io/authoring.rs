//! Files whose records were changed: what can be changed where it stands, what has to become GeoJSON first, and saving.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{
    decode::UTF_8_MARK,
    destination::Destination,
    error::{ReadError, WriteError, WriteErrorKind},
    lock,
    read::read_part,
    save::{Saved, save_to},
    watch::Watch,
};
use crate::data::{Digest, SourceFile};

/// Bytes that are compared at a time.
const COMPARED: usize = 1 << 16;

/// The file at `path` as it is saved: its text, behind the mark that it had.
fn write_text(
    part: &SourceFile,
    has_mark: bool,
    out: &mut dyn Write,
) -> Result<(), WriteErrorKind> {
    if has_mark {
        out.write_all(UTF_8_MARK)?;
    }
    for block in part.text.blocks() {
        out.write_all(block)?;
    }
    Ok(())
}

/// Writes `edited` to `destination`.
///
/// # Errors
/// Where it cannot be written; the old file is as it was then.
pub fn save_as(edited: &SourceFile, destination: &Destination) -> Result<Saved, WriteError> {
    save_to(destination, |out| write_text(edited, false, out))
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedOver {
    /// The file.
    pub saved: Saved,
    /// SHA-256 of what it is now.
    pub sha256: String,
}

/// Writes `edited` over the file at `path` that `read` was read from, as long as that is what it was. Nobody who asks for a
/// lock on the file can write it meanwhile; the text is compared as it stands and hashed once, while it is written.
///
/// # Errors
/// Where the file was changed since, where its text is not its own, where somebody else holds it for long, and where it
/// cannot be written: it is as it was then.
pub fn save_over(
    path: &Path,
    read: &SourceFile,
    edited: &SourceFile,
) -> Result<SavedOver, WriteError> {
    let failed = |kind| WriteError {
        file: path.display().to_string(),
        kind,
    };
    // Held until the new file has taken its place.
    let held = lock::held(path).map_err(failed)?;
    let has_mark = match &held {
        Some(file) => check(file, read).map_err(failed)?,
        // What was removed underneath is all here.
        None => false,
    };
    let destination = Destination::replacing(path);
    let mut sha256 = String::new();
    let saved = save_to(&destination, |out| {
        let mut hashed = Hashing::of(out);
        write_text(edited, has_mark, &mut hashed)?;
        sha256 = hashed.sha256();
        Ok(())
    })?;
    drop(held);
    Ok(SavedOver { saved, sha256 })
}

/// Makes sure that a file is still what was read; whether it begins with a byte order mark.
fn check(mut file: &File, read: &SourceFile) -> Result<bool, WriteErrorKind> {
    let mut head = Vec::new();
    file.take(UTF_8_MARK.len() as u64).read_to_end(&mut head)?;
    let has_mark = head == UTF_8_MARK;
    let before = if has_mark { &[][..] } else { &head };
    if is_text(before.chain(file), read)? {
        return Ok(has_mark);
    }
    // Only what differs is looked at more closely.
    file.seek(SeekFrom::Start(0))?;
    let there = Digest::of_reader(file)?;
    if there.known() == Some(read.sha256()) {
        return Err(WriteErrorKind::NotItsText);
    }
    Err(WriteErrorKind::ChangedUnderneath)
}

/// Whether all that `reader` has is the text of `read`.
fn is_text(mut reader: impl Read, read: &SourceFile) -> io::Result<bool> {
    let mut buffer = vec![0; COMPARED];
    for block in read.text.blocks() {
        for piece in block.chunks(COMPARED) {
            let there = buffer.get_mut(..piece.len()).unwrap_or_default();
            match reader.read_exact(there) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
                read => read?,
            }
            if there != piece {
                return Ok(false);
            }
        }
    }
    Ok(reader.read(&mut buffer)? == 0)
}

/// What is written, hashed on its way.
struct Hashing<W> {
    out: W,
    hasher: Sha256,
}

impl<W: Write> Hashing<W> {
    fn of(out: W) -> Self {
        Self {
            out,
            hasher: Sha256::new(),
        }
    }

    fn sha256(self) -> String {
        let digest = self.hasher.finalize();
        digest.iter().fold(String::new(), |mut text, byte| {
            let _ = std::fmt::Write::write_fmt(&mut text, format_args!("{byte:02x}"));
            text
        })
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The file at `path`; of a folder that in it which is called `name`.
#[must_use]
pub fn file_in(path: &Path, name: &str) -> PathBuf {
    if path.is_dir() {
        path.join(name)
    } else {
        path.to_path_buf()
    }
}

/// The records of a file of any format as GeoJSON of the profile, in which they can be changed. Nothing is lost: what the
/// profile has no place for stands beside it, and a record that cannot be read is kept as its text.
///
/// # Errors
/// Where what was made cannot be read again.
pub fn as_profile(part: &SourceFile, name: &str) -> Result<SourceFile, ReadError> {
    let mut text = "{\n\"type\": \"FeatureCollection\",\n\"profile\": \"sahelscope/1\"".to_owned();
    for member in &part.written_members {
        if matches!(
            member.name.as_str(),
            "type" | "profile" | "features" | "crs" | "bbox"
        ) {
            continue;
        }
        let value = part.slice(&member.value);
        if serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok() {
            let key = Value::from(member.name.as_str());
            for part in [",\n", &key.to_string(), ": ", value] {
                text.push_str(part);
            }
        }
    }
    text.push_str(",\n\"features\": [");
    for (index, span) in part.spans.iter().enumerate() {
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        let raw = part.slice(&span);
        let feature = part.profile_feature(raw);
        text.push_str(&feature.unwrap_or_else(|| unreadable(raw)));
    }
    text.push_str("\n]\n}\n");
    read_part(
        name,
        part.source.clone(),
        text.into_bytes(),
        &Watch::nobody(),
    )
}

fn unreadable(raw: &str) -> String {
    let mut properties = Map::new();
    properties.insert("text as read".to_owned(), raw.into());
    let mut feature = Map::new();
    feature.insert("type".to_owned(), "Feature".into());
    feature.insert("geometry".to_owned(), Value::Null);
    feature.insert("properties".to_owned(), properties.into());
    Value::from(feature).to_string()
}
