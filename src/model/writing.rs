//! From a [`Record`] to the members of a feature that follows the profile.

use geojson::GeometryValue;
use serde_json::{Map, Value, json};

use super::{
    lang::{Lang, Localised},
    place::Precision,
    quantity::Count,
    record::{Claim, Record, RecordId},
    when::When,
};

impl Record {
    /// The geometry as RFC 7946 has it; `null` where there is none.
    #[must_use]
    pub fn geometry_value(&self) -> Value {
        let value = self.geometry.as_ref().map(GeometryValue::from);
        value
            .and_then(|value| serde_json::to_value(geojson::Geometry::new(value)).ok())
            .unwrap_or(Value::Null)
    }

    /// The id as JSON; a number in the digits of the file.
    #[must_use]
    pub fn id_value(&self) -> Option<Value> {
        Some(match self.id.as_ref()? {
            RecordId::Text(text) => text.as_ref().into(),
            RecordId::Number(digits) => {
                serde_json::from_str(digits).unwrap_or_else(|_| digits.as_ref().into())
            }
        })
    }

    /// The properties of the profile that the record has something for, in the profile's order.
    #[must_use]
    pub fn properties(&self) -> Map<String, Value> {
        let mut out = Map::new();
        let mut set = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                out.insert(name.to_owned(), value);
            }
        };
        let when = |when: &Option<When>| when.as_ref().map(|when| when.text().into());
        let texts = |texts: &[Box<str>]| (!texts.is_empty()).then(|| json!(texts));
        set("layer", Some(self.layer.name().into()));
        let kind = Some(self.kind).filter(|kind| *kind != self.layer.default_kind());
        set("kind", kind.map(|kind| kind.name().into()));
        localised("title", &self.title, &mut set);
        localised("summary", &self.summary, &mut set);
        set("date", when(&self.date));
        localised("date_basis", &self.date_basis, &mut set);
        set("last_confirmed", when(&self.last_confirmed));
        set("reported", when(&self.reported));
        localised("place", &self.place.name, &mut set);
        let precision = Some(self.place.precision).filter(|it| *it != Precision::Unknown);
        set("place_precision", precision.map(|it| it.name().into()));
        set("place_radius_km", self.place.radius_km.map(Value::from));
        localised("place_basis", &self.place.basis, &mut set);
        set("status", self.status.map(|status| status.name().into()));
        set("actors", texts(&self.actors));
        set(
            "quantities",
            objects(&self.quantities, |it| {
                counted(&[("what", &it.what)], None, it.count)
            }),
        );
        set(
            "equipment",
            objects(&self.equipment, |it| {
                counted(&[("kind", &it.kind)], it.model.as_deref(), it.count)
            }),
        );
        set("claims", objects(&self.claims, claim));
        set("sources", texts(&self.sources));
        set(
            "related",
            objects(&self.related, |it| {
                object([
                    ("id", Some(it.id.as_ref().into())),
                    ("as", Some(it.relationship.name().into())),
                ])
            }),
        );
        out
    }
}

/// `name`, `name:fr` and `name:ar`, as far as there are texts.
fn localised(name: &str, text: &Localised, set: &mut dyn FnMut(&str, Option<Value>)) {
    for lang in Lang::ALL {
        let value = text.exact(lang).map(Value::from);
        match lang {
            Lang::En => set(name, value),
            _ => set(&format!("{name}:{lang}"), value),
        }
    }
}

fn objects<T>(items: &[T], write: impl Fn(&T) -> Map<String, Value>) -> Option<Value> {
    let items: Vec<Value> = items.iter().map(|item| write(item).into()).collect();
    (!items.is_empty()).then(|| items.into())
}

fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Map<String, Value> {
    members
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

fn counted(texts: &[(&str, &Localised)], model: Option<&str>, count: Count) -> Map<String, Value> {
    let mut out = object([("model", model.map(Value::from))]);
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            out.insert(name.to_owned(), value);
        }
    };
    for (name, text) in texts {
        localised(name, text, &mut set);
    }
    set("low", count.low.map(Value::from));
    set("high", count.high.map(Value::from));
    set("circa", count.circa.then_some(true.into()));
    out
}

fn claim(claim: &Claim) -> Map<String, Value> {
    let mut out = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            out.insert(name.to_owned(), value);
        }
    };
    localised("by", &claim.by, &mut set);
    localised("says", &claim.says, &mut set);
    set("status", claim.status.map(|status| status.name().into()));
    set("source", claim.source.as_deref().map(Value::from));
    set("locator", claim.locator.as_deref().map(Value::from));
    out
}
