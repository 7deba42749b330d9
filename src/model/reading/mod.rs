//! From a feature to a [`Record`], through a mapping.
//!
//! The properties are those of the file: of a profile's feature, of any other, or the cells of a
//! row as texts. What a preset's codes mean is in [`super::preset::codes`].

mod date;
mod place;
mod quantities;

use geo::Geometry;
use serde_json::{Map, Value};

use super::{
    issue::{Issue, IssueKind},
    lang::Localised,
    layer::{Kind, Layer},
    link,
    mapping::{Field, Mapping},
    preset::{Preset, codes},
    quantity::Equipment,
    reader::Reader,
    record::{Claim, Record, RecordId, Related, Relationship},
    status::Status,
    when::When,
};

/// Reads a feature that is known to be one.
pub(super) fn read_feature(object: &Map<String, Value>, mapping: &Mapping) -> (Record, Vec<Issue>) {
    let nothing = Map::new();
    let properties = object.get("properties");
    let reader = Reader::new(properties.and_then(Value::as_object).unwrap_or(&nothing));
    if let Some(other) = properties.filter(|value| !value.is_object() && !value.is_null()) {
        reader.note("properties", IssueKind::TypeWrong, &other.to_string());
    }
    let geometry = place::geometry(object.get("geometry"), &reader, mapping);
    let record = read_properties(&reader, mapping, id(object, &reader, mapping), geometry);
    (record, reader.into_issues())
}

fn id(object: &Map<String, Value>, reader: &Reader, mapping: &Mapping) -> Option<RecordId> {
    let value = object.get("id").filter(|value| !value.is_null());
    let value = value.or_else(|| reader.value(mapping.property(Field::Id)?));
    match value? {
        Value::String(text) => Some(RecordId::Text(text.as_str().into())),
        Value::Number(number) => Some(RecordId::Number(number.to_string().into())),
        other => {
            reader.note("id", IssueKind::TypeWrong, &other.to_string());
            None
        }
    }
}

fn read_properties(
    reader: &Reader,
    mapping: &Mapping,
    id: Option<RecordId>,
    geometry: Option<Geometry<f64>>,
) -> Record {
    let name = |field| mapping.property(field);
    let layer = layer(reader, mapping);
    let is_bound = mapping.binds_words();
    let status = |name| reader.word_of(is_bound, name, Status::from_name);
    let kind = name(Field::Kind).and_then(|name| reader.word_of(is_bound, name, Kind::from_name));
    let kind = kind.unwrap_or_else(|| layer.default_kind());
    let date = date::date(reader, mapping);
    Record {
        id,
        geometry,
        kind,
        layer,
        title: title(reader, mapping),
        summary: localised(reader, mapping, Field::Summary),
        date: match kind {
            Kind::Event => date,
            Kind::Presence => date.map(When::of_presence),
        },
        date_basis: reader.localised("date_basis"),
        last_confirmed: reader.when("last_confirmed"),
        reported: date::reported(reader, mapping),
        place: place::place(reader, mapping),
        status: name(Field::Status).and_then(status),
        actors: list(reader, mapping, Field::Actors),
        quantities: quantities::quantities(reader, mapping),
        equipment: equipment(reader, mapping),
        claims: claims(reader),
        sources: list(reader, mapping, Field::Sources),
        related: related(reader),
    }
}

fn layer(reader: &Reader, mapping: &Mapping) -> Layer {
    let code = mapping
        .property(Field::Layer)
        .and_then(|name| reader.text(name));
    match mapping.preset() {
        Some(preset) => preset.layer(code.as_deref()),
        None => code.map_or(Layer::Context, |name| Layer::from_name(&name)),
    }
}

fn localised(reader: &Reader, mapping: &Mapping, field: Field) -> Localised {
    mapping
        .property(field)
        .map_or_else(Localised::default, |name| reader.localised(name))
}

/// UCDP calls a dyad by its sides; the type of violence goes before them.
fn title(reader: &Reader, mapping: &Mapping) -> Localised {
    let title = localised(reader, mapping, Field::Title);
    if mapping.preset() != Some(Preset::UcdpGed) {
        return title;
    }
    let named = reader.named("type_of_violence");
    let kind = named.and_then(|name| codes::type_of_violence(&reader.text(name)?));
    let Some(kind) = kind else { return title };
    super::Lang::ALL
        .into_iter()
        .fold(Localised::default(), |whole, lang| {
            let (kind, dyad) = (kind.text(lang), title.text(lang));
            let joint = if dyad.is_empty() { "" } else { ": " };
            whole.with(lang, &format!("{kind}{joint}{dyad}"))
        })
}

/// A list of texts from every property that stands for it, each text once.
fn list(reader: &Reader, mapping: &Mapping, field: Field) -> Vec<Box<str>> {
    let names = mapping.properties(field);
    if mapping.is_profile() {
        let name = names.first();
        return name.map_or_else(Vec::new, |name| reader.texts(name));
    }
    let mut all: Vec<Box<str>> = Vec::new();
    let mut add = |text: &str| {
        let text = text.trim();
        if !text.is_empty() && !all.iter().any(|known| **known == *text) {
            all.push(text.into());
        }
    };
    for name in names {
        match reader.value(name) {
            Some(Value::String(cell)) => {
                parted(cell, mapping, field).into_iter().for_each(&mut add);
            }
            Some(Value::Array(items)) if items.iter().any(Value::is_object) => {
                items.iter().filter_map(link_of).for_each(&mut add);
            }
            _ => reader.texts(name).iter().for_each(|text| add(text)),
        }
    }
    all
}

/// The texts that one cell joins.
fn parted<'a>(cell: &'a str, mapping: &Mapping, field: Field) -> Vec<&'a str> {
    match mapping.preset() {
        Some(Preset::TimeMap | Preset::GeoConfirmed) if field == Field::Sources => {
            link::joined(cell)
        }
        _ => cell.split(';').collect(),
    }
}

/// What an object stands for that describes a source: its address, else its id.
fn link_of(item: &Value) -> Option<&str> {
    ["path", "url", "id"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
        .or_else(|| item.as_str())
}

fn equipment(reader: &Reader, mapping: &Mapping) -> Vec<Equipment> {
    if mapping.preset() == Some(Preset::GeoConfirmed) {
        return named_equipment(reader);
    }
    reader.list("equipment", |item| {
        Some(Equipment {
            model: item.text("model"),
            kind: item.localised("kind"),
            count: item.count(),
        })
    })
}

/// What `GeoConfirmed` lists in one cell.
fn named_equipment(reader: &Reader) -> Vec<Equipment> {
    let cell = reader.named("equipment").and_then(|name| reader.text(name));
    let models = cell.as_deref().unwrap_or_default().split([',', ';']);
    models
        .map(str::trim)
        .filter(|model| !model.is_empty())
        .map(|model| Equipment {
            model: Some(model.into()),
            kind: Localised::default(),
            count: super::quantity::Count::default(),
        })
        .collect()
}

fn claims(reader: &Reader) -> Vec<Claim> {
    reader.list("claims", |item| {
        Some(Claim {
            by: item.localised("by"),
            says: item.localised("says"),
            status: item.word("status", Status::from_name),
            source: item.text("source"),
            locator: item.text("locator"),
        })
    })
}

fn related(reader: &Reader) -> Vec<Related> {
    reader.list("related", |item| {
        Some(Related {
            id: item.text("id")?,
            relationship: item.word("as", Relationship::from_name)?,
        })
    })
}
