//! Reference systems: which one coordinates are in, and how they become degrees.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use geo::Coord;
use proj4rs::{Proj, transform::transform};
use serde::{Deserialize, Serialize};

/// The code of WGS 84 in the register of EPSG.
const WGS_84: u16 = 4326;

/// Codes that stand for another, and names without one.
const ALIASES: [(&str, u16); 10] = [
    ("CRS84", WGS_84),
    ("CRS84H", WGS_84),
    ("WGS84", WGS_84),
    ("WGS 84", WGS_84),
    ("WGS_1984", WGS_84),
    ("GCS_WGS_1984", WGS_84),
    ("4979", WGS_84),
    ("900913", 3857),
    ("102100", 3857),
    ("102113", 3857),
];

/// A reference system by its code in the register of EPSG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Crs(u16);

impl Default for Crs {
    fn default() -> Self {
        Self::DEGREES
    }
}

impl Crs {
    /// Longitudes and latitudes of WGS 84.
    pub const DEGREES: Self = Self(WGS_84);

    /// The system of a code; `None` where it is not known.
    #[must_use]
    pub fn of_code(code: u32) -> Option<Self> {
        Self::of_name(&code.to_string())
    }

    /// The system that a file names: `EPSG:32629`, `urn:ogc:def:crs:OGC:1.3:CRS84`, an address of `opengis.net`, or a
    /// code; `None` where it is not known.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let last = name.rsplit([':', '/', '#']).next().unwrap_or(name).trim();
        let is_it = |(alias, _): &&(&str, u16)| alias.eq_ignore_ascii_case(last);
        if let Some((_, code)) = ALIASES.iter().find(is_it) {
            return Some(Self(*code));
        }
        let crs = Self(last.parse().ok()?);
        (crs == Self::DEGREES || projection(crs.0).is_some()).then_some(crs)
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0
    }

    /// Whether its coordinates are degrees as they stand.
    #[must_use]
    pub fn is_degrees(self) -> bool {
        self == Self::DEGREES
    }

    /// A coordinate in degrees of WGS 84; `None` where it lies outside of what the system is for.
    #[must_use]
    pub fn to_degrees(self, coord: Coord<f64>) -> Option<Coord<f64>> {
        if self.is_degrees() {
            return Some(coord);
        }
        let (from, to) = projection(self.0).zip(projection(WGS_84))?;
        let mut point = if from.is_latlong() {
            (coord.x.to_radians(), coord.y.to_radians(), 0.0)
        } else {
            (coord.x, coord.y, 0.0)
        };
        transform(&from, &to, &mut point).ok()?;
        let (x, y) = (point.0.to_degrees(), point.1.to_degrees());
        (x.is_finite() && y.is_finite()).then_some(Coord { x, y })
    }

    /// Degrees of WGS 84 in the metres of a system of metres; `None` where it has none for them.
    #[must_use]
    pub fn of_degrees(self, degrees: Coord<f64>) -> Option<Coord<f64>> {
        let (from, to) = projection(WGS_84).zip(projection(self.0))?;
        if to.is_latlong() {
            return None;
        }
        let mut point = (degrees.x.to_radians(), degrees.y.to_radians(), 0.0);
        transform(&from, &to, &mut point).ok()?;
        let (x, y) = (point.0, point.1);
        (x.is_finite() && y.is_finite()).then_some(Coord { x, y })
    }
}

thread_local! {
    /// Systems that were made on this thread: to make one takes thousands of times as long as to use it.
    static MADE: RefCell<HashMap<u16, Option<Rc<Proj>>>> = RefCell::default();
}

fn projection(code: u16) -> Option<Rc<Proj>> {
    MADE.with_borrow_mut(|made| {
        let make = || Proj::from_epsg_code(code).ok().map(Rc::new);
        made.entry(code).or_insert_with(make).clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_wgs_84_are_degrees() {
        for name in [
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:EPSG::4326",
            "EPSG:4326",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "https://www.opengis.net/def/crs/EPSG/0/4979",
            "WGS 84",
        ] {
            assert_eq!(Crs::of_name(name), Some(Crs::DEGREES), "{name}");
        }
        for name in ["", "EPSG:", "EPSG:1", "my own grid", "EPSG:99999999"] {
            assert_eq!(Crs::of_name(name), None, "{name}");
        }
    }

    #[test]
    fn metres_of_the_zones_of_the_region_are_degrees_there() {
        let place = |name: &str, x: f64, y: f64| {
            let coord = Crs::of_name(name).and_then(|crs| crs.to_degrees(Coord { x, y }));
            let coord = coord.unwrap_or(Coord { x: 0.0, y: 0.0 });
            ((coord.x * 1e4).round() / 1e4, (coord.y * 1e4).round() / 1e4)
        };
        for zone in 26..=40 {
            let (x, y) = place(&format!("EPSG:326{zone}"), 500_000.0, 1_500_000.0);
            assert!((x - f64::from(zone * 6 - 183)).abs() < 1e-3, "{zone} {x}");
            assert!((y - 13.5682).abs() < 1e-3, "{zone} {y}");
        }
        assert_eq!(place("EPSG:3857", -890_556.0, 1_419_041.0), (-8.0, 12.6436));
        assert_eq!(place("EPSG:4326", -8.0, 12.64), (-8.0, 12.64));
    }
}
