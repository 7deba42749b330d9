//! What a text says that a record may need: dates, places, quantities, actors, equipment, each with its words and the
//! rule that found it. Nothing is written without a person, and nothing is more exact than the words.
//!
//! Start with [`suggest`]. A text is taken apart into `tokens` in letters that are alike in every spelling; dates go
//! first, then names that are known, then numbers of what is left. Time is linear in the text. No model and no network:
//! the rules are tables in English, French and Arabic, and each suggestion names its rule.

mod dates;
mod names;
mod quantities;
#[rustfmt::skip]
mod quantity_words;
mod tokens;

use serde_json::json;

use self::{dates::dates, names::Names, quantities::quantities, tokens::Tokens};
use crate::model::{Bounds, Count, Lang, bounds::day_of};

/// The language that most words of a text are of; `None` where they are of none that is known.
#[must_use]
pub fn language_of(text: &str) -> Option<Lang> {
    Tokens::of(text).language()
}

/// What a suggestion is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuggestionKind {
    /// A date, as EDTF.
    Date,
    /// A place, by its name.
    Place,
    /// A number of things.
    Quantity,
    /// An actor, by its name.
    Actor,
    /// A model of equipment.
    Equipment,
}

impl SuggestionKind {
    /// The name of the kind in what is printed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Place => "place",
            Self::Quantity => "quantity",
            Self::Actor => "actor",
            Self::Equipment => "equipment",
        }
    }
}

/// A name that is looked for in a text.
#[derive(Clone, Debug)]
pub struct Known {
    kind: SuggestionKind,
    name: String,
    value: String,
    rule: &'static str,
}

impl Known {
    /// A name of `value`; `rule` says where it is known from.
    #[must_use]
    pub fn new(kind: SuggestionKind, name: &str, value: &str, rule: &'static str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            value: value.to_owned(),
            rule,
        }
    }
}

/// What a suggestion proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A date as EDTF, or a name.
    Text(String),
    /// A number with its vagueness.
    Count(Count),
}

impl Value {
    /// The value for programs: a text, or `low`, `high` and `circa`.
    #[must_use]
    pub fn as_json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Count(Count { low, high, circa }) => {
                json!({"low": low, "high": high, "circa": circa})
            }
        }
    }

    /// The value for people; numbers as the notation of ranges has them: `101/..`, `200~`.
    #[must_use]
    pub fn notation(&self) -> String {
        let Count { low, high, circa } = match self {
            Self::Text(text) => return text.clone(),
            Self::Count(count) => *count,
        };
        let end = |number: Option<i64>| number.map_or_else(|| "..".to_owned(), |it| it.to_string());
        let about = if circa { "~" } else { "" };
        match (low, high) {
            (Some(low), Some(high)) if low == high => format!("{low}{about}"),
            (low, high) => format!("{}/{}{about}", end(low), end(high)),
        }
    }
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is of.
    pub kind: SuggestionKind,
    /// The words, as they stand in the text.
    pub text: String,
    /// Where they begin and end, in code points of the text.
    pub start: usize,
    /// See `start`.
    pub end: usize,
    /// What is proposed.
    pub value: Value,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Finds what a text says, in its order; no two suggestions share a word.
///
/// `lang` is the language of the text, where it is known; `published` bounds the days that it may be published on, which
/// dates such as `last week` are told from. Of names that stand twice among the `known` the first counts.
#[must_use]
pub fn suggest(
    text: &str,
    lang: Option<Lang>,
    published: Option<Bounds>,
    known: &[Known],
) -> Vec<Suggestion> {
    let mut tokens = Tokens::of(text);
    tokens.has_both_orders = lang.or_else(|| tokens.language()) == Some(Lang::En);
    let published = published.map(|bounds| (day_of(bounds.earliest), day_of(bounds.latest)));
    let mut found = Found {
        taken: vec![false; tokens.len()],
        list: Vec::new(),
    };
    for date in dates(&tokens, published) {
        found.add(
            SuggestionKind::Date,
            date.first,
            date.end,
            Value::Text(date.value),
            date.rule,
        );
    }
    for name in Names::of(known).find(&tokens) {
        found.add(
            name.kind,
            name.first,
            name.end,
            Value::Text(name.value.to_owned()),
            name.rule,
        );
    }
    let taken = found.taken.clone();
    let is_taken = |at: usize| taken.get(at) == Some(&true);
    for one in quantities(&tokens, dates::NAMED, &is_taken) {
        found.add(
            SuggestionKind::Quantity,
            one.first,
            one.end,
            Value::Count(one.count),
            one.rule,
        );
    }
    found.in_order(text, &tokens)
}

/// A suggestion by its tokens.
struct Found {
    taken: Vec<bool>,
    list: Vec<(SuggestionKind, usize, usize, Value, &'static str)>,
}

impl Found {
    /// Adds a suggestion, unless one of its words is taken.
    fn add(
        &mut self,
        kind: SuggestionKind,
        first: usize,
        end: usize,
        value: Value,
        rule: &'static str,
    ) {
        let Some(words) = self.taken.get_mut(first..end) else {
            return;
        };
        if words.contains(&true) {
            return;
        }
        words.fill(true);
        self.list.push((kind, first, end, value, rule));
    }

    fn in_order(mut self, text: &str, tokens: &Tokens) -> Vec<Suggestion> {
        self.list.sort_by_key(|(_, first, ..)| *first);
        let mut letters = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        // Suggestions come in order, so that the text is gone through once.
        let mut passed = 0;
        let mut byte_of = |place: usize| {
            let byte = letters.nth(place - passed);
            passed = place + 1;
            byte.unwrap_or(text.len())
        };
        let suggestions = self
            .list
            .into_iter()
            .filter_map(|(kind, first, end, value, rule)| {
                let (start, end) = (
                    tokens.get(first)?.start,
                    tokens.get(end.checked_sub(1)?)?.end,
                );
                let bytes = byte_of(start)..byte_of(end);
                Some(Suggestion {
                    kind,
                    text: text.get(bytes)?.to_owned(),
                    start,
                    end,
                    value,
                    rule,
                })
            });
        suggestions.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    fn found(text: &str) -> Vec<(String, usize, usize)> {
        let published = When::parse("2025-02").unwrap().bounds();
        let known = [Known::new(
            SuggestionKind::Place,
            "باماكو",
            "Bamako",
            "records",
        )];
        let list = suggest(text, None, Some(published), &known);
        list.into_iter()
            .map(|it| (it.text, it.start, it.end))
            .collect()
    }

    #[test]
    fn words_are_given_as_they_stand_with_their_places_in_code_points() {
        let text = "في 17 يناير/كانون الثاني 2025 وصلت إلى باماكو أكثر من 100 آلية.";
        let letters: Vec<char> = text.chars().collect();
        let list = found(text);
        assert_eq!(list.len(), 3);
        for (words, start, end) in list {
            let there: String = letters[start..end].iter().collect();
            assert_eq!(words, there);
        }
    }

    #[test]
    fn a_publication_of_a_month_gives_no_day() {
        let published = When::parse("2025-02").unwrap().bounds();
        let values = |text| {
            let list = suggest(text, None, Some(published), &[]);
            list.into_iter().map(|it| it.value).collect::<Vec<_>>()
        };
        let day = |text: &str| vec![Value::Text(text.to_owned())];
        assert_eq!(values("في 19 يناير الماضي"), day("2025-01-19"));
        assert_eq!(values("They left yesterday."), day("2025-01-31/2025-02-27"));
        assert_eq!(values("They left last month."), day("2025-01"));
    }

    #[test]
    fn every_date_that_is_proposed_is_one_that_a_record_takes() {
        let lines = include_str!("dates/expressions.tsv").lines();
        let mut count = 0;
        for line in lines.filter(|line| !line.starts_with('#')) {
            let value = line.rsplit('\t').next().unwrap();
            for value in value.split(' ').filter(|value| *value != "-") {
                assert!(When::parse(value).is_ok(), "{value}");
                count += 1;
            }
        }
        assert!(count > 200);
    }
}
