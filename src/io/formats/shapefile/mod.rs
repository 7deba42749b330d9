//! Shapefiles (ESRI, July 1998) in a ZIP archive: shapes, the table beside them, their encoding and their system.
//!
//! A file holds shapes of one kind, so that an export has one for points, one for lines, one for areas. Names of ten
//! letters and texts of 254 bytes are what the table holds; the names in full stand in a file beside it.

mod dbf;
mod read;
mod shape_writer;
mod shapes;
#[cfg(test)]
mod tests;
mod write;

use super::{Format, Opening, unzip};

/// Shapefiles in an archive.
pub static SHAPEFILE: Format = Format {
    id: "shp",
    name: "Shapefile",
    endings: &["zip", "shz"],
    media_types: &[],
    sniff: |head| !read::stems(&unzip::names(head)).is_empty() || head.starts_with(MAGIC),
    open: Some(Opening::Translated(read::read)),
    write: Some(|export, rows, out, progress| write::write(export, rows, out, progress)),
    losses: Some("export-loss-shp"),
};

/// What a file of shapes begins with.
const MAGIC: &[u8] = &[0, 0, 0x27, 0x0A, 0, 0, 0, 0];

/// Where the names of the columns in full stand, and all that is about the whole.
const CARRIED: &str = "sahelscope.json";
