//! The lines of a file that issues stand on.

use crate::data::{Dataset, FiledIssue};

/// Counts lines, going on from where it stands as long as issues come in the order of the file.
#[derive(Debug, Default)]
pub(super) struct LineCounter {
    part: usize,
    offset: usize,
    line: usize,
}

impl LineCounter {
    /// Returns the line, from one, that the record of an issue begins on in a table; nothing for other
    /// files, whose records may stand on one line all together, or on none.
    pub(super) fn of(&mut self, dataset: &Dataset, filed: &FiledIssue) -> Option<usize> {
        let part = dataset.parts().get(filed.part)?;
        part.table.as_ref()?;
        if part.foreign_format.is_some() {
            return None;
        }
        let start = dataset.row(filed.row?).span.start;
        if self.part != filed.part || start < self.offset {
            *self = Self {
                part: filed.part,
                ..Self::default()
            };
        }
        self.line += part.text.line_breaks(&(self.offset..start));
        self.offset = start;
        Some(self.line + 1)
    }
}
