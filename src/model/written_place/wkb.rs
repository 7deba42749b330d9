//! Geometries as well-known binary in hexadecimal digits: ISO 13249-3, and `PostGIS`'s with a reference system.

use geo::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon,
    Point, Polygon,
};

/// Collections in collections that are still read.
const DEPTH_LIMIT: usize = 64;

/// Reads a geometry and the code of its reference system; `None` where the text is none.
pub(super) fn of_hex(text: &str) -> Option<(Option<Geometry<f64>>, Option<u32>)> {
    let is_begin = text.starts_with("00") || text.starts_with("01");
    if text.len() < 18 || !text.len().is_multiple_of(2) || !is_begin {
        return None;
    }
    let nibble = |byte: &u8| {
        char::from(*byte)
            .to_digit(16)
            .and_then(|it| u8::try_from(it).ok())
    };
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some(nibble(high)? << 4 | nibble(low)?),
        _ => None,
    };
    let bytes: Vec<u8> = text.as_bytes().chunks(2).map(byte).collect::<Option<_>>()?;
    let mut reader = HexReader {
        rest: &bytes,
        srid: None,
    };
    let geometry = reader.geometry(0)?;
    reader.rest.is_empty().then_some((geometry, reader.srid))
}

struct HexReader<'a> {
    rest: &'a [u8],
    srid: Option<u32>,
}

/// How the numbers of one geometry stand.
#[derive(Clone, Copy)]
struct Layout {
    is_little: bool,
    dimensions: usize,
}

impl HexReader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*taken)
    }

    fn word(&mut self, is_little: bool) -> Option<u32> {
        let bytes = self.take()?;
        Some(if is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    fn number(&mut self, is_little: bool) -> Option<f64> {
        let bytes = self.take()?;
        Some(if is_little {
            f64::from_le_bytes(bytes)
        } else {
            f64::from_be_bytes(bytes)
        })
    }

    fn coord(&mut self, layout: Layout) -> Option<Coord<f64>> {
        let (x, y) = (
            self.number(layout.is_little)?,
            self.number(layout.is_little)?,
        );
        for _ in 2..layout.dimensions {
            self.number(layout.is_little)?;
        }
        Some(Coord { x, y })
    }

    /// As many items as are said, each of which takes at least `least` bytes, so that a count beyond what is there
    /// asks for no memory.
    fn list<T>(
        &mut self,
        layout: Layout,
        least: usize,
        item: &mut dyn FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.word(layout.is_little)? as usize;
        if count.checked_mul(least)? > self.rest.len() {
            return None;
        }
        (0..count).map(|_| item(self)).collect()
    }

    fn line(&mut self, layout: Layout) -> Option<LineString<f64>> {
        let least = layout.dimensions * 8;
        let coords = self.list(layout, least, &mut |reader| reader.coord(layout))?;
        Some(LineString::new(coords))
    }

    fn polygon(&mut self, layout: Layout) -> Option<Polygon<f64>> {
        let mut rings = self
            .list(layout, 4, &mut |reader| reader.line(layout))?
            .into_iter();
        let exterior = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Some(Polygon::new(exterior, rings.collect()))
    }

    /// The parts of a collection, each a geometry of its own.
    fn parts(&mut self, layout: Layout, depth: usize) -> Option<Vec<Geometry<f64>>> {
        let parts = self.list(layout, 5, &mut |reader| reader.geometry(depth + 1))?;
        Some(parts.into_iter().flatten().collect())
    }

    /// The inner `None`: an empty geometry.
    #[expect(
        clippy::option_option,
        reason = "what is empty and what is none are told apart by one caller only"
    )]
    fn geometry(&mut self, depth: usize) -> Option<Option<Geometry<f64>>> {
        let [order] = self.take()?;
        let is_little = match order {
            0 => false,
            1 => true,
            _ => return None,
        };
        let code = self.word(is_little)?;
        let (has_z, has_m) = (code & 0x8000_0000 != 0, code & 0x4000_0000 != 0);
        if code & 0x2000_0000 != 0 {
            self.srid = Some(self.word(is_little)?);
        }
        let code = code & 0x0FFF_FFFF;
        let more = match code / 1000 {
            0 => usize::from(has_z) + usize::from(has_m),
            1 | 2 => 1,
            3 => 2,
            _ => return None,
        };
        let layout = Layout {
            is_little,
            dimensions: 2 + more,
        };
        if depth > DEPTH_LIMIT {
            return None;
        }
        let geometry = match code % 1000 {
            1 => {
                let coord = self.coord(layout)?;
                // An empty point has no numbers for its coordinates.
                return Some((!coord.x.is_nan()).then(|| Point::from(coord).into()));
            }
            2 => self.line(layout)?.into(),
            3 => self.polygon(layout)?.into(),
            4 => MultiPoint::new(all(self.parts(layout, depth)?)?).into(),
            5 => MultiLineString::new(all(self.parts(layout, depth)?)?).into(),
            6 => MultiPolygon::new(all(self.parts(layout, depth)?)?).into(),
            7 => Geometry::GeometryCollection(GeometryCollection::new_from(
                self.parts(layout, depth)?,
            )),
            _ => return None,
        };
        let is_empty = geo::CoordsIter::coords_count(&geometry) == 0;
        Some(Some(geometry).filter(|_| !is_empty))
    }
}

/// The parts, where all are of one kind.
fn all<T: TryFrom<Geometry<f64>>>(parts: Vec<Geometry<f64>>) -> Option<Vec<T>> {
    parts
        .into_iter()
        .map(|part| T::try_from(part).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read_with_heights_and_reference_systems() {
        let line =
            "01020000000200000000000000000000000000000000000000000000000000F03F000000000000F03F";
        assert_eq!(
            of_hex(line).unwrap().0,
            Some(Geometry::LineString(vec![(0.0, 0.0), (1.0, 1.0)].into()))
        );
        let with_height = "01E9030000000000000000F03F00000000000000400000000000000840";
        assert_eq!(
            of_hex(with_height).unwrap().0,
            Some(Point::new(1.0, 2.0).into())
        );
        let big = "000000000140000000000000003FF0000000000000";
        assert_eq!(of_hex(big).unwrap().0, Some(Point::new(2.0, 1.0).into()));
    }

    #[test]
    fn counts_beyond_what_is_there_are_refused() {
        for text in [
            "0102000000FFFFFFFF00000000",
            "01010000000000",
            "0107000000FFFFFFFF0101000000",
            "zz",
        ] {
            assert_eq!(of_hex(text), None, "{text}");
        }
        let deep = format!(
            "{}{}",
            "010700000001000000".repeat(100),
            "010700000000000000"
        );
        assert_eq!(of_hex(&deep), None);
    }
}
