//! Which mark parts the cells, and how lines end.

use crate::{
    model::written_date::edtf_text,
    scan::csv::{CsvRows, cells},
};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// The mark between two cells.
    pub(crate) delimiter: u8,
    /// The byte that ends a line: a line feed, or a carriage return where there are none.
    pub(crate) newline: u8,
    /// Where the first row begins: behind a line `sep=;`, if there is one, and behind comments.
    pub(crate) start: usize,
    /// Where titles and notes above the header begin, if there are any; they end where that begins.
    pub(crate) above: Option<usize>,
    /// Whether most rows that were looked at have another number of cells than the first.
    pub(crate) is_uneven: bool,
}

impl Dialect {
    /// The rows of `text` from byte `at` on, where one begins.
    pub(crate) const fn rows(self, text: &str, at: usize) -> CsvRows<'_> {
        CsvRows::new(text, self.delimiter, self.newline, at)
    }

    /// Whether it may be running text: its rows are of many widths, or below lines that would be titles no cell of the
    /// next rows is a number or a date.
    pub(crate) fn may_be_prose(self, text: &str) -> bool {
        let has_values = || {
            let rows = self.rows(text, self.start).skip(1).take(ROWS);
            let mut rows = rows.filter_map(|row| text.get(row));
            rows.any(|row| cells(row, self.delimiter).any(|cell| is_value(cell.trim())))
        };
        self.is_uneven || (self.above.is_some() && !has_values())
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
            above: None,
            is_uneven: false,
        });
    }
    let start = behind_comments(text, start);
    let body = sample.get(start..).unwrap_or_default();
    let counted = DELIMITERS.map(|delimiter| (delimiter, columns(body, delimiter, newline)));
    // Titles are believed in only where the first line is no header by any delimiter.
    let is_plain = |found: &Found| found.at == 0 && found.alike >= EVEN;
    let (delimiter, found) = counted
        .into_iter()
        .rev()
        .filter(|(_, found)| found.columns > 1)
        .max_by_key(|(_, found)| (is_plain(found), found.alike, found.columns))?;
    Some(Dialect {
        delimiter,
        newline,
        start: start + found.at,
        above: (found.at > 0).then_some(start),
        is_uneven: found.alike < EVEN,
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

/// A row of a sample.
struct Sampled {
    cells: usize,
    filled: usize,
    range: std::ops::Range<usize>,
}

/// What a delimiter makes of a sample.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    /// Where its header begins.
    at: usize,
    /// The columns of that.
    columns: usize,
    /// In hundredths how many of the rows from there on have as many.
    alike: usize,
}

/// The columns of the header, and how many of the next rows have as many.
fn columns(sample: &str, delimiter: u8, newline: u8) -> Found {
    let rows = CsvRows::new(sample, delimiter, newline, 0).take(ROWS);
    let sampled = |row: std::ops::Range<usize>| {
        let cells: Vec<_> = cells(sample.get(row.clone())?, delimiter).collect();
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty());
        Some(Sampled {
            cells: cells.len(),
            filled: filled.count(),
            range: row,
        })
    };
    let mut rows: Vec<Sampled> = rows.filter_map(sampled).collect();
    // The last row of a sample may be cut.
    if rows.len() > 2 {
        rows.pop();
    }
    let has_values = |row: &Sampled| {
        let row = sample.get(row.range.clone()).unwrap_or_default();
        cells(row, delimiter).any(|cell| is_value(cell.trim()))
    };
    let below = below_titles(&rows, has_values);
    let from = |first: usize| {
        let rows = rows.get(first..).unwrap_or_default();
        let header = rows.first()?;
        let alike = rows.iter().filter(|row| row.cells == header.cells).count();
        Some(Found {
            at: if first == 0 { 0 } else { header.range.start },
            columns: header.cells,
            alike: alike * 100 / rows.len(),
        })
    };
    let is_sure = |found: &Found| found.alike >= SURE;
    let found = below.and_then(from).filter(is_sure).or_else(|| from(0));
    found.unwrap_or(Found {
        at: 0,
        columns: 0,
        alike: 0,
    })
}

/// How many of the rows are as wide as the header, in hundredths, where the table is an even one.
const EVEN: usize = 50;

/// How many of the rows below titles are as wide as the header, in hundredths, where the titles are believed to be
/// such.
const SURE: usize = 80;

/// The first row that may be a header below titles and notes, which are much narrower than the rows that follow; `None`
/// where the first row itself is not, or nothing below is a header with a row of its own.
fn below_titles(rows: &[Sampled], has_values: impl Fn(&Sampled) -> bool) -> Option<usize> {
    let usual = rows.iter().map(|row| row.cells).max_by_key(|width| {
        let alike = rows.iter().filter(|row| row.cells == *width).count();
        (alike, *width)
    })?;
    let is_wide = |row: &Sampled| row.filled >= 2 && row.filled * 5 >= usual * 3;
    let header = rows.iter().position(is_wide)?;
    let is_header = |row: &Sampled| !has_values(row);
    let is_below = header > 0 && header + 1 < rows.len();
    (is_below && rows.get(header).is_some_and(is_header)).then_some(header)
}

/// Whether a cell is a number or a date, which no column is called by.
pub(super) fn is_value(cell: &str) -> bool {
    cell.parse::<f64>().is_ok() || edtf_text(cell, None).is_ok()
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
        let all_of_two = Found {
            at: 0,
            columns: 2,
            alike: 100,
        };
        assert_eq!(columns("\"a\nb\",c\nd,e", b',', b'\n'), all_of_two);
        assert_eq!(columns("a,\"b\"\r\n\r\nd,e", b',', b'\n'), all_of_two);
    }

    fn header(text: &str) -> Option<(&str, Option<usize>)> {
        let dialect = sniff(text)?;
        Some((text.get(dialect.start..)?.lines().next()?, dialect.above))
    }

    #[test]
    fn titles_above_a_header_are_told_by_what_is_below() {
        let table = "id,when,lat,lon\n1,2022-01-05,12,-8\n2,2022-01-06,13,-6\n";
        let first = Some(("id,when,lat,lon", Some(0)));
        for title in [
            "A list\n",
            "A list, made by hand\nSeen 2 May; all of it\n\n",
            "A list,,,\n,,,\n",
            "# one\n",
        ] {
            let text = format!("{title}{table}");
            let found = header(&text);
            let expected = if title.starts_with('#') {
                Some(("id,when,lat,lon", None))
            } else {
                first
            };
            assert_eq!(found, expected, "{title}");
        }
        assert_eq!(header(table), Some(("id,when,lat,lon", None)));
        // A header with too few names is one all the same, and text is no table.
        let short = "id,when\n1,2022-01-05,12,-8,a\n2,2022-01-06,13,-6,b\n";
        assert_eq!(header(short), Some(("id,when", None)));
        let prose = "Dear all,\nthis, as was said, is text.\nIt ends here\nAnd so on, and on\n";
        assert_eq!(header(prose), Some(("Dear all,", None)));
    }
}
