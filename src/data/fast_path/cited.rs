//! What a record cites, without building it.

use std::borrow::Cow;

use super::BatchReader;
use crate::{
    model::reading,
    scan::{Unusual, csv::Marks, json::Cursor},
};

impl BatchReader<'_> {
    /// The documents that the record `text` cites in its `sources`; `None` where it is not for the fast path,
    /// as every record is that claims something.
    pub fn cited_by<'t>(&mut self, text: &'t str) -> Option<Vec<Cow<'t, str>>> {
        self.pass(text).ok()?;
        let (source, plan, _) = self.source(text, None).ok()?;
        reading::cited(&source, plan).ok()
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
