//! What a text could be: a number, a date, a place.

use serde_json::Value;

use crate::model::{crs::Crs, date::WhenError, wkt, written_date::edtf_text, written_place};

/// The longest text that may be a date or degrees, in bytes.
pub(super) const LONGEST: usize = 64;

/// A number, whatever its decimal mark.
pub(super) fn number(text: &str) -> Option<f64> {
    if text.len() > LONGEST || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let number = match text.split_once(',') {
        Some((whole, decimals)) if !decimals.contains(',') => format!("{whole}.{decimals}").parse(),
        _ => text.parse(),
    };
    number.ok().filter(|number: &f64| number.is_finite())
}

/// The most that degrees written as 12° 38′ N may be: 90 of latitude, 180 of longitude; `None` for anything else.
pub(super) fn degrees_in_words(text: &str) -> Option<f64> {
    let begins =
        text.starts_with(|letter: char| letter.is_ascii_digit() || "-−NSEWO".contains(letter));
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if text.len() > LONGEST || !begins || letters > 1 {
        return None;
    }
    let has_mark = text.contains(['°', 'º']);
    let side = text.chars().find(char::is_ascii_alphabetic);
    let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
    match side {
        Some('N' | 'S') if has_digit => Some(90.0),
        Some('E' | 'W' | 'O') if has_digit => Some(180.0),
        None if has_mark && has_digit => Some(90.0),
        _ => None,
    }
}

/// Whether a text is a date, or one as soon as somebody says its order, zone or century.
pub(super) fn is_date(text: &str) -> bool {
    let may_be = text.len() <= LONGEST && text.contains(char::is_numeric);
    may_be
        && matches!(
            edtf_text(text, None),
            Ok(_) | Err(WhenError::Ambiguous | WhenError::NoZone)
        )
}

/// The first two numbers of a date such as `25/04/2022`.
pub(super) fn by_number(text: &str) -> Option<(u8, u8)> {
    let mut numbers = text.splitn(3, ['/', '-', '.']);
    let mut short = || {
        let number = numbers.next()?.trim();
        let is_short = (1..=2).contains(&number.len());
        is_short.then(|| number.parse().ok()).flatten()
    };
    let (first, second) = (short()?, short()?);
    let year = numbers.next()?;
    let has_year = year.starts_with(|letter: char| letter.is_numeric());
    has_year.then_some((first, second))
}

/// Whether a text is the name of a month.
pub(super) fn is_month(text: &str) -> bool {
    let has_letter =
        text.len() <= LONGEST && text.chars().all(|it| it.is_alphabetic() || it == '.');
    has_letter && edtf_text(&format!("1 {text} 2000"), None).is_ok()
}

/// Whether a text is a geometry: well-known text, GeoJSON, two degrees.
pub(super) fn is_shape(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(b'{') => serde_json::from_str(text).is_ok_and(|value: Value| is_geometry(&value)),
        Some(first) if first.is_ascii_alphabetic() && !is_marked(text) => {
            matches!(wkt::read(text), Ok(Some(_)))
        }
        _ => is_pair(text) || (is_marked(text) && is_written_place(text)),
    }
}

/// Whether a text has what degrees in words, a point of a grid or the address of a place have, which few other texts have:
/// to read each of those as a place would take long.
fn is_marked(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text.get(digits..).unwrap_or_default().trim_start();
    let has_zone = (1..=2).contains(&digits)
        && behind.starts_with(|it: char| it.is_ascii_alphabetic())
        && behind.bytes().filter(u8::is_ascii_digit).count() >= 6;
    text.len() <= LONGEST
        && (has_zone || text.contains('°') || text.find('+') == Some(8) || text.starts_with("geo:"))
}

fn is_written_place(text: &str) -> bool {
    matches!(written_place::geometry(text, Crs::DEGREES), Ok(Some(_)))
}

/// Whether a text begins with a word of well-known text.
pub(super) fn begins_like_shape(text: &str) -> bool {
    const WORDS: [&str; 6] = ["POINT", "LINE", "POLYGON", "MULTI", "GEOMETRY", "SRID="];
    WORDS.iter().any(|word| {
        let head = text.get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word))
    })
}

/// Whether a text is two numbers of degrees such as `12.64, -8.0`, at least one with decimals.
pub(super) fn is_pair(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim_matches(['(', ')', '[', ']']);
    let parts = text
        .split_once(", ")
        .or_else(|| text.split_once(';'))
        .or_else(|| text.split_once(','))
        .or_else(|| text.split_once(' '));
    let degrees = |part: &str| number(part.trim()).filter(|number| number.abs() <= 180.0);
    let Some((first, second)) = parts else {
        return false;
    };
    let has_decimals = first.contains('.') || second.contains('.');
    has_decimals && degrees(first).is_some() && degrees(second).is_some()
}

/// Whether a value is a GeoJSON geometry.
pub(super) fn is_geometry(value: &Value) -> bool {
    let kind = value.get("type").and_then(Value::as_str);
    kind.is_some() && (value.get("coordinates").is_some() || value.get("geometries").is_some())
}
