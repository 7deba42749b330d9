//! The words of what was typed: a record is found where they stand together, and where each of them stands somewhere in
//! it. What stands in quotation marks is one word.

use std::ops::Range;

use crate::text::fold_table::FoldTable;

use super::needles::Needles;

/// Marks that hold words together, as they are typed in three languages.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];

/// Most words that are told apart; others are looked for as they stand behind the last.
const MOST_WORDS: usize = 32;

/// What must be found in a record: the whole as it stands, or every word.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    whole: Needles,
    /// None where there is one word only.
    words: Vec<Needles>,
}

/// Splits what was typed into words; quotation marks hold several together.
#[must_use]
pub fn terms_of(typed: &str) -> Vec<&str> {
    let mut terms = Vec::new();
    for (index, part) in typed.split(QUOTES).enumerate() {
        // Every other part stands within marks; the last has no end where a mark is missing.
        let is_quoted = index % 2 == 1;
        if is_quoted {
            terms.push(part.trim());
        } else {
            terms.extend(part.split_whitespace());
        }
    }
    terms.retain(|term| !term.is_empty());
    terms
}

impl Terms {
    /// Reads what was typed; `needles` makes what stands for a word.
    pub(super) fn of(typed: &str, needles: impl Fn(&str) -> Needles) -> Self {
        let words = terms_of(typed).into_iter().take(MOST_WORDS);
        // Marks that fold to nothing are no words.
        let mut words: Vec<Needles> = words.map(&needles).collect();
        words.retain(|word| !word.is_empty());
        let whole = match words.len() {
            1 => words.pop().unwrap_or_default(),
            _ => needles(typed),
        };
        Self { whole, words }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Tells whether a record may hold it whose folded bytes are these.
    pub(super) fn may_be_in_folded(&self, folded: &[u8]) -> bool {
        self.whole.are_in_folded(folded)
            || !self.words.is_empty() && self.words.iter().all(|word| word.are_in_folded(folded))
    }

    /// Tells where in `text` the whole stands, else the first of the words, in bytes.
    pub(super) fn place_in(&self, text: &str) -> Option<Range<usize>> {
        let word = || {
            let places = self.words.iter().filter_map(|word| word.place_in(text));
            places.min_by_key(|place| place.start)
        };
        self.whole.place_in(text).or_else(word)
    }

    /// Tells whether every record that holds this holds `other` as well.
    pub(super) fn narrow(&self, other: &Self) -> bool {
        if other.is_empty() {
            return true;
        }
        let has_all = |holds: &dyn Fn(&Needles) -> bool| {
            holds(&other.whole) || !other.words.is_empty() && other.words.iter().all(holds)
        };
        let by_whole = has_all(&|theirs| self.whole.narrow(theirs));
        let by_words = has_all(&|theirs| self.words.iter().any(|own| own.narrow(theirs)));
        !self.is_empty() && by_whole && (self.words.is_empty() || by_words)
    }
}

/// What of the terms was seen in the texts of a record so far.
pub(super) struct TermsSeen<'a> {
    terms: &'a Terms,
    /// A bit for each word.
    words: u32,
}

impl<'a> TermsSeen<'a> {
    pub(super) const fn of(terms: &'a Terms) -> Self {
        Self { terms, words: 0 }
    }

    /// Takes another text of the record; tells whether all is found now. `folded` is room to work in.
    pub(super) fn with_text(&mut self, text: &str, folded: &mut Vec<u8>) -> bool {
        folded.clear();
        FoldTable::get().fold_into(text, folded);
        if self.terms.whole.are_in_folded(folded) {
            return true;
        }
        let words = &self.terms.words;
        for (bit, word) in words.iter().enumerate() {
            if self.words & (1 << bit) == 0 && word.are_in_folded(folded) {
                self.words |= 1 << bit;
            }
        }
        !words.is_empty() && self.words.count_ones() as usize == words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_hold_words_together() {
        let mixed = r#"wagner "mopti region" «camp»"#;
        assert_eq!(terms_of(mixed), ["wagner", "mopti region", "camp"]);
        assert_eq!(terms_of(r#"one "two three"#), ["one", "two three"]);
        assert_eq!(terms_of(r#" "" "#), [""; 0]);
    }
}
