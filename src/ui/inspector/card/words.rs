//! The values of a record, each with the words of a document that it rests on.

use crate::{
    model::{RecordValue, Source, ValueWords},
    text::{Arg, args, dates},
    ui::kit::set_apart,
};

use super::{Maker, evidence, facts};
use crate::ui::inspector::locator;

/// A value and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct ValueCard {
    /// Which value.
    pub(in crate::ui) value: RecordValue,
    /// The value in words, with its name: "Date: January 2022".
    pub(in crate::ui) text: String,
    /// `None`: nothing says which words it rests on.
    pub(in crate::ui) words: Option<WordsCard>,
}

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct WordsCard {
    /// The words, as they stand in the document.
    pub(in crate::ui) quote: Option<String>,
    /// The source and the place in it: "Al Jazeera, February 2025 · paragraph 3".
    pub(in crate::ui) reference: String,
    /// SHA-256 of the document that the words were chosen in.
    pub(in crate::ui) sha256: Option<String>,
}

/// The values of the record, in the order of the card.
pub(super) fn values(maker: &Maker<'_>) -> Vec<ValueCard> {
    let record = maker.record;
    let values = record.values().filter_map(|value| {
        Some(ValueCard {
            text: in_words(maker, value)?,
            words: record.words_for(value).map(|words| card(maker, words)),
            value,
        })
    });
    values.collect()
}

fn card(maker: &Maker<'_>, cited: ValueWords<'_>) -> WordsCard {
    let words = maker.words;
    let sha256 = cited.words.map(|it| it.sha256.to_string());
    let by_id = cited.source.and_then(|id| maker.dataset.source(id));
    let source = by_id.or_else(|| {
        let has_digest = |source: &&Source| source.sha256.as_deref() == sha256.as_deref();
        maker
            .dataset
            .sources()
            .find(has_digest)
            .filter(|_| sha256.is_some())
    });
    let named = source.map(|source| evidence::reference(words, source));
    let unlisted = || cited.source.map(|id| set_apart(words, id));
    let paragraph = cited.words.filter(|it| it.anchor.paragraph > 0);
    let paragraph = paragraph.map(|it| format!("para {}", it.anchor.paragraph));
    let place = cited.locator.or(paragraph.as_deref());
    let place = place.map(|text| locator::in_words(words, &[text]));
    let parts: Vec<String> = named.or_else(unlisted).into_iter().chain(place).collect();
    WordsCard {
        quote: cited.words.map(|it| it.anchor.exact.clone()),
        reference: parts.join(" · "),
        sha256,
    }
}

fn in_words(maker: &Maker<'_>, value: RecordValue) -> Option<String> {
    let (words, record) = (maker.words, maker.record);
    let (key, text) = match value {
        RecordValue::Date => {
            let date = record.date.as_ref()?;
            let text = dates::in_words(words, date, record.kind);
            ("card-when", dates::capitalised(&text))
        }
        RecordValue::Place => {
            let name = maker.worded(&record.place.name);
            let unnamed = || words.get("card-unnamed-place").to_owned();
            ("card-where", name.map_or_else(unnamed, |name| name.text))
        }
        RecordValue::Actor(index) => ("card-words-actor", maker.actor(record.actors.get(index)?)),
        RecordValue::Quantity(index) => {
            let amount = facts::amount(maker, record.quantities.get(index)?);
            let parts = amount.number.into_iter().chain([amount.what.text]);
            ("card-words-quantity", joined(parts))
        }
        RecordValue::Equipment(index) => {
            let item = facts::item(maker, record.equipment.get(index)?);
            let kind = item.kind.map(|kind| kind.text);
            let parts = item.number.into_iter().chain(item.model).chain(kind);
            ("card-words-equipment", joined(parts))
        }
        RecordValue::Claim(index) => {
            let by = maker.worded(&record.claims.get(index)?.by);
            let unnamed = || words.get("card-unnamed-claimant").to_owned();
            ("card-words-claim", by.map_or_else(unnamed, |by| by.text))
        }
    };
    let (name, value) = (words.get(key), Arg::Own(set_apart(words, &text).into()));
    Some(words.with("card-words-value", args!(name: name, value: value)))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    let filled: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    filled.join(" ")
}
