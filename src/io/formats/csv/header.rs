//! The names of the columns.

use super::{CsvError, MOST_COLUMNS, dialect::Dialect};
use crate::{
    data::table::unnamed,
    io::error::Place,
    model::{Issue, IssueKind, preset::UCDP_GED_COLUMNS, written_date::edtf_text},
    scan,
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
    let cells = cells(line, dialect.delimiter)?;
    if are_values(&cells) {
        // Some releases of this dataset have no header.
        if cells.len() == UCDP_GED_COLUMNS.len() {
            return Ok(Header {
                names: UCDP_GED_COLUMNS.map(Into::into).to_vec(),
                is_given: false,
            });
        }
        let start = Place { line: 1, column: 1 };
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

/// Whether most cells that are filled are numbers or dates, which no column is called by.
fn are_values(cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty());
    let is_value = |cell: &&String| cell.parse::<f64>().is_ok() || edtf_text(cell, None).is_ok();
    let values = filled.clone().filter(is_value).count();
    let share = if cells.len() == UCDP_GED_COLUMNS.len() {
        // Half of that dataset's columns hold text, and its first one never does.
        4
    } else {
        2
    };
    values > 0 && values * share >= filled.count()
}

/// The names, each once.
fn unique(cells: &[String], issues: &mut Vec<Issue>) -> Vec<Box<str>> {
    let mut taken = std::collections::HashSet::new();
    cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let mut name = cell.clone();
            if name.is_empty() {
                name = unnamed(column);
                issues.push(Issue::new(&name, IssueKind::HeaderEmpty, ""));
            } else if taken.contains(&name) {
                issues.push(Issue::new(&name, IssueKind::HeaderDuplicate, ""));
            }
            let plain = name.clone();
            let mut number = 2;
            while !taken.insert(name.clone()) {
                name = format!("{plain} ({number})");
                number += 1;
            }
            name.into()
        })
        .collect()
}
