//! Plus Codes (Open Location Code): pairs of digits to the base of twenty, then cells of four by five.

use geo::Point;

const DIGITS: &[u8; 20] = b"23456789CFGHJMPQRVWX";
/// Digits before the sign, and in pairs.
const BEFORE: usize = 8;
const PAIRED: usize = 10;
const LONGEST: usize = 15;
const SIGN: char = '+';
const PADDING: u8 = b'0';

/// Writes the cell of ten digits that a point lies in; `None` where it is nowhere.
pub(in crate::model) fn written(at: Point<f64>) -> Option<String> {
    if !at.x().is_finite() || !at.y().is_finite() {
        return None;
    }
    // Cells of the tenth digit, of which a degree has eight thousand.
    let cells = |degrees: f64, most: f64| {
        ((degrees * 8000.0 + 1e-6) as u32).min((most * 8000.0) as u32 - 1)
    };
    let mut lat = cells(at.y().clamp(-90.0, 90.0) + 90.0, 180.0);
    let mut lon = cells((at.x() + 180.0).rem_euclid(360.0), 360.0);
    let mut code = Vec::with_capacity(PAIRED);
    for _ in 0..PAIRED / 2 {
        for number in [&mut lon, &mut lat] {
            code.push(char::from(*DIGITS.get((*number % 20) as usize)?));
            *number /= 20;
        }
    }
    let mut code: String = code.into_iter().rev().collect();
    code.insert(BEFORE, SIGN);
    Some(code)
}

/// The middle of the cell of a whole code.
pub(in crate::model) fn point(text: &str) -> Option<Point<f64>> {
    let (before, behind) = parts(text)?;
    if before.len() != BEFORE {
        return None;
    }
    let bare = before.trim_end_matches(char::from(PADDING));
    let padded = BEFORE - bare.len();
    if !padded.is_multiple_of(2) || padded == BEFORE || (padded > 0 && !behind.is_empty()) {
        return None;
    }
    middle(&format!("{bare}{behind}"))
}

/// The middle of the cell of a code that was shortened for a place around `reference`: `FRM8+PR`.
#[must_use]
pub fn near(text: &str, reference: Point<f64>) -> Option<Point<f64>> {
    let (before, behind) = parts(text)?;
    let left = BEFORE
        .checked_sub(before.len())
        .filter(|it| *it > 0 && it.is_multiple_of(2))?;
    if before.is_empty() || behind.is_empty() {
        return None;
    }
    let whole = written(reference)?;
    let found = middle(&format!("{}{before}{behind}", whole.get(..left)?))?;
    // The same code comes again at this distance; the nearest one is meant.
    let again = match left {
        2 => 20.0,
        4 => 1.0,
        _ => 0.05,
    };
    let nearest =
        |found: f64, reference: f64| found + again * ((reference - found) / again).round();
    let at = Point::new(
        nearest(found.x(), reference.x()),
        nearest(found.y(), reference.y()),
    );
    (at.y().abs() <= 90.0).then_some(at)
}

/// What stands before the sign and behind it, in capital letters.
fn parts(text: &str) -> Option<(String, String)> {
    let (before, behind) = text.trim().split_once(SIGN)?;
    let is_part = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let fits = before.len() <= BEFORE && before.len().is_multiple_of(2) && behind.len() != 1;
    (fits && is_part(before) && is_part(behind) && before.len() + behind.len() <= LONGEST)
        .then(|| (before.to_ascii_uppercase(), behind.to_ascii_uppercase()))
}

/// The middle of the cell of some digits.
fn middle(digits: &str) -> Option<Point<f64>> {
    let numbers = digits
        .bytes()
        .map(|byte| DIGITS.iter().position(|digit| *digit == byte));
    let numbers = numbers.collect::<Option<Vec<usize>>>()?;
    let (pairs, cells) = numbers.split_at(numbers.len().min(PAIRED));
    let (mut lat, mut lon) = (-90.0, -180.0);
    let mut size = 400.0;
    let (mut height, mut width) = (size, size);
    for pair in pairs.chunks_exact(2) {
        size /= 20.0;
        (height, width) = (size, size);
        if let [north, east] = pair {
            lat += *north as f64 * size;
            lon += *east as f64 * size;
        }
    }
    for cell in cells {
        (height, width) = (height / 5.0, width / 4.0);
        lat += (cell / 4) as f64 * height;
        lon += (cell % 4) as f64 * width;
    }
    Some(Point::new(lon + width / 2.0, lat + height / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(found: Option<Point<f64>>, lat: f64, lon: f64) -> bool {
        found.is_some_and(|at| (at.y() - lat).abs() < 1e-4 && (at.x() - lon).abs() < 1e-4)
    }

    #[test]
    fn the_examples_of_the_specification_hold() {
        assert_eq!(
            written(Point::new(8.524_997, 47.365_561)).as_deref(),
            Some("8FVC9G8F+6X")
        );
        assert!(is_near(point("8FVC9G8F+6X"), 47.365_562, 8.524_937));
        assert!(is_near(point("7FG49QCJ+2VX"), 20.370_112, 2.782_234));
        // A large cell, of which only the first digits are given.
        assert!(is_near(point("7FG40000+"), 20.5, 2.5));
        assert_eq!(point("7FG4000+"), None);
        assert_eq!(point("7FG00000+"), None);
        assert_eq!(point("7FG40000+2V"), None);
    }

    #[test]
    fn a_shortened_code_is_the_one_nearest_to_a_place() {
        let at = Point::new(8.524_997, 47.365_561);
        for short in ["9G8F+6X", "8F+6X"] {
            assert!(is_near(near(short, at), 47.365_562, 8.524_937), "{short}");
        }
        assert_eq!(near("8FVC9G8F+6X", at), None);
        assert_eq!(near("9G8F+", at), None);
        assert_eq!(near("Mopti", at), None);
    }
}
