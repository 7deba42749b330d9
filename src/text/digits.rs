//! Numbers as each language writes them (CLDR), in Western or Arabic-Indic digits.

use std::borrow::Cow;

use super::Digits;
use crate::model::lang::Lang;

/// U+202F, the space that French puts between thousands.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// Writes `number` with at most two decimals and its thousands set apart: `1,234.5`, `1 234,5`.
#[must_use]
pub fn in_words(number: f64, lang: Lang) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let (group, point) = match lang {
        Lang::En | Lang::Ar => (',', '.'),
        Lang::Fr => (NARROW_NO_BREAK_SPACE, ','),
    };
    let digits = format!("{:.2}", number.abs());
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let is_zero = decimals.is_empty() && whole.bytes().all(|digit| digit == b'0');
    let mut text = String::with_capacity(digits.len() + 4);
    if number < 0.0 && !is_zero {
        text.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

/// Writes the Western digits of `text` in `digits`; of a number, its separators too.
#[must_use]
pub fn in_digits(text: &str, digits: Digits) -> Cow<'_, str> {
    match digits {
        Digits::Western => Cow::Borrowed(text),
        Digits::ArabicIndic => Cow::Owned(text.chars().map(arabic_indic).collect()),
    }
}

fn arabic_indic(letter: char) -> char {
    match letter {
        '0'..='9' => char::from_u32(0x660 + u32::from(letter) - u32::from('0')).unwrap_or(letter),
        ',' => '\u{66c}',
        '.' => '\u{66b}',
        other => other,
    }
}
