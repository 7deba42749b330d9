//! A file that is an export of this program: how the records in it were read says how they are to be read again.

use serde_json::{Map, Value};

use crate::model::Field;

use super::source_file::SourceFile;

impl SourceFile {
    /// Gives each field the properties that it had when the file was written, so that the bounds which the export
    /// derived (`start`, `end`) never rule over the date that they came from.
    pub fn follow_export(&mut self) {
        let Some(fields) = self.exported_fields() else {
            return;
        };
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

    /// The properties by field that all files had which the export was made of; `None` where it is none, where they
    /// differ, or where a file followed the profile.
    fn exported_fields(&self) -> Option<Map<String, Value>> {
        let export = self.members.get("export")?;
        if export.get("program")?.as_str()? != env!("CARGO_PKG_NAME") || self.follows_profile() {
            return None;
        }
        let inputs = export.get("inputs")?.as_array()?;
        let first = inputs.first()?.get("mapping")?.as_object()?;
        let is_alike =
            |input: &Value| input.get("mapping").and_then(Value::as_object) == Some(first);
        let is_of_preset = first.contains_key("preset");
        (inputs.iter().all(is_alike) && !is_of_preset && !first.is_empty()).then(|| first.clone())
    }
}

fn names(value: &Value) -> &[Value] {
    match value {
        Value::Array(names) => names,
        one => std::slice::from_ref(one),
    }
}
