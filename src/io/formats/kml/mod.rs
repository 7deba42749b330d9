//! KML (OGC 12-007r2) and KMZ, in which it is packed.

mod kmz;
mod write;

use self::write::Icons;
use super::Format;

/// Placemarks with their time, for programs that show the globe.
pub static KML: Format = Format {
    id: "kml",
    name: "KML",
    endings: &["kml"],
    media_types: &[],
    sniff: |_| false,
    open: None,
    write: Some(|export, rows, out, watch| export.write_kml(rows, Icons::Usual, out, watch)),
    losses: Some("export-loss-kml"),
};

/// The same packed, with the marks of the layers inside.
pub static KMZ: Format = Format {
    id: "kmz",
    name: "KMZ",
    endings: &["kmz"],
    write: Some(|export, rows, out, watch| export.write_kmz(rows, out, watch)),
    ..KML
};
