//! A feature of columns, written straight into its text: no value is made of a cell that JSON has a notation for.
//!
//! Where the cells of each column go is worked out once for a file ([`Destinations`]); the buffers of a feature
//! ([`FeatureText`]) serve all of them. A million features of twelve columns take a third of the time that trees of
//! values did.

use std::{collections::HashSet, fmt::Write as _};

use serde::de::IgnoredAny;

use super::fields::{Carried, Origin};
use crate::scan::json::push_quoted;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TextCell<'a> {
    /// Nothing: the feature does not get the member.
    Nothing,
    Truth(bool),
    Whole(i64),
    /// A number; nothing where it is not finite.
    Real(f64),
    Text(&'a str),
    /// A value as JSON writes it.
    Json(&'a str),
}

/// Where the cells of each column go.
pub(super) struct Destinations(Vec<CellDestination>);

struct CellDestination {
    part: Part,
    /// The name of the member as JSON with its colon.
    key: String,
    /// Whether texts that JSON could be are JSON.
    is_json: bool,
}

/// The part of a feature that a member stands in.
#[derive(Clone, Copy)]
enum Part {
    Id,
    Property,
    Feature,
}

impl Destinations {
    /// Finds the destinations of columns with these names; what the file carries says more of those that it names.
    /// Where two columns would become one member the second gets a number behind its name, so that nothing is lost.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>, carried: &Carried) -> Self {
        let mut taken = HashSet::new();
        let mut has_id = false;
        let one = |column: &'a str| {
            let (origin, is_json) = match carried.column(column) {
                Some((origin, is_json)) => (Some(origin), is_json),
                None => (None, false),
            };
            let (part, name) = match origin {
                Some(Origin::Id) if !std::mem::replace(&mut has_id, true) => (Part::Id, column),
                Some(Origin::Member(name)) if !is_of_every_feature(name) => {
                    (Part::Feature, name.as_str())
                }
                Some(Origin::Property(name)) => (Part::Property, name.as_str()),
                _ => (Part::Property, column),
            };
            let mut free = name.to_owned();
            let mut number = 2;
            while !taken.insert((matches!(part, Part::Property), free.clone())) {
                free = format!("{name}_{number}");
                number += 1;
            }
            let mut key = String::new();
            push_quoted(&mut key, &free);
            key.push(':');
            CellDestination { part, key, is_json }
        };
        Self(names.map(one).collect())
    }
}

fn is_of_every_feature(name: &str) -> bool {
    ["type", "id", "properties", "geometry"].contains(&name)
}

/// A feature under writing.
#[derive(Default)]
pub(super) struct FeatureText {
    pub(super) id: String,
    /// GeoJSON text, or nothing.
    pub(super) geometry: String,
    /// Members with a comma behind each.
    properties: String,
    members: String,
}

impl FeatureText {
    /// Empties it, to be filled again.
    pub(super) fn clear(&mut self) {
        self.id.clear();
        self.geometry.clear();
        self.properties.clear();
        self.members.clear();
    }

    /// Adds what a cell of the column at `place` holds.
    pub(super) fn put(&mut self, to: &Destinations, place: usize, cell: TextCell<'_>) {
        let Some(to) = to.0.get(place) else { return };
        if is_nothing(cell) {
            return;
        }
        let out = match to.part {
            Part::Id => {
                self.id.clear();
                push_cell(&mut self.id, cell, to.is_json);
                return;
            }
            Part::Property => &mut self.properties,
            Part::Feature => &mut self.members,
        };
        out.push_str(&to.key);
        push_cell(out, cell, to.is_json);
        out.push(',');
    }

    /// Adds a property whose value is JSON.
    pub(super) fn put_json(&mut self, name: &str, json: &str) {
        push_quoted(&mut self.properties, name);
        self.properties.push(':');
        self.properties.push_str(json);
        self.properties.push(',');
    }

    /// Appends the feature.
    pub(super) fn write(&self, out: &mut String) {
        out.push_str(r#"{"type":"Feature","#);
        if !self.id.is_empty() {
            out.push_str(r#""id":"#);
            out.push_str(&self.id);
            out.push(',');
        }
        out.push_str(r#""geometry":"#);
        out.push_str(if self.geometry.is_empty() {
            "null"
        } else {
            &self.geometry
        });
        out.push_str(r#","properties":{"#);
        out.push_str(self.properties.strip_suffix(',').unwrap_or_default());
        out.push('}');
        if let Some(members) = self.members.strip_suffix(',') {
            out.push(',');
            out.push_str(members);
        }
        out.push('}');
    }
}

fn is_nothing(cell: TextCell<'_>) -> bool {
    match cell {
        TextCell::Nothing => true,
        TextCell::Real(value) => !value.is_finite(),
        TextCell::Json(json) => json == "null",
        _ => false,
    }
}

/// Appends a cell as JSON; `null` for nothing.
pub(super) fn push_cell(out: &mut String, cell: TextCell<'_>, is_json: bool) {
    let _ = match cell {
        TextCell::Nothing => write!(out, "null"),
        TextCell::Truth(truth) => write!(out, "{truth}"),
        TextCell::Whole(number) => write!(out, "{number}"),
        TextCell::Real(number) => {
            out.push_str(&serde_json::to_string(&number).unwrap_or_default());
            Ok(())
        }
        TextCell::Text(text) if is_json && serde_json::from_str::<IgnoredAny>(text).is_ok() => {
            out.push_str(text.trim());
            Ok(())
        }
        TextCell::Text(text) => {
            push_quoted(out, text);
            Ok(())
        }
        TextCell::Json(json) => {
            out.push_str(json);
            Ok(())
        }
    };
}

/// Appends a position.
pub(super) fn push_position(out: &mut String, x: f64, y: f64, height: Option<f64>) {
    out.push('[');
    push_coordinate(out, x);
    for number in [Some(y), height].into_iter().flatten() {
        out.push(',');
        push_coordinate(out, number);
    }
    out.push(']');
}

/// Appends a coordinate in the digits that tell it from all others, never with an exponent.
fn push_coordinate(out: &mut String, value: f64) {
    let begin = out.len();
    out.push_str(&serde_json::to_string(&value).unwrap_or_default());
    let written = out.get(begin..).unwrap_or_default();
    if written.contains('e') {
        out.truncate(begin);
        let _ = write!(out, "{value}");
    } else if written.ends_with(".0") {
        out.truncate(out.len() - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(names: &[&str], cells: &[TextCell<'_>]) -> String {
        let to = Destinations::of(names.iter().copied(), &Carried::default());
        let mut feature = FeatureText::default();
        for (place, cell) in cells.iter().enumerate() {
            feature.put(&to, place, *cell);
        }
        let mut out = String::new();
        feature.write(&mut out);
        out
    }

    #[test]
    fn cells_become_the_json_that_has_their_value() {
        let names = ["a", "b", "c", "d", "e", "f"];
        let cells = [
            TextCell::Truth(true),
            TextCell::Whole(-5),
            TextCell::Real(0.1),
            TextCell::Text("a \"b\""),
            TextCell::Json("[1,2]"),
            TextCell::Real(f64::NAN),
        ];
        assert_eq!(
            written(&names, &cells),
            r#"{"type":"Feature","geometry":null,"properties":{"a":true,"b":-5,"c":0.1,"d":"a \"b\"","e":[1,2]}}"#
        );
    }

    #[test]
    fn two_columns_of_one_name_are_two_members() {
        let cells = [
            TextCell::Text("one"),
            TextCell::Text("two"),
            TextCell::Text("three"),
        ];
        assert_eq!(
            written(&["date", "date", "date_2"], &cells),
            r#"{"type":"Feature","geometry":null,"properties":{"date":"one","date_2":"two","date_2_2":"three"}}"#
        );
    }

    #[test]
    fn a_coordinate_is_written_as_short_as_it_can_be_read_back() {
        for (value, text) in [
            (-8.0, "-8"),
            (12.64, "12.64"),
            (1e-9, "0.000000001"),
            (1e21, "1000000000000000000000"),
            (0.1 + 0.2, "0.30000000000000004"),
        ] {
            let mut out = String::new();
            push_coordinate(&mut out, value);
            assert_eq!(out, text);
        }
    }
}
