//! One change: to the log, to what is known, to what is shown.

use crate::model::RowId;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{
    EditTarget, Step,
    begin::Beginning,
    log_of,
    wanted::{Provenance, WantedChange},
};
use crate::{
    app::App,
    command::EditCommand,
    data::{
        Edits,
        change_log::{Entry, Rec, digest_of},
        edit::{Op, Pointer, followed_evidence, inverse, patched, replacing},
    },
    io::change_log::{entry_now, system_author},
    text::args,
    ui::notice::Tone,
    work::Job,
};

impl App {
    /// Carries out a request about what records say.
    pub(in crate::app) fn apply_edit(&mut self, command: EditCommand) {
        if !self.may_edit() {
            return;
        }
        match command {
            EditCommand::Toggle => self.toggle_form(),
            EditCommand::Set { row, changes, why } => {
                self.set_values(row, &changes, why, &Provenance::default());
            }
            EditCommand::SetMany { rows, path, value } => {
                self.set_many(&rows, &path, value.as_ref());
            }
            EditCommand::ReplaceMany {
                rows,
                path,
                find,
                by,
            } => self.replace_many(&rows, &path, [&find, &by]),
            EditCommand::NoId => self.say(Tone::Warning, "edit-pick-no-id"),
            EditCommand::New => self.begin_record(None, Beginning::default()),
            EditCommand::NewAt(at) => self.begin_record(None, Beginning::at(at)),
            EditCommand::Duplicate(row) => self.begin_record(Some(row), Beginning::default()),
            EditCommand::Delete { row, why } => self.delete_record(row, why),
            EditCommand::TakeBack(number) => self.take_back(number),
            EditCommand::AskDeleted => self.ask_deleted(),
            EditCommand::BringBack(number) => self.bring_back(number),
            EditCommand::Merge { taken, new } => self.merge(&taken, &new),
            EditCommand::Undo => self.undo_change(),
            EditCommand::Redo => self.redo_change(),
            EditCommand::Leave(unsaved) => self.leave(unsaved),
        }
    }

    /// Whether records can be changed now; said where they cannot.
    pub(in crate::app) fn may_edit(&mut self) -> bool {
        let waits_for = if self.is_drafting() {
            "file-still-loading"
        } else if self.state.document.authoring.jobs.saving.is_some() {
            "edit-saving"
        } else {
            return true;
        };
        self.say(Tone::Warning, waits_for);
        false
    }

    fn toggle_form(&mut self) {
        let document = &mut self.state.document;
        if document.selection.selected.is_none() {
            return self.say(Tone::Warning, "edit-select-first");
        }
        document.authoring.is_form ^= true;
        self.state.settings.right_panel = true;
    }

    /// Sets values that come from the words of a document, as one step.
    pub(in crate::app) fn set_values_from(
        &mut self,
        row: RowId,
        changes: &[(Pointer, Option<Value>)],
        taken: &Provenance,
    ) {
        self.set_values(row, changes, None, taken);
    }

    /// A record as it is now; said where it cannot be changed.
    pub(in crate::app) fn feature_of(&mut self, row: RowId) -> Option<Value> {
        let target = self.adopted(row)?;
        let feature = serde_json::from_str(target.text.as_deref().unwrap_or_default()).ok();
        if feature.is_none() {
            self.say(Tone::Error, "edit-unreadable");
        }
        feature
    }

    fn set_values(
        &mut self,
        row: RowId,
        changes: &[(Pointer, Option<Value>)],
        why: Option<String>,
        taken: &Provenance,
    ) {
        let Some(target) = self.adopted(row) else {
            return;
        };
        let text = target.text.as_deref().unwrap_or_default();
        let Ok(feature) = serde_json::from_str::<Value>(text) else {
            return self.say(Tone::Error, "edit-unreadable");
        };
        let mut ops = Vec::new();
        let properties = Pointer::of(["properties"]);
        if !feature.get("properties").is_some_and(Value::is_object) {
            let empty = Value::Object(Map::new());
            ops.extend(replacing(
                &properties,
                feature.get("properties"),
                Some(&empty),
            ));
        }
        for (path, value) in changes {
            let there = feature.pointer(&path.to_string());
            ops.extend(replacing(path, there, value.as_ref()));
        }
        // Few records have evidence; no other is read a second time.
        if feature.pointer("/properties/evidence").is_some()
            && let Ok(Some(after)) = patched(Some(text), &ops)
            && let Ok(after) = serde_json::from_str(&after)
            && let Some((path, value)) = followed_evidence(&feature, &after)
        {
            let there = feature.pointer(&path.to_string());
            ops.extend(replacing(&path, there, value.as_ref()));
        }
        let wanted = WantedChange {
            target,
            ops,
            why,
            undoes: None,
        };
        self.do_step_from(vec![wanted], taken);
    }

    fn delete_record(&mut self, row: RowId, why: String) {
        let Some(target) = self.adopted(row) else {
            return;
        };
        let text = target.text.as_deref().unwrap_or_default();
        let Ok(feature) = serde_json::from_str::<Value>(text) else {
            return self.say(Tone::Error, "edit-unreadable");
        };
        let whole = Pointer::default();
        let wanted = WantedChange {
            target,
            ops: vec![Op::test(whole.clone(), feature), Op::remove(whole)],
            why: Some(why),
            undoes: None,
        };
        if self.do_step(vec![wanted]) {
            self.state.document.authoring.is_form = false;
            self.say(Tone::Done, "edit-deleted");
        }
    }

    /// Makes sure that what is shown as `row` can be changed, and finds what it is.
    pub(super) fn adopted(&mut self, row: RowId) -> Option<EditTarget> {
        let part = self.state.document.dataset.part_of(row);
        if !self.adopt(part) {
            return None;
        }
        let document = &self.state.document;
        document.authoring.target(&document.dataset, row)
    }

    /// Does what is wanted as one step that can be taken back; whether anything was done.
    pub(super) fn do_step(&mut self, wanted: Vec<WantedChange>) -> bool {
        self.do_step_from(wanted, &Provenance::default())
    }

    /// The same of what comes from the words of a document.
    pub(super) fn do_step_from(&mut self, wanted: Vec<WantedChange>, taken: &Provenance) -> bool {
        let Some(step) = self.commit_from(wanted, taken) else {
            return false;
        };
        let authoring = &mut self.state.document.authoring;
        // What was saved and taken back since cannot be come back to by doing things again any more.
        for step in authoring.redo.drain(..).filter(|step| step.is_saved) {
            *authoring.lost.entry(step.part).or_default() += 1;
        }
        authoring.undo.push(step);
        true
    }

    fn undo_change(&mut self) {
        let Some(step) = self.state.document.authoring.undo.pop() else {
            return self.say(Tone::Warning, "edit-nothing-to-undo");
        };
        match self.commit(self.state.document.authoring.taking_back(&step)) {
            Some(undone) => self.state.document.authoring.redo.push(Step {
                is_saved: step.is_saved,
                ..undone
            }),
            None => self.state.document.authoring.undo.push(step),
        }
    }

    fn redo_change(&mut self) {
        let Some(step) = self.state.document.authoring.redo.pop() else {
            return self.say(Tone::Warning, "edit-nothing-to-redo");
        };
        match self.commit(self.state.document.authoring.taking_back(&step)) {
            Some(done) => self.state.document.authoring.undo.push(Step {
                is_saved: step.is_saved,
                ..done
            }),
            None => self.state.document.authoring.redo.push(step),
        }
    }

    /// Writes changes to the log and shows them. Gives them as they were written; `None`: nothing was done.
    pub(super) fn commit(&mut self, wanted: Vec<WantedChange>) -> Option<Step> {
        self.commit_from(wanted, &Provenance::default())
    }

    fn commit_from(&mut self, wanted: Vec<WantedChange>, taken: &Provenance) -> Option<Step> {
        let part = wanted.first()?.target.part;
        let document = &mut self.state.document;
        let base = Arc::clone(document.authoring.base.as_ref()?);
        let file = document.authoring.on_disk(part)?.clone();
        let mut entries: Vec<Entry> = Vec::new();
        for wanted in wanted.into_iter().filter(|wanted| !wanted.ops.is_empty()) {
            entries.push(Entry {
                base: file.sha256().to_owned(),
                rec: Some(wanted.target.rec),
                was: wanted.target.text.as_deref().map(digest_of),
                ops: wanted.ops,
                why: wanted.why,
                undoes: wanted.undoes,
                from: taken.from.clone(),
                hint: taken.hint.clone(),
                ..entry_now()
            });
        }
        if entries.len() > 1 {
            let first = entries.first().map(|entry| entry.id.clone());
            for entry in &mut entries {
                entry.step.clone_from(&first);
            }
        }
        let records = base.records_of(part);
        let edits = document.authoring.parts.entry(part).or_default();
        // All or none: several are tried on a copy first.
        let mut tried = (entries.len() > 1).then(|| edits.clone());
        let changed = tried.as_mut().unwrap_or(edits);
        if entries
            .iter()
            .any(|entry| changed.apply(entry, &[], &records).is_err())
        {
            self.say(Tone::Error, "edit-does-not-fit");
            return None;
        }
        if let Some(tried) = tried {
            *edits = tried;
        }
        let recs: Vec<Rec> = entries.iter().filter_map(|it| it.rec.clone()).collect();
        recs.last()?;
        // The log comes before anything else.
        let entries = self.write_to_log(part, entries);
        let authoring = &mut self.state.document.authoring;
        authoring.count += 1;
        let step = Step {
            part,
            entries,
            is_saved: false,
        };
        authoring.since_saved.push(step.clone());
        self.show_changes(part, &recs);
        Some(step)
    }

    fn write_to_log(&mut self, part: usize, mut entries: Vec<Entry>) -> Vec<Entry> {
        let by = self.author();
        for entry in &mut entries {
            entry.by.clone_from(&by);
        }
        let base = self.state.document.authoring.base.as_ref();
        let Some(log) = base.and_then(|base| log_of(base.parts().get(part)?)) else {
            return entries;
        };
        match log.append(&by, entries.clone()) {
            Ok(written) => {
                self.state.document.authoring.is_unlogged_told = false;
                let job = self.room.start("sync log", "", move |_| log.sync(&by));
                self.state.document.authoring.jobs.syncing.push(job);
                written
            }
            Err(error) => {
                let reason = error.sentence(&self.state.chrome.words);
                if !self.state.document.authoring.is_unlogged_told {
                    self.state.document.authoring.is_unlogged_told = true;
                    self.say_with(
                        Tone::Error,
                        "edit-not-logged",
                        args!(reason: reason.as_str()),
                    );
                }
                entries
            }
        }
    }

    /// Who makes changes.
    pub(super) fn author(&self) -> String {
        let own = self.state.settings.author.clone();
        own.filter(|name| !name.trim().is_empty())
            .unwrap_or_else(system_author)
    }

    /// Shows changes that took longer than a frame.
    pub(in crate::app) fn take_changes(&mut self) {
        self.take_made();
        for ended in Job::take_all_ended(&mut self.state.document.authoring.jobs.syncing) {
            if let Some(Err(error)) = ended.answer() {
                let reason = error.sentence(&self.state.chrome.words);
                self.say_with(
                    Tone::Error,
                    "edit-not-logged",
                    args!(reason: reason.as_str()),
                );
            }
        }
        self.take_saved();
        self.take_returned();
        self.take_recovered();
        self.take_merging();
        self.take_deleted();
        self.keep_record_history();
    }
}

impl super::Authoring {
    /// What takes a step back, last change first.
    pub(super) fn taking_back(&self, step: &Step) -> Vec<WantedChange> {
        let Some(base) = &self.base else {
            return Vec::new();
        };
        let records = base.records_of(step.part);
        let nothing = Edits::default();
        let edits = self.parts.get(&step.part).unwrap_or(&nothing);
        let entries = step.entries.iter().rev().filter_map(|entry| {
            let rec = entry.rec.clone()?;
            let now = edits.text(&rec, &records).ok().flatten();
            Some(WantedChange {
                target: EditTarget {
                    part: step.part,
                    rec,
                    text: now.map(str::to_owned),
                },
                ops: inverse(&entry.ops)?,
                why: None,
                undoes: Some(entry.id.clone()),
            })
        });
        entries.collect()
    }
}
