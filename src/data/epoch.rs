//! In which unit the dates of a file count from 1970 on, where they do.

use serde_json::Value;

use crate::model::{Field, written_date::EpochUnit};

use super::source_file::SourceFile;

/// Records that are looked at.
const RECORDS: usize = 200;

impl SourceFile {
    /// Looks at the dates of some records from all over the file.
    pub fn find_epoch(&mut self) {
        self.mapping.epoch = self.epoch_of_dates();
    }

    fn epoch_of_dates(&self) -> Option<EpochUnit> {
        let name = self.mapping.property(Field::Date)?;
        if self.mapping.is_profile() || self.mapping.preset().is_some() {
            return None;
        }
        let step = (self.spans.len() / RECORDS).max(1);
        let spans = self.spans.iter().step_by(step);
        let features = spans.filter_map(|span| self.raw_but_positions(self.slice(&span)).ok());
        let dates: Vec<String> = features
            .filter_map(|feature| match feature.get("properties")?.get(name)? {
                Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
            .collect();
        EpochUnit::of_column(dates.iter().map(String::as_str))
    }
}
