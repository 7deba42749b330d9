//! Features of many corners, whose geometry is read without a value for each number.
//!
//! A parsed value takes many times its text, and the boundary of a country has millions of numbers. So the geometry of
//! a long feature is walked through straight into positions, sixteen bytes each, and only the rest of it is parsed.
//! Whatever is out of the ordinary in the geometry is [`Unusual`]: the parser says what is wrong with it.

use std::ops::Range;

use geo::{
    Coord, CoordsIter, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint,
    MultiPolygon, Point, Polygon,
};

use crate::{
    model::{Issue, IssueKind, rfc7946},
    scan::{
        Form, Unusual,
        json::{Cursor, members_of},
    },
};

/// Bytes of a feature from which on its geometry is read so.
pub(super) const LONG: usize = 1 << 20;

/// Lists and collections nested in each other that are still walked through.
const DEPTH_LIMIT: usize = 16;

/// A feature taken apart.
pub(super) struct LongFeature {
    /// Its text with `null` for the geometry.
    pub(super) rest: String,
    /// Its geometry, in the coordinates of the file; `None` where that has no position.
    pub(super) geometry: Option<Geometry<f64>>,
    /// What is wrong with the geometry.
    pub(super) issues: Vec<Issue>,
}

/// Where the geometry of a feature stands; `None` where it has none or several.
fn geometry_of(text: &str) -> Option<Range<usize>> {
    let mut found = members_of(text).into_iter();
    let mut found = found.by_ref().filter(|member| member.name == "geometry");
    let geometry = found.next()?;
    found.next().is_none().then_some(geometry.value)
}

/// The text of a feature with another one for its geometry.
fn with_geometry(text: &str, span: &Range<usize>, other: &str) -> Option<String> {
    Some([text.get(..span.start)?, other, text.get(span.end..)?].concat())
}

/// The text of a feature with what its geometry is in place of that: its type, and how long it is. For whoever looks
/// at anything else of it.
pub(super) fn without_positions(text: &str) -> Option<String> {
    let span = geometry_of(text)?;
    let geometry = text.get(span.clone())?;
    let kinds = members_of(geometry).into_iter();
    let mut kinds = kinds.filter(|member| member.name == "type");
    let kind = kinds.next().and_then(|it| geometry.get(it.value));
    let stand_in = format!(
        r#"{{"type":{},"bytes":{}}}"#,
        kind.unwrap_or("null"),
        geometry.len()
    );
    with_geometry(text, &span, &stand_in)
}

impl LongFeature {
    /// Takes a feature apart; `None` where its geometry is for the parser.
    pub(super) fn of(text: &str) -> Option<Self> {
        let span = geometry_of(text)?;
        let mut walk = Walk {
            text: text.get(..span.end)?,
            issues: Vec::new(),
        };
        let mut cursor = Cursor::new(walk.text.as_bytes(), span.start);
        let geometry = walk.geometry(&mut cursor, 0).ok()?;
        let has_place = geometry.coords_count() > 0;
        (cursor.at == span.end).then_some(())?;
        Some(Self {
            rest: with_geometry(text, &span, "null")?,
            geometry: Some(geometry).filter(|_| has_place),
            issues: walk.issues,
        })
    }
}

/// The value of `coordinates`, whatever geometry it is of.
enum Nested {
    Position(Coord<f64>),
    /// Positions, and whether the last is the first again.
    Line(Vec<Coord<f64>>, bool),
    Lists(Vec<Self>),
}

/// A walk through the geometries of a feature.
struct Walk<'a> {
    text: &'a str,
    issues: Vec<Issue>,
}

impl Walk<'_> {
    fn geometry(&mut self, cursor: &mut Cursor, depth: usize) -> Result<Geometry<f64>, Unusual> {
        if depth > DEPTH_LIMIT {
            return Err(Unusual);
        }
        let text = self.text;
        let (mut kind, mut coordinates, mut geometries) = (None, None, None);
        cursor.object(|cursor, key| {
            match text.get(key) {
                Some("type") if kind.is_none() => {
                    let (range, form) = cursor.value()?;
                    kind = text.get(range).filter(|_| form == Form::Plain);
                }
                Some("coordinates") if coordinates.is_none() => {
                    coordinates = Some(self.nested(cursor, 0)?);
                }
                Some("geometries") if geometries.is_none() => {
                    geometries = Some(self.geometries(cursor, depth)?);
                }
                Some("bbox") => {
                    let (range, _) = cursor.value()?;
                    let value = text.get(range).and_then(|it| serde_json::from_str(it).ok());
                    let is_bbox = value.is_some_and(|it| rfc7946::is_bbox(&it));
                    is_bbox.then_some(()).ok_or(Unusual)?;
                }
                // Twice the same, or what says that it is something else.
                Some(
                    "type" | "coordinates" | "geometries" | "geometry" | "properties" | "features",
                ) => return Err(Unusual),
                _ => {
                    cursor.value()?;
                }
            }
            Ok(())
        })?;
        match (kind.ok_or(Unusual)?, coordinates, geometries) {
            ("GeometryCollection", None, Some(list)) => Ok(Geometry::GeometryCollection(
                GeometryCollection::new_from(list),
            )),
            (kind, Some(coordinates), None) => self.made_of(kind, coordinates),
            _ => Err(Unusual),
        }
    }

    fn geometries(
        &mut self,
        cursor: &mut Cursor,
        depth: usize,
    ) -> Result<Vec<Geometry<f64>>, Unusual> {
        cursor.pass(b'[')?;
        let mut list = Vec::new();
        if cursor.passes(b']') {
            return Ok(list);
        }
        loop {
            list.push(self.geometry(cursor, depth + 1)?);
            if !cursor.passes(b',') {
                return cursor.pass(b']').map(|()| list);
            }
        }
    }

    /// A position, or a list of such, of lists, and so on.
    fn nested(&self, cursor: &mut Cursor, depth: usize) -> Result<Nested, Unusual> {
        cursor.pass(b'[')?;
        match cursor.next_byte().ok_or(Unusual)? {
            b']' => {
                cursor.pass(b']')?;
                Ok(Nested::Lists(Vec::new()))
            }
            b'[' if depth < DEPTH_LIMIT => self.list(cursor, depth + 1),
            _ => Ok(Nested::Position(self.position(cursor)?.0)),
        }
    }

    /// The items of a list behind its bracket, which are lists or positions.
    fn list(&self, cursor: &mut Cursor, depth: usize) -> Result<Nested, Unusual> {
        if let Some(line) = self.line(cursor)? {
            return Ok(line);
        }
        let mut lists = Vec::new();
        loop {
            lists.push(self.nested(cursor, depth)?);
            if !cursor.passes(b',') {
                return cursor.pass(b']').map(|()| Nested::Lists(lists));
            }
        }
    }

    /// The positions of a list behind its bracket; `None`, and nothing passed, where its first item is none.
    fn line(&self, cursor: &mut Cursor) -> Result<Option<Nested>, Unusual> {
        let start = cursor.at;
        cursor.pass(b'[')?;
        if matches!(cursor.next_byte(), Some(b'[' | b']')) {
            cursor.at = start;
            return Ok(None);
        }
        let first = self.position(cursor)?;
        let (mut coords, mut last) = (vec![first.0], first);
        while cursor.passes(b',') {
            cursor.pass(b'[')?;
            last = self.position(cursor)?;
            coords.push(last.0);
        }
        cursor.pass(b']')?;
        Ok(Some(Nested::Line(coords, last == first)))
    }

    /// The numbers of a position behind its bracket, and that bracket's other half: two, and a height.
    fn position(&self, cursor: &mut Cursor) -> Result<(Coord<f64>, Option<f64>), Unusual> {
        let x = self.number(cursor)?;
        cursor.pass(b',')?;
        let y = self.number(cursor)?;
        let mut height = None;
        while cursor.passes(b',') {
            let number = self.number(cursor)?;
            height = height.or(Some(number));
        }
        cursor.pass(b']')?;
        Ok((Coord { x, y }, height))
    }

    fn number(&self, cursor: &mut Cursor) -> Result<f64, Unusual> {
        cursor.next_byte();
        let start = cursor.at;
        if let Ok(range) = cursor.number() {
            let written = self.text.get(range).ok_or(Unusual)?;
            return written.parse().map_err(|_| Unusual);
        }
        // With an exponent, or in more digits than a cursor cares to judge.
        let rest = self.text.get(start..).ok_or(Unusual)?;
        let is_of_number =
            |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(|byte| is_of_number(byte)).count();
        cursor.at = start + length;
        let written = rest.get(..length).ok_or(Unusual)?;
        serde_json::from_str(written).map_err(|_| Unusual)
    }

    /// The geometry of this type with these coordinates.
    fn made_of(&mut self, kind: &str, coordinates: Nested) -> Result<Geometry<f64>, Unusual> {
        Ok(match kind {
            "Point" => match coordinates {
                Nested::Position(coord) => Point::from(coord).into(),
                _ => return Err(Unusual),
            },
            "MultiPoint" => MultiPoint::from(coords(coordinates)?.0).into(),
            "LineString" => self.line_string(coordinates)?.into(),
            "MultiLineString" => {
                let lines = lists(coordinates)?.into_iter();
                let lines = lines.map(|line| self.line_string(line));
                MultiLineString::new(lines.collect::<Result<_, _>>()?).into()
            }
            "Polygon" => self.polygon(coordinates)?.into(),
            "MultiPolygon" => {
                let polygons = lists(coordinates)?.into_iter();
                let polygons = polygons.map(|polygon| self.polygon(polygon));
                MultiPolygon::new(polygons.collect::<Result<_, _>>()?).into()
            }
            _ => return Err(Unusual),
        })
    }

    fn line_string(&mut self, coordinates: Nested) -> Result<LineString<f64>, Unusual> {
        let (line, _) = coords(coordinates)?;
        if line.len() < rfc7946::SHORTEST_LINE {
            self.note(IssueKind::LineShort, &line);
        }
        Ok(LineString::new(line))
    }

    fn polygon(&mut self, coordinates: Nested) -> Result<Polygon<f64>, Unusual> {
        let rings = lists(coordinates)?.into_iter();
        let rings = rings.map(|ring| self.ring(ring));
        let mut rings = rings.collect::<Result<Vec<_>, _>>()?.into_iter();
        let exterior = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Ok(Polygon::new(exterior, rings.collect()))
    }

    fn ring(&mut self, coordinates: Nested) -> Result<LineString<f64>, Unusual> {
        let (ring, is_closed) = coords(coordinates)?;
        if ring.len() < rfc7946::SHORTEST_RING {
            self.note(IssueKind::RingShort, &ring);
        } else if !is_closed {
            let ends: Vec<Coord<f64>> = ring
                .first()
                .into_iter()
                .chain(ring.last())
                .copied()
                .collect();
            self.note(IssueKind::RingOpen, &ends);
        }
        Ok(LineString::new(ring))
    }

    /// Notes an issue with the geometry, one of each kind.
    fn note(&mut self, kind: IssueKind, positions: &[Coord<f64>]) {
        if self.issues.iter().all(|issue| issue.kind != kind) {
            let positions = positions.iter().map(|it| serde_json::json!([it.x, it.y]));
            let shown = serde_json::Value::from(positions.collect::<Vec<_>>());
            self.issues
                .push(Issue::new("geometry", kind, &shown.to_string()));
        }
    }
}

/// The positions of a list, and whether they are closed.
fn coords(nested: Nested) -> Result<(Vec<Coord<f64>>, bool), Unusual> {
    match nested {
        Nested::Line(coords, is_closed) => Ok((coords, is_closed)),
        Nested::Lists(lists) if lists.is_empty() => Ok((Vec::new(), true)),
        _ => Err(Unusual),
    }
}

/// The items of a list of lists.
fn lists(nested: Nested) -> Result<Vec<Nested>, Unusual> {
    match nested {
        Nested::Lists(lists) => Ok(lists),
        _ => Err(Unusual),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::model::{crs::Crs, geometry};

    fn feature(geometry: &str) -> String {
        format!(r#"{{"type":"Feature","geometry": {geometry} ,"properties":{{"a":1}}}}"#)
    }

    #[test]
    fn a_geometry_that_is_walked_through_is_the_one_that_the_parser_reads() {
        for written in [
            r#"{"type":"Point","coordinates":[-8.5e0, 12.6400000000000001]}"#,
            r#"{"coordinates":[[1,2,3],[4,5]],"type":"MultiPoint","x":{}}"#,
            r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
            r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
            r#"{"type":"Polygon","bbox":[0,0,1,1],"coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[0.1,0.1],[0.2,0.1],[0.2,0.2],[0.1,0.1]]]}"#,
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0.0]]],[[]]]}"#,
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
        ] {
            let read = LongFeature::of(&feature(written)).unwrap();
            let value: Value = serde_json::from_str(written).unwrap();
            let parsed = geometry::read(Some(&value), false, Crs::DEGREES).unwrap();
            assert_eq!(read.geometry, parsed, "{written}");
            assert_eq!(read.rest, feature("null"));
        }
    }

    #[test]
    fn what_the_standard_asks_of_rings_is_asked_of_long_ones_too() {
        for (written, kind) in [
            (
                r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
                IssueKind::RingOpen,
            ),
            (
                r#"{"type":"Polygon","coordinates":[[[0,0,1],[1,0,1],[1,1,1],[0,0,2]]]}"#,
                IssueKind::RingOpen,
            ),
            (
                r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
                IssueKind::RingShort,
            ),
            (
                r#"{"type":"LineString","coordinates":[[0,0]]}"#,
                IssueKind::LineShort,
            ),
        ] {
            let issues = LongFeature::of(&feature(written)).unwrap().issues;
            let kinds: Vec<IssueKind> = issues.iter().map(|issue| issue.kind).collect();
            assert_eq!(kinds, [kind], "{written}");
        }
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_left_to_the_parser() {
        for written in [
            "null",
            r#"{"type":"Point","coordinates":["1",2]}"#,
            r#"{"type":"Point","coordinates":[1]}"#,
            r#"{"type":"Point","coordinates":[NaN,1]}"#,
            r#"{"type":"Point","coordinates":[01,1]}"#,
            r#"{"type":"Polygon","coordinates":[[1,2],[[3,4]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[1,2],[3,4]]"#,
            r#"{"type":"Point","coordinates":[1,2],"coordinates":[1,2]}"#,
            r#"{"type":"Point","coordinates":[1,2],"properties":{}}"#,
            r#"{"type":"Sphere","coordinates":[1,2]}"#,
        ] {
            assert!(LongFeature::of(&feature(written)).is_none(), "{written}");
        }
    }

    #[test]
    fn a_stand_in_says_what_a_geometry_is() {
        let written = r#"{"type":"Point","coordinates":[1,2]}"#;
        assert_eq!(
            without_positions(&feature(written)).unwrap(),
            feature(r#"{"type":"Point","bytes":36}"#)
        );
    }
}
