//! What an edit makes of a dataset, in the time of a frame whatever the number of records: the rows that are changed are
//! changed in a copy that shares all others.
//!
//! A row keeps its number: a record that is taken away leaves a row for nobody, a new one comes behind all others. The files
//! stay as they were read. [`Dataset::amended`] says `None` where a change reaches beyond its record (an id that others
//! name, a place in an order, a layer that is not known yet); what is open is then to be read anew.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock},
};

use crate::{
    data::{
        batch::{Batch, RowLink},
        fast_path::BatchReader,
        publication_dates::PublicationDates,
        source_file::SourceFile,
    },
    model::{Bounds, Issue, IssueKind, Own, Preset, RowId},
};

use super::{
    Dataset,
    amendments::{Amended, Amendment, Amendments, EditedPlace},
    cross_record_checks::report_by_sources,
    next_revision,
    ordered::may_state_order,
};

/// A change on its way in.
struct Coming {
    row: RowId,
    place: EditedPlace,
    amended: Amended,
    batch: Option<Batch>,
}

impl Dataset {
    /// What was changed since the files were read, by row; none: nothing.
    pub fn amended_rows(&self) -> impl ExactSizeIterator<Item = RowId> + '_ {
        self.amendments.rows.keys().copied()
    }

    /// The rows in which this dataset differs from `earlier`, of which it was made by edits; `None`: it was not.
    #[must_use]
    pub fn amended_since(&self, earlier: &Self) -> Option<Vec<RowId>> {
        if self.root() != earlier.root() {
            return None;
        }
        let known = &earlier.amendments.rows;
        let is_same = |row: &RowId, amended: &Arc<Amended>| {
            known.get(row).is_some_and(|it| Arc::ptr_eq(it, amended))
        };
        let rows = self.amendments.rows.iter();
        let rows = rows.filter(|(row, amended)| !is_same(row, amended));
        let all_known = known
            .keys()
            .all(|row| self.amendments.rows.contains_key(row));
        all_known.then(|| rows.map(|(row, _)| *row).collect())
    }

    /// The revision of what was read, whatever was changed since.
    const fn root(&self) -> u64 {
        if self.amendments.root == 0 {
            self.revision
        } else {
            self.amendments.root
        }
    }

    /// The record of its file that a row is of.
    #[must_use]
    pub fn place_of(&self, row: RowId) -> EditedPlace {
        let new = row.index().checked_sub(self.amendments.read);
        match new.and_then(|new| self.amendments.new.get(new)) {
            Some((_, number)) if self.amendments.root != 0 => EditedPlace::New(*number),
            _ => EditedPlace::OfFile(row.since(self.rows_of(self.part_of(row)).start())),
        }
    }

    /// The row of a record of a file; `None`: it has none.
    #[must_use]
    pub fn row_at(&self, part: usize, place: EditedPlace) -> Option<RowId> {
        match place {
            EditedPlace::OfFile(place) => {
                let rows = self.rows_of(part);
                (place < rows.len()).then(|| rows.start().behind(RowId::new(place)))
            }
            EditedPlace::New(number) => {
                let at = self
                    .amendments
                    .new
                    .iter()
                    .position(|it| *it == (part, number))?;
                Some(RowId::new(self.amendments.read + at))
            }
        }
    }

    /// The same records but for what `changes` makes of some. Costs a copy of a few thousand items and what reading those
    /// records costs; the module says when it is `None`.
    #[must_use]
    pub fn amended(&self, changes: &[Amendment<'_>]) -> Option<Self> {
        let mut amended = self.shared();
        let mut coming = Vec::with_capacity(changes.len());
        let mut readers: BTreeMap<usize, BatchReader<'_>> = BTreeMap::new();
        for change in changes {
            let part = self.parts.get(change.part)?;
            if !part.is_editable() || part.mapping.preset() == Some(Preset::Acled) {
                return None;
            }
            let row = match (self.row_at(change.part, change.place), change.place) {
                (Some(row), _) => row,
                (None, EditedPlace::New(number)) => amended.new_row(change.part, number),
                (None, EditedPlace::OfFile(_)) => return None,
            };
            if self.is_tied(row, part) {
                return None;
            }
            let reader = readers
                .entry(change.part)
                .or_insert_with(|| BatchReader::new(part));
            let batch = change.text.map(|text| read(reader, text));
            coming.push(Coming {
                row,
                place: change.place,
                amended: Amended {
                    part: change.part,
                    text: change.text.unwrap_or_default().into(),
                    issues: Vec::new(),
                },
                batch,
            });
        }
        for change in coming {
            amended.take(change, self)?;
        }
        // What was looked up on the way may be of records that were changed after it.
        amended.cache = Mutex::default();
        amended.derive_again(self);
        Some(amended)
    }

    /// A copy that shares all that is large and remembers nothing of what was derived.
    fn shared(&self) -> Self {
        let Amendments {
            rows, new, read, ..
        } = &self.amendments;
        Self {
            parts: Arc::clone(&self.parts),
            file_names: self.file_names.clone(),
            first_rows: self.first_rows.clone(),
            columns: self.columns.clone(),
            sources: Arc::clone(&self.sources),
            ids: self.ids.clone(),
            issues: Arc::clone(&self.issues),
            unlisted_issues: self.unlisted_issues,
            revision: next_revision(),
            derived: Arc::clone(&self.derived),
            ties: Arc::clone(&self.ties),
            amendments: Amendments {
                root: self.root(),
                read: if self.amendments.root == 0 {
                    self.columns.len()
                } else {
                    *read
                },
                rows: rows.clone(),
                new: new.clone(),
                issues: OnceLock::new(),
            },
            understood: Arc::clone(&self.understood),
            ..Self::default()
        }
    }

    fn new_row(&mut self, part: usize, number: usize) -> RowId {
        self.amendments.new.push((part, number));
        RowId::new(self.amendments.read + self.amendments.new.len() - 1)
    }

    /// Whether what a row says now reaches beyond it: others name it, it stands in an order, or its id comes twice.
    fn is_tied(&self, row: RowId, part: &SourceFile) -> bool {
        if !self.rows().contains(row) || self.columns.is_gone(row) {
            return false;
        }
        let text = self.bytes(row);
        if self.ties.ordered.contains(&row) || may_state_order(text) {
            return true;
        }
        let id = part.record(text).and_then(|record| record.id);
        let is_linked = id
            .as_ref()
            .is_some_and(|id| self.ties.linked.contains(id.as_str()));
        let is_double = id.is_some_and(|id| self.rows_called(id.as_str()) > 1);
        is_double || is_linked
    }

    /// How many records are called `id`.
    fn rows_called(&self, id: &str) -> usize {
        let is_called = |row: &RowId| {
            let record = self.record(*row);
            record.is_some_and(|record| record.id.as_ref().is_some_and(|it| it.as_str() == id))
        };
        self.ids.rows(id).filter(is_called).count()
    }

    /// Takes a change in. `before` is what was.
    fn take(&mut self, change: Coming, before: &Self) -> Option<()> {
        let Coming {
            row,
            place,
            mut amended,
            batch,
        } = change;
        debug_assert_eq!(
            self.row_at(amended.part, place),
            Some(row),
            "a change has a row"
        );
        let was_at_edge = row.index() < before.columns.len() && self.columns.is_at_edge(row);
        let was_far = self.ties.far.contains(&row);
        let extent = self.columns.extent_in_time();
        let mut links = Vec::new();
        match batch {
            None => self.columns.amend(row, None)?,
            Some(mut batch) => {
                if may_state_order(&amended.text) {
                    return None;
                }
                report_by_sources(&mut batch, &self.sources);
                let id = before.parts.own(amended.part).record(&amended.text)?.id;
                if let Some(id) = &id {
                    let is_taken = self.ties.linked.contains(id.as_str())
                        || self.row_of(id.as_str()).is_some_and(|other| other != row);
                    if is_taken {
                        return None;
                    }
                    self.ids.call(id.as_str(), row);
                }
                let unknown_sources = self.unknown_sources(&batch.citations);
                amended.issues = batch.issues.into_iter().map(|it| it.issue).collect();
                amended
                    .issues
                    .extend(unknown_sources.into_iter().map(|it| it.issue));
                links = batch.links;
                let columns = batch.columns.finish();
                self.columns.amend(row, Some(&columns))?;
            }
        }
        let part = amended.part;
        self.amendments.rows.insert(row, Arc::new(amended));
        self.judge(row, part, links, was_far);
        if was_at_edge && !was_far {
            self.reach_again();
        } else if self.ties.far.contains(&row) {
            self.columns.put_extent_in_time(extent);
        }
        Some(())
    }

    /// Finds the time that all records span, of which one was changed that reached to its end. Costs O(records).
    fn reach_again(&mut self) {
        let ties = Arc::clone(&self.ties);
        let rows = self.columns.rows().filter(|row| !ties.far.contains(row));
        self.columns.set_extent_in_time(rows);
    }

    /// Finds what is wrong with a row by the others: records that it names and that are not there, a date far from all.
    fn judge(&mut self, row: RowId, part: usize, links: Vec<RowLink>, was_far: bool) {
        let mut issues = Vec::new();
        if !self.is_of_excerpt(row) {
            let unknown = links.iter().filter(|link| self.row_of(&link.id).is_none());
            issues.extend(
                unknown.map(|link| Issue::new("related", IssueKind::RelatedUnknown, &link.id)),
            );
        }
        let usual = self.ties.usual.get(part);
        let far = usual.and_then(|usual| self.far_date(row, usual));
        if far.is_some() || was_far {
            let ties = Arc::make_mut(&mut self.ties);
            match far {
                Some(_) => ties.far.insert(row),
                None => ties.far.remove(&row),
            };
        }
        issues.extend(far.map(|it| it.issue));
        if let Some(amended) = self.amendments.rows.get_mut(&row).and_then(Arc::get_mut) {
            amended.issues.extend(issues);
        }
        if !links.is_empty() {
            let linked = links.into_iter().map(|link| link.id);
            Arc::make_mut(&mut self.ties).linked.extend(linked);
        }
    }

    /// Takes over what was derived from `before`, with what the changes make of it.
    fn derive_again(&mut self, before: &Self) {
        let Some(rows) = self.amended_since(before) else {
            return;
        };
        if let Some(claims) = before.claim_index.get() {
            let said = |row: &RowId| (*row, self.claims_of(*row));
            let _ = self.claim_index.set(claims.amended(rows.iter().map(said)));
        }
        if let Some(reporting) = before.reporting.get() {
            let reported = |dataset: &Self, row: RowId| {
                let is_there = row.index() < dataset.columns.len() && dataset.columns.readable(row);
                is_there.then(|| dataset.columns.reported(row))
            };
            let changes = rows
                .iter()
                .map(|row| [reported(before, *row), reported(self, *row)]);
            let _ = self
                .reporting
                .set(PublicationDates::amended(reporting, changes));
        }
        if let Some(Some(extent)) = before.reports.get() {
            self.reach_reports(before, *extent, &rows);
        }
    }

    /// Takes over from when to when anything became known, where no row that reached to an end of that has changed.
    fn reach_reports(&self, before: &Self, extent: Bounds, rows: &[RowId]) {
        let reported = |dataset: &Self, row: RowId| {
            let is_there = row.index() < dataset.columns.len();
            is_there.then(|| dataset.columns.reported(row)).flatten()
        };
        let is_at_edge =
            |bounds: Bounds| bounds.earliest <= extent.earliest || bounds.latest >= extent.latest;
        let mut out = rows.iter().filter_map(|row| reported(before, *row));
        if !out.any(is_at_edge) {
            let come = rows.iter().filter_map(|row| reported(self, *row));
            let come = come.filter(Bounds::is_finite);
            let extent = come.fold(extent, |extent, bounds| extent.union(&bounds));
            let _ = self.reports.set(Some(extent));
        }
    }
}

/// The one row that a text makes.
fn read(reader: &mut BatchReader<'_>, text: &str) -> Batch {
    reader.push(text);
    reader.take()
}
