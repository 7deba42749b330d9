//! From a feature to a [`Record`], through a mapping.
//!
//! Start with [`Plan`], which says what is read from where, and [`Properties`], what the rules ask of a reader. A
//! rule stands here once, for records that are parsed and for such as go straight into columns. What a preset's
//! codes mean is in [`super::preset::codes`].

mod date;
mod feature;
mod moments;
mod parsed;
mod place;
mod properties;
mod quantities;

use std::{borrow::Cow, convert::Infallible};

use geo::Geometry;
use serde_json::{Map, Value};

use self::parsed::Parsed;
pub use self::{
    date::{date, last_confirmed, reported},
    place::{Shape, degrees, place_precision, radius_km},
    properties::{Id, Items, Plan, Properties, Writing},
    quantities::whole,
};
use super::{
    evidence::{CitedWords, ValueEvidence},
    issue::IssueKind,
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
    written_list,
};

fn read_record(
    shape: Shape<'_>,
    object: &Map<String, Value>,
    reader: &Reader,
    mapping: &Mapping,
) -> Result<Record, Infallible> {
    let plan = Plan::of(mapping);
    let source = &mut Parsed {
        reader,
        mapping: Some(mapping),
        own_id: object.get("id"),
    };
    let geometry: Option<Geometry<f64>> = place::geometry(shape, source, &plan)?;
    let id = id(source, &plan)?.map(RecordId::from);
    let layer = said_layer(reader, mapping).map_or_else(|| layer(source, &plan), Ok)?;
    let kind = kind(source, &plan, &layer)?;
    let date = date(source, &plan)?;
    // A date in a property is closer to what happened than that of a shape.
    let date = date.or_else(|| {
        let is_foreign = !plan.is_profile() && plan.preset.is_none();
        is_foreign.then(|| moments::of_feature(object)).flatten()
    });
    let date = date.map_or_else(|| said_date(source, &plan, mapping), |date| Ok(Some(date)))?;
    let last_confirmed = last_confirmed(source, &plan, kind, date.as_ref())?;
    Ok(Record {
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
        last_confirmed,
        reported: reported(source, &plan)?,
        place: place::place(source, &plan, mapping)?,
        status: status(source, &plan)?
            .or_else(|| Status::from_name(mapping.constant(Field::Status)?)),
        actors: boxed(self::actors(source, &plan)?),
        quantities: quantities::quantities(reader, mapping),
        equipment: equipment(reader, mapping),
        claims: claims(reader),
        sources: boxed(cited(source, &plan)?),
        related: related(reader),
        evidence: ValueEvidence::read_all(reader),
    })
}

fn boxed(texts: Vec<Cow<str>>) -> Vec<Box<str>> {
    texts.into_iter().map(Into::into).collect()
}

impl From<Id<'_>> for RecordId {
    fn from(id: Id<'_>) -> Self {
        match id {
            Id::Text(text) => Self::Text(text.into()),
            Id::Number(number) => Self::Number(number.into()),
        }
    }
}

/// A property and its text.
type Written<'a, K> = (K, Cow<'a, str>);

/// The property and its text, where both are there.
fn text_of<'a, P: Properties<'a>>(
    source: &P,
    key: Option<P::Key>,
) -> Result<Option<Written<'a, P::Key>>, P::Stop> {
    let Some(key) = key else { return Ok(None) };
    Ok(source.text(key)?.map(|text| (key, text)))
}

/// A word of a vocabulary. Where that binds, any other is an issue.
fn word<'a, P: Properties<'a>, T>(
    source: &mut P,
    key: Option<P::Key>,
    is_bound: bool,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, P::Stop> {
    let Some((key, written)) = text_of(source, key)? else {
        return Ok(None);
    };
    let word = read(&written);
    if word.is_none() && is_bound {
        source.note(key, IssueKind::ValueUnknown, &written)?;
    }
    Ok(word)
}

/// The id: the record's own, else what is mapped to it.
///
/// # Errors
/// Where the reader stops.
pub fn id<'a, P: Properties<'a>>(
    source: &P,
    plan: &Plan<P::Key>,
) -> Result<Option<Id<'a>>, P::Stop> {
    match plan.id {
        _ if source.has_own_id() => source.id(None),
        Some(key) => source.id(Some(key)),
        None => Ok(None),
    }
}

/// What a record belongs to.
///
/// # Errors
/// Where the reader stops.
pub fn layer<'a, P: Properties<'a>>(source: &mut P, plan: &Plan<P::Key>) -> Result<Layer, P::Stop> {
    let code = text_of(source, plan.layer)?;
    let code = code.as_ref().map(|(_, code)| code.as_ref());
    Ok(match (plan.preset, code) {
        (Some(preset), code) => preset.layer(code),
        (None, None) => Layer::Context,
        (None, Some(name)) => source.layer(name),
    })
}

/// Event or presence: as it is said, else as its layer usually is.
///
/// # Errors
/// Where the reader stops.
pub fn kind<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
    layer: &Layer,
) -> Result<Kind, P::Stop> {
    let kind = word(source, plan.kind, plan.binds_words, Kind::from_name)?;
    let usual = || plan.usual_kind.unwrap_or_else(|| layer.default_kind());
    Ok(kind.unwrap_or_else(usual))
}

/// Who stands behind a record.
///
/// # Errors
/// Where the reader stops.
pub fn status<'a, P: Properties<'a>>(
    source: &mut P,
    plan: &Plan<P::Key>,
) -> Result<Option<Status>, P::Stop> {
    word(source, plan.status, plan.binds_words, Status::from_name)
}

/// The documents that a record cites.
///
/// # Errors
/// Where the reader stops.
pub fn cited<'a, P: Properties<'a>>(
    source: &P,
    plan: &Plan<P::Key>,
) -> Result<Vec<Cow<'a, str>>, P::Stop> {
    let has_links = matches!(plan.preset, Some(Preset::TimeMap | Preset::GeoConfirmed));
    texts(source, plan, &plan.sources, has_links)
}

/// Who took part, each once.
///
/// # Errors
/// Where the reader stops.
pub fn actors<'a, P: Properties<'a>>(
    source: &P,
    plan: &Plan<P::Key>,
) -> Result<Vec<Cow<'a, str>>, P::Stop> {
    texts(source, plan, &plan.actors, false)
}

/// A list of texts from every property that stands for it, each text once; a foreign cell may join several texts by semicolons, or links.
fn texts<'a, P: Properties<'a>>(
    source: &P,
    plan: &Plan<P::Key>,
    keys: &[P::Key],
    joins_links: bool,
) -> Result<Vec<Cow<'a, str>>, P::Stop> {
    let mut all: Vec<Cow<'a, str>> = Vec::new();
    if plan.is_profile() {
        return match keys.first() {
            Some(key) => Ok(match source.items(*key, false)? {
                Items::Absent => all,
                Items::One(text) => match written_list::items(&text) {
                    Some(items) => items.into_iter().map(Cow::Owned).collect(),
                    None => vec![text],
                },
                Items::Many(texts) => texts,
            }),
            None => Ok(all),
        };
    }
    let mut add = |text: &str| {
        let text = text.trim();
        if !text.is_empty() && !all.iter().any(|known| known == text) {
            all.push(Cow::Owned(text.to_owned()));
        }
    };
    for key in keys {
        match source.items(*key, true)? {
            Items::Absent => {}
            Items::One(cell) if joins_links && written_list::items(&cell).is_none() => {
                link::joined(&cell).into_iter().for_each(&mut add);
            }
            Items::One(cell) => match written_list::items(&cell) {
                Some(items) => items.iter().for_each(|item| add(item)),
                None => cell.split(';').for_each(&mut add),
            },
            Items::Many(texts) => texts.iter().for_each(|text| add(text)),
        }
    }
    Ok(all)
}

/// The layer that somebody has said of the whole file, where a record says none.
fn said_layer(reader: &Reader, mapping: &Mapping) -> Option<Layer> {
    let said = mapping.constant(Field::Layer)?;
    let own = mapping.property(Field::Layer);
    let has_own = own.is_some_and(|name| reader.value(name).is_some());
    (!has_own).then(|| Layer::from_name(said))
}

/// The date of a record that has none where it usually stands: in another property, else what somebody has said of the
/// whole file.
fn said_date<'r>(
    source: &mut Parsed<'r, '_>,
    plan: &Plan<&'r str>,
    mapping: &'r Mapping,
) -> Result<Option<When>, Infallible> {
    let mut others = mapping.otherwise().iter();
    if let Some(name) = others.find(|name| source.reader.value(name).is_some()) {
        let plan = Plan {
            date: Some(&**name),
            end_date: None,
            ..plan.clone()
        };
        return date(source, &plan);
    }
    Ok(mapping
        .constant(Field::Date)
        .and_then(|date| When::parse(date).ok()))
}

fn localised(reader: &Reader, mapping: &Mapping, field: Field) -> Localised {
    let own = mapping.property(field).map(|name| reader.localised(name));
    match (own, mapping.constant(field)) {
        (Some(own), _) if !own.is_empty() => own,
        (_, Some(said)) => Localised::english(said),
        (own, None) => own.unwrap_or_default(),
    }
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
            words: item.value("target").and_then(CitedWords::of_target),
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
