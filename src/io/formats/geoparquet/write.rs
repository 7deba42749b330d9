//! Features to columns.

use std::{collections::BTreeSet, io::Write, sync::Arc};

use parquet::{
    basic::{Compression, ConvertedType, LogicalType, Repetition, TimeUnit, Type},
    column::writer::ColumnWriter,
    data_type::ByteArray,
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::types::Type as Schema,
};
use serde_json::{Value, json};

use super::{CARRIED, GEO};
use crate::{
    io::{
        error::WriteErrorKind,
        export::Export,
        formats::{
            fields::{ExportField, ExportFields, FeatureParts, FieldType, encoded},
            wkb::{self, Envelope},
        },
    },
    model::{DAY, RowId, When},
    work::Progress,
};

/// The column of the geometries.
const GEOMETRY: &str = "geometry";

/// Records of a group of rows.
const GROUP: usize = 1 << 16;

/// The version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    One,
    Two,
}

impl From<ParquetError> for WriteErrorKind {
    fn from(error: ParquetError) -> Self {
        std::io::Error::other(error.to_string()).into()
    }
}

/// Writes `rows` as columns.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    version: Version,
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    let columns = ExportFields::of(export, rows, &[GEOMETRY], progress)?;
    let schema = Arc::new(schema(&columns, version)?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties.build()))?;
    let mut about = About::default();
    for group in rows.chunks(GROUP) {
        let mut parts = Vec::with_capacity(group.len());
        Export::for_each_row(group, progress, |row| {
            parts.push(FeatureParts::of(export, row));
            Ok(export.dataset.bytes(row).len())
        })?;
        let mut rows = writer.next_row_group()?;
        about.write(&mut rows, &parts)?;
        for column in &columns.0 {
            write_column(&mut rows, column, &parts)?;
        }
        rows.close()?;
    }
    for (name, text) in [
        (GEO, about.text(version)),
        (CARRIED, columns.carried(export, rows)),
    ] {
        writer.append_key_value_metadata(KeyValue::new(name.to_owned(), text));
    }
    writer.close()?;
    Ok(out.write_all(&bytes)?)
}

fn schema(columns: &ExportFields, version: Version) -> Result<Schema, ParquetError> {
    let column = |name: &str, kind: Type, logical: Option<LogicalType>| {
        Schema::primitive_type_builder(name, kind)
            .with_repetition(Repetition::OPTIONAL)
            .with_converted_type(match &logical {
                Some(LogicalType::String) => ConvertedType::UTF8,
                Some(LogicalType::Date) => ConvertedType::DATE,
                Some(LogicalType::Timestamp(_)) => ConvertedType::TIMESTAMP_MILLIS,
                _ => ConvertedType::NONE,
            })
            .with_logical_type(logical)
            .build()
            .map(Arc::new)
    };
    let shape = (version == Version::Two).then(|| LogicalType::geometry(None));
    let mut fields = vec![column(GEOMETRY, Type::BYTE_ARRAY, shape)?];
    for field in &columns.0 {
        let (kind, logical) = match field.kind {
            FieldType::Boolean => (Type::BOOLEAN, None),
            FieldType::Integer => (Type::INT64, None),
            FieldType::Real => (Type::DOUBLE, None),
            FieldType::Day => (Type::INT32, Some(LogicalType::Date)),
            FieldType::Moment => (
                Type::INT64,
                Some(LogicalType::timestamp(true, TimeUnit::MILLIS)),
            ),
            FieldType::Text | FieldType::Json => (Type::BYTE_ARRAY, Some(LogicalType::String)),
        };
        fields.push(column(&field.name, kind, logical)?);
    }
    Schema::group_type_builder("records")
        .with_fields(fields)
        .build()
}

/// What is said about the geometries.
#[derive(Default)]
struct About {
    bounds: Envelope,
    kinds: BTreeSet<String>,
}

impl About {
    fn write<W: Write + Send>(
        &mut self,
        rows: &mut SerializedRowGroupWriter<'_, W>,
        parts: &[FeatureParts],
    ) -> Result<(), WriteErrorKind> {
        let shapes = parts.iter().map(|parts| {
            let bytes = wkb::write(&parts.geometry, &mut self.bounds)?;
            self.kinds.extend(wkb::kind_of(&parts.geometry));
            Some(ByteArray::from(bytes))
        });
        let shapes: Vec<Option<ByteArray>> = shapes.collect();
        write_values(rows, shapes)
    }

    fn text(&self, version: Version) -> String {
        let mut column = json!({
            "encoding": "WKB",
            "geometry_types": self.kinds.iter().collect::<Vec<_>>(),
        });
        if let (Some(bounds), Some(column)) = (self.bounds.0, column.as_object_mut()) {
            column.insert("bbox".to_owned(), json!(bounds));
        }
        let version = match version {
            Version::One => "1.1.0",
            Version::Two => "2.0.0",
        };
        json!({"version": version, "primary_column": GEOMETRY, "columns": {GEOMETRY: column}})
            .to_string()
    }
}

fn write_column<W: Write + Send>(
    rows: &mut SerializedRowGroupWriter<'_, W>,
    column: &ExportField,
    parts: &[FeatureParts],
) -> Result<(), WriteErrorKind> {
    let values = parts.iter().map(|parts| parts.value(column));
    let second = |value: &Value| {
        When::parse(value.as_str()?)
            .ok()
            .map(|when| when.bounds().earliest)
    };
    match column.kind {
        FieldType::Boolean => {
            write_values(rows, values.map(|it| it?.as_bool()).collect::<Vec<_>>())
        }
        FieldType::Integer => write_values(rows, values.map(|it| it?.as_i64()).collect::<Vec<_>>()),
        FieldType::Real => write_values(rows, values.map(|it| it?.as_f64()).collect::<Vec<_>>()),
        FieldType::Day => {
            let days = values.map(|it| i32::try_from(second(it?)?.div_euclid(DAY)).ok());
            write_values(rows, days.collect::<Vec<_>>())
        }
        FieldType::Moment => {
            let moments = values.map(|it| second(it?)?.checked_mul(1000));
            write_values(rows, moments.collect::<Vec<_>>())
        }
        FieldType::Text => {
            let texts = values.map(|it| Some(ByteArray::from(it?.as_str()?)));
            write_values(rows, texts.collect::<Vec<_>>())
        }
        FieldType::Json => {
            let texts = values.map(|it| Some(ByteArray::from(encoded(it?).into_bytes())));
            write_values(rows, texts.collect::<Vec<_>>())
        }
    }
}

/// A value of a column, and how it is written.
trait ColumnValue: Sized {
    fn write(
        writer: &mut ColumnWriter<'_>,
        values: &[Self],
        levels: &[i16],
    ) -> Result<(), ParquetError>;
}

macro_rules! cell {
    ($kind:ty, $writer:ident) => {
        impl ColumnValue for $kind {
            fn write(
                writer: &mut ColumnWriter<'_>,
                values: &[Self],
                levels: &[i16],
            ) -> Result<(), ParquetError> {
                match writer {
                    ColumnWriter::$writer(writer) => {
                        writer.write_batch(values, Some(levels), None).map(|_| ())
                    }
                    _ => Err(ParquetError::General("a column of another type".to_owned())),
                }
            }
        }
    };
}

cell!(bool, BoolColumnWriter);
cell!(i32, Int32ColumnWriter);
cell!(i64, Int64ColumnWriter);
cell!(f64, DoubleColumnWriter);
cell!(ByteArray, ByteArrayColumnWriter);

fn write_values<W: Write + Send, T: ColumnValue>(
    rows: &mut SerializedRowGroupWriter<'_, W>,
    values: Vec<Option<T>>,
) -> Result<(), WriteErrorKind> {
    let levels: Vec<i16> = values.iter().map(|value| value.is_some().into()).collect();
    let values: Vec<T> = values.into_iter().flatten().collect();
    if let Some(mut column) = rows.next_column()? {
        T::write(column.untyped(), &values, &levels)?;
        column.close()?;
    }
    Ok(())
}
