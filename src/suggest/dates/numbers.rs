//! Numbers in words: one, premier, الثالث.

use super::words::{CARDINALS, ORDINALS};
use crate::suggest::tokens::Tokens;

/// What stands behind the digits of a day.
const SUFFIXES: [&str; 7] = ["st", "nd", "rd", "th", "er", "ere", "e"];

/// How many of a unit, and where the number ends.
pub(super) fn count(tokens: &Tokens, at: usize) -> Option<(i64, usize)> {
    if let Some(number) = tokens.lone_number(at) {
        return (1..=1000)
            .contains(&number)
            .then_some((number.cast_signed(), at + 1));
    }
    CARDINALS
        .iter()
        .find_map(|(word, number)| Some((*number, tokens.phrase(at, &[word])?)))
}

/// A day of a month in digits or words, and where it ends.
pub(super) fn day(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    if let Some(number) = tokens.lone_number(at) {
        let has_suffix = SUFFIXES.contains(&tokens.plain(at + 1))
            && tokens.get(at + 1).is_some_and(|token| token.is_glued);
        let is_short = tokens.plain(at).len() <= 2;
        let end = at + 1 + usize::from(has_suffix);
        return (is_short && (1..=31).contains(&number)).then_some((number as u8, end));
    }
    ORDINALS
        .iter()
        .find_map(|(word, number)| Some((*number, tokens.phrase_after_prefix(at, &[word])?)))
}

/// A year in four digits, and where it ends.
pub(super) fn year(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    let number = tokens.lone_number(at)?;
    let is_year = tokens.plain(at).len() == 4 && (1800..=2199).contains(&number);
    is_year.then_some((number as i16, at + 1))
}
