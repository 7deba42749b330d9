//! Which records are made coarser, and how.

use serde_json::{Map, Value};

use super::coarse::{Coarse, MOST_DECIMALS};
use crate::model::When;

/// What a file of rules says.
///
/// `{"names": ["…"], "rules": [{"records": {"layer", "status", "ids", "any property": value}, "embargo": "YYYY-MM-DD",
/// "decimals": 1, "area": true, "omit": ["unit"]}]}`; a rule without `records` is for all.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    names: Vec<String>,
    rules: Vec<(Map<String, Value>, Effect)>,
}

/// What is wrong with a file of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// It is no JSON object.
    NotJson,
    /// This member is not known, or its value makes no sense. A rule that does nothing would leave in what it should not.
    Member(String),
}

/// What becomes of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Effect {
    /// The last day on which it is not published.
    embargo: Option<String>,
    pub(super) coarse: Option<Coarse>,
    omit: Vec<String>,
}

impl Rules {
    /// Reads a file of rules.
    ///
    /// # Errors
    /// When anything in it is not understood.
    pub fn read(text: &str) -> Result<Self, RuleError> {
        let Ok(Value::Object(file)) = serde_json::from_str(text) else {
            return Err(RuleError::NotJson);
        };
        let mut rules = Self::default();
        for (name, value) in &file {
            let unknown = || RuleError::Member(name.clone());
            match (name.as_str(), value) {
                ("names", value) => rules.names = texts(value).ok_or_else(unknown)?,
                ("rules", Value::Array(list)) => {
                    for rule in list {
                        rules.rules.push(rule_of(rule)?);
                    }
                }
                _ => return Err(unknown()),
            }
        }
        Ok(rules)
    }

    /// Names of people that may stand nowhere.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// What becomes of a feature: what the rules that are for it and the feature itself ask for, the stricter of two.
    pub(super) fn effect(&self, feature: &Map<String, Value>) -> Effect {
        let mut effect = Effect::default();
        for (records, rule) in &self.rules {
            if is_for(records, feature) {
                effect.join(rule);
            }
        }
        let own = feature.get("properties").and_then(|it| it.get("publish"));
        if let Some(Value::Object(own)) = own {
            match Effect::read(own) {
                Ok(own) => effect.join(&own),
                // What asks for care in words that are not known gets all of it.
                Err(_) => effect.embargo = Some("9999-12-31".to_owned()),
            }
        }
        effect
    }
}

fn rule_of(rule: &Value) -> Result<(Map<String, Value>, Effect), RuleError> {
    let Value::Object(rule) = rule else {
        return Err(RuleError::Member("rules".to_owned()));
    };
    let mut rule = rule.clone();
    let records = match rule.remove("records") {
        None => Map::new(),
        Some(Value::Object(records)) => records,
        Some(_) => return Err(RuleError::Member("records".to_owned())),
    };
    Ok((records, Effect::read(&rule)?))
}

/// Whether a feature has everything that a rule asks for. A list asks for one of its values.
fn is_for(records: &Map<String, Value>, feature: &Map<String, Value>) -> bool {
    let properties = feature.get("properties");
    records.iter().all(|(name, wanted)| {
        let own = match name.as_str() {
            "ids" | "id" => feature.get("id"),
            name => properties.and_then(|it| it.get(name)),
        };
        own.is_some_and(|own| match (wanted, own) {
            (Value::Array(wanted), Value::Array(own)) => own.iter().any(|it| wanted.contains(it)),
            (Value::Array(wanted), own) => wanted.contains(own),
            (wanted, Value::Array(own)) => own.contains(wanted),
            (wanted, own) => wanted == own,
        })
    })
}

fn texts(value: &Value) -> Option<Vec<String>> {
    let texts = value.as_array()?.iter();
    let texts: Option<Vec<String>> = texts.map(|it| Some(it.as_str()?.to_owned())).collect();
    texts.filter(|texts| texts.iter().all(|it| !it.trim().is_empty()))
}

impl Effect {
    fn read(members: &Map<String, Value>) -> Result<Self, RuleError> {
        let mut effect = Self::default();
        for (name, value) in members {
            let unknown = || RuleError::Member(name.clone());
            match name.as_str() {
                "embargo" => {
                    let day = value.as_str().filter(|day| {
                        day.len() == 10 && When::parse(day).is_ok_and(|it| it.is_exact())
                    });
                    effect.embargo = Some(day.ok_or_else(unknown)?.to_owned());
                }
                "decimals" => {
                    let decimals = value.as_u64().and_then(|n| usize::try_from(n).ok());
                    let decimals = decimals.filter(|n| *n <= MOST_DECIMALS);
                    effect.tighten(Coarse::Decimals(decimals.ok_or_else(unknown)?));
                }
                "area" => {
                    if value.as_bool().ok_or_else(unknown)? {
                        effect.tighten(Coarse::Area);
                    }
                }
                "omit" => effect.omit = texts(value).ok_or_else(unknown)?,
                _ => return Err(unknown()),
            }
        }
        Ok(effect)
    }

    fn tighten(&mut self, coarse: Coarse) {
        self.coarse = Some(self.coarse.map_or(coarse, |own| own.max(coarse)));
    }

    fn join(&mut self, other: &Self) {
        // Days of four digits a year are in order as texts are.
        self.embargo = self.embargo.take().max(other.embargo.clone());
        if let Some(coarse) = other.coarse {
            self.tighten(coarse);
        }
        self.omit.extend(other.omit.iter().cloned());
    }

    /// Whether the record is not published on a day.
    pub(super) fn is_withheld(&self, day: &str) -> bool {
        self.embargo
            .as_deref()
            .is_some_and(|embargo| day <= embargo)
    }

    /// Whether a property is left out, in whatever language.
    pub(super) fn omits(&self, name: &str) -> bool {
        let base = name.split_once(':').map_or(name, |(base, _)| base);
        self.omit.iter().any(|it| it == name || it == base)
    }

    /// The texts of the properties that are left out: none of them may stand in another property either.
    pub(super) fn omitted_values(&self, feature: &Map<String, Value>) -> Vec<String> {
        let mut values = Vec::new();
        if let Some(Value::Object(properties)) = feature.get("properties") {
            for (_, value) in properties.iter().filter(|(name, _)| self.omits(name)) {
                gather(value, &mut values);
            }
        }
        values
    }
}

/// Every text in a value that is long enough to be a name.
fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if text.trim().chars().count() > 2 => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|it| gather(it, texts)),
        Value::Object(members) => members.values().for_each(|it| gather(it, texts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn feature(value: &Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn the_stricter_of_two_rules_holds() {
        let rules = Rules::read(
            r#"{"rules": [{"decimals": 2}, {"records": {"layer": ["incident"]}, "decimals": 1, "embargo": "2026-01-31"},
                {"records": {"ids": ["b"]}, "area": true}]}"#,
        )
        .unwrap();
        let effect = |id: &str, layer: &str| {
            rules.effect(&feature(&json!({"id": id, "properties": {"layer": layer}})))
        };
        assert_eq!(effect("a", "context").coarse, Some(Coarse::Decimals(2)));
        assert_eq!(effect("a", "incident").coarse, Some(Coarse::Decimals(1)));
        assert_eq!(effect("b", "incident").coarse, Some(Coarse::Area));
        assert!(effect("a", "incident").is_withheld("2026-01-31"));
        assert!(!effect("a", "incident").is_withheld("2026-02-01"));
    }

    #[test]
    fn a_rule_that_is_not_understood_is_refused() {
        for text in [
            "[]",
            r#"{"rule": []}"#,
            r#"{"rules": [{"decimal": 1}]}"#,
            r#"{"names": [""]}"#,
        ] {
            assert!(Rules::read(text).is_err(), "{text}");
        }
        let own = json!({"properties": {"publish": {"decimal": 1}}});
        assert!(
            Rules::default()
                .effect(&feature(&own))
                .is_withheld("2026-01-01")
        );
    }
}
