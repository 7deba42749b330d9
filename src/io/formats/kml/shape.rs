//! The geometries of KML, in the digits that they are written in.

use super::super::{translated::number, xml::Element};

/// A geometry.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum KmlGeometry {
    Point(KmlPosition),
    Line(Vec<KmlPosition>),
    /// The outer ring, then the holes.
    Polygon(Vec<Vec<KmlPosition>>),
    Several(Vec<Self>),
}

/// Longitude, latitude and, where it is given, height, as JSON writes numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KmlPosition(Vec<String>);

impl KmlPosition {
    /// A position of two or three numbers on the globe.
    fn of<'t>(numbers: impl Iterator<Item = &'t str>) -> Option<Self> {
        let mut written = Vec::with_capacity(3);
        for (place, text) in numbers.enumerate() {
            let value: f64 = text.trim().parse().ok()?;
            let most = [180.0, 90.0].get(place).copied().unwrap_or(f64::MAX);
            if value.abs() > most || value.is_nan() {
                return None;
            }
            if place < 3 {
                written.push(number(text.trim(), value));
            }
        }
        (written.len() >= 2).then_some(Self(written))
    }

    /// Longitude and latitude.
    pub(super) fn degrees(&self) -> [&str; 2] {
        [0, 1].map(|place| self.0.get(place).map_or("", String::as_str))
    }

    fn json(&self) -> String {
        format!("[{}]", self.0.join(","))
    }
}

/// What is read of a geometry.
pub(super) struct ReadShape {
    pub(super) shape: Option<KmlGeometry>,
    /// Positions that are none on the globe.
    pub(super) unread: usize,
    /// The times along a track, one for each position.
    pub(super) times: Vec<Vec<Option<String>>>,
}

/// Whether elements of this name are geometries.
fn is_geometry(name: &str) -> bool {
    [
        "Point",
        "LineString",
        "LinearRing",
        "Polygon",
        "Track",
        "Model",
        "MultiGeometry",
        "MultiTrack",
    ]
    .contains(&name)
}

impl ReadShape {
    /// The geometry in an element; `None` when it holds none.
    pub(super) fn of(element: &Element<'_>) -> Option<Self> {
        if !is_geometry(element.name()) {
            return None;
        }
        let mut read = Self {
            shape: None,
            unread: 0,
            times: Vec::new(),
        };
        read.shape = read.shape_of(element);
        Some(read)
    }

    /// The shape of a geometry; `None` where it has no positions.
    fn shape_of(&mut self, element: &Element<'_>) -> Option<KmlGeometry> {
        match element.name() {
            "Point" => self.positions(element).pop().map(KmlGeometry::Point),
            "LineString" | "LinearRing" => line(self.positions(element)),
            "Polygon" => self.polygon(element),
            "Track" => self.track(element),
            "Model" => self.location(element),
            // Depth is bounded by that of the document.
            "MultiGeometry" | "MultiTrack" => {
                let shapes = element.children.iter();
                let shapes: Vec<KmlGeometry> =
                    shapes.filter_map(|child| self.shape_of(child)).collect();
                (!shapes.is_empty()).then_some(KmlGeometry::Several(shapes))
            }
            _ => None,
        }
    }

    fn positions(&mut self, element: &Element<'_>) -> Vec<KmlPosition> {
        let text = element.text_of("coordinates").unwrap_or_default();
        self.all(
            text.split_whitespace()
                .map(|tuple| KmlPosition::of(tuple.split(','))),
        )
    }

    fn all(&mut self, read: impl Iterator<Item = Option<KmlPosition>>) -> Vec<KmlPosition> {
        let mut positions = Vec::new();
        for position in read {
            match position {
                Some(position) => positions.push(position),
                None => self.unread += 1,
            }
        }
        positions
    }

    fn polygon(&mut self, element: &Element<'_>) -> Option<KmlGeometry> {
        let mut rings = Vec::new();
        for name in ["outerBoundaryIs", "innerBoundaryIs"] {
            for boundary in element.children.iter().filter(|child| child.is(name)) {
                for ring in &boundary.children {
                    let ring = self.positions(ring);
                    // Three positions and the first again are the least that has an inside.
                    if ring.len() >= 4 {
                        rings.push(ring);
                    } else if name == "outerBoundaryIs" {
                        self.unread += ring.len();
                        return None;
                    }
                }
            }
        }
        (!rings.is_empty()).then_some(KmlGeometry::Polygon(rings))
    }

    /// `when` and `coord` elements, of which the first belong together, then the second, and so on.
    fn track(&mut self, element: &Element<'_>) -> Option<KmlGeometry> {
        let texts = |name: &'static str| {
            let all = element.children.iter().filter(move |child| child.is(name));
            all.map(|child| child.text.trim())
        };
        let whens: Vec<&str> = texts("when").collect();
        let mut positions = Vec::new();
        let mut times = Vec::new();
        for (place, coord) in texts("coord").enumerate() {
            // An empty one says that nobody knows where it was.
            if coord.is_empty() {
                continue;
            }
            match KmlPosition::of(coord.split_whitespace()) {
                Some(position) => {
                    positions.push(position);
                    times.push(whens.get(place).map(ToString::to_string));
                }
                None => self.unread += 1,
            }
        }
        if times.iter().any(Option::is_some) {
            self.times.push(times);
        }
        line(positions)
    }

    fn location(&mut self, element: &Element<'_>) -> Option<KmlGeometry> {
        let location = element.child("Location")?;
        let numbers = ["longitude", "latitude", "altitude"];
        let numbers = numbers
            .into_iter()
            .filter_map(|name| location.text_of(name));
        let position = KmlPosition::of(numbers);
        self.unread += usize::from(position.is_none());
        position.map(KmlGeometry::Point)
    }
}

/// A line; a point where there is no second.
fn line(mut positions: Vec<KmlPosition>) -> Option<KmlGeometry> {
    if positions.len() == 1 {
        return positions.pop().map(KmlGeometry::Point);
    }
    (!positions.is_empty()).then_some(KmlGeometry::Line(positions))
}

/// How a notation writes a geometry.
struct Notation {
    position: fn(&KmlPosition) -> String,
    /// Around a list, and between its items.
    list: [&'static str; 3],
    /// A geometry of a kind with these coordinates, or these geometries.
    whole: fn(KmlKind, &str) -> String,
}

/// The kind of a geometry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KmlKind {
    Point,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    GeometryCollection,
}

impl KmlGeometry {
    /// The geometry as GeoJSON.
    pub(super) fn json(&self) -> String {
        self.written(&Notation {
            position: KmlPosition::json,
            list: ["[", ",", "]"],
            whole: |kind, inside| {
                let member = match kind {
                    KmlKind::GeometryCollection => "geometries",
                    _ => "coordinates",
                };
                format!(r#"{{"type":"{kind:?}","{member}":{inside}}}"#)
            },
        })
    }

    /// The geometry as well-known text, without heights.
    pub(super) fn wkt(&self) -> String {
        self.written(&Notation {
            position: |position| position.degrees().join(" "),
            list: ["(", ", ", ")"],
            whole: |kind, inside| {
                let name = format!("{kind:?}").to_uppercase();
                match kind {
                    KmlKind::Point => format!("{name} ({inside})"),
                    _ => format!("{name} {inside}"),
                }
            },
        })
    }

    fn written(&self, notation: &Notation) -> String {
        let list = |items: Vec<String>| {
            let [open, between, close] = notation.list;
            format!("{open}{}{close}", items.join(between))
        };
        let line = |line: &[KmlPosition]| list(line.iter().map(notation.position).collect());
        let rings =
            |rings: &[Vec<KmlPosition>]| list(rings.iter().map(|ring| line(ring)).collect());
        let (kind, inside) = match self {
            Self::Point(position) => (KmlKind::Point, (notation.position)(position)),
            Self::Line(positions) => (KmlKind::LineString, line(positions)),
            Self::Polygon(polygon) => (KmlKind::Polygon, rings(polygon)),
            Self::Several(shapes) => {
                let kind = common(shapes);
                let items = shapes.iter().map(|shape| match (kind, shape) {
                    (KmlKind::MultiPoint, Self::Point(position)) => (notation.position)(position),
                    (KmlKind::MultiLineString, Self::Line(positions)) => line(positions),
                    (KmlKind::MultiPolygon, Self::Polygon(polygon)) => rings(polygon),
                    (_, shape) => shape.written(notation),
                });
                (kind, list(items.collect()))
            }
        };
        (notation.whole)(kind, &inside)
    }
}

/// What several geometries are together.
fn common(shapes: &[KmlGeometry]) -> KmlKind {
    let all = |is: fn(&KmlGeometry) -> bool| shapes.iter().all(is);
    if all(|shape| matches!(shape, KmlGeometry::Point(_))) {
        KmlKind::MultiPoint
    } else if all(|shape| matches!(shape, KmlGeometry::Line(_))) {
        KmlKind::MultiLineString
    } else if all(|shape| matches!(shape, KmlGeometry::Polygon(_))) {
        KmlKind::MultiPolygon
    } else {
        KmlKind::GeometryCollection
    }
}
