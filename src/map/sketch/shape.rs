//! Lines and rings corner by corner, as GeoJSON has them. Corners that are not touched keep the digits of the file.

use geo::{Coord, LineString, Point, Polygon, Validation};
use serde_json::{Value, json};

/// A longitude and latitude, as they are to be written.
pub type Position = [Value; 2];

/// Most corners of a shape that is moved by hand.
pub(super) const MOST_CORNERS: usize = 5_000;

/// Which corner: of which line or ring, and its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CornerId {
    /// The line or ring.
    pub path: usize,
    /// The corner; in a ring the last one is not the first again.
    pub corner: usize,
}

/// One corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    /// Where it is, in degrees.
    pub at: Point<f64>,
    /// The same as it is written.
    written: Value,
}

impl Corner {
    /// A corner that is put there; `None`: these are no numbers.
    pub(super) fn new(at: &Position) -> Option<Self> {
        Some(Self {
            at: point(at)?,
            written: Value::from(at.to_vec()),
        })
    }

    /// A corner as the file has it.
    pub(super) fn read(written: &Value) -> Option<Self> {
        let numbers = written.as_array()?;
        let (x, y) = (numbers.first()?.as_f64()?, numbers.get(1)?.as_f64()?);
        Some(Self {
            at: Point::new(x, y),
            written: written.clone(),
        })
    }
}

/// A longitude and latitude as numbers.
pub(super) fn point([longitude, latitude]: &Position) -> Option<Point<f64>> {
    Some(Point::new(longitude.as_f64()?, latitude.as_f64()?))
}

/// A line, or the ring of an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Which line or area of several it belongs to.
    part: usize,
    /// Its corners.
    pub corners: Vec<Corner>,
}

impl Path {
    /// The path with its first corner once more at its end.
    fn ring(&self) -> LineString<f64> {
        let corners = self.corners.iter().map(|corner| corner.at.0);
        let first = self.corners.first().map(|corner| corner.at.0);
        corners.chain(first).collect()
    }

    fn written(&self) -> Vec<Value> {
        self.corners.iter().map(|it| it.written.clone()).collect()
    }

    /// The corners of a ring with the first one at both ends; the first stays the first where it turns round.
    fn written_ring(&self, is_reversed: bool) -> Value {
        let mut corners = self.written();
        if is_reversed && let Some((_, others)) = corners.split_first_mut() {
            others.reverse();
        }
        corners.extend(corners.first().cloned());
        Value::from(corners)
    }
}

/// Lines, or areas with their holes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DrawnShape {
    pub(super) is_area: bool,
    /// Whether it is written as several.
    has_parts: bool,
    pub(super) paths: Vec<Path>,
}

impl DrawnShape {
    /// A line or an area without corners.
    pub(super) fn empty(is_area: bool) -> Self {
        Self {
            is_area,
            has_parts: false,
            paths: vec![Path::default()],
        }
    }

    /// The lines or areas of a geometry of GeoJSON. Costs O(corners).
    ///
    /// # Errors
    ///
    /// The key of what keeps their corners from being moved.
    pub(super) fn read(geometry: &Value) -> Result<Self, &'static str> {
        let (is_area, has_parts) = match geometry.get("type").and_then(Value::as_str) {
            Some("LineString") => (false, false),
            Some("MultiLineString") => (false, true),
            Some("Polygon") => (true, false),
            Some("MultiPolygon") => (true, true),
            Some("GeometryCollection") => return Err("sketch-collection"),
            _ => return Err("sketch-no-corners"),
        };
        let coordinates = geometry.get("coordinates").ok_or("sketch-no-corners")?;
        let parts = if has_parts {
            list(coordinates)
        } else {
            std::slice::from_ref(coordinates)
        };
        let mut paths = Vec::new();
        for (part, value) in parts.iter().enumerate() {
            let of_part = if is_area {
                list(value)
            } else {
                std::slice::from_ref(value)
            };
            for path in of_part {
                let corners: Option<Vec<Corner>> = list(path).iter().map(Corner::read).collect();
                let mut corners = corners.ok_or("sketch-no-corners")?;
                if is_area && corners.len() > 1 && corners.first() == corners.last() {
                    corners.pop();
                }
                paths.push(Path { part, corners });
            }
        }
        match paths.iter().map(|path| path.corners.len()).sum() {
            0 => Err("sketch-no-corners"),
            1..=MOST_CORNERS => Ok(Self {
                is_area,
                has_parts,
                paths,
            }),
            _ => Err("sketch-too-many"),
        }
    }

    /// How many corners a line or ring has at least.
    pub(super) const fn fewest(&self) -> usize {
        if self.is_area { 3 } else { 2 }
    }

    /// The key of what is wrong with it: too few corners, too wide, an edge that crosses.
    pub(super) fn fault(&self) -> Option<&'static str> {
        if self.paths.iter().any(|it| it.corners.len() < self.fewest()) {
            return Some(if self.is_area {
                "sketch-few-area"
            } else {
                "sketch-few-line"
            });
        }
        let corners = self.paths.iter().flat_map(|it| &it.corners);
        let [west, east] = corners.fold(
            [f64::INFINITY, f64::NEG_INFINITY],
            |[west, east], corner| [west.min(corner.at.x()), east.max(corner.at.x())],
        );
        if east - west > 180.0 {
            return Some("sketch-too-wide");
        }
        let is_crossed = self.is_area && self.parts().any(|part| !is_valid(&part));
        is_crossed.then_some("sketch-crosses")
    }

    /// The paths of each line or area.
    fn parts(&self) -> impl Iterator<Item = Vec<&Path>> {
        let count = self.paths.last().map_or(0, |path| path.part + 1);
        (0..count).map(|part| self.paths.iter().filter(|it| it.part == part).collect())
    }

    /// The geometry of GeoJSON: rings closed, the outer one against the clock, holes with it (RFC 7946, section 3.1.6).
    /// An area that crosses itself keeps the order of its corners, because it has none of these.
    pub(super) fn written(&self) -> Value {
        let parts = self.parts().map(|paths| {
            if self.is_area {
                written_area(&paths)
            } else {
                paths.iter().flat_map(|path| path.written()).collect()
            }
        });
        let mut parts: Vec<Value> = parts.collect();
        let (one, several) = if self.is_area {
            ("Polygon", "MultiPolygon")
        } else {
            ("LineString", "MultiLineString")
        };
        if self.has_parts {
            json!({"type": several, "coordinates": parts})
        } else {
            json!({"type": one, "coordinates": parts.pop()})
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn is_valid(paths: &[&Path]) -> bool {
    let mut rings = paths.iter().map(|path| path.ring());
    let outer = rings.next();
    outer.is_none_or(|outer| Polygon::new(outer, rings.collect()).is_valid())
}

fn written_area(paths: &[&Path]) -> Value {
    let is_valid = is_valid(paths);
    let rings = paths.iter().enumerate().map(|(place, path)| {
        let is_against_clock = turn(&path.ring()) > 0.0;
        path.written_ring(is_valid && is_against_clock != (place == 0))
    });
    rings.collect()
}

/// Twice the area within a closed ring: above nothing against the clock.
fn turn(ring: &LineString<f64>) -> f64 {
    let origin = ring.0.first().copied().unwrap_or(Coord { x: 0.0, y: 0.0 });
    let cross = |from: Coord<f64>, to: Coord<f64>| from.x * to.y - to.x * from.y;
    ring.lines()
        .map(|edge| cross(edge.start - origin, edge.end - origin))
        .sum()
}
