//! A walk through the cells of a row, without taking any out.

use std::ops::Range;

use super::cell::Quote;
use crate::scan::{Form, Unusual, word};

/// Where a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowEnd {
    /// How many cells it has.
    pub cells: usize,
    /// The end of its text.
    pub end: usize,
    /// What stands behind its line break.
    pub next: usize,
}

/// The marks of a table.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// Between two cells.
    pub delimiter: u8,
    /// Between two rows; `None`: the text is one row.
    pub newline: Option<u8>,
}

/// Passes the row at `start` and calls `visit` with the number of each cell, where its text stands and
/// what it is: `Null` when it is empty, `Escaped` when it has doubled quotes in it.
///
/// # Errors
/// A quote that does not close at the end of its cell is unusual, and so is a NUL character.
pub fn row(
    text: &str,
    start: usize,
    marks: Marks,
    mut visit: impl FnMut(usize, Range<usize>, Form) -> Result<(), Unusual>,
) -> Result<RowEnd, Unusual> {
    let bytes = text.as_bytes();
    let mut seeker = Seeker::new(bytes, start, marks);
    let mut at = start;
    for column in 0.. {
        let is_quoted = bytes.get(at) == Some(&b'"');
        let (range, form, end) = if is_quoted {
            quoted(bytes, at)?
        } else {
            plain(bytes, at, seeker.next(), marks)
        };
        let form = if range.is_empty() { Form::Null } else { form };
        visit(column, range, form)?;
        if bytes.get(end) == Some(&marks.delimiter) {
            at = end + 1;
            if is_quoted {
                seeker.go_to(at);
            }
            continue;
        }
        let next = line_break(bytes, end, marks.newline)?;
        let row = bytes.get(start..end).ok_or(Unusual)?;
        return match memchr::memchr(0, row) {
            None => Ok(RowEnd {
                cells: column + 1,
                end,
                next,
            }),
            Some(_) => Err(Unusual),
        };
    }
    Err(Unusual)
}

/// The cell from `start` to the mark at `end`, which has no quotes around it, what it is and where it
/// ends.
fn plain(bytes: &[u8], start: usize, end: usize, marks: Marks) -> (Range<usize>, Form, usize) {
    let ends_line = marks.newline.is_some() && bytes.get(end) != Some(&marks.delimiter);
    let has_return = ends_line && end > start && bytes.get(end - 1) == Some(&b'\r');
    let end = if has_return { end - 1 } else { end };
    (start..end, Form::Plain, end)
}

/// The inside of the quoted cell at `start`, what it is and where it ends.
fn quoted(bytes: &[u8], start: usize) -> Result<(Range<usize>, Form, usize), Unusual> {
    let Quote { close, has_doubled } = Quote::of(bytes, start);
    let close = close.ok_or(Unusual)?;
    let form = if has_doubled {
        Form::Escaped
    } else {
        Form::Plain
    };
    Ok((start + 1..close, form, close + 1))
}

/// What stands behind the line break at `end`, or the end of the text.
fn line_break(bytes: &[u8], end: usize, newline: Option<u8>) -> Result<usize, Unusual> {
    let behind = |at: usize| match bytes.get(at) {
        None => Some(at),
        byte => newline.filter(|it| byte == Some(it)).map(|_| at + 1),
    };
    let has_return = newline.is_some() && bytes.get(end) == Some(&b'\r');
    behind(end)
        .or_else(|| behind(end + 1).filter(|_| has_return))
        .ok_or(Unusual)
}

/// Finds the marks of a table one after the other, eight bytes at a time.
struct Seeker<'a> {
    bytes: &'a [u8],
    /// The marks, eight times each.
    delimiters: u64,
    newlines: u64,
    /// Where the eight bytes begin that are looked at.
    at: usize,
    /// The high bit of each mark among them that is still to come.
    found: u64,
}

impl<'a> Seeker<'a> {
    fn new(bytes: &'a [u8], at: usize, marks: Marks) -> Self {
        let newline = marks.newline.unwrap_or(marks.delimiter);
        let mut seeker = Self {
            bytes,
            delimiters: word::eight(marks.delimiter),
            newlines: word::eight(newline),
            at,
            found: 0,
        };
        seeker.go_to(at);
        seeker
    }

    /// Looks for marks from `at` on.
    fn go_to(&mut self, at: usize) {
        let word = word::load(self.bytes, at);
        self.at = at;
        self.found = word::equal(word, self.delimiters) | word::equal(word, self.newlines);
    }

    /// Where the next mark stands, else the end.
    fn next(&mut self) -> usize {
        while self.found == 0 {
            if self.at >= self.bytes.len() {
                return self.bytes.len();
            }
            self.go_to(self.at + 8);
        }
        let at = self.at + word::first(self.found);
        self.found &= self.found - 1;
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: Marks = Marks {
        delimiter: b',',
        newline: Some(b'\n'),
    };
    const ONE_ROW: Marks = Marks {
        newline: None,
        ..LINES
    };

    fn end(row: &str, marks: Marks) -> Result<(usize, usize, usize), Unusual> {
        let found = super::row(row, 0, marks, |_, _, _| Ok(()))?;
        Ok((found.cells, found.end, found.next))
    }

    #[test]
    fn cells_are_found_where_they_stand() {
        let row = "a,\"b,\"\"c\",,\"\",d";
        for marks in [LINES, ONE_ROW] {
            let mut cells = Vec::new();
            let found = super::row(row, 0, marks, |column, range, form| {
                cells.push((column, &row[range], form));
                Ok(())
            });
            assert_eq!(found.unwrap().cells, 5);
            let expected = [
                (0, "a", Form::Plain),
                (1, "b,\"\"c", Form::Escaped),
                (2, "", Form::Null),
                (3, "", Form::Null),
                (4, "d", Form::Plain),
            ];
            assert_eq!(cells, expected);
            for odd in ["\"a", "\"a\"b,c", "a,\"b\" ", "a\0"] {
                assert_eq!(end(odd, marks), Err(Unusual), "{odd}");
            }
            assert_eq!(end("a,", marks), Ok((2, 2, 2)));
        }
    }

    #[test]
    fn a_row_ends_at_the_line_break_outside_quotes() {
        assert_eq!(end("a,b\nc,d", LINES), Ok((2, 3, 4)));
        assert_eq!(end("a,b\r\nc,d", LINES), Ok((2, 3, 5)));
        assert_eq!(end("a,\"b\nc\"\r\nd", LINES), Ok((2, 7, 9)));
        assert_eq!(end("a,\"b\"\r", LINES), Ok((2, 5, 6)));
        assert_eq!(end("a,\"b\"\rc\n", LINES), Err(Unusual));
        assert_eq!(end("a,b\nc", ONE_ROW), Ok((2, 5, 5)));
        assert_eq!(end("a,b\r", ONE_ROW), Ok((2, 4, 4)));
        assert_eq!(end("a,\"b\"\r", ONE_ROW), Err(Unusual));
    }

    #[test]
    fn marks_are_found_wherever_they_stand() {
        let text = ",\n,é-!m. \u{8C},a,,x\n\n.-+ four and five, \u{AC}\u{8A} six\n7,,,,,,,,,";
        let bytes = text.as_bytes();
        for from in 0..bytes.len() {
            let mut seeker = Seeker::new(bytes, from, LINES);
            for at in (from..bytes.len()).filter(|at| matches!(bytes[*at], b',' | b'\n')) {
                assert_eq!(seeker.next(), at, "{from}");
            }
            assert_eq!((seeker.next(), seeker.next()), (bytes.len(), bytes.len()));
        }
    }
}
