//! GeoJSON, one feature a line (newline-delimited or RFC 8142). It has no place for anything about the whole.

use super::{Format, Opening, Out, text};
use crate::model::RowId;
use crate::{
    io::{error::WriteErrorKind, export::Export},
    scan::looks_like_lines,
    work::Progress,
};

/// What begins a record of a sequence (RFC 8142).
const RECORD_SEPARATOR: u8 = 0x1E;

/// One feature a line.
pub static LINES: Format = Format {
    id: "geojsonl",
    name: "GeoJSONL",
    endings: &[
        "geojsonl",
        "geojsons",
        "geojsonseq",
        "ndgeojson",
        "ndjson",
        "jsonl",
    ],
    media_types: &["application/x-geojson-lines"],
    sniff: |head| {
        text::first_letter(head) == Some(RECORD_SEPARATOR) || looks_like_lines(text::valid(head))
    },
    open: Some(Opening::InPlace),
    write: Some(write),
    losses: Some("export-loss-lines"),
};

fn write(
    export: &Export<'_>,
    rows: &[RowId],
    out: &mut Out<'_, '_>,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    Export::write_features(rows, out, progress, |_, row, text| {
        let begin = text.len();
        export.push_feature(row, text);
        put_on_one_line(text, begin);
        text.push('\n');
    })
}

/// Takes the line breaks and the space behind each out of what stands in `text` from `begin` on. Strings have
/// none in JSON, so that no value changes.
fn put_on_one_line(text: &mut String, begin: usize) {
    let feature = text.get(begin..).unwrap_or_default();
    if memchr::memchr2(b'\n', b'\r', feature.as_bytes()).is_none() {
        return;
    }
    let lines = feature.split(['\n', '\r']);
    let lines: Vec<&str> = lines.map(|line| line.trim_matches([' ', '\t'])).collect();
    let line = lines.concat();
    text.truncate(begin);
    text.push_str(&line);
}

#[cfg(test)]
mod tests {
    use super::put_on_one_line;

    #[test]
    fn line_breaks_go_and_values_stay() {
        let pretty = "{\r\n  \"a\": [\n    1.50,\n    \"x  \\n y\"\n  ]\n}";
        let mut text = format!("before\n{pretty}");
        put_on_one_line(&mut text, 7);
        assert_eq!(text, "before\n{\"a\": [1.50,\"x  \\n y\"]}");
    }
}
