//! What logs hold beyond their files is there again at the next start, and said.

use std::{collections::BTreeSet, sync::Arc};

use super::{Step, log_of};
use crate::{
    app::App,
    data::{
        Dataset, Edits,
        change_log::{Entry, Rec, settle},
    },
    io::change_log::LogFolder,
    text::args,
    ui::notice::Tone,
    work::{Ended, Progress},
};

/// What a log holds beyond its file.
pub(in crate::app) struct Recovered {
    part: usize,
    edits: Edits,
    done: Vec<Entry>,
    refused: usize,
    disputes: usize,
}

impl App {
    /// Looks for what the logs of the open files hold beyond them, in the background.
    pub(in crate::app) fn recover(&mut self) {
        let document = &mut self.state.document;
        let authoring = &document.authoring;
        let dataset = Arc::clone(authoring.base.as_ref().unwrap_or(&document.dataset));
        let parts = dataset.parts().iter().enumerate();
        // What was changed here has its log already.
        let parts = parts.filter(|(part, _)| !authoring.parts.contains_key(part));
        let logs = parts.filter_map(|(part, file)| {
            let log = log_of(file)?;
            (log.is_there() && file.is_editable()).then_some((part, log))
        });
        let logs: Vec<(usize, LogFolder)> = logs.collect();
        if logs.is_empty() {
            return;
        }
        let revision = dataset.revision();
        let job = self.room.start("recover", "", move |progress| {
            let found = logs
                .iter()
                .filter_map(|(part, log)| found(&dataset, *part, log, progress));
            found.collect()
        });
        document.authoring.jobs.recovering = Some((revision, job));
    }

    pub(super) fn take_recovered(&mut self) {
        let document = &mut self.state.document;
        let Some((revision, job)) = &document.authoring.jobs.recovering else {
            return;
        };
        let Some(ended) = job.poll() else { return };
        let authoring = &document.authoring;
        let base = authoring.base.as_ref().unwrap_or(&document.dataset);
        let is_same = *revision == base.revision();
        document.authoring.jobs.recovering = None;
        match ended {
            Ended::Done(found) if is_same => {
                for found in found {
                    self.bring_back_changes(found);
                }
            }
            // The files have become others meanwhile.
            Ended::Done(_) => self.recover(),
            Ended::Died => {}
        }
    }

    fn bring_back_changes(&mut self, found: Recovered) {
        let document = &mut self.state.document;
        let Some(found) = document.authoring.on_top(found) else {
            return;
        };
        let Recovered {
            part,
            edits,
            done,
            refused,
            disputes,
        } = found;
        let base = document
            .authoring
            .base
            .get_or_insert_with(|| Arc::clone(&document.dataset));
        let name = base
            .parts()
            .get(part)
            .map(|part| part.name.clone())
            .unwrap_or_default();
        let n = done.len();
        if n > 0 {
            let recs: Vec<Rec> = done.iter().filter_map(|it| it.rec.clone()).collect();
            let steps = steps(part, done);
            document.authoring.since_saved.extend(steps.iter().cloned());
            document.authoring.undo.extend(steps);
            document.authoring.parts.insert(part, edits);
            document.authoring.count += 1;
            self.show_changes(part, &recs);
            self.say_with(
                Tone::Done,
                "edit-recovered",
                args!(name: name.as_str(), n: n),
            );
        }
        if refused + disputes > 0 {
            let args = args!(name: name.as_str(), refused: refused, unsettled: disputes);
            self.say_with(Tone::Warning, "edit-recovered-part", args);
        }
    }
}

impl super::Authoring {
    /// What was found, on top of what was changed before it was known; `None`: the file was written meanwhile.
    fn on_top(&self, mut found: Recovered) -> Option<Recovered> {
        let Some(edits) = self.parts.get(&found.part) else {
            return Some(found);
        };
        if self.disk.contains_key(&found.part) {
            return None;
        }
        let base = self.base.as_ref()?;
        let steps = self.since_saved.iter();
        let known: BTreeSet<&str> = steps
            .flat_map(|step| step.entries.iter().map(|it| it.id.as_str()))
            .collect();
        let records = base.records_of(found.part);
        found.edits = edits.clone();
        found.done.retain(|it| !known.contains(it.id.as_str()));
        found.done.retain(|entry| {
            let fits = found.edits.apply(entry, &[], &records).is_ok();
            found.refused += usize::from(!fits);
            fits
        });
        Some(found)
    }
}

/// The changes that were not taken back, without those that take back.
fn standing(entries: Vec<Entry>) -> Vec<Entry> {
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let known: BTreeSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    for entry in entries.iter().rev() {
        let undone = entry.undoes.as_ref();
        let undone = undone.filter(|id| known.contains(id.as_str()));
        if let Some(undone) = undone
            && !gone.contains(&entry.id)
        {
            gone.extend([undone.clone(), entry.id.clone()]);
        }
    }
    let entries = entries.into_iter();
    entries.filter(|entry| !gone.contains(&entry.id)).collect()
}

/// The changes as they were made: those of one step together.
fn steps(part: usize, entries: Vec<Entry>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for entry in entries {
        let last = steps.last_mut().filter(|step| {
            let first = step.entries.first();
            entry.step.is_some() && first.is_some_and(|first| first.step == entry.step)
        });
        match last {
            Some(step) => step.entries.push(entry),
            None => steps.push(Step {
                part,
                entries: vec![entry],
                is_saved: false,
            }),
        }
    }
    steps
}

fn found(
    dataset: &Dataset,
    part: usize,
    folder: &LogFolder,
    progress: &Progress,
) -> Option<Recovered> {
    let log = folder.read().ok()?;
    let digest = dataset.parts().get(part)?.sha256();
    progress.is_wanted().then_some(())?;
    let bases = log.bases_beyond(digest);
    let settled = settle(&log, |entry| bases.contains(&entry.base));
    let mut edits = Edits::default();
    let replayed = edits.replay(&settled, &dataset.records_of(part));
    let done = standing(replayed.done.iter().map(|entry| (*entry).clone()).collect());
    let refused = replayed.refused.len();
    let disputes = settled.disputes.len();
    (!done.is_empty() || refused + disputes > 0).then_some(Recovered {
        part,
        edits,
        done,
        refused,
        disputes,
    })
}
