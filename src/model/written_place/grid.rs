//! Grids in metres: zones of UTM, and the squares of the Military Grid Reference System in them.

use geo::{Coord, Point};

use crate::model::crs::Crs;

/// Letters of bands of eight degrees from 80 degrees south on; the last is half as high again.
const BANDS: &str = "CDEFGHJKLMNPQRSTUVWX";
/// Letters of columns of squares, by zone, and of rows.
const COLUMNS: [&str; 3] = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"];
const ROWS: &str = "ABCDEFGHJKLMNPQRSTUV";
/// Rows after which the letters come again, and how far those of even zones are on.
const PERIOD: u32 = 20;
const SHIFT: u32 = 5;
/// Side of a square, in metres, and the digits of a metre in it.
const SQUARE: f64 = 100_000.0;
const METRE_DIGITS: usize = 5;
/// Metres that are added to the north of the equator's southern side.
const SOUTHERN: f64 = 10_000_000.0;
const EASTINGS: std::ops::Range<f64> = 100_000.0..900_000.0;
/// Codes of EPSG of the zone before the first.
const NORTHERN_CODE: u32 = 32600;
const SOUTHERN_CODE: u32 = 32700;
const ZONES: std::ops::RangeInclusive<u32> = 1..=60;

/// A point in a zone.
#[derive(Clone, Copy, Debug)]
pub(in crate::model) struct Utm {
    zone: u32,
    band: char,
    metres: Coord<f64>,
}

impl Utm {
    /// `None` beyond 84 degrees north and 80 degrees south.
    pub(in crate::model) fn of(at: Point<f64>) -> Option<Self> {
        let band = band(at.y())?;
        let zone = zone(at);
        let metres = system(zone, at.y() >= 0.0)?.of_degrees(at.into())?;
        Some(Self { zone, band, metres })
    }

    pub(in crate::model) fn written(self) -> String {
        let Coord { x, y } = self.metres;
        format!("{}{} {x:.0} {y:.0}", self.zone, self.band)
    }

    pub(in crate::model) fn mgrs(self) -> Option<String> {
        let (east, north) = (self.metres.x.floor() as u32, self.metres.y.floor() as u32);
        let square = SQUARE as u32;
        let column = (east / square).checked_sub(1)?;
        let column = columns(self.zone).chars().nth(column as usize)?;
        let row = (north / square + shift(self.zone)) % PERIOD;
        let row = ROWS.chars().nth(row as usize)?;
        let (zone, band) = (self.zone, self.band);
        let (east, north) = (east % square, north % square);
        Some(format!("{zone}{band} {column}{row} {east:05} {north:05}"))
    }
}

/// The points that zone, letter, easting and northing stand for: the letter is a band, or the side of the equator.
pub(in crate::model) fn of_utm(text: &str) -> Vec<Point<f64>> {
    let text = text.to_ascii_uppercase();
    let text = text.strip_prefix("UTM").unwrap_or(&text);
    let Some((zone, letter, rest)) = designation(text.trim_start()) else {
        return Vec::new();
    };
    let is_unit = |letter: char| letter.is_ascii_whitespace() || "MEN,;".contains(letter);
    let numbers: Option<Vec<f64>> = rest
        .split(is_unit)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let Some([east, north]) = numbers.as_deref() else {
        return Vec::new();
    };
    let metres = Coord {
        x: *east,
        y: *north,
    };
    let point = |is_north| of_metres(zone, is_north, metres);
    let of_band = point(letter >= 'N').filter(|at| is_in_band(at.y(), letter, 0.0));
    let of_side = match letter {
        'N' => point(true),
        'S' => point(false),
        _ => None,
    };
    let mut points: Vec<Point<f64>> = of_band.into_iter().chain(of_side).collect();
    points.dedup();
    points
}

/// The middle of a square of any size.
pub(in crate::model) fn of_mgrs(text: &str) -> Option<Point<f64>> {
    let text: String = text.split_ascii_whitespace().collect();
    let text = text.to_ascii_uppercase();
    let (zone, band, rest) = designation(&text)?;
    let mut letters = rest.chars();
    let column = columns(zone).find(letters.next()?)? as u32 + 1;
    let row = ROWS.find(letters.next()?)? as u32;
    let digits = letters.as_str();
    let half = digits.len() / 2;
    let is_read = digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.len().is_multiple_of(2)
        && (1..=METRE_DIGITS).contains(&half);
    if !is_read {
        return None;
    }
    let size = (0..half).fold(SQUARE, |size, _| size / 10.0);
    let inside = |digits: &str| Some((digits.parse::<f64>().ok()? + 0.5) * size);
    let (east, north) = digits.split_at_checked(half)?;
    let row = (row + PERIOD - shift(zone)) % PERIOD;
    let x = f64::from(column) * SQUARE + inside(east)?;
    let north = f64::from(row) * SQUARE + inside(north)?;
    // The letters of rows come again: the one in the band is meant.
    let again = f64::from(PERIOD) * SQUARE;
    let points = (0..5).filter_map(|times| {
        let y = north + f64::from(times) * again;
        of_metres(zone, band >= 'N', Coord { x, y })
    });
    // A square at the edge of a band lies in two of them.
    points.into_iter().find(|at| is_in_band(at.y(), band, 1.0))
}

/// A zone and its letter, and what stands behind.
fn designation(text: &str) -> Option<(u32, char, &str)> {
    let letters = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (zone, rest) = text.split_at_checked(letters)?;
    let zone = zone.parse().ok().filter(|zone| ZONES.contains(zone))?;
    let mut letters = rest.trim_start().chars();
    let letter = letters.next().filter(|letter| BANDS.contains(*letter))?;
    Some((zone, letter, letters.as_str()))
}

fn of_metres(zone: u32, is_north: bool, metres: Coord<f64>) -> Option<Point<f64>> {
    let is_there = EASTINGS.contains(&metres.x) && (0.0..=SOUTHERN).contains(&metres.y);
    let degrees = system(zone, is_north)
        .filter(|_| is_there)?
        .to_degrees(metres)?;
    Some(Point::from(degrees))
}

fn system(zone: u32, is_north: bool) -> Option<Crs> {
    Crs::of_code(
        zone + if is_north {
            NORTHERN_CODE
        } else {
            SOUTHERN_CODE
        },
    )
}

/// The zone of a point, wider where Norway and Svalbard have it so.
fn zone(at: Point<f64>) -> u32 {
    let (lon, lat) = at.x_y();
    let lon = (lon + 180.0).rem_euclid(360.0) - 180.0;
    let usual = (((lon + 180.0) / 6.0) as u32).min(59) + 1;
    match (lat, lon) {
        (56.0..64.0, 3.0..12.0) => 32,
        (72.0..=84.0, 0.0..9.0) => 31,
        (72.0..=84.0, 9.0..21.0) => 33,
        (72.0..=84.0, 21.0..33.0) => 35,
        (72.0..=84.0, 33.0..42.0) => 37,
        _ => usual,
    }
}

fn band(lat: f64) -> Option<char> {
    if !(-80.0..=84.0).contains(&lat) {
        return None;
    }
    BANDS
        .chars()
        .nth((((lat + 80.0) / 8.0) as usize).min(BANDS.len() - 1))
}

/// Whether a latitude lies in a band, or no farther from it than so many degrees.
fn is_in_band(lat: f64, band: char, beside: f64) -> bool {
    BANDS.find(band).is_some_and(|index| {
        let south = -80.0 + 8.0 * index as f64;
        let north = if index + 1 == BANDS.len() {
            84.0
        } else {
            south + 8.0
        };
        (south - beside..=north + beside).contains(&lat)
    })
}

fn columns(zone: u32) -> &'static str {
    let [first, second, third] = COLUMNS;
    match zone % 3 {
        1 => first,
        2 => second,
        _ => third,
    }
}

fn shift(zone: u32) -> u32 {
    if zone.is_multiple_of(2) { SHIFT } else { 0 }
}
