//! Which column stands for which field, and why.

use super::{FieldSource, Reason};
use crate::{
    data::source_file::SourceFile,
    model::{Field, FileColumns, Mapping},
};

/// Members in which formats keep the date of a record beside its properties.
const DATES_BESIDE: [&str; 3] = ["when", "coordTimes", "coordinateProperties"];

/// The columns of a file, and what was made of them.
pub(super) struct Fields<'a> {
    mapping: &'a Mapping,
    /// What names and values alone would have come to.
    guessed: &'a Mapping,
    /// What names alone would have come to.
    by_name: Mapping,
    columns: &'a FileColumns,
}

impl<'a> Fields<'a> {
    pub(super) fn of(part: &'a SourceFile, guessed: &'a Mapping, columns: &'a FileColumns) -> Self {
        Self {
            mapping: &part.mapping,
            guessed,
            by_name: Mapping::guess(&FileColumns::of_names(&columns.names())),
            columns,
        }
    }

    /// Returns the columns of all fields, in the order of the fields; `dated` records have a date.
    pub(super) fn all(&self, dated: usize) -> Vec<FieldSource> {
        let is_there = |source: &FieldSource| !self.mapping.is_profile() || source.filled > 0;
        let sources = Field::ALL
            .into_iter()
            .flat_map(|field| self.of_field(field));
        let mut all: Vec<FieldSource> = sources.filter(is_there).collect();
        let has_date = all.iter().any(|source| source.field == Field::Date);
        if dated > 0 && !has_date && self.mapping.constant(Field::Date).is_none() {
            let at = all.iter().take_while(|it| it.field == Field::Id).count();
            all.insert(at, self.date_beside(dated));
        }
        self.add_other_dates(&mut all, dated);
        all
    }

    /// The columns of a field: each that may stand for it, or all that are parts of it together.
    fn of_field(&self, field: Field) -> Vec<FieldSource> {
        let names = self.mapping.properties(field);
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let mut groups: Vec<Vec<&str>> = if self.mapping.is_in_parts(field) {
            vec![names]
        } else {
            names.into_iter().map(|name| vec![name]).collect()
        };
        let instead = groups.iter().flatten();
        let instead = instead.filter_map(|name| self.mapping.instead_of(name));
        let instead: Vec<Vec<&str>> = instead.map(|name| vec![name]).collect();
        groups.extend(instead);
        let sources = groups.into_iter().map(|names| FieldSource {
            filled: names.first().map_or(0, |name| self.filled(name)),
            ..self.source(field, names.join(", "))
        });
        sources.collect()
    }

    /// The date that stands in no column that could be mapped.
    fn date_beside(&self, dated: usize) -> FieldSource {
        let is_of = |way: &&str| {
            let mut names = self.columns.list.iter().map(|column| &*column.name);
            names.any(|name| name.split('.').next() == Some(way))
        };
        let found = DATES_BESIDE.into_iter().find(is_of).unwrap_or("when");
        FieldSource {
            reason: Reason::Name,
            filled: dated.min(self.columns.records),
            ..self.source(Field::Date, found.to_owned())
        }
    }

    /// Adds the columns that a date is taken from where the first has none, and tells how many each has dated.
    fn add_other_dates(&self, all: &mut Vec<FieldSource>, dated: usize) {
        let others = self.mapping.otherwise().iter().map(|name| FieldSource {
            filled: self.filled(name),
            dated: self.filled(name).min(dated),
            ..self.source(Field::Date, name.to_string())
        });
        let others: Vec<FieldSource> = others.collect();
        let by_others: usize = others.iter().map(|source| source.dated).sum();
        let Some(at) = all.iter().position(|source| source.field == Field::Date) else {
            return;
        };
        let behind = all.split_off(at + 1);
        if let Some(source) = all.last_mut() {
            source.dated = dated.saturating_sub(by_others);
        }
        all.extend(others);
        all.extend(behind);
    }

    fn source(&self, field: Field, column: String) -> FieldSource {
        FieldSource {
            field,
            column,
            reason: self.reason(field),
            filled: 0,
            seen: self.columns.records,
            dated: 0,
        }
    }

    fn filled(&self, name: &str) -> usize {
        self.columns.get(name).map_or(0, |column| column.filled)
    }

    fn reason(&self, field: Field) -> Reason {
        let mapping = self.mapping;
        let is_as_in = |other: &Mapping| mapping.properties(field) == other.properties(field);
        if mapping.is_profile() {
            Reason::Profile
        } else if mapping.is_said(field) || !is_as_in(self.guessed) {
            Reason::Said
        } else if mapping.preset().is_some() {
            Reason::Preset
        } else if is_as_in(&self.by_name) {
            Reason::Name
        } else {
            Reason::NameAndValues
        }
    }
}
