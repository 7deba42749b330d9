//! The words of a document that a value rests on, and where they are found again.
//!
//! An anchor is a target of the W3C Web Annotation Data Model with three selectors: the words with up to 32 letters before
//! and behind them, their place in code points of the extracted text (NFC, logical order), and the paragraph, which
//! locators count too. Its source is the digest of the document, because addresses change.
//!
//! Words are found again at their place; else as they are, without regard to tatweel, vowel marks and the width of white
//! space, nearest to that place; else with at most a tenth of their letters changed. What is found in none of these ways
//! is an orphan.

use std::ops::Range;

use serde_json::{Value, json};

/// Letters of context that are kept on each side.
const CONTEXT: usize = 32;
/// Of so many letters one may be another.
const ERRORS: usize = 10;
/// What stands before the digest of a document.
const URN: &str = "urn:sha256:";

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// The letters before them.
    pub prefix: String,
    /// The letters behind them.
    pub suffix: String,
    /// Where they stand, in code points of the text.
    pub place: Range<usize>,
    /// The paragraph in which they begin, from one.
    pub paragraph: usize,
}

impl Anchor {
    /// The words at a place of a text, in code points; `None` where nothing but white space stands there.
    #[must_use]
    pub fn of(text: &str, place: Range<usize>) -> Option<Self> {
        let letters: Vec<char> = text.chars().collect();
        let place = trimmed(&letters, place)?;
        let piece = |range: Range<usize>| letters.get(range).unwrap_or_default().iter().collect();
        let before = place.start.saturating_sub(CONTEXT)..place.start;
        let behind = place.end..letters.len().min(place.end + CONTEXT);
        Some(Self {
            exact: piece(place.clone()),
            prefix: piece(before),
            suffix: piece(behind),
            paragraph: paragraph_at(&letters, place.start),
            place,
        })
    }

    /// The target of an annotation in the document with this SHA-256.
    #[must_use]
    pub fn target(&self, sha256: &str) -> Value {
        json!({
            "source": format!("{URN}{sha256}"),
            "selector": [
                {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
                {"type": "TextPositionSelector", "start": self.place.start, "end": self.place.end},
                {"type": "FragmentSelector", "value": format!("para={}", self.paragraph)},
            ],
        })
    }

    /// The SHA-256 of the document of a target, and its words; `None` where it does not say them.
    #[must_use]
    pub fn of_target(target: &Value) -> Option<(&str, Self)> {
        let digest = target.get("source")?.as_str()?.strip_prefix(URN)?;
        let selectors = target.get("selector")?.as_array()?;
        let of = |kind: &str| {
            selectors
                .iter()
                .find(|it| it.get("type").is_some_and(|it| it == kind))
        };
        let quote = of("TextQuoteSelector")?;
        let text = |name: &str| {
            quote
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let end = |name: &str| {
            of("TextPositionSelector")?
                .get(name)?
                .as_u64()?
                .try_into()
                .ok()
        };
        let fragment = of("FragmentSelector").and_then(|it| {
            it.get("value")?
                .as_str()?
                .strip_prefix("para=")?
                .parse()
                .ok()
        });
        let exact = text("exact");
        if exact.trim().is_empty() {
            return None;
        }
        let start = end("start").unwrap_or(0);
        let length = exact.chars().count();
        let anchor = Self {
            place: start
                ..end("end")
                    .filter(|end| *end > start)
                    .unwrap_or(start + length),
            exact,
            prefix: text("prefix"),
            suffix: text("suffix"),
            paragraph: fragment.unwrap_or(0),
        };
        Some((digest, anchor))
    }
}

/// The place without the white space at its ends.
fn trimmed(letters: &[char], place: Range<usize>) -> Option<Range<usize>> {
    let piece = letters.get(place.start..place.end.min(letters.len()))?;
    let first = piece.iter().position(|letter| !letter.is_whitespace())?;
    let last = piece.iter().rposition(|letter| !letter.is_whitespace())?;
    Some(place.start + first..place.start + last + 1)
}

/// The number of the line that is not blank and that holds a place, from one.
fn paragraph_at(letters: &[char], place: usize) -> usize {
    let before: String = letters.iter().take(place + 1).collect();
    before
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count()
}

/// How words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// Where they stood.
    Place,
    /// Elsewhere, as they are but for what is folded.
    Words,
    /// With some letters changed.
    Likeness,
}

/// A text in which words are looked for.
pub struct AnchorText {
    letters: Vec<char>,
    folded: Vec<char>,
    /// The place of each folded letter.
    places: Vec<usize>,
}

impl AnchorText {
    /// Makes a text ready to be searched; costs its length.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let (folded, places) = folded(&letters);
        Self {
            letters,
            folded,
            places,
        }
    }

    /// Where the words of an anchor stand, in code points, and how they were found; `None`: they are an orphan.
    #[must_use]
    pub fn find(&self, anchor: &Anchor) -> Option<(Range<usize>, FoundBy)> {
        let (wanted, _) = folded(&anchor.exact.chars().collect::<Vec<_>>());
        if wanted.is_empty() {
            return None;
        }
        if self.stands_at(&anchor.place, &wanted) {
            return Some((anchor.place.clone(), FoundBy::Place));
        }
        let near = self
            .places
            .partition_point(|place| *place < anchor.place.start);
        if let Some(at) = self.nearest(&wanted, near) {
            return Some((self.place(at..at + wanted.len()), FoundBy::Words));
        }
        let at = alike(&self.folded, &wanted, near)?;
        Some((self.place(at), FoundBy::Likeness))
    }

    fn stands_at(&self, place: &Range<usize>, wanted: &[char]) -> bool {
        let piece = self.letters.get(place.clone());
        piece.is_some_and(|piece| folded(piece).0 == wanted)
    }

    /// Where the wanted letters stand nearest to a folded place.
    fn nearest(&self, wanted: &[char], near: usize) -> Option<usize> {
        let windows = self.folded.windows(wanted.len()).enumerate();
        let found = windows
            .filter(|(_, window)| *window == wanted)
            .map(|(at, _)| at);
        found.min_by_key(|at| at.abs_diff(near))
    }

    /// The place of folded letters in the text.
    fn place(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.places.get(folded.start).copied().unwrap_or(0);
        let last = folded
            .end
            .checked_sub(1)
            .and_then(|last| self.places.get(last));
        start..last.map_or(start, |last| last + 1)
    }
}

/// Letters without tatweel and vowel marks, white space as one space, and the place of each.
fn folded(letters: &[char]) -> (Vec<char>, Vec<usize>) {
    let mut list: Vec<char> = Vec::with_capacity(letters.len());
    let mut places = Vec::with_capacity(letters.len());
    for (place, letter) in letters.iter().enumerate() {
        let letter = match letter {
            '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => continue,
            letter if letter.is_whitespace() => ' ',
            letter => *letter,
        };
        if letter == ' ' && list.last() == Some(&' ') {
            continue;
        }
        list.push(letter);
        places.push(place);
    }
    (list, places)
}

/// Where a text is most like the wanted letters, with at most a tenth of them changed, missing or too many (the algorithm
/// of Sellers); of several the nearest. Costs the product of the lengths.
fn alike(text: &[char], wanted: &[char], near: usize) -> Option<Range<usize>> {
    let most = wanted.len() / ERRORS;
    if most == 0 {
        return None;
    }
    // For each beginning of the wanted letters: changes so far, and where what is like it begins.
    let mut column: Vec<(usize, usize)> = (0..=wanted.len()).map(|count| (count, 0)).collect();
    let mut best: Option<(usize, usize, Range<usize>)> = None;
    for (at, letter) in text.iter().enumerate() {
        let mut above_left = (0, at);
        if let Some(first) = column.first_mut() {
            above_left = *first;
            *first = (0, at + 1);
        }
        let mut above = (0, at + 1);
        let mut rows = column.iter_mut();
        rows.next();
        for (cell, wanted) in rows.zip(wanted) {
            let same = (above_left.0 + usize::from(letter != wanted), above_left.1);
            let left = (cell.0 + 1, cell.1);
            let up = (above.0 + 1, above.1);
            above_left = *cell;
            *cell = same.min_by_changes(left).min_by_changes(up);
            above = *cell;
        }
        let (changes, start) = above;
        let candidate = (changes, start.abs_diff(near), start..at + 1);
        let is_better = best
            .as_ref()
            .is_none_or(|best| (candidate.0, candidate.1) < (best.0, best.1));
        if changes <= most && is_better {
            best = Some(candidate);
        }
    }
    best.map(|(_, _, place)| place)
}

trait Fewer {
    /// The one with fewer changes; of two alike the first.
    fn min_by_changes(self, other: Self) -> Self;
}

impl Fewer for (usize, usize) {
    fn min_by_changes(self, other: Self) -> Self {
        if other.0 < self.0 { other } else { self }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    const TEXT: &str = "Rapport\n\nوصلت الطائرات إلى باماكو في 5 مارس.\n\nLes hommes sont  arrivés à Moura le 27 mars 2022, dit-on, et y sont restés.\n";

    fn place_of(words: &str) -> Range<usize> {
        let at = TEXT.find(words).unwrap();
        let start = TEXT.split_at(at).0.chars().count();
        start..start + words.chars().count()
    }

    fn anchor(words: &str) -> Anchor {
        Anchor::of(TEXT, place_of(words)).unwrap()
    }

    fn found_in(text: &str, anchor: &Anchor) -> Option<(String, FoundBy)> {
        let (place, how) = AnchorText::of(text).find(anchor)?;
        let words = text.chars().skip(place.start).take(place.len()).collect();
        Some((words, how))
    }

    #[test]
    fn an_anchor_keeps_words_context_place_and_paragraph() {
        let words = anchor(" باماكو في ");
        assert_eq!(words.exact, "باماكو في");
        assert_eq!(words.paragraph, 2);
        assert_eq!(words.prefix, "Rapport\n\nوصلت الطائرات إلى ");
        assert_eq!(words.suffix.chars().count(), 32);
        let target = words.target("ab");
        assert_eq!(Anchor::of_target(&target), Some(("ab", words)));
        assert_eq!(Anchor::of(TEXT, 7..9), None, "white space is no words");
        assert_eq!(
            Anchor::of_target(&json!({"source": "https://example.org/", "selector": []})),
            None
        );
    }

    #[test]
    fn words_are_found_at_their_place_then_as_they_are_then_by_likeness() {
        let words = anchor("Les hommes sont  arrivés à Moura");
        assert_eq!(found_in(TEXT, &words).unwrap().1, FoundBy::Place);
        let moved = format!(
            "Un titre\n\n{}",
            TEXT.replace("sont  arrivés", "sont arrivés")
        );
        let expected = ("Les hommes sont arrivés à Moura".to_owned(), FoundBy::Words);
        assert_eq!(found_in(&moved, &words), Some(expected));
        let changed = moved.replace("Les hommes", "Des homme");
        let (found, how) = found_in(&changed, &words).unwrap();
        assert_eq!(how, FoundBy::Likeness);
        assert!(found.ends_with("es homme sont arrivés à Moura"), "{found}");
        assert_eq!(found_in("Les femmes sont parties de Moura", &words), None);
    }

    #[test]
    fn tatweel_and_vowel_marks_make_no_difference() {
        let words = anchor("إلى باماكو");
        let other = "ثم جاءت إلـــى بَامَاكُو أمس";
        let expected = ("إلـــى بَامَاكُو".to_owned(), FoundBy::Words);
        assert_eq!(found_in(other, &words), Some(expected));
    }

    #[test]
    fn of_several_the_nearest_is_found() {
        let text = "Moura ".repeat(9);
        let mut words = Anchor::of(&text, 24..29).unwrap();
        words.place = 25..30;
        let (place, how) = AnchorText::of(&text).find(&words).unwrap();
        assert_eq!((place, how), (24..29, FoundBy::Words));
    }
}
