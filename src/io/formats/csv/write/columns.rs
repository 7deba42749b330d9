//! Which columns there are, and what a row has in them.

use std::{borrow::Cow, collections::HashSet};

use serde_json::{Map, Value};

use crate::{
    io::export::{Export, insert::Outline},
    model::{
        Record, RowId,
        preset::{DERIVED_COLUMNS, is_exported},
        profile, wkt,
    },
    text::formula::unguarded,
};

/// The columns before the derived ones.
pub(in crate::io) enum CsvColumns {
    /// Those of the table that the rows were read from, by their place in it.
    Table(Vec<(usize, String)>),
    /// The id, the properties, the place.
    Properties {
        names: Vec<String>,
        has_shapes: bool,
    },
}

impl CsvColumns {
    pub(in crate::io) fn of(export: &Export, rows: &[RowId]) -> Self {
        if export.is_one_layout()
            && let Some(table) = export
                .dataset
                .parts()
                .iter()
                .find_map(|part| part.table.as_ref())
        {
            let names = table.names.iter().map(ToString::to_string);
            let kept = names.enumerate();
            let kept = kept.filter(|(_, name)| !DERIVED_COLUMNS.contains(&name.as_str()));
            return Self::Table(kept.collect());
        }
        let mut names: Vec<String> = Vec::new();
        let mut parts = export.dataset.parts().iter();
        if parts.any(|part| part.follows_profile() || part.is_translated()) {
            let always = profile::names(|property| property.is_always_a_column);
            names.extend(always.map(str::to_owned));
        }
        let mut seen: HashSet<String> = names.iter().cloned().collect();
        let mut has_shapes = false;
        for row in rows {
            for name in properties(export, *row).keys() {
                if !DERIVED_COLUMNS.contains(&name.as_str()) && seen.insert(name.clone()) {
                    names.push(name.clone());
                }
            }
            has_shapes |= export.dataset.columns().shape(*row).is_some();
        }
        Self::Properties { names, has_shapes }
    }

    /// Whether they are those of a table that the rows were read from.
    pub(in crate::io) const fn are_of_a_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }

    /// Their names, in order.
    pub(in crate::io) fn names(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::Table(columns) => Box::new(columns.iter().map(|(_, name)| name.as_str())),
            Self::Properties { names, has_shapes } => {
                let place: &[&str] = if *has_shapes {
                    &["longitude", "latitude", "geometry"]
                } else {
                    &["longitude", "latitude"]
                };
                let names = names
                    .iter()
                    .map(String::as_str)
                    .filter(|name| !is_place(name));
                Box::new(["id"].into_iter().chain(names).chain(place.iter().copied()))
            }
        }
    }

    /// Hands over the text of each cell of a row, in order.
    pub(in crate::io) fn for_each_cell(
        &self,
        export: &Export,
        row: RowId,
        mut cell: impl FnMut(&str),
    ) {
        match self {
            Self::Table(columns) => {
                let table = export.dataset.file_of(row).table.as_ref();
                let cells = table.map_or_else(Vec::new, |it| it.cells(export.dataset.bytes(row)));
                let is_guarded = table.is_some_and(|table| is_exported(&table.names));
                for (column, _) in columns {
                    let text = cells.get(*column).map_or("", AsRef::as_ref);
                    cell(if is_guarded { unguarded(text) } else { text });
                }
            }
            Self::Properties { names, has_shapes } => {
                let record = export.dataset.read(row);
                let id = record.as_ref().and_then(|record| record.id.as_ref());
                cell(id.map_or("", |id| id.as_str()));
                let properties = properties(export, row);
                for name in names.iter().filter(|name| !is_place(name)) {
                    cell(&properties.get(name).map_or(Cow::Borrowed(""), text));
                }
                place(record.as_ref(), *has_shapes, cell);
            }
        }
    }
}

/// Names that the place takes; a property of the same name has the same in it.
fn is_place(name: &str) -> bool {
    ["id", "longitude", "latitude", "geometry"].contains(&name)
}

/// The properties of a row: its own, or those that the profile has for it, and when it became known.
pub(in crate::io) fn properties(export: &Export, row: RowId) -> Map<String, Value> {
    let text = export.dataset.feature(row);
    let feature: Option<Value> = serde_json::from_str(&text).ok();
    let properties = feature.and_then(|mut feature| Some(feature.get_mut("properties")?.take()));
    let Some(Value::Object(mut properties)) = properties else {
        return Map::new();
    };
    if !export.as_read {
        let derived = export.derived(row, &Outline::of(&text)).into_iter();
        let reported = derived.filter(|(name, _)| *name == "reported");
        properties.extend(reported.map(|(name, value)| (name.to_owned(), value.into())));
    }
    properties
}

/// A point as two numbers; any other geometry as well-known text, with two numbers to stand for it.
fn place(record: Option<&Record>, has_shapes: bool, mut cell: impl FnMut(&str)) {
    let geometry = record.and_then(|record| record.geometry.as_ref());
    let anchor = geometry.and_then(crate::model::geometry::anchor);
    for degrees in [anchor.map(geo::Point::x), anchor.map(geo::Point::y)] {
        cell(&degrees.map_or_else(String::new, |it| it.to_string()));
    }
    if has_shapes {
        let shape = geometry.filter(|it| !matches!(it, geo::Geometry::Point(_)));
        cell(&shape.map(wkt::write).unwrap_or_default());
    }
}

/// A value as one text: lists of texts are joined by semicolons, everything else that is no text is
/// JSON.
pub(in crate::io) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        Value::Array(items) => {
            joined(items).map_or_else(|| Cow::Owned(value.to_string()), Cow::Owned)
        }
        other => Cow::Owned(other.to_string()),
    }
}

/// Texts that can be told apart again when semicolons part them.
fn joined(items: &[Value]) -> Option<String> {
    let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
    let texts = texts.filter(|texts| {
        let is_plain =
            |text: &&str| !text.contains(';') && text.trim() == *text && !text.is_empty();
        texts.iter().all(is_plain) && texts.first().is_some_and(|text| !text.starts_with('['))
    })?;
    Some(texts.join("; "))
}
