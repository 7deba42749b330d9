//! A look at some records of a file, to guess and to show what its properties hold.

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
        let mut samples = Vec::new();
        let features = self
            .spans
            .iter()
            .step_by(step)
            .filter(|span| span.len() <= BYTES)
            .filter_map(|span| self.raw(self.slice(&span)).ok());
        for (feature, _) in features {
            if let Some(Value::Object(properties)) = feature.get("properties") {
                for (name, value) in properties {
                    note(&mut samples, name, value);
                }
            }
        }
        samples
    }
}

fn note(samples: &mut Vec<PropertySample>, name: &str, value: &Value) {
    let at = samples.iter().position(|sample| sample.name == name);
    let index = at.unwrap_or_else(|| {
        samples.push(PropertySample {
            name: name.to_owned(),
            values: Vec::new(),
        });
        samples.len() - 1
    });
    let text = match value {
        Value::Null => return,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if let Some(sample) = samples.get_mut(index)
        && sample.values.len() < VALUES
        && !sample.values.contains(&text)
    {
        sample.values.push(text);
    }
}
