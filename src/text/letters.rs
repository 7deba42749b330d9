//! The letters of a text as they are shown: without what is invisible, and with the numbers of control characters.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    bidi::Shaping,
    controls::{is_control, is_lie, number_of},
};

/// Joins a letter to one that is not there: half a word is as wide as within the whole.
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// A text as it is shown.
pub(super) struct ShownText {
    pub(super) text: String,
    letters: Vec<Letter>,
}

/// A grapheme: what a reader takes for one letter, without what is invisible.
pub(super) struct Letter {
    /// Bytes of the shown text.
    pub(super) shown: Range<usize>,
    /// Bytes of the text itself.
    pub(super) logical: Range<usize>,
}

impl ShownText {
    pub(super) fn of(text: &str) -> Self {
        let mut shown = Self {
            text: String::with_capacity(text.len()),
            letters: Vec::new(),
        };
        for (at, letter) in text.grapheme_indices(true) {
            shown.push(letter, at..at + letter.len());
        }
        shown
    }

    fn push(&mut self, letter: &str, logical: Range<usize>) {
        let start = self.text.len();
        for part in letter.chars() {
            if is_lie(part) {
                self.text.push_str(&number_of(part));
            } else {
                self.text.push(part);
            }
        }
        let added = self.text.get(start..).unwrap_or("");
        let seen = added.trim_matches(is_control);
        if !seen.is_empty() {
            let start = start + added.find(|part| !is_control(part)).unwrap_or(0);
            let shown = start..start + seen.len();
            self.letters.push(Letter { shown, logical });
        }
    }

    /// Returns the letters that begin in `piece`, a stretch of the shown text.
    pub(super) fn letters_in(&self, piece: &Range<usize>) -> &[Letter] {
        let first = |bound| self.letters.partition_point(|l| l.shown.start < bound);
        self.letters
            .get(first(piece.start)..first(piece.end))
            .unwrap_or(&[])
    }

    /// Tells how wide `piece` is up to `bound`, in the direction in which it is read.
    pub(super) fn width_up_to(
        &self,
        piece: &Range<usize>,
        bound: usize,
        shaping: Shaping,
        measure: &mut dyn FnMut(&str) -> f32,
    ) -> f32 {
        let bound = bound.clamp(piece.start, piece.end);
        let mut run = shaping.run(self.text.get(piece.start..bound).unwrap_or(""));
        if run.text.is_empty() {
            return 0.0;
        }
        if shaping == Shaping::FromTheRight && bound < piece.end {
            run.text.push(ZERO_WIDTH_JOINER);
        }
        measure(&run.text)
    }
}
