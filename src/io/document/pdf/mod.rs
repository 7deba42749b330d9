//! PDF (ISO 32000): the text of its pages, as it is read.
//!
//! `hayro` says which letter each glyph stands for and where it is; order, words and paragraphs are made of that here
//! ([`lines`], [`paragraphs`]). Shapes of letters that only the font has (Arabic presentation forms, Latin ligatures)
//! are the letters that they are of. The date that a file was made on is no date of publication, and is not taken for one.

mod glyphs;
mod letters;
mod lines;
mod paragraphs;

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use unicode_normalization::UnicodeNormalization;

use self::letters::UNTOLD;
use super::{DocumentText, PAGE_END, StatedValue};
use crate::io::{error::ReadErrorKind, formats::guarded, watch::Watch};

const NAME: &str = "PDF";

/// Letters that are taken from a document at most.
const LONGEST: usize = 64 << 20;

/// Reads the text of all pages; `watch` hears how many of them are done.
///
/// # Errors
/// Where it is damaged or encrypted with a password, holds no text (as a scan does), more than 64 MiB of it, or is no
/// longer wanted.
pub(super) fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<DocumentText, ReadErrorKind> {
    guarded(NAME, || {
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => ReadErrorKind::Encrypted(NAME),
            LoadPdfError::Invalid => ReadErrorKind::Broken(NAME),
        })?;
        let text = text_of(&pdf, watch)?;
        let untold = text.matches(UNTOLD).count();
        if text
            .chars()
            .all(|letter| letter.is_whitespace() || UNTOLD.contains(letter))
        {
            return Err(ReadErrorKind::NoText(NAME));
        }
        let about = pdf.metadata();
        Ok(DocumentText {
            format: NAME,
            ending: "pdf",
            title: about
                .title
                .as_deref()
                .map(decoded)
                .and_then(|it| StatedValue::at("Title", it)),
            byline: about
                .author
                .as_deref()
                .map(decoded)
                .and_then(|it| StatedValue::at("Author", it)),
            text,
            untold,
            ..DocumentText::default()
        })
    })
}

/// The paragraphs of all pages; each page but the last ends with a form feed.
fn text_of(pdf: &Pdf, watch: &Watch<'_>) -> Result<String, ReadErrorKind> {
    let mut text = String::new();
    let count = pdf.pages().len() as u64;
    for (page, number) in pdf.pages().iter().zip(1..) {
        let lines = lines::lines_of(&glyphs::glyphs_of(page));
        for paragraph in paragraphs::paragraphs_of(&lines) {
            text.extend(paragraph.chars().flat_map(unshaped));
            text.push_str("\n\n");
        }
        if number < count {
            text.push_str(PAGE_END);
        }
        if text.len() > LONGEST {
            return Err(ReadErrorKind::TooLarge(LONGEST as u64));
        }
        watch
            .advance(number, Some(count), 0)
            .ok_or(ReadErrorKind::Cancelled)?;
    }
    Ok(text.trim_end().nfc().collect())
}

/// The letters that a shape is of; any other letter as it is.
fn unshaped(letter: char) -> impl Iterator<Item = char> {
    let is_shape = matches!(letter, '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    let letters = is_shape.then(|| std::iter::once(letter).nfkc());
    let same = (!is_shape).then_some(letter);
    letters.into_iter().flatten().chain(same)
}

/// A text of the dictionary about the document: UTF-16 or UTF-8 where it says so, else Latin letters.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..] => {
            encoding_rs::UTF_8.decode(bytes).0.into_owned()
        }
        _ => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests;
