//! What the card of a record says, in words, before anything is drawn.
//!
//! A [`Card`] depends on the record and the language only, so it is made once and drawn many
//! times; how the record stands in the window is said apart (`why`).

mod evidence;
mod facts;
mod links;
mod other;

use crate::{
    data::{Dataset, actor_name},
    model::{Kind, Lang, Layer, Record, RowId, Status},
    text::Catalogue,
    ui::kit::{Worded, is_profile, title},
};

pub(super) use evidence::{ClaimCard, SourceCard, date_of, publisher};
pub(super) use facts::{Amount, Fact, Item};
pub(super) use links::RecordLink;
pub(super) use other::raw_properties;

/// Everything on the card but its standing in the window.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Card {
    pub(super) layer: Layer,
    pub(super) kind: Kind,
    pub(super) status: Option<Status>,
    pub(super) title: Worded,
    pub(super) summary: Option<Worded>,
    pub(super) issues: Vec<IssueLine>,
    pub(super) facts: Vec<Fact>,
    pub(super) quantities: Vec<Amount>,
    pub(super) equipment: Vec<Item>,
    /// Actors as records write them, and as the reader calls them.
    pub(super) actors: Vec<(Box<str>, String)>,
    pub(super) claims: Vec<ClaimCard>,
    pub(super) sources: Vec<SourceCard>,
    pub(super) related: Vec<RecordLink>,
    /// Properties that the profile does not know, by name.
    pub(super) others: Vec<(String, String)>,
}

/// One thing that is wrong with the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IssueLine {
    /// What is wrong, in words.
    pub(super) what: String,
    /// The property, as the file names it.
    pub(super) field: String,
    /// The text that is wrong.
    pub(super) value: String,
}

/// What the parts of a card are made from.
pub(super) struct Maker<'a> {
    pub(super) words: &'a Catalogue,
    pub(super) dataset: &'a Dataset,
    pub(super) row: RowId,
    pub(super) record: &'a Record,
    is_profile: bool,
}

impl Maker<'_> {
    fn lang(&self) -> Lang {
        self.words.content()
    }

    fn actors(&self) -> Vec<(Box<str>, String)> {
        let actors = self.record.actors.iter();
        actors
            .map(|actor| {
                let name = actor_name(self.dataset, self.lang(), actor);
                (actor.clone(), name.to_owned())
            })
            .collect()
    }

    fn worded(&self, text: &crate::model::Localised) -> Option<Worded> {
        Worded::of(text, self.lang(), self.is_profile)
    }
}

impl Card {
    /// The card of a row; `None` when the row cannot be read.
    pub(super) fn of(words: &Catalogue, dataset: &Dataset, row: RowId) -> Option<Self> {
        let record = dataset.record(row)?;
        let maker = Maker {
            words,
            dataset,
            row,
            record: &record,
            is_profile: is_profile(dataset, row),
        };
        Some(Self {
            layer: record.layer.clone(),
            kind: record.kind,
            status: record.status,
            title: title(words, dataset, row),
            summary: maker.worded(&record.summary),
            issues: issues(words, dataset, row),
            facts: facts::facts(&maker),
            quantities: facts::quantities(&maker),
            equipment: facts::equipment(&maker),
            actors: maker.actors(),
            claims: evidence::claims(&maker),
            sources: evidence::sources(&maker),
            related: links::links(&maker),
            others: other::others(dataset, row),
        })
    }
}

/// What is wrong with a row, in file order.
pub(super) fn issues(words: &Catalogue, dataset: &Dataset, row: RowId) -> Vec<IssueLine> {
    dataset
        .issues()
        .iter()
        .filter(|filed| filed.row == Some(row))
        .map(|filed| IssueLine {
            what: words.issue(filed.issue.kind).to_owned(),
            field: filed.issue.field.to_string(),
            value: filed.issue.value.to_string(),
        })
        .collect()
}
