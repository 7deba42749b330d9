//! A bag against its manifests.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write as _,
};

use encoding_rs::{Encoding, UTF_8};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    Note, RefusalReason, Verdict, VerifiedKind, VerifyError, VerifyRefusal, What,
    container::{BagFile, Container, Hashed},
    hashing::{Algorithm, FileDigests},
    names,
    tags::{self, ManifestLine},
};
use crate::{
    data::change_log::AuthorLog,
    io::bundle::{DATA, DECLARATION, INFO, MANIFEST, SOURCES, TAG_MANIFEST, parts::ByteMeter},
    work::Progress,
};

const FETCH: &str = "fetch.txt";
const LOG: &str = "data/log.jsonl";

/// A manifest that was read.
struct Manifest {
    name: String,
    algorithm: Algorithm,
    is_of_tags: bool,
    listed: Vec<ManifestLine>,
}

/// Verifies a bag.
///
/// # Errors
/// When it is no bag, a name in a list leads out of it or a list cannot be read.
pub(super) fn verify(container: &Container, progress: &Progress) -> Result<Verdict, VerifyError> {
    let mut notes = Vec::new();
    let Some(declaration) = container.find(DECLARATION) else {
        return Err(VerifyRefusal::of(RefusalReason::NoBag, "").into());
    };
    let encoding = declared(&container.bytes(declaration)?, &mut notes);
    let tags = Tags {
        container,
        encoding,
    };
    let info = tags.text(INFO, &mut notes)?.unwrap_or_default();
    let agent = tags::value(&info, "Bag-Software-Agent").unwrap_or_default();
    let is_ours = agent.starts_with(env!("CARGO_PKG_NAME"));
    if let Some(profile) = tags::value(&info, "BagIt-Profile-Identifier") {
        notes.push(Note::of(What::Profile, INFO, profile));
    }
    let manifests = tags.manifests(is_ours, &mut notes)?;
    note_algorithms(&manifests, &mut notes);
    let fetched = tags.text(FETCH, &mut notes)?;
    let fetched = fetched.map(|text| tags::lines(&text).count());
    let mut bag = Bag {
        container,
        manifests,
        notes,
        is_ours,
    };
    if let Some(count) = fetched {
        bag.notes
            .push(Note::of(What::Fetch, FETCH, count.to_string()));
    }
    bag.compare(progress);
    bag.check_oxum(&info);
    if is_ours {
        bag.check_own()?;
    }
    Ok(Verdict {
        kind: if is_ours {
            VerifiedKind::Bundle
        } else {
            VerifiedKind::Bag
        },
        files: container.entries.len(),
        bytes: container.entries.iter().map(|entry| entry.bytes).sum(),
        notes: bag.notes,
    })
}

/// The files of a bag that say what is in it.
struct Tags<'a> {
    container: &'a Container,
    encoding: &'static Encoding,
}

impl Tags<'_> {
    /// The text of one of them; `None`: there is none.
    fn text(&self, name: &str, notes: &mut Vec<Note>) -> Result<Option<String>, VerifyError> {
        let Some(entry) = self.container.find(name) else {
            return Ok(None);
        };
        let bytes = self.container.bytes(entry)?;
        Ok(Some(tags::text(name, &bytes, self.encoding, notes)))
    }

    /// Reads every manifest. One of this program `is_ours` is to be written as it writes them.
    fn manifests(
        &self,
        is_ours: bool,
        notes: &mut Vec<Note>,
    ) -> Result<Vec<Manifest>, VerifyError> {
        let mut manifests = Vec::new();
        for entry in &self.container.entries {
            let Some((name, is_of_tags)) = algorithm_of(&entry.path) else {
                continue;
            };
            let Some(algorithm) = Algorithm::of(name) else {
                notes.push(Note::of(What::UnknownAlgorithm, &entry.path, name));
                continue;
            };
            let text = self.text(&entry.path, notes)?.unwrap_or_default();
            let listed = tags::manifest(&entry.path, &text, notes);
            for line in &listed {
                if let Some(why) = names::refused(&line.path) {
                    return Err(VerifyRefusal::of(why, &line.path).into());
                }
            }
            if is_ours && text != canonical(&listed) {
                notes.push(Note::of(What::Changed, &entry.path, entry.path.as_str()));
            }
            manifests.push(Manifest {
                name: entry.path.clone(),
                algorithm,
                is_of_tags,
                listed,
            });
        }
        Ok(manifests)
    }
}

/// The encoding of tag files, as the declaration says; what is odd about it is noted.
fn declared(bytes: &[u8], notes: &mut Vec<Note>) -> &'static Encoding {
    let text = tags::text(DECLARATION, bytes, UTF_8, notes);
    let version = tags::value(&text, "BagIt-Version");
    match version.as_deref() {
        Some("1.0") => {}
        Some(version) if version.starts_with("0.") => {
            notes.push(Note::of(What::Version, DECLARATION, version));
        }
        other => {
            let other = other.unwrap_or_default();
            notes.push(Note::of(What::BadDeclaration, DECLARATION, other));
        }
    }
    let label = tags::value(&text, "Tag-File-Character-Encoding");
    let label = label.unwrap_or_else(|| "UTF-8".to_owned());
    let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
        notes.push(Note::of(What::BadDeclaration, DECLARATION, label));
        return UTF_8;
    };
    if encoding != UTF_8 {
        notes.push(Note::of(What::Encoding, DECLARATION, label));
    }
    encoding
}

/// The name of the algorithm of a manifest, and whether it lists tag files; `None` for other files.
fn algorithm_of(path: &str) -> Option<(&str, bool)> {
    let stem = path.strip_suffix(".txt")?;
    match stem.strip_prefix("tagmanifest-") {
        Some(name) => Some((name, true)),
        None => Some((stem.strip_prefix("manifest-")?, false)),
    }
}

/// A manifest as this program writes it.
fn canonical(listed: &[ManifestLine]) -> String {
    let mut text = String::new();
    for line in listed {
        let _ = writeln!(text, "{}  {}", line.digest, line.path);
    }
    text
}

fn note_algorithms(manifests: &[Manifest], notes: &mut Vec<Note>) {
    let payload = || manifests.iter().filter(|it| !it.is_of_tags);
    if payload().next().is_none() {
        notes.push(Note::of(What::NoManifest, MANIFEST, ""));
    } else if payload().all(|it| it.algorithm.is_weak()) {
        for manifest in payload() {
            let name = manifest.algorithm.name();
            notes.push(Note::of(What::WeakAlgorithm, &manifest.name, name));
        }
    }
}

struct Bag<'a> {
    container: &'a Container,
    manifests: Vec<Manifest>,
    notes: Vec<Note>,
    is_ours: bool,
}

impl Bag<'_> {
    /// Compares every file with every list that has it.
    fn compare(&mut self, progress: &Progress) {
        self.settle_names();
        let wanted = self.wanted();
        let meter = ByteMeter::of(progress);
        meter.expect(self.container.entries.iter().map(|it| it.bytes).sum());
        let algorithms = |entry: &BagFile| {
            let known = wanted.get(entry.path.as_str());
            known.map_or_else(Vec::new, |it| it.iter().copied().collect())
        };
        let hashed = self.container.hash_all(algorithms, &meter);
        if progress.is_cancelled() {
            return;
        }
        let mut found: HashMap<&str, &FileDigests> = HashMap::new();
        let mut notes = Vec::new();
        for (entry, hashed) in self.container.entries.iter().zip(&hashed) {
            match hashed {
                Ok((_, digests)) => {
                    found.insert(&entry.path, digests);
                }
                Err(_) => notes.push(Note::of(What::Unread, &entry.path, "")),
            }
        }
        self.note_listed(&found, &hashed, &mut notes);
        self.note_added(&mut notes);
        self.note_misnamed(&found, &mut notes);
        self.notes.append(&mut notes);
    }

    /// The algorithms that each listed file is digested by.
    fn wanted(&self) -> HashMap<String, BTreeSet<Algorithm>> {
        let mut wanted: HashMap<String, BTreeSet<Algorithm>> = HashMap::new();
        for manifest in &self.manifests {
            for line in &manifest.listed {
                let own = wanted.entry(line.path.clone()).or_default();
                own.insert(manifest.algorithm);
            }
        }
        wanted
    }

    /// Where a listed path is there only in another way to write it (without the percent signs decoded, with a mark of
    /// `md5sum` before it, or with its accents put together), that one is meant.
    fn settle_names(&mut self) {
        let there: BTreeSet<&str> = self
            .container
            .entries
            .iter()
            .map(|it| it.path.as_str())
            .collect();
        let mut composed: BTreeMap<String, &str> = BTreeMap::new();
        for path in &there {
            composed.insert(path.nfc().collect(), path);
        }
        for manifest in &mut self.manifests {
            for line in &mut manifest.listed {
                if there.contains(line.path.as_str()) {
                    continue;
                }
                let bare = line.path.strip_prefix('*').unwrap_or(&line.path);
                let folded: String = bare.nfc().collect();
                let candidates = [
                    there.get(line.written.as_str()).copied(),
                    there.get(bare).copied(),
                    composed.get(&folded).copied(),
                ];
                if let Some(meant) = candidates.into_iter().flatten().next() {
                    self.notes
                        .push(Note::of(What::OtherName, meant, line.written.as_str()));
                    meant.clone_into(&mut line.path);
                }
            }
        }
    }

    fn note_listed(
        &self,
        found: &HashMap<&str, &FileDigests>,
        hashed: &[Hashed],
        notes: &mut Vec<Note>,
    ) {
        let entries = self.container.entries.iter().zip(hashed);
        let unread: BTreeSet<&str> = entries
            .filter(|(_, hashed)| hashed.is_err())
            .map(|(entry, _)| entry.path.as_str())
            .collect();
        for manifest in &self.manifests {
            let mut seen: HashMap<&str, &str> = HashMap::new();
            for line in &manifest.listed {
                if let Some(other) = seen.insert(&line.path, &line.digest) {
                    if other != line.digest {
                        notes.push(Note::of(
                            What::ListedTwice,
                            &line.path,
                            manifest.name.as_str(),
                        ));
                    }
                    continue;
                }
                let Some(digests) = found.get(line.path.as_str()) else {
                    if !unread.contains(line.path.as_str()) {
                        notes.push(Note::of(What::Missing, &line.path, manifest.name.as_str()));
                    }
                    continue;
                };
                let own = digests.iter().find(|(it, _)| *it == manifest.algorithm);
                if own.is_none_or(|(_, digest)| *digest != line.digest) {
                    notes.push(Note::of(What::Changed, &line.path, manifest.name.as_str()));
                }
            }
        }
    }

    /// Every file of the payload stands in every list of the payload; of the others it is said how many no list has.
    fn note_added(&self, notes: &mut Vec<Note>) {
        let listed = |of_tags: bool| {
            let manifests = self
                .manifests
                .iter()
                .filter(move |it| it.is_of_tags == of_tags);
            manifests.map(|manifest| {
                let paths = manifest.listed.iter().map(|it| it.path.as_str());
                (&manifest.name, paths.collect::<BTreeSet<&str>>())
            })
        };
        for (name, paths) in listed(false) {
            for entry in &self.container.entries {
                if entry.path.starts_with(DATA) && !paths.contains(entry.path.as_str()) {
                    notes.push(Note::of(What::Added, &entry.path, name.as_str()));
                }
            }
        }
        let tags: BTreeSet<&str> = listed(true).flat_map(|(_, paths)| paths).collect();
        for entry in &self.container.entries {
            let path = entry.path.as_str();
            let is_last_list = algorithm_of(path).is_some_and(|(_, is_of_tags)| is_of_tags);
            if path.starts_with(DATA) || is_last_list || tags.contains(path) {
                continue;
            }
            // A bundle has no file beside its lists.
            let what = if self.is_ours {
                What::Added
            } else {
                What::NotCovered
            };
            notes.push(Note::of(what, path, TAG_MANIFEST));
        }
    }

    /// Archived documents are named after their digests.
    fn note_misnamed(&self, found: &HashMap<&str, &FileDigests>, notes: &mut Vec<Note>) {
        let folder = format!("{DATA}{SOURCES}");
        for entry in self.container.entries.iter().filter(|_| self.is_ours) {
            let Some(name) = entry.path.strip_prefix(&folder) else {
                continue;
            };
            // Beside a document lies the text that was made of it, under the name of the document.
            let Some((digest, ending)) = name.split_once('.').filter(|(_, it)| *it != "txt") else {
                continue;
            };
            let own = found.get(entry.path.as_str());
            let own = own.and_then(|it| it.iter().find(|(it, _)| *it == Algorithm::Sha256));
            if own.is_some_and(|(_, own)| own != digest) {
                notes.push(Note::of(What::Misnamed, &entry.path, ending));
            }
        }
    }

    fn check_oxum(&mut self, info: &str) {
        let Some(said) = tags::value(info, "Payload-Oxum") else {
            return;
        };
        let payload = || {
            let entries = self.container.entries.iter();
            entries.filter(|entry| entry.path.starts_with(DATA))
        };
        let bytes: u64 = payload().map(|entry| entry.bytes).sum();
        let found = format!("{bytes}.{}", payload().count());
        if said != found {
            self.notes
                .push(Note::of(What::Oxum, INFO, format!("{said} ≠ {found}")));
        }
    }

    /// What a bundle of this program promises beyond a bag.
    fn check_own(&mut self) -> Result<(), VerifyError> {
        for name in [MANIFEST, TAG_MANIFEST, INFO] {
            if self.container.find(name).is_none() {
                self.notes.push(Note::of(What::Missing, name, TAG_MANIFEST));
            }
        }
        if !self.container.is_consistent {
            self.notes.push(Note::of(What::Archive, "", ""));
        } else if !self.container.is_as_packed {
            self.notes.push(Note::of(What::PackedAgain, "", ""));
        }
        if let Some(entry) = self.container.find(LOG) {
            let bytes = self.container.bytes(entry)?;
            for (author, log) in logs(&bytes) {
                if let Some((line, _)) = log.broken() {
                    self.notes
                        .push(Note::of(What::LogBroken, LOG, format!("{author}: {line}")));
                }
            }
        }
        Ok(())
    }
}

/// The lines of a log of several authors, by author.
fn logs(bytes: &[u8]) -> BTreeMap<String, AuthorLog> {
    let mut logs: BTreeMap<String, AuthorLog> = BTreeMap::new();
    for line in AuthorLog::read(bytes).lines {
        let author = line
            .entry
            .as_ref()
            .map_or("", |it| it.by.as_str())
            .to_owned();
        logs.entry(author).or_default().lines.push(line);
    }
    logs
}
