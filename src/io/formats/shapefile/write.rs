//! Features to the files of an archive.

use crate::model::RowId;
use std::{collections::HashSet, io::Write};

use serde_json::Value;

use super::{
    CARRIED,
    dbf::{self, MOST_COLUMNS, WIDEST},
    shape_writer::{self, ShapeType as Shapes},
};
use crate::{
    io::{
        error::WriteErrorKind,
        export::Export,
        formats::{
            fields::{ExportField, ExportFields, FeatureParts, FieldType, encoded},
            zip::Archive,
        },
    },
    work::Progress,
};

/// Longitude and latitude on the globe of 1984, as these files describe it.
const SYSTEM: &str = r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;

/// Letters of a name, and digits of numbers.
const LETTERS: usize = 10;
const DIGITS: usize = 18;
const DIGITS_OF_REAL: usize = 24;

/// Writes `rows` as an archive.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    let mut columns = ExportFields::of(export, rows, &[], progress)?;
    columns.0.truncate(MOST_COLUMNS);
    shorten(&mut columns.0);
    let mut widths = vec![1; columns.0.len()];
    Export::for_each_row(rows, progress, |row| {
        let parts = FeatureParts::of(export, row);
        for (column, width) in columns.0.iter().zip(&mut widths) {
            *width = cell(&parts, column).len().max(*width);
        }
        Ok(0)
    })?;
    let fields: Vec<(String, u8, usize)> = columns
        .0
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            let (kind, width) = match column.kind {
                FieldType::Boolean => (b'L', 1),
                FieldType::Integer => (b'N', width.min(DIGITS)),
                FieldType::Real => (b'F', DIGITS_OF_REAL),
                FieldType::Day => (b'D', 8),
                FieldType::Moment | FieldType::Text | FieldType::Json => (b'C', width),
            };
            (column.name.clone(), kind, width)
        })
        .collect();
    let mut files = Shapes::ALL.map(|kind| {
        (
            kind,
            shape_writer::ShapeWriter::new(kind),
            dbf::DbfWriter::new(&fields),
        )
    });
    Export::for_each_row(rows, progress, |row| {
        let parts = FeatureParts::of(export, row);
        let kind = Shapes::of(&parts.geometry);
        let cells: Vec<String> = columns
            .0
            .iter()
            .map(|column| cell(&parts, column))
            .collect();
        if let Some((_, shapes, table)) = files.iter_mut().find(|(it, _, _)| *it == kind) {
            shapes.push(&parts.geometry);
            table.push(&cells);
        }
        Ok(export.dataset.bytes(row).len())
    })?;
    pack(files, &columns.carried(export, rows), out)
}

/// Puts the files into an archive: those that have records, the first in any case.
fn pack(
    files: [(Shapes, shape_writer::ShapeWriter, dbf::DbfWriter); 4],
    carried: &str,
    out: &mut dyn Write,
) -> Result<(), WriteErrorKind> {
    let mut archive = Archive::new(out);
    let mut add = |name: &str, bytes: &[u8]| {
        archive.add(name, |out| {
            out.write_all(bytes).map_err(WriteErrorKind::from)
        })
    };
    let is_empty = files.iter().all(|(_, shapes, _)| shapes.is_empty());
    for (kind, shapes, table) in files {
        if shapes.is_empty() && !(is_empty && kind == Shapes::Points) {
            continue;
        }
        let [shapes, index] = shapes.finish();
        let name = kind.name();
        add(&format!("{name}.shp"), &shapes)?;
        add(&format!("{name}.shx"), &index)?;
        add(&format!("{name}.dbf"), &table.finish())?;
        add(&format!("{name}.prj"), SYSTEM.as_bytes())?;
        add(&format!("{name}.cpg"), b"UTF-8")?;
    }
    add(CARRIED, carried.as_bytes())?;
    Ok(archive.finish()?)
}

/// Gives columns names of ten letters, each once.
fn shorten(columns: &mut [ExportField]) {
    let mut taken = HashSet::new();
    for column in columns {
        let plain: String = column
            .name
            .chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() {
                    letter
                } else {
                    '_'
                }
            })
            .take(LETTERS)
            .collect();
        let mut name = plain.clone();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            let mark = format!("_{number}");
            let kept = plain.len().min(LETTERS - mark.len());
            name = format!("{}{mark}", plain.get(..kept).unwrap_or_default());
            number += 1;
        }
        column.name = name;
    }
}

/// What a table has of a record in a column: a text no longer than it holds; JSON that is longer is left out, because
/// a part of it is none.
fn cell(parts: &FeatureParts, column: &ExportField) -> String {
    let Some(value) = parts.value(column) else {
        return String::new();
    };
    match (column.kind, value) {
        (FieldType::Boolean, value) => if *value == Value::Bool(true) {
            "T"
        } else {
            "F"
        }
        .to_owned(),
        (FieldType::Integer | FieldType::Real, value) => {
            let text = value.to_string();
            let most = if column.kind == FieldType::Integer {
                DIGITS
            } else {
                DIGITS_OF_REAL
            };
            // A number with some of its digits is another.
            if text.len() <= most {
                text
            } else {
                String::new()
            }
        }
        (FieldType::Day, Value::String(day)) => day.replace('-', ""),
        (FieldType::Json, value) => {
            let text = encoded(value);
            if text.len() <= WIDEST {
                text
            } else {
                String::new()
            }
        }
        (_, Value::String(text)) => {
            let end = text.floor_char_boundary(WIDEST);
            text.get(..end).unwrap_or_default().to_owned()
        }
        (_, other) => other.to_string(),
    }
}
