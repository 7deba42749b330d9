//! Going on to another file while changes are not saved, and after they are.

use std::sync::Arc;

use super::{Authoring, PartsToMake};
use crate::{
    app::App,
    command::{Dialog, FileCommand, Unsaved},
    data::{Dataset, SourceFile},
    work::{Ended, Job},
};

/// What is on disk, and what is to be done once it is shown.
pub(super) struct Returning {
    command: FileCommand,
    job: Job<Option<Dataset>>,
}

impl App {
    /// Whether a request that another file takes part in must wait: for the analyst's word on what is not saved, or for
    /// what is shown to become what is on disk.
    pub(in crate::app) fn waits_for_changes(&mut self, command: &FileCommand) -> bool {
        let document = &self.state.document;
        if document.authoring.unsaved() > 0 {
            self.state.chrome.asked.leaving = Some(command.clone());
            self.state.chrome.dialog = Some(Dialog::Unsaved);
            return true;
        }
        if document.authoring.is_settled(&document.dataset) {
            return false;
        }
        self.return_to_disk(command.clone());
        true
    }

    pub(super) fn leave(&mut self, unsaved: Unsaved) {
        let command = self.state.chrome.asked.leaving.take();
        self.state.chrome.dialog = None;
        match unsaved {
            Unsaved::Save => {
                let authoring = &mut self.state.document.authoring;
                authoring.closes_when_saved = command.is_none();
                authoring.after_saving = command.map(Box::new);
                return self.save_changes();
            }
            Unsaved::Discard => self.take_all_back(),
            Unsaved::Keep => {}
        }
        if let Some(command) = command {
            self.return_to_disk(command);
        } else {
            self.state.chrome.may_close = true;
            self.state.document.authoring.closes_when_saved = true;
        }
    }

    /// Takes back what is not saved, the last first, and does again what was saved and taken back, as the log is told.
    fn take_all_back(&mut self) {
        let authoring = &mut self.state.document.authoring;
        let done = std::mem::take(&mut authoring.undo);
        let undone = std::mem::take(&mut authoring.redo);
        let done = done.into_iter().rev().filter(|step| !step.is_saved);
        let undone = undone.into_iter().rev().filter(|step| step.is_saved);
        for step in done.chain(undone) {
            let wanted = self.state.document.authoring.taking_back(&step);
            if self.commit(wanted).is_none() {
                return;
            }
        }
    }

    /// Shows what is open with other files behind it, which `base` has as well, before all changes.
    pub(in crate::app) fn take_beside(&mut self, shown: Arc<Dataset>, base: Arc<Dataset>) {
        let authoring = &mut self.state.document.authoring;
        authoring.base = Some(base);
        authoring.count += 1;
        authoring.jobs.showing = None;
        let places = authoring.places_now();
        self.take_shown(shown, places, None);
    }

    /// Goes on to what was asked for once all is saved.
    pub(super) fn leave_for(&mut self, command: FileCommand) {
        if !self.waits_for_changes(&command) {
            self.apply_file(command);
        }
    }

    /// Shows what is on disk, then does what was asked for.
    fn return_to_disk(&mut self, command: FileCommand) {
        if matches!(command, FileCommand::OpenBundled | FileCommand::StartFresh) {
            self.state.document.authoring.forget();
            return self.apply_file(command);
        }
        let document = &mut self.state.document;
        match document.authoring.base.clone() {
            Some(base) if document.authoring.disk.is_empty() => self.show_disk(base, command),
            Some(_) => {
                let parts = document.authoring.parts_on_disk();
                let job = self.room.start("changes", "", move |progress| {
                    Dataset::make(parts, progress)
                });
                self.state.document.authoring.jobs.returning = Some(Returning { command, job });
            }
            None => self.apply_file(command),
        }
    }

    fn show_disk(&mut self, dataset: Arc<Dataset>, command: FileCommand) {
        let document = &mut self.state.document;
        document.authoring.forget();
        document.replace(dataset);
        self.refresh();
        self.apply_file(command);
    }

    pub(super) fn take_returned(&mut self) {
        let returning = self.state.document.authoring.jobs.returning.as_ref();
        let Some(ended) = returning.and_then(|it| it.job.poll()) else {
            return;
        };
        let returning = self.state.document.authoring.jobs.returning.take();
        if let (Some(Returning { command, .. }), Ended::Done(Some(dataset))) = (returning, ended) {
            self.show_disk(dataset.into(), command);
        }
    }
}

impl Authoring {
    /// Whether what is shown is what the files are, with nothing beside it.
    fn is_settled(&self, shown: &Dataset) -> bool {
        shown.amended_rows().len() == 0 && self.parts.is_empty()
    }

    fn parts_on_disk(&self) -> Vec<SourceFile> {
        let parts = self.base.as_ref().map_or(0, |base| base.parts().len());
        let parts = (0..parts).filter_map(|part| self.on_disk(part));
        parts.cloned().collect()
    }

    /// What is open, for who writes or reads it elsewhere; `None`: what is shown serves.
    pub(in crate::app) fn parts_beside(&self, shown: &Dataset) -> Option<PartsToMake> {
        (shown.amended_rows().len() > 0).then(|| self.parts_to_make())
    }

    /// The files and their changes, where what is shown has any.
    pub(in crate::app) fn files_and_changes(&self, shown: &Dataset) -> Option<PartsToMake> {
        (!self.is_settled(shown)).then(|| self.parts_to_make())
    }

    /// Other files have come behind those that are open.
    pub(in crate::app) fn grown(&mut self, dataset: &Arc<Dataset>) {
        if self.base.is_some() {
            self.begin_with(Arc::clone(dataset));
            self.count += 1;
        }
    }
}
