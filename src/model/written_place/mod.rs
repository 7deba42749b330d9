//! Places as foreign files write them in one text: well-known text and binary, GeoJSON, a pair of degrees.

pub(super) mod address;
mod degrees;
pub(super) mod grid;
pub(super) mod plus_code;
mod wkb;

use geo::{Geometry, MapCoords, Point};
use serde_json::Value;

pub(super) use self::degrees::pair;
pub use self::{
    degrees::{Axis, Degrees, degrees},
    plus_code::near as plus_code_near,
};
use super::{crs::Crs, geometry::rfc7946, wkt};

/// Why a text is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceError {
    /// It has another form.
    Malformed,
    /// Its coordinates are those of a reference system that is not known.
    UnknownCrs,
}

/// Reads a place; `Ok(None)` is an empty one. `crs` is that of coordinates whose text says nothing about theirs; what
/// comes out is longitudes and latitudes, or what is to be exchanged for them where the file has them the wrong way
/// round.
///
/// # Errors
/// Why it is none.
pub fn geometry(text: &str, crs: Crs) -> Result<Option<Geometry<f64>>, PlaceError> {
    let text = text.trim();
    let (srid, body) = wkt::srid(text);
    if let Ok(geometry) = wkt::read(body) {
        return placed(geometry, srid, crs);
    }
    if let Some((geometry, srid)) = wkb::of_hex(text) {
        return placed(geometry, srid, crs);
    }
    if text.starts_with('{') {
        let value: Value = serde_json::from_str(text).map_err(|_| PlaceError::Malformed)?;
        return of_value(&value, crs);
    }
    if text.starts_with('[')
        && let Ok(value) = serde_json::from_str::<Value>(text)
    {
        return of_value(&value, crs);
    }
    let pair = address::point(text).or_else(|| degrees::pair(text));
    let pair = pair.or_else(|| in_grid(text));
    let pair = pair.ok_or(PlaceError::Malformed)?;
    placed(Some(Geometry::Point(pair)), None, crs)
}

/// A point of a grid or a code of a cell that is no wider than a hundred metres: what is coarser is no point.
fn in_grid(text: &str) -> Option<Point<f64>> {
    const LEAST_DIGITS: usize = 7;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    plus_code::point(text)
        .filter(|_| !text.ends_with('+'))
        .or_else(|| grid::of_mgrs(text).filter(|_| digits >= LEAST_DIGITS))
        .or_else(|| match grid::of_utm(text).as_slice() {
            [point] => Some(*point),
            _ => None,
        })
}

/// Reads a place that is a JSON value: a geometry, an object with a latitude and a longitude, or a position, which has
/// its longitude first.
///
/// # Errors
/// Why it is none.
pub fn of_value(value: &Value, crs: Crs) -> Result<Option<Geometry<f64>>, PlaceError> {
    match value {
        Value::String(text) => geometry(text, crs),
        Value::Object(object)
            if object.contains_key("type") || object.contains_key("coordinates") =>
        {
            let read = rfc7946::read_any(value).map_err(|_| PlaceError::Malformed)?;
            placed(read, None, crs)
        }
        Value::Object(object) => {
            let find = |names: &[&str]| {
                let of = |name: &&str| object.get(*name).and_then(number);
                names.iter().find_map(of)
            };
            let latitude = find(&["latitude", "lat", "Latitude", "Lat", "y"]);
            let longitude = find(&[
                "longitude",
                "lon",
                "lng",
                "long",
                "Longitude",
                "Lon",
                "Lng",
                "x",
            ]);
            let (x, y) = longitude.zip(latitude).ok_or(PlaceError::Malformed)?;
            placed(Some(Point::new(x, y).into()), None, crs)
        }
        Value::Array(items) => match items.as_slice() {
            [x, y] | [x, y, _] => {
                let (x, y) = number(x).zip(number(y)).ok_or(PlaceError::Malformed)?;
                placed(Some(Point::new(x, y).into()), None, crs)
            }
            _ => Err(PlaceError::Malformed),
        },
        _ => Err(PlaceError::Malformed),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => degrees(text).map(|it| it.value),
        other => other.as_f64(),
    }
}

/// In degrees, by the reference system that the text names, else by that of the file.
fn placed(
    geometry: Option<Geometry<f64>>,
    srid: Option<u32>,
    crs: Crs,
) -> Result<Option<Geometry<f64>>, PlaceError> {
    let crs = match srid {
        None | Some(0) => crs,
        Some(code) => Crs::of_code(code).ok_or(PlaceError::UnknownCrs)?,
    };
    let Some(geometry) = geometry else {
        return Ok(None);
    };
    in_degrees(geometry, crs).map(Some)
}

/// The geometry in degrees.
///
/// # Errors
/// Where a coordinate lies outside of what the reference system is for.
pub fn in_degrees(geometry: Geometry<f64>, crs: Crs) -> Result<Geometry<f64>, PlaceError> {
    if crs.is_degrees() {
        return Ok(geometry);
    }
    geometry.try_map_coords(|coord| crs.to_degrees(coord).ok_or(PlaceError::Malformed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> Option<(f64, f64)> {
        match geometry(text, Crs::DEGREES) {
            Ok(Some(Geometry::Point(point))) => Some(point.x_y()),
            _ => None,
        }
    }

    #[test]
    fn a_place_in_one_text_is_read_in_every_usual_form() {
        for text in [
            "POINT (-8 12.64)",
            "SRID=4326;POINT(-8 12.64)",
            "0101000020E610000000000000000020C048E17A14AE472940",
            "010100000000000000000020c048e17a14ae472940",
            r#"{"type":"Point","coordinates":[-8.0,12.64]}"#,
            r#"{"lat":"12.64","lng":-8}"#,
            "[-8, 12.64]",
            "12.64, -8",
            "(12.64, -8.0)",
            "12,64; -8,0",
            "12,64 −8,0",
            "12.64 -8",
            "12.64°N 8°W",
            "8° O, 12,64° N",
            "12°38'24\"N, 8°0'0\"W",
            "12° 38′ 24″ N 8° 00′ 00″ W",
            "N 12 38 24 W 8 0 0",
            "12d38m24s N 8d W",
            "١٢٫٦٤ ش، ٨ غ",
            "12.64 شمال 8 غرب",
            "+12.64-8.0/",
            "geo:12.64,-8.0",
            "geo:12.64,-8.0,330;u=35?z=11",
            "https://maps.google.com/?q=12.64,-8.0",
            "https://www.google.com/maps/search/?api=1&query=12.64,-8.0&z=5",
            "https://maps.apple.com/?ll=12.64,-8.0",
        ] {
            let (x, y) = point(text).unwrap_or((0.0, 0.0));
            assert!(
                (x + 8.0).abs() < 1e-9 && (y - 12.64).abs() < 1e-9,
                "{text} {x} {y}"
            );
        }
        assert_eq!(point("120.5, 10"), Some((120.5, 10.0)));
    }

    #[test]
    fn anything_else_is_no_place() {
        for text in [
            "",
            "Bamako",
            "12.64",
            "12.639.232, -8.002.889",
            "12.64, -8, x",
            "12°61'N 8°W",
            "12 N 8 N",
            "N12",
            "[1]",
            "{}",
            "POINT (1)",
            "0101",
            "1, 2, 3",
            "geo:",
            "geo:12.64",
            "https://maps.google.com/?q=Bamako",
            "https://example.org/12.64,-8.0",
            "NaN, inf",
            "12,64",
        ] {
            assert_eq!(
                geometry(text, Crs::DEGREES),
                Err(PlaceError::Malformed),
                "{text}"
            );
        }
        assert_eq!(geometry("POINT EMPTY", Crs::DEGREES), Ok(None));
        assert_eq!(
            geometry("SRID=1;POINT(1 2)", Crs::DEGREES),
            Err(PlaceError::UnknownCrs)
        );
    }

    #[test]
    fn metres_are_turned_into_degrees() {
        let written = "SRID=32629;POINT(607000 1397000)";
        let Ok(Some(Geometry::Point(point))) = geometry(written, Crs::DEGREES) else {
            unreachable!("a point")
        };
        assert!(
            (point.x() + 8.0146).abs() < 1e-3 && (point.y() - 12.6352).abs() < 1e-3,
            "{point:?}"
        );
        let own = geometry(
            "POINT(607000 1397000)",
            Crs::of_code(32629).unwrap_or(Crs::DEGREES),
        );
        assert_eq!(own, Ok(Some(point.into())));
    }
}
