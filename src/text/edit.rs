//! A text that somebody edits: what typing, deleting and choosing do to it.
//!
//! The text is always in logical order, whatever stands where on the screen; places in it are
//! offsets of bytes at the ends of what a reader takes for one letter. Where a place lies on the
//! screen, and what is left and right of it, is the neighbouring [`caret_stops`](super::caret_stops)' affair.

use std::ops::Range;

use unicode_bidi::{BidiClass, bidi_class};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// To which of its two neighbours a caret sticks. They may lie far apart where directions meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CaretSide {
    /// To the letter before it.
    #[default]
    Before,
    /// To the letter after it.
    After,
}

/// A place between two letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Caret {
    /// Bytes before it.
    pub at: usize,
    /// The letter it stands with.
    pub side: CaretSide,
}

impl Caret {
    /// Puts a caret behind the letter that ends at byte `at`.
    #[must_use]
    pub const fn before(at: usize) -> Self {
        let side = CaretSide::Before;
        Self { at, side }
    }

    /// Puts a caret in front of the letter that begins at byte `at`.
    #[must_use]
    pub const fn after(at: usize) -> Self {
        let side = CaretSide::After;
        Self { at, side }
    }
}

/// How far a deletion or a step goes, in logical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One letter back; of a letter with marks, the last mark.
    LetterBack,
    /// One letter on, with its marks.
    LetterOn,
    /// To the beginning of this word or of the one before.
    WordBack,
    /// To the end of this word or of the one after.
    WordOn,
    /// To the beginning.
    Start,
    /// To the end.
    End,
}

/// A text, the caret in it, and what is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The text in logical order.
    pub text: String,
    /// Where the next letter goes.
    pub caret: Caret,
    /// Where the selection began; the caret's place when nothing is chosen.
    pub anchor: usize,
}

impl Edit {
    /// Begins to edit `text`, with the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            caret: Caret::before(text.len()),
            anchor: text.len(),
        }
    }

    /// Takes over a text that was changed elsewhere; caret and selection stay where they are, on a letter.
    pub fn adopt(&mut self, text: &str) {
        if self.text == text {
            return;
        }
        text.clone_into(&mut self.text);
        self.caret.at = letter_start(text, self.caret.at);
        self.anchor = letter_start(text, self.anchor);
    }

    /// Tells what is chosen; empty at the caret when nothing is.
    #[must_use]
    pub fn selection(&self) -> Range<usize> {
        self.caret.at.min(self.anchor)..self.caret.at.max(self.anchor)
    }

    /// Returns the chosen text.
    #[must_use]
    pub fn selected(&self) -> &str {
        self.text.get(self.selection()).unwrap_or("")
    }

    /// Chooses `range`, with the caret at its end.
    pub fn select(&mut self, range: Range<usize>) {
        self.anchor = range.start;
        self.caret = Caret::before(range.end);
    }

    /// Chooses everything.
    pub fn select_all(&mut self) {
        self.select(0..self.text.len());
    }

    /// Puts the caret to `caret`; the selection goes with it, or reaches on when `extends`.
    pub fn go(&mut self, caret: Caret, extends: bool) {
        self.caret = caret;
        if !extends {
            self.anchor = caret.at;
        }
    }

    /// Puts `text` in the place of what is chosen. Line breaks become spaces.
    pub fn insert(&mut self, text: &str) {
        self.insert_lines(&text.replace("\r\n", " ").replace(['\n', '\r'], " "));
    }

    /// Puts `text` in the place of what is chosen, with its line breaks.
    pub fn insert_lines(&mut self, text: &str) {
        let range = self.selection();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.text.replace_range(range.clone(), &text);
        self.go(Caret::before(range.start + text.len()), false);
    }

    /// Deletes what is chosen, else as far as `reach`. Says whether there was anything to delete.
    pub fn delete(&mut self, reach: Reach) -> bool {
        let mut range = self.selection();
        if range.is_empty() {
            let at = self.reached(reach);
            range = at.min(range.start)..at.max(range.end);
        }
        if range.is_empty() {
            return false;
        }
        self.text.replace_range(range.clone(), "");
        self.go(Caret::before(range.start), false);
        true
    }

    /// Returns the place that `reach` leads to from the caret.
    #[must_use]
    pub fn reached(&self, reach: Reach) -> usize {
        let at = self.caret.at;
        match reach {
            Reach::LetterBack => letter_back(&self.text, at),
            Reach::LetterOn => letter_on(&self.text, at),
            Reach::WordBack => self.words().rfind(|word| word.start < at).map_or(0, start),
            Reach::WordOn => self
                .words()
                .find(|word| word.end > at)
                .map_or(self.text.len(), end),
            Reach::Start => 0,
            Reach::End => self.text.len(),
        }
    }

    /// Returns the word that `at` lies in or touches, else the gap between two.
    #[must_use]
    pub fn word_at(&self, at: usize) -> Range<usize> {
        if let Some(word) = self.words().find(|word| word.start <= at && at <= word.end) {
            return word;
        }
        let before = self.words().rfind(|word| word.end <= at).map_or(0, end);
        let after = self.words().find(|word| word.start >= at);
        before..after.map_or(self.text.len(), start)
    }

    fn words(&self) -> impl DoubleEndedIterator<Item = Range<usize>> {
        self.text
            .unicode_word_indices()
            .map(|(at, word)| at..at + word.len())
    }
}

const fn start(range: Range<usize>) -> usize {
    range.start
}

const fn end(range: Range<usize>) -> usize {
    range.end
}

/// Finds the place one letter back from `at`. A vowel sign goes by itself, because it was typed by itself.
fn letter_back(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    match before.char_indices().next_back() {
        Some((start, letter)) if bidi_class(letter) == BidiClass::NSM => start,
        _ => before
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(start, _)| start),
    }
}

fn letter_on(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or("");
    at + after.graphemes(true).next().map_or(0, str::len)
}

/// Returns `at`, or the beginning of the letter that it would cut.
fn letter_start(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let mut at = at;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => at,
        _ => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stands_in_logical_order() {
        let mut edit = Edit::default();
        for text in ["قاعدة", " ", "T-72", " في باماكو"] {
            edit.insert(text);
        }
        assert_eq!(edit.text, "قاعدة T-72 في باماكو");
        assert_eq!(edit.caret, Caret::before(edit.text.len()));
    }

    #[test]
    fn a_typed_text_takes_the_place_of_the_chosen_one() {
        let mut edit = Edit::new("one two");
        edit.select(0..3);
        edit.insert("three\nfour");
        assert_eq!(edit.text, "three four two");
    }

    #[test]
    fn a_vowel_sign_is_deleted_before_its_letter() {
        let mut edit = Edit::new("مُ");
        assert!(edit.delete(Reach::LetterBack));
        assert_eq!(edit.text, "م");
        edit = Edit::new("مُر");
        edit.go(Caret::after(0), false);
        assert!(edit.delete(Reach::LetterOn));
        assert_eq!(edit.text, "ر");
        assert!(!Edit::default().delete(Reach::LetterBack));
    }

    #[test]
    fn words_are_walked_and_deleted_in_both_scripts() {
        let mut edit = Edit::new("Ségou سيغو، موبتي");
        assert_eq!(&edit.text[edit.reached(Reach::WordBack)..], "موبتي");
        assert!(edit.delete(Reach::WordBack));
        assert_eq!(edit.text, "Ségou سيغو، ");
        edit.go(Caret::after(0), false);
        assert_eq!(&edit.text[..edit.reached(Reach::WordOn)], "Ségou");
    }

    #[test]
    fn a_word_is_chosen_by_a_place_in_it() {
        let edit = Edit::new("one، اثنان");
        assert_eq!(&edit.text[edit.word_at(1)], "one");
        assert_eq!(&edit.text[edit.word_at(edit.text.len())], "اثنان");
        assert_eq!(Edit::new("a  b").word_at(2), 1..3);
    }

    #[test]
    fn a_text_changed_elsewhere_keeps_the_caret_on_a_letter() {
        let mut edit = Edit::new("abcdef");
        edit.adopt("مُب");
        assert!(edit.text.is_char_boundary(edit.caret.at));
        edit.adopt("");
        assert_eq!((edit.caret.at, edit.anchor), (0, 0));
    }
}
