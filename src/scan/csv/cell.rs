//! One cell after the other, whatever they are written like.

use std::{borrow::Cow, iter};

/// A quote that opens a cell, and what closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// Where the quote stands that closes it; `None`: it is never closed.
    pub(super) close: Option<usize>,
    /// Whether there are doubled quotes between them, which stand for one.
    pub(super) has_doubled: bool,
}

impl Quote {
    /// The quote at `open`.
    pub(super) fn of(bytes: &[u8], open: usize) -> Self {
        let mut has_doubled = false;
        let mut at = open + 1;
        while let Some(offset) = memchr::memchr(b'"', bytes.get(at..).unwrap_or_default()) {
            let quote = at + offset;
            if bytes.get(quote + 1) != Some(&b'"') {
                return Self {
                    close: Some(quote),
                    has_doubled,
                };
            }
            has_doubled = true;
            at = quote + 2;
        }
        Self {
            close: None,
            has_doubled,
        }
    }
}

/// The cells of a row. Quotes around a cell go, doubled ones inside become single; a quote in the middle of a cell
/// is a letter like any other.
pub fn cells(row: &str, delimiter: u8) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = Some(row);
    iter::from_fn(move || {
        let (cell, behind) = next_cell(rest?, delimiter);
        rest = behind;
        Some(cell)
    })
}

/// The first cell of a text and what stands behind the delimiter, if there is one.
fn next_cell(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<&str>) {
    if text.starts_with('"') {
        return quoted_cell(text, delimiter);
    }
    let end = memchr::memchr(delimiter, text.as_bytes()).unwrap_or(text.len());
    let cell = text.get(..end).unwrap_or_default();
    (Cow::Borrowed(cell), text.get(end + 1..))
}

/// A cell that begins with a quote.
fn quoted_cell(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<&str>) {
    let Quote { close, has_doubled } = Quote::of(text.as_bytes(), 0);
    let inner = text.get(1..close.unwrap_or(text.len())).unwrap_or_default();
    let after = close.map_or(text.len(), |quote| quote + 1);
    let tail = text.get(after..).unwrap_or_default();
    let end = memchr::memchr(delimiter, tail.as_bytes()).unwrap_or(tail.len());
    let (trailing, behind) = (tail.get(..end).unwrap_or_default(), tail.get(end + 1..));
    let cell = match (close, has_doubled) {
        // A quote that is never closed is a letter.
        (None, _) => Cow::Borrowed(text),
        // A quote that does not close at the end of its cell is a letter too: the cell stays as it is written.
        _ if !trailing.trim().is_empty() => {
            let whole = text.get(..after + end).unwrap_or_default();
            Cow::Borrowed(whole.trim_end())
        }
        (_, false) => Cow::Borrowed(inner),
        (_, true) => Cow::Owned(inner.replace("\"\"", "\"")),
    };
    (cell, behind)
}
