//! `--bookmark`, which shows what a bookmark shows.

use clap::Args;

use super::failure::Failure;
use crate::{
    data::{Dataset, Filter},
    io::export::overlaid,
    session::{Bookmark, Briefing},
    settings,
    text::Catalogue,
};

/// The option that every command with a filter takes.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct BookmarkArg {
    #[arg(long, value_name = "NAME")]
    bookmark: Option<String>,
}

impl BookmarkArg {
    /// Returns the bookmark that is asked for, if one is.
    pub(super) fn find(
        &self,
        dataset: &Dataset,
        words: &Catalogue,
    ) -> Result<Option<Bookmark>, Failure> {
        let Some(name) = &self.bookmark else {
            return Ok(None);
        };
        let all = bookmarks_of(dataset);
        let index = Briefing::find(&all, name)
            .ok_or_else(|| Failure::value(words, "--bookmark", name, "cli-reason-bookmark"))?;
        Ok(all.get(index).cloned())
    }
}

/// Returns the filter of `bookmark`, with what the other options ask for in its place.
pub(super) fn overlay(filter: Filter, bookmark: Option<&Bookmark>) -> Filter {
    match bookmark {
        None => filter,
        Some(bookmark) => overlaid(&filter, &bookmark.view.filter),
    }
}

/// Returns the bookmarks that the window would show.
pub(super) fn bookmarks_of(dataset: &Dataset) -> Vec<Bookmark> {
    let path = settings::path().map(|settings| settings::bookmarks::path(&settings, dataset));
    settings::bookmarks::load(path.as_deref(), dataset).bookmarks
}
