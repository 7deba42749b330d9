//! The files of a dataset: which rows each has, and what they are called together.

use super::Dataset;
use crate::{
    data::source_file::{FileOrigin, SourceFile},
    model::{Lang, Own, RowId, RowRange},
};

impl Dataset {
    /// What the dataset calls itself: the title of its file, or the names of its files.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let parts = self.parts.iter().zip(&self.file_names);
        let titles: Vec<String> = parts
            .map(|(part, name)| match part.title(lang) {
                title if title == part.name => name.to_string(),
                title => title,
            })
            .collect();
        titles.join(" · ")
    }

    /// What to call a row in a list: its title, else its id, else its number from one.
    #[must_use]
    pub fn name_of(&self, row: RowId, lang: Lang) -> String {
        let record = self.record(row);
        let title = record
            .as_ref()
            .and_then(|record| record.title.best(lang))
            .map(|(title, _)| title.to_owned());
        let id = || Some(record.as_ref()?.id.as_ref()?.to_string());
        title
            .or_else(id)
            .unwrap_or_else(|| format!("#{}", row.ordinal()))
    }

    /// Reckons the digest of every file, so that nobody waits for it later.
    pub fn reckon_digests(&self) {
        for part in self.parts.iter() {
            let _known = part.sha256();
        }
    }

    /// Whether nothing but the records inside the program is open.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.parts
            .iter()
            .all(|part| part.source == FileOrigin::Bundled)
    }

    /// The rows of a file, but for records that edits have added.
    #[must_use]
    pub fn rows_of(&self, part: usize) -> RowRange {
        let end = self.first_rows.last().copied().unwrap_or_default();
        let first = self.first_rows.get(part).copied().unwrap_or(end);
        RowRange::new(first, self.first_rows.get(part + 1).copied().unwrap_or(end))
    }

    /// Number of records of a file.
    #[must_use]
    pub fn count_of(&self, part: usize) -> usize {
        self.amendments.count_of(part, &self.rows_of(part))
    }

    /// How many records of a file have a date that can be read, and how many there are.
    #[must_use]
    pub fn dated(&self, part: usize) -> (usize, usize) {
        let (Some(first), Some(behind)) =
            (self.first_rows.get(part), self.first_rows.get(part + 1))
        else {
            return (0, 0);
        };
        let rows = RowRange::new(*first, *behind);
        let new = self.amended_rows().filter(|row| !rows.contains(*row));
        let new = new.filter(|row| self.part_of(*row) == part);
        let derived = self.derived.range(*first..*behind);
        let derived = derived.filter(|(_, it)| it.own.is_none() && it.is_placed());
        let dated = if self.parts.len() == 1 {
            self.columns.totals().dated
        } else {
            let is_dated = |row: &RowId| self.columns.span_index(*row).is_some();
            rows.clone().chain(new).filter(is_dated).count()
        };
        (dated - derived.count(), self.count_of(part))
    }

    /// The index of the file that a row is of.
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn part_of(&self, row: RowId) -> usize {
        assert!(
            self.rows().contains(row),
            "{row:?} is none of {} rows",
            self.rows().len()
        );
        if let Some(part) = self.amendments.part_of_new(row) {
            return part;
        }
        // The first file begins with the first row.
        self.first_rows.partition_point(|first| *first <= row) - 1
    }

    /// The file that a row is of.
    #[must_use]
    pub fn file_of(&self, row: RowId) -> &SourceFile {
        self.parts.own(self.part_of(row))
    }
}
