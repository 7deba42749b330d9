//! Saving: the file becomes what is shown, unless somebody else has changed it meanwhile.

use std::{path::PathBuf, sync::Arc};

use egui::{Context, ViewportCommand};

use super::{PartsToMake, file_of, log_of};
use crate::{
    app::App,
    command::Dialog,
    data::{Dataset, Edits, SourceFile, change_log::Entry},
    io::{
        Watch, WriteError, WriteErrorKind,
        authoring::{SavedOver, save_over},
        read::read_file,
    },
    text::args,
    ui::notice::Tone,
    work::{Ended, Job},
};

/// What came of writing files.
pub(in crate::app) struct SavedFiles(Vec<(Task, Result<Wrote, WriteError>)>);

/// A file to be written.
struct Task {
    part: usize,
    path: PathBuf,
    name: String,
    base: Arc<Dataset>,
    /// What is on disk; `None`: what the changes began with.
    disk: Option<Arc<SourceFile>>,
    edits: Edits,
}

impl Task {
    /// Writes it. Costs what is in the file.
    fn save(&self) -> Result<Wrote, WriteError> {
        let unreadable = || WriteError {
            file: self.path.display().to_string(),
            kind: WriteErrorKind::Unreadable,
        };
        let base = self.base.parts().get(self.part).ok_or_else(unreadable)?;
        let read = self.disk.as_deref().unwrap_or(base);
        let edited = base.edited(&self.edits);
        let written = save_over(&self.path, read, &edited)?;
        Ok(Wrote {
            before: read.sha256().to_owned(),
            file: Arc::new(edited.with_digest(&written.sha256)),
            written,
        })
    }
}

/// A file that was written.
struct Wrote {
    /// SHA-256 of what it was.
    before: String,
    file: Arc<SourceFile>,
    written: SavedOver,
}

/// Changes on top of a file that somebody else has changed.
pub(super) struct Rebased {
    part: usize,
    /// How many changes there were when it began.
    count: u64,
    name: String,
    base: Arc<Dataset>,
    edits: Edits,
    shown: Dataset,
    done: usize,
    refused: usize,
}

fn save_all(tasks: Vec<Task>) -> SavedFiles {
    let saved = tasks.into_iter().map(|task| {
        let result = task.save();
        (task, result)
    });
    SavedFiles(saved.collect())
}

impl App {
    /// Writes all that was changed into its files.
    pub(in crate::app) fn save_changes(&mut self) {
        if self.state.document.authoring.unsaved() == 0 {
            return self.say(Tone::Warning, "save-nothing");
        }
        let jobs = &self.state.document.authoring.jobs;
        if jobs.saving.is_some() || jobs.rebasing.is_some() {
            return self.say(Tone::Warning, "edit-saving");
        }
        let Some(tasks) = self.tasks() else {
            return self.say(Tone::Error, "edit-no-place");
        };
        let base = self.state.document.authoring.base.as_ref();
        let parts = base.map_or(&[][..], |base| base.parts());
        let length: usize = parts.iter().map(|part| part.text.len()).sum();
        if length > super::SHORT {
            let subject = self.state.chrome.words.get("edit-saving").to_owned();
            let job = self
                .room
                .start("save", subject.as_str(), move |_| save_all(tasks));
            self.state.document.authoring.jobs.saving = Some(job);
        } else {
            self.saved_changes(save_all(tasks));
        }
    }

    /// Saves what was changed, with what is being typed: the field is left first.
    pub(in crate::app) fn save_what_is_typed(&mut self, ctx: &Context) {
        let typing = ctx
            .memory(egui::Memory::focused)
            .filter(|_| ctx.text_edit_focused());
        match typing {
            Some(field) => {
                ctx.memory_mut(|memory| memory.surrender_focus(field));
                self.state.document.authoring.frames_to_save = 2;
                ctx.request_repaint();
            }
            None => self.save_changes(),
        }
    }

    /// The files to be written; `None` where what was changed is in no file.
    fn tasks(&self) -> Option<Vec<Task>> {
        let authoring = &self.state.document.authoring;
        let base = authoring.base.as_ref()?;
        let parts = authoring.parts.iter();
        let parts = parts.filter(|(part, _)| authoring.has_unsaved(**part));
        parts
            .map(|(part, edits)| {
                let read = base.parts().get(*part)?;
                Some(Task {
                    part: *part,
                    path: file_of(read)?,
                    name: read.name.clone(),
                    base: Arc::clone(base),
                    disk: authoring.disk.get(part).cloned(),
                    edits: edits.clone(),
                })
            })
            .collect()
    }

    pub(super) fn take_saved(&mut self) {
        let authoring = &mut self.state.document.authoring;
        if authoring.frames_to_save > 0 {
            authoring.frames_to_save -= 1;
            if authoring.frames_to_save == 0 {
                self.save_changes();
            }
        }
        match Job::take_ended(&mut self.state.document.authoring.jobs.saving) {
            Some(Ended::Done(saved)) => self.saved_changes(saved),
            Some(Ended::Died) => self.say(Tone::Error, "file-stopped"),
            None => {}
        }
        self.take_rebased();
    }

    fn saved_changes(&mut self, SavedFiles(saved): SavedFiles) {
        let by = self.author();
        let mut names = Vec::new();
        let mut is_whole = true;
        for (task, result) in saved {
            match result {
                Ok(wrote) => {
                    names.push(task.name.clone());
                    self.wrote(&task, wrote, &by);
                }
                Err(error) if matches!(error.kind, WriteErrorKind::ChangedUnderneath) => {
                    is_whole = false;
                    self.put_on_top(task.part);
                }
                Err(error) => {
                    is_whole = false;
                    let sentence = error.sentence(&self.state.chrome.words);
                    self.state.notices.post(Tone::Error, sentence);
                }
            }
        }
        if !names.is_empty() {
            let name = names.join(self.state.chrome.words.get("list-separator"));
            self.say_with(Tone::Done, "edit-saved", args!(name: name.as_str()));
        }
        let authoring = &mut self.state.document.authoring;
        if !is_whole {
            authoring.closes_when_saved = false;
            authoring.after_saving = None;
        } else if let Some(command) = authoring.after_saving.take() {
            self.leave_for(*command);
        }
    }

    /// Takes in that a file was written.
    fn wrote(&mut self, task: &Task, wrote: Wrote, by: &str) {
        let Wrote {
            before,
            file,
            written,
        } = wrote;
        if let Some(log) = log_of(&file) {
            // Without the line the file is as whole: what it holds is found in it.
            let _ = log.append_saved(by, &before, written.sha256);
        }
        if let Some(remark) = written.saved.remark(&task.path, &self.state.chrome.words) {
            self.state.notices.post(Tone::Warning, remark);
        }
        self.state.document.authoring.saved(task.part, file);
    }

    /// Reads a file again that somebody else has changed, and puts the changes made here on top, off the drawing thread.
    fn put_on_top(&mut self, part: usize) {
        let authoring = &self.state.document.authoring;
        let Some(base) = authoring.base.clone() else {
            return;
        };
        let Some(path) = base.parts().get(part).and_then(file_of) else {
            return;
        };
        let entries: Vec<Entry> = authoring.unsaved_entries(part);
        let (count, others) = (authoring.count, authoring.parts.clone());
        let subject = self.state.chrome.words.get("edit-saving").to_owned();
        let job = self
            .room
            .start("rebase", subject.as_str(), move |progress| {
                let read = read_file(&path, &Watch::nobody()).ok()?;
                let name = read.name.clone();
                let mut parts = base.parts().to_vec();
                *parts.get_mut(part)? = read;
                let base = Arc::new(Dataset::make(parts, progress)?);
                let mut edits = Edits::default();
                let records = base.records_of(part);
                let outcomes = entries.iter().map(|it| edits.apply(it, &[], &records));
                let refused = outcomes.filter(Result::is_err).count();
                let mut all = others;
                all.insert(part, edits.clone());
                let parts = PartsToMake {
                    base: Some(Arc::clone(&base)),
                    edits: all,
                };
                let shown = Dataset::make(parts.parts(), progress)?;
                Some(Rebased {
                    part,
                    count,
                    name,
                    base,
                    edits,
                    shown,
                    done: entries.len() - refused,
                    refused,
                })
            });
        self.state.document.authoring.jobs.rebasing = Some(job);
    }

    fn take_rebased(&mut self) {
        let Some(ended) = Job::take_ended(&mut self.state.document.authoring.jobs.rebasing) else {
            return;
        };
        let Ended::Done(Some(rebased)) = ended else {
            return self.say(Tone::Error, "edit-does-not-fit");
        };
        let authoring = &mut self.state.document.authoring;
        if authoring.count != rebased.count {
            // Something was changed meanwhile.
            return self.put_on_top(rebased.part);
        }
        authoring.base = Some(rebased.base);
        authoring.disk.remove(&rebased.part);
        authoring.parts.insert(rebased.part, rebased.edits);
        authoring.count += 1;
        authoring.jobs.showing = None;
        let places = authoring.places_now();
        self.take_shown(rebased.shown, places, None);
        let (name, n, refused) = (rebased.name.as_str(), rebased.done, rebased.refused);
        self.say_with(
            Tone::Warning,
            "edit-changed-underneath",
            args!(name: name, n: n, refused: refused),
        );
    }

    /// Asks before the window closes while something is not saved. Closes it where all is.
    pub(in crate::app) fn watch_closing(&mut self, ctx: &Context) {
        let authoring = &mut self.state.document.authoring;
        let unsaved = authoring.unsaved();
        let may_close = unsaved == 0 || self.state.chrome.may_close;
        if authoring.closes_when_saved && may_close && authoring.jobs.saving.is_none() {
            authoring.closes_when_saved = false;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if is_asked && unsaved > 0 && !self.state.chrome.may_close {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.state.chrome.asked.leaving = None;
            self.state.chrome.dialog = Some(Dialog::Unsaved);
        }
    }
}

impl super::Authoring {
    /// Whether a file lacks changes.
    fn has_unsaved(&self, part: usize) -> bool {
        let done = self.undo.iter().any(|it| it.part == part && !it.is_saved);
        let undone = self.redo.iter().any(|it| it.part == part && it.is_saved);
        done || undone || self.lost.contains_key(&part)
    }

    /// The changes of a file that are not in it, in order.
    fn unsaved_entries(&self, part: usize) -> Vec<Entry> {
        let steps = self.since_saved.iter().filter(|step| step.part == part);
        steps.flat_map(|step| step.entries.clone()).collect()
    }
}
