//! The documents of a dataset, kept as they were received.
//!
//! Beside `FILE` stands the folder `FILE.sources`: each document under the SHA-256 of its bytes with the ending of its
//! format, and beside it its extracted text (`.txt`), whose first line names what extracted it. Nothing in it is ever
//! written over: what is there under a digest has that digest, or is said to be changed.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{
    authoring::{SavedOver, save_over},
    document::Received,
    error::{ReadError, ReadErrorKind, WriteError},
    read::{read_file, read_part},
    save::save,
    watch::Watch,
};
use crate::data::{Digest, FileOrigin, SourceFile};

/// The folder beside `file` that its documents are kept in.
#[must_use]
pub fn folder_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sources");
    name.into()
}

/// Keeps a document beside `file`; the path of its bytes. What is there already stays.
///
/// # Errors
/// When the folder or a file in it cannot be written.
pub fn keep(file: &Path, received: &Received) -> Result<PathBuf, WriteError> {
    let folder = folder_of(file);
    fs::create_dir_all(&folder).map_err(|error| WriteError {
        file: folder.display().to_string(),
        kind: error.into(),
    })?;
    let document = &received.document;
    let path = folder.join(format!("{}.{}", received.sha256, document.ending));
    if !path.exists() {
        save(&path, |out| Ok(out.write_all(&received.bytes)?))?;
    }
    // The text of a plain text is the text.
    let text = folder.join(format!("{}.txt", received.sha256));
    if !text.exists() {
        let head = format!(
            "{} {} {}",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION"),
            document.format
        );
        save(&text, |out| Ok(write!(out, "{head}\n\n{}", document.text)?))?;
    }
    Ok(path)
}

/// An entry of `sources` for a document received at a moment, with what it says about itself; `given` stands over that.
#[must_use]
pub fn entry(received: &Received, given: &Map<String, Value>, at: Timestamp) -> Map<String, Value> {
    let document = &received.document;
    let mut entry = Map::new();
    let digits = received.sha256.get(..12).unwrap_or_default();
    entry.insert("id".into(), format!("src-{digits}").into());
    let found = [
        ("title", &document.title),
        ("byline", &document.byline),
        ("publisher", &document.publisher),
        ("url", &document.address),
        ("published", &document.published),
    ];
    for (name, found) in found {
        if let Some(found) = found {
            entry.insert(name.into(), found.value.as_str().into());
        }
    }
    if document.published.is_some() {
        entry.insert("published_basis".into(), "printed".into());
    }
    if let Some(language) = document.language {
        entry.insert("language".into(), language.code().into());
    }
    for (name, value) in given {
        entry.insert(name.clone(), value.clone());
    }
    entry.insert("sha256".into(), received.sha256.as_str().into());
    let file = format!("{}.{}", received.sha256, document.ending);
    entry.insert("file".into(), file.into());
    entry.insert("bytes".into(), received.bytes.len().into());
    entry.insert("media_type".into(), document.media_type().into());
    let at = at.strftime("%Y-%m-%dT%H:%M:%SZ");
    entry.insert("received".into(), at.to_string().into());
    entry
}

/// What came of adding a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It stands in the file now.
    Now(SavedOver),
    /// One with the same digest stood there, under this id.
    Already(String),
}

/// Why a source could not be added.
#[derive(Debug)]
pub enum AddError {
    /// The file could not be read.
    Read(ReadError),
    /// It could not be written.
    Write(WriteError),
    /// It is no collection of features, so that it has no list of sources.
    NoCollection,
}

impl From<ReadError> for AddError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<WriteError> for AddError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

/// Adds an entry to the sources of the file at `path`. Every other byte of it stays.
///
/// # Errors
/// When it cannot be read or written, or is no collection.
pub fn add(path: &Path, entry: &Map<String, Value>) -> Result<Added, AddError> {
    let read = read_file(path, &Watch::nobody())?;
    if let Some(known) = with_digest(&read, entry.get("sha256")) {
        return Ok(Added::Already(known));
    }
    let text = with_entry(&read, entry).ok_or(AddError::NoCollection)?;
    let edited = read_part(
        &read.name,
        FileOrigin::File(path.to_owned()),
        text.into_bytes(),
        &Watch::nobody(),
    )?;
    Ok(Added::Now(save_over(path, &read, &edited)?))
}

/// The id of a source with this digest.
fn with_digest(read: &SourceFile, sha256: Option<&Value>) -> Option<String> {
    let sources = read.members.get("sources")?.as_array()?;
    let known = sources.iter().find(|it| it.get("sha256") == sha256)?;
    known.get("id")?.as_str().map(str::to_owned)
}

/// The text of a collection with one source more; `None` where it is none.
fn with_entry(read: &SourceFile, entry: &Map<String, Value>) -> Option<String> {
    if !read.is_editable() || read.foreign_format.is_some() {
        return None;
    }
    let whole: Vec<u8> = read.text.blocks().flat_map(<[u8]>::iter).copied().collect();
    let mut text = String::from_utf8(whole).ok()?;
    let entry = Value::from(entry.clone()).to_string();
    let member = read.written_members.iter().find(|it| it.name == "sources");
    let (at, addition) = if let Some(member) = member {
        let inside = text.get(member.value.clone())?.strip_suffix(']')?;
        let is_empty = inside.trim_start().strip_prefix('[')?.trim().is_empty();
        let begin = if is_empty { "" } else { ",\n" };
        let at = member.value.start + inside.trim_end().len();
        (at, format!("{begin}{entry}"))
    } else {
        let is_collection = text.trim_start().starts_with('{') && !read.written_members.is_empty();
        let at = text.find('{').filter(|_| is_collection)? + 1;
        (at, format!("\"sources\":[{entry}],\n"))
    };
    text.insert_str(at, &addition);
    Some(text)
}

/// How a source stands with its copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It is there and has its digest.
    Kept,
    /// It is not there.
    Missing,
    /// It is there and has another digest.
    Changed,
    /// The source names no copy.
    None,
}

impl CopyState {
    /// The name in what is printed for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::None => "none",
        }
    }
}

/// Compares the copies beside `path` with the digests of its `sources`, in their order; each is read whole.
///
/// # Errors
/// When a copy cannot be read.
pub fn check(path: &Path, sources: &[Value]) -> Result<Vec<CopyState>, ReadError> {
    let folder = folder_of(path);
    sources
        .iter()
        .map(|source| state_of(&folder, source))
        .collect()
}

fn state_of(folder: &Path, source: &Value) -> Result<CopyState, ReadError> {
    let text = |name: &str| source.get(name).and_then(Value::as_str);
    let (Some(digest), Some(name)) = (text("sha256"), text("file")) else {
        return Ok(CopyState::None);
    };
    // A name is no path: what a file says may not lead out of the folder.
    if Path::new(name).file_name() != Some(name.as_ref()) {
        return Ok(CopyState::Missing);
    }
    let path = folder.join(name);
    let named = |kind| ReadError {
        file: path.display().to_string(),
        kind,
    };
    match File::open(&path) {
        Ok(file) => {
            let there =
                Digest::of_reader(file).map_err(|error| named(ReadErrorKind::from(error)))?;
            let is_it = there
                .known()
                .is_some_and(|known| known.eq_ignore_ascii_case(digest));
            Ok(if is_it {
                CopyState::Kept
            } else {
                CopyState::Changed
            })
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(CopyState::Missing),
        Err(error) => Err(named(error.into())),
    }
}

/// A source for programs: its entry with how it stands with its copy.
#[must_use]
pub fn as_json(source: &Value, state: CopyState) -> Value {
    let mut source = source.clone();
    if let Some(object) = source.as_object_mut() {
        object.insert("copy".to_owned(), json!(state.name()));
    }
    source
}

#[cfg(test)]
mod tests;
