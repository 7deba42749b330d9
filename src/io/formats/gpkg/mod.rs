//! `GeoPackage` (OGC 12-128r19): tables of features in a database of `SQLite`.

mod read;
mod rows;
#[cfg(test)]
mod tests;
mod write;

use super::{Format, Opening};

/// A database of features.
pub static GPKG: Format = Format {
    id: "gpkg",
    name: "GeoPackage",
    endings: &["gpkg"],
    media_types: &["application/geopackage+sqlite3"],
    sniff: |head| head.starts_with(MAGIC),
    open: Some(Opening::Stored(read::read)),
    write: Some(|export, rows, out, progress| write::write(export, rows, out, progress)),
    losses: Some("export-loss-gpkg"),
};

/// What databases of `SQLite` begin with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// What the carried text is said to follow.
const CARRIED: &str = "urn:sahelscope:collection:1";
/// The column of row numbers.
const ROW: &str = "fid";
