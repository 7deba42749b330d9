//! The documents that are read beside the records: their text, what is chosen of it and what is proposed.

use std::{ops::Range, sync::Arc};

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    model::{Bounds, Lang, When, anchor::Anchor},
    suggest::Suggestion,
};

/// What a document is, next to its text.
#[derive(Clone, Debug, Default)]
pub struct DeskLabel {
    /// What its file is called.
    pub name: String,
    /// SHA-256 of its bytes, in small letters.
    pub sha256: String,
    /// The name of its format.
    pub format: &'static str,
    /// Letters that its font does not tell.
    pub untold: usize,
    /// The language of its text.
    pub lang: Option<Lang>,
    /// When it was published, as EDTF, where it says so.
    pub published: Option<String>,
}

impl DeskLabel {
    /// The first and the last second at which it may have been published, where it says so.
    #[must_use]
    pub fn published_bounds(&self) -> Option<Bounds> {
        let when = When::parse(self.published.as_deref()?).ok()?;
        Some(when.bounds())
    }
}

/// A document that is read.
#[derive(Clone, Debug)]
pub struct DeskDocument {
    /// What it is.
    pub label: DeskLabel,
    text: Arc<str>,
    paragraphs: Vec<Range<usize>>,
    suggestions: Vec<(Range<usize>, Suggestion)>,
    chosen: Option<Range<usize>>,
}

impl DeskDocument {
    /// A document with its text and what is proposed of it; `suggestions` count code points and are in their order.
    #[must_use]
    pub fn new(label: DeskLabel, text: &str, suggestions: Vec<Suggestion>) -> Self {
        let mut places = Places::of(text);
        let suggestions = suggestions.into_iter().map(|suggestion| {
            let bytes = places.byte(suggestion.start)..places.byte(suggestion.end);
            (bytes, suggestion)
        });
        Self {
            suggestions: suggestions.collect(),
            paragraphs: paragraphs(text),
            text: text.into(),
            chosen: None,
            label,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where its paragraphs stand: the lines that are not blank, in bytes, without their ends.
    #[must_use]
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// The number of the paragraph that holds a place, from zero; of one between two the one before.
    #[must_use]
    pub fn paragraph_at(&self, at: usize) -> usize {
        let behind = self.paragraphs.partition_point(|it| it.start <= at);
        behind.saturating_sub(1)
    }

    /// What is proposed, with its place in bytes, of the words that touch `range`.
    pub fn suggestions_in(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = &(Range<usize>, Suggestion)> {
        let first = self
            .suggestions
            .partition_point(|(it, _)| it.end <= range.start);
        let rest = self.suggestions.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(it, _)| it.start < range.end)
    }

    /// How many words are proposed as something.
    #[must_use]
    pub fn suggestion_count(&self) -> usize {
        self.suggestions.len()
    }

    /// Where the chosen words stand, in bytes.
    #[must_use]
    pub fn chosen(&self) -> Option<&Range<usize>> {
        self.chosen.as_ref()
    }

    /// The chosen words.
    #[must_use]
    pub fn chosen_words(&self) -> Option<&str> {
        self.text.get(self.chosen.clone()?)
    }

    /// Chooses the words between two bytes, or none.
    pub fn choose(&mut self, range: Option<Range<usize>>) {
        self.chosen = range.filter(|range| {
            let words = self.text.get(range.clone());
            words.is_some_and(|words| !words.trim().is_empty())
        });
    }

    /// Chooses the words of the next proposal, or of the one before; round the ends.
    pub fn step(&mut self, forward: bool) {
        let list = &self.suggestions;
        let at = self.chosen.as_ref();
        let next = if forward {
            let behind = at.map_or(0, |at| list.partition_point(|(it, _)| it.start <= at.start));
            list.get(behind).or_else(|| list.first())
        } else {
            let before = at.map_or(list.len(), |at| {
                list.partition_point(|(it, _)| it.start < at.start)
            });
            let before = before.checked_sub(1).and_then(|before| list.get(before));
            before.or_else(|| list.last())
        };
        self.chosen = next.map(|(range, _)| range.clone());
    }

    /// Makes the choice a word longer at its end, or a word shorter.
    pub fn extend(&mut self, is_longer: bool) {
        let Some(chosen) = self.chosen.clone() else {
            return;
        };
        let words = |from: usize| {
            self.text
                .get(from..)
                .unwrap_or_default()
                .unicode_word_indices()
        };
        let end = if is_longer {
            words(chosen.end)
                .next()
                .map(|(at, word)| chosen.end + at + word.len())
        } else {
            let inside = words(chosen.start).map(|(at, word)| chosen.start + at + word.len());
            inside.take_while(|end| *end < chosen.end).last()
        };
        if let Some(end) = end {
            self.chosen = Some(chosen.start..end);
        }
    }

    /// The word at a byte.
    #[must_use]
    pub fn word_at(&self, at: usize) -> Range<usize> {
        let paragraph = self
            .paragraphs
            .get(self.paragraph_at(at))
            .cloned()
            .unwrap_or(at..at);
        let text = self.text.get(paragraph.clone()).unwrap_or_default();
        let mut words = text.unicode_word_indices().map(|(begin, word)| {
            let begin = paragraph.start + begin;
            begin..begin + word.len()
        });
        words
            .find(|word| word.start <= at && at <= word.end)
            .unwrap_or(at..at)
    }

    /// What is proposed of the chosen words: the first proposal that they touch.
    #[must_use]
    pub fn chosen_suggestion(&self) -> Option<&Suggestion> {
        let chosen = self.chosen.clone()?;
        self.suggestions_in(chosen)
            .next()
            .map(|(_, suggestion)| suggestion)
    }

    /// The anchor of the chosen words.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        let chosen = self.chosen.as_ref()?;
        let count = |end: usize| Some(self.text.get(..end)?.chars().count());
        Anchor::of(&self.text, count(chosen.start)?..count(chosen.end)?)
    }

    /// Where a place in code points stands, in bytes.
    #[must_use]
    pub fn bytes_of(&self, place: &Range<usize>) -> Range<usize> {
        let mut places = Places::of(&self.text);
        places.byte(place.start)..places.byte(place.end)
    }
}

/// Code points to bytes, for places that rise.
struct Places<'a> {
    letters: std::str::CharIndices<'a>,
    length: usize,
    at: usize,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            letters: text.char_indices(),
            length: text.len(),
            at: 0,
        }
    }

    /// The byte at which the code point of this number begins.
    fn byte(&mut self, point: usize) -> usize {
        let skipped = point.saturating_sub(self.at);
        for _ in 0..skipped {
            self.letters.next();
        }
        self.at = self.at.max(point);
        self.letters
            .clone()
            .next()
            .map_or(self.length, |(byte, _)| byte)
    }
}

/// The lines that are not blank, in bytes, without their ends.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.trim().is_empty() {
            list.push(start..start + content.len());
        }
        start += line.len();
    }
    list
}

/// The documents that are read, and which of them is shown.
#[derive(Clone, Debug, Default)]
pub struct ReadingDesk {
    documents: Vec<DeskDocument>,
    shown: usize,
}

impl ReadingDesk {
    /// The documents, in the order in which they were opened.
    #[must_use]
    pub fn documents(&self) -> &[DeskDocument] {
        &self.documents
    }

    /// The number of the one that is shown, from zero.
    #[must_use]
    pub const fn shown_at(&self) -> usize {
        self.shown
    }

    /// The one that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&DeskDocument> {
        self.documents.get(self.shown)
    }

    /// The same, to choose in it.
    pub fn shown_mut(&mut self) -> Option<&mut DeskDocument> {
        self.documents.get_mut(self.shown)
    }

    /// Shows a document; one that is there already is not put there twice.
    pub fn put(&mut self, document: DeskDocument) {
        let known = self
            .documents
            .iter()
            .position(|it| it.label.sha256 == document.label.sha256);
        self.shown = known.unwrap_or(self.documents.len());
        if known.is_none() {
            self.documents.push(document);
        }
    }

    /// Shows the document of this number.
    pub fn show(&mut self, at: usize) {
        if at < self.documents.len() {
            self.shown = at;
        }
    }

    /// Takes a document away.
    pub fn close(&mut self, at: usize) {
        if at < self.documents.len() {
            self.documents.remove(at);
            if at < self.shown || self.shown == self.documents.len() {
                self.shown = self.shown.saturating_sub(1);
            }
        }
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]
mod tests {
    use super::*;
    use crate::suggest::suggest;

    const TEXT: &str =
        "عنوان\r\n\r\nوصلت في 5 مارس 2022 إلى باماكو.\n\nOn 6 March 2022 they left.\n";

    fn document() -> DeskDocument {
        let label = DeskLabel {
            sha256: "ab".to_owned(),
            ..DeskLabel::default()
        };
        DeskDocument::new(label, TEXT, suggest(TEXT, None, None, &[]))
    }

    fn chosen(document: &DeskDocument) -> &str {
        document.chosen_words().unwrap()
    }

    #[test]
    fn paragraphs_are_the_lines_that_are_not_blank() {
        let document = document();
        let texts: Vec<&str> = document
            .paragraphs()
            .iter()
            .map(|it| &TEXT[it.clone()])
            .collect();
        assert_eq!(
            texts,
            [
                "عنوان",
                "وصلت في 5 مارس 2022 إلى باماكو.",
                "On 6 March 2022 they left."
            ]
        );
        let at = TEXT.find("March").unwrap();
        assert_eq!(document.paragraph_at(at), 2);
        assert_eq!(&TEXT[document.word_at(at + 2)], "March");
    }

    #[test]
    fn steps_go_through_what_is_proposed_and_round() {
        let mut document = document();
        let words: Vec<String> = (0..3)
            .map(|_| {
                document.step(true);
                chosen(&document).to_owned()
            })
            .collect();
        assert_eq!(words, ["5 مارس 2022", "6 March 2022", "5 مارس 2022"]);
        document.step(false);
        assert_eq!(chosen(&document), "6 March 2022");
        assert_eq!(document.chosen_suggestion().unwrap().text, "6 March 2022");
    }

    #[test]
    fn a_choice_grows_and_shrinks_by_words_and_has_an_anchor() {
        let mut document = document();
        document.step(true);
        document.extend(true);
        assert_eq!(chosen(&document), "5 مارس 2022 إلى");
        document.extend(false);
        document.extend(false);
        assert_eq!(chosen(&document), "5 مارس");
        let anchor = document.anchor().unwrap();
        assert_eq!((anchor.exact.as_str(), anchor.paragraph), ("5 مارس", 2));
        assert_eq!(
            document.bytes_of(&anchor.place),
            document.chosen().unwrap().clone()
        );
        document.choose(Some(5..6));
        assert_eq!(document.chosen(), None);
    }

    #[test]
    fn a_document_is_there_once_and_closing_shows_a_neighbour() {
        let mut desk = ReadingDesk::default();
        desk.put(document());
        desk.put(document());
        assert_eq!(desk.documents().len(), 1);
        let mut other = document();
        other.label.sha256 = "cd".to_owned();
        desk.put(other);
        assert_eq!(desk.shown_at(), 1);
        desk.close(1);
        assert_eq!(desk.shown().unwrap().label.sha256, "ab");
        desk.close(0);
        assert!(desk.shown().is_none());
    }
}
