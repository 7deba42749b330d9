//! KMZ: the document of KML in an archive with the marks that it draws, so that nothing comes from the network.

use crate::model::RowId;
use std::io::Write;

use super::icons::{Icons, icon};
use crate::{
    io::{error::WriteErrorKind, export::Export, formats::zip::Archive},
    theme::{MarkShape, layer_shape},
    work::Progress,
};

/// The name that programs look for first.
pub(super) const DOCUMENT: &str = "doc.kml";

impl Export<'_> {
    /// Writes `rows` as an archive of one document and the marks of its layers.
    pub(super) fn write_kmz(
        &self,
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        let mut archive = Archive::new(out);
        archive.add(DOCUMENT, |out| {
            self.write_kml(rows, Icons::Inside, out, progress)
        })?;
        let mut shapes: Vec<MarkShape> = self.dataset.layers().iter().map(layer_shape).collect();
        let mut seen = Vec::new();
        shapes.retain(|shape| {
            !seen.contains(shape) && {
                seen.push(*shape);
                true
            }
        });
        for shape in shapes {
            archive.add(icon(shape).0, |out| {
                out.write_all(icon(shape).1).map_err(WriteErrorKind::from)
            })?;
        }
        Ok(archive.finish()?)
    }
}
