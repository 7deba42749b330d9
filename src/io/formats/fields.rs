//! Records as rows of typed columns, for databases and the tables of programs that draw maps; and back.
//!
//! Each property is a column of the simplest type that holds its value in every record: a day, a moment, a number, a
//! text, else JSON. What columns cannot say (which of them hold JSON, what each is called in the file, and all that is
//! about the whole) is carried along as one text, so that what this program wrote comes back as it was, while others
//! read columns of usual types.

use crate::model::RowId;
use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::{
    io::{
        error::WriteErrorKind,
        export::{Export, digests::DigestTiming, members::members},
    },
    work::Progress,
};

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
    Boolean,
    Integer,
    Real,
    /// A day, `2022-01-05`.
    Day,
    /// A moment in UTC, `2022-01-05T10:00:00Z`.
    Moment,
    Text,
    /// Texts, of which those that JSON could be are JSON.
    Json,
}

/// Where the values of a column come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Origin {
    Id,
    Property(String),
    /// Another member of the feature.
    Member(String),
}

/// A column.
#[derive(Clone, Debug)]
pub(super) struct ExportField {
    /// Its name, each once whatever the case of its letters.
    pub(super) name: String,
    pub(super) origin: Origin,
    pub(super) kind: FieldType,
}

/// The columns of an export.
pub(super) struct ExportFields(pub(super) Vec<ExportField>);

/// A feature taken apart.
pub(super) struct FeatureParts {
    pub(super) geometry: Value,
    feature: Map<String, Value>,
    properties: Map<String, Value>,
}

impl FeatureParts {
    /// The feature of a row, as an export has it.
    pub(super) fn of(export: &Export<'_>, row: RowId) -> Self {
        let text = export.feature(row);
        let feature = serde_json::from_str(&text).unwrap_or_default();
        let Value::Object(mut feature) = feature else {
            return Self::default();
        };
        let geometry = feature.remove("geometry").unwrap_or_default();
        let properties = match feature.remove("properties") {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        };
        feature.remove("type");
        Self {
            geometry,
            feature,
            properties,
        }
    }

    /// What a column has of it; `None` where it has nothing.
    pub(super) fn value(&self, column: &ExportField) -> Option<&Value> {
        let value = match &column.origin {
            Origin::Id => self.feature.get("id"),
            Origin::Property(name) => self.properties.get(name),
            Origin::Member(name) => self.feature.get(name),
        };
        value.filter(|value| !value.is_null())
    }

    fn values(&self) -> impl Iterator<Item = (Origin, &Value)> {
        let members = self
            .feature
            .iter()
            .map(|(name, value)| match name.as_str() {
                "id" => (Origin::Id, value),
                name => (Origin::Member(name.to_owned()), value),
            });
        let properties = self.properties.iter();
        members.chain(properties.map(|(name, value)| (Origin::Property(name.clone()), value)))
    }
}

impl Default for FeatureParts {
    fn default() -> Self {
        Self {
            geometry: Value::Null,
            feature: Map::new(),
            properties: Map::new(),
        }
    }
}

impl ExportFields {
    /// The columns that the rows need; `taken` are names that the format has for itself.
    ///
    /// # Errors
    /// When nobody wants them any more.
    pub(super) fn of(
        export: &Export<'_>,
        rows: &[RowId],
        taken: &[&str],
        progress: &Progress,
    ) -> Result<Self, WriteErrorKind> {
        let mut found: Vec<(Origin, Option<FieldType>)> = vec![(Origin::Id, None)];
        let mut places: std::collections::HashMap<Origin, usize> = [(Origin::Id, 0)].into();
        Export::for_each_row(rows, progress, |row| {
            let parts = FeatureParts::of(export, row);
            for (origin, value) in parts.values() {
                let place = *places.entry(origin.clone()).or_insert_with(|| {
                    found.push((origin, None));
                    found.len() - 1
                });
                if let (Some((_, kind)), Some(new)) = (found.get_mut(place), kind_of(value)) {
                    *kind = Some(kind.map_or(new, |known| common(known, new)));
                }
            }
            Ok(0)
        })?;
        let mut names: HashSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
        let columns = found.into_iter().map(|(origin, kind)| {
            let plain = match &origin {
                Origin::Id => "id",
                Origin::Property(name) | Origin::Member(name) => name,
            };
            let mut name = plain.to_owned();
            let mut number = 2;
            while name.is_empty() || !names.insert(name.to_lowercase()) {
                name = format!("{plain}_{number}");
                number += 1;
            }
            ExportField {
                name,
                origin,
                kind: kind.unwrap_or(FieldType::Text),
            }
        });
        Ok(Self(columns.collect()))
    }

    /// What columns cannot say.
    pub(super) fn carried(&self, export: &Export<'_>, rows: &[RowId]) -> String {
        let columns: Vec<Value> = self
            .0
            .iter()
            .map(|column| {
                let (of, name) = match &column.origin {
                    Origin::Id => ("id", "id"),
                    Origin::Property(name) => ("property", name.as_str()),
                    Origin::Member(name) => ("member", name.as_str()),
                };
                json!({"column": column.name, "of": of, "name": name, "json": column.kind == FieldType::Json})
            })
            .collect();
        let members = members(export, rows, DigestTiming::Now);
        let members: Vec<String> = members
            .into_iter()
            .map(|(key, value)| format!("{key}:{value}"))
            .collect();
        format!(
            r#"{{"columns":{},"members":{{{}}}}}"#,
            Value::from(columns),
            members.join(",")
        )
    }
}

/// The simplest type that holds a value; `None` for nothing.
fn kind_of(value: &Value) -> Option<FieldType> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(_) => FieldType::Boolean,
        Value::Number(number) if number.as_i64().is_some() => FieldType::Integer,
        Value::Number(number) if number.as_u64().is_none() => FieldType::Real,
        Value::String(text) if is_like(text, "dddd-dd-dd") => FieldType::Day,
        Value::String(text) if is_like(text, "dddd-dd-ddTdd:dd:ddZ") => FieldType::Moment,
        Value::String(_) => FieldType::Text,
        _ => FieldType::Json,
    })
}

/// The simplest type that holds values of both.
fn common(one: FieldType, other: FieldType) -> FieldType {
    let is_text = |kind| matches!(kind, FieldType::Day | FieldType::Moment | FieldType::Text);
    match (one, other) {
        _ if one == other => one,
        (FieldType::Integer, FieldType::Real) | (FieldType::Real, FieldType::Integer) => {
            FieldType::Real
        }
        _ if is_text(one) && is_text(other) => FieldType::Text,
        _ => FieldType::Json,
    }
}

/// Whether a text has digits where the pattern has `d`, and else is as it; and is a moment that the calendar has.
fn is_like(text: &str, pattern: &str) -> bool {
    let alike = |(byte, like): (u8, u8)| match like {
        b'd' => byte.is_ascii_digit(),
        like => byte == like,
    };
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(alike)
        && crate::model::When::parse(text).is_ok()
}

/// A value as the text of a column of JSON: texts that are none stand as they are.
pub(super) fn encoded(value: &Value) -> String {
    match value {
        Value::String(text) if serde_json::from_str::<Value>(text).is_err() => text.clone(),
        other => other.to_string(),
    }
}

/// What a file carries of what its columns cannot say.
#[derive(Default)]
pub(super) struct Carried {
    columns: std::collections::HashMap<String, (Origin, bool)>,
    pub(super) members: Map<String, Value>,
}

impl Carried {
    /// Reads it; `None` where it is not what this program writes.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut value: Value = serde_json::from_str(text).ok()?;
        let mut carried = Self::default();
        for column in value.get("columns")?.as_array()? {
            let text = |name: &str| column.get(name).and_then(Value::as_str);
            let name = text("name")?.to_owned();
            let origin = match text("of")? {
                "id" => Origin::Id,
                "member" => Origin::Member(name),
                _ => Origin::Property(name),
            };
            let is_json = column.get("json") == Some(&Value::Bool(true));
            carried
                .columns
                .insert(text("column")?.to_owned(), (origin, is_json));
        }
        if let Some(Value::Object(members)) = value.get_mut("members").map(Value::take) {
            carried.members = members;
        }
        carried
            .members
            .retain(|name, _| name != "type" && name != "features");
        Some(carried)
    }

    /// Says where the values of a column come from, and whether its texts are JSON where they can be; `None` for a
    /// column that nothing is said of.
    pub(super) fn column(&self, name: &str) -> Option<(&Origin, bool)> {
        self.columns
            .get(name)
            .map(|(origin, is_json)| (origin, *is_json))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::formats::row_text::{TextCell, push_cell};

    #[test]
    fn texts_that_look_like_json_stay_texts() {
        for value in [
            json!("5"),
            json!("a"),
            json!("[1]"),
            json!("null"),
            json!("\"q\""),
            json!([1, "a"]),
            json!({"a": null}),
        ] {
            let mut back = String::new();
            push_cell(&mut back, TextCell::Text(&encoded(&value)), true);
            assert_eq!(serde_json::from_str::<Value>(&back).unwrap(), value);
        }
    }

    #[test]
    fn a_column_has_the_simplest_type_that_holds_all() {
        let kind = |values: &[Value]| {
            let kinds = values.iter().filter_map(kind_of);
            kinds.reduce(common)
        };
        assert_eq!(
            kind(&[json!(1), json!(null), json!(2.5)]),
            Some(FieldType::Real)
        );
        assert_eq!(
            kind(&[json!("2022-01-05"), json!("2022-01-06")]),
            Some(FieldType::Day)
        );
        assert_eq!(
            kind(&[json!("2022-01-05"), json!("2022-01")]),
            Some(FieldType::Text)
        );
        assert_eq!(kind(&[json!("2022-13-05")]), Some(FieldType::Text));
        assert_eq!(
            kind(&[json!("2022-01-05T10:00:00Z")]),
            Some(FieldType::Moment)
        );
        assert_eq!(kind(&[json!("a"), json!(1)]), Some(FieldType::Json));
        assert_eq!(kind(&[json!(u64::MAX)]), Some(FieldType::Json));
        assert_eq!(kind(&[json!(null)]), None);
    }
}
