//! KML (OGC 12-007r2) and KMZ, in which it is packed.

mod icons;
mod kmz;
mod placemark;
mod read;
mod rows;
mod shape;
#[cfg(test)]
mod tests;
mod write;

use self::icons::Icons;
use super::{Format, Opening, unzip, xml};

/// Placemarks with their time, for programs that show the globe.
pub static KML: Format = Format {
    id: "kml",
    name: "KML",
    endings: &["kml"],
    media_types: &["application/vnd.google-earth.kml+xml"],
    sniff: |head| xml::root_of(head).as_deref() == Some("kml"),
    open: Some(Opening::Translated(read::read)),
    write: Some(|export, rows, out, progress| export.write_kml(rows, Icons::Usual, out, progress)),
    losses: Some("export-loss-kml"),
};

/// The same packed, with the marks of the layers inside.
pub static KMZ: Format = Format {
    id: "kmz",
    name: "KMZ",
    endings: &["kmz"],
    media_types: &["application/vnd.google-earth.kmz"],
    sniff: |head| document(&unzip::names(head)).is_some(),
    open: Some(Opening::Translated(|bytes, watch| {
        let document = unzip::file(bytes, "KMZ", document)?;
        read::read(&document, watch)
    })),
    write: Some(|export, rows, out, progress| export.write_kmz(rows, out, progress)),
    losses: Some("export-loss-kml"),
};

/// The place of the document among the files of an archive: by its usual name, else the first.
fn document(names: &[String]) -> Option<usize> {
    let find = |is: &dyn Fn(&str) -> bool| names.iter().position(|name| is(name));
    find(&|name| name == kmz::DOCUMENT)
        .or_else(|| find(&|name| name.to_ascii_lowercase().ends_with(".kml")))
}
