//! Records that were deleted, as logs tell of them, to be brought back.

use std::collections::HashMap;

use serde_json::Value;

use super::{EditTarget, log_of, wanted::WantedChange};
use crate::{
    app::App,
    command::Dialog,
    data::{
        Edits,
        change_log::{Entry, Rec, settle},
        edit::{OpKind, inverse},
    },
    io::change_log::LogFolder,
    ui::{DeletedLine, notice::Tone},
    work::{Ended, Job},
};

/// Records that were deleted.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Deleted {
    /// The file of each, and what deleted it.
    records: Vec<(usize, Entry)>,
    /// What panels may see of them, in the same order.
    pub lines: Vec<DeletedLine>,
}

impl App {
    /// Looks for the records that logs say were deleted, off the thread that draws.
    pub(super) fn ask_deleted(&mut self) {
        let document = &self.state.document;
        let base = document.authoring.base.as_ref();
        let parts = base.unwrap_or(&document.dataset).parts().iter().enumerate();
        let logs = parts.filter_map(|(part, file)| Some((part, log_of(file)?)));
        let logs: Vec<(usize, LogFolder)> = logs.filter(|(_, log)| log.is_there()).collect();
        let job = self.room.start("deleted", "", move |_| {
            let mut found = Deleted::default();
            for (part, log) in &logs {
                found.add(*part, log);
            }
            found
        });
        self.state.document.authoring.jobs.deleted = Some(job);
    }

    pub(super) fn take_deleted(&mut self) {
        match Job::take_ended(&mut self.state.document.authoring.jobs.deleted) {
            Some(Ended::Done(found)) => {
                let all = found.records.into_iter().zip(found.lines);
                let found = all.filter(|((part, entry), _)| self.is_gone(*part, entry));
                let (records, lines) = found.unzip();
                let found = Deleted { records, lines };
                if found.lines.is_empty() {
                    return self.say(Tone::Warning, "deleted-none");
                }
                self.state.chrome.asked.deleted = found;
                self.state.chrome.dialog = Some(Dialog::Deleted);
            }
            Some(Ended::Died) => self.say(Tone::Error, "file-stopped"),
            None => {}
        }
    }

    /// Whether a record that was deleted once is not there.
    fn is_gone(&self, part: usize, entry: &Entry) -> bool {
        let authoring = &self.state.document.authoring;
        let dataset = authoring
            .base
            .as_ref()
            .unwrap_or(&self.state.document.dataset);
        let Some(rec) = entry.rec.as_ref() else {
            return false;
        };
        let records = dataset.records_of(part);
        let nothing = Edits::default();
        let edits = authoring.parts.get(&part).unwrap_or(&nothing);
        matches!(edits.text(rec, &records), Ok(None))
    }

    /// Brings back a record of those that were asked about.
    pub(super) fn bring_back(&mut self, number: usize) {
        let asked = &mut self.state.chrome.asked.deleted;
        if number >= asked.records.len() || number >= asked.lines.len() {
            return;
        }
        asked.lines.remove(number);
        let (part, entry) = asked.records.remove(number);
        if asked.lines.is_empty() {
            self.state.chrome.dialog = None;
        }
        let (Some(rec), Some(ops)) = (entry.rec, inverse(&entry.ops)) else {
            return;
        };
        if !self.adopt(part) {
            return;
        }
        let target = EditTarget {
            part,
            rec,
            text: None,
        };
        self.do_step(vec![WantedChange {
            target,
            ops,
            why: None,
            undoes: Some(entry.id),
        }]);
    }
}

impl Deleted {
    /// Adds the last deletion of each record that a log tells of, the latest first.
    fn add(&mut self, part: usize, folder: &LogFolder) {
        let Ok(log) = folder.read() else {
            return;
        };
        let settled = settle(&log, |_| true);
        let mut last: HashMap<&Rec, (usize, &Entry, &Value)> = HashMap::new();
        for (at, entry) in settled.order.iter().enumerate() {
            let Some(rec) = &entry.rec else { continue };
            let is_removed = |op: &crate::data::edit::Op| {
                op.path.is_whole() && matches!(op.kind, OpKind::Remove)
            };
            let tested = entry.ops.iter().find_map(|op| match &op.kind {
                OpKind::Test(value) if op.path.is_whole() => Some(value),
                _ => None,
            });
            if let (true, Some(was)) = (entry.ops.iter().any(is_removed), tested) {
                last.insert(rec, (at, entry, was));
            }
        }
        let mut found: Vec<(usize, &Entry, &Value)> = last.into_values().collect();
        found.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        for (_, entry, was) in found {
            self.records.push((part, entry.clone()));
            self.lines.push(DeletedLine {
                feature: was.clone(),
                at: entry.at.clone(),
                by: entry.by.clone(),
                why: entry.why.clone(),
            });
        }
    }
}
