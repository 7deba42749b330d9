//! The typed view of one GeoJSON feature. The bytes it was read from stay the truth.

use std::fmt;

use geo::Geometry;
use serde_json::{Map, Value};

use super::{
    geometry,
    issue::{Issue, IssueKind},
    lang::Localised,
    layer::{Kind, Layer},
    mapping::{Field, Mapping},
    place::{Place, Precision},
    quantity::{Equipment, Quantity},
    reader::Reader,
    span::Span,
    status::Status,
    when::When,
};

/// The `id` of a feature: a string, or a number kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordId {
    /// `"moura-2022"`.
    Text(Box<str>),
    /// `17`, in the digits of the file.
    Number(Box<str>),
}

impl RecordId {
    /// The id without quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who says what; claims stand side by side and are never merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The claimant.
    pub by: Localised,
    /// What is claimed, in our own words.
    pub says: Localised,
    /// How well the claim is upheld.
    pub status: Option<Status>,
    /// Id of the source that carries it.
    pub source: Option<Box<str>>,
    /// Where in the source.
    pub locator: Option<Box<str>>,
}

/// How one record stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relationship {
    /// It is counted in the other already.
    PartOf,
    /// It may be the same thing.
    PerhapsSame,
    /// Both cannot be true.
    Contradicts,
    /// It came after the other.
    After,
    /// It came before the other.
    Before,
}

impl Relationship {
    /// Every relationship.
    pub const ALL: [Self; 5] = [
        Self::PartOf,
        Self::PerhapsSame,
        Self::Contradicts,
        Self::After,
        Self::Before,
    ];

    /// The name as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part-of",
            Self::PerhapsSame => "same-as?",
            Self::Contradicts => "contradicts",
            Self::After => "after",
            Self::Before => "before",
        }
    }

    /// The relationship that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|as_| as_.name() == name)
    }
}

/// A link to another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other record.
    pub id: Box<str>,
    /// How this record stands to it.
    pub relationship: Relationship,
}

/// Everything that the profile knows of a feature.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// `id`; absent in many foreign files.
    pub id: Option<RecordId>,
    /// Where; `None`: the record is unplaced.
    pub geometry: Option<Geometry<f64>>,
    /// What sort of thing it is; foreign records without one are context.
    pub layer: Layer,
    /// How it fills its date.
    pub kind: Kind,
    /// Title.
    pub title: Localised,
    /// Two or three sentences.
    pub summary: Localised,
    /// When; `None`: the record is undated.
    pub date: Option<When>,
    /// How the date was derived.
    pub date_basis: Localised,
    /// The last date at which a source attests a presence.
    pub last_confirmed: Option<When>,
    /// When it became known, where the file itself says so.
    pub reported: Option<When>,
    /// Where, in words.
    pub place: Place,
    /// Who stands behind it.
    pub status: Option<Status>,
    /// Who took part.
    pub actors: Vec<Box<str>>,
    /// Numbers, as stated.
    pub quantities: Vec<Quantity>,
    /// Equipment, as stated.
    pub equipment: Vec<Equipment>,
    /// Who says what.
    pub claims: Vec<Claim>,
    /// Ids of the sources.
    pub sources: Vec<Box<str>>,
    /// Links to other records.
    pub related: Vec<Related>,
}

impl Record {
    /// Reads a feature; `None` with an issue when it is none at all.
    #[must_use]
    pub fn read(feature: &Value, mapping: &Mapping) -> (Option<Self>, Vec<Issue>) {
        match feature.as_object() {
            Some(object) if object.get("type").and_then(Value::as_str) == Some("Feature") => {
                let (record, issues) = read_feature(object, mapping);
                (Some(record), issues)
            }
            _ => {
                let issue = Issue::new("", IssueKind::NotAFeature, &feature.to_string());
                (None, vec![issue])
            }
        }
    }

    /// The four bounds of its date, when it has one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let date = self.date.as_ref()?;
        Some(Span::of(date, self.kind, self.last_confirmed.as_ref()))
    }
}

fn read_feature(object: &Map<String, Value>, mapping: &Mapping) -> (Record, Vec<Issue>) {
    let nothing = Map::new();
    let properties = object.get("properties");
    let reader = Reader::new(properties.and_then(Value::as_object).unwrap_or(&nothing));
    if let Some(other) = properties.filter(|value| !value.is_object() && !value.is_null()) {
        reader.note("properties", IssueKind::TypeWrong, &other.to_string());
    }
    let geometry = geometry::read(object.get("geometry")).unwrap_or_else(|issue| {
        reader.note(&issue.field, issue.kind, &issue.value);
        None
    });
    let record = read_properties(&reader, mapping, id(object, &reader), geometry);
    (record, reader.into_issues())
}

fn id(object: &Map<String, Value>, reader: &Reader) -> Option<RecordId> {
    match object.get("id")? {
        Value::String(text) => Some(RecordId::Text(text.as_str().into())),
        Value::Number(number) => Some(RecordId::Number(number.to_string().into())),
        Value::Null => None,
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
    let layer = name(Field::Layer)
        .and_then(|name| reader.text(name))
        .map_or(Layer::Context, |name| Layer::from_name(&name));
    let kind = name(Field::Kind).and_then(|name| reader.word(name, Kind::from_name));
    let localised =
        |field| name(field).map_or_else(Localised::default, |name| reader.localised(name));
    Record {
        id,
        geometry,
        kind: kind.unwrap_or_else(|| layer.default_kind()),
        layer,
        title: localised(Field::Title),
        summary: localised(Field::Summary),
        date: date(reader, mapping),
        date_basis: reader.localised("date_basis"),
        last_confirmed: reader.when("last_confirmed"),
        reported: name(Field::Reported).and_then(|name| reader.when(name)),
        place: Place {
            name: localised(Field::Place),
            precision: reader
                .word("place_precision", Precision::from_name)
                .unwrap_or_default(),
            radius_km: reader.number("place_radius_km").filter(|km| *km >= 0.0),
            basis: reader.localised("place_basis"),
        },
        status: name(Field::Status).and_then(|name| reader.word(name, Status::from_name)),
        actors: name(Field::Actors).map_or_else(Vec::new, |name| reader.texts(name)),
        quantities: quantities(reader),
        equipment: equipment(reader),
        claims: claims(reader),
        sources: reader.texts("sources"),
        related: related(reader),
    }
}

/// The mapped date, made an interval where a property for its end is mapped and filled. A record
/// without it may still have the bounds that an export derived, in `start` and `end`.
fn date(reader: &Reader, mapping: &Mapping) -> Option<When> {
    let end = mapping.property(Field::EndDate);
    match mapping.property(Field::Date) {
        Some(start) if end.is_some() || reader.value(start).is_some() => {
            interval(reader, start, end)
        }
        _ => interval(reader, "start", Some("end")),
    }
}

fn interval(reader: &Reader, start: &str, end: Option<&str>) -> Option<When> {
    let Some(end) = end.and_then(|name| reader.text(name)) else {
        return reader.when(start);
    };
    let text = match reader.text(start) {
        Some(start) if start == end => end,
        Some(start) => format!("{start}/{end}").into(),
        None => format!("/{end}").into(),
    };
    When::parse(&text)
        .map_err(|error| reader.note(start, error.into(), &text))
        .ok()
}

fn quantities(reader: &Reader) -> Vec<Quantity> {
    reader.list("quantities", |item| {
        Some(Quantity {
            what: item.localised("what"),
            count: item.count(),
        })
    })
}

fn equipment(reader: &Reader) -> Vec<Equipment> {
    reader.list("equipment", |item| {
        Some(Equipment {
            model: item.text("model"),
            kind: item.localised("kind"),
            count: item.count(),
        })
    })
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
