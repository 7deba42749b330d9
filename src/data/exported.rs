//! A file that is an export of this program: how the records in it were read says how they are to be read again.

use serde_json::{Map, Value};

use crate::model::Field;

use super::source_file::SourceFile;

impl SourceFile {
    /// Gives each field the properties that it had when the file was written, so that the bounds which the export
    /// derived (`start`, `end`) never rule over the date that they came from.
    pub fn follow_export(&mut self) {
        let Some(fields) = self.exported("mapping") else {
            return;
        };
        // The columns of a known dataset are recognised again.
        if fields.contains_key("preset") || fields.is_empty() {
            return;
        }
        let mut mapping = self.mapping.clone();
        for field in Field::ALL {
            let known = fields.get(field.name());
            mapping.set(field, None);
            let names = known.map_or(&[][..], names).iter();
            let names: Vec<&str> = names.filter_map(Value::as_str).collect();
            if names.len() > 1 && !field.is_list() {
                mapping.set_parts(field, &names);
            } else {
                for name in names {
                    mapping.add(field, name);
                }
            }
        }
        self.mapping = mapping;
    }

    /// Reads dates as they were read when the file was written: in the same zone, century, order and unit, with what was
    /// said of the whole file.
    pub fn follow_export_words(&mut self) {
        if let Some(said) = self.exported("reading") {
            self.mapping.follow(&said);
        }
    }

    /// What all files have under this name that the export was made of; `None` where it is none, where they differ, or
    /// where a file followed the profile.
    fn exported(&self, name: &str) -> Option<Map<String, Value>> {
        let export = self.members.get("export")?;
        if export.get("program")?.as_str()? != env!("CARGO_PKG_NAME") || self.follows_profile() {
            return None;
        }
        let inputs = export.get("inputs")?.as_array()?;
        let of = |input: &Value| input.get(name).and_then(Value::as_object).cloned();
        let first = of(inputs.first()?)?;
        inputs
            .iter()
            .all(|input| of(input).as_ref() == Some(&first))
            .then_some(first)
    }
}

fn names(value: &Value) -> &[Value] {
    match value {
        Value::Array(names) => names,
        one => std::slice::from_ref(one),
    }
}
