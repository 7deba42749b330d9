//! The part of a text in which something was found.

use crate::model::RowId;
use std::{ops::Range, sync::Arc};

use egui::{Id, Ui};

use crate::{
    data::actor_name,
    query::{Search, TextHit},
    text::bidi,
    ui::{PanelContext, kit},
};

/// Letters before what was found, and in all.
const BEFORE: usize = 24;
const LENGTH: usize = 140;

/// A piece of a text in three: what comes before, the words that were found, what comes after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    before: String,
    found: String,
    after: String,
    /// Whether it is read from the right.
    pub is_rtl: bool,
}

impl Excerpt {
    /// The whole piece.
    pub(super) fn whole(&self) -> String {
        format!("{}{}{}", self.before, self.found, self.after)
    }

    /// The three parts with the first look for what is around and the second for what was found.
    pub(super) fn pieces<'a, S>(&'a self, [around, found]: [&'a S; 2]) -> [(&'a str, &'a S); 3] {
        [
            (&self.before, around),
            (&self.found, found),
            (&self.after, around),
        ]
    }

    /// The piece of `hit` around what was found, in one line and in whole words: letters of Arabic
    /// that are torn apart would look like others.
    fn of(hit: &TextHit) -> Self {
        let text = hit
            .text
            .replace(|letter: char| letter.is_ascii_control(), " ");
        let words = whole_words(&text, hit.place.clone());
        let from = text
            .get(..words.start)
            .map_or(0, |before| start_of(before, BEFORE));
        let rest = text.get(words.end..).unwrap_or_default();
        let length = rest
            .char_indices()
            .nth(LENGTH)
            .map_or(rest.len(), |(at, _)| at);
        let mut before = text.get(from..words.start).unwrap_or_default().to_owned();
        if from > 0 {
            before.insert(0, '…');
        }
        Self {
            found: text.get(words).unwrap_or_default().to_owned(),
            after: rest.get(..length).unwrap_or_default().to_owned(),
            is_rtl: bidi::has_rtl(&before) || bidi::has_rtl(rest) && before.is_empty(),
            before,
        }
    }
}

/// `place` with the rest of the words that it begins and ends in.
fn whole_words(text: &str, place: Range<usize>) -> Range<usize> {
    let is_letter = |letter: &char| letter.is_alphanumeric() || is_mark(*letter);
    let (before, after) = (text.get(..place.start), text.get(place.end..));
    let before = before
        .unwrap_or_default()
        .chars()
        .rev()
        .take_while(is_letter);
    let after = after.unwrap_or_default().chars().take_while(is_letter);
    let before: usize = before.map(char::len_utf8).sum();
    let after: usize = after.map(char::len_utf8).sum();
    place.start - before..place.end + after
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter) || letter == '\u{640}'
}

/// Where the last `letters` letters of `text` begin, moved on to the beginning of a word.
fn start_of(text: &str, letters: usize) -> usize {
    let Some((at, _)) = text.char_indices().rev().nth(letters) else {
        return 0;
    };
    let rest = text.get(at..).unwrap_or_default();
    rest.find(' ').map_or(at, |space| at + space + 1)
}

/// Where the record in `row` holds what is typed; empty where it cannot be shown.
pub(super) fn excerpt(ui: &Ui, context: &PanelContext<'_>, row: RowId) -> Arc<Excerpt> {
    let known = context.document.filter.known;
    let key = (
        context.document.dataset.revision(),
        context.answers.found.wanted().to_owned(),
        known,
    );
    let id = Id::unique("excerpt").with(row.index() % 64);
    kit::memo(ui.ctx(), id, (key, row, context.words.content()), || {
        let search = Search::of(context.document.dataset, context.answers.found.wanted());
        let hit = search.hit(
            context.document.dataset,
            row,
            Some(context.words.content()),
            known,
        );
        hit.map(|hit| reason(context, &hit)).unwrap_or_default()
    })
}

/// Of an actor that has another name in the reader's language, that name as well.
fn reason(context: &PanelContext<'_>, hit: &TextHit) -> Excerpt {
    let mut excerpt = Excerpt::of(hit);
    let name = actor_name(context.document.dataset, context.words.content(), &hit.text);
    if name != hit.text {
        excerpt.after += " (";
        excerpt.after += &bidi::isolated(name);
        excerpt.after.push(')');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, found: &str) -> Excerpt {
        let start = text.find(found).unwrap();
        Excerpt::of(&TextHit {
            property: "title".to_owned(),
            text: text.to_owned(),
            place: start..start + found.len(),
        })
    }

    #[test]
    fn what_was_found_is_shown_in_whole_words() {
        let excerpt = of("Camp de Wagner près de Bamako", "agne");
        assert_eq!(excerpt.found, "Wagner");
        assert_eq!(excerpt.whole(), "Camp de Wagner près de Bamako");
        assert_eq!(of("معسكر فاغنر بجوار المطار", "فاغ").found, "فاغنر");
    }

    #[test]
    fn a_long_text_is_shown_from_a_little_before_what_was_found() {
        let text = "word ".repeat(100) + "Moura and " + &"more ".repeat(100);
        let excerpt = of(&text, "Moura");
        assert!(excerpt.before.starts_with("…word"));
        assert!(excerpt.before.chars().count() <= BEFORE + 1);
        assert!(excerpt.after.chars().count() <= LENGTH);
    }

    #[test]
    fn lines_become_one_line() {
        assert_eq!(of("one\ntwo\tthree", "two").whole(), "one two three");
    }
}
