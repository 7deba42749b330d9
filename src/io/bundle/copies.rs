//! The copies of documents that go into a bundle.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use serde_json::Value;

use super::{
    DATA, SOURCES,
    parts::{ByteMeter, Part},
};
use crate::{
    data::{Dataset, Digest, FileOrigin},
    io::sources::{CopyState, folder_of},
};

/// How the sources of what is sealed stand with their copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Those whose copy is inside.
    pub kept: usize,
    /// Those whose copy is not where it should be.
    pub missing: usize,
    /// Those whose copy is not what it was.
    pub changed: usize,
    /// Those that name no copy.
    pub none: usize,
}

/// What became of a source.
pub(super) struct Found {
    /// Its entry.
    pub(super) source: Value,
    /// How it stands with its copy.
    pub(super) state: CopyState,
}

impl Found {
    /// A text of the entry.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.source.get(name).and_then(Value::as_str)
    }

    /// The digest of the copy that is inside, in small letters.
    pub(super) fn digest(&self) -> Option<String> {
        let digest = self.text("sha256")?.to_ascii_lowercase();
        (self.state == CopyState::Kept).then_some(digest)
    }
}

impl Copies {
    pub(super) fn of(found: &[Found]) -> Self {
        let count = |state| found.iter().filter(|it| it.state == state).count();
        Self {
            kept: count(CopyState::Kept),
            missing: count(CopyState::Missing),
            changed: count(CopyState::Changed),
            none: count(CopyState::None),
        }
    }
}

/// Compares the copies of `sources` with their digests, on every core. Gives how each stands and the files to pack: each
/// document once, and beside it the text that was made of it.
pub(super) fn gather(
    dataset: &Dataset,
    sources: Vec<Value>,
    meter: &ByteMeter<'_>,
) -> (Vec<Found>, Vec<Part>) {
    let there = files_beside(dataset);
    let lengths = there
        .values()
        .flatten()
        .filter_map(|path| fs::metadata(path).ok());
    // They are read once to be looked at and once to be packed.
    meter.expect(2 * lengths.map(|it| it.len()).sum::<u64>());
    let looked: Vec<(Found, Vec<Part>)> = sources
        .into_par_iter()
        .map(|source| look(source, &there, meter))
        .collect();
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    let mut found = Vec::new();
    for (one, files) in looked {
        found.push(one);
        parts.extend(files.into_iter().map(|part| (part.name.clone(), part)));
    }
    (found, parts.into_values().collect())
}

/// The files beside the files of a dataset that are named after a digest, by that digest.
fn files_beside(dataset: &Dataset) -> BTreeMap<String, Vec<PathBuf>> {
    let mut there: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for part in dataset.parts() {
        let FileOrigin::File(path) = &part.source else {
            continue;
        };
        let entries = fs::read_dir(folder_of(path)).into_iter().flatten();
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let digest = name.split('.').next().unwrap_or_default();
            if is_digest(digest) && path.is_file() {
                let digest = digest.to_ascii_lowercase();
                there.entry(digest).or_default().push(path.clone());
            }
        }
    }
    for paths in there.values_mut() {
        paths.sort();
    }
    there
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn look(
    source: Value,
    there: &BTreeMap<String, Vec<PathBuf>>,
    meter: &ByteMeter<'_>,
) -> (Found, Vec<Part>) {
    let digest = source.get("sha256").and_then(Value::as_str);
    let digest = digest.map(str::to_ascii_lowercase);
    let Some(digest) = digest.filter(|digest| is_digest(digest)) else {
        let state = CopyState::None;
        return (Found { source, state }, Vec::new());
    };
    let paths = there.get(&digest).map_or(&[][..], Vec::as_slice);
    let mut parts = Vec::new();
    let mut is_kept = false;
    for path in paths {
        let Some((bytes, own)) = hashed(path, meter) else {
            continue;
        };
        let is_document = own == digest;
        is_kept |= is_document;
        if is_document || ending(path) == "txt" {
            let name = format!("{DATA}{SOURCES}{digest}.{}", ending(path));
            parts.push(Part::copy(name, path.clone(), bytes, own));
        }
    }
    let file = source.get("file").and_then(Value::as_str);
    let has_document = paths.iter().any(|path| {
        let is_named = file.is_some_and(|file| path.file_name() == Some(file.as_ref()));
        is_named || ending(path) != "txt"
    });
    let state = if is_kept {
        CopyState::Kept
    } else if has_document {
        CopyState::Changed
    } else {
        CopyState::Missing
    };
    if state != CopyState::Kept {
        parts.clear();
    }
    (Found { source, state }, parts)
}

/// The length and the digest of a file; `None` where it cannot be read or nobody wants it.
fn hashed(path: &Path, meter: &ByteMeter<'_>) -> Option<(u64, String)> {
    let file = File::open(path).ok()?;
    let bytes = file.metadata().ok()?.len();
    let digest = Digest::of_reader(CountedFile { file, meter }).ok()?;
    Some((bytes, digest.known()?.to_owned()))
}

/// A file that is read as long as somebody waits for it.
struct CountedFile<'a> {
    file: File,
    meter: &'a ByteMeter<'a>,
}

impl io::Read for CountedFile<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        let wanted = self.meter.step(read as u64);
        wanted
            .map(|()| read)
            .ok_or_else(|| io::Error::other("nobody waits for it"))
    }
}

/// The ending of a file as it stands in a bundle: small letters and digits.
fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let plain = |letter: char| letter.is_ascii_alphanumeric();
    let ending: String = ending.chars().filter(|it| plain(*it)).take(12).collect();
    if ending.is_empty() {
        return "bin".to_owned();
    }
    ending.to_ascii_lowercase()
}
