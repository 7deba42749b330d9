//! Records that this one names, and records that name it.

use std::collections::HashMap;

use crate::{
    model::{Layer, Relationship, RowId},
    text::{Catalogue, dates},
    ui::kit::{Worded, title},
};

use super::Maker;

/// Beyond this many records the ones that name a record are not looked for: that reads them all.
const MOST_RECORDS_READ: usize = 2_000;

/// A record to jump to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct RecordLink {
    /// The row; `None`: the dataset does not hold it.
    pub(in crate::ui) row: Option<RowId>,
    /// How this record stands to it, in words.
    pub(in crate::ui) relationship: String,
    /// Its title, or its id when it is not there.
    pub(in crate::ui) title: Worded,
    /// Its layer.
    pub(in crate::ui) layer: Option<Layer>,
    /// Its date in a few characters.
    pub(in crate::ui) date: Option<String>,
}

pub(super) fn links(maker: &Maker<'_>) -> Vec<RecordLink> {
    let outgoing: Vec<RecordLink> = maker
        .record
        .related
        .iter()
        .map(|related| {
            let relationship = maker.words.relationship(related.relationship);
            match maker.dataset.row_of(&related.id) {
                Some(row) => to_row(maker, row, relationship),
                None => RecordLink {
                    row: None,
                    relationship: relationship.to_owned(),
                    title: Worded::plain(related.id.as_ref()),
                    layer: None,
                    date: None,
                },
            }
        })
        .collect();
    let named: Vec<RowId> = outgoing.iter().filter_map(|link| link.row).collect();
    let incoming = incoming(maker)
        .into_iter()
        .filter(|(row, _)| !named.contains(row) && *row != maker.row)
        .map(|(row, relationship)| to_row(maker, row, inverse(maker.words, relationship)));
    let incoming: Vec<RecordLink> = incoming.collect();
    outgoing.into_iter().chain(incoming).collect()
}

fn to_row(maker: &Maker<'_>, row: RowId, relationship: &str) -> RecordLink {
    let other = maker.dataset.record(row);
    RecordLink {
        row: Some(row),
        relationship: relationship.to_owned(),
        title: title(maker.words, maker.dataset, row),
        layer: other.as_ref().map(|other| other.layer.clone()),
        date: other
            .as_ref()
            .and_then(|other| Some(dates::short(maker.words, other.date.as_ref()?))),
    }
}

/// Rows that name this record, each with how it says it stands to this one.
fn incoming(maker: &Maker<'_>) -> Vec<(RowId, Relationship)> {
    let Some(id) = maker.record.id.as_ref().map(crate::model::RecordId::as_str) else {
        return Vec::new();
    };
    // A second record with the same id is not the one that others name.
    if maker.dataset.len() > MOST_RECORDS_READ || maker.dataset.row_of(id) != Some(maker.row) {
        return Vec::new();
    }
    let mut rows: HashMap<RowId, Relationship> = HashMap::new();
    for row in maker.dataset.rows() {
        let Some(other) = maker.dataset.record(row) else {
            continue;
        };
        for related in other.related.iter().filter(|related| &*related.id == id) {
            rows.entry(row).or_insert(related.relationship);
        }
    }
    let mut rows: Vec<(RowId, Relationship)> = rows.into_iter().collect();
    rows.sort_by_key(|(row, _)| *row);
    rows
}

/// What "the other is … this" says of this one.
fn inverse(words: &Catalogue, relationship: Relationship) -> &str {
    match relationship {
        Relationship::PartOf => words.get("related-includes"),
        Relationship::PerhapsSame | Relationship::Contradicts => words.relationship(relationship),
        Relationship::After => words.relationship(Relationship::Before),
        Relationship::Before => words.relationship(Relationship::After),
    }
}
