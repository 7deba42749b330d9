//! The table in a sheet: which row is its header, and its rows as CSV.
//!
//! Above the header of a sheet that people made stand titles and notes, and a header may have two rows, the upper of
//! which names groups. Rows come one after the other and are written at once; only the first ones are kept, to find
//! the header among them.

use crate::io::{
    error::ReadErrorKind,
    formats::{
        Translated,
        csv::write::{push, push_as_it_is},
    },
    split::most_records,
    watch::Watch,
};
use crate::model::{
    Field, Issue, IssueKind, Mapping, Preset, preset::is_exported, written_date::edtf_text,
};

/// Rows among which the header is looked for.
pub(super) const LOOKED_AT: usize = 60;

/// Columns that a sheet may have, as all programs have it.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// Bytes of text that a sheet may come to whatever its length, and times its length beyond.
const ALWAYS_WRITTEN: usize = 192 << 20;
const MOST_TIMES: usize = 8;

/// Rows between two reports of progress.
const ROWS_BETWEEN_REPORTS: usize = 4096;

/// The filled cells of a row, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetRow {
    text: String,
    cells: Vec<(u32, std::ops::Range<usize>)>,
    /// How many of them hold a formula and no value.
    pub(super) formulas: usize,
}

impl SheetRow {
    /// Empties it, to be filled again.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.formulas = 0;
    }

    /// Adds the text of a cell; nothing for an empty one.
    pub(super) fn push(&mut self, column: u32, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let begin = self.text.len();
        self.text.push_str(text);
        let cell = (column, begin..self.text.len());
        // Some programs write cells in whatever order.
        let behind = self.cells.partition_point(|(known, _)| *known <= column);
        self.cells.insert(behind, cell);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    fn len(&self) -> usize {
        self.cells.len()
    }

    fn cells(&self) -> impl Iterator<Item = (u32, &str)> {
        let cells = self.cells.iter();
        cells.map(|(column, span)| (*column, self.text.get(span.clone()).unwrap_or_default()))
    }

    fn get(&self, column: u32) -> Option<&str> {
        self.cells().find(|(at, _)| *at == column).map(|it| it.1)
    }
}

/// How likely the table that people mean is in a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Nothing, or texts below one another.
    None,
    /// Columns with names.
    Table,
    /// Columns that have the names of dates or places.
    Records,
}

/// Where the header stands among the first rows of a sheet.
struct HeaderRow {
    /// Rows above it.
    above: usize,
    /// Whether it has a second row.
    is_double: bool,
    /// Its first column.
    first: u32,
    names: Vec<String>,
}

/// A sheet under reading.
pub(super) struct SheetGrid<'w> {
    watch: &'w Watch<'w>,
    /// Bytes of the file, unpacked.
    length: usize,
    /// The first rows, until the header is found.
    kept: Vec<SheetRow>,
    header: Option<HeaderRow>,
    /// The table, and the bytes of it that were handed on.
    text: String,
    before: usize,
    rows: usize,
    /// Cells to the left of the header.
    left_out: usize,
    /// Cells that hold a formula and no value.
    formulas: usize,
    /// Adds a cell: of a table of our own as its reader expects it, of any other as it is.
    add: fn(&mut String, &str),
}

impl<'w> SheetGrid<'w> {
    /// A sheet of a file of `length` bytes, unpacked.
    pub(super) const fn new(length: usize, watch: &'w Watch<'w>) -> Self {
        Self {
            watch,
            length,
            kept: Vec::new(),
            header: None,
            text: String::new(),
            before: 0,
            rows: 0,
            left_out: 0,
            formulas: 0,
            add: push_as_it_is,
        }
    }

    /// Adds a row; `at` bytes of the file have been read.
    ///
    /// # Errors
    /// When there are too many, they come to far more than the file, or nobody wants them any more.
    pub(super) fn push(&mut self, row: &SheetRow, at: usize) -> Result<(), ReadErrorKind> {
        if row.is_empty() {
            return Ok(());
        }
        if self.header.is_none() {
            self.kept.push(row.clone());
            return if self.kept.len() == LOOKED_AT {
                self.begin()
            } else {
                Ok(())
            };
        }
        self.write(row)?;
        if self.rows.is_multiple_of(ROWS_BETWEEN_REPORTS) {
            self.watch
                .advance(at as u64, Some(self.length.max(at) as u64), self.rows)
                .ok_or(ReadErrorKind::Cancelled)?;
        }
        Ok(())
    }

    /// How many first rows are kept.
    pub(super) const fn kept(&self) -> usize {
        self.kept.len()
    }

    /// How likely the first rows are those of a table.
    pub(super) fn likeness(&self) -> Likeness {
        let header = header_of(&self.kept);
        let has_rows = self.kept.len() > header.above + usize::from(header.is_double) + 1;
        if header.names.len() < 2 || !has_rows {
            return Likeness::None;
        }
        let names: Vec<&str> = header.names.iter().map(String::as_str).collect();
        let mapping = Mapping::of_names(&names);
        if mapping.preset().is_some()
            || [Field::Date, Field::Latitude, Field::Geometry]
                .iter()
                .any(|field| mapping.property(*field).is_some())
        {
            Likeness::Records
        } else {
            Likeness::Table
        }
    }

    /// Finds the header and writes the rows that were kept.
    fn begin(&mut self) -> Result<(), ReadErrorKind> {
        let kept = std::mem::take(&mut self.kept);
        let header = header_of(&kept);
        let rows = header.above + usize::from(header.is_double) + 1;
        let names: Vec<&str> = header.names.iter().map(String::as_str).collect();
        if Preset::recognise(&names) == Some(Preset::Sahelscope) || is_exported(&names) {
            self.add = push;
        }
        self.text.push_str("sep=,\n");
        for name in &header.names {
            (self.add)(&mut self.text, name);
        }
        // Two columns are the least that a table has.
        if header.names.len() > 1 {
            self.text.pop();
        }
        self.text.push('\n');
        self.header = Some(header);
        kept.iter().skip(rows).try_for_each(|row| self.write(row))
    }

    fn write(&mut self, row: &SheetRow) -> Result<(), ReadErrorKind> {
        let Some(header) = &self.header else {
            return Ok(());
        };
        let limit = most_records(self.length);
        if self.rows >= limit {
            return Err(ReadErrorKind::TooManyRecords(limit));
        }
        self.rows += 1;
        self.formulas += row.formulas;
        let width = header.names.len() as u32;
        let mut next = 0;
        for (column, text) in row.cells() {
            let Some(column) = column.checked_sub(header.first) else {
                self.left_out += 1;
                continue;
            };
            // Of two cells in one place the first counts.
            if column < next {
                continue;
            }
            (next..column).for_each(|_| self.text.push(','));
            (self.add)(&mut self.text, text);
            next = column + 1;
        }
        (next..width).for_each(|_| self.text.push(','));
        self.text.pop();
        self.text.push('\n');
        let most = ALWAYS_WRITTEN.max(self.length.saturating_mul(MOST_TIMES));
        if self.before + self.text.len() > most {
            return Err(ReadErrorKind::Bomb(most as u64));
        }
        self.before += self
            .watch
            .hand_on(&mut self.text)
            .ok_or(ReadErrorKind::Cancelled)?;
        Ok(())
    }

    /// The table.
    ///
    /// # Errors
    /// As when a row is added.
    pub(super) fn finish(mut self, sheet: &str) -> Result<Translated, ReadErrorKind> {
        if self.header.is_none() {
            self.begin()?;
        }
        let mut issues = Vec::new();
        if let Some(header) = &self.header {
            let left = header.above + self.left_out;
            if left > 0 {
                issues.push(Issue::new(sheet, IssueKind::NotRead, &left.to_string()));
            }
            if self.formulas > 0 {
                let count = self.formulas.to_string();
                issues.push(Issue::new(sheet, IssueKind::FormulaAlone, &count));
            }
            if self.rows == 0 && header.names.concat().is_empty() {
                return Err(ReadErrorKind::Empty);
            }
        }
        Ok(Translated::of_rows(self.text, issues))
    }
}

/// The header among the first rows: the first that is about as wide as the widest, and mostly text.
fn header_of(rows: &[SheetRow]) -> HeaderRow {
    let widest = rows.iter().map(SheetRow::len).max().unwrap_or(0);
    let is_wide = |row: &&SheetRow| row.len() * 5 >= widest * 3;
    let is_header =
        |row: &SheetRow| row.len() >= 2.min(widest) && is_wide(&row) && !has_values(row);
    let above = rows.iter().position(is_header);
    // Without one the first row has to tell; the reader of tables says so.
    let above = above.or_else(|| rows.iter().position(|row| is_wide(&row)));
    let mut above = above.unwrap_or(0);
    // A row of groups is narrower than the row of names below it.
    let is_group = |upper: &SheetRow, lower: &SheetRow| {
        upper.len() >= 2
            && !has_values(upper)
            && lower.len() > upper.len()
            && upper.cells().all(|(column, _)| lower.get(column).is_some())
    };
    let mut is_double = false;
    if let Some([upper, lower]) = above.checked_sub(1).and_then(|at| rows.get(at..at + 2))
        && is_group(upper, lower)
    {
        above -= 1;
        is_double = true;
    } else if let Some([upper, lower, body, ..]) = rows.get(above..) {
        // Names of groups stand above cells that are blank in no row but this one.
        let fills = |column: u32| upper.get(column).is_none() && lower.get(column).is_some();
        let gaps = lower.cells().filter(|(column, _)| fills(*column)).count();
        is_double = gaps > 0 && !has_values(lower) && has_values(body) && !has_values(upper);
    }
    let names = names(rows.get(above), rows.get(above + 1).filter(|_| is_double));
    let first = names.first().map_or(0, |(column, _)| *column);
    let mut list: Vec<String> = Vec::new();
    for (column, name) in names {
        list.resize((column - first) as usize, String::new());
        list.push(name);
    }
    HeaderRow {
        above,
        is_double,
        first,
        names: list,
    }
}

/// The names of the columns, in order; those of a group begin with its name.
fn names(upper: Option<&SheetRow>, lower: Option<&SheetRow>) -> Vec<(u32, String)> {
    let own = |row: Option<&SheetRow>| -> Vec<(u32, String)> {
        let cells = row.into_iter().flat_map(SheetRow::cells);
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        cells.map(|(at, text)| (at, one_line(text))).collect()
    };
    let (upper, lower) = (own(upper), own(lower));
    let mut all: std::collections::BTreeMap<u32, String> = upper.iter().cloned().collect();
    for (column, name) in lower {
        let group = upper.iter().rev().find(|(at, _)| *at <= column);
        let name = match group {
            Some((_, group)) if *group != name => format!("{group} {name}"),
            _ => name,
        };
        all.insert(column, name);
    }
    all.into_iter().collect()
}

/// Whether numbers or dates are among the cells of a row, more than one in five.
fn has_values(row: &SheetRow) -> bool {
    let is_value = |text: &str| text.trim().parse::<f64>().is_ok() || edtf_text(text, None).is_ok();
    let values = row.cells().filter(|(_, text)| is_value(text)).count();
    values > 0 && values * 5 >= row.len()
}
