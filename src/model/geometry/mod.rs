//! A geometry of RFC 7946, checked: numbers only, on the globe, not nested without end.

pub(super) mod rfc7946;

pub use rfc7946::read_any;

use geo::{BoundingRect, Centroid, Coord, CoordsIter, Geometry, MapCoords, Point, Rect};
use serde_json::Value;

use rfc7946::{DEPTH_LIMIT, depth};

use super::{
    crs::Crs,
    issue::{Issue, IssueKind},
    written_place::{self, PlaceError},
};

/// Numbers beyond this are no degrees, but metres of a reference system that the file does not name.
const METRES: f64 = 1000.0;

/// Half of the way around the globe, in degrees.
const HALF_TURN: f64 = 180.0;

impl From<PlaceError> for IssueKind {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::Malformed => Self::GeometryMalformed,
            PlaceError::UnknownCrs => Self::CrsUnknown,
        }
    }
}

/// Reads the `geometry` member; `Ok(None)` is `null`: the record is unplaced. `is_swapped`:
/// latitudes come first in it, against the standard. `crs`: what its coordinates are in.
///
/// # Errors
/// An issue with `geometry`, when it is not RFC 7946 or lies off the globe.
pub fn read(
    member: Option<&Value>,
    is_swapped: bool,
    crs: Crs,
) -> Result<Option<Geometry<f64>>, Issue> {
    let Some(value) = member.filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let read = match value {
        Value::Object(object) if object.contains_key("type") => read_any(value)?,
        other => return read_written("geometry", other, is_swapped, crs),
    };
    let Some(geometry) = read else {
        return Ok(None);
    };
    let malformed = |_| Issue::new("geometry", IssueKind::GeometryMalformed, &value.to_string());
    let geometry = written_place::in_degrees(geometry, crs).map_err(malformed)?;
    turned(geometry, is_swapped, "geometry").map(Some)
}

/// A geometry that was read in the coordinates of its file, in degrees and in their order.
///
/// # Errors
/// An issue with `geometry`, when it lies off the globe.
pub fn in_place(
    geometry: Geometry<f64>,
    is_swapped: bool,
    crs: Crs,
) -> Result<Geometry<f64>, Issue> {
    let malformed = |_| Issue::new("geometry", IssueKind::GeometryMalformed, "");
    let geometry = written_place::in_degrees(geometry, crs).map_err(malformed)?;
    turned(geometry, is_swapped, "geometry")
}

/// Reads a place that stands in a property or a member in another form than RFC 7946 has.
///
/// # Errors
/// An issue with `field`.
pub fn read_written(
    field: &str,
    value: &Value,
    is_swapped: bool,
    crs: Crs,
) -> Result<Option<Geometry<f64>>, Issue> {
    let read = written_place::of_value(value, crs);
    let read = read.map_err(|error| {
        let written = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Issue::new(field, error.into(), &written)
    })?;
    match read {
        Some(geometry) => turned(geometry, is_swapped, field).map(Some),
        None => Ok(None),
    }
}

/// The geometry with its coordinates in their order, when all of it lies on the globe.
fn turned(geometry: Geometry<f64>, is_swapped: bool, field: &str) -> Result<Geometry<f64>, Issue> {
    let geometry = if is_swapped {
        swapped(&geometry)
    } else {
        geometry
    };
    on_globe(geometry, field)
}

/// Reads a geometry that [`read`] refuses by the longitudes and latitudes of its positions alone: a height that
/// is no number takes no place away, and a number that is written as a text is one. `None`: it is refused all the
/// same.
#[must_use]
pub fn read_flat(member: Option<&Value>, is_swapped: bool, crs: Crs) -> Option<Geometry<f64>> {
    let mut flat = member?.clone();
    if depth(&flat) > DEPTH_LIMIT {
        return None;
    }
    flatten(flat.get_mut("coordinates")?).then_some(())?;
    read(Some(&flat), is_swapped, crs).ok()?
}

/// Makes numbers of texts in every position and cuts what is none off its end; whether there was any. Its own
/// stack, so that no nesting is too deep.
fn flatten(coordinates: &mut Value) -> bool {
    let mut is_cut = false;
    let mut open = vec![coordinates];
    while let Some(value) = open.pop() {
        let Value::Array(items) = value else { continue };
        for item in items.iter_mut() {
            if let Value::String(text) = item
                && let Some(number) = written_place::degrees(text)
            {
                *item = number.value.into();
                is_cut = true;
            }
        }
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
            beyond(coord),
            &format!("{}, {}", coord.x, coord.y),
        )),
        None => Ok(geometry),
    }
}

/// What a coordinate off the globe is: beyond it, or most likely no degrees at all.
#[must_use]
pub fn beyond(coord: Coord<f64>) -> IssueKind {
    if coord.x.abs() > METRES || coord.y.abs() > METRES {
        IssueKind::CoordinateMetres
    } else {
        IssueKind::CoordinateOutOfRange
    }
}

/// A point to stand for the geometry: itself, or its centroid. Longitude and latitude in degrees.
///
/// A shape that is cut at 180 degrees is one on the globe: its centroid lies where it is, not on the other side.
#[must_use]
pub fn anchor(geometry: &Geometry<f64>) -> Option<Point<f64>> {
    let width = |geometry: &Geometry<f64>| geometry.bounding_rect().map_or(0.0, Rect::width);
    let as_is = width(geometry);
    if as_is <= HALF_TURN {
        return geometry.centroid();
    }
    let eastward = geometry.map_coords(|coord| Coord {
        x: if coord.x < 0.0 {
            coord.x + 2.0 * HALF_TURN
        } else {
            coord.x
        },
        ..coord
    });
    if width(&eastward) >= as_is {
        return geometry.centroid();
    }
    let centroid = eastward.centroid()?;
    let x = centroid.x();
    Some(Point::new(
        if x > HALF_TURN {
            x - 2.0 * HALF_TURN
        } else {
            x
        },
        centroid.y(),
    ))
}

/// The longitudes and latitudes that the geometry reaches.
#[must_use]
pub fn extent(geometry: &Geometry<f64>) -> Option<Rect<f64>> {
    geometry.bounding_rect()
}

pub(in crate::model) fn is_on_globe(coord: Coord<f64>) -> bool {
    coord.x.is_finite() && coord.y.is_finite() && coord.x.abs() <= 180.0 && coord.y.abs() <= 90.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn kind_of(value: &Value) -> Result<bool, IssueKind> {
        read(Some(value), false, Crs::DEGREES)
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
    fn a_shape_that_is_cut_at_180_degrees_is_marked_where_it_lies() {
        let square = |west: f64, east: f64| {
            json!([[
                [west, -20.0],
                [east, -20.0],
                [east, -16.0],
                [west, -16.0],
                [west, -20.0]
            ]])
        };
        let cut = json!({"type": "MultiPolygon", "coordinates": [square(176.0, 180.0), square(-180.0, -178.0)]});
        let whole = json!({"type": "Polygon", "coordinates": square(-8.0, -6.0)});
        let mark = |value: &Value| anchor(&read_any(value).unwrap().unwrap()).unwrap();
        assert!((mark(&cut).x() - 179.0).abs() < 1e-9, "{:?}", mark(&cut));
        assert!((mark(&whole).x() + 7.0).abs() < 1e-9);
    }

    #[test]
    fn numbers_that_are_no_degrees_are_said_to_be_metres() {
        let metres = json!({"type": "Point", "coordinates": [607_000.0, 1_397_000.0]});
        assert_eq!(kind_of(&metres), Err(IssueKind::CoordinateMetres));
        let zone = Crs::of_name("EPSG:32629").unwrap();
        assert!(read(Some(&metres), false, zone).unwrap().is_some());
    }

    #[test]
    fn a_missing_geometry_of_a_database_is_none() {
        assert_eq!(kind_of(&json!({"type": null})), Ok(false));
        assert_eq!(kind_of(&json!("POINT (-8 12)")), Ok(true));
        assert_eq!(kind_of(&json!({"lat": 12, "lon": -8})), Ok(true));
        assert_eq!(kind_of(&json!("Bamako")), Err(IssueKind::GeometryMalformed));
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
        let anchor = anchor(&read(Some(&value), false, Crs::DEGREES).unwrap().unwrap()).unwrap();
        assert_eq!((anchor.x(), anchor.y()), (-8.0, 12.0));
    }
}
