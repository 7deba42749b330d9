//! CSV (RFC 4180, UTF-8): one column a property, then where, then the four bounds and how the record
//! stands in the window.
//!
//! Rows that were read from CSV keep their cells and the order of their columns. What a spreadsheet
//! would compute is protected by an apostrophe; numbers stay numbers. Reading the file again takes
//! the apostrophes off.

mod cell;
mod columns;
pub(in crate::io) use columns::{CsvColumns, properties, text};

use std::io::Write;

use crate::{
    data::{RecordFormat, SourceFile, table::most_cells},
    io::{error::WriteErrorKind, export::Export},
    model::{
        Bounds, Relation, RowId, Second,
        bounds::{iso_day, iso_second},
        preset::DERIVED_COLUMNS,
    },
    work::Progress,
};

pub(in crate::io) use cell::{push, push_as_it_is};

impl Export<'_> {
    /// Writes `rows` below a header.
    pub(in crate::io) fn write_csv(
        &self,
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        if self.as_read && self.is_one_layout() {
            return self.copy_csv(rows, out, progress);
        }
        let columns = CsvColumns::of(self, rows);
        let most = most_cells(self.dataset.parts().iter().map(|it| it.text.len()).sum());
        if rows.len().saturating_mul(columns.names().count()) > most {
            return Err(WriteErrorKind::TooManyCells(most));
        }
        let mut line = String::new();
        let derived: &[&str] = if self.as_read { &[] } else { &DERIVED_COLUMNS };
        for name in columns.names().chain(derived.iter().copied()) {
            push(&mut line, name);
        }
        finish(&mut line);
        out.write_all(line.as_bytes())?;
        Self::for_each_row(rows, progress, |row| {
            line.clear();
            columns.for_each_cell(self, row, |cell| push(&mut line, cell));
            if !self.as_read {
                for cell in self.derived_cells(row) {
                    push(&mut line, &cell);
                }
            }
            finish(&mut line);
            out.write_all(line.as_bytes())?;
            Ok(line.len())
        })
    }

    /// Whether every file is a table with the same header, so that rows can stand below one another.
    fn is_one_layout(&self) -> bool {
        let mut tables = self.dataset.parts().iter().map(|part| part.table.as_ref());
        let Some(Some(first)) = tables.next() else {
            return false;
        };
        let is_same = |part: &SourceFile| {
            let table = part.table.as_ref();
            part.format == RecordFormat::Csv
                && part.withheld().is_empty()
                && table.is_some_and(|table| {
                    table.names == first.names && table.delimiter == first.delimiter
                })
        };
        self.dataset.parts().iter().all(is_same)
    }

    /// Header and rows as they stand in the file, byte for byte.
    fn copy_csv(
        &self,
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        let table = self
            .dataset
            .parts()
            .iter()
            .find_map(|part| part.table.as_ref());
        if let Some(header) = table.map(|table| &table.header).filter(|it| !it.is_empty()) {
            out.write_all(header.as_bytes())?;
            out.write_all(b"\n")?;
        }
        Self::for_each_row(rows, progress, |row| {
            let text = self.dataset.bytes(row);
            out.write_all(text.as_bytes())?;
            out.write_all(b"\n")?;
            Ok(text.len())
        })
    }

    /// The bounds, whether the record is in the window for certain, and its weight.
    pub(in crate::io) fn derived_cells(&self, row: RowId) -> [String; 6] {
        let Some(span) = self.dataset.columns().span(row) else {
            let mut cells: [String; 6] = Default::default();
            "undated".clone_into(&mut cells[4]);
            return cells;
        };
        let [start_earliest, start_latest] = ends(&span.start);
        let [end_earliest, end_latest] = ends(&span.end);
        let relation = self.relation(row);
        let certainty = match relation {
            Some(Relation::Certain) => "certain",
            Some(Relation::Possible { .. }) => "possible",
            Some(Relation::Out) | None => "out",
        };
        let weight = relation.map_or(0.0, |relation| relation.weight());
        [
            start_earliest,
            start_latest,
            end_earliest,
            end_latest,
            certainty.to_owned(),
            rounded(weight),
        ]
    }
}

/// A weight in at most four decimals.
fn rounded(weight: f32) -> String {
    let text = format!("{weight:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The first and the last moment of bounds: a day where they are one, nothing where they are open.
fn ends(bounds: &Bounds) -> [String; 2] {
    [
        moment(bounds.earliest, 0),
        moment(bounds.latest, crate::model::DAY - 1),
    ]
}

/// The day of a second that lies at `edge` of it, else the second itself.
fn moment(second: Second, edge: Second) -> String {
    if second == Second::MIN || second == Second::MAX {
        return String::new();
    }
    if second.rem_euclid(crate::model::DAY) == edge {
        return iso_day(second);
    }
    iso_second(second)
}

/// Ends a row: the delimiter behind its last cell makes room for a line break.
fn finish(line: &mut String) {
    line.pop();
    line.push('\n');
}
