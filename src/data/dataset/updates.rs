//! Living datasets, whose files may hold an event in several versions: the last one counts, and how many others there
//! are is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    data::source_file::SourceFile,
    model::{Issue, IssueKind, Preset, RowId, Second},
};

use super::Dataset;

impl Dataset {
    /// The files without the earlier versions of events that are there in a later one: of the same id in files of the same
    /// living dataset, with a later timestamp; `None` where there are no such.
    pub(super) fn without_earlier_versions(&self) -> Option<Vec<SourceFile>> {
        let superseded = self.superseded();
        if superseded.is_empty() {
            return None;
        }
        let parts = self.parts.iter().enumerate();
        let parts = parts.map(|(number, part)| {
            let rows = self.rows_of(number);
            let count = rows.clone().filter(|row| superseded.contains(row)).count();
            if count == 0 {
                return part.clone();
            }
            let spans = part.spans.iter().zip(rows);
            let spans = spans.filter(|(_, row)| !superseded.contains(row));
            let mut part = SourceFile {
                spans: spans.map(|(span, _)| span).collect(),
                ..part.clone()
            };
            part.issues
                .push(Issue::new("id", IssueKind::Superseded, &count.to_string()));
            part
        });
        Some(parts.collect())
    }

    /// The rows of such versions.
    fn superseded(&self) -> BTreeSet<RowId> {
        let is_living = |number: usize| {
            let part = self.parts.get(number);
            part.is_some_and(|part| part.mapping.preset() == Some(Preset::Acled))
        };
        let again = self
            .issues
            .iter()
            .filter(|filed| filed.issue.kind == IssueKind::IdDuplicate && is_living(filed.part));
        let rows = again.filter_map(|filed| filed.row);
        let ids: BTreeSet<Box<str>> = rows
            .filter_map(|row| Some(self.read(row)?.id?.as_str().into()))
            .collect();
        ids.iter()
            .flat_map(|id| self.earlier(id, is_living))
            .collect()
    }

    /// The rows of an id whose timestamps lie before the last one of them.
    fn earlier(&self, id: &str, is_living: impl Fn(usize) -> bool) -> Vec<RowId> {
        let written = |row: RowId| -> Option<Second> {
            let record = self.read(row)?;
            let is_it = record.id.as_ref().is_some_and(|known| known.as_str() == id);
            let reported = record.reported.as_ref().filter(|_| is_it)?;
            Some(reported.bounds().earliest)
        };
        let rows = self.ids.rows(id);
        let rows = rows.filter(|row| is_living(self.part_of(*row)));
        let times: BTreeMap<RowId, Second> =
            rows.filter_map(|row| Some((row, written(row)?))).collect();
        let last = times.values().max().copied();
        let times = times.into_iter().filter(|(_, time)| Some(*time) < last);
        times.map(|(row, _)| row).collect()
    }
}
