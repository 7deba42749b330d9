//! The names of the columns.

use std::collections::{HashMap, HashSet};

use super::{
    CsvError, MOST_COLUMNS,
    dialect::{Dialect, is_value},
};
use crate::{
    data::table::unnamed,
    io::text_position::TextPosition,
    model::{
        Issue, IssueKind,
        preset::{Preset, headless, is_exported},
    },
    scan,
    text::formula::unguarded,
};

/// The names, and whether the file itself gives them.
pub(super) struct Header {
    pub(super) names: Vec<Box<str>>,
    pub(super) is_given: bool,
}

/// Reads the first row. Columns without a name and names that come twice get one of their own,
/// with an issue.
pub(super) fn read(
    line: &str,
    dialect: &Dialect,
    issues: &mut Vec<Issue>,
) -> Result<Header, CsvError> {
    let mut cells = cells(line, dialect.delimiter)?;
    // Some releases of known datasets have no header.
    let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
    if let Some(found) = headless::columns_of_row(&texts) {
        let known = found.before..found.before + found.columns.len();
        let name = |column: usize| match column.checked_sub(found.before) {
            Some(at) if known.contains(&column) => {
                found.columns.get(at).copied().unwrap_or("").into()
            }
            _ => unnamed(column).into(),
        };
        return Ok(Header {
            names: (0..texts.len()).map(name).collect(),
            is_given: false,
        });
    }
    unprotect(&mut cells);
    if are_values(&cells) {
        let start = TextPosition { line: 1, column: 1 };
        return Err(CsvError::NoHeader(start));
    }
    Ok(Header {
        names: unique(&cells, issues),
        is_given: true,
    })
}

fn cells(line: &str, delimiter: u8) -> Result<Vec<String>, CsvError> {
    let cells = scan::csv::cells(line, delimiter).take(MOST_COLUMNS + 1);
    let cells: Vec<String> = cells
        .map(|cell| cell.trim().trim_start_matches('\u{FEFF}').to_owned())
        .collect();
    if cells.len() > MOST_COLUMNS {
        return Err(CsvError::TooManyColumns(MOST_COLUMNS));
    }
    Ok(cells)
}

/// Whether names of columns are parts of sentences.
pub(super) fn is_prose(names: &[Box<str>]) -> bool {
    let words = |name: &str| name.split_whitespace().count();
    let all: usize = names.iter().map(|name| words(name)).sum();
    all >= names.len() * 4 || names.iter().any(|name| words(name) >= 12)
}

/// Takes the apostrophes off that an export put before names which a spreadsheet would compute: as our own cells are
/// read, so are our own columns.
fn unprotect(cells: &mut [String]) {
    let names: Vec<&str> = cells.iter().map(String::as_str).collect();
    if Preset::recognise(&names) == Some(Preset::Sahelscope) || is_exported(&names) {
        for cell in cells {
            *cell = unguarded(cell).to_owned();
        }
    }
}

/// Years or months in a row that are names of columns.
const YEARS: usize = 3;

/// Whether most cells that are filled are numbers or dates, which no column is called by. Years or months one after the
/// other are what columns of counts are called by.
fn are_values(cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty());
    let filled: Vec<&str> = filled.map(String::as_str).collect();
    let runs = filled.chunk_by(|before, after| follow(before, after));
    let others = runs.filter(|run| run.len() < YEARS);
    let others: Vec<&str> = others.flatten().copied().collect();
    let values = others.iter().filter(|cell| is_value(cell)).count();
    values > 0 && values * 2 >= others.len()
}

/// Whether two cells are years, or months, of which the second comes behind the first.
fn follow(before: &str, after: &str) -> bool {
    let is_one = |cell: &str| {
        let (year, month) = cell.split_once('-').unwrap_or((cell, "01"));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        year.len() == 4 && month.len() == 2 && is_number(year) && is_number(month)
    };
    before.len() == after.len() && before < after && is_one(before) && is_one(after)
}

/// The names, each once.
fn unique(cells: &[String], issues: &mut Vec<Issue>) -> Vec<Box<str>> {
    let mut names = UniqueNames::default();
    cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let mut name = cell.clone();
            if name.is_empty() {
                name = unnamed(column);
                issues.push(Issue::new(&name, IssueKind::HeaderEmpty, ""));
            } else if names.taken.contains(&name) {
                issues.push(Issue::new(&name, IssueKind::HeaderDuplicate, ""));
            }
            names.give(&name).into()
        })
        .collect()
}

/// Names that are given once each.
#[derive(Default)]
struct UniqueNames {
    taken: HashSet<String>,
    /// The number that the next column of a name gets.
    next: HashMap<String, usize>,
    /// How many names were tried.
    tries: usize,
}

impl UniqueNames {
    /// Gives a name that nobody has: `name`, else that with the next free number behind it. A name that comes
    /// again goes on where it stopped, so that many alike do not try all numbers anew.
    fn give(&mut self, name: &str) -> String {
        let mut given = name.to_owned();
        self.tries += 1;
        while !self.taken.insert(given.clone()) {
            let number = self.next.entry(name.to_owned()).or_insert(2);
            given = format!("{name} ({number})");
            *number += 1;
            self.tries += 1;
        }
        given
    }
}

#[cfg(test)]
mod tests {
    use super::{UniqueNames, are_values};

    #[test]
    fn columns_that_are_all_called_the_same_are_named_in_a_step_or_two_each() {
        let mut names = UniqueNames::default();
        let given: Vec<String> = (0..5000).map(|_| names.give("a")).collect();
        assert_eq!(given.first().map(String::as_str), Some("a"));
        assert_eq!(given.last().map(String::as_str), Some("a (5000)"));
        assert!(names.tries <= 2 * given.len(), "{}", names.tries);
    }

    #[test]
    fn years_in_a_row_are_names_of_columns_and_days_are_not() {
        let is = |row: &str| are_values(&row.split(',').map(str::to_owned).collect::<Vec<_>>());
        assert!(!is("place,2019,2020,2021,2022"));
        assert!(!is("place,kind,2022-01,2022-02,2022-03"));
        assert!(is("r1,12.6,2019,2020,2021"));
        assert!(is("r1,2022-01-05,2022-01-06,2022-01-07"));
        assert!(is("r1,2022,2021"));
    }
}
