//! A look at some records of a file, to guess and to show what its properties hold.

use std::{collections::HashMap, sync::Arc};

use rayon::prelude::*;
use serde_json::Value;

use super::source_file::SourceFile;
use crate::model::{Field, FileColumns, Mapping, has_property};

/// Records, and bytes of each, that are looked at.
const RECORDS: usize = 200;
const BYTES: usize = 64 << 10;
/// Values shown of one property.
const VALUES: usize = 3;

/// One property of a foreign file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertySample {
    /// Its name.
    pub name: String,
    /// Its first different values, as they are written.
    pub values: Vec<String>,
}

/// Records of one piece of work where all of a file are looked at.
const PIECE: usize = 4096;

impl SourceFile {
    /// Lets names and values say which property stands for which field, as far as the file does not follow the profile.
    ///
    /// Some records from all over the file are looked at, and all of them where those leave it in doubt.
    pub fn choose_mapping(&mut self) {
        self.looked = None;
        if !self.follows_profile() {
            let looked = self.best_mapping();
            self.mapping = looked.0.clone();
            self.looked = Some(looked);
        }
        self.follow_export();
        self.find_epoch();
        self.follow_export_words();
        if !self.mapping.is_crs_said {
            self.mapping.crs = self.stated_crs().unwrap_or_default();
        }
    }

    /// The mapping that names and values speak for, with the columns that it was found by. Looked for once.
    #[must_use]
    pub fn best_mapping(&self) -> Arc<(Mapping, FileColumns)> {
        if let Some(looked) = &self.looked {
            return Arc::clone(looked);
        }
        let some = self.some_columns();
        let mapping = Mapping::of_columns(&some);
        let is_seen_whole = || self.spans.iter().all(|span| span.len() <= BYTES);
        let is_enough = self.follows_profile()
            || (some.records >= self.spans.len() && is_seen_whole())
            || !is_doubtful(&mapping, &some);
        let (mapping, mut columns) = if is_enough {
            (mapping, some)
        } else {
            let all = self.all_columns();
            (Mapping::of_columns(&all), all)
        };
        columns.settle();
        Arc::new((mapping, columns))
    }

    /// A guess from names and values, whatever known dataset the names are those of.
    #[must_use]
    pub fn guessed_mapping(&self) -> Mapping {
        Mapping::guess(&self.best_mapping().1)
    }

    /// What stands in some records from all over the file.
    #[must_use]
    pub fn some_columns(&self) -> FileColumns {
        let step = (self.spans.len() / RECORDS).max(1);
        let mut columns = self.named_columns();
        for span in self.spans.iter().step_by(step) {
            self.note(&mut columns, &span, BYTES);
        }
        columns
    }

    /// Whether any record has something at the end of the way `path`: a property, or what stands inside of one. Records are
    /// read until one has.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        if let Some(table) = &self.table {
            return table.names().contains(&path);
        }
        self.spans.iter().any(|span| {
            let raw = self.raw_but_positions(self.slice(&span)).ok();
            raw.is_some_and(|feature| has_property(&feature, path))
        })
    }

    /// What stands in all of them; takes as long as reading each takes.
    #[must_use]
    pub fn all_columns(&self) -> FileColumns {
        let starts = (0..self.spans.len()).step_by(PIECE).collect::<Vec<usize>>();
        let look = |start: usize| {
            let mut columns = self.named_columns();
            for row in start..(start + PIECE).min(self.spans.len()) {
                self.note(&mut columns, &self.spans.own(row), usize::MAX);
            }
            columns
        };
        let pieces: Vec<FileColumns> = starts.into_par_iter().map(look).collect();
        let pieces = pieces.into_iter();
        pieces.fold(self.named_columns(), FileColumns::merged)
    }

    /// The columns of a table, in its order; of any other file none yet.
    fn named_columns(&self) -> FileColumns {
        let names = self.table.as_ref().map(|table| table.names());
        FileColumns::of_names(&names.unwrap_or_default())
    }

    fn note(&self, columns: &mut FileColumns, span: &std::ops::Range<usize>, most: usize) {
        let is_short = span.len() <= most;
        let raw = is_short
            .then(|| self.raw_but_positions(self.slice(span)).ok())
            .flatten();
        match raw {
            Some(feature) => columns.note(&feature),
            None => columns.records += 1,
        }
    }

    /// The properties of some records from all over the file, in the order they come up.
    #[must_use]
    pub fn sample_properties(&self) -> Vec<PropertySample> {
        let step = (self.spans.len() / RECORDS).max(1);
        let mut samples = Samples::default();
        let features = self
            .spans
            .iter()
            .step_by(step)
            .filter(|span| span.len() <= BYTES)
            .filter_map(|span| self.raw_but_positions(self.slice(&span)).ok());
        for feature in features {
            if let Some(Value::Object(properties)) = feature.get("properties") {
                for (name, value) in properties {
                    samples.note(name, value);
                }
            }
        }
        samples.list
    }
}

/// Whether some records are too few to say what the columns of the file hold: none or hardly any has a date or a
/// place, or dates by number may tell their order elsewhere.
fn is_doubtful(mapping: &Mapping, some: &FileColumns) -> bool {
    let column = |field| mapping.property(field).and_then(|name| some.get(name));
    let dated = column(Field::Date).map_or(0, |column| column.dates);
    let by_number = column(Field::Date).is_some_and(|column| column.by_number > 0);
    let degrees = column(Field::Latitude).map_or(0, |column| column.numbers);
    let shapes = column(Field::Geometry).map_or(0, |column| column.shapes);
    let placed = degrees.max(shapes) + some.with_geometry;
    let is_few = |n: usize| n * 10 < some.records;
    let is_in_parts = mapping.is_in_parts(Field::Date);
    (is_few(dated) && !is_in_parts) || is_few(placed) || (by_number && mapping.date_order.is_none())
}

/// Samples in the order they come up, and where each name stands among them.
#[derive(Default)]
struct Samples {
    list: Vec<PropertySample>,
    places: HashMap<String, usize>,
}

impl Samples {
    fn note(&mut self, name: &str, value: &Value) {
        let place = self.places.get(name).copied();
        let index = place.unwrap_or_else(|| {
            self.list.push(PropertySample {
                name: name.to_owned(),
                values: Vec::new(),
            });
            let index = self.list.len() - 1;
            self.places.insert(name.to_owned(), index);
            index
        });
        let Some(sample) = self.list.get_mut(index) else {
            return;
        };
        if value.is_null() || sample.values.len() >= VALUES {
            return;
        }
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        if !sample.values.contains(&text) {
            sample.values.push(text);
        }
    }
}
