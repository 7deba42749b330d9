//! One record of a list and the comma behind it; where it is broken, what can be saved of the rest.

use super::Splitter;
use crate::{
    io::split::SplitError,
    model::IssueKind,
    scan::json::{Broken, RecordsOpening, skip_space, trim_end, value_end},
};

impl Splitter<'_> {
    /// Passes a comma. One that no value stands before, or none behind before `close`, is no JSON: nothing is lost
    /// with it, and the first of them is an issue.
    pub(super) fn comma(&mut self, is_behind_value: bool, close: u8) {
        let at = self.at;
        self.at += 1;
        let is_last = self.bytes.get(skip_space(self.bytes, self.at)) == Some(&close);
        if (!is_behind_value || is_last) && !self.has_stray_comma {
            self.has_stray_comma = true;
            self.note(IssueKind::Syntax, self.around(at));
        }
    }

    /// Passes a comment, which JSON has none of; whether there was one.
    pub(super) fn skip_comment(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            return false;
        };
        if !self
            .issues
            .iter()
            .any(|issue| issue.kind == IssueKind::Comment)
        {
            let comment = rest.get(..length).unwrap_or_default();
            self.note(IssueKind::Comment, comment.trim_end());
        }
        self.at += length;
        true
    }

    /// A brace with nothing behind it: the array was never closed, the object is.
    pub(super) fn is_last_brace(&self) -> bool {
        skip_space(self.bytes, self.at + 1) == self.bytes.len()
    }

    pub(super) fn record(&mut self, first: u8) -> Result<(), SplitError> {
        let start = self.at;
        if first == b'{' && self.opening.is_none() {
            self.opening = Some(RecordsOpening::of(self.bytes, start));
        }
        match value_end(self.bytes, start) {
            Ok(end) => {
                self.at = end;
                self.ledger.push(start..end)
            }
            Err(broken) => self.broken_record(start, broken),
        }
    }

    /// The record at `start` is broken: it ends where the next one begins, or where the text
    /// around it seems to go on.
    pub(super) fn broken_record(&mut self, start: usize, broken: Broken) -> Result<(), SplitError> {
        let next = match broken {
            Broken::At(at) => self.next_record(at.max(start + 1)),
            Broken::End if self.looks_back > 0 => {
                self.looks_back -= 1;
                self.next_record(start + 1)
            }
            Broken::End => None,
        };
        let end = match (next, broken) {
            (Some(next), _) => {
                self.at = next;
                self.without_comma(start, next)
            }
            (None, Broken::At(_)) => {
                self.at = self.closing_brackets(start).unwrap_or_else(|| {
                    self.broken = Some(broken);
                    self.bytes.len()
                });
                self.at
            }
            (None, Broken::End) => {
                self.broken = Some(Broken::End);
                self.at = self.bytes.len();
                self.at
            }
        };
        self.ledger.push(start..trim_end(self.bytes, end))
    }

    pub(super) fn next_record(&self, from: usize) -> Option<usize> {
        self.opening.as_ref()?.find(self.bytes, from)
    }

    /// The end of a record that begins at `start` and is followed by one at `next`.
    pub(super) fn without_comma(&self, start: usize, next: usize) -> usize {
        let end = trim_end(self.bytes, next);
        let has_comma = end > start + 1 && self.bytes.get(end - 1) == Some(&b',');
        if has_comma { end - 1 } else { end }
    }

    /// Where the `]` and `}` stand that end the text, if they do and lie behind `start`.
    pub(super) fn closing_brackets(&self, start: usize) -> Option<usize> {
        let end = trim_end(self.bytes, self.bytes.len());
        let before = |end: usize, bracket: u8| {
            let at = end.checked_sub(1)?;
            (self.bytes.get(at) == Some(&bracket)).then_some(at)
        };
        let brace = before(end, b'}')?;
        let bracket = before(trim_end(self.bytes, brace), b']')?;
        (bracket > start).then_some(bracket)
    }

    /// What follows the end of the collection, or of what could be read of it, is kept.
    pub(super) fn rest_is_a_record(&mut self) -> Result<(), SplitError> {
        match self.broken {
            Some(Broken::End) => self.note(IssueKind::Truncated, ""),
            Some(Broken::At(at)) => self.note(IssueKind::Syntax, self.around(at)),
            None => {}
        }
        let start = skip_space(self.bytes, self.at);
        let end = trim_end(self.bytes, self.bytes.len());
        if start >= end || self.slice(&(start..end)) == "}" {
            return Ok(());
        }
        self.at = end;
        self.ledger.push(start..end)
    }
}
