//! The member `export`: what the file holds, what it leaves out, and why.

use serde_json::{Map, Value, json};

use super::{Export, arguments, digests::DigestTiming, is_written_swapped};
use crate::{
    data::SourceFile,
    model::{Field, Lang, RowId},
    query::{Counts, method_sentence},
    text::Catalogue,
};

/// The member as JSON text, laid out to stand one level deep. `unmerged` are the members of each
/// input that another input has in its place.
pub(super) fn report(
    export: &Export,
    rows: &[RowId],
    unmerged: Vec<Map<String, Value>>,
    digests: DigestTiming,
) -> String {
    let counts = &export.visible.counts;
    let inputs: Vec<Value> = export
        .dataset
        .parts()
        .iter()
        .zip(unmerged)
        .map(|(part, unmerged)| input(export, part, unmerged, digests))
        .collect();
    let mut report = json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "filter": arguments::object(export.filter),
        "arguments": arguments::arguments(export.filter),
        "said": said(export),
        "as_read": export.as_read,
        "holds": export.holding.name(),
        "written": rows.len(),
        "possible": possible(export, rows),
        "counts": named(counts, export),
        "left_out": left_out(export, counts),
        "inputs": inputs,
    });
    if let (Some(later), Some(members)) = (written_later(export, rows), report.as_object_mut()) {
        members.insert("written_later".to_owned(), later);
    }
    indented(&report)
}

/// How many of the records cite documents published after the day from which is looked. Features go out as
/// they are, so that it is said that they hold more than was known then.
fn written_later(export: &Export, rows: &[RowId]) -> Option<Value> {
    let known = export.filter.known?;
    let claim_index = export.dataset.claim_index();
    let is_later = |row: &&RowId| claim_index.has_later_documents(**row, known);
    Some(json!({
        "records": rows.iter().filter(is_later).count(),
        "because": "they cite sources published after the day from which is looked; their texts, dates, claims and statuses are those of today",
    }))
}

fn named(counts: &Counts, export: &Export) -> Map<String, Value> {
    let named = counts.named(export.visible.aged).into_iter();
    named.map(|(name, n)| (name.to_owned(), n.into())).collect()
}

/// What is shown, in one sentence of each language.
fn said(export: &Export) -> Map<String, Value> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let words = Catalogue::plain(lang);
            let said =
                method_sentence::sentence(&words, export.dataset, export.filter, export.visible);
            (lang.code().to_owned(), said.into())
        })
        .collect()
}

/// A value laid out to stand one level deep.
pub(super) fn indented(value: &Value) -> String {
    // A line break in JSON text is never part of a string.
    format!("{value:#}").replace('\n', "\n  ")
}

/// The places, counted from 0, of the features that are in the window only possibly.
fn possible(export: &Export, rows: &[RowId]) -> Vec<usize> {
    let mut shown = export.visible.rows.iter().peekable();
    let mut is_possible = |row: RowId| {
        while shown.next_if(|shown| shown.row < row).is_some() {}
        let shown = shown.next_if(|shown| shown.row == row);
        shown.is_some_and(|shown| !shown.relation.is_certain())
    };
    let rows = rows.iter().copied().enumerate();
    rows.filter(|(_, row)| is_possible(*row))
        .map(|(place, _)| place)
        .collect()
}

fn left_out(export: &Export, counts: &Counts) -> Vec<Value> {
    let undated = if export.has_undated() {
        0
    } else {
        counts.undated
    };
    let elsewhere = export.holding.shown_elsewhere(export.visible);
    [
        (
            "shown",
            elsewhere,
            "they stand on the map and on the timeline",
        ),
        ("out", counts.out, "they do not fall in the window"),
        ("filtered", counts.filtered, "a filter keeps them back"),
        (
            "undated",
            undated,
            "they have no date to compare with the window",
        ),
        ("unreadable", counts.unreadable, "they cannot be read"),
    ]
    .into_iter()
    .filter(|(_, records, _)| *records > 0)
    .map(|(what, records, because)| json!({"what": what, "records": records, "because": because}))
    .collect()
}

fn input(
    export: &Export,
    part: &SourceFile,
    unmerged: Map<String, Value>,
    digests: DigestTiming,
) -> Value {
    let mut input = Map::new();
    input.insert("name".to_owned(), part.name.as_str().into());
    input.insert("sha256".to_owned(), digests.of(part).into());
    input.insert("records".to_owned(), part.spans.len().into());
    if !part.follows_profile() {
        input.insert("mapping".to_owned(), mapping(part).into());
        let mut said = part.mapping.said_of_file();
        if export.as_read && part.mapping.is_swapped {
            said.insert("swapped".to_owned(), true.into());
        }
        if export.as_read && part.mapping.is_crs_said {
            said.insert("crs".to_owned(), part.mapping.crs.code().into());
        }
        if !said.is_empty() {
            input.insert("reading".to_owned(), said.into());
        }
    }
    if is_written_swapped(part) && !export.as_read {
        input.insert("coordinates".to_owned(), "swapped".into());
    }
    if !unmerged.is_empty() {
        input.insert("members".to_owned(), unmerged.into());
    }
    input.into()
}

fn mapping(part: &SourceFile) -> Map<String, Value> {
    let preset = part.mapping.preset();
    let preset = preset.map(|preset| ("preset".to_owned(), preset.name().into()));
    let fields = Field::ALL.into_iter().filter_map(|field| {
        let value = match part.mapping.properties(field) {
            [] => return None,
            [property] => property.as_ref().into(),
            several => json!(several),
        };
        Some((field.name().to_owned(), value))
    });
    preset.into_iter().chain(fields).collect()
}
