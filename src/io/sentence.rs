//! What went wrong with a file, in one sentence of the reader's language: the file, the place in it,
//! and what to do.

use std::path::Path;

use super::{
    error::{ReadError, ReadErrorKind, WriteError, WriteErrorKind},
    save::Saved,
};
use crate::text::{Catalogue, args};

/// Bytes in a megabyte, as sizes are told.
const MEGABYTE: u64 = 1_000_000;

impl ReadError {
    /// The sentence of the catalogue.
    #[must_use]
    pub fn sentence(&self, words: &Catalogue) -> String {
        let key = format!("read-error-{}", self.kind.code());
        let (line, column) = match self.kind {
            ReadErrorKind::NotJson(place)
            | ReadErrorKind::OneColumn(place)
            | ReadErrorKind::NoHeader(place)
            | ReadErrorKind::Several(place)
            | ReadErrorKind::Damaged(_, place)
            | ReadErrorKind::FeaturesNotArray(place) => (place.line, place.column),
            _ => (0, 0),
        };
        let number = match self.kind {
            ReadErrorKind::TooLarge(bytes)
            | ReadErrorKind::Bomb(bytes)
            | ReadErrorKind::Memory { needed: bytes, .. } => bytes / MEGABYTE,
            ReadErrorKind::Packed(offset) => offset,
            ReadErrorKind::TooManyRecords(limit)
            | ReadErrorKind::TooManyColumns(limit)
            | ReadErrorKind::TooManyCells(limit)
            | ReadErrorKind::TooDeep(_, limit) => limit as u64,
            ReadErrorKind::NotText(error) => error.offset as u64,
            _ => 0,
        };
        let detail = self.detail();
        let file = self.file.as_str();
        let args =
            args!(file: file, line: line, column: column, number: number, detail: detail.as_str());
        words.with(&key, args)
    }

    /// Whether the analyst cancelled, so that nothing went wrong.
    #[must_use]
    pub const fn is_cancelled(&self) -> bool {
        matches!(self.kind, ReadErrorKind::Cancelled)
    }

    fn detail(&self) -> String {
        match &self.kind {
            ReadErrorKind::NotText(error) => error.encoding.to_owned(),
            ReadErrorKind::NotGeoJson(name)
            | ReadErrorKind::UnknownCrs(name)
            | ReadErrorKind::NoSheet(name) => name.to_string(),
            ReadErrorKind::Damaged(format, _)
            | ReadErrorKind::TooDeep(format, _)
            | ReadErrorKind::Broken(format)
            | ReadErrorKind::Unread(format)
            | ReadErrorKind::NoText(format)
            | ReadErrorKind::Alone(format)
            | ReadErrorKind::Encrypted(format) => (*format).to_owned(),
            ReadErrorKind::System(error) => error.to_string(),
            ReadErrorKind::Memory { free, .. } => (free / MEGABYTE).to_string(),
            _ => String::new(),
        }
    }
}

impl WriteError {
    /// The sentence of the catalogue.
    #[must_use]
    pub fn sentence(&self, words: &Catalogue) -> String {
        let key = format!("write-error-{}", self.kind.code());
        let detail = match &self.kind {
            WriteErrorKind::System(error) => error.to_string(),
            WriteErrorKind::TooManyRows(limit) => limit.to_string(),
            WriteErrorKind::Copy(file) | WriteErrorKind::Finer(file) => file.to_string(),
            _ => String::new(),
        };
        let number = match self.kind {
            WriteErrorKind::TooManyCells(limit) => limit,
            _ => 0,
        };
        let file = self.file.as_str();
        let args = args!(file: file, detail: detail.as_str(), number: number);
        words.with(&key, args)
    }
}

impl Saved {
    /// What is to be said of the file at `path`, beyond that it is saved.
    #[must_use]
    pub fn remark(&self, path: &Path, words: &Catalogue) -> Option<String> {
        let detail = self.doubt.as_deref()?;
        let file = path.display().to_string();
        Some(words.with(
            "save-not-synced",
            args!(file: file.as_str(), detail: detail),
        ))
    }
}
