//! Documents that records are coded from: reports as pages, office files, web archives, channels.
//!
//! [`document_of`] makes of the bytes of any of them a [`DocumentText`]: its text in paragraphs, which are its lines that are
//! not blank, and what it says about itself, each with where it was found. Scripts, styles and trackers are neither run
//! nor fetched: of a page only its text is taken. The bytes themselves are kept elsewhere, as they were received
//! ([`super::sources`]).

mod docx;
mod html;
mod markup;
mod pdf;
mod plain;
mod telegram;
mod warc;

use std::{fs::File, io::Read, path::Path};

use super::{
    error::{ReadError, ReadErrorKind},
    foreign::Foreign,
    formats::unzip,
    watch::Watch,
};
use crate::{data::Digest, model::Lang, suggest::language_of};

/// The endings that documents have and records have not.
const OWN_ENDINGS: [&str; 9] = [
    "html", "htm", "pdf", "docx", "txt", "md", "markdown", "warc", "wacz",
];

/// The endings of the documents that are read.
#[must_use]
pub fn endings() -> Vec<&'static str> {
    OWN_ENDINGS.into_iter().chain(["gz", "json"]).collect()
}

/// Whether a file is a document, and not one of records, by its ending.
#[must_use]
pub fn has_own_ending(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| OWN_ENDINGS.iter().any(|it| ending.eq_ignore_ascii_case(it)))
}

/// The longest document that is read, in bytes.
const LONGEST: u64 = 256 << 20;

/// What stands between two pages of a text: a form feed, which makes a blank line.
const PAGE_END: &str = "\u{c}\n\n";

/// What a document says about itself, and where that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedValue {
    /// What it says.
    pub value: String,
    /// Where: the name of a field or an element of the format.
    pub place: &'static str,
}

impl StatedValue {
    /// What stands at `place`; `None` for nothing.
    fn at(place: &'static str, value: impl AsRef<str>) -> Option<Self> {
        let value = value
            .as_ref()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        (!value.is_empty()).then_some(Self { value, place })
    }
}

/// A document as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentText {
    /// The name of its format.
    pub format: &'static str,
    /// The ending that such files have, without the dot.
    pub ending: &'static str,
    /// Its paragraphs, a line each with a blank line between.
    pub text: String,
    /// Its title.
    pub title: Option<StatedValue>,
    /// Who wrote it.
    pub byline: Option<StatedValue>,
    /// Who published it.
    pub publisher: Option<StatedValue>,
    /// Where it was published.
    pub address: Option<StatedValue>,
    /// When, as EDTF no more exact than what it says.
    pub published: Option<StatedValue>,
    /// The language of its text.
    pub language: Option<Lang>,
    /// Letters of its text of which it shows the shape and does not say which they are; each is U+FFFD.
    pub untold: usize,
}

impl DocumentText {
    /// The media type of its format.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.ending {
            "md" => "text/markdown",
            "html" => "text/html",
            "pdf" => "application/pdf",
            "json" => "application/json",
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "warc" => "application/warc",
            "warc.gz" => "application/warc+gzip",
            "wacz" => "application/wacz",
            _ => "text/plain",
        }
    }

    /// The paragraphs: the lines that are not blank, which locators count from one.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter(|line| !line.trim().is_empty())
    }
}

/// A document with the bytes that it was read from.
#[derive(Clone, Debug)]
pub struct Received {
    /// The bytes, as they were received.
    pub bytes: Vec<u8>,
    /// Their SHA-256, in small letters.
    pub sha256: String,
    /// What they say.
    pub document: DocumentText,
}

/// Reads the document at `path`, or standard input where that is `-`.
///
/// # Errors
/// Where it cannot be read, is longer than 256 MiB, damaged, encrypted or of no format that is known.
pub fn read_document(path: &Path, watch: &Watch<'_>) -> Result<Received, ReadError> {
    let named = |kind| ReadError {
        file: path.display().to_string(),
        kind,
    };
    let bytes = if path == Path::new("-") {
        bytes_of(std::io::stdin().lock())
    } else {
        let file = File::open(path).map_err(ReadErrorKind::from);
        file.and_then(|file| match file.metadata() {
            Ok(metadata) if metadata.is_dir() => Err(ReadErrorKind::Directory),
            _ => bytes_of(file),
        })
    };
    let bytes = bytes.map_err(named)?;
    let document = document_of(&bytes, watch).map_err(named)?;
    let digest = Digest::of_bytes(&bytes);
    Ok(Received {
        sha256: digest.known().unwrap_or_default().to_owned(),
        bytes,
        document,
    })
}

fn bytes_of(reader: impl Read) -> Result<Vec<u8>, ReadErrorKind> {
    let mut bytes = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(ReadErrorKind::TooLarge(LONGEST));
    }
    Ok(bytes)
}

/// Reads a document; its format shows in its bytes.
///
/// # Errors
/// Where it is damaged, encrypted, far longer than it is packed, or of no format that is known.
pub fn document_of(bytes: &[u8], watch: &Watch<'_>) -> Result<DocumentText, ReadErrorKind> {
    let mut document = if unzip::is_archive(bytes) {
        let names = unzip::names(bytes);
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        if has("word/document.xml") {
            docx::read(bytes)?
        } else if names.iter().any(|name| warc::is_one(name)) {
            warc::read_archive(bytes, &names)?
        } else {
            return Err(ReadErrorKind::NoDocument);
        }
    } else if warc::begins(bytes) {
        warc::read(bytes)?
    } else if bytes.starts_with(b"%PDF-") {
        pdf::read(bytes, watch)?
    } else if Foreign::of_head(bytes).is_some_and(|kind| !kind.is_text()) {
        return Err(ReadErrorKind::NoDocument);
    } else {
        let text = super::read::text_of(bytes.to_vec()).map_err(ReadErrorKind::NotText)?;
        text_document(&text.text)?
    };
    if document.language.is_none() {
        document.language = language_of(&document.text);
    }
    Ok(document)
}

/// A document that is text of one kind or another.
fn text_document(text: &str) -> Result<DocumentText, ReadErrorKind> {
    if html::is_one(text) {
        return html::read(text);
    }
    if let Some(channel) = telegram::read(text) {
        return Ok(channel);
    }
    Ok(plain::read(text))
}

#[cfg(test)]
mod tests;
