//! The geometries of RFC 7946 from parsed JSON.

use geo::{
    Coord, CoordsIter, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint,
    MultiPolygon, Point, Polygon,
};
use serde_json::Value;

use crate::model::{Issue, IssueKind};

/// Nested `GeometryCollection`s that are still read.
pub(super) const DEPTH_LIMIT: usize = 64;

/// Reads a geometry of RFC 7946 wherever it lies; `Ok(None)` is one without a coordinate, or, as some databases
/// write a missing one, without a type.
///
/// # Errors
/// An issue with `geometry`, when it is none.
pub fn read_any(value: &Value) -> Result<Option<Geometry<f64>>, Issue> {
    if value.get("type").is_some_and(Value::is_null) {
        return Ok(None);
    }
    let malformed = || Issue::new("geometry", IssueKind::GeometryMalformed, &value.to_string());
    if depth(value) > DEPTH_LIMIT {
        return Err(malformed());
    }
    let geometry = geometry(value).ok_or_else(malformed)?;
    // An empty geometry, such as a collection of nothing, has no place either.
    let has_place = geometry.coords_count() > 0;
    Ok(Some(geometry).filter(|_| has_place))
}

/// How deep collections are nested in each other.
pub(super) fn depth(value: &Value) -> usize {
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

/// The geometry that a value is; `None` where it is none. The caller has looked at how deep it is nested.
fn geometry(value: &Value) -> Option<Geometry<f64>> {
    let coordinates = || value.get("coordinates");
    Some(match value.get("type")?.as_str()? {
        "Point" => match coordinates()?.as_array()?.as_slice() {
            // A point without numbers is nowhere.
            [] => return None,
            _ => Point::from(position(coordinates()?)?).into(),
        },
        "MultiPoint" => {
            MultiPoint::new(list(coordinates()?, |it| position(it).map(Point::from))?).into()
        }
        "LineString" => line(coordinates()?)?.into(),
        "MultiLineString" => MultiLineString::new(list(coordinates()?, line)?).into(),
        "Polygon" => polygon(coordinates()?)?.into(),
        "MultiPolygon" => MultiPolygon::new(list(coordinates()?, polygon)?).into(),
        "GeometryCollection" => {
            let geometries = list(value.get("geometries")?, geometry)?;
            Geometry::GeometryCollection(GeometryCollection::new_from(geometries))
        }
        _ => return None,
    })
}

fn list<T>(value: &Value, item: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(item).collect()
}

/// A longitude and a latitude; a height and whatever else is a number may follow.
fn position(value: &Value) -> Option<Coord<f64>> {
    let numbers = value.as_array()?;
    let [x, y, ..] = numbers.as_slice() else {
        return None;
    };
    let are_numbers = numbers.iter().all(Value::is_number);
    let (x, y) = x.as_f64().zip(y.as_f64()).filter(|_| are_numbers)?;
    Some(Coord { x, y })
}

fn line(value: &Value) -> Option<LineString<f64>> {
    list(value, position).map(LineString::new)
}

fn polygon(value: &Value) -> Option<Polygon<f64>> {
    let mut rings = list(value, line)?.into_iter();
    let exterior = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
    Some(Polygon::new(exterior, rings.collect()))
}
