//! What the card of a record says, in words, before anything is drawn.
//!
//! A [`Card`] depends on the record and the language only, so it is made once and drawn many
//! times; how the record stands in the window is said apart (`why`).

mod evidence;
mod facts;
mod links;
mod other;
mod words;

use crate::{
    data::{Dataset, actor_name},
    model::{Kind, Lang, Layer, Record, RowId, Status},
    text::Catalogue,
    ui::kit::{Worded, is_profile, title},
};

pub(in crate::ui) use evidence::{ClaimCard, SourceCard, date_of, publisher, source_of};
pub(in crate::ui) use facts::{Amount, Fact, Item};
pub(in crate::ui) use links::RecordLink;
pub(in crate::ui) use other::raw_properties;
pub(in crate::ui) use words::{ValueCard, WordsCard};

/// Everything on the card but its standing in the window.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Card {
    pub(in crate::ui) layer: Layer,
    pub(in crate::ui) kind: Kind,
    pub(in crate::ui) status: Option<Status>,
    pub(in crate::ui) title: Worded,
    pub(in crate::ui) summary: Option<Worded>,
    pub(in crate::ui) issues: Vec<IssueLine>,
    pub(in crate::ui) facts: Vec<Fact>,
    pub(in crate::ui) quantities: Vec<Amount>,
    pub(in crate::ui) equipment: Vec<Item>,
    /// Actors as records write them, and as the reader calls them.
    pub(in crate::ui) actors: Vec<(Box<str>, String)>,
    pub(in crate::ui) claims: Vec<ClaimCard>,
    pub(in crate::ui) sources: Vec<SourceCard>,
    /// The values with the words they rest on; none of a file that others coded.
    pub(in crate::ui) values: Vec<ValueCard>,
    pub(in crate::ui) related: Vec<RecordLink>,
    /// Properties that the profile does not know, by name.
    pub(in crate::ui) others: Vec<(String, String)>,
}

/// One thing that is wrong with the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct IssueLine {
    /// What is wrong, in words.
    pub(in crate::ui) what: String,
    /// The property, as the file names it.
    pub(in crate::ui) field: String,
    /// The text that is wrong.
    pub(in crate::ui) value: String,
}

/// What the parts of a card are made from.
pub(in crate::ui) struct Maker<'a> {
    pub(in crate::ui) words: &'a Catalogue,
    pub(in crate::ui) dataset: &'a Dataset,
    pub(in crate::ui) row: RowId,
    pub(in crate::ui) record: &'a Record,
    is_profile: bool,
}

impl Maker<'_> {
    fn lang(&self) -> Lang {
        self.words.content()
    }

    fn actors(&self) -> Vec<(Box<str>, String)> {
        let actors = self.record.actors.iter();
        let named = actors.map(|actor| (actor.clone(), self.actor(actor)));
        named.collect()
    }

    /// An actor as the reader calls it.
    fn actor(&self, actor: &str) -> String {
        actor_name(self.dataset, self.lang(), actor).to_owned()
    }

    fn worded(&self, text: &crate::model::Localised) -> Option<Worded> {
        Worded::of(text, self.lang(), self.is_profile)
    }
}

impl Card {
    /// The card of a row; `None` when the row cannot be read.
    pub(in crate::ui) fn of(words: &Catalogue, dataset: &Dataset, row: RowId) -> Option<Self> {
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
            values: if maker.is_profile {
                words::values(&maker)
            } else {
                Vec::new()
            },
            related: links::links(&maker),
            others: other::others(dataset, row),
        })
    }
}

/// What is wrong with a row, in file order.
pub(in crate::ui) fn issues(words: &Catalogue, dataset: &Dataset, row: RowId) -> Vec<IssueLine> {
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
