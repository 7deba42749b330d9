//! How the rows of a CSV file are taken apart (RFC 4180, and what spreadsheets make of it).

use std::borrow::Cow;

use crate::scan::csv::cells;

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
        // A short row is not to cost what the widest one would.
        let mut all = Vec::with_capacity(self.names.len().min(row.len() + 1));
        all.extend(cells(row, self.delimiter));
        all
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

/// Cells that a table may have whatever its length, with those that its short rows lack.
const CELLS_ALWAYS_READ: usize = 16_000_000;

/// The most cells that a table made of a text of `length` bytes may have, its short rows filled: each that
/// stands in the text has a byte at least, so that only rows far shorter than the table is wide come to more.
#[must_use]
pub const fn most_cells(length: usize) -> usize {
    CELLS_ALWAYS_READ.saturating_add(length)
}

/// What a column without a name is called.
#[must_use]
pub fn unnamed(column: usize) -> String {
    format!("column {}", column + 1)
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
    fn a_short_row_costs_its_bytes_and_not_the_width_of_its_table() {
        let table = Table {
            names: (0..8000).map(|it| unnamed(it).into()).collect(),
            delimiter: b',',
            header: "".into(),
            encoding: "UTF-8",
        };
        assert!(table.cells("a,b").capacity() <= 4);
    }

    #[test]
    fn cells_are_parted_at_delimiters_outside_quotes() {
        assert_eq!(cells("a,b,"), ["a", "b", ""]);
        assert_eq!(cells(r#""a,b","say ""no""",x"#), ["a,b", "say \"no\"", "x"]);
        assert_eq!(cells("a,\"b"), ["a", "\"b"]);
        assert_eq!(cells("\"a\nb\",c"), ["a\nb", "c"]);
        assert_eq!(cells(""), [""]);
        assert_eq!(cells("5\" gun,b"), ["5\" gun", "b"]);
        assert_eq!(cells("\"a\" ,\"b\"c"), ["a", "\"b\"c"]);
        assert_eq!(cells("\"a \"b\" c\",d"), ["\"a \"b\" c\"", "d"]);
        assert_eq!(cells("\"\",\"\"\"\""), ["", "\""]);
    }
}
