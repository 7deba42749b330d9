//! Well-known binary (OGC 06-103r4), with the marks that `PostGIS` adds to it: geometries as the bytes that databases keep.

use std::fmt::Write as _;

use serde_json::Value;

use super::{row_text::push_position, system::System};

/// Geometries that may lie in one another.
const DEPTH_LIMIT: usize = 16;

/// Bytes of the text of a point, about.
const POINT: usize = 64;

/// Kinds of geometries, by their numbers from one on.
const KINDS: [&str; 7] = [
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
];

/// The geometry as GeoJSON text: `null` for an empty one. `None` where it is none, or of a kind that GeoJSON has not.
pub(super) fn read(bytes: &[u8], system: System) -> Option<String> {
    let mut reader = WkbReader {
        bytes,
        system,
        out: String::with_capacity(POINT),
    };
    let is_empty = !reader.geometry(0)?;
    Some(if is_empty {
        "null".to_owned()
    } else {
        reader.out
    })
}

struct WkbReader<'a> {
    bytes: &'a [u8],
    system: System,
    out: String,
}

/// How the numbers of a geometry are written.
#[derive(Clone, Copy)]
struct Layout {
    is_little: bool,
    /// Numbers of a position, and whether the third is a height.
    numbers: usize,
    has_height: bool,
}

impl WkbReader<'_> {
    /// Reads a geometry; whether it has positions.
    fn geometry(&mut self, depth: usize) -> Option<bool> {
        if depth > DEPTH_LIMIT {
            return None;
        }
        let is_little = match self.take(1)? {
            [0] => false,
            [1] => true,
            _ => return None,
        };
        let mut layout = Layout {
            is_little,
            numbers: 2,
            has_height: false,
        };
        let code = self.number(layout)?;
        if code & 0x2000_0000 != 0 {
            self.number(layout)?;
        }
        let plain = code & 0x0FFF_FFFF;
        let (thousands, kind) = (plain / 1000, plain % 1000);
        layout.has_height = code & 0x8000_0000 != 0 || matches!(thousands, 1 | 3);
        let has_measure = code & 0x4000_0000 != 0 || matches!(thousands, 2 | 3);
        layout.numbers += usize::from(layout.has_height) + usize::from(has_measure);
        let name = KINDS.get((kind as usize).checked_sub(1)?)?;
        let member = if kind == 7 {
            "geometries"
        } else {
            "coordinates"
        };
        let _ = write!(self.out, r#"{{"type":"{name}","{member}":"#);
        let has_positions = match kind {
            1 => self.position(layout)?,
            2 => self.line(layout)?,
            3 => self.polygon(layout)?,
            4..=6 => self.list(layout, 5, |reader| reader.member(kind - 3, depth + 1))?,
            _ => self.list(layout, 5, |reader| reader.geometry(depth + 1))?,
        };
        self.out.push('}');
        Some(has_positions)
    }

    /// The coordinates of a geometry of this kind in another.
    fn member(&mut self, kind: u32, depth: usize) -> Option<bool> {
        let begin = self.out.len();
        let has_positions = self.geometry(depth)?;
        let name = KINDS.get(kind as usize - 1)?;
        let head = format!(r#"{{"type":"{name}","coordinates":"#);
        let written = self.out.get(begin..)?;
        let inside = written.strip_prefix(&head)?.strip_suffix('}')?.to_owned();
        self.out.truncate(begin);
        self.out.push_str(&inside);
        Some(has_positions)
    }

    fn line(&mut self, layout: Layout) -> Option<bool> {
        self.list(layout, layout.numbers * 8, |reader| reader.position(layout))
    }

    fn polygon(&mut self, layout: Layout) -> Option<bool> {
        self.list(layout, 4, |reader| reader.line(layout))
    }

    /// A list, each of whose items has at least `least` bytes.
    fn list(
        &mut self,
        layout: Layout,
        least: usize,
        mut item: impl FnMut(&mut Self) -> Option<bool>,
    ) -> Option<bool> {
        let count = self.number(layout)? as usize;
        // A count may be a lie.
        if count > self.bytes.len() / least {
            return None;
        }
        let mut has_positions = false;
        self.out.push('[');
        for place in 0..count {
            if place > 0 {
                self.out.push(',');
            }
            has_positions |= item(self)?;
        }
        self.out.push(']');
        Some(has_positions)
    }

    fn position(&mut self, layout: Layout) -> Option<bool> {
        let mut numbers = [0.0; 4];
        for number in numbers.iter_mut().take(layout.numbers) {
            let bytes: [u8; 8] = self.take(8)?.try_into().ok()?;
            *number = if layout.is_little {
                f64::from_le_bytes(bytes)
            } else {
                f64::from_be_bytes(bytes)
            };
        }
        let [x, y, height, _] = numbers;
        if x.is_nan() && y.is_nan() {
            self.out.push_str("[]");
            return Some(false);
        }
        let (x, y) = self.system.degrees(x, y)?;
        let height = Some(height).filter(|height| layout.has_height && height.is_finite());
        push_position(&mut self.out, x, y, height);
        Some(true)
    }

    fn number(&mut self, layout: Layout) -> Option<u32> {
        let bytes: [u8; 4] = self.take(4)?.try_into().ok()?;
        Some(if layout.is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }
}

/// A geometry of GeoJSON as bytes; `None` where it is none. Adds its positions to `bounds`.
pub(super) fn write(geometry: &Value, bounds: &mut Envelope) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let has_heights = has_heights(geometry);
    write_geometry(geometry, has_heights, &mut bytes, bounds)?;
    Some(bytes)
}

/// The name of the kind of a geometry, with ` Z` where it has heights, as `GeoParquet` has it.
pub(super) fn kind_of(geometry: &Value) -> Option<String> {
    let kind = geometry.get("type")?.as_str()?;
    Some(if has_heights(geometry) {
        format!("{kind} Z")
    } else {
        kind.to_owned()
    })
}

/// What positions span.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Envelope(pub(super) Option<[f64; 4]>);

impl Envelope {
    pub(super) fn add(&mut self, x: f64, y: f64) {
        let [west, south, east, north] = self.0.unwrap_or([x, y, x, y]);
        self.0 = Some([west.min(x), south.min(y), east.max(x), north.max(y)]);
    }
}

fn write_geometry(
    geometry: &Value,
    has_heights: bool,
    bytes: &mut Vec<u8>,
    bounds: &mut Envelope,
) -> Option<()> {
    let name = geometry.get("type")?.as_str()?;
    let kind = KINDS.iter().position(|known| *known == name)? as u32 + 1;
    if kind == 7 {
        head(7, has_heights, bytes);
        let list = geometry.get("geometries")?.as_array()?;
        bytes.extend((list.len() as u32).to_le_bytes());
        return list
            .iter()
            .try_for_each(|it| write_geometry(it, has_heights, bytes, bounds));
    }
    write_kind(
        kind,
        geometry.get("coordinates")?,
        has_heights,
        bytes,
        bounds,
    )
}

fn write_kind(
    kind: u32,
    coordinates: &Value,
    has_heights: bool,
    bytes: &mut Vec<u8>,
    bounds: &mut Envelope,
) -> Option<()> {
    head(kind, has_heights, bytes);
    let count = |list: &Vec<Value>, bytes: &mut Vec<u8>| {
        bytes.extend((list.len() as u32).to_le_bytes());
    };
    if kind == 1 {
        return write_position(coordinates, has_heights, bytes, bounds);
    }
    let list = coordinates.as_array()?;
    count(list, bytes);
    for item in list {
        match kind {
            2 => write_position(item, has_heights, bytes, bounds)?,
            3 => {
                let ring = item.as_array()?;
                count(ring, bytes);
                ring.iter()
                    .try_for_each(|it| write_position(it, has_heights, bytes, bounds))?;
            }
            several => write_kind(several - 3, item, has_heights, bytes, bounds)?,
        }
    }
    Some(())
}

fn write_position(
    value: &Value,
    has_heights: bool,
    bytes: &mut Vec<u8>,
    bounds: &mut Envelope,
) -> Option<()> {
    let numbers = value.as_array()?;
    let number = |place: usize| numbers.get(place).and_then(Value::as_f64);
    let (x, y) = (number(0)?, number(1)?);
    bounds.add(x, y);
    let height = has_heights.then(|| number(2).unwrap_or(f64::NAN));
    for number in [x, y].into_iter().chain(height) {
        bytes.extend(number.to_le_bytes());
    }
    Some(())
}

fn head(kind: u32, has_heights: bool, bytes: &mut Vec<u8>) {
    bytes.push(1);
    let kind = kind + if has_heights { 1000 } else { 0 };
    bytes.extend(kind.to_le_bytes());
}

/// Whether any position of a geometry has a height.
fn has_heights(value: &Value) -> bool {
    match value {
        Value::Object(geometry) => ["coordinates", "geometries"]
            .iter()
            .filter_map(|name| geometry.get(*name))
            .any(has_heights),
        Value::Array(list) => match list.first() {
            Some(Value::Number(_)) => list.len() > 2,
            _ => list.iter().any(has_heights),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(geometry: &str) -> Option<String> {
        let value: Value = serde_json::from_str(geometry).unwrap();
        let bytes = write(&value, &mut Envelope::default())?;
        read(&bytes, System::DEGREES)
    }

    #[test]
    fn geometries_of_every_kind_come_back() {
        for geometry in [
            r#"{"type":"Point","coordinates":[-8.1,12.64]}"#,
            r#"{"type":"Point","coordinates":[1,2,3.5]}"#,
            r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
            r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#,
            r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
            r#"{"type":"MultiLineString","coordinates":[[[1,2,9],[3,4,9]],[[5,6,9],[7,8,9]]]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
        ] {
            assert_eq!(back(geometry).as_deref(), Some(geometry));
        }
        assert_eq!(back(r#"{"type":"Circle","coordinates":[1,2]}"#), None);
    }

    #[test]
    fn counts_that_lie_depth_without_end_and_cut_bytes_are_refused() {
        let mut lying = vec![1, 2, 0, 0, 0];
        lying.extend(u32::MAX.to_le_bytes());
        assert_eq!(read(&lying, System::DEGREES), None);
        let deep: Vec<u8> = [1, 7, 0, 0, 0, 1, 0, 0, 0].repeat(100_000);
        assert_eq!(read(&deep, System::DEGREES), None);
        let line: Value =
            serde_json::from_str(r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#).unwrap();
        let whole = write(&line, &mut Envelope::default()).unwrap();
        for end in 0..whole.len() {
            assert_eq!(read(&whole[..end], System::DEGREES), None, "{end}");
        }
    }

    #[test]
    fn what_postgis_and_others_write_is_read() {
        // EWKB with a system, of big-endian numbers, with a measure.
        let mut point = vec![0];
        point.extend((0x2000_0001_u32 | 0x4000_0000).to_be_bytes());
        point.extend(4326_u32.to_be_bytes());
        for number in [-8.5_f64, 12.25, 7.0] {
            point.extend(number.to_be_bytes());
        }
        assert_eq!(
            read(&point, System::DEGREES).unwrap(),
            r#"{"type":"Point","coordinates":[-8.5,12.25]}"#
        );
        let mut empty = vec![1, 1, 0, 0, 0];
        empty.extend([f64::NAN; 2].iter().flat_map(|it| it.to_le_bytes()));
        assert_eq!(read(&empty, System::DEGREES).unwrap(), "null");
    }
}
