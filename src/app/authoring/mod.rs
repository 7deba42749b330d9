//! Changes of records in the window: each is written to the log at once and shown at once; the file is written when the
//! analyst saves.
//!
//! [`Authoring`] holds what was read from disk and what was changed since. What is shown is made of both anew after each
//! change: in the frame where what is open is short, else off the drawing thread while the form shows the change already.

mod adopt;
mod begin;
mod bulk;
mod change;
mod deleted;
mod history;
mod leave;
mod merge;
mod recover;
mod save;
mod shown;
mod wanted;

use crate::model::RowId;
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{
    command::FileCommand,
    data::{
        Dataset, EditedRecord, Edits, FileOrigin, Records, SourceFile,
        change_log::{Entry, Rec},
    },
    io::{ReadError, WriteError, change_log::LogFolder},
    ui::EditingView,
    work::Job,
};

pub(super) use deleted::Deleted;
pub(super) use merge::Merging;
pub(super) use recover::Recovered;
pub(super) use save::SavedFiles;
use shown::{KnownRecord, PartRecord};
pub(super) use wanted::Provenance;

/// Files are written in the frame up to this many bytes.
const SHORT: usize = 1 << 20;

/// What was changed, and how to take it back.
#[derive(Default)]
pub(super) struct Authoring {
    /// What the changes began with; `None`: nothing was changed yet.
    base: Option<Arc<Dataset>>,
    /// The files that were written since, as they are on disk.
    disk: BTreeMap<usize, Arc<SourceFile>>,
    /// Where the records of what is shown stand; of a file without any, as in the base.
    shown: BTreeMap<usize, shown::ShownPlaces>,
    /// What was changed of each file.
    parts: BTreeMap<usize, Edits>,
    /// What can be taken back, the last at the end.
    undo: Vec<Step>,
    /// What can be done again, the next at the end.
    redo: Vec<Step>,
    /// How many steps that are in each file were taken back and cannot be done again.
    lost: BTreeMap<usize, usize>,
    /// All that was written to logs since the files were saved, what was taken back with what takes it back.
    since_saved: Vec<Step>,
    /// Whether the selected record is shown as a form.
    pub is_form: bool,
    /// Whether the window is to close once all is saved.
    pub closes_when_saved: bool,
    /// What is to be done once all is saved.
    after_saving: Option<Box<FileCommand>>,
    /// In how many frames to save, so that a field which is left has had its say.
    frames_to_save: u8,
    /// Whether it was said that the log cannot be written.
    is_unlogged_told: bool,
    /// How often something was changed.
    count: u64,
    /// What logs say of the selected record.
    history: history::RecordHistory,
    jobs: AuthoringJobs,
}

/// Work for changes.
#[derive(Default)]
struct AuthoringJobs {
    /// Makes what is shown.
    showing: Option<shown::Showing>,
    /// Makes lines of logs outlast a power cut.
    syncing: Vec<Job<Result<(), WriteError>>>,
    /// Writes the files.
    saving: Option<Job<SavedFiles>>,
    /// Puts changes on top of a file that somebody else has changed.
    rebasing: Option<Job<Option<save::Rebased>>>,
    /// Makes what is on disk, to go on with something else.
    returning: Option<leave::Returning>,
    /// Compares a colleague's file with ours.
    merging: Option<Job<Result<Option<Merging>, ReadError>>>,
    /// Looks for records that were deleted.
    deleted: Option<Job<Deleted>>,
    /// Looks for what logs hold beyond their files.
    recovering: Option<(u64, Job<Vec<Recovered>>)>,
}

/// Changes that are taken back together.
#[derive(Clone, Debug)]
struct Step {
    part: usize,
    entries: Vec<Entry>,
    /// Whether the file has it.
    is_saved: bool,
}

/// A record to be changed.
struct EditTarget {
    part: usize,
    rec: Rec,
    text: Option<String>,
}

impl Authoring {
    /// How many changes are not in the files.
    pub(super) fn unsaved(&self) -> usize {
        let done = self.undo.iter().filter(|step| !step.is_saved).count();
        let undone = self.redo.iter().filter(|step| step.is_saved).count();
        done + undone + self.lost.values().sum::<usize>()
    }

    /// How often something was changed: more than before where a change was taken.
    pub(super) const fn count(&self) -> u64 {
        self.count
    }

    /// A file was written: it has what was done and nothing of what was taken back.
    fn saved(&mut self, part: usize, file: Arc<SourceFile>) {
        for step in self.undo.iter_mut().filter(|step| step.part == part) {
            step.is_saved = true;
        }
        for step in self.redo.iter_mut().filter(|step| step.part == part) {
            step.is_saved = false;
        }
        self.lost.remove(&part);
        self.since_saved.retain(|step| step.part != part);
        self.disk.insert(part, file);
    }

    /// Forgets all changes, because what is open comes anew; the form stays open.
    pub(super) fn forget(&mut self) {
        *self = Self {
            is_form: self.is_form,
            count: self.count + 1,
            ..Self::default()
        };
    }

    /// What panels may see of it; `selected` is the row that is selected.
    pub(super) fn view(&self, dataset: &Arc<Dataset>, selected: Option<RowId>) -> EditingView<'_> {
        let text = selected.filter(|_| self.is_form && self.base.is_some());
        EditingView {
            is_form: self.is_form,
            unsaved: self.unsaved(),
            can_undo: !self.undo.is_empty(),
            can_redo: !self.redo.is_empty(),
            text: text.and_then(|row| self.text(dataset, row)),
            history: self.history.lines(),
        }
    }

    /// The bytes of a record as changes have left them; `None`: nothing has changed it.
    fn text(&self, shown: &Dataset, row: RowId) -> Option<&str> {
        self.edited(self.record_at(shown, row)?)?.text.as_deref()
    }

    /// A record that was changed.
    fn edited(&self, record: PartRecord) -> Option<&EditedRecord> {
        let edits = self.parts.get(&record.part)?;
        match record.known {
            KnownRecord::File(place) => edits.at(place),
            KnownRecord::New(number) => edits.records().get(number),
        }
    }

    /// The record that is shown as `row`.
    fn target(&self, shown: &Arc<Dataset>, row: RowId) -> Option<EditTarget> {
        let record = self.record_at(shown, row)?;
        let PartRecord { part, known } = record;
        if let Some(changed) = self.edited(record) {
            return Some(EditTarget {
                part,
                rec: changed.rec.clone(),
                text: changed.text.clone(),
            });
        }
        let records = self.base.as_ref().unwrap_or(shown).records_of(part);
        let KnownRecord::File(place) = known else {
            return None;
        };
        Some(EditTarget {
            part,
            rec: records.rec(place)?,
            text: Some(records.text(place).to_owned()),
        })
    }

    /// A file as it is on disk.
    fn on_disk(&self, part: usize) -> Option<&SourceFile> {
        let base = || self.base.as_ref()?.parts().get(part);
        self.disk.get(&part).map(AsRef::as_ref).or_else(base)
    }

    /// What it takes to make what is open as all changes have left it.
    fn parts_to_make(&self) -> PartsToMake {
        PartsToMake {
            base: self.base.clone(),
            edits: self.parts.clone(),
        }
    }

    /// What is open as all changes have left it.
    fn parts_now(&self) -> Vec<SourceFile> {
        self.parts_to_make().parts()
    }
}

/// Files, and changes of their records.
#[derive(Clone)]
pub(in crate::app) struct PartsToMake {
    base: Option<Arc<Dataset>>,
    edits: BTreeMap<usize, Edits>,
}

impl PartsToMake {
    /// The files before all changes.
    pub(in crate::app) fn base_parts(&self) -> Vec<SourceFile> {
        let base = self.base.as_ref();
        base.map_or_else(Vec::new, |base| base.parts().to_vec())
    }

    /// The files with the changes in them. Costs O(records).
    pub(in crate::app) fn parts(&self) -> Vec<SourceFile> {
        let Some(base) = &self.base else {
            return Vec::new();
        };
        let parts = base.parts().iter().enumerate();
        parts
            .map(|(number, part)| match self.edits.get(&number) {
                Some(edits) if !edits.records().is_empty() => part.edited(edits),
                _ => part.clone(),
            })
            .collect()
    }
}

/// The logs of a file; `None`: it is no file.
fn log_of(part: &SourceFile) -> Option<LogFolder> {
    file_of(part).map(|path| LogFolder::beside(&path))
}

fn file_of(part: &SourceFile) -> Option<PathBuf> {
    match &part.source {
        FileOrigin::File(path) => Some(path.clone()),
        FileOrigin::Bundled | FileOrigin::Stdin => None,
    }
}

#[cfg(test)]
mod tests;
