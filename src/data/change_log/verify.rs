//! The chains of logs, looked at line by line: in some forty bytes a line, however long the lines are.

use std::collections::{HashMap, HashSet};

use super::{
    line::{LineFault, LogLine},
    log::{Fault, FaultKind},
};

/// Half of a digest: enough to know it again.
type Short = u128;

/// Looks at the lines of one author after the other, as [`ChangeLog::faults`](super::ChangeLog::faults) does of a whole log.
#[derive(Debug, Default)]
pub struct LogVerifier {
    authors: Vec<Author>,
    /// The ids of all lines.
    ids: HashSet<Short>,
    /// Lines of others that lines knew, each with the author and the line that knew it first.
    seen: HashMap<Short, (usize, usize)>,
}

/// What was looked at of one author.
#[derive(Debug, Default)]
struct Author {
    name: String,
    lines: usize,
    is_cut: bool,
    before: HashSet<Short>,
    ids: HashSet<Short>,
    fault: Option<(usize, FaultKind)>,
}

/// What was found of one author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedLog {
    /// The author's file, without its ending.
    pub author: String,
    /// How many lines it has.
    pub lines: usize,
    /// Whether it ends in the middle of a line.
    pub is_cut: bool,
    /// The first line whose chain is broken.
    pub fault: Option<Fault>,
}

impl LogVerifier {
    /// Goes over to the lines of another author.
    pub fn begin(&mut self, author: &str) {
        if let Some(last) = self.authors.last_mut() {
            last.let_go();
        }
        self.authors.push(Author {
            name: author.to_owned(),
            ..Author::default()
        });
    }

    /// Looks at the next line, without its break; one that `is_last` and has no break may have been cut off.
    pub fn line(&mut self, raw: &[u8], is_last: bool) {
        let at = self.authors.len().saturating_sub(1);
        let Some(author) = self.authors.last_mut() else {
            return;
        };
        let raw = String::from_utf8_lossy(raw);
        let raw = raw.strip_suffix('\r').unwrap_or(&raw);
        if raw.is_empty() {
            return;
        }
        let line = LogLine::read(raw);
        if is_last && line.entry == Err(LineFault::NotJson) {
            author.is_cut = true;
            return;
        }
        author.lines += 1;
        let entry = match line.entry {
            Ok(entry) => entry,
            Err(fault) => return author.find(FaultKind::Unread(fault)),
        };
        let id = short_of_text(&entry.id);
        self.ids.insert(id);
        for seen in &entry.seen {
            let seen = self.seen.entry(short_of_text(seen));
            seen.or_insert((at, author.lines));
        }
        let is_chained = match &entry.prev {
            None => author.lines == 1,
            Some(prev) => author.before.contains(&short(prev)),
        };
        if !is_chained {
            author.find(FaultKind::Chain);
        }
        if !author.ids.insert(id) {
            author.find(FaultKind::Twice);
        }
        author.before.insert(short(&line.digest));
    }

    /// Returns what was found, author by author.
    #[must_use]
    pub fn end(self) -> Vec<VerifiedLog> {
        let mut unknown: HashMap<usize, usize> = HashMap::new();
        for (id, (author, line)) in &self.seen {
            if !self.ids.contains(id) {
                let first = unknown.entry(*author).or_insert(*line);
                *first = (*first).min(*line);
            }
        }
        let authors = self.authors.into_iter().enumerate();
        let verified = authors.map(|(at, author)| {
            let unknown = unknown.get(&at).map(|line| (*line, FaultKind::Seen));
            let fault = author.fault.or(unknown);
            VerifiedLog {
                fault: fault.map(|(line, kind)| Fault {
                    author: author.name.clone(),
                    line,
                    kind,
                }),
                author: author.name,
                lines: author.lines,
                is_cut: author.is_cut,
            }
        });
        verified.collect()
    }
}

impl Author {
    /// Keeps the first fault.
    fn find(&mut self, kind: FaultKind) {
        self.fault = self.fault.or(Some((self.lines, kind)));
    }

    /// Lets go of what is not needed for other authors.
    fn let_go(&mut self) {
        self.before = HashSet::new();
        self.ids = HashSet::new();
    }
}

/// The first half of a digest; of what is none, one that nothing else has.
fn short(digest: &str) -> Short {
    let half = digest.get(..32);
    half.and_then(|half| Short::from_str_radix(half, 16).ok())
        .unwrap_or_else(|| short_of_text(digest))
}

fn short_of_text(text: &str) -> Short {
    short(&super::digest_of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::change_log::{AuthorLog, ChangeLog, Entry};

    fn line(id: &str, prev: Option<&str>, seen: &[&str]) -> LogLine {
        let entry = Entry {
            id: id.to_owned(),
            prev: prev.map(str::to_owned),
            seen: seen.iter().map(|id| (*id).to_owned()).collect(),
            at: "2024-01-01T00:00:00Z".to_owned(),
            by: "a".to_owned(),
            ..Entry::default()
        };
        LogLine::read(&entry.to_line())
    }

    #[test]
    fn line_by_line_the_faults_are_those_of_the_whole_log() {
        let first = line("1", None, &[]);
        let second = line("2", Some(&first.digest), &["9"]);
        let whole = format!("{}\n{}\n", first.raw, second.raw);
        let other = line("9", None, &[]);
        let logs = [
            [whole.clone(), format!("{}\n", other.raw)],
            [whole.clone(), String::new()],
            [
                format!("{}\n{}\n", second.raw, first.raw),
                other.raw.to_string(),
            ],
            [
                format!("{whole}{}\n", second.raw),
                "nonsense\n{}\n".to_owned(),
            ],
            [format!("{whole}{{\"v\": 1"), "\n\r\n".to_owned()],
        ];
        for texts in logs {
            let mut whole = ChangeLog::default();
            let mut verifier = LogVerifier::default();
            for (author, text) in ["a", "b"].iter().zip(&texts) {
                let log = AuthorLog::read(text.as_bytes());
                whole.authors.insert((*author).to_owned(), log);
                verifier.begin(author);
                let mut lines = text.split('\n').peekable();
                while let Some(line) = lines.next() {
                    verifier.line(line.as_bytes(), lines.peek().is_none());
                }
            }
            let logs = verifier.end();
            let faults: Vec<Fault> = logs.iter().filter_map(|it| it.fault.clone()).collect();
            assert_eq!(faults, whole.faults(), "{texts:?}");
            for (own, verified) in whole.authors.values().zip(&logs) {
                assert_eq!(
                    (own.lines.len(), own.is_cut),
                    (verified.lines, verified.is_cut)
                );
            }
        }
    }
}
