//! The mappings that columns of foreign files had, so that the same columns are read in the same way again.

use serde::{Deserialize, Serialize};

use crate::{data::SourceFile, model::Mapping};

/// Layouts of columns that are remembered.
const REMEMBERED: usize = 50;

/// One layout of columns, and what its columns stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ColumnLayout {
    /// A digest of the names of the columns.
    columns: String,
    mapping: Mapping,
}

/// Remembered mappings by columns, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Layouts(Vec<ColumnLayout>);

impl Layouts {
    /// Remembers how the columns of `part` are read.
    pub fn remember(&mut self, part: &SourceFile, mapping: &Mapping) {
        let columns = part.layout_key();
        self.0.retain(|layout| layout.columns != columns);
        let mapping = mapping.clone();
        self.0.insert(0, ColumnLayout { columns, mapping });
        self.0.truncate(REMEMBERED);
    }

    /// Reads the columns of `part` as they were read before; whether they were.
    pub fn apply(&self, part: &mut SourceFile) -> bool {
        if self.0.is_empty() || part.follows_profile() {
            return false;
        }
        let columns = part.layout_key();
        let known = self.0.iter().find(|layout| layout.columns == columns);
        if let Some(layout) = known {
            part.mapping = layout.mapping.clone();
        }
        known.is_some()
    }

    /// Tells whether the columns of `part` were read before.
    #[must_use]
    pub fn knows(&self, part: &SourceFile) -> bool {
        let columns = part.layout_key();
        self.0.iter().any(|layout| layout.columns == columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::FileOrigin,
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
}
