//! `count`: how many records the filter shows.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{
    Exit,
    args::CountArgs,
    bookmark,
    failure::{Failure, print},
};
use crate::{
    model::Clock,
    store::{Aged, Counts, Matching, Shown, Visible, said},
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
    let filter = bookmark::overlay(filter, bookmark.as_ref());
    let matching = Matching::of(&dataset, &filter);
    let visible = Visible::of(&dataset, &filter, &matching);
    let counts = &visible.counts;
    let said = arguments
        .say
        .then(|| said::sentence(words, &dataset, &filter, &visible));
    if arguments.json {
        let mut object = as_json(counts, visible.aged);
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
    let mut object = json!({
        "records": counts.records,
        "certain": counts.shown.certain,
        "possible": counts.shown.possible,
        "out": counts.out,
        "undated": counts.undated,
        "unplaced": counts.unplaced,
        "unreadable": counts.unreadable,
        "layers": layers,
    });
    if let Some(members) = object.as_object_mut() {
        let sometimes = sometimes(counts, aged).into_iter();
        members.extend(sometimes.map(|(name, n)| (name.to_owned(), n.into())));
    }
    object
}

/// What is counted only where there is any.
fn sometimes(counts: &Counts, aged: Aged) -> Vec<(&'static str, usize)> {
    let mut counted = vec![
        ("filtered", counts.filtered),
        ("unconfirmed", aged.unconfirmed),
        ("unknown", aged.unknown),
    ];
    counted.retain(|(_, n)| *n > 0);
    counted
}

fn lines(counts: &Counts, aged: Aged, clock: Clock, words: &Words) -> Vec<String> {
    let shown = |shown: &Shown| {
        let (certain, possible) = (shown.certain, shown.possible);
        let arguments = args!(certain: certain, possible: possible);
        words.with("count-certain-possible", arguments)
    };
    let undated = said::undated_key(clock);
    let mut lines = vec![
        words.with("records", args!(n: counts.records)),
        shown(&counts.shown),
        words.with("count-out", args!(n: counts.out)),
        words.with(undated, args!(n: counts.undated)),
        words.with("count-unplaced", args!(n: counts.unplaced)),
        words.with("count-unreadable", args!(n: counts.unreadable)),
    ];
    let sometimes = sometimes(counts, aged).into_iter();
    lines.extend(sometimes.map(|(name, n)| words.with(&format!("count-{name}"), args!(n: n))));
    lines.extend(
        counts
            .layers
            .iter()
            .map(|(layer, count)| format!("{}: {}", words.layers(layer), shown(count))),
    );
    lines
}
