//! `count`: how many records the filter shows.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{
    Exit,
    args::CountArgs,
    bookmark_arg,
    failure::{Failure, print, say},
    understood::{counted_doubts, doubt_line, doubts_as_json},
};
use crate::{
    model::Clock,
    query::{Aged, Counts, RowMask, Shown, WindowResult, method_sentence},
    text::{Words, args},
};

pub(super) fn run(
    arguments: &CountArgs,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let filter = arguments.filter.filter(words)?;
    let dataset = arguments.input.dataset(words)?;
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = bookmark_arg::overlay(filter, bookmark.as_ref());
    let matching = RowMask::of(&dataset, &filter);
    let visible = WindowResult::of(&dataset, &filter, &matching);
    let counts = &visible.counts;
    let said = arguments
        .say
        .then(|| method_sentence::sentence(words, &dataset, &filter, &visible));
    let doubts = counted_doubts(&dataset);
    if arguments.json {
        let mut object = as_json(counts, visible.aged);
        let files = doubts
            .iter()
            .map(|(name, doubts)| json!({"name": name, "doubts": doubts_as_json(doubts, words)}));
        let files: Vec<Value> = files.collect();
        if let (false, Some(members)) = (files.is_empty(), object.as_object_mut()) {
            members.insert("files".to_owned(), files.into());
        }
        if let (Some(said), Some(members)) = (said, object.as_object_mut()) {
            members.insert("said".to_owned(), said.into());
        }
        print(out, object)?;
    } else if let Some(said) = said {
        print(out, said)?;
    } else {
        for line in lines(counts, visible.aged, filter.clock, words) {
            print(out, line)?;
        }
    }
    for (name, doubts) in &doubts {
        for doubt in doubts {
            say(&doubt_line(name, doubt, words));
        }
    }
    Ok(Exit::Done)
}

fn as_json(counts: &Counts, aged: Aged) -> Value {
    let layers: Map<String, Value> = counts
        .layers
        .iter()
        .map(|(layer, shown)| {
            let shown = json!({"certain": shown.certain, "possible": shown.possible});
            (layer.name().to_owned(), shown)
        })
        .collect();
    let named = counts.named(aged).into_iter();
    let mut object: Map<String, Value> = named
        .filter(|(name, n)| *n > 0 || !SOMETIMES.contains(name))
        .map(|(name, n)| (name.to_owned(), n.into()))
        .collect();
    object.insert("layers".to_owned(), layers.into());
    object.into()
}

/// What is counted only where there is any.
const SOMETIMES: [&str; 3] = ["filtered", "unconfirmed", "unknown"];

fn lines(counts: &Counts, aged: Aged, clock: Clock, words: &Words) -> Vec<String> {
    let shown = |shown: &Shown| {
        let (certain, possible) = (shown.certain, shown.possible);
        let arguments = args!(certain: certain, possible: possible);
        words.with("count-certain-possible", arguments)
    };
    let undated = method_sentence::undated_key(clock);
    let mut lines = vec![
        words.with("records", args!(n: counts.records)),
        shown(&counts.shown),
        words.with("count-out", args!(n: counts.out)),
        words.with(undated, args!(n: counts.undated)),
        words.with("count-unplaced", args!(n: counts.unplaced)),
        words.with("count-unreadable", args!(n: counts.unreadable)),
    ];
    let named = counts.named(aged).into_iter();
    let sometimes = named.filter(|(name, n)| *n > 0 && SOMETIMES.contains(name));
    lines.extend(sometimes.map(|(name, n)| words.with(&format!("count-{name}"), args!(n: n))));
    lines.extend(
        counts
            .layers
            .iter()
            .map(|(layer, count)| format!("{}: {}", words.layers(layer), shown(count))),
    );
    lines
}
