//! A walk through the cells of a row, without taking any out.

use std::ops::Range;

use super::scan::{Form, Unusual};

/// Calls `visit` with the number of each cell, where its text stands and what it is: `Null` when it is
/// empty, `Escaped` when it has doubled quotes in it. The number of cells.
///
/// # Errors
/// A quote that does not close at the end of its cell is unusual, and so is a NUL character.
pub(super) fn walk(
    row: &str,
    delimiter: u8,
    mut visit: impl FnMut(usize, Range<usize>, Form) -> Result<(), Unusual>,
) -> Result<usize, Unusual> {
    let bytes = row.as_bytes();
    if memchr::memchr(0, bytes).is_some() {
        return Err(Unusual);
    }
    let mut at = 0;
    for column in 0.. {
        let (range, form, end) = if bytes.get(at) == Some(&b'"') {
            quoted(bytes, at, delimiter)?
        } else {
            let rest = bytes.get(at..).ok_or(Unusual)?;
            let end = memchr::memchr(delimiter, rest).map_or(bytes.len(), |offset| at + offset);
            (at..end, Form::Plain, end)
        };
        let form = if range.is_empty() { Form::Null } else { form };
        visit(column, range, form)?;
        if end >= bytes.len() {
            return Ok(column + 1);
        }
        at = end + 1;
    }
    Err(Unusual)
}

/// The inside of the quoted cell at `start`, what it is and where it ends.
fn quoted(
    bytes: &[u8],
    start: usize,
    delimiter: u8,
) -> Result<(Range<usize>, Form, usize), Unusual> {
    let mut form = Form::Plain;
    let mut at = start + 1;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..).ok_or(Unusual)?).ok_or(Unusual)?;
        match bytes.get(at + 1) {
            Some(b'"') => {
                form = Form::Escaped;
                at += 2;
            }
            None => return Ok((start + 1..at, form, at + 1)),
            Some(next) if *next == delimiter => return Ok((start + 1..at, form, at + 1)),
            Some(_) => return Err(Unusual),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_where_they_stand() {
        let row = "a,\"b,\"\"c\",,\"\",d";
        let mut cells = Vec::new();
        let count = walk(row, b',', |column, range, form| {
            cells.push((column, &row[range], form));
            Ok(())
        });
        assert_eq!(count, Ok(5));
        let expected = [
            (0, "a", Form::Plain),
            (1, "b,\"\"c", Form::Escaped),
            (2, "", Form::Null),
            (3, "", Form::Null),
            (4, "d", Form::Plain),
        ];
        assert_eq!(cells, expected);
        for odd in ["\"a", "\"a\"b,c", "a,\"b\" ", "a\0"] {
            assert_eq!(walk(odd, b',', |_, _, _| Ok(())), Err(Unusual), "{odd}");
        }
        assert_eq!(walk("a,", b',', |_, _, _| Ok(())), Ok(2));
    }
}
