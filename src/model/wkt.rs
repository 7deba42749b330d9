//! Geometries as well-known text (OGC 06-103r4): `POINT (-8 12.6)`.

use geo::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon,
    Point, Polygon,
};

/// Collections in collections that are still read.
const DEPTH_LIMIT: usize = 64;

/// Reads a geometry; `Ok(None)` is an empty one. A leading `SRID=…;` is passed over, third
/// coordinates are dropped.
///
/// # Errors
/// Nothing but that it is not well-known text.
pub fn read(text: &str) -> Result<Option<Geometry<f64>>, NotWkt> {
    let text = match text.trim().split_once(';') {
        Some((srid, rest)) if srid.to_ascii_uppercase().starts_with("SRID=") => rest,
        _ => text,
    };
    let mut parser = Parser { rest: text };
    let geometry = parser.geometry(0)?;
    parser.space();
    if parser.rest.is_empty() {
        Ok(geometry)
    } else {
        Err(NotWkt)
    }
}

/// The code of the reference system that `SRID=32629;POINT (…)` begins with, and the text behind it.
#[must_use]
pub fn srid(text: &str) -> (Option<u32>, &str) {
    let text = text.trim();
    let code = |prefix: &str| {
        let (name, code) = prefix.split_once('=')?;
        let is_srid = name.trim().eq_ignore_ascii_case("SRID");
        is_srid.then(|| code.trim().parse().ok()).flatten()
    };
    match text.split_once(';') {
        Some((prefix, rest)) => match code(prefix) {
            Some(code) => (Some(code), rest),
            None => (None, text),
        },
        None => (None, text),
    }
}

/// The text is no geometry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWkt;

/// Writes a geometry.
#[must_use]
pub fn write(geometry: &Geometry<f64>) -> String {
    let coord = |coord: &Coord<f64>| format!("{} {}", coord.x, coord.y);
    let line = |line: &LineString<f64>| {
        let coords: Vec<String> = line.coords().map(coord).collect();
        format!("({})", coords.join(", "))
    };
    let polygon = |polygon: &Polygon<f64>| {
        let rings: Vec<String> = std::iter::once(polygon.exterior())
            .chain(polygon.interiors())
            .map(line)
            .collect();
        format!("({})", rings.join(", "))
    };
    let list = |items: Vec<String>| format!("({})", items.join(", "));
    match geometry {
        Geometry::Point(point) => format!("POINT ({})", coord(&point.0)),
        Geometry::LineString(it) => format!("LINESTRING {}", line(it)),
        Geometry::Polygon(it) => format!("POLYGON {}", polygon(it)),
        Geometry::MultiPoint(points) => {
            let points = points.iter().map(|point| coord(&point.0)).collect();
            format!("MULTIPOINT {}", list(points))
        }
        Geometry::MultiLineString(lines) => {
            format!("MULTILINESTRING {}", list(lines.iter().map(line).collect()))
        }
        Geometry::MultiPolygon(polygons) => {
            format!(
                "MULTIPOLYGON {}",
                list(polygons.iter().map(polygon).collect())
            )
        }
        Geometry::GeometryCollection(all) => {
            format!(
                "GEOMETRYCOLLECTION {}",
                list(all.iter().map(write).collect())
            )
        }
        Geometry::Line(it) => format!("LINESTRING ({}, {})", coord(&it.start), coord(&it.end)),
        Geometry::Rect(it) => format!("POLYGON {}", polygon(&it.to_polygon())),
        Geometry::Triangle(it) => format!("POLYGON {}", polygon(&it.to_polygon())),
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn word(&mut self) -> &'a str {
        self.space();
        let end = self
            .rest
            .find(|letter: char| !letter.is_ascii_alphabetic())
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or(("", self.rest));
        self.rest = rest;
        word
    }

    fn takes(&mut self, mark: char) -> bool {
        self.space();
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// `(item, item)`, or none for `EMPTY`.
    fn list<T>(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<T, NotWkt>,
    ) -> Result<Vec<T>, NotWkt> {
        if !self.takes('(') {
            let is_empty = self.word().eq_ignore_ascii_case("EMPTY");
            return if is_empty {
                Ok(Vec::new())
            } else {
                Err(NotWkt)
            };
        }
        let mut items = vec![item(self)?];
        while self.takes(',') {
            items.push(item(self)?);
        }
        if self.takes(')') {
            Ok(items)
        } else {
            Err(NotWkt)
        }
    }

    fn number(&mut self) -> Option<f64> {
        self.space();
        let end = self
            .rest
            .find(|letter: char| !matches!(letter, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
            .unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(end)?;
        let number = number.parse().ok()?;
        self.rest = rest;
        Some(number)
    }

    fn coord(&mut self) -> Result<Coord<f64>, NotWkt> {
        let (x, y) = self.number().zip(self.number()).ok_or(NotWkt)?;
        // A height and a measure may follow.
        while self.number().is_some() {}
        Ok(Coord { x, y })
    }

    fn line(&mut self) -> Result<LineString<f64>, NotWkt> {
        self.list(&mut Self::coord).map(LineString::new)
    }

    fn polygon(&mut self) -> Result<Polygon<f64>, NotWkt> {
        let mut rings = self.list(&mut Self::line)?.into_iter();
        let exterior = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Ok(Polygon::new(exterior, rings.collect()))
    }

    /// A point of a `MULTIPOINT`, with or without brackets of its own.
    fn point(&mut self) -> Result<Point<f64>, NotWkt> {
        let has_brackets = self.takes('(');
        let point = self.coord()?.into();
        if has_brackets && !self.takes(')') {
            return Err(NotWkt);
        }
        Ok(point)
    }

    fn geometry(&mut self, depth: usize) -> Result<Option<Geometry<f64>>, NotWkt> {
        if depth > DEPTH_LIMIT {
            return Err(NotWkt);
        }
        let kind = self.word().to_ascii_uppercase();
        let before = self.rest;
        if !matches!(self.word().to_ascii_uppercase().as_str(), "Z" | "M" | "ZM") {
            self.rest = before;
        }
        let geometry = match kind.trim_end_matches(['Z', 'M']) {
            "POINT" => {
                let point = self.list(&mut Self::coord)?.into_iter().next();
                return Ok(point.map(|coord| Point::from(coord).into()));
            }
            "LINESTRING" => self.line()?.into(),
            "POLYGON" => self.polygon()?.into(),
            "MULTIPOINT" => MultiPoint::new(self.list(&mut Self::point)?).into(),
            "MULTILINESTRING" => MultiLineString::new(self.list(&mut Self::line)?).into(),
            "MULTIPOLYGON" => MultiPolygon::new(self.list(&mut Self::polygon)?).into(),
            "GEOMETRYCOLLECTION" => {
                let all = self.list(&mut |parser| parser.geometry(depth + 1))?;
                let all = all.into_iter().flatten().collect();
                Geometry::GeometryCollection(GeometryCollection::new_from(all))
            }
            _ => return Err(NotWkt),
        };
        let is_empty = geo::CoordsIter::coords_count(&geometry) == 0;
        Ok(Some(geometry).filter(|_| !is_empty))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geometries_come_back_as_they_were_written() {
        for text in [
            "POINT (-8 12.64)",
            "LINESTRING (0 1, 2 3.5)",
            "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
            "MULTIPOINT (0 1, 2 3)",
            "MULTILINESTRING ((0 1, 2 3), (4 5, 6 7))",
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 8 9, 8 8, 9 9)))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 1, 2 3))",
        ] {
            let geometry = read(text).unwrap().unwrap();
            assert_eq!(write(&geometry), text);
        }
    }

    #[test]
    fn variants_in_use_are_read() {
        let point = read("POINT (1 2)").unwrap();
        for text in [
            "point(1 2)",
            "SRID=4326;POINT(1 2)",
            "POINT Z (1 2 3)",
            "POINTZ (1 2 3)",
            " Point ( 1.0  2e0 ) ",
        ] {
            assert_eq!(read(text).unwrap(), point, "{text}");
        }
        assert_eq!(read("POINT EMPTY"), Ok(None));
        assert_eq!(
            read("MULTIPOINT ((1 2), (3 4))"),
            read("MULTIPOINT (1 2, 3 4)")
        );
    }

    #[test]
    fn anything_else_is_refused() {
        let deep = "GEOMETRYCOLLECTION(".repeat(1000);
        for text in [
            "",
            "POINT",
            "POINT (1)",
            "POINT (1 2",
            "POINT (1 2) x",
            "BLOB (1 2)",
            &deep,
        ] {
            assert_eq!(read(text), Err(NotWkt), "{text}");
        }
    }
}
