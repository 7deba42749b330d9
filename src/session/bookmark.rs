//! Views that are kept, with words to them: put in order they are a briefing, stepped through by key.

use crate::model::{Lang, Localised};

use super::view::View;

/// A view with a name and a text, each in up to three languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bookmark {
    /// Its name.
    pub title: Localised,
    /// What there is to say about it.
    pub text: Localised,
    /// What it shows.
    pub view: View,
    /// The language it was made in.
    pub lang: Option<Lang>,
    /// The JSON text that it was read from: what in it is not ours is written back.
    pub written: Option<Box<str>>,
}

impl Bookmark {
    /// The language to show it in to a reader of `reader`: theirs where it has words in it, else its own.
    #[must_use]
    pub fn lang_for(&self, reader: Lang) -> Lang {
        let has_words = self.title.exact(reader).is_some() || self.text.exact(reader).is_some();
        match self.lang {
            Some(own) if !has_words => own,
            _ => reader,
        }
    }
}

/// Bookmarks in order, and which of them is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    steps: Vec<Bookmark>,
    at: Option<usize>,
    removed: Option<(usize, Bookmark)>,
    changes: u64,
    is_presented: bool,
}

impl Briefing {
    /// A briefing that nobody has changed yet.
    #[must_use]
    pub fn of(steps: Vec<Bookmark>) -> Self {
        Self {
            steps,
            ..Self::default()
        }
    }

    /// The bookmarks, in order.
    #[must_use]
    pub fn steps(&self) -> &[Bookmark] {
        &self.steps
    }

    /// Index of the bookmark that was shown last.
    #[must_use]
    pub const fn at(&self) -> Option<usize> {
        self.at
    }

    /// The bookmark whose words are to be read over the map, with its index.
    #[must_use]
    pub fn presented(&self) -> Option<(usize, &Bookmark)> {
        let at = self.at.filter(|_| self.is_presented)?;
        Some((at, self.steps.get(at)?))
    }

    /// Lets the words of the bookmark that is shown be read over the map, or no more. A step does so too.
    pub const fn present(&mut self, is_presented: bool) {
        self.is_presented = is_presented;
    }

    /// How often it was changed; what is saved is remembered under this.
    #[must_use]
    pub const fn changes(&self) -> u64 {
        self.changes
    }

    /// Whether the last change was a removal, which [`Briefing::restore`] takes back.
    #[must_use]
    pub const fn can_restore(&self) -> bool {
        self.removed.is_some()
    }

    /// Adds a bookmark behind the one that is shown, or at the end.
    pub fn add(&mut self, bookmark: Bookmark) {
        let index = self.at.map_or(self.steps.len(), |at| at + 1);
        self.steps.insert(index.min(self.steps.len()), bookmark);
        self.at = Some(index);
        self.is_presented = false;
        self.note();
    }

    /// Adds a bookmark at the end, and stays where it is.
    pub fn append(&mut self, bookmark: Bookmark) {
        self.steps.push(bookmark);
        self.note();
    }

    /// Goes to a bookmark.
    pub fn go(&mut self, index: usize) -> Option<&Bookmark> {
        let bookmark = self.steps.get(index)?;
        self.at = Some(index);
        self.is_presented = true;
        Some(bookmark)
    }

    /// Goes to the bookmark after the one that is shown, or before it; stays at both ends.
    pub fn step(&mut self, forward: bool) -> Option<&Bookmark> {
        let last = self.steps.len().checked_sub(1)?;
        let index = match (self.at, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        };
        self.go(index)
    }

    /// Moves a bookmark by one place.
    pub fn shift(&mut self, index: usize, later: bool) {
        let other = if later {
            index + 1
        } else {
            index.wrapping_sub(1)
        };
        if index.max(other) >= self.steps.len() {
            return;
        }
        self.steps.swap(index, other);
        self.at = match self.at {
            Some(at) if at == index => Some(other),
            Some(at) if at == other => Some(index),
            at => at,
        };
        self.note();
    }

    /// Removes a bookmark; the last one removed can be restored.
    pub fn remove(&mut self, index: usize) {
        if index >= self.steps.len() {
            return;
        }
        let bookmark = self.steps.remove(index);
        self.at = match self.at {
            Some(at) if at > index => Some(at - 1),
            Some(at) if at == index => None,
            at => at,
        };
        self.note();
        self.removed = Some((index, bookmark));
    }

    /// Brings the bookmark back that was removed last.
    pub fn restore(&mut self) {
        if let Some((index, bookmark)) = self.removed.take() {
            self.steps.insert(index.min(self.steps.len()), bookmark);
            self.at = Some(index);
            self.note();
        }
    }

    /// Changes a bookmark.
    pub fn edit(&mut self, index: usize, change: impl FnOnce(&mut Bookmark)) {
        if let Some(bookmark) = self.steps.get_mut(index) {
            change(bookmark);
            self.note();
        }
    }

    /// The index of the bookmark that somebody calls `name`: its number from one, or its title in
    /// any language.
    #[must_use]
    pub fn find(steps: &[Bookmark], name: &str) -> Option<usize> {
        let is_called = |bookmark: &Bookmark| bookmark.title.iter().any(|title| title == name);
        let numbered = || {
            let number: usize = name.parse().ok()?;
            (1..=steps.len()).contains(&number).then(|| number - 1)
        };
        steps.iter().position(is_called).or_else(numbered)
    }

    fn note(&mut self) {
        self.changes += 1;
        self.removed = None;
    }
}
