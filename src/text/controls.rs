//! Bidi control characters: invisible characters that move visible ones.
//!
//! In data they must not lie about the order of the text: embeddings and overrides (U+202A to
//! U+202E), forced isolates (U+2066, U+2067) and the deprecated U+206A to U+206F are not obeyed but
//! shown by their numbers. Marks (U+200E, U+200F, U+061C) and first-strong isolates (U+2068, U+2069),
//! which can only say what a reader sees anyway, are obeyed and never drawn.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

/// First-strong isolate: the direction of what follows is its own.
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Stands for a right-to-left letter and shows nothing.
pub(super) const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
/// Ends an isolate.
const POP_ISOLATE: char = '\u{2069}';

/// Tells whether `text` has anything that is not set from left to right, so that it needs
/// [`lines`](super::bidi::lines).
#[must_use]
pub fn has_rtl(text: &str) -> bool {
    // No right-to-left character lies below the Hebrew block (U+0590), which begins with byte 0xD6.
    text.bytes().any(|byte| byte >= 0xd6)
        && text.chars().any(|letter| {
            let class = bidi_class(letter);
            matches!(class, BidiClass::R | BidiClass::AL) || is_shaped_from_the_right(letter)
        })
}

/// Tells whether `letter` is no right-to-left letter but one of its script, so that the shaper takes it for
/// one: Arabic and Persian digits and their separators, the Arabic percent sign and the like.
#[must_use]
pub(super) fn is_shaped_from_the_right(letter: char) -> bool {
    // Arabic comma, semicolon and question mark are every script's.
    let is_of_script = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !matches!(
            letter,
            '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{fd3e}' | '\u{fd3f}'
        );
    is_of_script
        && matches!(
            bidi_class(letter),
            BidiClass::AN
                | BidiClass::EN
                | BidiClass::ET
                | BidiClass::ES
                | BidiClass::CS
                | BidiClass::ON
        )
}

/// Tells whether the first letter of `text` is a right-to-left one. Letters within isolates say nothing about
/// what is around them.
#[must_use]
pub fn starts_rtl(text: &str) -> bool {
    let mut depth = 0_usize;
    for letter in text.chars() {
        match bidi_class(letter) {
            BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
            BidiClass::PDI => depth = depth.saturating_sub(1),
            BidiClass::L if depth == 0 => return false,
            BidiClass::R | BidiClass::AL if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// Puts `text` between a first-strong isolate and its end, so that it cannot disturb what is around it.
#[must_use]
pub fn isolated(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}")
}

/// Removes every bidi control character from `text`: what a screen reader, a file or a terminal gets.
#[must_use]
pub fn without_controls(text: &str) -> Cow<'_, str> {
    without(text, is_control)
}

/// Replaces each control character that can make `text` look like another text by its number, `[U+202E]`, so that a
/// reader sees that somebody put it there.
#[must_use]
fn with_lies_shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_lie) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_lie(letter) {
            shown.push_str(&number_of(letter));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Tells what stands for a control character that is shown: its number, isolated.
pub(super) fn number_of(letter: char) -> String {
    isolated(&format!("[U+{:04X}]", u32::from(letter)))
}

/// Returns `text` as it is shown: without the control characters that are obeyed, and with the numbers of the others.
#[must_use]
pub fn as_shown(text: &str) -> Cow<'_, str> {
    match with_lies_shown(text) {
        Cow::Borrowed(text) => without_controls(text),
        Cow::Owned(text) => Cow::Owned(without_controls(&text).into_owned()),
    }
}

/// Shows what in `text` would lie about its order, and makes every sort of paragraph end a line feed.
pub(super) fn without_lies(text: &str) -> Cow<'_, str> {
    let is_other_break =
        |letter: char| letter != '\n' && bidi_class(letter) == BidiClass::B && letter != '\r';
    let text = match with_lies_shown(text) {
        Cow::Borrowed(text) => without(text, |letter| letter == '\r'),
        Cow::Owned(text) => Cow::Owned(text.replace('\r', "")),
    };
    if text.chars().any(is_other_break) {
        Cow::Owned(text.replace(is_other_break, "\n"))
    } else {
        text
    }
}

fn without(text: &str, unwanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().any(&unwanted) {
        Cow::Owned(text.chars().filter(|letter| !unwanted(*letter)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Tells whether `letter` could make a text look like another one.
pub(super) const fn is_lie(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{206a}'..='\u{206f}')
}

/// Tells whether `letter` is any of them.
pub(super) const fn is_control(letter: char) -> bool {
    is_lie(letter)
        || matches!(
            letter,
            '\u{200e}' | RIGHT_TO_LEFT_MARK | '\u{61c}' | FIRST_STRONG_ISOLATE | POP_ISOLATE
        )
}

#[cfg(test)]
mod tests {
    use super::{super::signed::led_by_its_direction, *};
    use crate::model::lang::Lang;

    #[test]
    fn what_stands_within_isolates_does_not_turn_the_text_around_it() {
        let between = |text: &str| format!("{}: {}", isolated("03/04/2023"), isolated(text));
        assert!(!starts_rtl(&between("3 أبريل 2023")));
        let led = led_by_its_direction(between("3 أبريل 2023"), Lang::Ar);
        assert!(led.starts_with('\u{200f}'));
        assert!(starts_rtl(&format!("{}، سجل", isolated("Kidal"))));
        assert!(!starts_rtl(&format!("{} record", isolated("كيدال"))));
    }
}
