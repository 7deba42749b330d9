//! Files whose records were changed: what can be changed where it stands, what has to become GeoJSON first, and saving.

use std::{
    fs::File,
    io::{Read, Write},
    path::Path,
};

use serde_json::{Map, Value};

use super::{
    decode::UTF_8_MARK,
    destination::Destination,
    error::{ReadError, WriteError, WriteErrorKind},
    read::read_part,
    save::{Saved, save_to},
    watch::Watch,
};
use crate::data::{Digest, SourceFile};

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

/// Writes `edited` over the file at `path` that `read` was read from, as long as that is what it was.
///
/// # Errors
/// Where the file was changed since, where its text is not its own, and where it cannot be written: it is as it was
/// then.
pub fn save_over(
    path: &Path,
    read: &SourceFile,
    edited: &SourceFile,
) -> Result<SavedOver, WriteError> {
    let failed = |kind| WriteError {
        file: path.display().to_string(),
        kind,
    };
    let has_mark = match File::open(path) {
        Ok(file) => check(file, read).map_err(failed)?,
        // What was removed underneath is all here.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(failed(error.into())),
    };
    let destination = Destination::replacing(path);
    let saved = save_to(&destination, |out| write_text(edited, has_mark, out))?;
    let digest = Digest::of_text(has_mark);
    Ok(SavedOver {
        saved,
        sha256: digest.get(&edited.text).to_owned(),
    })
}

/// Makes sure that a file is still what was read; whether it begins with a byte order mark.
fn check(mut file: File, read: &SourceFile) -> Result<bool, WriteErrorKind> {
    let mut head = Vec::new();
    (&mut file).take(3).read_to_end(&mut head)?;
    let has_mark = head == UTF_8_MARK;
    let there = Digest::of_reader(head.as_slice().chain(file))?;
    let there = there.known().unwrap_or_default();
    if there != read.sha256() {
        return Err(WriteErrorKind::ChangedUnderneath);
    }
    if Digest::of_text(has_mark).get(&read.text) != there {
        return Err(WriteErrorKind::NotItsText);
    }
    Ok(has_mark)
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
