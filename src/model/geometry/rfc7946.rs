//! The geometries of RFC 7946 from parsed JSON.

use geo::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon,
    Point, Polygon,
};
use serde_json::Value;

/// The geometry that a value is; `None` where it is none. The caller has looked at how deep it is nested.
pub(super) fn geometry(value: &Value) -> Option<Geometry<f64>> {
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
