//! Files in which nothing was taken for a date or for a place: one issue each, with the names that look like it, so
//! that no file is undated or unplaced without a word.

use crate::model::{Field, FileColumns, Issue, IssueKind, Mapping, Preset, RowId};

use super::{Dataset, FiledIssue};
use crate::data::batch::RowIssue;

/// Undated records that are looked at.
const RECORDS: usize = 2000;
/// Names that an issue gives.
const NAMES: usize = 8;

impl Dataset {
    /// An issue for each file with records in which nothing was recognised, though no record says so by itself.
    /// `issues` are those of the records.
    pub(super) fn unrecognised(&self, issues: &[RowIssue]) -> Vec<FiledIssue> {
        let parts = 0..self.parts.len();
        parts
            .flat_map(|part| {
                let dates = self.without_dates(part, issues);
                let places = self.without_places(part, issues);
                let found = dates.into_iter().chain(places);
                found.map(move |issue| FiledIssue {
                    part,
                    row: None,
                    issue,
                })
            })
            .collect()
    }

    fn without_dates(&self, number: usize, issues: &[RowIssue]) -> Option<Issue> {
        let part = self.parts.get(number)?;
        let rows = self.rows_of(number);
        let readable = rows
            .clone()
            .filter(|row| self.columns.readable(*row))
            .count();
        let (dated, _) = self.dated(number);
        let undated = readable.saturating_sub(dated);
        let is_of_leads = part.mapping.preset() == Some(Preset::Telegram);
        if part.follows_profile() || is_of_leads || undated * 10 <= readable {
            return None;
        }
        // What is empty in every record says no more than that nothing was recognised.
        let has_dates = |kind: IssueKind| kind.is_of_date() && kind != IssueKind::DateMissing;
        if dated == 0 {
            let mut of_part = issues.iter().filter(|it| rows.contains(it.row));
            if of_part.clone().any(|it| has_dates(it.issue.kind)) {
                return None;
            }
            let looked = part.best_mapping();
            let columns = &looked.1;
            let names = columns.like_dates(false);
            // Where nothing can be named, records that have something else to say are no silence.
            let is_silent = !names.is_empty() || of_part.next().is_none();
            return is_silent.then(|| issue(IssueKind::NoDateColumn, "date", &names));
        }
        let names = self.dates_elsewhere(number, undated, readable)?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Some(issue(IssueKind::NoDateColumn, "date", &names))
    }

    /// The columns in which the undated records of a file have a date all the same, where these are more than a tenth
    /// of all its records.
    fn dates_elsewhere(
        &self,
        number: usize,
        undated: usize,
        readable: usize,
    ) -> Option<Vec<String>> {
        let part = self.parts.get(number)?;
        let is_undated =
            |row: &RowId| self.columns.readable(*row) && self.columns.span_index(*row).is_none();
        let step = (undated / RECORDS).max(1);
        let columns = self.columns_of(
            number,
            self.rows_of(number).filter(is_undated).step_by(step),
        );
        let is_taken = |name: &str| {
            let fields = [
                Field::Date,
                Field::EndDate,
                Field::Reported,
                Field::DatePrecision,
            ];
            let mapping: &Mapping = &part.mapping;
            let mut known = fields.iter().flat_map(|field| mapping.properties(*field));
            known.any(|known| **known == *name)
        };
        let names = columns.like_dates(true);
        let names: Vec<&str> = names.into_iter().filter(|name| !is_taken(name)).collect();
        let of = |name: &&str| columns.get(name).map_or(0, |column| column.dates);
        let most = names.iter().map(of).max().unwrap_or_default();
        // Of those that were looked at, which stand for all.
        let all = most.saturating_mul(undated) / columns.records.max(1);
        (all * 10 > readable).then(|| names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// What stands in some rows of a file.
    fn columns_of(&self, number: usize, rows: impl Iterator<Item = RowId>) -> FileColumns {
        let mut columns = FileColumns::default();
        let Some(part) = self.parts.get(number) else {
            return columns;
        };
        for row in rows {
            if let Ok(feature) = part.raw_but_positions(self.bytes(row)) {
                columns.note(&feature);
            }
        }
        columns
    }

    /// The columns in which the unplaced records of a file have a place all the same, where these are more than a tenth of
    /// all its records.
    fn places_elsewhere(&self, number: usize) -> Option<Issue> {
        let part = self.parts.get(number)?;
        let is_readable = |row: &RowId| self.columns.readable(*row);
        let is_unplaced = |row: &RowId| is_readable(row) && self.columns.position(*row).is_none();
        let readable = self.rows_of(number).filter(is_readable).count();
        let unplaced = self.rows_of(number).filter(is_unplaced).count();
        if unplaced * 10 <= readable {
            return None;
        }
        let step = (unplaced / RECORDS).max(1);
        let columns = self.columns_of(
            number,
            self.rows_of(number).filter(is_unplaced).step_by(step),
        );
        let is_taken = |name: &str| part.mapping.fields_of(name).next().is_some();
        let of = |name: &str| {
            let column = columns.get(name);
            column.map_or(0, |it| it.shapes.max(it.latitudes.min(it.longitudes)))
        };
        let names = columns.like_places().into_iter();
        let names: Vec<&str> = names
            .filter(|name| !is_taken(name) && of(name) > 0)
            .collect();
        let most = names.iter().map(|name| of(name)).max().unwrap_or_default();
        let all = most.saturating_mul(unplaced) / columns.records.max(1);
        (all * 10 > readable).then(|| issue(IssueKind::NoPlaceColumns, "geometry", &names))
    }

    fn without_places(&self, number: usize, issues: &[RowIssue]) -> Option<Issue> {
        let part = self.parts.get(number)?;
        let rows = self.rows_of(number);
        let is_placed = |row: RowId| self.columns.position(row).is_some();
        let has_readable = rows.clone().any(|row| self.columns.readable(row));
        if part.follows_profile() || !has_readable {
            return None;
        }
        if rows.clone().any(is_placed) {
            return self.places_elsewhere(number);
        }
        let mut of_part = issues.iter().filter(|it| rows.contains(it.row));
        if of_part.clone().any(|it| it.issue.kind.is_of_place()) {
            return None;
        }
        let looked = part.best_mapping();
        let columns = &looked.1;
        let names = columns.like_places();
        // Records that have a date and nothing like a place are simply without one.
        let is_plainly_without =
            names.is_empty() && (self.dated(number).0 > 0 || of_part.next().is_some());
        (!is_plainly_without).then(|| issue(IssueKind::NoPlaceColumns, "geometry", &names))
    }
}

fn issue(kind: IssueKind, field: &str, names: &[&str]) -> Issue {
    let some: Vec<&str> = names.iter().copied().take(NAMES).collect();
    Issue::new(field, kind, &some.join(", "))
}
