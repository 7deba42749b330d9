//! A look at some records of a file, to guess and to show what its properties hold.

use std::collections::HashMap;

use serde_json::Value;

use super::source_file::SourceFile;

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

impl SourceFile {
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
            .filter_map(|span| self.raw(self.slice(&span)).ok());
        for (feature, _) in features {
            if let Some(Value::Object(properties)) = feature.get("properties") {
                for (name, value) in properties {
                    samples.note(name, value);
                }
            }
        }
        samples.list
    }
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
