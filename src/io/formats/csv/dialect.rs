//! Which mark parts the cells, and how lines end.

use crate::scan::csv::{Rows, cells};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// The mark between two cells.
    pub(crate) delimiter: u8,
    /// The byte that ends a line: a line feed, or a carriage return where there are none.
    pub(crate) newline: u8,
    /// Where the first row begins: behind a line `sep=;`, if there is one, and behind comments.
    pub(crate) start: usize,
    /// Whether most rows that were looked at have another number of cells than the first.
    pub(crate) is_uneven: bool,
}

impl Dialect {
    /// The rows of `text` from byte `at` on, where one begins.
    pub(crate) const fn rows(self, text: &str, at: usize) -> Rows<'_> {
        Rows::new(text, self.delimiter, self.newline, at)
    }
}

/// Marks that part cells, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// Rows that are looked at, and bytes.
const ROWS: usize = 20;
const BYTES: usize = 256 << 10;

/// The dialect of a text; `None` where no delimiter makes more than one column.
#[must_use]
pub(crate) fn sniff(text: &str) -> Option<Dialect> {
    let sample = text.get(..text.floor_char_boundary(BYTES)).unwrap_or(text);
    let newline = if sample.contains('\n') { b'\n' } else { b'\r' };
    let start = text.len() - text.trim_start_matches(['\r', '\n']).len();
    if let Some((delimiter, start)) = stated(text, start) {
        return Some(Dialect {
            delimiter,
            newline,
            start,
            is_uneven: false,
        });
    }
    let start = behind_comments(text, start);
    let body = sample.get(start..).unwrap_or_default();
    let counted = DELIMITERS.map(|delimiter| (delimiter, columns(body, delimiter, newline)));
    let best = counted
        .into_iter()
        .rev()
        .filter(|(_, (columns, _))| *columns > 1)
        .max_by_key(|(_, (columns, alike))| (*alike, *columns))?;
    Some(Dialect {
        delimiter: best.0,
        newline,
        start,
        is_uneven: best.1.1 < 50,
    })
}

/// Where the first line begins that is no comment (`# made by …`).
fn behind_comments(text: &str, mut start: usize) -> usize {
    loop {
        let rest = text.get(start..).unwrap_or_default();
        let is_comment = ["# ", "##", "#!"].iter().any(|mark| rest.starts_with(mark));
        match rest.find('\n').filter(|_| is_comment) {
            Some(end) => start += end + 1,
            None => return start,
        }
    }
}

/// The delimiter that a spreadsheet's line `sep=;` states, and where the next line begins.
fn stated(text: &str, start: usize) -> Option<(u8, usize)> {
    let line = text.get(start..)?.split(['\r', '\n']).next()?;
    let mark = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    let delimiter = *mark.as_bytes().first().filter(|_| mark.len() == 1)?;
    let behind = text.get(start + line.len()..)?;
    let breaks = behind.len() - behind.trim_start_matches(['\r', '\n']).len();
    Some((delimiter, start + line.len() + breaks))
}

/// The columns of the first row, and in hundredths how many of the next rows have as many.
fn columns(sample: &str, delimiter: u8, newline: u8) -> (usize, usize) {
    let rows = Rows::new(sample, delimiter, newline, 0).take(ROWS);
    let rows = rows.filter_map(|row| sample.get(row));
    let mut counts: Vec<usize> = rows.map(|row| cells(row, delimiter).count()).collect();
    // The last row of a sample may be cut.
    if counts.len() > 2 {
        counts.pop();
    }
    let Some(first) = counts.first().copied() else {
        return (0, 0);
    };
    let alike = counts.iter().filter(|count| **count == first).count();
    (first, alike * 100 / counts.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(text: &str) -> Option<char> {
        sniff(text).map(|dialect| char::from(dialect.delimiter))
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_a_table() {
        assert_eq!(delimiter("a,b\n1,2\n"), Some(','));
        assert_eq!(delimiter("a;b\n1,5;2,5\n"), Some(';'));
        assert_eq!(delimiter("a\tb, c\n1\t2\n"), Some('\t'));
        assert_eq!(delimiter("\"a;x\",b\n\"1;2;3\",2\n\"4\",5"), Some(','));
        assert_eq!(delimiter("a|b\n1|2"), Some('|'));
        assert_eq!(delimiter("one\ntwo\n"), None);
        assert_eq!(delimiter(""), None);
    }

    #[test]
    fn a_stated_delimiter_is_taken_at_its_word() {
        let dialect = sniff("sep=;\r\na;b\r\n1;2").unwrap();
        assert_eq!((dialect.delimiter, dialect.start), (b';', 7));
    }

    #[test]
    fn line_breaks_inside_quotes_end_no_row() {
        assert_eq!(columns("\"a\nb\",c\nd,e", b',', b'\n'), (2, 100));
        assert_eq!(columns("a,\"b\"\r\n\r\nd,e", b',', b'\n'), (2, 100));
    }
}
