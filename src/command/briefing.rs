//! Requests about bookmarks and the briefing that they make in order.

use crate::model::Lang;

/// Keeps views, shows them again, puts them in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefingCommand {
    /// Keep what is seen now, behind the bookmark that is shown.
    Add,
    /// Show a bookmark.
    Go(usize),
    /// Show the bookmark after the one that is shown, or before it.
    Step {
        /// After, not before.
        forward: bool,
    },
    /// Show the words of the bookmark over the map, or no more.
    Present(bool),
    /// Show them where they are not shown, and the other way round.
    TogglePresented,
    /// Let a bookmark hold what is seen now.
    Retake(usize),
    /// Name a bookmark in a language.
    Title {
        /// Which.
        index: usize,
        /// The language.
        lang: Lang,
        /// Its name; empty: none in this language.
        text: String,
    },
    /// Say something about a bookmark in a language.
    Text {
        /// Which.
        index: usize,
        /// The language.
        lang: Lang,
        /// The words; empty: none in this language.
        text: String,
    },
    /// Move a bookmark by one place.
    Shift {
        /// Which.
        index: usize,
        /// Towards the end.
        later: bool,
    },
    /// Remove a bookmark.
    Remove(usize),
    /// Bring the bookmark back that was removed last.
    Restore,
}
