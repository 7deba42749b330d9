//! Records that may be published: what is too exact is made coarser, what may not be said is left out.
//!
//! [`Rules`] come from a file and from the records themselves (`publish`). [`Rules::applied`] makes other records of
//! them, as GeoJSON text, with a report that says what was changed where and never what it was. Everything that could
//! hold the finer value too is gone: quotes, pictures, views, bookmarks, logs, documents. What is left is searched for
//! it once more by whoever writes it ([`Secrets::find_in`]).

mod coarse;
mod redact;
mod rules;

use std::{collections::HashSet, fmt::Write as _};

use serde_json::{Map, Value, json};

pub use self::rules::{RuleError, Rules};
use self::{
    coarse::{Coarse, Places},
    redact::{RedactedNames, redact},
    rules::Effect,
};
use crate::{
    data::{Dataset, FileOrigin},
    io::{ReadError, Watch, read::read_part},
    model::RowId,
};

/// Members of a collection that say nothing finer than its records.
const KEPT: [&str; 10] = [
    "profile",
    "title",
    "title:fr",
    "title:ar",
    "license",
    "description",
    "description:fr",
    "description:ar",
    "language",
    "attribution",
];
/// Members of a source that are kept.
const KEPT_OF_SOURCE: [&str; 14] = [
    "id",
    "title",
    "title:fr",
    "title:ar",
    "publisher",
    "publisher:fr",
    "publisher:ar",
    "language",
    "published",
    "published_basis",
    "kind",
    "url",
    "origin",
    "sha256",
];
/// Properties that quote or point to documents, say who coded a record, or hold rules.
const NEVER: [&str; 3] = ["evidence", "publish", "review"];

/// Records that may be published.
#[derive(Debug)]
pub struct Safe {
    /// A collection, as GeoJSON.
    pub text: String,
    /// What was changed, without what it was.
    pub report: Value,
    /// What must not stand anywhere in what is made of it.
    pub secrets: Secrets,
}

/// Values that must not stand anywhere.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    names: RedactedNames,
    numbers: Vec<String>,
}

impl Safe {
    /// The records as a dataset.
    ///
    /// # Errors
    /// When they cannot be read, which would be a fault of this program.
    pub fn dataset(&self) -> Result<Dataset, ReadError> {
        let bytes = self.text.clone().into_bytes();
        let part = read_part(
            "records.geojson",
            FileOrigin::Stdin,
            bytes,
            &Watch::nobody(),
        )?;
        Ok(Dataset::from_parts(vec![part]))
    }
}

impl Secrets {
    /// Whether one of them stands in a text.
    #[must_use]
    pub fn find_in(&self, text: &str) -> bool {
        self.names.is_in(text) || self.numbers.iter().any(|number| has_number(text, number))
    }
}

/// Whether a number stands in a text as such, and not as a part of a longer one.
fn has_number(text: &str, number: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit();
    text.match_indices(number).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        !before.is_some_and(|it| is_part(it) || it == '.')
    })
}

/// A change, as the report has it.
fn change(record: &Value, what: &str, field: &str) -> Value {
    json!({"record": record, "what": what, "field": field})
}

impl Rules {
    /// Makes records that may be published of the readable ones of `rows`. `day` is the day of publication, `YYYY-MM-DD`:
    /// what is under embargo until a later one is left out.
    #[must_use]
    pub fn applied(&self, dataset: &Dataset, rows: &[RowId], day: &str) -> Safe {
        let mut features = Vec::new();
        let mut withheld: HashSet<String> = HashSet::new();
        for row in rows {
            let text = dataset.feature(*row);
            let Ok(Value::Object(feature)) = serde_json::from_str::<Value>(&text) else {
                continue;
            };
            let effect = self.effect(&feature);
            if effect.is_withheld(day) {
                withheld.extend(feature.get("id").map(name_of));
            } else {
                features.push((feature, effect));
            }
        }
        let mut places = Places::default();
        for (feature, effect) in &features {
            places.protect(feature, effect.coarse);
        }
        let names = RedactedNames::of(self.names());
        let left_out = rows.len() - features.len();
        let mut changes = Vec::new();
        let mut kept = Vec::new();
        for (feature, effect) in features {
            let mut work = Work {
                record: Value::Null,
                changes: &mut changes,
            };
            kept.push(work.feature(feature, &effect, &names, &places, &withheld));
        }
        let cited = cited(&kept);
        let members = members(dataset, &cited, &names);
        let report = json!({
            "said": "What was left out or made coarser before publication, without what it was. Quotes, pictures, views, bookmarks, the log and the documents are left out of every record.",
            "withheld": left_out,
            "changes": changes,
        });
        Safe {
            text: collection(members, &kept),
            report,
            secrets: Secrets {
                names,
                numbers: places.numbers(),
            },
        }
    }
}

/// A text in place of an id, whatever the id is.
fn name_of(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// One record under work.
struct Work<'a> {
    /// Its id, as it goes out.
    record: Value,
    changes: &'a mut Vec<Value>,
}

impl Work<'_> {
    fn note(&mut self, what: &str, field: &str) {
        let change = change(&self.record, what, field);
        self.changes.push(change);
    }

    fn feature(
        &mut self,
        mut feature: Map<String, Value>,
        effect: &Effect,
        names: &RedactedNames,
        places: &Places,
        withheld: &HashSet<String>,
    ) -> Value {
        let mut id = feature.get("id").cloned().unwrap_or(Value::Null);
        redact(&mut id, names, None);
        self.record = id;
        if feature.remove("bbox").is_some() {
            self.note("left out", "/bbox");
        }
        // A neighbour at the same place would say where it is.
        let coarse = effect.coarse.or(places.shared(&feature));
        if let Some(coarse) = coarse {
            self.coarsen(&mut feature, coarse);
        }
        if let Some(Value::Object(properties)) = feature.get_mut("properties") {
            self.leave_out(properties, effect, withheld);
        }
        let own = RedactedNames::of(effect.omitted_values(&feature).iter().map(String::as_str));
        if let Some(Value::Object(properties)) = feature.get_mut("properties") {
            properties.retain(|name, _| {
                let is_omitted = effect.omits(name);
                if is_omitted {
                    self.note("left out", &format!("/properties/{name}"));
                }
                !is_omitted
            });
        }
        for (name, value) in &mut feature {
            // Its shape is coarse by now, and numbers are all that is in it.
            if name == "geometry" {
                continue;
            }
            let before = value.clone();
            redact(value, names, Some(places));
            redact(value, &own, None);
            if *value != before {
                let mut fields = Vec::new();
                differing(&before, value, &format!("/{name}"), &mut fields);
                for field in fields {
                    self.note("words left out", &field);
                }
            }
        }
        feature.into()
    }

    fn coarsen(&mut self, feature: &mut Map<String, Value>, coarse: Coarse) {
        let Some(geometry) = feature.get_mut("geometry") else {
            return;
        };
        let was = geometry.clone();
        coarse.apply(geometry);
        if was == *geometry {
            return;
        }
        let what = match coarse {
            Coarse::Decimals(n) => format!("rounded to {n} decimals"),
            Coarse::Area => "left out".to_owned(),
        };
        self.note(&what, "/geometry");
        if let Some(Value::Object(properties)) = feature.get_mut("properties")
            && coarse.widen(properties)
        {
            self.note("widened", "/properties/place_radius_km");
        }
    }

    /// Leaves out what quotes documents or leads to records that are left out.
    fn leave_out(
        &mut self,
        properties: &mut Map<String, Value>,
        effect: &Effect,
        withheld: &HashSet<String>,
    ) {
        for name in NEVER {
            if properties.remove(name).is_some() {
                self.note("left out", &format!("/properties/{name}"));
            }
        }
        let claims = properties.get_mut("claims").and_then(Value::as_array_mut);
        let mut quoted = Vec::new();
        for (at, claim) in claims.into_iter().flatten().enumerate() {
            let target = claim.as_object_mut().and_then(|it| it.remove("target"));
            quoted.extend(target.map(|_| format!("/properties/claims/{at}/target")));
        }
        for field in quoted {
            self.note("left out", &field);
        }
        if let Some(Value::Array(related)) = properties.get_mut("related") {
            let before = related.len();
            related.retain(|link| {
                !link
                    .get("id")
                    .is_some_and(|id| withheld.contains(&name_of(id)))
            });
            if related.len() < before {
                self.note("left out", "/properties/related");
            }
        }
        if effect.coarse.is_some() {
            // Bounds of days say nothing, but a shape in words does.
            for name in ["geometry", "wkt", "WKT", "bbox"] {
                if properties.remove(name).is_some() {
                    self.note("left out", &format!("/properties/{name}"));
                }
            }
        }
    }
}

/// The places in two values of one shape at which they differ.
fn differing(before: &Value, after: &Value, field: &str, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) if before.len() == after.len() => {
            for ((name, before), after) in before.iter().zip(after.values()) {
                differing(before, after, &format!("{field}/{name}"), found);
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (at, (before, after)) in before.iter().zip(after).enumerate() {
                differing(before, after, &format!("{field}/{at}"), found);
            }
        }
        _ if before != after => found.push(field.to_owned()),
        _ => {}
    }
}

/// The ids of the sources that records cite.
fn cited(features: &[Value]) -> HashSet<String> {
    let mut cited = HashSet::new();
    for feature in features {
        let properties = feature.get("properties");
        let list = |name: &str| {
            let list = properties.and_then(|it| it.get(name));
            list.and_then(Value::as_array).into_iter().flatten()
        };
        cited.extend(list("sources").map(name_of));
        let of_claims = list("claims").filter_map(|claim| claim.get("source"));
        cited.extend(of_claims.map(name_of));
    }
    cited
}

/// The members around the records that go out.
fn members(
    dataset: &Dataset,
    cited: &HashSet<String>,
    names: &RedactedNames,
) -> Map<String, Value> {
    let mut members = Map::new();
    let mut sources = Vec::new();
    for part in dataset.parts() {
        for (name, value) in &part.members {
            if KEPT.contains(&name.as_str()) && !members.contains_key(name) {
                members.insert(name.clone(), value.clone());
            }
        }
        let list = part.members.get("sources").and_then(Value::as_array);
        for source in list.into_iter().flatten() {
            let is_cited = source
                .get("id")
                .is_some_and(|id| cited.contains(&name_of(id)));
            if let (true, Some(source)) = (is_cited, source.as_object()) {
                let kept = source
                    .iter()
                    .filter(|(name, _)| KEPT_OF_SOURCE.contains(&name.as_str()));
                let kept: Map<String, Value> = kept
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect();
                sources.push(Value::from(kept));
            }
        }
    }
    if !sources.is_empty() {
        members.insert("sources".to_owned(), sources.into());
    }
    let mut all = Value::from(members);
    redact(&mut all, names, None);
    match all {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn collection(members: Map<String, Value>, features: &[Value]) -> String {
    let mut text = "{\n\"type\": \"FeatureCollection\"".to_owned();
    for (name, value) in members {
        let _ = write!(text, ",\n{}: {value}", Value::from(name));
    }
    text.push_str(",\n\"features\": [");
    for (at, feature) in features.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&feature.to_string());
    }
    text.push_str("\n]\n}\n");
    text
}
