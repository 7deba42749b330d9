//! `FlatGeobuf` (version 3): features one behind the other, each with its length, behind an index that is passed over.
//!
//! Buffers are checked before anything is read of them; values stand in bytes of their own, by the types of the columns.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use ::flatgeobuf::{
    ColumnType, Crs, Geometry, GeometryType, size_prefixed_root_as_feature,
    size_prefixed_root_as_header,
};
use serde_json::Value;

use super::{
    Format, Opening, Translated,
    guard::guarded,
    system::System,
    translated::{Collection, Feature},
};
use crate::{
    io::{error::ReadErrorKind, watch::Watch},
    model::{Issue, IssueKind},
};

/// Features in binary, one behind the other.
pub static FLATGEOBUF: Format = Format {
    id: "fgb",
    name: "FlatGeobuf",
    endings: &["fgb"],
    media_types: &["application/vnd.flatgeobuf"],
    sniff: |head| head.starts_with(MAGIC),
    open: Some(Opening::Translated(read)),
    write: None,
    losses: None,
};

/// What such files begin with, and how long their whole mark is.
const MAGIC: &[u8] = b"fgb\x03fgb";
const MARK: usize = 8;

/// Bytes of a node of the index.
const NODE: usize = 40;

/// Geometries that may lie in one another.
const DEPTH_LIMIT: usize = 16;

/// A column: its name and its type.
type Column = (String, ColumnType);

fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    guarded(FLATGEOBUF.name, || read_all(bytes, watch))
}

fn read_all(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let broken = || ReadErrorKind::Broken(FLATGEOBUF.name);
    let buffer = sized(bytes, MARK).ok_or_else(broken)?;
    let header = size_prefixed_root_as_header(buffer).map_err(|_| broken())?;
    let system = header.crs().map_or(Ok(System::DEGREES), system_of)?;
    let columns: Vec<Column> = header.columns().map_or_else(Vec::new, |columns| {
        columns
            .iter()
            .map(|it| (it.name().to_owned(), it.type_()))
            .collect()
    });
    let count = usize::try_from(header.features_count()).map_err(|_| broken())?;
    let index =
        index_size(count, header.index_node_size().into(), bytes.len()).ok_or_else(broken)?;
    let mut at = MARK + buffer.len() + index;
    let mut collection = Collection::new(bytes.len(), watch);
    let (mut unread, mut left, mut features) = (0_usize, 0_usize, 0_usize);
    while at < bytes.len() {
        let buffer = sized(bytes, at).ok_or_else(broken)?;
        let read = size_prefixed_root_as_feature(buffer).map_err(|_| broken())?;
        at += buffer.len();
        let mut feature = Feature::default();
        if let Some(geometry) = read.geometry() {
            let mut text = String::new();
            let is_read = shape(&geometry, header.geometry_type(), system, 0, &mut text).is_some();
            unread += usize::from(!is_read);
            feature.geometry = is_read.then_some(text);
        }
        let own: Vec<Column> = read.columns().map_or_else(Vec::new, |columns| {
            columns
                .iter()
                .map(|it| (it.name().to_owned(), it.type_()))
                .collect()
        });
        let columns = if own.is_empty() { &columns } else { &own };
        if let Some(values) = read.properties() {
            let mut values = values.bytes();
            while !values.is_empty() {
                let (name, value) = property(&mut values, columns).ok_or_else(broken)?;
                match value {
                    Some(value) => drop(feature.properties.insert(name.to_owned(), value)),
                    None => left += 1,
                }
            }
        }
        features += 1;
        collection.push_feature(feature, at)?;
    }
    // A count of none says that nobody counted.
    if count > 0 && features != count {
        return Err(broken());
    }
    let issues = [
        Issue::counted("geometry", IssueKind::GeometryMalformed, unread),
        Issue::counted("BLOB", IssueKind::NotRead, left),
    ];
    let issues = issues.into_iter().flatten().collect();
    Ok(collection.finish(serde_json::Map::new(), issues))
}

fn system_of(crs: Crs<'_>) -> Result<System, ReadErrorKind> {
    match (crs.code(), crs.name()) {
        (0, None) => Ok(System::DEGREES),
        (0, Some(name)) => System::of_name(name),
        (code, _) => System::of_name(&format!("{}:{code}", crs.org().unwrap_or("EPSG"))),
    }
}

/// A buffer with the length before it.
fn sized(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let length = u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
    bytes.get(at..at.checked_add(4)?.checked_add(length as usize)?)
}

/// Bytes of the index of so many features; `None` where it would be longer than the file.
fn index_size(count: usize, node: usize, length: usize) -> Option<usize> {
    if count == 0 || node == 0 {
        return Some(0);
    }
    if count > length || node < 2 {
        return None;
    }
    let (mut level, mut nodes) = (count, count);
    while level > 1 {
        level = level.div_ceil(node);
        nodes += level;
    }
    // A lone feature has a root above it.
    nodes += usize::from(count == 1);
    let size = nodes.checked_mul(NODE)?;
    (size <= length).then_some(size)
}

/// The next value, `None` for bytes; and its column.
fn property<'c>(values: &mut &[u8], columns: &'c [Column]) -> Option<(&'c str, Option<Value>)> {
    let column = u16::from_le_bytes(take(values, 2)?.try_into().ok()?);
    let (name, kind) = columns.get(usize::from(column))?;
    macro_rules! number {
        ($kind:ty) => {
            Value::from(<$kind>::from_le_bytes(
                take(values, size_of::<$kind>())?.try_into().ok()?,
            ))
        };
    }
    let value = match *kind {
        ColumnType::Byte => number!(i8),
        ColumnType::UByte => number!(u8),
        ColumnType::Bool => (take(values, 1)? != [0]).into(),
        ColumnType::Short => number!(i16),
        ColumnType::UShort => number!(u16),
        ColumnType::Int => number!(i32),
        ColumnType::UInt => number!(u32),
        ColumnType::Long => number!(i64),
        ColumnType::ULong => number!(u64),
        ColumnType::Float => {
            let value = f32::from_le_bytes(take(values, 4)?.try_into().ok()?);
            // In the digits that the short number is written in.
            value.to_string().parse::<f64>().ok()?.into()
        }
        ColumnType::Double => number!(f64),
        kind => {
            let length = u32::from_le_bytes(take(values, 4)?.try_into().ok()?);
            let bytes = take(values, length as usize)?;
            let text = || String::from_utf8_lossy(bytes);
            return Some((
                name,
                match kind {
                    ColumnType::String | ColumnType::DateTime => Some(text().into()),
                    ColumnType::Json => {
                        let json = serde_json::from_slice(bytes).ok();
                        Some(json.unwrap_or_else(|| text().into()))
                    }
                    _ => None,
                },
            ));
        }
    };
    Some((name, Some(value)))
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

/// Writes a geometry as GeoJSON at the end of `out`; `None` where it is none that GeoJSON has.
fn shape(
    geometry: &Geometry<'_>,
    of_file: GeometryType,
    system: System,
    depth: usize,
    out: &mut String,
) -> Option<()> {
    if depth > DEPTH_LIMIT {
        return None;
    }
    let kind = match geometry.type_() {
        GeometryType::Unknown => of_file,
        kind => kind,
    };
    let name = kind.variant_name()?;
    let member = if kind == GeometryType::GeometryCollection {
        "geometries"
    } else {
        "coordinates"
    };
    let _ = write!(out, r#"{{"type":"{name}","{member}":"#);
    let positions = positions(geometry, system);
    match kind {
        GeometryType::Point => out.push_str(positions?.first()?),
        GeometryType::LineString | GeometryType::MultiPoint => out.push_str(&list(&positions?)),
        GeometryType::Polygon | GeometryType::MultiLineString => {
            out.push_str(&list(&lines(geometry, &positions?)?));
        }
        GeometryType::MultiPolygon => {
            let mut areas = Vec::new();
            for part in geometry.parts()? {
                let positions = self::positions(&part, system)?;
                areas.push(list(&lines(&part, &positions)?));
            }
            out.push_str(&list(&areas));
        }
        GeometryType::GeometryCollection => {
            out.push('[');
            for (place, part) in geometry.parts()?.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                shape(&part, GeometryType::Unknown, system, depth + 1, out)?;
            }
            out.push(']');
        }
        _ => return None,
    }
    out.push('}');
    Some(())
}

/// The positions of a geometry.
fn positions(geometry: &Geometry<'_>, system: System) -> Option<Vec<String>> {
    let numbers = geometry.xy()?;
    let heights = geometry.z();
    let one = |place: usize| {
        let (x, y) = system.degrees(numbers.get(place * 2), numbers.get(place * 2 + 1))?;
        let height = heights
            .filter(|heights| place < heights.len())
            .map(|it| it.get(place));
        Some(match height.filter(|height| height.is_finite()) {
            Some(height) => format!("[{x},{y},{height}]"),
            None => format!("[{x},{y}]"),
        })
    };
    (0..numbers.len() / 2).map(one).collect()
}

/// The lists that positions are parted into.
fn lines(geometry: &Geometry<'_>, positions: &[String]) -> Option<Vec<String>> {
    let Some(ends) = geometry.ends().filter(|ends| !ends.is_empty()) else {
        return Some(vec![list(positions)]);
    };
    let mut begin = 0;
    ends.iter()
        .map(|end| {
            let line = positions.get(begin..end as usize)?;
            begin = end as usize;
            Some(list(line))
        })
        .collect()
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.join(","))
}
