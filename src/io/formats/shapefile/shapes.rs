//! Shapes as their bytes, to GeoJSON and back.

use std::ops::Range;

use geo::{Contains, Coord, LineString, Polygon};
use serde_json::Value;

use crate::io::formats::{row_text::push_position, system::System, wkb::Envelope};

/// Bytes of the header.
const HEADER: usize = 100;

/// What a shape comes to.
pub(super) enum Shape {
    /// A record without a place.
    None,
    /// One that cannot be read.
    Broken,
    /// GeoJSON text.
    Geometry(String),
}

/// The shapes of a file.
pub(super) struct Shapes<'a> {
    bytes: &'a [u8],
    /// Where each stands.
    spans: Vec<Range<usize>>,
    system: System,
}

impl<'a> Shapes<'a> {
    /// The shapes of a file; `None` where it is not whole.
    pub(super) fn of(bytes: &'a [u8], system: System) -> Option<Self> {
        let big =
            |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
        let length = big(24)?.checked_mul(2)?;
        if length > bytes.len() || length < HEADER {
            return None;
        }
        let mut spans = Vec::new();
        let mut at = HEADER;
        while at + 8 <= length {
            let content = big(at + 4)?.checked_mul(2)?;
            let span = at + 8..at.checked_add(8)?.checked_add(content)?;
            bytes.get(span.clone())?;
            at = span.end;
            spans.push(span);
        }
        Some(Self {
            bytes,
            spans,
            system,
        })
    }

    pub(super) const fn len(&self) -> usize {
        self.spans.len()
    }

    /// One of them, by its number from nought on; none behind the last.
    pub(super) fn get(&self, number: usize) -> Shape {
        let span = self.spans.get(number).cloned();
        span.and_then(|span| self.bytes.get(span))
            .map_or(Shape::None, |bytes| {
                let system = self.system;
                Reader { bytes, system }.shape()
            })
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    system: System,
}

impl Reader<'_> {
    fn shape(&self) -> Shape {
        let kind = self.whole(0);
        if kind == Some(0) {
            return Shape::None;
        }
        let geometry = match kind.map(|kind| (kind % 10, (11..20).contains(&kind))) {
            Some((1, has_heights)) => self.point(has_heights),
            Some((8, has_heights)) => self.points(has_heights),
            Some((3, has_heights)) => self.lines(has_heights),
            Some((5, has_heights)) => self.areas(has_heights),
            _ => None,
        };
        geometry.map_or(Shape::Broken, Shape::Geometry)
    }

    fn whole(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(
            self.bytes.get(at..at + 4)?.try_into().ok()?,
        ))
    }

    fn number(&self, at: usize) -> Option<f64> {
        Some(f64::from_le_bytes(
            self.bytes.get(at..at + 8)?.try_into().ok()?,
        ))
    }

    /// The position of the numbers at `at`, with the height at `height`.
    fn position(&self, at: usize, height: Option<usize>) -> Option<(Coord<f64>, String)> {
        let (x, y) = (self.number(at)?, self.number(at + 8)?);
        let (longitude, latitude) = self.system.degrees(x, y)?;
        let height = height
            .and_then(|at| self.number(at))
            .filter(|it| it.is_finite());
        let mut text = String::new();
        push_position(&mut text, longitude, latitude, height);
        Some((Coord { x, y }, text))
    }

    fn point(&self, has_heights: bool) -> Option<String> {
        let (_, text) = self.position(4, has_heights.then_some(20))?;
        Some(of("Point", &text))
    }

    fn points(&self, has_heights: bool) -> Option<String> {
        let count = self.whole(36)? as usize;
        let positions = self.positions(40, count, has_heights)?;
        let texts: Vec<String> = positions.into_iter().map(|it| it.1).collect();
        Some(of("MultiPoint", &list(&texts)))
    }

    /// Positions that stand one after the other, behind which their heights stand.
    fn positions(
        &self,
        at: usize,
        count: usize,
        has_heights: bool,
    ) -> Option<Vec<(Coord<f64>, String)>> {
        // A count may be a lie.
        if count > self.bytes.len() / 16 {
            return None;
        }
        let heights = at + count * 16 + 16;
        let one = |number: usize| {
            let height = has_heights.then_some(heights + number * 8);
            self.position(at + number * 16, height)
        };
        (0..count).map(one).collect()
    }

    /// The parts of a shape, one behind the other; `None` where they overlap or are not whole.
    fn parts(&self, has_heights: bool) -> Option<Vec<Part>> {
        let (parts, count) = (self.whole(36)? as usize, self.whole(40)? as usize);
        if parts > self.bytes.len() / 4 {
            return None;
        }
        let positions = self.positions(44 + parts * 4, count, has_heights)?;
        let begin = |part: usize| Some(self.whole(44 + part * 4)? as usize);
        let mut list = Vec::new();
        let mut last_end = 0;
        for part in 0..parts {
            let end = if part + 1 < parts {
                begin(part + 1)?
            } else {
                count
            };
            let start = begin(part)?;
            // Parts that lie over each other would be copied once for each.
            if start < last_end {
                return None;
            }
            list.push(positions.get(start..end)?.to_vec());
            last_end = end;
        }
        Some(list)
    }

    fn lines(&self, has_heights: bool) -> Option<String> {
        let parts = self.parts(has_heights)?;
        let texts: Vec<String> = parts.iter().map(|part| line(part)).collect();
        Some(match texts.as_slice() {
            [] => return None,
            [only] => of("LineString", only),
            several => of("MultiLineString", &list(several)),
        })
    }

    /// Areas: rings that run with the clock, and holes that run against it, each in the area that it lies in.
    fn areas(&self, has_heights: bool) -> Option<String> {
        let mut areas: Vec<(Polygon<f64>, Vec<String>)> = Vec::new();
        let mut holes = Vec::new();
        for part in self.parts(has_heights)? {
            let ring: Vec<Coord<f64>> = part.iter().map(|it| it.0).collect();
            let text = line(&part);
            if area(&ring) <= 0.0 {
                areas.push((Polygon::new(LineString::new(ring), Vec::new()), vec![text]));
            } else {
                holes.push((ring, text));
            }
        }
        for (ring, text) in holes {
            let first = ring.first().copied().map(geo::Point::from)?;
            let holder = areas.iter().position(|(area, _)| area.contains(&first));
            let place = holder.or_else(|| areas.len().checked_sub(1));
            match place.and_then(|place| areas.get_mut(place)) {
                Some((_, rings)) => rings.push(text),
                // Some programs write areas the wrong way round.
                None => areas.push((Polygon::new(LineString::new(ring), Vec::new()), vec![text])),
            }
        }
        let texts: Vec<String> = areas.iter().map(|(_, rings)| list(rings)).collect();
        Some(match texts.as_slice() {
            [] => return None,
            [only] => of("Polygon", only),
            several => of("MultiPolygon", &list(several)),
        })
    }
}

fn of(kind: &str, coordinates: &str) -> String {
    format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.join(","))
}

fn line(positions: &[(Coord<f64>, String)]) -> String {
    let texts: Vec<&str> = positions.iter().map(|it| it.1.as_str()).collect();
    format!("[{}]", texts.join(","))
}

/// Twice the area of a ring, which is positive where it runs against the clock.
fn area(ring: &[Coord<f64>]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().skip(1));
    pairs
        .map(|(one, next)| one.x * next.y - next.x * one.y)
        .sum()
}

/// The kinds of files that an export has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShapeType {
    Points,
    Clusters,
    Lines,
    Areas,
}

impl ShapeType {
    pub(super) const ALL: [Self; 4] = [Self::Points, Self::Clusters, Self::Lines, Self::Areas];

    /// The kind of file that a geometry goes into; records without a place go with the points, as do collections,
    /// which the format has no shape for.
    pub(super) fn of(geometry: &Value) -> Self {
        match geometry.get("type").and_then(Value::as_str) {
            Some("MultiPoint") => Self::Clusters,
            Some("LineString" | "MultiLineString") => Self::Lines,
            Some("Polygon" | "MultiPolygon") => Self::Areas,
            _ => Self::Points,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Points => "records",
            Self::Clusters => "clusters",
            Self::Lines => "lines",
            Self::Areas => "areas",
        }
    }

    const fn code(self) -> u32 {
        match self {
            Self::Points => 1,
            Self::Clusters => 8,
            Self::Lines => 3,
            Self::Areas => 5,
        }
    }
}

/// Positions of one line or ring, each with its notation.
type Part = Vec<(Coord<f64>, String)>;

/// A file of shapes under writing, with its index.
pub(super) struct ShapeWriter {
    kind: ShapeType,
    shapes: Vec<u8>,
    index: Vec<u8>,
    bounds: Envelope,
    count: u32,
}

impl ShapeWriter {
    pub(super) fn new(kind: ShapeType) -> Self {
        Self {
            kind,
            shapes: vec![0; HEADER],
            index: vec![0; HEADER],
            bounds: Envelope::default(),
            count: 0,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds the shape of a record; an empty one where it has none of this kind.
    pub(super) fn push(&mut self, geometry: &Value) {
        let content = self
            .content(geometry)
            .unwrap_or_else(|| 0_u32.to_le_bytes().to_vec());
        let words = ((content.len() / 2) as u32).to_be_bytes();
        self.index
            .extend(((self.shapes.len() / 2) as u32).to_be_bytes());
        self.index.extend(words);
        self.count += 1;
        self.shapes.extend(self.count.to_be_bytes());
        self.shapes.extend(words);
        self.shapes.extend(content);
    }

    fn content(&mut self, geometry: &Value) -> Option<Vec<u8>> {
        let coordinates = geometry.get("coordinates")?;
        let is_several = geometry.get("type")?.as_str()?.starts_with("Multi");
        let mut bytes = self.kind.code().to_le_bytes().to_vec();
        if self.kind == ShapeType::Points {
            let at = position(coordinates)?;
            self.bounds.add(at.x, at.y);
            bytes.extend([at.x, at.y].iter().flat_map(|it| it.to_le_bytes()));
            return Some(bytes);
        }
        let lists: Vec<Vec<Coord<f64>>> = match (self.kind, is_several) {
            (ShapeType::Lines, true) => coordinates
                .as_array()?
                .iter()
                .map(positions)
                .collect::<Option<_>>()?,
            (ShapeType::Areas, false) => rings(coordinates)?,
            (ShapeType::Areas, true) => {
                let areas: Option<Vec<_>> = coordinates.as_array()?.iter().map(rings).collect();
                areas?.concat()
            }
            _ => vec![positions(coordinates)?],
        };
        let mut spanned = Envelope::default();
        for at in lists.iter().flatten() {
            spanned.add(at.x, at.y);
            self.bounds.add(at.x, at.y);
        }
        bytes.extend(spanned.0?.iter().flat_map(|it| it.to_le_bytes()));
        let count: usize = lists.iter().map(Vec::len).sum();
        if self.kind != ShapeType::Clusters {
            bytes.extend((lists.len() as u32).to_le_bytes());
        }
        bytes.extend((count as u32).to_le_bytes());
        if self.kind != ShapeType::Clusters {
            let mut begin = 0_u32;
            for list in &lists {
                bytes.extend(begin.to_le_bytes());
                begin += list.len() as u32;
            }
        }
        for at in lists.iter().flatten() {
            bytes.extend([at.x, at.y].iter().flat_map(|it| it.to_le_bytes()));
        }
        Some(bytes)
    }

    /// The shapes and their index.
    pub(super) fn finish(mut self) -> [Vec<u8>; 2] {
        let bounds = self.bounds.0.unwrap_or_default();
        for bytes in [&mut self.shapes, &mut self.index] {
            let mut header = 9994_u32.to_be_bytes().to_vec();
            header.resize(24, 0);
            header.extend(((bytes.len() / 2) as u32).to_be_bytes());
            header.extend(1000_u32.to_le_bytes());
            header.extend(self.kind.code().to_le_bytes());
            header.extend(bounds.iter().flat_map(|it| it.to_le_bytes()));
            header.resize(HEADER, 0);
            bytes.splice(..HEADER, header);
        }
        [self.shapes, self.index]
    }
}

fn position(value: &Value) -> Option<Coord<f64>> {
    let numbers = value.as_array()?;
    let number = |place: usize| numbers.get(place).and_then(Value::as_f64);
    Some(Coord {
        x: number(0)?,
        y: number(1)?,
    })
}

fn positions(value: &Value) -> Option<Vec<Coord<f64>>> {
    value.as_array()?.iter().map(position).collect()
}

/// The rings of an area, the outer one with the clock, holes against it.
fn rings(value: &Value) -> Option<Vec<Vec<Coord<f64>>>> {
    let rings = value.as_array()?.iter().enumerate();
    rings
        .map(|(number, ring)| {
            let mut ring = positions(ring)?;
            if (area(&ring) > 0.0) == (number == 0) {
                ring.reverse();
            }
            Some(ring)
        })
        .collect()
}
