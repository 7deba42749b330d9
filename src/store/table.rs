//! How the rows of a CSV file are taken apart (RFC 4180, and what spreadsheets make of it).

use std::borrow::Cow;

/// The columns of a file and the marks between its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns, each once; a column without a name is called by its number.
    pub names: Vec<Box<str>>,
    /// What stands between two cells: a comma, a semicolon, a tab or a bar.
    pub delimiter: u8,
    /// The header as it stands in the file; empty when it has none.
    pub header: Box<str>,
    /// The encoding that the file was taken to be in.
    pub encoding: &'static str,
}

impl Table {
    /// The cells of a row. Quotes around a cell go, doubled ones inside become single; a quote in
    /// the middle of a cell is a letter like any other.
    #[must_use]
    pub fn cells<'a>(&self, row: &'a str) -> Vec<Cow<'a, str>> {
        let mut cells = Vec::with_capacity(self.names.len());
        let mut rest = Some(row);
        while let Some(text) = rest {
            let (cell, behind) = next_cell(text, self.delimiter);
            cells.push(cell);
            rest = behind;
        }
        cells
    }

    /// The names as plain references.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.names.iter().map(AsRef::as_ref).collect()
    }

    /// The name of a column, also of one beyond the header.
    #[must_use]
    pub fn name(&self, column: usize) -> Cow<'_, str> {
        self.names.get(column).map_or_else(
            || Cow::Owned(unnamed(column)),
            |name| Cow::Borrowed(name.as_ref()),
        )
    }
}

/// What a column without a name is called.
#[must_use]
pub fn unnamed(column: usize) -> String {
    format!("column {}", column + 1)
}

/// The first cell of a text and what stands behind the delimiter, if there is one.
#[must_use]
pub fn next_cell(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<&str>) {
    if text.starts_with('"') {
        return quoted_cell(text, delimiter);
    }
    let end = memchr::memchr(delimiter, text.as_bytes()).unwrap_or(text.len());
    let cell = text.get(..end).unwrap_or_default();
    (Cow::Borrowed(cell), text.get(end + 1..))
}

/// A cell that begins with a quote. What stands between the closing quote and the delimiter
/// belongs to the cell, so that nothing is lost.
fn quoted_cell(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<&str>) {
    let bytes = text.as_bytes();
    let mut closing = None;
    let mut at = 1;
    let mut has_doubled = false;
    while let Some(offset) = memchr::memchr(b'"', bytes.get(at..).unwrap_or_default()) {
        let quote = at + offset;
        if bytes.get(quote + 1) == Some(&b'"') {
            has_doubled = true;
            at = quote + 2;
        } else {
            closing = Some(quote);
            break;
        }
    }
    let inner = text
        .get(1..closing.unwrap_or(text.len()))
        .unwrap_or_default();
    let after = closing.map_or(text.len(), |quote| quote + 1);
    let tail = text.get(after..).unwrap_or_default();
    let end = memchr::memchr(delimiter, tail.as_bytes()).unwrap_or(tail.len());
    let (trailing, behind) = (tail.get(..end).unwrap_or_default(), tail.get(end + 1..));
    let cell = match (closing, has_doubled) {
        // A quote that is never closed is a letter.
        (None, _) => Cow::Borrowed(text),
        (_, false) if trailing.trim().is_empty() => Cow::Borrowed(inner),
        _ => Cow::Owned(inner.replace("\"\"", "\"") + trailing.trim_end()),
    };
    (cell, behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<String> {
        let table = Table {
            names: Vec::new(),
            delimiter: b',',
            header: "".into(),
            encoding: "UTF-8",
        };
        table.cells(row).into_iter().map(Cow::into_owned).collect()
    }

    #[test]
    fn cells_are_parted_at_delimiters_outside_quotes() {
        assert_eq!(cells("a,b,"), ["a", "b", ""]);
        assert_eq!(cells(r#""a,b","say ""no""",x"#), ["a,b", "say \"no\"", "x"]);
        assert_eq!(cells("a,\"b"), ["a", "\"b"]);
        assert_eq!(cells("\"a\nb\",c"), ["a\nb", "c"]);
        assert_eq!(cells(""), [""]);
        assert_eq!(cells("5\" gun,b"), ["5\" gun", "b"]);
        assert_eq!(cells("\"a\" ,\"b\"c"), ["a", "bc"]);
        assert_eq!(cells("\"\",\"\"\"\""), ["", "\""]);
    }
}
