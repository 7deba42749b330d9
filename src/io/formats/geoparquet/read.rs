//! The columns of a file to features.

use std::collections::BTreeMap;

use bytes::Bytes;
use parquet::{
    basic::{LogicalType, Type},
    column::reader::ColumnReader,
    errors::ParquetError,
    file::{
        metadata::ParquetMetaData,
        reader::{ChunkReader, FileReader, SerializedFileReader},
    },
    schema::types::ColumnDescriptor,
};
use serde_json::{Map, Value};

use super::{
    CARRIED, GEO, GEOPARQUET,
    columns::{Leaf, RECORDS, Values},
    values::ColumnMeaning,
};
use crate::{
    io::{
        error::ReadErrorKind,
        formats::{
            Stored, Translated,
            fields::Carried,
            guard::guarded,
            row_text::{Destinations, FeatureText, TextCell},
            system::System,
            translated::Collection,
            wkb,
        },
        split::most_records,
        watch::Watch,
    },
    model::{Issue, IssueKind},
};

/// Bytes that tell an encrypted file.
const MAGIC: usize = 4;

/// Bytes that a group of rows may unpack to whatever the length of the file, and times its length beyond.
const ALWAYS_READ: u64 = 1 << 30;
const MOST_TIMES: u64 = 200;

impl From<ParquetError> for ReadErrorKind {
    fn from(_: ParquetError) -> Self {
        Self::Broken(GEOPARQUET.name)
    }
}

/// Reads a file.
pub(super) fn read(stored: Stored, watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    match stored {
        Stored::Bytes(bytes) => read_from(Bytes::from(bytes), watch),
        Stored::File(file, _, _) => read_from(file, watch),
    }
}

/// Reads a group of rows after the other.
fn read_from(
    source: impl ChunkReader + 'static,
    watch: &Watch<'_>,
) -> Result<Translated, ReadErrorKind> {
    let length = source.len() as usize;
    if source.get_bytes(0, MAGIC.min(length))?.starts_with(b"PARE") {
        return Err(ReadErrorKind::Encrypted(GEOPARQUET.name));
    }
    guarded(GEOPARQUET.name, || {
        let file = SerializedFileReader::new(source)?;
        bound(file.metadata(), length as u64)?;
        let about = About::of(file.metadata())?;
        let leaves = leaves(&file, &about)?;
        let plain = leaves.iter().filter_map(Column::plain_name);
        let mut reading = Reading {
            destinations: Destinations::of(plain, &about.carried),
            leaves,
            collection: Collection::with_members(length, &about.carried.members, watch),
            system: about.system,
            left: BTreeMap::new(),
        };
        let groups = file.num_row_groups();
        for group in 0..groups {
            let rows = file.get_row_group(group)?;
            let mut readers = Vec::new();
            for leaf in &reading.leaves {
                readers.push(rows.get_column_reader(leaf.place)?);
            }
            let mut left = rows.metadata().num_rows() as usize;
            while left > 0 {
                let count = left.min(RECORDS);
                let at = length * group / groups;
                reading.take_in(&mut readers, count, at)?;
                left -= count;
            }
        }
        Ok(reading.finish())
    })
}

/// Refuses a file that says it unpacks to far more than itself, or to more records than its length makes likely.
fn bound(metadata: &ParquetMetaData, length: u64) -> Result<(), ReadErrorKind> {
    let limit = most_records(length as usize);
    let most = ALWAYS_READ.max(length.saturating_mul(MOST_TIMES));
    let mut rows = 0_i64;
    for group in metadata.row_groups() {
        rows = rows.saturating_add(group.num_rows());
        let sizes = group
            .columns()
            .iter()
            .map(parquet::file::metadata::ColumnChunkMetaData::uncompressed_size);
        let size: i128 = sizes.map(i128::from).sum();
        if group.num_rows() < 0 || size < 0 {
            return Err(ReadErrorKind::Broken(GEOPARQUET.name));
        }
        if size > i128::from(most) {
            return Err(ReadErrorKind::Bomb(most));
        }
    }
    if rows as u64 > limit as u64 {
        return Err(ReadErrorKind::TooManyRecords(limit));
    }
    Ok(())
}

/// What the metadata say.
struct About {
    /// The column of the geometries.
    geometry: Option<String>,
    /// Columns that only repeat what the geometries span.
    spans: Vec<String>,
    system: System,
    carried: Carried,
}

impl About {
    fn of(metadata: &ParquetMetaData) -> Result<Self, ReadErrorKind> {
        let file = metadata.file_metadata();
        let pairs = file.key_value_metadata();
        let text = |name: &str| {
            let pair = pairs?.iter().find(|pair| pair.key == name)?;
            pair.value.as_deref()
        };
        let mut about = Self {
            geometry: None,
            spans: Vec::new(),
            system: System::DEGREES,
            carried: text(CARRIED).and_then(Carried::of).unwrap_or_default(),
        };
        let geo = text(GEO).and_then(|text| serde_json::from_str::<Value>(text).ok());
        if let Some(geo) = geo {
            let name = geo.get("primary_column").and_then(Value::as_str);
            let column = name.and_then(|name| geo.get("columns")?.get(name));
            if let Some(column) = column {
                about.take_in(column)?;
                about.geometry = name.map(str::to_owned);
            }
            return Ok(about);
        }
        let is_geometry = |column: &&std::sync::Arc<ColumnDescriptor>| {
            matches!(
                column.logical_type_ref(),
                Some(LogicalType::Geometry(_) | LogicalType::Geography(_))
            )
        };
        let columns = file.schema_descr().columns();
        if let Some(column) = columns.iter().find(is_geometry) {
            let crs = match column.logical_type_ref() {
                Some(LogicalType::Geometry(geometry)) => geometry.crs.clone(),
                Some(LogicalType::Geography(geography)) => geography.crs.clone(),
                _ => None,
            };
            about.system = match crs.as_deref() {
                None | Some("") => System::DEGREES,
                Some(crs) => named(crs.strip_prefix("projjson:").and_then(text).unwrap_or(crs))?,
            };
            about.geometry = Some(column.path().string());
            return Ok(about);
        }
        // Before there was a convention, this is what programs called it.
        let usual = |column: &&std::sync::Arc<ColumnDescriptor>| {
            let name = column.path().string().to_lowercase();
            column.physical_type() == Type::BYTE_ARRAY
                && ["geometry", "geom", "wkb", "wkb_geometry"].contains(&name.as_str())
                && ColumnMeaning::of(column) == ColumnMeaning::Plain
        };
        about.geometry = columns
            .iter()
            .find(usual)
            .map(|column| column.path().string());
        Ok(about)
    }

    /// What they say about the column of the geometries.
    fn take_in(&mut self, column: &Value) -> Result<(), ReadErrorKind> {
        let encoding = column.get("encoding").and_then(Value::as_str);
        if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("WKB")) {
            return Err(ReadErrorKind::Unread("GeoArrow"));
        }
        if let Some(crs) = column.get("crs").filter(|crs| !crs.is_null()) {
            self.system = named(crs.as_str().unwrap_or(&crs.to_string()))?;
        }
        let covering = column.get("covering").and_then(|it| it.get("bbox"));
        let paths = covering
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(Map::values);
        let first = paths.filter_map(|path| path.get(0)?.as_str().map(str::to_owned));
        self.spans.extend(first);
        Ok(())
    }
}

/// The system of PROJJSON, `srid:4326` or a name.
fn named(crs: &str) -> Result<System, ReadErrorKind> {
    if let Ok(Value::Object(crs)) = serde_json::from_str(crs) {
        let id = crs.get("id");
        let part = |name: &str| id.and_then(|id| id.get(name));
        let code = part("code").map(|code| {
            code.as_str()
                .map_or_else(|| code.to_string(), str::to_owned)
        });
        let authority = part("authority").and_then(Value::as_str);
        let name = crs.get("name").and_then(Value::as_str).unwrap_or_default();
        return match (authority, code) {
            (Some(authority), Some(code)) => System::of_name(&format!("{authority}:{code}")),
            _ => System::of_name(name),
        };
    }
    System::of_name(&crs.replace("srid:", "EPSG:"))
}

/// A column that is read.
struct Column {
    place: usize,
    /// Its name, and those below it.
    path: Vec<String>,
    is_geometry: bool,
    leaf: Option<Leaf>,
}

impl Column {
    /// Its name, where it is a member of each record and not of what lies in one.
    fn plain_name(&self) -> Option<&str> {
        match self.path.as_slice() {
            [name] if !self.is_geometry => Some(name),
            _ => None,
        }
    }
}

fn leaves(
    file: &SerializedFileReader<impl ChunkReader + 'static>,
    about: &About,
) -> Result<Vec<Column>, ReadErrorKind> {
    let columns = file.metadata().file_metadata().schema_descr().columns();
    let mut leaves = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let parts = column.path().parts();
        let name = column.path().string();
        if parts
            .first()
            .is_some_and(|first| about.spans.contains(first))
        {
            continue;
        }
        let mut leaf = Leaf::of(column);
        let mut path = parts.to_vec();
        if column.max_rep_level() == 1 {
            // What stands between a list and its values says nothing.
            let is_list = parts.len() <= 3;
            leaf = leaf.filter(|_| is_list);
            path.truncate(1);
        }
        if let Some(leaf) = leaf.as_mut() {
            leaf.is_json = about
                .carried
                .column(&name)
                .is_some_and(|(_, is_json)| is_json);
        }
        if let Some(leaf) = leaf.as_mut()
            && let ColumnMeaning::Moment(unit, is_utc, _) = leaf.meaning
        {
            let mut is_day = file.num_row_groups() > 0;
            for group in 0..file.num_row_groups() {
                let mut reader = file.get_row_group(group)?.get_column_reader(place)?;
                is_day = is_day && leaf.is_of_days(&mut reader)?;
            }
            leaf.meaning = ColumnMeaning::Moment(unit, is_utc, is_day);
        }
        leaves.push(Column {
            place,
            path,
            is_geometry: about.geometry.as_ref() == Some(&name),
            leaf,
        });
    }
    Ok(leaves)
}

struct Reading<'w> {
    leaves: Vec<Column>,
    destinations: Destinations,
    collection: Collection<'w>,
    system: System,
    /// What was left out, by column.
    left: BTreeMap<(String, &'static str), (IssueKind, usize)>,
}

impl Reading<'_> {
    /// Adds the next records of a group of rows.
    fn take_in(
        &mut self,
        readers: &mut [ColumnReader],
        count: usize,
        at: usize,
    ) -> Result<(), ReadErrorKind> {
        let mut columns: Vec<Option<Values>> = Vec::new();
        for (column, reader) in self.leaves.iter().zip(readers) {
            let Some(leaf) = &column.leaf else {
                columns.push(None);
                leave(&mut self.left, &column.path, IssueKind::NotRead, count);
                continue;
            };
            let values = leaf.read(reader, count, column.is_geometry)?;
            if values.len() != count {
                return Err(ReadErrorKind::Broken(GEOPARQUET.name));
            }
            leave(
                &mut self.left,
                &column.path,
                IssueKind::NotRead,
                values.left,
            );
            columns.push(Some(values));
        }
        let mut feature = FeatureText::default();
        for row in 0..count {
            feature.clear();
            self.fill(&mut feature, &columns, row);
            self.collection.push_text(&feature, at)?;
        }
        Ok(())
    }

    /// Adds what the columns have of a record.
    fn fill(&mut self, feature: &mut FeatureText, columns: &[Option<Values>], row: usize) {
        let mut place = 0;
        let mut deep = Map::new();
        for (column, values) in self.leaves.iter().zip(columns) {
            let is_plain = column.plain_name().is_some();
            let at = place;
            place += usize::from(is_plain);
            let Some(values) = values else { continue };
            if column.is_geometry {
                if let Some(Some(bytes)) = values.bytes.get(row) {
                    let geometry = wkb::read(bytes.data(), self.system);
                    let unread = usize::from(geometry.is_none());
                    let kind = IssueKind::GeometryMalformed;
                    leave(&mut self.left, &column.path, kind, unread);
                    feature.geometry = geometry.unwrap_or_default();
                }
                continue;
            }
            let cell = values.cells.get(row);
            if cell.is_empty() || cell == "null" {
                continue;
            }
            if is_plain {
                feature.put(&self.destinations, at, TextCell::Json(cell));
            } else if let [name, below @ ..] = column.path.as_slice()
                && let Ok(value) = serde_json::from_str(cell)
            {
                put(&mut deep, name, below, value);
            }
        }
        for (name, value) in deep {
            feature.put_json(&name, &value.to_string());
        }
    }

    fn finish(self) -> Translated {
        let issues = self.left.into_iter();
        let issues =
            issues.map(|((field, _), (kind, count))| Issue::new(&field, kind, &count.to_string()));
        self.collection.finish(Map::new(), issues.collect())
    }
}

fn leave(
    left: &mut BTreeMap<(String, &'static str), (IssueKind, usize)>,
    path: &[String],
    kind: IssueKind,
    count: usize,
) {
    if count > 0 {
        left.entry((path.join("."), kind.code()))
            .or_insert((kind, 0))
            .1 += count;
    }
}

/// Puts a value into the object in an object that a path leads to.
fn put(object: &mut Map<String, Value>, name: &str, below: &[String], value: Value) {
    let [next, rest @ ..] = below else {
        object.insert(name.to_owned(), value);
        return;
    };
    let inner = object
        .entry(name)
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        put(inner, next, rest, value);
    }
}
