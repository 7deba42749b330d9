//! `bookmarks`, which lists them, and `--bookmark`, which shows what one of them shows.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use super::{
    Exit,
    args::BookmarksArgs,
    failure::{Failure, print},
};
use crate::{
    data::{Bookmark, Briefing, Dataset, Filter},
    io::export::overlaid,
    settings,
    text::{Words, args, dates},
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
        words: &Words,
    ) -> Result<Option<Bookmark>, Failure> {
        let Some(name) = &self.bookmark else {
            return Ok(None);
        };
        let all = of(dataset);
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
fn of(dataset: &Dataset) -> Vec<Bookmark> {
    let path = settings::path().map(|settings| settings::bookmarks::path(&settings, dataset));
    settings::bookmarks::load(path.as_deref(), dataset).bookmarks
}

pub(super) fn run(
    arguments: &BookmarksArgs,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let dataset = arguments.input.dataset(words)?;
    let all = of(&dataset);
    if arguments.json {
        let list: Vec<Value> = all.iter().map(as_json).collect();
        print(out, json!({ "bookmarks": list }))?;
        return Ok(Exit::Done);
    }
    for (index, bookmark) in all.iter().enumerate() {
        let title = bookmark.title.text(words.lang());
        let window = dates::window(words, &bookmark.view.filter.window);
        let line = args!(number: index + 1, name: title, window: window);
        print(out, words.with("cli-bookmark", line))?;
        for line in bookmark.text.text(words.lang()).lines() {
            print(out, format_args!("   {line}"))?;
        }
    }
    if all.is_empty() {
        print(out, words.get("bookmark-none"))?;
    }
    Ok(Exit::Done)
}

fn as_json(bookmark: &Bookmark) -> Value {
    let texts: Vec<&str> = bookmark.title.iter().collect();
    json!({
        "titles": texts,
        "window": bookmark.view.filter.window.to_string(),
        "compared_with": bookmark.view.pinned.map(|side| side.window.to_string()),
        "arguments": crate::io::export::arguments(&bookmark.view.filter),
    })
}
