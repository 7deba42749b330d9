//! What was understood of a file: which column became what and why, what was left, how much has a date and a place,
//! and what is in doubt.

mod answers;
mod countries;
mod doubts;
mod swapped;

use super::{Dataset, FiledIssue};
use crate::{
    data::{
        sample::PropertySample,
        source_file::{RecordFormat, SourceFile},
    },
    model::{Field, FileColumns, IssueKind, Mapping, RowId},
};

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
            fields: fields(part, guessed, columns, dated),
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

fn fields(
    part: &SourceFile,
    guessed: &Mapping,
    columns: &FileColumns,
    dated: usize,
) -> Vec<FieldSource> {
    let mapping = &part.mapping;
    let by_name = Mapping::guess(&FileColumns::of_names(&columns.names()));
    let reason = |field: Field| {
        if mapping.is_profile() {
            Reason::Profile
        } else if mapping.is_said(field) || mapping.properties(field) != guessed.properties(field) {
            Reason::Said
        } else if mapping.preset().is_some() {
            Reason::Preset
        } else if mapping.properties(field) == by_name.properties(field) {
            Reason::Name
        } else {
            Reason::NameAndValues
        }
    };
    let filled = |name: &str| columns.get(name).map_or(0, |column| column.filled);
    let of = |field: Field| {
        let names = mapping.properties(field);
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let is_whole = !mapping.is_in_parts(field);
        let mut groups: Vec<Vec<&str>> = if is_whole {
            names.into_iter().map(|name| vec![name]).collect()
        } else {
            vec![names]
        };
        let instead = groups.iter().flatten();
        let instead = instead.filter_map(|name| mapping.instead_of(name));
        let instead: Vec<Vec<&str>> = instead.map(|name| vec![name]).collect();
        groups.extend(instead);
        let sources = groups.into_iter().map(|names| FieldSource {
            field,
            filled: names.first().map_or(0, |name| filled(name)),
            column: names.join(", "),
            reason: reason(field),
            seen: columns.records,
            dated: 0,
        });
        sources.collect::<Vec<_>>()
    };
    let is_there = |source: &FieldSource| !mapping.is_profile() || source.filled > 0;
    let mut all: Vec<FieldSource> = Field::ALL
        .into_iter()
        .flat_map(of)
        .filter(is_there)
        .collect();
    // What stands in no column that could be mapped.
    let has_date = all.iter().any(|source| source.field == Field::Date);
    let said = mapping.constant(Field::Date);
    if dated > 0 && !has_date && said.is_none() {
        let ways = ["when", "coordTimes", "coordinateProperties"];
        let is_of = |way: &&str| {
            let mut names = columns.list.iter().map(|column| &*column.name);
            names.any(|name| name.split('.').next() == Some(way))
        };
        let found = ways.into_iter().find(is_of).unwrap_or("when");
        let at = all.iter().take_while(|it| it.field == Field::Id).count();
        all.insert(
            at,
            FieldSource {
                field: Field::Date,
                column: found.to_owned(),
                reason: Reason::Name,
                filled: dated.min(columns.records),
                seen: columns.records,
                dated: 0,
            },
        );
    }
    let others = mapping.otherwise().iter().map(|name| FieldSource {
        field: Field::Date,
        column: name.to_string(),
        reason: reason(Field::Date),
        filled: filled(name),
        seen: columns.records,
        dated: filled(name).min(dated),
    });
    let others: Vec<FieldSource> = others.collect();
    let by_others: usize = others.iter().map(|source| source.dated).sum();
    if let Some(at) = all.iter().position(|source| source.field == Field::Date) {
        if let Some(source) = all.get_mut(at) {
            source.dated = dated.saturating_sub(by_others);
        }
        let behind = all.split_off(at + 1);
        all.extend(others);
        all.extend(behind);
    }
    all
}
