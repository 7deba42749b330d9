//! A table of a database to features.
//!
//! The database is opened where it is, read-only and without trust: no view, trigger or function of its own is run,
//! because only plain tables are read, column by column.

use std::{
    fmt::Write as _,
    io::{Cursor, Read as _},
    path::Path,
};

use rusqlite::{
    Connection, MAIN_DB, OpenFlags, OptionalExtension, Row, config::DbConfig, limits::Limit,
    types::ValueRef,
};
use serde_json::Map;

use super::{
    CARRIED, GPKG,
    rows::{ColumnKind, GpkgColumn, GpkgTable, RowReader},
};
use crate::{
    io::{
        error::ReadErrorKind,
        foreign::Foreign,
        formats::{
            Stored, Translated, fields::Carried, guard::guarded, row_text::FeatureText,
            sheet::named, system::System, translated::Collection,
        },
        watch::Watch,
    },
    model::{Field, Issue, IssueKind, Mapping},
};

/// Where a database says how it is written to, and what it says when it is read from memory: in place.
const WRITTEN_TO: usize = 18;
const IN_PLACE: [u8; 2] = [1, 1];

/// The longest value that is read, in bytes.
const LONGEST: i32 = 64 << 20;

/// Reads the table that is wanted, else the first that looks like records.
pub(super) fn read(stored: Stored, watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    guarded(GPKG.name, || {
        let length = stored.length();
        let database = Database::of(stored)?;
        let tables = database.tables()?;
        let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
        let place = match watch.sheet() {
            Some(wanted) => named(&names, wanted)?,
            None => likeliest(&tables),
        };
        let table = tables
            .get(place)
            .ok_or(ReadErrorKind::Foreign(Foreign::Database))?;
        let features = database.features(table, length, watch)?;
        let read = Translated {
            sheet: place,
            ..features
        };
        Ok(read.with_sheets(names))
    })
}

/// The first table whose columns have the names of dates or places, else the first with geometries.
fn likeliest(tables: &[GpkgTable]) -> usize {
    let is_like = |table: &&GpkgTable| {
        let names: Vec<&str> = table.columns.iter().map(|it| it.name.as_str()).collect();
        let mapping = Mapping::of_names(&names);
        mapping.preset().is_some() || mapping.property(Field::Date).is_some()
    };
    let place = |is: &dyn Fn(&&GpkgTable) -> bool| tables.iter().position(|table| is(&table));
    place(&|table| table.geometry.is_some() && is_like(table))
        .or_else(|| place(&|table| table.geometry.is_some()))
        .unwrap_or(0)
}

/// How a database on a disk is opened: never written, by an address.
const READ_ONLY: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY
    .union(OpenFlags::SQLITE_OPEN_URI)
    .union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// The address of a database that stays as it is while it is read: no lock is taken, and no log beside it is read.
fn address(path: &Path) -> String {
    let mut address = "file:".to_owned();
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let bytes = path.as_os_str().as_encoded_bytes();
    if bytes.first() != Some(&b'/') {
        address.push('/');
    }
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(*byte));
            }
            b'\\' if cfg!(windows) => address.push('/'),
            byte => {
                // A text takes everything.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address + "?immutable=1"
}

/// A database.
struct Database(Connection);

impl From<rusqlite::Error> for ReadErrorKind {
    fn from(_: rusqlite::Error) -> Self {
        Self::Broken(GPKG.name)
    }
}

impl Database {
    fn of(stored: Stored) -> Result<Self, ReadErrorKind> {
        let mut connection = match &stored {
            Stored::Bytes(_) => Connection::open_in_memory()?,
            Stored::File(_, path, _) => Connection::open_with_flags(address(path), READ_ONLY)?,
        };
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
        let Stored::Bytes(bytes) = stored else {
            return Ok(Self(connection));
        };
        let broken = ReadErrorKind::Broken(GPKG.name);
        let (before, rest) = bytes.split_at_checked(WRITTEN_TO).ok_or(broken)?;
        // One with a log beside it is read as it was before what stands in the log.
        let behind = rest.get(IN_PLACE.len()..).unwrap_or_default();
        let whole = Cursor::new(before).chain(&IN_PLACE[..]).chain(behind);
        connection.deserialize_read_exact(MAIN_DB, whole, bytes.len(), true)?;
        Ok(Self(connection))
    }

    /// The tables with their columns.
    fn tables(&self) -> Result<Vec<GpkgTable>, ReadErrorKind> {
        if !self.has("gpkg_contents")? {
            return Err(ReadErrorKind::Foreign(Foreign::Database));
        }
        let list = "SELECT c.table_name FROM gpkg_contents c JOIN sqlite_master m ON m.type = 'table' AND lower(m.name) = lower(c.table_name) \
             AND m.sql LIKE 'CREATE TABLE%' WHERE c.data_type IN ('features', 'attributes') ORDER BY c.data_type DESC, c.rowid";
        let mut list = self.0.prepare(list)?;
        let names = list.query_map([], |row| row.get::<_, String>(0))?;
        let mut tables = Vec::new();
        for name in names {
            tables.push(self.table(name?)?);
        }
        Ok(tables)
    }

    fn has(&self, table: &str) -> Result<bool, ReadErrorKind> {
        let found = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1";
        Ok(self
            .0
            .query_row(found, [table], |_| Ok(()))
            .optional()?
            .is_some())
    }

    fn table(&self, name: String) -> Result<GpkgTable, ReadErrorKind> {
        let geometry = "SELECT g.column_name, coalesce(s.organization || ':' || s.organization_coordsys_id, g.srs_id) \
             FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE lower(g.table_name) = lower(?1)";
        let geometry = if self.has("gpkg_geometry_columns")? && self.has("gpkg_spatial_ref_sys")? {
            let found = self
                .0
                .query_row(geometry, [&name], |row| Ok((row.get(0)?, text_of(row, 1)?)));
            found.optional()?
        } else {
            None
        };
        let mut list = self
            .0
            .prepare("SELECT name, upper(type) FROM pragma_table_info(?1)")?;
        let columns = list.query_map([&name], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let json = self.json_columns(&name)?;
        let mut table = GpkgTable {
            name,
            geometry,
            columns: Vec::new(),
        };
        for column in columns {
            let (name, kind) = column?;
            let kind = match kind.as_str() {
                "BOOLEAN" => ColumnKind::Boolean,
                "DATETIME" => ColumnKind::Moment,
                _ if json.contains(&name) => ColumnKind::Json,
                _ => ColumnKind::Other,
            };
            table.columns.push(GpkgColumn { name, kind });
        }
        Ok(table)
    }

    /// The columns of a table that are said to hold JSON.
    fn json_columns(&self, table: &str) -> Result<Vec<String>, ReadErrorKind> {
        if !self.has("gpkg_data_columns")? {
            return Ok(Vec::new());
        }
        let list = "SELECT column_name FROM gpkg_data_columns WHERE table_name = ?1 AND mime_type = 'application/json'";
        let mut list = self.0.prepare(list)?;
        let names = list.query_map([table], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// What this program carried along.
    fn carried(&self) -> Result<Option<Carried>, ReadErrorKind> {
        if !self.has("gpkg_metadata")? {
            return Ok(None);
        }
        let found = "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = ?1";
        let text: Option<String> = self
            .0
            .query_row(found, [CARRIED], |row| row.get(0))
            .optional()?;
        Ok(text.as_deref().and_then(Carried::of))
    }

    fn features(
        &self,
        table: &GpkgTable,
        length: usize,
        watch: &Watch<'_>,
    ) -> Result<Translated, ReadErrorKind> {
        let carried = self.carried()?;
        let is_own = carried.is_some();
        let carried = carried.unwrap_or_default();
        let system = match &table.geometry {
            Some((_, name)) => System::of_name(name)?,
            None => System::DEGREES,
        };
        let days = self.days(table)?;
        let names: Vec<String> = table.columns.iter().map(|it| quoted(&it.name)).collect();
        let query = format!("SELECT {} FROM {}", names.join(","), quoted(&table.name));
        let mut query = self.0.prepare(&query)?;
        let mut rows = query.query([])?;
        let mut reader = RowReader::of(table, &carried, is_own, &days, system);
        let mut collection = Collection::with_members(length, &carried.members, watch);
        let mut feature = FeatureText::default();
        let mut count = 0_usize;
        while let Some(row) = rows.next()? {
            reader.read(row, &mut feature)?;
            count += 1;
            collection.push_text(&feature, length.min(count * 64))?;
        }
        let geometry = table.geometry.as_ref();
        let geometry = geometry.map_or("", |(column, _)| column.as_str());
        let issues = [
            Issue::counted(geometry, IssueKind::GeometryMalformed, reader.unread),
            Issue::counted("BLOB", IssueKind::NotRead, reader.bytes_left),
        ];
        let issues = issues.into_iter().flatten().collect();
        Ok(collection.finish(Map::new(), issues))
    }

    /// The columns of moments that hold nothing but midnights: days.
    fn days(&self, table: &GpkgTable) -> Result<Vec<usize>, ReadErrorKind> {
        let mut days = Vec::new();
        let moments = table.columns.iter().enumerate();
        for (place, column) in moments.filter(|(_, it)| it.kind == ColumnKind::Moment) {
            let (column, name) = (quoted(&column.name), quoted(&table.name));
            let other =
                format!("SELECT 1 FROM {name} WHERE {column} NOT LIKE '%T00:00:00%' LIMIT 1");
            if self
                .0
                .query_row(&other, [], |_| Ok(()))
                .optional()?
                .is_none()
            {
                days.push(place);
            }
        }
        Ok(days)
    }
}

fn text_of(row: &Row<'_>, place: usize) -> rusqlite::Result<String> {
    Ok(match row.get_ref(place)? {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        _ => String::new(),
    })
}

/// A name as SQL has it, whatever is in it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
