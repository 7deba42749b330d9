//! A placemark: its date, its place, its data and whatever else it has.

use serde_json::{Map, Value};

use super::shape::{KmlGeometry, ReadShape};
use crate::{
    io::formats::xml::{self, Element},
    model::{Kind, When, written_date::edtf_text},
};

/// A placemark.
pub(super) struct Placemark {
    pub(super) id: Option<String>,
    pub(super) layer: Option<String>,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    /// Its date as EDTF, and whether it lasts.
    pub(super) date: Option<(String, bool)>,
    pub(super) shape: Option<KmlGeometry>,
    /// Its data, by name, in order.
    pub(super) data: Vec<(String, Value)>,
    style: Option<String>,
    times: Vec<Vec<Option<String>>>,
    /// Whatever else it has.
    others: Map<String, Value>,
    /// Positions that are none on the globe.
    pub(super) unread: usize,
}

impl Placemark {
    pub(super) fn of(element: &Element<'_>, layer: Option<&str>) -> Self {
        let text = |name: &str| element.text_of(name).map(str::to_owned);
        let mut placemark = Self {
            id: element.attribute("id").filter(|id| !id.is_empty()),
            layer: layer.map(str::to_owned),
            name: text("name"),
            description: text("description"),
            date: date(element),
            shape: None,
            data: Vec::new(),
            style: text("styleUrl"),
            times: Vec::new(),
            others: Map::new(),
            unread: 0,
        };
        for child in &element.children {
            match child.name() {
                "name" | "description" | "TimeStamp" | "TimeSpan" | "styleUrl" => {}
                "ExtendedData" => placemark.data.extend(data(child)),
                name => match ReadShape::of(child) {
                    Some(read) => placemark.locate(read),
                    None => xml::add(&mut placemark.others, name, child.value()),
                },
            }
        }
        placemark
    }

    fn locate(&mut self, read: ReadShape) {
        self.unread += read.unread;
        self.shape = read.shape;
        let times: Vec<When> = (read.times.iter().flatten().flatten())
            .filter_map(|time| When::parse(&edtf(time)).ok())
            .collect();
        self.times = read.times;
        let first = times.iter().min_by_key(|time| time.bounds().earliest);
        let last = times.iter().max_by_key(|time| time.bounds().latest);
        if let (None, Some(first), Some(last)) = (&self.date, first, last) {
            self.date = Some(if first.bounds() == last.bounds() {
                (first.text().to_owned(), false)
            } else {
                (format!("{}/{}", first.text(), last.text()), true)
            });
        }
    }

    /// Whether this program wrote it: in its style, and with what it always has of a record.
    pub(super) fn is_own(&self) -> bool {
        let is_styled = (self.style.as_deref()).is_some_and(|style| style.starts_with("#layer-"));
        let has = |name: &str| self.data.iter().any(|(known, _)| known == name);
        is_styled && has("layer") && (has("place_precision") || has("certainty"))
    }

    /// The properties of a feature.
    pub(super) fn properties(self) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                properties.insert(name.to_owned(), value.into());
            }
        };
        put("name", self.name);
        put("description", self.description);
        put("layer", self.layer);
        if let Some((date, lasts)) = self.date {
            put("date", Some(date));
            put("kind", lasts.then(|| Kind::Presence.name().to_owned()));
        }
        put("styleUrl", self.style);
        if !self.times.is_empty() {
            let line = |times: Vec<Option<String>>| Value::from_iter(times);
            let mut lines: Vec<Value> = self.times.into_iter().map(line).collect();
            let times = match (lines.len(), lines.pop()) {
                (1, Some(only)) => only,
                (_, last) => lines.into_iter().chain(last).collect(),
            };
            properties.insert("times".to_owned(), times);
        }
        // What the placemark itself has goes before data of the same name.
        for (name, value) in self.others.into_iter().chain(self.data) {
            let same = properties.get(&name).is_some_and(|known| *known == value);
            if same || value.is_null() {
                continue;
            }
            let mut free = name.clone();
            let mut number = 2;
            while properties.contains_key(&free) {
                free = format!("{name} ({number})");
                number += 1;
            }
            properties.insert(free, value);
        }
        properties
    }
}

/// The data of a placemark: untyped, of a schema, or elements of any kind.
fn data(element: &Element<'_>) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for child in &element.children {
        match child.name() {
            "Data" => {
                let value = child.child("value").map_or(Value::Null, Element::value);
                all.push((child.attribute("name").unwrap_or_default(), value));
            }
            "SchemaData" => {
                for field in &child.children {
                    let value = if field.children.is_empty() {
                        field.text.trim().into()
                    } else {
                        field.value()
                    };
                    all.push((field.attribute("name").unwrap_or_default(), value));
                }
            }
            name => all.push((name.to_owned(), child.value())),
        }
    }
    let is_empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    all.retain(|(name, value)| !name.is_empty() && !is_empty(value));
    all
}

/// The date of a placemark, and whether it lasts.
fn date(element: &Element<'_>) -> Option<(String, bool)> {
    if let Some(stamp) = element.child("TimeStamp") {
        return Some((edtf(stamp.text_of("when")?), false));
    }
    let span = element.child("TimeSpan")?;
    let end = |name: &str| span.text_of(name).map(edtf);
    match (end("begin"), end("end")) {
        (None, None) => None,
        (Some(begin), Some(end)) if begin == end => Some((begin, true)),
        (begin, end) => {
            let open = || "..".to_owned();
            let (begin, end) = (begin.unwrap_or_else(open), end.unwrap_or_else(open));
            Some((format!("{begin}/{end}"), true))
        }
    }
}

/// A date of KML as EDTF; what is none stays as it is written, to be said where records are read.
fn edtf(written: &str) -> String {
    // A midnight without a zone is how programs write a day.
    let written = written.strip_suffix("T00:00:00").unwrap_or(written);
    edtf_text(written, None).map_or_else(|_| written.to_owned(), Into::into)
}
