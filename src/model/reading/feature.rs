//! A value to a record.

use geo::Geometry;
use serde_json::{Map, Value};

use super::{Shape, read_record};
use crate::model::{Issue, IssueKind, Mapping, Record, reader::Reader, rfc7946};

impl Record {
    /// Reads a feature; `None` with an issue when it is none at all.
    #[must_use]
    pub fn read(feature: &Value, mapping: &Mapping) -> (Option<Self>, Vec<Issue>) {
        let member = feature.get("geometry");
        Self::read_shaped(Shape::Member(member), feature, mapping)
    }

    /// The same where the geometry was read already, in the coordinates of the file.
    #[must_use]
    pub fn read_around(
        geometry: Option<Geometry<f64>>,
        feature: &Value,
        mapping: &Mapping,
    ) -> (Option<Self>, Vec<Issue>) {
        Self::read_shaped(Shape::Known(geometry), feature, mapping)
    }

    fn read_shaped(
        shape: Shape<'_>,
        feature: &Value,
        mapping: &Mapping,
    ) -> (Option<Self>, Vec<Issue>) {
        match feature.as_object() {
            Some(object) if object.get("type").and_then(Value::as_str) == Some("Feature") => {
                let (record, issues) = read_feature(shape, object, mapping);
                (Some(record), issues)
            }
            _ => {
                let issue = Issue::new("", IssueKind::NotAFeature, &feature.to_string());
                (None, vec![issue])
            }
        }
    }
}

/// Reads a feature that is known to be one.
fn read_feature(
    shape: Shape<'_>,
    object: &Map<String, Value>,
    mapping: &Mapping,
) -> (Record, Vec<Issue>) {
    let nothing = Map::new();
    let properties = object.get("properties");
    let reader = Reader::new(properties.and_then(Value::as_object).unwrap_or(&nothing));
    let reader = reader.within(object);
    if let Some(other) = properties.filter(|value| !value.is_object() && !value.is_null()) {
        reader.note("properties", IssueKind::TypeWrong, &other.to_string());
    }
    let Ok(record) = read_record(shape, object, &reader, mapping);
    let mut issues = reader.into_issues();
    issues.extend(rfc7946::breaches(object));
    (record, issues)
}
