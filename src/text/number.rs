//! Numbers as each language writes them: Western digits in all three, thousands set apart.

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
    fn decimals_are_kept_only_where_they_say_something() {
        assert_eq!(in_words(0.25, Lang::En), "0.25");
        assert_eq!(in_words(12.50, Lang::En), "12.5");
        assert_eq!(in_words(-0.001, Lang::En), "0");
        assert_eq!(in_words(f64::NAN, Lang::En), "–");
    }
}
