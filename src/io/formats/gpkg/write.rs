//! Features to one table of a database.

use crate::model::RowId;
use std::{fmt::Write as _, io::Write};

use rusqlite::{Connection, MAIN_DB, Transaction, params, params_from_iter, types::Value as Sql};
use serde_json::Value;

use super::{CARRIED, ROW, read::quoted};
use crate::{
    io::{
        error::WriteErrorKind,
        export::Export,
        formats::{
            fields::{ExportFields, FeatureParts, FieldType, encoded},
            wkb::{self, Envelope},
        },
    },
    work::Progress,
};

/// The table, its number of rows, and its geometries.
const TABLE: &str = "records";
const GEOMETRY: &str = "geom";

/// The tables that every such database has (OGC 12-128r19, annex C), and the extensions that are used here. What says
/// when something was changed has the first day that archives know: the same records give the same file.
const SCHEMA: &str = include_str!("schema.sql");

impl From<rusqlite::Error> for WriteErrorKind {
    fn from(error: rusqlite::Error) -> Self {
        std::io::Error::other(error.to_string()).into()
    }
}

/// Writes `rows` as a database.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    let columns = ExportFields::of(export, rows, &[ROW, GEOMETRY], progress)?;
    let mut database = Connection::open_in_memory()?;
    database.execute_batch(SCHEMA)?;
    let work = database.transaction()?;
    create(&work, &columns)?;
    let bounds = fill(&work, export, rows, &columns, progress)?;
    let spanned = bounds.0.map(|it| it.map(Some)).unwrap_or_default();
    let [west, south, east, north] = spanned;
    let title = export.dataset.title(crate::model::Lang::En);
    work.execute(
        "INSERT INTO gpkg_contents VALUES ('records', 'features', 'records', ?1, '1980-01-01T00:00:00.000Z', ?2, ?3, ?4, ?5, 4326)",
        params![title, west, south, east, north],
    )?;
    work.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('records', 'geom', 'GEOMETRY', 4326, 2, 0)",
        [],
    )?;
    work.execute(
        "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?1, 'application/json', ?2)",
        params![CARRIED, columns.carried(export, rows)],
    )?;
    work.execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, '1980-01-01T00:00:00.000Z', 1, NULL)",
        [],
    )?;
    work.commit()?;
    let bytes = database.serialize(MAIN_DB)?;
    Ok(out.write_all(&bytes)?)
}

/// Makes the table.
fn create(work: &Transaction<'_>, columns: &ExportFields) -> Result<(), WriteErrorKind> {
    let mut table = format!(
        "CREATE TABLE {TABLE} ({ROW} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {GEOMETRY} GEOMETRY"
    );
    for column in &columns.0 {
        let kind = match column.kind {
            FieldType::Boolean => "BOOLEAN",
            FieldType::Integer => "INTEGER",
            FieldType::Real => "REAL",
            FieldType::Day => "DATE",
            FieldType::Moment => "DATETIME",
            FieldType::Text | FieldType::Json => "TEXT",
        };
        let _ = write!(table, ", {} {kind}", quoted(&column.name));
        if column.kind == FieldType::Json {
            work.execute(
                "INSERT INTO gpkg_data_columns VALUES (?1, ?2, NULL, NULL, NULL, 'application/json', NULL)",
                params![TABLE, column.name],
            )?;
        }
    }
    table.push(')');
    Ok(work.execute_batch(&table)?)
}

/// Fills the table; what its places span.
fn fill(
    work: &Transaction<'_>,
    export: &Export<'_>,
    rows: &[RowId],
    columns: &ExportFields,
    progress: &Progress,
) -> Result<Envelope, WriteErrorKind> {
    let names: Vec<String> = columns.0.iter().map(|it| quoted(&it.name)).collect();
    let values = vec!["?"; columns.0.len() + 1].join(",");
    let statement = format!(
        "INSERT INTO {TABLE} ({GEOMETRY},{}) VALUES ({values})",
        names.join(",")
    );
    let mut statement = work.prepare(&statement)?;
    let mut bounds = Envelope::default();
    Export::for_each_row(rows, progress, |row| {
        let parts = FeatureParts::of(export, row);
        let geometry = geometry(&parts.geometry, &mut bounds);
        let values = columns.0.iter().map(|column| {
            let value = parts.value(column);
            value.map_or(Sql::Null, |value| sql(value, column.kind))
        });
        statement.execute(params_from_iter([geometry].into_iter().chain(values)))?;
        Ok(export.dataset.bytes(row).len())
    })?;
    Ok(bounds)
}

fn geometry(geometry: &Value, bounds: &mut Envelope) -> Sql {
    // Little-endian numbers, nothing about what it spans, degrees.
    let mut blob = b"GP\0\x01".to_vec();
    blob.extend(4326_i32.to_le_bytes());
    match wkb::write(geometry, bounds) {
        Some(body) => {
            blob.extend(body);
            Sql::Blob(blob)
        }
        None => Sql::Null,
    }
}

fn sql(value: &Value, kind: FieldType) -> Sql {
    match (kind, value) {
        (FieldType::Json, value) => Sql::Text(encoded(value)),
        (_, Value::Bool(value)) => Sql::Integer((*value).into()),
        (FieldType::Integer, Value::Number(number)) => {
            number.as_i64().map_or(Sql::Null, Sql::Integer)
        }
        (_, Value::Number(number)) => number.as_f64().map_or(Sql::Null, Sql::Real),
        (_, Value::String(text)) => Sql::Text(text.clone()),
        (_, other) => Sql::Text(other.to_string()),
    }
}
