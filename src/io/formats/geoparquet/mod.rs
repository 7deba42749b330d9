//! `GeoParquet` 1.1 and 2.0: columns, with geometries as well-known binary.
//!
//! Both are read. Version 1.1 says in the metadata which column is the geometry, and every program reads it; version 2.0
//! has a type for geometries, which programs of before 2025 refuse.

mod columns;
mod read;
#[cfg(test)]
mod tests;
mod values;
mod write;

use super::{Format, Opening};

/// Version 1.1.
pub static GEOPARQUET: Format = Format {
    id: "geoparquet",
    name: "GeoParquet",
    endings: &["parquet"],
    media_types: &["application/vnd.apache.parquet"],
    sniff: |head| head.starts_with(b"PAR1") || head.starts_with(b"PARE"),
    open: Some(Opening::Stored(read::read)),
    write: Some(|export, rows, out, progress| {
        write::write(export, rows, write::Version::One, out, progress)
    }),
    losses: Some("export-loss-parquet"),
};

/// Version 2.0.
pub static GEOPARQUET_2: Format = Format {
    id: "geoparquet2",
    name: "GeoParquet 2.0",
    endings: &["geoparquet"],
    media_types: &[],
    sniff: |_| false,
    open: None,
    write: Some(|export, rows, out, progress| {
        write::write(export, rows, write::Version::Two, out, progress)
    }),
    losses: Some("export-loss-parquet"),
};

/// What the text that is carried along is called in the metadata, and what the metadata of the format is called.
const CARRIED: &str = "sahelscope";
const GEO: &str = "geo";
