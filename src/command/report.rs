//! Requests about reports.

use crate::model::Lang;

/// What a report is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// Its languages, one after the other.
    pub langs: Vec<Lang>,
    /// Whether what the window shows is in it.
    pub has_view: bool,
    /// Whether the bookmarks are in it.
    pub has_bookmarks: bool,
}

impl ReportOptions {
    /// All there is, in one language.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        Self {
            langs: vec![lang],
            has_view: true,
            has_bookmarks: true,
        }
    }

    /// Takes a language in, at the end, or leaves it out.
    pub fn toggle(&mut self, lang: Lang) {
        if self.langs.contains(&lang) {
            self.langs.retain(|other| *other != lang);
        } else {
            self.langs.push(lang);
        }
    }

    /// Whether there is something to write, with this many bookmarks.
    #[must_use]
    pub const fn is_possible(&self, bookmarks: usize) -> bool {
        !self.langs.is_empty() && (self.has_view || (self.has_bookmarks && bookmarks > 0))
    }
}

/// Asks what a report is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportCommand {
    /// Open the dialog.
    Ask,
    /// Let the report hold this.
    Set(ReportOptions),
}
