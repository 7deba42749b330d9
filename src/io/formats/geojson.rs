//! GeoJSON: one `FeatureCollection`, members, then features.
//!
//! The members say by its digest which file the features come from. To reckon it takes about as long as to
//! write them, so that both are done at once: in a file that can be written over, a name of the same length
//! stands in its place until it is known.

use crate::model::RowId;
use std::io::Write;

use super::{Format, LINES, Opening, Out, text};
use crate::{
    data::SourceFile,
    io::{
        error::WriteErrorKind,
        export::{Export, digests::DigestTiming, insert, members},
        save::Target,
    },
    work::Progress,
};

/// One collection (RFC 7946), or a single feature or geometry.
pub static GEOJSON: Format = Format {
    id: "geojson",
    name: "GeoJSON",
    endings: &["geojson", "json"],
    media_types: &["application/geo+json"],
    sniff: |head| text::first_letter(head) == Some(b'{') && !(LINES.sniff)(head),
    open: Some(Opening::InPlace),
    write: Some(write),
    losses: None,
};

fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut Out<'_, '_>,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    match out {
        Out::File(target) => export.save_collection(rows, target, progress),
        Out::Stream(out) => export.write_collection(rows, out, progress),
    }
}

impl Export<'_> {
    /// Writes a collection into a file.
    fn save_collection(
        &self,
        rows: &[RowId],
        out: &mut Target<'_>,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        if !out.can_go_back() {
            return self.write_collection(rows, out, progress);
        }
        let head = self.head(rows, DigestTiming::Later);
        let awaited = self.awaited(&head, out.place());
        out.write_all(head.as_bytes())?;
        rayon::in_place_scope(|scope| {
            for (_, part) in &awaited {
                scope.spawn(|_| {
                    let _known = part.sha256();
                });
            }
            self.write_list(rows, out, progress)
        })?;
        for (place, part) in awaited {
            out.write_over(place, part.sha256().as_bytes())?;
        }
        Ok(())
    }

    /// The files whose digests are not known, in order, each with the place in the file of the name that stands
    /// in `head` for it, which begins at `begin`.
    fn awaited(&self, head: &str, begin: u64) -> Vec<(u64, &SourceFile)> {
        let mut from = 0;
        let parts = self.dataset.parts().iter();
        parts
            .filter(|part| part.known_sha256().is_none())
            .filter_map(|part| {
                let name = part.fingerprint();
                let written = insert::member("sha256", &name);
                from += head.get(from..)?.find(&written)? + written.len();
                let at = from - 1 - name.len();
                Some((begin + at as u64, part))
            })
            .collect()
    }

    /// Writes a collection anywhere.
    fn write_collection(
        &self,
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        out.write_all(self.head(rows, DigestTiming::Now).as_bytes())?;
        self.write_list(rows, out, progress)
    }

    /// All that stands before the features.
    fn head(&self, rows: &[RowId], digests: DigestTiming) -> String {
        let mut head = "{\n  \"type\": \"FeatureCollection\"".to_owned();
        for (key, value) in members::members(self, rows, digests) {
            for part in [",\n  ", &key, ": ", &value] {
                head.push_str(part);
            }
        }
        head.push_str(",\n  \"features\": [");
        head
    }

    /// The features and all that stands behind them.
    fn write_list(
        &self,
        rows: &[RowId],
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Result<(), WriteErrorKind> {
        Self::write_features(rows, out, progress, |index, row, text| {
            text.push_str(if index == 0 { "\n    " } else { ",\n    " });
            self.push_feature(row, text);
        })?;
        let end: &[u8] = if rows.is_empty() {
            b"]\n}\n"
        } else {
            b"\n  ]\n}\n"
        };
        Ok(out.write_all(end)?)
    }
}
