//! Numbers with their signs in a text that is read from the right.
//!
//! A sign that touches a Western number belongs to it: `75٪`, `−5`, `+2`, `3°`. The algorithm of
//! Unicode sees that only sometimes, so each such number is set apart whole, and reads from the left
//! everywhere. Arabic-Indic numbers need no help: their sign follows them as a reader goes, to the left.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use super::controls::{RIGHT_TO_LEFT_MARK, has_rtl, isolated, starts_rtl};
use crate::model::lang::Lang;

/// Returns a text of a right-to-left language that begins with a Latin word or has numbers only, led by a
/// mark (U+200F), so that it is still read from the right; any other text as it is. Western numbers
/// keep their signs.
#[must_use]
pub(super) fn led_by_its_direction(text: String, lang: Lang) -> String {
    if !lang.is_rtl() {
        return text;
    }
    let is_of_numbers = || {
        text.chars().any(char::is_numeric)
            && !text
                .chars()
                .any(|letter| bidi_class(letter) == BidiClass::L)
    };
    let needs_mark = !starts_rtl(&text) && (has_rtl(&text) || is_of_numbers());
    let text = match numbers_with_signs_apart(&text) {
        Cow::Owned(apart) => apart,
        Cow::Borrowed(_) => text,
    };
    if needs_mark {
        format!("{RIGHT_TO_LEFT_MARK}{text}")
    } else {
        text
    }
}

/// Sets each Western number that a sign touches apart in `text`, together with the sign. Costs O(n).
#[must_use]
fn numbers_with_signs_apart(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| letter.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let mut apart = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, number, after)) = next(rest) {
        apart.push_str(before);
        apart.push_str(&isolated(number));
        rest = after;
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    apart.push_str(rest);
    Cow::Owned(apart)
}

/// Returns the next number with a sign: what stands before it, the number with its signs, and the rest.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let first = from
            + text
                .get(from..)?
                .find(|letter: char| letter.is_ascii_digit())?;
        let digits = first + length_of_digits(text.get(first..)?);
        let start = start_of_signs(text, first);
        let end = digits + length_of_signs(text.get(digits..)?);
        if start < first || end > digits {
            return Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?));
        }
        from = digits;
    }
}

/// Digits, and separators between two of them.
fn length_of_digits(text: &str) -> usize {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_digit() {
            end = at + 1;
        } else if !matches!(letter, '.' | ',' | '\u{a0}' | '\u{202f}') || at > end {
            break;
        }
    }
    end
}

/// Tells where the signs before a number begin that touch it. A sign behind a letter or a digit belongs to
/// what is there, as the hyphen of a name does.
fn start_of_signs(text: &str, first: usize) -> usize {
    let head = text.get(..first).unwrap_or("");
    let start = head.trim_end_matches(leads).len();
    let before = head.get(..start).and_then(|head| head.chars().next_back());
    if before.is_some_and(char::is_alphanumeric) {
        first
    } else {
        start
    }
}

/// Signs that follow a number, with the narrow or unbreakable space that may part them from it.
fn length_of_signs(text: &str) -> usize {
    let bare = text.trim_start_matches(['\u{a0}', '\u{202f}']);
    let rest = bare.trim_start_matches(follows);
    if rest.len() == bare.len() {
        0
    } else {
        text.len() - rest.len()
    }
}

const fn leads(sign: char) -> bool {
    matches!(
        sign,
        '+' | '-' | '\u{2212}' | '±' | '×' | '<' | '>' | '≤' | '≥' | '≈' | '~' | '$' | '€' | '£'
    )
}

const fn follows(sign: char) -> bool {
    matches!(
        sign,
        '%' | '‰' | '\u{66a}' | '\u{609}' | '°' | '′' | '″' | '×' | '+' | '$' | '€' | '£'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_set_apart_with_the_signs_that_touch_it() {
        for (text, number) in [
            ("جارٍ الفرز، 75٪.", "75٪"),
            ("الحرارة −5° اليوم", "−5°"),
            ("نحو 87.5 ‰", ""),
            ("نحو 87.5\u{202f}‰", "87.5\u{202f}‰"),
            ("السعر €1,234.5", "€1,234.5"),
            ("مكبّر ×3", "×3"),
            ("+2", "+2"),
            ("أقل من <10", "<10"),
            ("أكيد: 5 + محتمل: 3", ""),
            ("T-72 و Mi-8", ""),
            ("2022-01-05", ""),
        ] {
            let expected = if number.is_empty() {
                text.to_owned()
            } else {
                text.replace(number, &isolated(number))
            };
            assert_eq!(numbers_with_signs_apart(text), expected);
        }
        let two = numbers_with_signs_apart("75% و 20%").into_owned();
        assert_eq!(two, format!("{} و {}", isolated("75%"), isolated("20%")));
    }
}
