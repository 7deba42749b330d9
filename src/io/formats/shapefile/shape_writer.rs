//! Shapes under writing, with their index.

use geo::Coord;
use serde_json::Value;

use super::shapes::{HEADER, area};
use crate::io::formats::wkb::Envelope;

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
