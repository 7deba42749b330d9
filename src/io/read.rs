//! A file to a [`SourceFile`]: read, decoded, split, with its digest and its mapping.

use std::{io::Read, path::Path, sync::Arc, time::UNIX_EPOCH};

mod counted;
mod since;
mod streaming;
mod translated;

use self::streaming::{stream_file, stream_piped};
use super::{
    decode::{DecodeError, UTF_8_MARK, decode, utf_16},
    error::{ReadError, ReadErrorKind},
    foreign::Foreign,
    formats::{
        self, Opening, Stored,
        csv::{self, encoding::Decoded},
    },
    members::parse_members,
    split::{RecordsShape, Split, split},
    stream::Streamed,
    watch::Watch,
};
use crate::{
    data::{Digest, FileOrigin, RecordFormat, SourceFile, SourceText, Spans},
    model::{Issue, IssueKind, Mapping, Second},
};

static BUNDLED: &[u8] = include_bytes!("../../geodata/mali.geojson");

/// The records inside the program.
#[must_use]
pub fn bundled() -> SourceFile {
    let name = "mali.geojson";
    read_part(
        name,
        FileOrigin::Bundled,
        BUNDLED.to_vec(),
        &Watch::nobody(),
    )
    .unwrap_or_else(
        // Tests read the same bytes, so that this stays a form of words.
        |error| SourceFile {
            issues: vec![Issue::new("", IssueKind::Syntax, error.kind.code())],
            ..SourceFile::of_lines(name, SourceText::default(), Spans::default())
        },
    )
}

/// Reads the file at `path`.
pub fn read_file(path: &Path, watch: &Watch) -> Result<SourceFile, ReadError> {
    let named = |kind| ReadError {
        file: path.display().to_string(),
        kind,
    };
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let source = FileOrigin::File(path.to_path_buf());
    let (read, digest) = stream_file(path, &name, watch).map_err(named)?;
    let part = finished(read, digest, &name, source, watch).map_err(|error| named(error.kind))?;
    Ok(SourceFile {
        modified: modified(path),
        ..part
    })
}

/// Returns the second in which a file was written last, where the system says it.
fn modified(path: &Path) -> Option<Second> {
    let written = std::fs::metadata(path).ok()?.modified().ok()?;
    let since = written.duration_since(UNIX_EPOCH).ok()?;
    Second::try_from(since.as_secs()).ok()
}

/// Reads standard input to its end, packed or not.
pub fn read_stdin(stdin: impl Read, watch: &Watch) -> Result<SourceFile, ReadError> {
    let name = "-";
    let (read, digest) = stream_piped(name, stdin, watch).map_err(|kind| ReadError {
        file: name.to_owned(),
        kind,
    })?;
    finished(read, digest, name, FileOrigin::Stdin, watch)
}

/// What was read as a part, with its digest where that is not that of its text.
fn finished(
    streamed: Streamed,
    digest: Option<Digest>,
    name: &str,
    source: FileOrigin,
    watch: &Watch,
) -> Result<SourceFile, ReadError> {
    let mut part = match streamed {
        Streamed::SourceFile(part) => SourceFile { source, ..*part },
        Streamed::Whole(bytes) => read_part(name, source, bytes, watch)?,
    };
    part.digest = digest.unwrap_or(part.digest);
    match part.stated_crs() {
        Ok(crs) => {
            if !crs.is_degrees() {
                let name = format!("EPSG:{}", crs.code());
                part.issues
                    .push(Issue::new("crs", IssueKind::CrsConverted, &name));
            }
            Ok(part)
        }
        Err(crs) => Err(ReadError {
            file: name.to_owned(),
            kind: ReadErrorKind::UnknownCrs(crs.into()),
        }),
    }
}

/// Reads the bytes of a file called `name`.
pub fn read_part(
    name: &str,
    source: FileOrigin,
    bytes: Vec<u8>,
    watch: &Watch,
) -> Result<SourceFile, ReadError> {
    let named = |kind| ReadError {
        file: name.to_owned(),
        kind,
    };
    if let Some(format) = formats::of_head(&bytes)
        && let Some(opening @ (Opening::Translated(_) | Opening::Stored(_))) = format.open
    {
        let digest = Digest::of_bytes(&bytes);
        let translate = move |watch: &Watch<'_>| match opening {
            Opening::Stored(translate) => translate(Stored::Bytes(bytes), watch),
            Opening::Translated(translate) => translate(&bytes, watch),
            Opening::InPlace | Opening::Packed => Err(ReadErrorKind::Broken(format.name)),
        };
        let part = translated::read(name, digest, translate, watch).map_err(named)?;
        return Ok(SourceFile {
            source,
            foreign_format: Some(format.name),
            ..part
        });
    }
    if let Some(kind) = Foreign::of_head(&bytes) {
        return Err(named(ReadErrorKind::Foreign(kind)));
    }
    let digest = digest(&bytes);
    let decoded = text_of(bytes).map_err(|error| named(ReadErrorKind::NotText(error)))?;
    if csv::looks_like_table(&decoded.text) {
        return table(name, source, decoded, digest, watch).map_err(named);
    }
    let text = decoded.text;
    let split =
        split(&text, watch).map_err(|error| named(ReadErrorKind::of_split(error, &text)))?;
    let (text, split) = as_features(text, split, &digest);
    let mut part = SourceFile {
        source,
        digest,
        ..assemble(name, text, split)
    };
    part.choose_mapping();
    Ok(part)
}

/// The text of a file. JSON is UTF-8 or UTF-16 by its standard; tables come in older encodings too.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let may_be_table = !matches!(first, None | Some(b'{' | b'[' | b'<' | 0xFE.. | 0));
    // Text of any encoding that is still in use has no NUL in it; an archive or a picture has.
    if may_be_table
        && memchr::memchr(0, &bytes).is_none()
        && std::str::from_utf8(&bytes).is_err()
        && let Some(decoded) = csv::encoding::decode_legacy(&bytes)
    {
        return Ok(decoded);
    }
    Ok(Decoded {
        text: decode(bytes)?,
        encoding: "UTF-8",
        issues: Vec::new(),
    })
}

/// The rows of a table.
fn table(
    name: &str,
    source: FileOrigin,
    decoded: Decoded,
    digest: Digest,
    watch: &Watch,
) -> Result<SourceFile, ReadErrorKind> {
    let rows = csv::split(&decoded.text, decoded.encoding, watch)
        .map_err(|error| ReadErrorKind::of_csv(error, &decoded.text))?;
    let mut issues = decoded.issues;
    issues.extend(rows.issues);
    let mut part = SourceFile {
        source,
        format: RecordFormat::Csv,
        digest,
        mapping: Mapping::default(),
        table: Some(Arc::new(rows.table)),
        issues,
        ..SourceFile::of_lines(name, decoded.text.into(), rows.spans.into_iter().collect())
    };
    part.choose_mapping();
    Ok(part)
}

/// UTF-8 is hashed when somebody asks; of anything else nothing but its text stays.
fn digest(bytes: &[u8]) -> Digest {
    if utf_16(bytes).is_some() || simdutf8::basic::from_utf8(bytes).is_err() {
        Digest::of_bytes(bytes)
    } else {
        Digest::of_text(bytes.starts_with(UTF_8_MARK))
    }
}

fn assemble(name: &str, text: String, split: Split) -> SourceFile {
    let mut issues = split.issues.clone();
    let format = format(name, &split);
    let text = SourceText::from(text);
    let members = parse_members(&text, &split.members, &mut issues);
    let spans = split.records.into_iter().collect();
    SourceFile {
        format,
        members,
        written_members: split.members,
        issues,
        ..SourceFile::of_lines(name, text, spans)
    }
}

/// A lone feature may be the only line of a file of lines; nothing but the name can tell.
fn format(name: &str, split: &Split) -> RecordFormat {
    let is_named_lines = formats::written_by_path(Path::new(name)) == Some(&formats::LINES);
    match split.shape {
        RecordsShape::Feature if is_named_lines => RecordFormat::GeoJsonLines,
        _ => split.format(),
    }
}

/// A geometry without a feature gets one around it; everything else is as it was.
fn as_features(text: String, split: Split, digest: &Digest) -> (String, Split) {
    let (RecordsShape::Geometry, Some(span)) = (split.shape, split.records.first().cloned()) else {
        return (text, split);
    };
    let before = r#"{"type":"Feature","geometry":"#;
    let after = r#","properties":null}"#;
    let geometry = text.get(span).unwrap_or_default();
    // The file's own bytes go.
    digest.settle(&text.as_str().into());
    let text = format!("{before}{geometry}{after}");
    let records = std::iter::once(0..text.len()).collect();
    (text, Split { records, ..split })
}

#[cfg(test)]
mod tests;
