//! Points in the notations in which people pass them on: degrees, UTM, MGRS, Plus Codes, addresses of maps.
//!
//! Start with [`points`] for what somebody typed, and with [`Notation::written`] for what is copied.

use geo::Point;

use super::written_place::{address, grid, pair, plus_code};

pub use super::written_place::plus_code_near;

/// A way to write a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Latitude and longitude in degrees: `14.48430, -4.18296`.
    Decimal,
    /// The same with minutes and seconds and the letters of their sides: `14°29'03.5"N 4°10'58.7"W`.
    Sexagesimal,
    /// Zone, band, easting and northing in metres: `30P 372515 1601618`.
    Utm,
    /// The same in the squares of the Military Grid Reference System: `30P UB 72515 01617`.
    Mgrs,
    /// Open Location Code, to ten digits: `7C6QFRM8+PR`, about fourteen metres wide.
    PlusCode,
}

impl Notation {
    /// All of them, the usual one first.
    pub const ALL: [Self; 5] = [
        Self::Decimal,
        Self::Sexagesimal,
        Self::Utm,
        Self::Mgrs,
        Self::PlusCode,
    ];

    /// Writes a point of longitude and latitude in degrees; `None` where the notation has nothing for it, as grids have
    /// not for the poles.
    #[must_use]
    pub fn written(self, at: Point<f64>) -> Option<String> {
        match self {
            Self::Decimal => Some(format!("{:.5}, {:.5}", at.y(), at.x())),
            Self::Sexagesimal => {
                let lat = sexagesimal(at.y(), ['N', 'S']);
                let lon = sexagesimal(at.x(), ['E', 'W']);
                Some(format!("{lat} {lon}"))
            }
            Self::Utm => grid::Utm::of(at).map(grid::Utm::written),
            Self::Mgrs => grid::Utm::of(at).and_then(grid::Utm::mgrs),
            Self::PlusCode => plus_code::written(at),
        }
    }
}

/// Degrees, minutes and tenths of seconds, and the letter of the side.
fn sexagesimal(degrees: f64, [positive, negative]: [char; 2]) -> String {
    let tenths = (degrees.abs() * 36_000.0).round() as u64;
    let side = if degrees < 0.0 { negative } else { positive };
    let (degrees, minutes, tenths) = (tenths / 36_000, tenths / 600 % 60, tenths % 600);
    format!(
        "{degrees}°{minutes:02}'{:02}.{}\"{side}",
        tenths / 10,
        tenths % 10
    )
}

/// Returns the points of longitude and latitude that a text stands for: none where it is no point, and more than one
/// where it has more than one meaning, as `30S` has, which is a band to some and all of the south to others.
#[must_use]
pub fn points(text: &str) -> Vec<Point<f64>> {
    let text = text.trim();
    // What is only digits and strokes is sooner a date.
    let is_apart = |letter: char| letter.is_alphabetic() || " ,;،؛°\t\u{a0}".contains(letter);
    let degrees = text.contains(is_apart).then(|| pair(text)).flatten();
    let one = degrees
        .or_else(|| address::point(text))
        .or_else(|| plus_code::point(text))
        .or_else(|| grid::of_mgrs(text));
    let points = one.map_or_else(|| grid::of_utm(text), |one| vec![one]);
    let is_on_earth = |at: &Point<f64>| at.y().abs() <= 90.0 && at.x().abs() <= 180.0;
    points.into_iter().filter(is_on_earth).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOPTI: (f64, f64) = (-4.182_96, 14.4843);

    /// Metres between two points, roughly.
    fn apart(one: Point<f64>, other: Point<f64>) -> f64 {
        let east = (one.x() - other.x()) * other.y().to_radians().cos();
        (one.y() - other.y()).hypot(east) * 111_320.0
    }

    #[test]
    fn what_is_written_in_any_notation_is_read_as_the_same_point() {
        for at in [
            MOPTI,
            (-8.0, 12.639),
            (0.0, 0.0),
            (179.9999, -0.0001),
            (-179.9999, 71.5),
            (5.3, 60.4),
            (15.6, 78.2),
            (-70.9, -53.2),
            (151.2, -33.9),
        ] {
            let at = Point::from(at);
            for notation in Notation::ALL {
                let written = notation.written(at).unwrap();
                let read = points(&written);
                let nearest = read.iter().map(|it| apart(*it, at));
                let nearest = nearest.fold(f64::INFINITY, f64::min);
                assert!(nearest < 16.0, "{written}: {read:?} for {at:?}");
            }
        }
    }

    #[test]
    fn points_are_written_as_other_programs_write_them() {
        let at = Point::from(MOPTI);
        let written: Vec<_> = Notation::ALL.map(|it| it.written(at).unwrap()).into();
        assert_eq!(
            written,
            [
                "14.48430, -4.18296",
                "14°29'03.5\"N 4°10'58.7\"W",
                "30P 372515 1601618",
                "30P UB 72515 01617",
                "7C6QFRM8+PR",
            ]
        );
        // As GEOTRANS (the package mgrs) and Open Location Code write them.
        for (lat, lon, mgrs, plus_code) in [
            (12.639, -8.0, "29P PP 08600 97422", "7C4JJ2Q2+J2"),
            (0.0, 0.0, "31N AA 66021 00000", "6FG22222+22"),
            (-33.9, 151.2, "56H LH 33568 47473", "4RRH4622+22"),
            (60.4, 5.3, "32V KN 96191 01684", "9FG7C822+22"),
            (78.2, 15.6, "33X WG 13696 80760", "CFCQ6J22+22"),
            (71.5, -179.9999, "1W CV 93797 35800", "C232G222+22"),
            (-53.2, -70.9, "19F CB 73086 03795", "37RFR422+22"),
        ] {
            let at = Point::new(lon, lat);
            assert_eq!(Notation::Mgrs.written(at).as_deref(), Some(mgrs));
            assert_eq!(Notation::PlusCode.written(at).as_deref(), Some(plus_code));
        }
        let pole = Point::new(0.0, 89.0);
        assert_eq!(Notation::Utm.written(pole), None);
        assert_eq!(Notation::Mgrs.written(pole), None);
    }

    #[test]
    fn points_are_read_however_people_write_them() {
        let at = Point::from(MOPTI);
        for text in [
            "14.4843, -4.18296",
            "14.4843 -4.18296",
            "14,4843; -4,18296",
            "١٤٫٤٨٤٣، -٤٫١٨٢٩٦",
            "14°29'03.5\"N 4°10'58.7\"W",
            "W 4 10 58.7, N 14 29 03.5",
            "30P 372515 1601618",
            "30 P 372515 mE 1601618 mN",
            "UTM 30P 372515E, 1601618N",
            "30PUB7251501617",
            "30p ub 72515 01617",
            "7C6QFRM8+PR",
            "7c6qfrm8+pr",
            "geo:14.4843,-4.18296;u=35?z=11",
            "https://www.openstreetmap.org/?mlat=14.4843&mlon=-4.18296#map=12/14.5/-4.2",
            "https://www.openstreetmap.org/#map=15/14.48430/-4.18296",
            "https://www.google.com/maps/@14.4843,-4.18296,15z",
            "https://maps.google.com/?q=14.4843,-4.18296",
        ] {
            let read = points(text);
            assert_eq!(read.len(), 1, "{text}: {read:?}");
            assert!(apart(read[0], at) < 16.0, "{text}: {read:?}");
        }
    }

    #[test]
    fn what_has_two_meanings_is_two_points() {
        // In the band S, between 32 and 40 degrees north, or in the south.
        assert_eq!(points("30S 372493 3601584").len(), 2);
        // To the north of the equator, and no band of it.
        assert_eq!(points("30N 372493 1601584").len(), 1);
    }

    #[test]
    fn what_is_no_point_is_none() {
        for text in [
            "",
            "2022-01",
            "2022-01-05/2022-01-07",
            "12-05",
            "2022 12",
            "Mopti",
            "bamako 12",
            "NaN, 0",
            "2022",
            "14.5",
            "0, 181",
            "30P 1",
            "99P 372493 1601584",
            "30I 372493 1601584",
            "30PUB725150161",
            "30PUB72515016170001",
            "30PZZ7251501617",
            "7C6QFRM8",
            "7C6QFRM8+P",
            "7C6QFRMA+PR",
            "ZZZZZZZZ+ZZ",
            "geo:",
            "https://example.org/@x,y",
            "30PÉ7251501617",
            "+",
        ] {
            assert_eq!(points(text), [], "{text}");
        }
    }
}
