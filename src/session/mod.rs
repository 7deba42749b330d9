//! How what is open is looked at: the view, bookmarks of views, the views seen before, what is selected.
//!
//! None of it changes what is in a file; [`View`] and [`Bookmark`] can be written into one.

mod bookmark;
mod desk;
mod history;
mod selection;
mod table_place;
mod view;

pub use bookmark::{Bookmark, Briefing};
pub use desk::{DeskDocument, DeskLabel, ReadingDesk};
pub use history::{History, HistoryNav};
pub use selection::Selection;
pub use table_place::TablePlace;
pub use view::View;
