//! The history of the selected record: who changed what, when and why, from its logs.

use std::{collections::HashSet, sync::Arc};

use serde_json::Value;

use super::{log_of, wanted::WantedChange};
use crate::{
    app::App,
    data::{
        Dataset,
        change_log::{Entry, settle},
        edit::{inverse, writes},
    },
    io::change_log::LogFolder,
    model::RowId,
    ui::{ChangeLine, ValueChange, notice::Tone},
    work::{Ended, Job},
};

/// The history of a record, and of which it is.
#[derive(Default)]
pub(super) struct RecordHistory {
    /// The record, how often something was changed when it was read, and whether its form was open.
    of: Option<(u64, RowId, u64, bool)>,
    lines: Arc<Vec<ChangeLine>>,
    /// The changes themselves.
    entries: Vec<Entry>,
    reading: Option<Job<Vec<Entry>>>,
}

impl RecordHistory {
    /// What is known.
    pub(super) fn lines(&self) -> &[ChangeLine] {
        &self.lines
    }
}

impl App {
    /// Reads the history of the selected record where something is new: its form shows it, and its card says who coded what.
    pub(super) fn keep_record_history(&mut self) {
        let document = &mut self.state.document;
        let history = &mut document.authoring.history;
        if let Some(Ended::Done(entries)) = Job::take_ended(&mut history.reading) {
            history.lines = Arc::new(lines(&entries));
            history.entries = entries;
        }
        let selected = document.selection.selected;
        let is_form = document.authoring.is_form;
        let of = selected.map(|row| {
            let revision = document.dataset.revision();
            (revision, row, document.authoring.count, is_form)
        });
        if document.authoring.history.of == of {
            return;
        }
        document.authoring.history.of = of;
        document.authoring.history.lines = Arc::default();
        document.authoring.history.entries = Vec::new();
        document.authoring.history.reading = None;
        let is_shown = |row: &RowId| is_form || names_words(&document.dataset, *row);
        let Some(row) = selected.filter(is_shown) else {
            return;
        };
        let target = document.authoring.target(&document.dataset, row);
        let base = document
            .authoring
            .base
            .as_ref()
            .unwrap_or(&document.dataset);
        let log = target
            .as_ref()
            .and_then(|target| log_of(base.parts().get(target.part)?));
        let (Some(target), Some(log)) = (target, log.filter(LogFolder::is_there)) else {
            return;
        };
        let job = self.room.start("history", "", move |_| {
            let Ok(log) = log.read() else {
                return Vec::new();
            };
            let settled = settle(&log, |_| true);
            let own = settled
                .order
                .iter()
                .filter(|entry| entry.rec.as_ref() == Some(&target.rec));
            own.map(|entry| (*entry).clone()).collect()
        });
        self.state.document.authoring.history.reading = Some(job);
    }

    /// Takes back one change of the selected record, whatever came after it.
    pub(super) fn take_back(&mut self, number: usize) {
        let document = &self.state.document;
        let entry = document.authoring.history.entries.get(number).cloned();
        let (Some(row), Some(entry)) = (document.selection.selected, entry) else {
            return;
        };
        let Some(ops) = inverse(&entry.ops) else {
            return self.say(Tone::Warning, "edit-does-not-fit");
        };
        let Some(target) = self.adopted(row) else {
            return;
        };
        self.do_step(vec![WantedChange {
            target,
            ops,
            why: None,
            undoes: Some(entry.id),
        }]);
    }
}

/// Whether the card of a row says who coded something.
fn names_words(dataset: &Dataset, row: RowId) -> bool {
    let record = dataset.record(row);
    record.is_some_and(|record| {
        let mut claims = record.claims.iter();
        !record.evidence.is_empty() || claims.any(|claim| claim.words.is_some())
    })
}

/// The changes as a list; those that were taken back are known.
fn lines(entries: &[Entry]) -> Vec<ChangeLine> {
    let taken_back: HashSet<&str> = entries
        .iter()
        .filter_map(|it| it.undoes.as_deref())
        .collect();
    let lines = entries.iter().map(|entry| ChangeLine {
        is_taken_back: taken_back.contains(entry.id.as_str()),
        ..line(entry)
    });
    lines.collect()
}

/// A change as a line of a list.
fn line(entry: &Entry) -> ChangeLine {
    let text = |value: Option<&Value>| value.map(ToString::to_string).unwrap_or_default();
    let values = writes(&entry.ops).map(|(op, was)| ValueChange {
        path: op.path.to_string(),
        was: text(was),
        is: text(op.value()),
    });
    ChangeLine {
        at: entry.at.clone(),
        by: entry.by.clone(),
        why: entry.why.clone(),
        is_undo: entry.undoes.is_some(),
        is_taken_back: false,
        values: values.collect(),
    }
}
