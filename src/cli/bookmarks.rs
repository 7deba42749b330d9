//! `bookmarks`: the bookmarks that the window would show.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    Exit,
    args::BookmarksArgs,
    bookmark_arg::bookmarks_of,
    failure::{Failure, print},
};
use crate::{
    io::export,
    session::Bookmark,
    text::{Catalogue, args, dates},
};

pub(super) fn run(
    arguments: &BookmarksArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let dataset = arguments.input.dataset(words)?;
    let all = bookmarks_of(&dataset);
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
        "arguments": export::arguments(&bookmark.view.filter),
    })
}
