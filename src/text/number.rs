//! Numbers as each language writes them (CLDR): thousands set apart, Arabic in either digits.

use std::borrow::Cow;

use super::Digits;
use crate::model::lang::Lang;

/// U+202F, the space that French puts between thousands.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// `number` with at most two decimals and its thousands set apart: `1,234.5`, `1 234,5`.
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

/// `text` with its Western digits in `digits`; of a number, its separators too.
#[must_use]
pub fn in_digits(text: &str, digits: Digits) -> Cow<'_, str> {
    match digits {
        Digits::Western => Cow::Borrowed(text),
        Digits::ArabicIndic => Cow::Owned(text.chars().map(arabic_indic).collect()),
    }
}

/// `text` with the digits and separators of other scripts as Western ones, for whoever reads what was typed.
#[must_use]
pub fn western(text: &str) -> String {
    text.chars().map(western_digit).collect()
}

fn arabic_indic(letter: char) -> char {
    match letter {
        '0'..='9' => char::from_u32(0x660 + u32::from(letter) - u32::from('0')).unwrap_or(letter),
        ',' => '\u{66c}',
        '.' => '\u{66b}',
        other => other,
    }
}

fn western_digit(letter: char) -> char {
    let digit = match letter {
        '٠'..='٩' => u32::from(letter) - u32::from('٠'),
        '۰'..='۹' => u32::from(letter) - u32::from('۰'),
        '\u{66b}' => return '.',
        '\u{66c}' => return ',',
        other => return other,
    };
    char::from_digit(digit, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(in_words(1_234_567.0, Lang::En), "1,234,567");
        assert_eq!(in_words(1_234.5, Lang::Fr), "1\u{202f}234,5");
        assert_eq!(in_words(999.0, Lang::Ar), "999");
        assert_eq!(in_words(-1000.0, Lang::En), "\u{2212}1,000");
    }

    #[test]
    fn arabic_digits_come_with_their_separators_and_are_read_back() {
        let number = in_words(1_234.5, Lang::Ar);
        let arabic = in_digits(&number, Digits::ArabicIndic);
        assert_eq!(arabic, "١٬٢٣٤٫٥");
        assert_eq!(western(&arabic), "1,234.5");
        assert_eq!(western("۲۰۲۲-01"), "2022-01");
        assert_eq!(in_digits("2022", Digits::Western), "2022");
    }

    #[test]
    fn decimals_are_kept_only_where_they_say_something() {
        assert_eq!(in_words(0.25, Lang::En), "0.25");
        assert_eq!(in_words(12.50, Lang::En), "12.5");
        assert_eq!(in_words(-0.001, Lang::En), "0");
        assert_eq!(in_words(f64::NAN, Lang::En), "–");
    }
}
