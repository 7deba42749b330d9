//! Properties that the profile does not know, and the record as it stands in the file.

use serde_json::{Map, Value};

use crate::{
    data::Dataset,
    model::{
        Field, Lang, Mapping, Preset, RowId,
        profile::{self, PropertyKind},
    },
};

/// Properties that the rest of the card does not show, in the order of the file, each on one line.
pub(super) fn others(dataset: &Dataset, row: RowId) -> Vec<(String, String)> {
    let mapping = &dataset.file_of(row).mapping;
    properties(dataset, row)
        .iter()
        .filter(|(name, value)| !value.is_null() && !is_shown(name, mapping))
        .map(|(name, value)| (name.clone(), one_line(value)))
        .collect()
}

/// The properties as indented JSON, in the order of the file.
pub(in crate::ui) fn raw_properties(dataset: &Dataset, row: RowId) -> String {
    serde_json::to_string_pretty(&properties(dataset, row))
        .unwrap_or_else(|_| dataset.bytes(row).to_owned())
}

/// The value of one property; `None` where the record has none.
pub(super) fn property(dataset: &Dataset, row: RowId, name: &str) -> Option<Value> {
    properties(dataset, row).remove(name)
}

fn properties(dataset: &Dataset, row: RowId) -> Map<String, Value> {
    let feature = dataset
        .file_of(row)
        .raw_but_positions(dataset.bytes(row))
        .ok();
    match feature {
        Some(Value::Object(mut feature)) => match feature.remove("properties") {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        },
        _ => Map::new(),
    }
}

fn is_shown(name: &str, mapping: &Mapping) -> bool {
    let base = Lang::ALL
        .into_iter()
        .find_map(|lang| name.strip_suffix(lang.code())?.strip_suffix(':'))
        .unwrap_or(name);
    // Sources have a part of the card of their own, whichever column they come from.
    let has_place_on_card = profile::property(base).is_some_and(|property| {
        let is_own = !property.is_field || mapping.preset() == Some(Preset::Sahelscope);
        !property.is_derived() && (is_own || property.kind == PropertyKind::Ids)
    });
    let is_derived =
        matches!(base, "start" | "end") && mapping.property(Field::Date) == Some("date");
    // What a code of a preset was read from is shown beside what was read.
    let is_mapped = mapping
        .fields_of(base)
        .any(|field| mapping.preset().is_none() || field.is_verbatim());
    is_derived || is_mapped || has_place_on_card
}

fn one_line(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
