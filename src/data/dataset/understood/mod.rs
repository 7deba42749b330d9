//! What was understood of a file: which column became what and why, what was left, how much has a date and a place,
//! and what is in doubt.

mod answers;
mod countries;
mod doubts;
mod fields;
mod swapped;

use super::{Dataset, FiledIssue};
use crate::{
    data::{
        sample::PropertySample,
        source_file::{RecordFormat, SourceFile},
    },
    model::{Field, IssueKind, RowId},
};

use fields::Fields;

pub use answers::Answer;
pub use doubts::{Doubt, DoubtKind};

/// Why a column stands for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file follows the profile.
    Profile,
    /// The columns are those of a known dataset.
    Preset,
    /// Its name.
    Name,
    /// Its name, and values that others with a better name do not have.
    NameAndValues,
    /// Somebody has said it.
    Said,
}

impl Reason {
    /// Returns its code, as `check --json` prints it and the catalogue keys it (`reason-…`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Preset => "preset",
            Self::Name => "name",
            Self::NameAndValues => "name-and-values",
            Self::Said => "said",
        }
    }
}

/// One column that stands for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSource {
    /// The field.
    pub field: Field,
    /// Its column, or the columns that it stands in a part each, with commas between them.
    pub column: String,
    /// Why.
    pub reason: Reason,
    /// Of the records that were looked at, those with something in it.
    pub filled: usize,
    /// Records that were looked at.
    pub seen: usize,
    /// Records that have their date from it; 0 for columns of anything else.
    pub dated: usize,
}

/// What was understood of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The format that it is in.
    pub format: &'static str,
    /// The encoding that its text is in.
    pub encoding: &'static str,
    /// Which column stands for which field, in the order of the fields.
    pub fields: Vec<FieldSource>,
    /// What is said of every record that does not say it itself.
    pub constants: Vec<(Field, String)>,
    /// Columns without a place in the profile, which are kept.
    pub extras: Vec<String>,
    /// Columns that are left out.
    pub withheld: Vec<String>,
    /// Records, whether they can be read or not.
    pub records: usize,
    /// Records with a date.
    pub dated: usize,
    /// Records with a place.
    pub placed: usize,
    /// What is in doubt.
    pub doubts: Vec<Doubt>,
    /// Its columns, also those that stand inside of something, with their first values.
    pub columns: Vec<PropertySample>,
    /// Columns of a year, a month and a day that may be its date together, and those that may be its end.
    pub parts: [Vec<String>; 2],
    /// Column and text of some dates whose day and month cannot be told apart.
    pub ambiguous: Vec<(String, String)>,
}

/// Dates that are shown of those whose order nobody has said.
const AMBIGUOUS: usize = 3;

impl Dataset {
    /// Returns what was understood of a file; `None` where there is none of that number. The first call reads some records
    /// of every file again.
    #[must_use]
    pub fn understood(&self, number: usize) -> Option<&Understood> {
        self.all_understood().get(number)
    }

    pub(super) fn understand(&self) -> Vec<Understood> {
        let parts = self.parts().iter().enumerate();
        parts
            .map(|(number, part)| self.understand_part(number, part))
            .collect()
    }

    fn understand_part(&self, number: usize, part: &SourceFile) -> Understood {
        let looked = part.best_mapping();
        let (guessed, columns) = &*looked;
        let (dated, records) = self.dated(number);
        let rows = self.rows_of(number);
        let is_placed = |row: &RowId| self.columns().position(*row).is_some();
        let samples = columns.list.iter().map(|column| PropertySample {
            name: column.name.to_string(),
            values: column.values.clone(),
        });
        Understood {
            format: format_of(part),
            encoding: part.table.as_ref().map_or("UTF-8", |table| table.encoding),
            fields: Fields::of(part, guessed, columns).all(dated),
            constants: part
                .mapping
                .constants()
                .map(|(field, value)| (field, value.to_owned()))
                .collect(),
            extras: part.extras(),
            withheld: part.withheld(),
            records,
            dated,
            placed: rows.filter(is_placed).count(),
            doubts: self.doubts_of(number, columns),
            columns: samples.collect(),
            parts: [false, true].map(|of_end| columns.date_parts(of_end)),
            ambiguous: self.ambiguous(number),
        }
    }

    fn ambiguous(&self, part: usize) -> Vec<(String, String)> {
        let mut dates: Vec<(String, String)> = Vec::new();
        let is_one = |filed: &&FiledIssue| {
            filed.part == part && filed.issue.kind == IssueKind::DateAmbiguous
        };
        for filed in self.issues().iter().filter(is_one) {
            let date = (filed.issue.field.to_string(), filed.issue.value.to_string());
            if !dates.contains(&date) {
                dates.push(date);
            }
            if dates.len() == AMBIGUOUS {
                break;
            }
        }
        dates
    }
}

fn format_of(part: &SourceFile) -> &'static str {
    if let Some(name) = part.foreign_format {
        return name;
    }
    match (part.format, &part.table) {
        (RecordFormat::GeoJson, _) => "GeoJSON",
        (RecordFormat::GeoJsonLines, _) => "GeoJSONL",
        (RecordFormat::Csv, Some(table)) if table.delimiter == b'\t' => "TSV",
        (RecordFormat::Csv, _) => "CSV",
        (RecordFormat::Objects, _) => "JSON",
    }
}
