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
    data::Dataset,
    model::Clock,
    query::{Aged, Counts, Shown, WindowResult, method_sentence},
    text::{Catalogue, args},
};

pub(super) fn run(
    arguments: &CountArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let filter = arguments.filter.filter(words)?;
    let dataset = arguments.input.dataset(words)?;
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = bookmark_arg::overlay(filter, bookmark.as_ref());
    let visible = WindowResult::of(&dataset, &filter);
    let counts = &visible.counts;
    let said = arguments
        .say
        .then(|| method_sentence::sentence(words, &dataset, &filter, &visible));
    let doubts = counted_doubts(&dataset);
    if arguments.json {
        let mut object = as_json(&dataset, counts, visible.aged);
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
        for line in lines(&dataset, &visible, filter.clock, words) {
            print(out, line)?;
        }
    }
    for (name, doubts) in &doubts {
        for doubt in *doubts {
            say(&doubt_line(name, doubt, words));
        }
    }
    Ok(Exit::Done)
}

/// Returns the counts of the files, by their names, where there are several.
fn by_file<'a>(
    dataset: &'a Dataset,
    counts: &'a Counts,
) -> impl Iterator<Item = (&'a str, &'a Shown)> {
    let names = dataset.file_names().iter().map(|name| &**name);
    let are_several = dataset.parts().len() > 1;
    names.zip(&counts.files).filter(move |_| are_several)
}

fn as_json(dataset: &Dataset, counts: &Counts, aged: Aged) -> Value {
    let counted = |shown: &Shown| json!({"certain": shown.certain, "possible": shown.possible});
    let layers = counts.layers.iter();
    let layers: Map<String, Value> = layers
        .map(|(layer, shown)| (layer.name().to_owned(), counted(shown)))
        .collect();
    let files: Map<String, Value> = by_file(dataset, counts)
        .map(|(name, shown)| (name.to_owned(), counted(shown)))
        .collect();
    let named = counts.named(aged).into_iter();
    let mut object: Map<String, Value> = named
        .filter(|(name, n)| *n > 0 || !SOMETIMES.contains(name))
        .map(|(name, n)| (name.to_owned(), n.into()))
        .collect();
    object.insert("layers".to_owned(), layers.into());
    if !files.is_empty() {
        object.insert("by_file".to_owned(), files.into());
    }
    object.into()
}

/// What is counted only where there is any.
const SOMETIMES: [&str; 3] = ["filtered", "unconfirmed", "unknown"];

fn lines(
    dataset: &Dataset,
    visible: &WindowResult,
    clock: Clock,
    words: &Catalogue,
) -> Vec<String> {
    let (counts, aged) = (&visible.counts, visible.aged);
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
    let files = by_file(dataset, counts);
    lines.extend(files.map(|(name, count)| format!("{name}: {}", shown(count))));
    lines
}
