//! The logs of all authors of a dataset, their chains, and their union with others.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::line::{Entry, LineFault, LogLine};

/// What one author wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorLog {
    /// The lines, in the order of the file.
    pub lines: Vec<LogLine>,
    /// Whether the file ends in the middle of a line, which then is none.
    pub is_cut: bool,
}

/// What is wrong with a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The author's file, without its ending.
    pub author: String,
    /// The line, from one.
    pub line: usize,
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong with a line of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is not understood.
    Unread(LineFault),
    /// It is not chained to a line before it.
    Chain,
    /// Another line has its id.
    Twice,
    /// It knew a line of another author that is not there.
    Seen,
}

impl AuthorLog {
    /// Reads a file. What stands behind the last line break is a line if it is whole.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut log = Self::default();
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest);
            let (line, behind) = end.map_or((rest, &[][..]), |end| {
                (
                    rest.get(..end).unwrap_or_default(),
                    rest.get(end + 1..).unwrap_or_default(),
                )
            });
            rest = behind;
            let line = String::from_utf8_lossy(line);
            let line = line.strip_suffix('\r').unwrap_or(&line);
            if line.is_empty() {
                continue;
            }
            let line = LogLine::read(line);
            if end.is_none() && line.entry == Err(LineFault::NotJson) {
                log.is_cut = true;
            } else {
                log.lines.push(line);
            }
        }
        log
    }

    /// The first line whose chain is broken: it is not understood, or what it is chained to does not stand before it.
    /// Where logs of one author on two machines were put together, two lines may be chained to one.
    #[must_use]
    pub fn broken(&self) -> Option<(usize, FaultKind)> {
        let mut before: HashSet<&str> = HashSet::new();
        let mut ids: HashSet<&str> = HashSet::new();
        for (index, line) in self.lines.iter().enumerate() {
            let entry = match &line.entry {
                Ok(entry) => entry,
                Err(fault) => return Some((index + 1, FaultKind::Unread(*fault))),
            };
            let is_chained = match &entry.prev {
                None => index == 0,
                Some(prev) => before.contains(prev.as_str()),
            };
            if !is_chained {
                return Some((index + 1, FaultKind::Chain));
            }
            if !ids.insert(&entry.id) {
                return Some((index + 1, FaultKind::Twice));
            }
            before.insert(&line.digest);
        }
        None
    }

    /// The file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(&line.raw);
            text.push('\n');
        }
        text
    }

    /// The lines of both, each once: those that are chained to each other in that order, else by id.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let lines = self.lines.iter().chain(&other.lines);
        let mut known: BTreeMap<&str, &LogLine> = BTreeMap::new();
        known.extend(lines.map(|line| (&*line.raw, line)));
        let digests: HashSet<&str> = known.values().map(|line| line.digest.as_str()).collect();
        let mut followers: HashMap<&str, Vec<&LogLine>> = HashMap::new();
        let mut ready: BTreeSet<(&str, &str)> = BTreeSet::new();
        for line in known.values() {
            let prev = line
                .entry
                .as_ref()
                .ok()
                .and_then(|entry| entry.prev.as_deref());
            match prev.filter(|prev| digests.contains(prev)) {
                Some(prev) => followers.entry(prev).or_default().push(line),
                None => {
                    ready.insert(order(line));
                }
            }
        }
        let mut union = Self::default();
        while let Some((_, raw)) = ready.pop_first() {
            let Some(line) = known.get(raw) else { continue };
            union.lines.push((*line).clone());
            let next = followers.remove(line.digest.as_str()).unwrap_or_default();
            ready.extend(next.into_iter().map(order));
        }
        union
    }
}

fn order(line: &LogLine) -> (&str, &str) {
    let id = line.entry.as_ref().map_or("", |entry| entry.id.as_str());
    (id, &line.raw)
}

/// What all authors wrote, by the names of their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLog {
    /// The authors.
    pub authors: BTreeMap<String, AuthorLog>,
}

impl ChangeLog {
    /// The lines of both, each once. In which order logs are put together, and how often, makes no difference.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let names: BTreeSet<&String> = self.authors.keys().chain(other.authors.keys()).collect();
        let nothing = AuthorLog::default();
        let of = |log: &Self, name: &String| log.authors.get(name).cloned();
        let authors = names.into_iter().map(|name| {
            let own = of(self, name).unwrap_or_else(|| nothing.clone());
            let others = of(other, name).unwrap_or_else(|| nothing.clone());
            (name.clone(), own.union(&others))
        });
        Self {
            authors: authors.collect(),
        }
    }

    /// What is understood of it, author by author.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let lines = self.authors.values().flat_map(|log| &log.lines);
        lines.filter_map(|line| line.entry.as_ref().ok())
    }

    /// The change with this id; the beginning of one is enough where no other begins so.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        let exact = self.entries().find(|entry| entry.id == id);
        let mut begun = self.entries().filter(|entry| entry.id.starts_with(id));
        exact.or_else(|| {
            let first = begun.next()?;
            begun.all(|other| other.id == first.id).then_some(first)
        })
    }

    /// What is wrong with it: for each author the first line whose chain is broken, and lines that others knew and that
    /// are not there.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let ids: HashSet<&str> = self.entries().map(|entry| entry.id.as_str()).collect();
        let mut faults = Vec::new();
        for (author, log) in &self.authors {
            let unknown = log.lines.iter().position(|line| {
                let entry = line.entry.as_ref();
                entry.is_ok_and(|entry| entry.seen.iter().any(|id| !ids.contains(id.as_str())))
            });
            let unknown = unknown.map(|index| (index + 1, FaultKind::Seen));
            faults.extend(log.broken().or(unknown).map(|(line, kind)| Fault {
                author: author.clone(),
                line,
                kind,
            }));
        }
        faults
    }

    /// Whether it knows a file with this digest: changes started from it, or it was saved with them.
    #[must_use]
    pub fn knows(&self, digest: &str) -> bool {
        let mut entries = self.entries();
        entries.any(|entry| entry.base == digest || entry.saved.as_deref() == Some(digest))
    }

    /// The digests of the files from which changes started that are not in the file with this digest. Where the log does
    /// not know the file, because somebody else has changed it, those that nothing was saved from.
    #[must_use]
    pub fn bases_beyond(&self, digest: &str) -> HashSet<String> {
        if self.knows(digest) {
            return self.bases_from(digest);
        }
        let saved = self.entries().filter(|entry| entry.saved.is_some());
        let saved: HashSet<&str> = saved.map(|entry| entry.base.as_str()).collect();
        let bases = self.entries().map(|entry| entry.base.as_str());
        bases
            .filter(|base| !saved.contains(base))
            .map(str::to_owned)
            .collect()
    }

    /// The digests of the files that changes may have started from which are not in the file with this digest: its own,
    /// and those of all that was saved since.
    #[must_use]
    pub fn bases_from(&self, digest: &str) -> HashSet<String> {
        let mut saved: HashMap<&str, Vec<&str>> = HashMap::new();
        for entry in self.entries() {
            if let Some(later) = &entry.saved {
                saved.entry(&entry.base).or_default().push(later);
            }
        }
        let mut bases: HashSet<String> = HashSet::new();
        let mut next = vec![digest];
        while let Some(base) = next.pop() {
            if bases.insert(base.to_owned()) {
                next.extend(saved.get(base).into_iter().flatten());
            }
        }
        bases
    }
}
