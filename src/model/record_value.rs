//! The values of a record that come out of documents, and the words that each rests on.
//!
//! A value is what a coder takes out of a document: the date, the place, an actor, a quantity, equipment, a claim. Whether
//! it has words says nothing about whether it is true, only that a reader can look it up.

use super::{
    evidence::{CitedWords, ValueEvidence},
    record::Record,
};

/// A value of a record that comes out of a document; lists have one for each item, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordValue {
    /// When it happened.
    Date,
    /// Where, in words or on the map.
    Place,
    /// Who took part.
    Actor(usize),
    /// How many of what.
    Quantity(usize),
    /// With what.
    Equipment(usize),
    /// Who says what.
    Claim(usize),
}

impl RecordValue {
    /// Whether a pointer into the feature leads to it, to a part of it or to the list that it stands in.
    #[must_use]
    pub fn is_named_by(self, pointer: &str) -> bool {
        let path = pointer.strip_prefix("/properties/").unwrap_or_default();
        let mut parts = path.split('/');
        let name = parts.next().unwrap_or_default();
        let base = name.split(':').next();
        let mut has = |list: &str, index: usize| {
            name == list && parts.next().is_none_or(|it| it.parse() == Ok(index))
        };
        match self {
            Self::Date => base == Some("date"),
            Self::Place => base == Some("place") || pointer.starts_with("/geometry"),
            Self::Actor(index) => has("actors", index),
            Self::Quantity(index) => has("quantities", index),
            Self::Equipment(index) => has("equipment", index),
            Self::Claim(index) => has("claims", index),
        }
    }
}

/// Where the words for a value stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueWords<'a> {
    /// Id of the source.
    pub source: Option<&'a str>,
    /// Where in the source.
    pub locator: Option<&'a str>,
    /// The words themselves, where they were chosen in the document.
    pub words: Option<&'a CitedWords>,
}

impl ValueWords<'_> {
    /// Whether a reader can look them up: the words are there, or a place in a source.
    const fn lead_somewhere(&self) -> bool {
        self.words.is_some() || (self.source.is_some() && self.locator.is_some())
    }
}

impl Record {
    /// The values that come out of documents, in the order of the card.
    pub fn values(&self) -> impl Iterator<Item = RecordValue> {
        let has_place = self.geometry.is_some() || !self.place.name.is_empty();
        let date = self.date.is_some().then_some(RecordValue::Date);
        let place = has_place.then_some(RecordValue::Place);
        let items = (0..self.actors.len()).map(RecordValue::Actor);
        date.into_iter()
            .chain(place)
            .chain(items)
            .chain((0..self.quantities.len()).map(RecordValue::Quantity))
            .chain((0..self.equipment.len()).map(RecordValue::Equipment))
            .chain((0..self.claims.len()).map(RecordValue::Claim))
    }

    /// Where the words for a value stand; `None` where nothing says so. Words that stand for the whole record are those of
    /// none of its values.
    #[must_use]
    pub fn words_for(&self, value: RecordValue) -> Option<ValueWords<'_>> {
        let own = match value {
            RecordValue::Claim(index) => self.claims.get(index).map(|claim| ValueWords {
                source: claim.source.as_deref(),
                locator: claim.locator.as_deref(),
                words: claim.words.as_ref(),
            }),
            _ => None,
        };
        let entries = self
            .evidence
            .iter()
            .filter(|it| value.is_named_by(&it.pointer));
        let all = entries.map(statement_of).chain(own);
        let mut leading: Vec<ValueWords<'_>> = all.filter(ValueWords::lead_somewhere).collect();
        // Words say more than a place in a source.
        leading.sort_by_key(|it| it.words.is_none());
        leading.first().copied()
    }
}

fn statement_of(evidence: &ValueEvidence) -> ValueWords<'_> {
    ValueWords {
        source: evidence.source.as_deref(),
        locator: evidence.locator.as_deref(),
        words: evidence.words.as_ref(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Mapping, anchor::Anchor};

    fn record(properties: &serde_json::Value) -> Record {
        let feature = json!({
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-4.2, 14.5]},
            "properties": properties,
        });
        let (record, issues) = Record::read(&feature, &Mapping::profile());
        assert!(issues.is_empty(), "{issues:?}");
        record.unwrap()
    }

    fn target(words: &str) -> serde_json::Value {
        let anchor = Anchor::of(words, 0..words.chars().count()).unwrap();
        anchor.target("AB12")
    }

    fn lacking(record: &Record) -> Vec<RecordValue> {
        record
            .values()
            .filter(|value| record.words_for(*value).is_none())
            .collect()
    }

    #[test]
    fn each_date_place_actor_number_item_and_claim_is_a_value() {
        let record = record(&json!({
            "date": "2022-01", "actors": ["a", "b"], "quantities": [{"what": "people", "low": 2}],
            "equipment": [{"model": "Mi-8"}], "claims": [{"by": "a"}],
        }));
        let values: Vec<RecordValue> = record.values().collect();
        assert_eq!(
            values,
            [
                RecordValue::Date,
                RecordValue::Place,
                RecordValue::Actor(0),
                RecordValue::Actor(1),
                RecordValue::Quantity(0),
                RecordValue::Equipment(0),
                RecordValue::Claim(0),
            ]
        );
        assert_eq!(lacking(&record), values);
    }

    #[test]
    fn words_are_found_by_the_pointer_to_a_value_a_part_of_it_or_its_list() {
        let record = record(&json!({
            "date": "2022-01", "date_basis": "guessed", "actors": ["a", "b"],
            "quantities": [{"what": "people", "low": 2}, {"what": "vehicles", "low": 3}],
            "evidence": [
                {"for": "/properties/date", "target": target("in January")},
                {"for": "/properties/place:ar", "source": "s", "locator": "para 2"},
                {"for": "/properties/actors", "target": target("the two")},
                {"for": "/properties/quantities/1/low", "target": target("three")},
            ],
        }));
        assert_eq!(lacking(&record), [RecordValue::Quantity(0)]);
        let words = record.words_for(RecordValue::Date).unwrap().words.unwrap();
        assert_eq!(
            (&*words.anchor.exact, &*words.sha256),
            ("in January", "ab12")
        );
        let place = record.words_for(RecordValue::Place).unwrap();
        assert_eq!((place.source, place.locator), (Some("s"), Some("para 2")));
    }

    #[test]
    fn words_of_the_whole_record_and_pointers_to_something_else_are_those_of_no_value() {
        let record = record(&json!({
            "date": "2022-01",
            "evidence": [
                {"for": "", "target": target("all")},
                {"for": "/properties/date_basis", "target": target("as it says")},
                {"for": "/properties/date", "source": "s"},
            ],
        }));
        assert_eq!(lacking(&record), [RecordValue::Date, RecordValue::Place]);
    }

    #[test]
    fn a_claim_has_the_words_of_its_own_target_or_its_place_in_a_source() {
        let record = record(&json!({
            "date": "2022-01",
            "claims": [
                {"by": "a", "target": target("they came")},
                {"by": "b", "source": "s", "locator": "para 3"},
                {"by": "c", "source": "s"},
            ],
        }));
        let values = [RecordValue::Date, RecordValue::Place, RecordValue::Claim(2)];
        assert_eq!(lacking(&record), values);
    }

    #[test]
    fn words_go_before_a_place_in_a_source() {
        let record = record(&json!({
            "date": "2022-01",
            "evidence": [
                {"for": "/properties/date", "source": "s", "locator": "para 1"},
                {"for": "/properties/date", "target": target("then")},
            ],
        }));
        assert!(record.words_for(RecordValue::Date).unwrap().words.is_some());
    }
}
