//! Shapes as their bytes, to GeoJSON and back.

use std::ops::Range;

use geo::{Contains, Coord, LineString, Polygon};

use crate::io::formats::{row_text::push_position, system::System};

/// Bytes of the header.
pub(super) const HEADER: usize = 100;

/// What a shape comes to.
pub(super) enum ShapeRecord {
    /// A record without a place.
    None,
    /// One that cannot be read.
    Broken,
    /// GeoJSON text.
    Geometry(String),
}

/// Positions of one line or ring, each with its notation.
pub(super) type RingText = Vec<(Coord<f64>, String)>;

/// The shapes of a file.
pub(super) struct ShapeRecords<'a> {
    bytes: &'a [u8],
    /// Where each stands.
    spans: Vec<Range<usize>>,
    system: System,
}

impl<'a> ShapeRecords<'a> {
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
    pub(super) fn get(&self, number: usize) -> ShapeRecord {
        let span = self.spans.get(number).cloned();
        span.and_then(|span| self.bytes.get(span))
            .map_or(ShapeRecord::None, |bytes| {
                let system = self.system;
                ShapeReader { bytes, system }.shape()
            })
    }
}

struct ShapeReader<'a> {
    bytes: &'a [u8],
    system: System,
}

impl ShapeReader<'_> {
    fn shape(&self) -> ShapeRecord {
        let kind = self.whole(0);
        if kind == Some(0) {
            return ShapeRecord::None;
        }
        let geometry = match kind.map(|kind| (kind % 10, (11..20).contains(&kind))) {
            Some((1, has_heights)) => self.point(has_heights),
            Some((8, has_heights)) => self.points(has_heights),
            Some((3, has_heights)) => self.lines(has_heights),
            Some((5, has_heights)) => self.areas(has_heights),
            _ => None,
        };
        geometry.map_or(ShapeRecord::Broken, ShapeRecord::Geometry)
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
    fn parts(&self, has_heights: bool) -> Option<Vec<RingText>> {
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
pub(super) fn area(ring: &[Coord<f64>]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().skip(1));
    pairs
        .map(|(one, next)| one.x * next.y - next.x * one.y)
        .sum()
}
