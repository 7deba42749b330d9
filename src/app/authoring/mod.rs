//! Changes of records in the window: each is written to the log at once and shown at once; the file is written when the
//! analyst saves.
//!
//! [`Authoring`] holds what was read from disk and what was changed since. What is shown is made of both anew after each
//! change: in the frame where what is open is short, else off the drawing thread while the form shows the change already.

mod adopt;
mod bulk;
mod change;
mod history;
mod recover;
mod save;

use crate::model::RowId;
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{
    data::{
        Dataset, Edits, FileOrigin, Records, SourceFile,
        change_log::{Entry, Rec},
    },
    io::{WriteError, change_log::LogFolder},
    ui::EditingView,
    work::Job,
};

pub(super) use recover::Recovered;
pub(super) use save::SavedFiles;

/// What is open is made anew in the frame up to this many bytes.
const SHORT: usize = 1 << 20;

/// What was changed, and how to take it back.
#[derive(Default)]
pub(super) struct Authoring {
    /// What the files are on disk; `None`: nothing was changed yet.
    base: Option<Arc<Dataset>>,
    /// What was changed of each file.
    parts: BTreeMap<usize, Edits>,
    /// What can be taken back, the last at the end.
    undo: Vec<Step>,
    /// What can be done again, the next at the end.
    redo: Vec<Step>,
    /// How many of the steps that can be taken back are in the files.
    saved_steps: usize,
    /// How many steps that are in the files were taken back and cannot be done again.
    lost_steps: usize,
    /// All that was written to logs since the files were saved, what was taken back with what takes it back.
    since_saved: Vec<Step>,
    /// Whether the selected record is shown as a form.
    pub is_form: bool,
    /// Whether the window is to close once all is saved.
    pub closes_when_saved: bool,
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
    /// Makes what is shown; with the count of changes that are in it.
    showing: Option<(u64, Job<Option<Dataset>>)>,
    /// Makes lines of logs outlast a power cut.
    syncing: Vec<Job<Result<(), WriteError>>>,
    /// Writes the files.
    saving: Option<Job<SavedFiles>>,
    /// Looks for what logs hold beyond their files.
    recovering: Option<(u64, Job<Vec<Recovered>>)>,
}

/// Changes that are taken back together.
#[derive(Clone, Debug)]
struct Step {
    part: usize,
    entries: Vec<Entry>,
}

/// A record to be changed.
struct Target {
    part: usize,
    rec: Rec,
    text: Option<String>,
}

impl Authoring {
    /// How many changes are not in the files.
    pub(super) fn unsaved(&self) -> usize {
        self.lost_steps + self.undo.len().abs_diff(self.saved_steps)
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

    /// The bytes of a record as changes that are not shown yet have left them.
    fn text(&self, shown: &Dataset, row: RowId) -> Option<&str> {
        let part = shown.part_of(row);
        let edits = self.parts.get(&part)?;
        let place = row.since(shown.rows_of(part).start());
        let base = self.base.as_ref()?.parts().get(part)?;
        match edits.place_of_shown(place, base.spans.len()) {
            Ok(place) => edits.at(place)?.text.as_deref(),
            Err(new) => edits.records().get(new)?.text.as_deref(),
        }
    }

    /// The record that is shown as `row`.
    fn target(&self, shown: &Arc<Dataset>, row: RowId) -> Option<Target> {
        let part = shown.part_of(row);
        let place = row.since(shown.rows_of(part).start());
        let base = self.base.as_ref().unwrap_or(shown);
        let records = base.records_of(part);
        let nothing = Edits::default();
        let edits = self.parts.get(&part).unwrap_or(&nothing);
        let changed = match edits.place_of_shown(place, base.parts().get(part)?.spans.len()) {
            Ok(place) => match edits.at(place) {
                Some(changed) => changed,
                None => {
                    return Some(Target {
                        part,
                        rec: records.rec(place)?,
                        text: Some(records.text(place).to_owned()),
                    });
                }
            },
            Err(new) => edits.records().get(new)?,
        };
        Some(Target {
            part,
            rec: changed.rec.clone(),
            text: changed.text.clone(),
        })
    }

    /// What is open as all changes have left it.
    fn parts_now(&self) -> Vec<SourceFile> {
        let Some(base) = &self.base else {
            return Vec::new();
        };
        let parts = base.parts().iter().enumerate();
        parts
            .map(|(number, part)| match self.parts.get(&number) {
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
