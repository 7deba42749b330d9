//! The method sentence: what is shown, with layers, window, conditions, counts and all that is left out.
//!
//! The line under the timeline, the caption of a picture, an export and `count --say` all say this
//! sentence, so that a figure never travels without its conditions. A new condition of the
//! [`Filter`] gets its words in `conditions`.

use crate::{
    data::{Dataset, Filter, Within},
    model::{Clock, Layer, Second, StaleLimit, Status, Window, bounds::day_of},
    text::{Arg, Catalogue, args, dates},
};

use super::{WindowResult, search::terms_of};

/// Writes the sentence about what `filter` shows of `dataset`, in the language of `words`.
#[must_use]
pub fn sentence(
    words: &Catalogue,
    dataset: &Dataset,
    filter: &Filter,
    visible: &WindowResult,
) -> String {
    let counts = &visible.counts;
    let shown = shown(words, visible);
    let records = words.with("records", args!(n: counts.records));
    let separator = words.get("said-separator");
    let subject: Vec<String> = [layers(words, dataset, filter), window(words, filter)]
        .into_iter()
        .chain(files(words, dataset, filter))
        .chain(conditions(words, filter))
        .collect();
    let rest = rest(words, filter.clock, visible);
    let sentence = words.with(
        if rest.is_empty() {
            "said-all"
        } else {
            "said-part"
        },
        args!(
            subject: own(subject.join(separator)),
            shown: own(shown),
            records: own(records),
            rest: own(rest.join(words.get("list-separator"))),
        ),
    );
    dates::capitalised(&sentence)
}

/// Adds to the sentence how many changes are not saved, where some are not.
#[must_use]
pub fn with_unsaved(words: &Catalogue, sentence: String, unsaved: usize) -> String {
    if unsaved == 0 {
        return sentence;
    }
    words.with("said-unsaved", args!(sentence: own(sentence), n: unsaved))
}

/// Says how many are certain and possible, and how many of the possible nobody attests any more.
fn shown(words: &Catalogue, visible: &WindowResult) -> String {
    let counts = visible.counts.shown;
    let shown = words.with(
        "count-certain-possible",
        args!(certain: counts.certain, possible: counts.possible),
    );
    let aged = counted(
        words,
        [
            ("said-unconfirmed", visible.aged.unconfirmed),
            ("said-unknown", visible.aged.unknown),
        ],
    );
    if aged.is_empty() {
        return shown;
    }
    let aged = aged.join(words.get("list-separator"));
    words.with("said-aged", args!(shown: own(shown), aged: own(aged)))
}

const fn own(text: String) -> Arg<'static> {
    Arg::Own(std::borrow::Cow::Owned(text))
}

fn layers(words: &Catalogue, dataset: &Dataset, filter: &Filter) -> String {
    let Some(asked) = &filter.layers else {
        return words.get("said-all-layers").to_owned();
    };
    // What is within a sentence has no capital; names of foreign layers stay as they are.
    let name = |layer: &Layer| match layer {
        Layer::Other(_) => words.layers(layer).to_owned(),
        _ => words.layers(layer).to_lowercase(),
    };
    let shown = dataset.layers().iter();
    let names: Vec<String> = shown
        .filter(|layer| asked.contains(layer))
        .map(name)
        .collect();
    if names.is_empty() {
        words.get("said-no-layer").to_owned()
    } else {
        words.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// Names the files that are shown, where some are not.
fn files(words: &Catalogue, dataset: &Dataset, filter: &Filter) -> Option<String> {
    let shown = dataset.shown_files(filter);
    if !shown.contains(&false) {
        return None;
    }
    let names = dataset.file_names().iter().zip(&shown);
    let names = names.filter(|(_, is_shown)| **is_shown);
    // Each is a name of its own, whatever script the sentence has.
    let names: Vec<String> = names
        .map(|(name, _)| words.with("said-file-name", args!(text: &**name)))
        .collect();
    if names.is_empty() {
        return Some(words.get("said-no-file").to_owned());
    }
    let list = names.join(words.get("list-separator"));
    let n = names.len();
    Some(words.with("said-files", args!(n: n, list: own(list))))
}

fn window(words: &Catalogue, filter: &Filter) -> String {
    let window = if filter.window == Window::ALL {
        words.get("said-all-dates").to_owned()
    } else {
        dates::window(words, &filter.window)
    };
    match filter.clock {
        Clock::Happened => window,
        Clock::Reported => words.with("said-reported", args!(window: own(window))),
    }
}

/// Returns everything but layers and window that keeps records back, each in a few words.
fn conditions(words: &Catalogue, filter: &Filter) -> Vec<String> {
    let mut said = Vec::new();
    let quoted = |key: &str, text: &str| words.with(key, args!(text: text));
    if let Some(known) = filter.known {
        said.push(words.with("said-known", args!(date: own(moment(words, known)))));
    }
    if let Some(statuses) = &filter.statuses {
        let names: Vec<String> = statuses
            .iter()
            .map(|status: &Status| words.status(*status).to_lowercase())
            .collect();
        let list = names.join(words.get("list-separator"));
        said.push(words.with("said-status", args!(list: own(list))));
    }
    if !filter.actor.is_empty() {
        said.push(quoted("said-actor", &filter.actor));
    }
    if !filter.claimant.is_empty() {
        said.push(quoted("said-claimant", &filter.claimant));
    }
    if !filter.source.is_empty() {
        said.push(quoted("said-source", &filter.source));
    }
    if filter.origins > 0 {
        said.push(words.with("said-origins", args!(n: usize::from(filter.origins))));
    }
    if filter.lacks_words {
        said.push(words.get("said-lacks-words").to_owned());
    }
    match terms_of(&filter.text).as_slice() {
        [] => {}
        [only] => said.push(quoted("said-text", only)),
        several => {
            let quoted = several.iter().map(|word| quoted("said-file-name", word));
            let quoted: Vec<String> = quoted.collect();
            let list = words.list(&quoted.iter().map(String::as_str).collect::<Vec<_>>());
            said.push(words.with("said-words", args!(list: own(list))));
        }
    }
    if let Some(within) = &filter.within {
        said.push(area(words, within));
    }
    if filter.stale != StaleLimit::default() {
        let months = usize::from(filter.stale.months());
        said.push(words.with("said-stale", args!(n: months)));
    }
    if filter.certain_only {
        said.push(words.get("said-certain-only").to_owned());
    }
    said
}

/// Says which area of the map is shown.
#[must_use]
pub fn area(words: &Catalogue, within: &Within) -> String {
    match within {
        Within::Circle(circle) => {
            let (lon, lat) = circle.centre.x_y();
            let place = if circle.name.is_empty() {
                format!("{lat:.4}, {lon:.4}")
            } else {
                circle.name.clone()
            };
            let km = rounded(circle.km, 2);
            words.with("said-circle", args!(km: km, place: place.as_str()))
        }
        Within::Bounds(_) => edges(words, "said-area", within),
        Within::Ring(_) => edges(words, "said-ring", within),
    }
}

/// Says between which degrees an area lies.
fn edges(words: &Catalogue, key: &str, within: &Within) -> String {
    let Some(bounds) = within.bounds() else {
        return String::new();
    };
    let degrees = |value: f64| rounded(value, 4);
    let (min, max) = (bounds.min(), bounds.max());
    let east = if max.x > 180.0 { max.x - 360.0 } else { max.x };
    let (west, east) = (degrees(min.x), degrees(east));
    let (south, north) = (degrees(min.y), degrees(max.y));
    words.with(
        key,
        args!(west: west, south: south, east: east, north: north),
    )
}

fn rounded(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}

/// Returns the catalogue key of the count of records without a date on a clock.
#[must_use]
pub const fn undated_key(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => "count-undated",
        Clock::Reported => "count-unreported",
    }
}

fn moment(words: &Catalogue, second: Second) -> String {
    dates::day(words, day_of(second))
}

/// Says what is not shown, reason by reason, and what is shown but not on the map.
fn rest(words: &Catalogue, clock: Clock, visible: &WindowResult) -> Vec<String> {
    let counts = &visible.counts;
    counted(
        words,
        [
            ("count-out", counts.out),
            ("said-filtered", counts.filtered),
            (undated_key(clock), counts.undated),
            ("count-unreadable", counts.unreadable),
        ],
    )
}

/// Says each count that is not zero in words, by catalogue key.
fn counted<const N: usize>(words: &Catalogue, counts: [(&str, usize); N]) -> Vec<String> {
    let present = counts.into_iter().filter(|(_, n)| *n > 0);
    present
        .map(|(key, n)| words.with(key, args!(n: n)))
        .collect()
}
