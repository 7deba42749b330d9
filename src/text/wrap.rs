//! Where a paragraph breaks into lines, in logical order and whatever its directions.
//!
//! Lines break at white space; a word that is wider than a line breaks behind punctuation (a path,
//! an address) or else anywhere. Widths come from a measure of pieces of the paragraph.

use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};

/// Slack for the rounding of widths to whole points, so that what was measured to fit still fits.
const SLACK: f32 = 0.5;

/// The width of a piece of the text, given as a range of bytes.
type Measure<'a> = dyn FnMut(Range<usize>) -> f32 + 'a;

/// Returns the lines of `text` in a column of `width`, without the white space between them; at least one.
pub(super) fn break_lines(text: &str, width: f32, measure: &mut Measure<'_>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut line = 0..0;
    let mut line_width = 0.0;
    for word in words(text) {
        let gap_width = measure(line.end..word.start);
        let word_width = measure(word.clone());
        if line_width + gap_width + word_width <= width + SLACK {
            line_width += gap_width + word_width;
            line.end = word.end;
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        let rest = break_word(text, word.clone(), width, measure, &mut lines);
        line_width = if rest == word {
            word_width
        } else {
            measure(rest.clone())
        };
        line = rest;
    }
    lines.push(line);
    lines
}

/// Breaks a word that is wider than a line, and returns what is left for the line that follows.
fn break_word(
    text: &str,
    mut word: Range<usize>,
    width: f32,
    measure: &mut Measure<'_>,
    lines: &mut Vec<Range<usize>>,
) -> Range<usize> {
    while measure(word.clone()) > width + SLACK {
        let rest = text.get(word.clone()).unwrap_or("");
        let fitting = fitting_prefix(rest, width, &mut |piece| {
            measure(word.start + piece.start..word.start + piece.end)
        });
        let kept = rest
            .get(..fitting)
            .and_then(|head| head.rfind(is_break_behind).map(|at| (head, at)))
            .map_or(fitting, |(head, at)| {
                at + head
                    .get(at..)
                    .and_then(|tail| tail.chars().next())
                    .map_or(0, char::len_utf8)
            });
        let first = boundaries(rest).find(|at| *at > 0).unwrap_or(rest.len());
        let end = word.start + kept.max(first);
        if end >= word.end {
            break;
        }
        lines.push(word.start..end);
        word.start = end;
    }
    word
}

/// Returns the length in bytes of the longest beginning of `text` that is at most `room` wide.
pub(super) fn fitting_prefix(text: &str, room: f32, measure: &mut Measure<'_>) -> usize {
    let ends: Vec<usize> = boundaries(text).collect();
    let fitting = ends.partition_point(|end| measure(0..*end) <= room + SLACK);
    fitting
        .checked_sub(1)
        .and_then(|last| ends.get(last).copied())
        .unwrap_or(0)
}

/// Tells where `text` may be cut: before every character that does not combine with the one before it,
/// and at the end.
fn boundaries(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .filter(|(_, letter)| bidi_class(*letter) != BidiClass::NSM)
        .map(|(at, _)| at)
        .chain([text.len()])
}

/// Returns the words of `text`. White space before the first one belongs to it.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    let mut is_first = true;
    std::iter::from_fn(move || {
        let rest = text.get(end..)?;
        let start = end + rest.find(|letter| !is_space(letter))?;
        let word = text.get(start..)?;
        end = start + word.find(is_space).unwrap_or(word.len());
        let start = if is_first { 0 } else { start };
        is_first = false;
        Some(start..end)
    })
}

/// Tells whether a line may break at `letter`: white space, but not the spaces that are there to prevent it.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Characters behind which a word may break when it must.
const fn is_break_behind(letter: char) -> bool {
    matches!(
        letter,
        '-' | '/' | '–' | '—' | '_' | '.' | ',' | ';' | ':' | '?' | '&' | '=' | '،' | '؛'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, columns: u16) -> Vec<&str> {
        break_lines(text, f32::from(columns), &mut |piece| {
            text[piece].chars().count() as f32
        })
        .into_iter()
        .map(|line| &text[line])
        .collect()
    }

    #[test]
    fn lines_break_at_spaces_and_lose_them() {
        assert_eq!(
            broken("the quick brown fox", 10),
            ["the quick", "brown fox"]
        );
        assert_eq!(broken("one   two", 4), ["one", "two"]);
        assert_eq!(broken("", 4), [""]);
    }

    #[test]
    fn a_long_word_breaks_behind_punctuation_or_anywhere() {
        assert_eq!(
            broken("see example.org/a/b", 9),
            ["see", "example.", "org/a/b"]
        );
        assert_eq!(broken("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(broken("abc", 0), ["a", "b", "c"]);
    }

    #[test]
    fn a_no_break_space_does_not_break() {
        assert_eq!(broken("10\u{a0}km away", 7), ["10\u{a0}km", "away"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        assert_eq!(broken("مُمُمُ", 2), ["مُ", "مُ", "مُ"]);
    }
}
