//! What differs between two windows, as a file: GeoJSON whose features say what became of them, or a
//! table.
//!
//! Each feature is copied byte for byte with, at the end of its `properties`: `change` (`new`, `ended`,
//! `moved`, `changed` or `status-changed`), `change_certainty` (`certain` or `possible`), `change_from` and
//! `change_to` (the id of the record whose place it took, or that took its place) and `status_before` and
//! `status_after`. The member `difference` says which windows were compared, and counts.

use std::{borrow::Cow, io::Write};

use serde_json::{Map, Value, json};

use super::{Export, ExportWritten, digests::DigestTiming, insert, members, moment};
use crate::{
    data::{Dataset, Filter},
    io::{
        destination::Destination,
        error::{WriteError, WriteErrorKind},
        formats::{self, Format},
        save::save_to,
    },
    model::{RowId, Status},
    query::{Change, Difference, ShownSide, Side, WindowResult},
    text::{Catalogue, formula},
    work::Progress,
};

/// The columns of a table.
const COLUMNS: [&str; 10] = [
    "change",
    "certainty",
    "layer",
    "id",
    "title",
    "date",
    "place",
    "other_id",
    "status_before",
    "status_after",
];

/// A difference with the two sides that it is between.
#[derive(Clone, Copy)]
pub struct Changes<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What differs.
    pub difference: &'a Difference,
    /// Side A.
    pub before: Side,
    /// Side B.
    pub after: Side,
}

/// Compares what `filter` shows with what it shows on the side `before`, and hands over the changes with
/// an export of side B.
pub fn between<T>(
    dataset: &Dataset,
    filter: &Filter,
    before: Side,
    with: impl FnOnce(&Changes<'_>, &Export<'_>) -> T,
) -> T {
    let after = Side::of(filter);
    let shown = |side: &Side| {
        let filter = side.of_filter(filter);
        let visible = WindowResult::of(dataset, &filter);
        (filter, visible)
    };
    let ((_, in_a), (filter_b, in_b)) = (shown(&before), shown(&after));
    let a = ShownSide {
        side: &before,
        shown: &in_a,
    };
    let b = ShownSide {
        side: &after,
        shown: &in_b,
    };
    let difference = Difference::between(dataset, a, b, &Progress::unwatched());
    // Nobody cancels it.
    let difference = difference.unwrap_or_default();
    let difference = if filter.certain_only {
        difference.certain_only()
    } else {
        difference
    };
    let changes = Changes {
        dataset,
        difference: &difference,
        before,
        after,
    };
    let export = Export::shown(dataset, &in_b, &filter_b);
    with(&changes, &export)
}

/// The formats that changes are written in.
pub static FORMATS: [&Format; 2] = [&formats::GEOJSON, &formats::CSV];

/// Writes the changes to a file, all or nothing, as a table where it ends in `.csv`; the number of changes
/// written. `export` is what side B shows.
pub fn save_changes(
    changes: &Changes<'_>,
    export: &Export<'_>,
    words: &Catalogue,
    destination: &Destination,
) -> Result<ExportWritten, WriteError> {
    let is_table = formats::written_by_path(&destination.path) == Some(&formats::CSV);
    let saved = save_to(destination, |out| {
        if is_table {
            Ok(out.write_all(table(changes, words, b',').as_bytes())?)
        } else {
            write_collection(changes, export, out)
        }
    })?;
    Ok(ExportWritten {
        records: changes.difference.changes.len(),
        saved,
    })
}

/// Writes the changes as a `FeatureCollection`.
pub fn write_collection(
    changes: &Changes<'_>,
    export: &Export<'_>,
    out: &mut dyn Write,
) -> Result<(), WriteErrorKind> {
    let list = &changes.difference.changes;
    let told: Vec<(RowId, &Change)> = list
        .iter()
        .flat_map(|change| change.rows().map(move |row| (row, change)))
        .collect();
    let rows: Vec<RowId> = told.iter().map(|(row, _)| *row).collect();
    out.write_all(b"{\n  \"type\": \"FeatureCollection\"")?;
    for (key, value) in members::members(export, &rows, DigestTiming::Now) {
        write!(out, ",\n  {key}: {value}")?;
    }
    write!(out, ",\n  \"difference\": {}", summary(changes))?;
    out.write_all(b",\n  \"features\": [")?;
    for (index, (row, change)) in told.into_iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let feature = export.feature(row);
        let marked = insert::insert(&feature, &marks(changes.dataset, row, change));
        write!(out, "{comma}\n    {marked}")?;
    }
    Ok(out.write_all(if rows.is_empty() {
        b"]\n}\n"
    } else {
        b"\n  ]\n}\n"
    })?)
}

/// Which sides were compared, and how many changes of each kind there are.
fn summary(changes: &Changes<'_>) -> Value {
    let side = |side: &Side| {
        let known = side.known.map(moment);
        json!({"window": side.window.to_string(), "known": known})
    };
    let counts: Map<String, Value> = changes
        .difference
        .counts()
        .into_iter()
        .map(|(kind, shown)| {
            let counts = json!({"certain": shown.certain, "possible": shown.possible});
            (kind.name().to_owned(), counts)
        })
        .collect();
    let same = changes.difference.same;
    json!({
        "before": side(&changes.before),
        "after": side(&changes.after),
        "counts": counts,
        "same": {"certain": same.certain, "possible": same.possible},
    })
}

/// What a feature is told about itself.
fn marks<'a>(dataset: &Dataset, row: RowId, change: &Change) -> Vec<insert::DerivedMember<'a>> {
    let mut marks: Vec<insert::DerivedMember<'a>> = vec![
        ("change", change.kind.name().into()),
        ("change_certainty", certainty(change).into()),
    ];
    let other = |other: Option<RowId>| other.filter(|other| *other != row);
    for (name, other) in [
        ("change_from", other(change.before)),
        ("change_to", other(change.after)),
    ] {
        marks.extend(other.map(|other| (name, Cow::Owned(id(dataset, other)))));
    }
    if let Some((before, after)) = &change.statuses {
        marks.push(("status_before", names(before).into()));
        marks.push(("status_after", names(after).into()));
    }
    marks
}

const fn certainty(change: &Change) -> &'static str {
    if change.is_certain {
        "certain"
    } else {
        "possible"
    }
}

fn names(statuses: &[Status]) -> String {
    let names: Vec<&str> = statuses.iter().map(|status| status.name()).collect();
    names.join("; ")
}

/// The id of a row, else its number from one.
fn id(dataset: &Dataset, row: RowId) -> String {
    dataset
        .record(row)
        .and_then(|record| Some(record.id.as_ref()?.to_string()))
        .unwrap_or_else(|| format!("#{}", row.ordinal()))
}

/// The changes as a table with `delimiter` between its cells, its columns named in the first line.
#[must_use]
pub fn table(changes: &Changes<'_>, words: &Catalogue, delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    // Memory takes everything.
    let _ = writer.write_record(COLUMNS);
    for change in &changes.difference.changes {
        // A change is about a record of A, of B or of both.
        if let Some(row) = change.row() {
            let cells = cells(changes.dataset, change, row, words)
                .map(|cell| formula::guarded(&cell).into_owned());
            let _ = writer.write_record(cells);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cells(dataset: &Dataset, change: &Change, row: RowId, words: &Catalogue) -> [String; 10] {
    let lang = words.lang();
    let record = dataset.record(row);
    let text = |of: &dyn Fn(&crate::model::Record) -> String| {
        record.as_ref().map(|record| of(record)).unwrap_or_default()
    };
    let other = change.before.filter(|before| *before != row);
    let (before, after) = change.statuses.clone().unwrap_or_default();
    [
        change.kind.name().to_owned(),
        certainty(change).to_owned(),
        text(&|record| record.layer.name().to_owned()),
        id(dataset, row),
        text(&|record| record.title.text(lang).to_owned()),
        text(&|record| {
            let date = record.date.as_ref();
            date.map(|date| date.text().to_owned()).unwrap_or_default()
        }),
        text(&|record| record.place.name.text(lang).to_owned()),
        other.map(|other| id(dataset, other)).unwrap_or_default(),
        names(&before),
        names(&after),
    ]
}
