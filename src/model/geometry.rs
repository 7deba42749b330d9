//! A geometry of RFC 7946, checked: numbers only, on the globe, not nested without end.

use geo::{BoundingRect, Centroid, Coord, CoordsIter, Geometry, MapCoords, Point, Rect};
use geojson::{GeometryValue, Position};
use serde_json::Value;

use super::issue::{Issue, IssueKind};

/// Nested `GeometryCollection`s that are still read.
const DEPTH_LIMIT: usize = 64;

/// Reads the `geometry` member; `Ok(None)` is `null`: the record is unplaced. `is_swapped`:
/// latitudes come first in it, against the standard.
///
/// # Errors
/// An issue with `geometry`, when it is not RFC 7946 or lies off the globe.
pub fn read(member: Option<&Value>, is_swapped: bool) -> Result<Option<Geometry<f64>>, Issue> {
    let Some(value) = member.filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let malformed = || Issue::new("geometry", IssueKind::GeometryMalformed, &value.to_string());
    if depth(value) > DEPTH_LIMIT {
        return Err(malformed());
    }
    let parsed: geojson::Geometry =
        serde_json::from_value(value.clone()).map_err(|_| malformed())?;
    if !has_whole_positions(&parsed.value) {
        return Err(malformed());
    }
    let geometry = Geometry::<f64>::try_from(parsed).map_err(|_| malformed())?;
    // An empty geometry, such as a collection of nothing, has no place either.
    if geometry.coords_count() == 0 {
        return Ok(None);
    }
    let geometry = if is_swapped {
        swapped(&geometry)
    } else {
        geometry
    };
    on_globe(geometry, "geometry").map(Some)
}

/// Reads a geometry that [`read`] refuses by the longitudes and latitudes of its positions alone: a height that
/// is no number takes no place away. `None`: it is refused all the same.
#[must_use]
pub fn read_flat(member: Option<&Value>, is_swapped: bool) -> Option<Geometry<f64>> {
    let mut flat = member?.clone();
    if depth(&flat) > DEPTH_LIMIT {
        return None;
    }
    flatten(flat.get_mut("coordinates")?).then_some(())?;
    read(Some(&flat), is_swapped).ok()?
}

/// Cuts what is no number off the end of every position; whether there was any. Its own stack, so that no
/// nesting is too deep.
fn flatten(coordinates: &mut Value) -> bool {
    let mut is_cut = false;
    let mut open = vec![coordinates];
    while let Some(value) = open.pop() {
        let Value::Array(items) = value else { continue };
        let is_position = items.len() > 2 && items.iter().take(2).all(Value::is_number);
        if is_position && !items.iter().all(Value::is_number) {
            items.truncate(2);
            is_cut = true;
        } else {
            open.extend(items.iter_mut().filter(|item| item.is_array()));
        }
    }
    is_cut
}

/// The geometry with longitudes and latitudes in each other's place.
#[must_use]
pub fn swapped(geometry: &Geometry<f64>) -> Geometry<f64> {
    geometry.map_coords(|coord| Coord {
        x: coord.y,
        y: coord.x,
    })
}

/// The geometry, when all of it lies on the globe.
///
/// # Errors
/// An issue with `field` that names the first position that does not.
pub fn on_globe(geometry: Geometry<f64>, field: &str) -> Result<Geometry<f64>, Issue> {
    let stray = geometry.coords_iter().find(|coord| !is_on_globe(*coord));
    match stray {
        Some(coord) => Err(Issue::new(
            field,
            IssueKind::CoordinateOutOfRange,
            &format!("{}, {}", coord.x, coord.y),
        )),
        None => Ok(geometry),
    }
}

/// A point to stand for the geometry: itself, or its centroid. Longitude and latitude in degrees.
#[must_use]
pub fn anchor(geometry: &Geometry<f64>) -> Option<Point<f64>> {
    geometry.centroid()
}

/// The longitudes and latitudes that the geometry reaches.
#[must_use]
pub fn extent(geometry: &Geometry<f64>) -> Option<Rect<f64>> {
    geometry.bounding_rect()
}

/// Whether every position has a longitude and a latitude; the conversion to geo takes that for granted.
fn has_whole_positions(value: &GeometryValue) -> bool {
    let line = |positions: &[Position]| positions.iter().all(|position| position.len() >= 2);
    let lines = |rings: &[Vec<Position>]| rings.iter().all(|ring| line(ring));
    match value {
        GeometryValue::Point { coordinates } => coordinates.len() >= 2,
        GeometryValue::MultiPoint { coordinates } | GeometryValue::LineString { coordinates } => {
            line(coordinates)
        }
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            lines(coordinates)
        }
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().all(|polygon| lines(polygon))
        }
        GeometryValue::GeometryCollection { geometries } => geometries
            .iter()
            .all(|geometry| has_whole_positions(&geometry.value)),
    }
}

pub(super) fn is_on_globe(coord: Coord<f64>) -> bool {
    coord.x.is_finite() && coord.y.is_finite() && coord.x.abs() <= 180.0 && coord.y.abs() <= 90.0
}

/// How deep collections are nested in each other.
fn depth(value: &Value) -> usize {
    let mut deepest = 0;
    let mut open = vec![(value, 1)];
    while let Some((value, depth)) = open.pop() {
        deepest = deepest.max(depth);
        if let Some(children) = value.get("geometries").and_then(Value::as_array) {
            open.extend(children.iter().map(|child| (child, depth + 1)));
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn kind_of(value: &Value) -> Result<bool, IssueKind> {
        read(Some(value), false)
            .map(|geometry| geometry.is_some())
            .map_err(|issue| issue.kind)
    }

    #[test]
    fn null_and_empty_geometries_are_unplaced() {
        assert_eq!(kind_of(&Value::Null), Ok(false));
        let empty = json!({"type": "GeometryCollection", "geometries": []});
        assert_eq!(kind_of(&empty), Ok(false));
    }

    #[test]
    fn coordinates_that_are_strings_are_malformed() {
        let strings = json!({"type": "Point", "coordinates": ["-8", "12"]});
        assert_eq!(kind_of(&strings), Err(IssueKind::GeometryMalformed));
    }

    #[test]
    fn a_position_without_a_latitude_is_malformed() {
        for (kind, coordinates) in [
            ("Point", json!([1.0])),
            ("Point", json!([])),
            ("LineString", json!([[1.0, 2.0], [3.0]])),
            ("Polygon", json!([[[1.0, 2.0], []]])),
            ("MultiPolygon", json!([[[[1.0]]]])),
        ] {
            let value = json!({"type": kind, "coordinates": coordinates});
            assert_eq!(
                kind_of(&value),
                Err(IssueKind::GeometryMalformed),
                "{value}"
            );
            let inside = json!({"type": "GeometryCollection", "geometries": [value]});
            assert_eq!(kind_of(&inside), Err(IssueKind::GeometryMalformed));
        }
    }

    #[test]
    fn latitude_95_is_off_the_globe() {
        let north = json!({"type": "Point", "coordinates": [-8.0, 95.0]});
        assert_eq!(kind_of(&north), Err(IssueKind::CoordinateOutOfRange));
    }

    #[test]
    fn a_collection_nested_fifty_deep_is_read() {
        let mut value = json!({"type": "Point", "coordinates": [-8.0, 12.0]});
        for _ in 0..50 {
            value = json!({"type": "GeometryCollection", "geometries": [value]});
        }
        assert_eq!(kind_of(&value), Ok(true));
        let anchor = anchor(&read(Some(&value), false).unwrap().unwrap()).unwrap();
        assert_eq!((anchor.x(), anchor.y()), (-8.0, 12.0));
    }
}
