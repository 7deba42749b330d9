//! Degrees as people write them: with minutes and seconds, letters for the side, commas, Arabic digits.

use geo::Point;

/// Which of two coordinates a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// North or south.
    Latitude,
    /// East or west.
    Longitude,
}

/// A number of degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// The degrees, negative to the south and to the west.
    pub value: f64,
    /// The axis, where a letter says it.
    pub axis: Option<Axis>,
}

/// Reads one number of degrees; a comma may be its decimal mark.
#[must_use]
pub fn degrees(text: &str) -> Option<Degrees> {
    if let Ok(value) = text.trim().parse::<f64>() {
        return value.is_finite().then_some(Degrees { value, axis: None });
    }
    let plain = plain(text);
    let (found, rest) = first(&plain, Comma::Decimal)?;
    rest.trim().is_empty().then_some(found)
}

/// Reads two: latitude first, unless letters or the limit of 90 degrees say otherwise.
pub(in crate::model) fn pair(text: &str) -> Option<Point<f64>> {
    // `12,64` is one number, or two.
    if degrees(text).is_some() {
        return None;
    }
    let plain = plain(text);
    let inside = plain
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', '/']);
    let both = |comma: Comma| {
        let (one, rest) = first(inside, comma)?;
        let rest = rest.trim_start().trim_start_matches([',', ';', '/', '|']);
        let (other, rest) = first(rest, comma)?;
        rest.trim().is_empty().then_some((one, other))
    };
    let (one, other) = both(Comma::Between).or_else(|| both(Comma::Decimal))?;
    let is_longitude_first = match (one.axis, other.axis) {
        (Some(one), Some(other)) if one == other => return None,
        (Some(axis), _) => axis == Axis::Longitude,
        (None, Some(axis)) => axis == Axis::Latitude,
        (None, None) => one.value.abs() > 90.0 && other.value.abs() <= 90.0,
    };
    let (longitude, latitude) = if is_longitude_first {
        (one, other)
    } else {
        (other, one)
    };
    Some(Point::new(longitude.value, latitude.value))
}

/// What a comma is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comma {
    Decimal,
    Between,
}

/// The text with one sign for each thing and one letter for each side.
fn plain(text: &str) -> String {
    const WORDS: [(&str, &str); 24] = [
        ("north", "n"),
        ("south", "s"),
        ("east", "e"),
        ("west", "w"),
        ("nord", "n"),
        ("sud", "s"),
        ("ouest", "w"),
        ("est", "e"),
        ("degrees", "°"),
        ("deg", "°"),
        ("شمالا", "n"),
        ("جنوبا", "s"),
        ("شرقا", "e"),
        ("غربا", "w"),
        ("شمال", "n"),
        ("جنوب", "s"),
        ("شرق", "e"),
        ("غرب", "w"),
        ("ش", "n"),
        ("ج", "s"),
        ("ق", "e"),
        ("غ", "w"),
        ("''", "\""),
        ("o", "w"),
    ];
    let letter = |letter: char| {
        Some(match letter {
            '٠'..='٩' => char::from_digit(u32::from(letter) - u32::from('٠'), 10)?,
            '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10)?,
            '٫' => '.',
            '−' | '–' | '‐' | '‑' => '-',
            'º' | '˚' | '⁰' => '°',
            '′' | '’' | '‘' | '´' => '\'',
            '″' | '”' | '“' => '"',
            '،' => ',',
            '؛' => ';',
            'ً'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {
                return None;
            }
            other if other.is_whitespace() => ' ',
            other => other,
        })
    };
    let mut plain: String = text.to_lowercase().chars().filter_map(letter).collect();
    for (word, sign) in WORDS {
        if plain.contains(word) {
            plain = plain.replace(word, sign);
        }
    }
    plain
}

/// A reader of one text from its beginning.
struct Scan<'a> {
    rest: &'a str,
    comma: Comma,
}

impl Scan<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn side(&mut self) -> Option<(Axis, f64)> {
        self.space();
        let side = match self.rest.bytes().next()? {
            b'n' => (Axis::Latitude, 1.0),
            b's' => (Axis::Latitude, -1.0),
            b'e' => (Axis::Longitude, 1.0),
            b'w' => (Axis::Longitude, -1.0),
            _ => return None,
        };
        // A letter of a word is no side.
        let behind = self.rest.get(1..)?;
        if behind.starts_with(char::is_alphabetic) {
            return None;
        }
        self.rest = behind;
        Some(side)
    }

    /// Digits with a fraction.
    fn number(&mut self) -> Option<f64> {
        self.space();
        let is_part = |letter: char| {
            letter.is_ascii_digit()
                || letter == '.'
                || (letter == ',' && self.comma == Comma::Decimal)
        };
        let end = self
            .rest
            .find(|letter| !is_part(letter))
            .unwrap_or(self.rest.len());
        let (number, behind) = self.rest.split_at_checked(end)?;
        // A comma at the end stands between two numbers.
        let bare = number.trim_end_matches(',');
        let behind_bare = self.rest.get(bare.len()..).unwrap_or(behind);
        let value = bare.replacen(',', ".", 1).parse().ok()?;
        self.rest = behind_bare;
        Some(value)
    }

    fn mark(&mut self, marks: &[char]) -> bool {
        self.space();
        match self.rest.strip_prefix(marks) {
            Some(behind) => {
                self.rest = behind;
                true
            }
            None => false,
        }
    }

    /// Minutes or seconds: with their mark, or, where `is_bare`, without one; 60 and more are returned as they are.
    fn part(&mut self, marks: &[char], is_bare: bool) -> Option<f64> {
        let before = self.rest;
        self.space();
        let begins = self
            .rest
            .starts_with(|letter: char| letter.is_ascii_digit());
        let number = if begins { self.number() } else { None };
        let has_mark = number.is_some() && self.mark(marks);
        let part = number.filter(|_| has_mark || is_bare);
        if part.is_none() {
            self.rest = before;
        }
        part
    }
}

/// The first number of degrees and what stands behind it.
fn first(text: &str, comma: Comma) -> Option<(Degrees, &str)> {
    let mut scan = Scan { rest: text, comma };
    let side = scan.side();
    scan.mark(&[':']);
    let is_negative = scan.mark(&['-']);
    if !is_negative {
        scan.mark(&['+']);
    }
    let whole = scan.number()?;
    let has_mark = scan.mark(&['°', 'd']);
    // `12 38 24 N` and `N 12 38 24` are three parts, `12.64 -8` are two numbers.
    let is_bare = side.is_some() || has_mark || has_side_behind_parts(scan.rest);
    let mut value = whole;
    if whole.fract() == 0.0 && (has_mark || is_bare) {
        let colon = scan.mark(&[':']);
        if let Some(minutes) = scan.part(&['\'', 'm', ':'], is_bare || colon) {
            let seconds = scan.part(&['"', 's'], is_bare || colon).unwrap_or(0.0);
            if minutes >= 60.0 || seconds >= 60.0 {
                return None;
            }
            value += minutes / 60.0 + seconds / 3600.0;
        }
    }
    let side = side.or_else(|| scan.side());
    let (axis, sign) = match side {
        Some((axis, sign)) => (Some(axis), sign),
        None => (None, 1.0),
    };
    if is_negative && axis.is_some() {
        return None;
    }
    let value = if is_negative { -value } else { value * sign };
    Some((Degrees { value, axis }, scan.rest))
}

/// Whether one or two more numbers follow and then a letter for the side: `38 24 n`.
fn has_side_behind_parts(rest: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ':');
    let behind = rest.trim_start_matches(is_part);
    let parts = rest.get(..rest.len() - behind.len()).unwrap_or_default();
    !parts.trim().is_empty()
        && parts
            .split([' ', ':'])
            .filter(|part| !part.is_empty())
            .count()
            <= 2
        && behind.starts_with(['n', 's', 'e', 'w'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_with_all_that_may_stand_around_them() {
        for (text, value) in [
            ("12.64", 12.64),
            ("12,64", 12.64),
            ("−8,0", -8.0),
            ("١٢٫٦٤", 12.64),
            ("12°38'24\"", 12.64),
            ("8°W", -8.0),
            ("8 O", -8.0),
            ("12° 38,4' N", 12.64),
            ("12:38:24 N", 12.64),
            ("S 12.5", -12.5),
            ("8 deg 30' west", -8.5),
            ("-8°30'", -8.5),
            ("1e1", 10.0),
        ] {
            let read = degrees(text).map(|it| it.value);
            assert!(
                read.is_some_and(|it| (it - value).abs() < 1e-9),
                "{text} {read:?}"
            );
        }
        for text in [
            "",
            "n/a",
            "12.639.232",
            "126,392,32",
            "12°61'",
            "-8 W",
            "Ségou",
            "NaN",
            "12 13",
        ] {
            assert_eq!(degrees(text), None, "{text}");
        }
    }
}
