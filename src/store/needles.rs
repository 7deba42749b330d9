//! What a typed text stands for: itself, and every other name of what it names.

use serde_json::Value;

use crate::text::fold::fold;

use super::dataset::Dataset;

/// Shorter texts begin too many names to mean one of them.
const FEWEST_LETTERS: usize = 4;

/// Folded texts of which one must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Needles {
    folded: Vec<String>,
}

impl Needles {
    /// What `typed` stands for in `dataset`: where it is one of a thing's names (or begins one),
    /// the others count as well (the collection member `aliases`).
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
            .flatten();
        let mut folded: Vec<String> = others.collect();
        folded.insert(0, typed);
        Self { folded }
    }

    /// Whether nothing was typed.
    pub(super) fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Whether `text` holds one of them.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let text = fold(text);
        self.folded.iter().any(|needle| text.contains(needle))
    }
}

/// Names of the same thing, folded, by entry.
fn aliases(dataset: &Dataset) -> impl Iterator<Item = Vec<String>> {
    dataset
        .parts()
        .iter()
        .filter_map(|part| part.members.get("aliases")?.as_array())
        .flatten()
        .filter_map(|entry| entry.get("names")?.as_array())
        .map(|names| names.iter().filter_map(Value::as_str).map(fold).collect())
}
