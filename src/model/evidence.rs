//! The words of documents that the values of a record rest on.
//!
//! A piece of evidence names a value by a JSON pointer into the feature, and where the words for it stand. Which values that
//! are is said by [`RecordValue`](super::RecordValue).

use serde_json::Value;

use super::{anchor::Anchor, reader::Reader};

/// An entry of `evidence`: which words a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueEvidence {
    /// JSON pointer of the value into the feature; empty: the record as a whole.
    pub pointer: Box<str>,
    /// Id of the source in which the words stand.
    pub source: Option<Box<str>>,
    /// Where in the source.
    pub locator: Option<Box<str>>,
    /// The words.
    pub words: Option<CitedWords>,
}

/// Words of a document, by the digest of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedWords {
    /// SHA-256 of the document, in small letters.
    pub sha256: Box<str>,
    /// The words and where they stand in its text.
    pub anchor: Anchor,
}

impl CitedWords {
    /// Reads a target of a Web Annotation; `None` where it names no words.
    #[must_use]
    pub fn of_target(target: &Value) -> Option<Self> {
        let (sha256, anchor) = Anchor::of_target(target)?;
        Some(Self {
            sha256: sha256.to_ascii_lowercase().into(),
            anchor,
        })
    }
}

impl ValueEvidence {
    /// Reads the entries of a record.
    pub(super) fn read_all(reader: &Reader) -> Vec<Self> {
        reader.list("evidence", |item| {
            Some(Self {
                pointer: item.text("for").unwrap_or_default(),
                source: item.text("source"),
                locator: item.text("locator"),
                words: item.value("target").and_then(CitedWords::of_target),
            })
        })
    }
}
