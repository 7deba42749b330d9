//! What a record cites and who is in it, without building it.

use std::borrow::Cow;

use super::BatchReader;
use crate::{
    model::reading,
    scan::{Unusual, csv::Marks, json::Cursor},
};

/// What a record cites and who is in it.
pub struct CitedByRecord<'t> {
    /// Ids of the documents in its `sources`.
    pub sources: Vec<Cow<'t, str>>,
    /// How many actors it names.
    pub actors: usize,
}

impl BatchReader<'_> {
    /// Reads what the record `text` cites; `None` where it is not for the fast path, as every record is that has claims,
    /// quantities, equipment or evidence.
    pub fn cited_by<'t>(&mut self, text: &'t str) -> Option<CitedByRecord<'t>> {
        self.pass(text).ok()?;
        let (source, plan, _) = self.source(text, None).ok()?;
        Some(CitedByRecord {
            sources: reading::cited(&source, plan).ok()?,
            actors: reading::actors(&source, plan).ok()?.len(),
        })
    }

    /// Passes a record and notes what is found.
    fn pass(&mut self, text: &str) -> Result<(), Unusual> {
        if let Some(table) = self.table {
            let marks = Marks {
                delimiter: table.delimiter,
                newline: None,
            };
            return self.find_cells(text, 0, marks).map(drop);
        }
        let mut cursor = Cursor::new(text.as_bytes(), 0);
        let head = self.walk(text, &mut cursor)?;
        let is_whole = head.is_feature && cursor.at == text.len();
        is_whole.then_some(()).ok_or(Unusual)
    }
}
