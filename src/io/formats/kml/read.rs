//! Placemarks to records.
//!
//! A placemark is a record of the layer that its folder names. A `TimeStamp` is its date; what has a `TimeSpan`, or
//! times along a track, lasts from one end to the other, and an end that is not given is open. All else is kept under
//! its own name. What this program wrote comes back as it was: its placemarks hold every property, so that they are
//! read as the rows of its table (see [`rows`]).

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{KML, placemark::Placemark, rows::PlacemarkRows, shape::KmlGeometry};
use crate::{
    io::{
        error::ReadErrorKind,
        formats::{
            Translated,
            translated::Collection,
            xml::{self, Element, XmlDocument, XmlStep},
        },
        watch::Watch,
    },
    model::{Issue, IssueKind},
};

/// Elements that hold placemarks.
const CONTAINERS: [&str; 3] = ["kml", "Document", "Folder"];

/// Elements that show something and are no records.
const SHOWN: [&str; 6] = [
    "GroundOverlay",
    "NetworkLink",
    "NetworkLinkControl",
    "PhotoOverlay",
    "ScreenOverlay",
    "Tour",
];

/// Reads a document.
pub(super) fn read(bytes: &[u8], watch: &Watch<'_>) -> Result<Translated, ReadErrorKind> {
    let (text, issues) = xml::decoded(bytes)?;
    let mut document = XmlDocument::new(&text, KML.name);
    let mut reading = Reading {
        records: None,
        folders: Vec::new(),
        about: Map::new(),
        left: BTreeMap::new(),
        issues,
    };
    let is_whole = |name: &str| !CONTAINERS.contains(&name);
    while let Some(step) = document.step(is_whole)? {
        let at = document.at();
        match step {
            XmlStep::Enter(element) => reading.folders.push(Folder {
                is_folder: element.is("Folder"),
                name: String::new(),
            }),
            XmlStep::Leave => {
                reading.folders.pop();
            }
            XmlStep::Whole(element) if element.is("Placemark") => {
                let placemark = Placemark::of(&element, reading.layer());
                reading.push(placemark, at, text.len(), watch)?;
            }
            XmlStep::Whole(element) => reading.take_in(&element),
            XmlStep::TooLong(element) => {
                let issue = Issue::new(element.name(), IssueKind::TooLarge, "");
                reading.issues.push(issue);
            }
        }
    }
    Ok(reading.finish(text.len(), watch))
}

/// A document or folder that is open.
struct Folder {
    is_folder: bool,
    name: String,
}

/// What has been read so far.
struct Reading<'w> {
    records: Option<KmlRecords<'w>>,
    folders: Vec<Folder>,
    /// What the document says about itself.
    about: Map<String, Value>,
    /// How often there was something that is no record.
    left: BTreeMap<&'static str, usize>,
    issues: Vec<Issue>,
}

/// Records, as the first of them tells.
enum KmlRecords<'w> {
    /// Of any program.
    Features(Collection<'w>),
    /// Of this one.
    Rows(Box<PlacemarkRows>),
}

impl<'w> Reading<'w> {
    fn push(
        &mut self,
        placemark: Placemark,
        at: usize,
        length: usize,
        watch: &'w Watch<'w>,
    ) -> Result<(), ReadErrorKind> {
        if placemark.unread > 0 {
            let value = placemark.unread.to_string();
            let issue = Issue::new("coordinates", IssueKind::GeometryMalformed, &value);
            self.issues.push(issue);
        }
        let records = self.records.get_or_insert_with(|| {
            if placemark.is_own() {
                KmlRecords::Rows(Box::new(PlacemarkRows::new(length)))
            } else {
                KmlRecords::Features(Collection::new(length, watch))
            }
        });
        match records {
            KmlRecords::Rows(rows) => rows.push(placemark),
            KmlRecords::Features(collection) => {
                let geometry = placemark.shape.as_ref().map(KmlGeometry::json);
                let id = placemark.id.clone();
                let properties = placemark.properties();
                collection.push(id.as_deref(), geometry.as_deref(), properties, at)
            }
        }
    }

    /// Takes in what is no placemark.
    fn take_in(&mut self, element: &Element<'_>) {
        let name = element.name();
        if let Some(shown) = SHOWN.into_iter().find(|shown| *shown == name) {
            *self.left.entry(shown).or_default() += 1;
            return;
        }
        let Some(folder) = self.folders.last_mut() else {
            return;
        };
        match name {
            "name" => element.text.trim().clone_into(&mut folder.name),
            "description" if !folder.is_folder => {
                self.about.insert("description".to_owned(), element.value());
            }
            // How it looks in other programs.
            _ => {}
        }
        if !folder.is_folder && name == "name" {
            self.about.insert("title".to_owned(), element.value());
        }
    }

    /// The name of the folder that is open, if it has one.
    fn layer(&self) -> Option<&str> {
        let named = self.folders.iter().rev().filter(|folder| folder.is_folder);
        named
            .map(|folder| folder.name.as_str())
            .find(|name| !name.is_empty())
    }

    fn finish(mut self, length: usize, watch: &Watch<'_>) -> Translated {
        for (name, count) in self.left {
            let issue = Issue::new(name, IssueKind::NotRead, &count.to_string());
            self.issues.push(issue);
        }
        match self.records {
            Some(KmlRecords::Rows(rows)) => rows.finish(self.issues),
            Some(KmlRecords::Features(collection)) => collection.finish(self.about, self.issues),
            None => Collection::new(length, watch).finish(self.about, self.issues),
        }
    }
}
