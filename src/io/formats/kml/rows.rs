//! What this program wrote: each placemark holds all properties of a record as texts, as a row of its table does, so
//! that such a row is made of it and read in the one way there is.

use std::collections::HashMap;

use serde_json::Value;

use super::{placemark::Placemark, shape::KmlGeometry};
use crate::{
    io::{
        error::ReadErrorKind,
        formats::{Translated, csv::write::push},
        split::most_records,
    },
    model::{Issue, preset::DERIVED_COLUMNS},
};

/// Columns by which such a table is known, whether or not a record has something in them.
const ALWAYS: [&str; 6] = ["id", "layer", "kind", "title", "date", "place_precision"];

/// Where it is.
const PLACE: [&str; 3] = ["longitude", "latitude", "geometry"];

/// A table under assembly.
pub(super) struct PlacemarkRows {
    names: Vec<String>,
    columns: HashMap<String, usize>,
    /// The filled cells of each row.
    filled: Vec<Vec<(usize, String)>>,
    limit: usize,
}

impl PlacemarkRows {
    /// A table made of a document of `length` bytes.
    pub(super) fn new(length: usize) -> Self {
        let mut rows = Self {
            names: Vec::new(),
            columns: HashMap::new(),
            filled: Vec::new(),
            limit: most_records(length),
        };
        for name in ALWAYS.into_iter().chain(PLACE).chain(DERIVED_COLUMNS) {
            rows.column(name);
        }
        rows
    }

    fn column(&mut self, name: &str) -> usize {
        if let Some(column) = self.columns.get(name) {
            return *column;
        }
        self.names.push(name.to_owned());
        self.columns.insert(name.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }

    /// Adds a placemark.
    ///
    /// # Errors
    /// When there are too many.
    pub(super) fn push(&mut self, placemark: Placemark) -> Result<(), ReadErrorKind> {
        if self.filled.len() >= self.limit {
            return Err(ReadErrorKind::TooManyRecords(self.limit));
        }
        let mut cells: Vec<(String, String)> = Vec::new();
        match &placemark.shape {
            Some(KmlGeometry::Point(position)) => {
                let degrees = position.degrees().map(str::to_owned);
                let names = PLACE.iter().map(ToString::to_string);
                cells.extend(names.zip(degrees));
            }
            Some(shape) => cells.push(("geometry".to_owned(), shape.wkt())),
            None => {}
        }
        for (name, value) in placemark.data {
            let text = match value {
                Value::String(text) => text,
                other => other.to_string(),
            };
            cells.push((name, text));
        }
        // One of another program among them has its record in the placemark itself.
        if !cells.iter().any(|(name, _)| name == "layer") {
            let date = placemark.date.map(|(date, _)| date);
            let itself = [
                ("id", placemark.id),
                ("title", placemark.name),
                ("summary", placemark.description),
                ("layer", placemark.layer),
                ("date", date),
            ];
            let given = itself.into_iter();
            cells.extend(given.filter_map(|(name, text)| Some((name.to_owned(), text?))));
        }
        let mut row: Vec<(usize, String)> = Vec::new();
        for (name, text) in cells {
            let column = self.column(&name);
            if !row.iter().any(|(known, _)| *known == column) {
                row.push((column, text));
            }
        }
        self.filled.push(row);
        Ok(())
    }

    /// The table, with what is wrong with the document that it was made of.
    pub(super) fn finish(self, issues: Vec<Issue>) -> Translated {
        let mut text = String::new();
        let mut line = |cells: &[&str]| {
            for cell in cells {
                push(&mut text, cell);
            }
            text.pop();
            text.push('\n');
        };
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        line(&names);
        let mut cells = vec![""; names.len()];
        for row in &self.filled {
            cells.fill("");
            for (column, text) in row {
                if let Some(cell) = cells.get_mut(*column) {
                    *cell = text;
                }
            }
            line(&cells);
        }
        Translated::of_rows(text, issues)
    }
}
