//! What a typed text stands for: itself, and every other name of what it names.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;

use super::names;

use crate::{
    data::{Dataset, all_names},
    text::{fold::fold, fold_table::FoldTable},
};

/// Shorter texts begin too many names to mean one of them.
const FEWEST_LETTERS: usize = 4;

/// Folded texts of which one must be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Needles {
    folded: Vec<String>,
    /// Finds them all at once; `None` when nothing was typed.
    finder: Option<AhoCorasick>,
}

impl Needles {
    /// Finds what `typed` stands for in `dataset`: where it is one of a thing's names (or begins one),
    /// the others count as well (the collection member `aliases`, and what the program knows).
    pub(super) fn of(dataset: &Dataset, typed: &str) -> Self {
        let typed = fold(typed.trim());
        if typed.is_empty() {
            return Self::default();
        }
        let is_meant = |name: &String| {
            *name == typed
                || (typed.chars().count() >= FEWEST_LETTERS && name.starts_with(typed.as_str()))
        };
        let others = aliases(dataset)
            .filter(|names| names.iter().any(is_meant))
            .flatten()
            .chain(names::names_of(&typed).into_iter().flatten().cloned())
            .filter(|name| !name.is_empty());
        let mut folded: Vec<String> = others.collect();
        folded.insert(0, typed.clone());
        let mut seen = FxHashSet::default();
        folded.retain(|name| seen.insert(name.clone()));
        let finder = AhoCorasick::new(&folded).ok();
        Self { folded, finder }
    }

    /// Tells whether nothing was typed.
    pub(super) const fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Tells whether a folded text holds one of them.
    pub(super) fn are_in_folded(&self, folded: &[u8]) -> bool {
        match &self.finder {
            Some(finder) => finder.is_match(folded),
            None => self
                .folded
                .iter()
                .any(|needle| memchr::memmem::find(folded, needle.as_bytes()).is_some()),
        }
    }

    /// Tells where in `text` the first of them stands, in bytes.
    pub(super) fn place_in(&self, text: &str) -> Option<Range<usize>> {
        let table = FoldTable::get();
        let mut folded = Vec::with_capacity(text.len());
        // For each byte of the fold, where the letter that it comes from begins and ends.
        let mut origins: Vec<Range<usize>> = Vec::with_capacity(text.len());
        for (begin, letter) in text.char_indices() {
            table.fold_letter(letter, &mut folded);
            origins.resize(folded.len(), begin..begin + letter.len_utf8());
        }
        let first = |needle: &String| {
            let begin = memchr::memmem::find(&folded, needle.as_bytes())?;
            Some(begin..begin + needle.len())
        };
        let place = self
            .folded
            .iter()
            .filter_map(first)
            .min_by_key(|it| it.start)?;
        let begin = origins.get(place.start)?.start;
        let end = origins.get(place.end.checked_sub(1)?)?.end;
        Some(begin..end)
    }

    /// Tells whether every text that holds one of these holds one of `others` as well.
    pub(super) fn narrow(&self, others: &Self) -> bool {
        others.is_empty()
            || !self.is_empty()
                && self
                    .folded
                    .iter()
                    .all(|needle| others.are_in_folded(needle.as_bytes()))
    }
}

/// Returns names of the same thing, folded, by entry.
fn aliases(dataset: &Dataset) -> impl Iterator<Item = Vec<String>> {
    dataset
        .parts()
        .iter()
        .filter_map(|part| part.members.get("aliases")?.as_array())
        .flatten()
        .map(|entry| all_names(entry).map(fold).collect())
}
