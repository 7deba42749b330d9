//! The mappings that columns of foreign files had, so that the same columns are read in the same way again.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{
    data::{FileOrigin, SourceFile},
    model::Mapping,
};

/// Layouts of columns that are remembered.
const REMEMBERED: usize = 50;

/// One layout of columns, and what its columns stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ColumnLayout {
    /// A digest of the names of the columns.
    columns: String,
    /// The file that was read so last; what is said of a whole file holds for that one alone.
    #[serde(default)]
    file: Option<String>,
    /// The sheet of it that was read, where it is a workbook of several.
    #[serde(default)]
    sheet: Option<String>,
    mapping: Mapping,
}

/// Remembered mappings by columns, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Layouts(Vec<ColumnLayout>);

impl Layouts {
    /// Remembers how the columns of `part` are read.
    pub fn remember(&mut self, part: &SourceFile, mapping: &Mapping) {
        let (columns, file) = (part.layout_key(), file_of(part));
        self.0.retain(|layout| {
            layout.columns != columns || (layout.file != file && layout.is_said())
        });
        let mapping = mapping.clone();
        let layout = ColumnLayout {
            columns,
            file,
            sheet: part.sheets.as_ref().map(|sheets| sheets.name().to_owned()),
            mapping,
        };
        self.0.insert(0, layout);
        self.0.truncate(REMEMBERED);
    }

    /// Reads the columns of `part` as they were read before; whether they were. What was said of another file as a whole
    /// does not hold for this one, and what its own records tell by themselves stays.
    pub fn apply(&self, part: &mut SourceFile) -> bool {
        if self.0.is_empty() || part.follows_profile() {
            return false;
        }
        let (columns, file) = (part.layout_key(), file_of(part));
        let alike = || self.0.iter().filter(|layout| layout.columns == columns);
        let own = alike().find(|layout| layout.file == file && file.is_some());
        let Some(layout) = own.or_else(|| alike().next()) else {
            return false;
        };
        let mut mapping = layout.mapping.clone();
        if own.is_none() {
            mapping.forget_constants();
        }
        if !mapping.is_crs_said {
            mapping.crs = part.mapping.crs;
        }
        mapping.epoch = part.mapping.epoch;
        part.mapping = mapping;
        part.find_epoch();
        true
    }

    /// The sheet of a workbook that was read last.
    #[must_use]
    pub fn sheet_of(&self, file: &Path) -> Option<&str> {
        let file = file.display().to_string();
        let mut own = self
            .0
            .iter()
            .filter(|layout| layout.file.as_ref() == Some(&file));
        own.find_map(|layout| layout.sheet.as_deref())
    }

    /// Tells whether the columns of `part` were read before.
    #[must_use]
    pub fn knows(&self, part: &SourceFile) -> bool {
        let columns = part.layout_key();
        self.0.iter().any(|layout| layout.columns == columns)
    }
}

impl ColumnLayout {
    /// Whether something is said of one file alone.
    fn is_said(&self) -> bool {
        self.mapping.constants().next().is_some()
    }
}

/// The file, where it is one.
fn file_of(part: &SourceFile) -> Option<String> {
    match &part.source {
        FileOrigin::File(path) => Some(path.display().to_string()),
        FileOrigin::Bundled | FileOrigin::Stdin => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        io::{Watch, read::read_part},
        model::{DateOrder, Field},
    };

    fn part(text: &str) -> SourceFile {
        let bytes = text.as_bytes().to_vec();
        read_part("a.csv", FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap()
    }

    #[test]
    fn a_file_with_the_same_columns_is_read_as_the_last_one_was() {
        let mut layouts = Layouts::default();
        let first = part("when it was,what,x,y\n03/04/2022,a,-8,12\n");
        let mut mapping = first.mapping.clone();
        mapping.set(Field::Date, Some("when it was"));
        mapping.date_order = Some(DateOrder::Dmy);
        layouts.remember(&first, &mapping);
        let text = serde_json::to_string(&layouts).unwrap();
        let layouts: Layouts = serde_json::from_str(&text).unwrap();
        let mut second = part("when it was,what,x,y\n05/06/2023,b,-8,12\n");
        assert!(layouts.apply(&mut second));
        assert_eq!(second.mapping, mapping);
        let mut other = part("when it was,what,y,x\n05/06/2023,b,-8,12\n");
        assert!(!layouts.apply(&mut other));
    }

    #[test]
    fn what_is_said_of_a_whole_file_holds_for_that_file_alone() {
        let at = |path: &str| SourceFile {
            source: FileOrigin::File(path.into()),
            ..part("name,lat,lon\na,12,-8\n")
        };
        let mut layouts = Layouts::default();
        let mut mapping = at("old.csv").mapping.clone();
        mapping.set_constant(Field::Date, Some("1914"));
        mapping.zone = crate::model::Zone::named("UTC");
        layouts.remember(&at("old.csv"), &mapping);
        let (mut same, mut other) = (at("old.csv"), at("new.csv"));
        assert!(layouts.apply(&mut same) && layouts.apply(&mut other));
        assert_eq!(same.mapping, mapping);
        assert_eq!(other.mapping.constant(Field::Date), None);
        assert_eq!(other.mapping.zone, mapping.zone);
        // Another file of these columns does not push it out.
        let plain = at("new.csv").mapping.clone();
        layouts.remember(&at("new.csv"), &plain);
        assert!(layouts.apply(&mut same));
        assert_eq!(same.mapping, mapping);
    }

    #[test]
    fn the_sheet_that_was_chosen_of_a_workbook_is_known_by_its_file() {
        let book = SourceFile {
            source: FileOrigin::File("book.xlsx".into()),
            sheets: Some(crate::data::Sheets {
                names: vec!["One".to_owned(), "Two".to_owned()],
                read: 1,
            }),
            ..part("name,date,lat,lon\na,2021,12,-8\n")
        };
        let mut layouts = Layouts::default();
        layouts.remember(&book, &book.mapping);
        assert_eq!(layouts.sheet_of(Path::new("book.xlsx")), Some("Two"));
        assert_eq!(layouts.sheet_of(Path::new("other.xlsx")), None);
    }
}
