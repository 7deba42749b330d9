//! Saving: the file becomes what is shown, unless somebody else has changed it meanwhile.

use std::{path::PathBuf, sync::Arc};

use egui::{Context, ViewportCommand};

use super::{file_of, log_of};
use crate::{
    app::App,
    command::Dialog,
    data::{
        Dataset, Edits, SourceFile,
        change_log::{Entry, Rec},
    },
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
pub(in crate::app) struct SavedFiles(Vec<(Task, Result<SavedOver, WriteError>)>);

/// A file to be written.
struct Task {
    part: usize,
    path: PathBuf,
    read: SourceFile,
    edited: SourceFile,
}

fn save_all(tasks: Vec<Task>) -> SavedFiles {
    let saved = tasks.into_iter().map(|task| {
        let result = save_over(&task.path, &task.read, &task.edited);
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
        if self.state.document.authoring.jobs.saving.is_some() || self.is_showing() {
            return self.say(Tone::Warning, "edit-saving");
        }
        let Some(tasks) = self.tasks() else {
            return self.say(Tone::Error, "edit-no-place");
        };
        let length: usize = tasks.iter().map(|task| task.edited.text.len()).sum();
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
        let document = &self.state.document;
        let base = document.authoring.base.as_ref()?;
        let parts = document.authoring.parts.keys();
        parts
            .map(|part| {
                let read = base.parts().get(*part)?;
                Some(Task {
                    part: *part,
                    path: file_of(read)?,
                    read: read.clone(),
                    edited: document.dataset.parts().get(*part)?.clone(),
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
    }

    fn saved_changes(&mut self, SavedFiles(saved): SavedFiles) {
        let by = self.author();
        let mut names = Vec::new();
        let mut is_whole = true;
        for (task, result) in saved {
            match result {
                Ok(written) => {
                    if let Some(log) = log_of(&task.read) {
                        // Without the line the file is as whole: what it holds is found in it.
                        let _ = log.append_saved(&by, task.read.sha256(), written.sha256);
                    }
                    if let Some(remark) = written.saved.remark(&task.path, &self.state.chrome.words)
                    {
                        self.state.notices.post(Tone::Warning, remark);
                    }
                    names.push(task.edited.name.clone());
                }
                Err(error) if matches!(error.kind, WriteErrorKind::ChangedUnderneath) => {
                    is_whole = false;
                    self.put_on_top(&task);
                }
                Err(error) => {
                    is_whole = false;
                    let sentence = error.sentence(&self.state.chrome.words);
                    self.state.notices.post(Tone::Error, sentence);
                }
            }
        }
        if !is_whole {
            self.state.document.authoring.closes_when_saved = false;
            return;
        }
        let document = &mut self.state.document;
        document.authoring.base = Some(Arc::clone(&document.dataset));
        document.authoring.parts.clear();
        document.authoring.saved_steps = document.authoring.undo.len();
        document.authoring.lost_steps = 0;
        document.authoring.since_saved.clear();
        let name = names.join(", ");
        self.say_with(Tone::Done, "edit-saved", args!(name: name.as_str()));
    }

    /// Reads a file again that somebody else has changed, and puts the changes made here on top.
    fn put_on_top(&mut self, task: &Task) {
        let Ok(read) = read_file(&task.path, &Watch::nobody()) else {
            return self.say(Tone::Error, "edit-does-not-fit");
        };
        let document = &mut self.state.document;
        let Some(base) = document.authoring.base.clone() else {
            return;
        };
        let entries: Vec<Entry> = document.authoring.unsaved_entries(task.part);
        let mut parts = base.parts().to_vec();
        if let Some(part) = parts.get_mut(task.part) {
            *part = read;
        }
        let base = Arc::new(Dataset::from_parts(parts));
        let records = base.records_of(task.part);
        let mut edits = Edits::default();
        let refused = entries
            .iter()
            .filter(|entry| edits.apply(entry, &[], &records).is_err())
            .count();
        let rec = entries.last().and_then(|entry| entry.rec.clone());
        document.authoring.base = Some(Arc::clone(&base));
        document.authoring.parts.insert(task.part, edits);
        document.authoring.count += 1;
        self.show_changes(task.part, &rec.unwrap_or_else(|| Rec::Text(String::new())));
        let (name, n) = (task.edited.name.as_str(), entries.len() - refused);
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
            self.state.chrome.dialog = Some(Dialog::Unsaved);
        }
    }

    pub(super) fn quit_unsaved(&mut self) {
        self.state.chrome.dialog = None;
        self.state.chrome.may_close = true;
        self.state.document.authoring.closes_when_saved = true;
    }

    pub(super) fn save_and_quit(&mut self) {
        self.state.chrome.dialog = None;
        self.state.document.authoring.closes_when_saved = true;
        self.save_changes();
    }
}

impl super::Authoring {
    /// The changes of a file that are not in it, in order.
    fn unsaved_entries(&self, part: usize) -> Vec<Entry> {
        let steps = self.since_saved.iter().filter(|step| step.part == part);
        steps.flat_map(|step| step.entries.clone()).collect()
    }
}
