//! Numbers as each language writes them (CLDR): thousands set apart, Arabic in either digits.

pub use super::digits::{in_digits, in_words};
use super::{Catalogue, args};
use crate::model::lang::Lang;

/// Returns the number that somebody typed in any digits, with the separators of `lang` or of Arabic-Indic
/// digits: `1,234.5`, `1 234,5`, `١٬٢٣٤٫٥`. A comma that no group of three follows is a decimal one.
#[must_use]
pub fn typed(text: &str, lang: Lang) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\u{66c}' => {}
            _ if letter.is_whitespace() || is_bidi_control(letter) => {}
            '\u{2212}' => plain.push('-'),
            other => plain.push(western_digit(other)),
        }
    }
    let parts: Vec<&str> = plain.split(',').collect();
    let groups = parts.get(1..).unwrap_or_default();
    let are_groups = lang != Lang::Fr && groups.iter().all(|part| is_group(part));
    let plain = if are_groups {
        parts.concat()
    } else {
        plain.replace(',', ".")
    };
    let is_written = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    plain.parse().ok().filter(|_| is_written)
}

/// Tells what stands between two separators of thousands, or behind the last one.
fn is_group(part: &str) -> bool {
    let whole = part.split_once('.').map_or(part, |(whole, _)| whole);
    whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a date or another notation that somebody typed: its digits Western, and nothing in it that
/// cannot be seen.
#[must_use]
pub fn typed_notation(text: &str) -> String {
    let seen = text
        .trim()
        .chars()
        .filter(|letter| !is_bidi_control(*letter));
    seen.map(western_digit).collect()
}

/// Marks, embeddings and isolates that come along when a text is pasted.
const fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Replaces the digits and separators of other scripts by Western ones, for reading what was typed.
#[must_use]
pub fn western(text: &str) -> String {
    text.chars().map(western_digit).collect()
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

/// Returns a count in few letters: `412`, `4.1k`, `41k`, `4.1M`. Rounded down, so that nothing says more than there is.
#[must_use]
pub fn short(words: &Catalogue, count: usize) -> String {
    let (key, unit) = match count {
        0..1_000 => return words.number(count as f64),
        1_000..1_000_000 => ("count-thousands", 1e3),
        _ => ("count-millions", 1e6),
    };
    let share = count as f64 / unit;
    let rounded = if share < 10.0 {
        (share * 10.0).floor() / 10.0
    } else {
        share.floor()
    };
    words.with(key, args!(n: rounded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Digits;

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
    fn a_number_is_read_as_it_is_written_in_each_language() {
        for lang in Lang::ALL {
            for number in [0.05, 7.5, 1_234.5, 3_652.0] {
                let written = in_words(number, lang);
                assert_eq!(typed(&written, lang), Some(number), "{written}");
            }
        }
        let arabic = in_digits("1,234.5", Digits::ArabicIndic);
        assert_eq!(typed(&arabic, Lang::Ar), Some(1_234.5));
    }

    #[test]
    fn a_number_is_read_in_any_digits_with_either_decimal_mark() {
        assert_eq!(typed(" ٣٠ ", Lang::Ar), Some(30.0));
        assert_eq!(typed("۷٫۵", Lang::En), Some(7.5));
        assert_eq!(typed("7,5", Lang::En), Some(7.5));
        assert_eq!(typed("7,5", Lang::Ar), Some(7.5));
        assert_eq!(typed("0.25", Lang::Fr), Some(0.25));
        assert_eq!(typed("1,000", Lang::Fr), Some(1.0));
        assert_eq!(typed("\u{200f}12\u{200e}", Lang::Ar), Some(12.0));
        for text in ["", "a", "1e3", "inf", "NaN", "1,2,3", "--1"] {
            assert_eq!(typed(text, Lang::En), None, "{text}");
        }
    }

    #[test]
    fn a_date_in_arabic_digits_is_read_as_one_in_western_digits() {
        assert_eq!(typed_notation(" ٢٠٢٢-٠١-٠٥ "), "2022-01-05");
        assert_eq!(typed_notation("\u{200f}۲۰۲۲-۰۱/..\u{200e}"), "2022-01/..");
    }

    #[test]
    fn decimals_are_kept_only_where_they_say_something() {
        assert_eq!(in_words(0.25, Lang::En), "0.25");
        assert_eq!(in_words(12.50, Lang::En), "12.5");
        assert_eq!(in_words(-0.001, Lang::En), "0");
        assert_eq!(in_words(f64::NAN, Lang::En), "–");
    }
}
