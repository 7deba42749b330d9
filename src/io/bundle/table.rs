//! `records.csv` and `datapackage.json`: the records as a table, and what its columns are (Frictionless).
//!
//! A date of EDTF is a text: a reader that took it for a date would fill in what it does not say. Beside it stand the
//! first and the last day that it allows and how finely it is written.

use std::{collections::HashSet, io::Write};

use serde_json::{Value, json};

use super::{DATA, parts::Part};
use crate::{
    io::{
        error::WriteErrorKind,
        export::Export,
        formats::csv::write::{CsvColumns, push},
    },
    model::{
        DatePrecision, DateShape, Endpoint, Record, RowId, Second, bounds::iso_day,
        preset::DERIVED_COLUMNS,
    },
    work::Progress,
};

/// The columns that stand beside the date.
const DAYS: [&str; 3] = ["start", "end", "precision"];
/// The columns that hold dates of EDTF.
const DATES: [&str; 3] = ["date", "last_confirmed", "reported"];
/// The letters of EDTF.
const EDTF: &str = "[0-9XYSETZW.,:/~?%+{}\\[\\]-]*";

/// The columns of a table, once it is written.
pub(super) struct Schema {
    columns: Vec<SchemaField>,
}

struct SchemaField {
    name: String,
    kind: FieldType,
}

#[derive(Clone, Copy, PartialEq)]
enum FieldType {
    Text,
    /// EDTF throughout.
    Edtf,
    /// A day of the years 1 to 9999, or nothing.
    Day,
    Number,
}

/// Writes the table; what its columns are.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<Schema, WriteErrorKind> {
    let columns = CsvColumns::of(export, rows);
    let mut schema = Schema::of(&columns);
    let own = schema.columns.len() - DAYS.len() - DERIVED_COLUMNS.len();
    let mut line = String::new();
    for SchemaField { name, .. } in &schema.columns {
        push(&mut line, name);
    }
    end(&mut line, out)?;
    Export::for_each_row(rows, progress, |row| {
        line.clear();
        let mut at = 0;
        columns.for_each_cell(export, row, |cell| {
            schema.look(at, cell);
            push(&mut line, cell);
            at += 1;
        });
        for (number, cell) in days(export, row).iter().enumerate() {
            schema.look(own + number, cell);
            push(&mut line, cell);
        }
        for cell in export.derived_cells(row) {
            push(&mut line, &cell);
        }
        end(&mut line, out)
    })?;
    Ok(schema)
}

fn end(line: &mut String, out: &mut dyn Write) -> Result<usize, WriteErrorKind> {
    // The comma behind the last cell makes room for the line break.
    line.pop();
    line.push('\n');
    out.write_all(line.as_bytes())?;
    Ok(line.len())
}

impl Schema {
    fn of(columns: &CsvColumns) -> Self {
        let is_own = !columns.are_of_a_table();
        let ours = DAYS.iter().chain(&DERIVED_COLUMNS);
        let mut seen: HashSet<String> = ours.clone().map(|name| (*name).to_owned()).collect();
        let mut all = Vec::new();
        for name in columns.names() {
            let kind = match name {
                "longitude" | "latitude" if is_own => FieldType::Number,
                name if DATES.contains(&name) => FieldType::Edtf,
                _ => FieldType::Text,
            };
            let name = unique(name, &mut seen);
            all.push(SchemaField { name, kind });
        }
        for name in ours {
            let kind = match *name {
                "start" | "end" => FieldType::Day,
                "weight" => FieldType::Number,
                _ => FieldType::Text,
            };
            let name = (*name).to_owned();
            all.push(SchemaField { name, kind });
        }
        Self { columns: all }
    }

    /// Takes in a cell: a column whose cells are not all of its kind is one of texts.
    fn look(&mut self, column: usize, cell: &str) {
        if let Some(SchemaField { kind, .. }) = self.columns.get_mut(column) {
            let fits = match kind {
                FieldType::Text => true,
                FieldType::Edtf => cell.chars().all(is_of_edtf),
                FieldType::Day => {
                    cell.is_empty() || (cell.len() == 10 && !cell.starts_with("0000"))
                }
                FieldType::Number => {
                    cell.is_empty() || cell.parse::<f64>().is_ok_and(f64::is_finite)
                }
            };
            if !fits {
                *kind = FieldType::Text;
            }
        }
    }

    /// `datapackage.json`, given the table that it is about.
    pub(super) fn text(&self, title: &str, table: &Part) -> String {
        let fields: Vec<Value> = self.columns.iter().map(field).collect();
        let path = table.name.strip_prefix(DATA).unwrap_or(&table.name);
        let package = json!({
            "profile": "tabular-data-package",
            "name": "records",
            "title": title,
            "resources": [{
                "profile": "tabular-data-resource",
                "name": "records",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": table.bytes,
                "hash": format!("sha256:{}", table.sha256),
                "schema": {"fields": fields},
            }],
        });
        format!("{package:#}\n")
    }
}

fn is_of_edtf(letter: char) -> bool {
    letter.is_ascii_digit() || "XYSETZW.,:/~?%+{}[]-".contains(letter)
}

fn field(field: &SchemaField) -> Value {
    let SchemaField { name, kind } = field;
    match kind {
        FieldType::Text => json!({"name": name, "type": "string"}),
        FieldType::Edtf => json!({
            "name": name,
            "type": "string",
            "description": "EDTF (ISO 8601-2)",
            "constraints": {"pattern": EDTF},
        }),
        FieldType::Day => json!({"name": name, "type": "date"}),
        FieldType::Number => json!({"name": name, "type": "number"}),
    }
}

/// A name that no column before has.
fn unique(name: &str, seen: &mut HashSet<String>) -> String {
    let name = if name.trim().is_empty() {
        "column"
    } else {
        name
    };
    let mut own = name.to_owned();
    let mut number = 1;
    while !seen.insert(own.clone()) {
        number += 1;
        own = format!("{name}_{number}");
    }
    own
}

/// The first and the last day of a record's date and how finely it is written.
fn days(export: &Export<'_>, row: RowId) -> [String; 3] {
    let hull = export.dataset.own_span(row).map(|span| span.hull());
    let day = |second: Option<Second>| {
        let second = second.filter(|it| *it != Second::MIN && *it != Second::MAX);
        second.map(iso_day).unwrap_or_default()
    };
    let record = hull.and_then(|_| export.dataset.record(row));
    let precision = record.as_deref().and_then(precision).unwrap_or_default();
    [
        day(hull.map(|it| it.earliest)),
        day(hull.map(|it| it.latest)),
        precision.to_owned(),
    ]
}

/// How finely a date is written: the coarser end of an interval.
fn precision(record: &Record) -> Option<&'static str> {
    let coarser = match record.date.as_ref()?.shape() {
        DateShape::Date(date) => date.precision,
        DateShape::Interval { start, end } => {
            let ends = [start, end].into_iter();
            ends.filter_map(Endpoint::date)
                .map(|it| it.precision)
                .max()?
        }
    };
    Some(match coarser {
        DatePrecision::Second => "second",
        DatePrecision::Minute => "minute",
        DatePrecision::Day => "day",
        DatePrecision::Days => "days",
        DatePrecision::Month => "month",
        DatePrecision::Season => "season",
        DatePrecision::Year => "year",
        DatePrecision::Decade => "decade",
        DatePrecision::Century => "century",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_told_apart() {
        let mut seen = HashSet::from(["start".to_owned()]);
        let names = ["start", "a", "a", "", " "].map(|name| unique(name, &mut seen));
        assert_eq!(names, ["start_2", "a", "a_2", "column", "column_2"]);
    }

    #[test]
    fn a_column_that_does_not_keep_to_its_kind_is_one_of_texts() {
        let mut schema = Schema {
            columns: vec![
                SchemaField {
                    name: "date".to_owned(),
                    kind: FieldType::Edtf,
                },
                SchemaField {
                    name: "end".to_owned(),
                    kind: FieldType::Day,
                },
            ],
        };
        schema.look(0, "2022-01~/..");
        schema.look(1, "2022-01-05");
        assert!(
            schema
                .columns
                .iter()
                .all(|field| field.kind != FieldType::Text)
        );
        schema.look(0, "spring, or so");
        schema.look(1, "-0044-03-15");
        assert!(
            schema
                .columns
                .iter()
                .all(|field| field.kind == FieldType::Text)
        );
    }
}
