//! A colleague's file beside ours: where the two say otherwise, how often they agree, and taking over what is chosen.

use std::{collections::BTreeMap, path::PathBuf};

use serde_json::{Value, json};

use super::{EditTarget, file_of, wanted::WantedChange};
use crate::{
    app::App,
    command::{Dialog, MergeChoice},
    data::{
        Agreement, Edits, FieldDifference, SourceFile,
        change_log::Rec,
        edit::{Op, Pointer, replacing},
        id_of, merge,
    },
    io::{ReadError, Watch, authoring, change_log::LogFolder, read::read_file},
    text::args,
    ui::{MergeView, notice::Tone},
    work::{Ended, Job, Progress},
};

/// Two codings of the same records, side by side.
pub(in crate::app) struct Merging {
    part: usize,
    ours: SourceFile,
    theirs: SourceFile,
    /// What to call either.
    names: [String; 2],
    agreement: Agreement,
}

impl Merging {
    /// What panels may see of it.
    pub(in crate::app) fn view(&self) -> MergeView<'_> {
        MergeView {
            ours: &self.ours,
            theirs: &self.theirs,
            names: self.names.each_ref().map(String::as_str),
            agreement: &self.agreement,
        }
    }

    /// Reads what lies at `path` and compares it with ours.
    fn of(
        part: usize,
        ours: SourceFile,
        path: &std::path::Path,
        by: String,
        progress: &Progress,
    ) -> Result<Option<Self>, ReadError> {
        let path = authoring::file_in(path, &ours.name);
        let theirs = read_file(&path, &Watch::of(progress))?;
        let their_name = theirs.name.clone();
        let log = LogFolder::beside(&path).read().unwrap_or_default();
        let own = file_of(&ours).map(|path| LogFolder::beside(&path));
        let own = own.and_then(|own| own.read().ok()).unwrap_or_default();
        let [ours, theirs] = [of_profile(ours)?, of_profile(theirs)?];
        let Some(agreement) = Agreement::of([&ours, &theirs], [&own, &log], progress) else {
            return Ok(None);
        };
        let others = log.authors.keys().filter(|author| **author != by);
        let mut others: Vec<&str> = others.map(String::as_str).collect();
        if others.is_empty() {
            others.push(&their_name);
        }
        let names = [by, others.join(", ")];
        Ok(Some(Self {
            part,
            ours,
            theirs,
            names,
            agreement,
        }))
    }

    /// What their file says of a new record.
    fn new_record(&self, place: usize) -> Option<Value> {
        let span = self.theirs.spans.get(place)?;
        serde_json::from_str(self.theirs.slice(&span)).ok()
    }
}

/// A file whose records can be told apart member by member.
fn of_profile(file: SourceFile) -> Result<SourceFile, ReadError> {
    if file.is_editable() && file.mapping.is_profile() {
        return Ok(file);
    }
    authoring::as_profile(&file, &file.name)
}

impl App {
    /// Compares a colleague's file, or that in a colleague's folder, with the file of the selected record, off the thread
    /// that draws.
    pub(in crate::app) fn merge_with(&mut self, path: PathBuf) {
        let document = &self.state.document;
        let selected = document.selection.selected;
        let part = selected.map_or(0, |row| document.dataset.part_of(row));
        let made = document.authoring.parts_to_make();
        let shown = document.dataset.parts().get(part).cloned();
        let by = self.author();
        let subject = self.state.chrome.words.get("merge-under-way").to_owned();
        let job = self
            .room
            .start("agreement", subject.as_str(), move |progress| {
                let ours = made.parts().into_iter().nth(part).or(shown);
                match ours {
                    Some(ours) => Merging::of(part, ours, &path, by, progress),
                    None => Ok(None),
                }
            });
        self.state.chrome.dialog = None;
        self.state.document.authoring.jobs.merging = Some(job);
    }

    pub(super) fn take_merging(&mut self) {
        match Job::take_ended(&mut self.state.document.authoring.jobs.merging) {
            None | Some(Ended::Done(Ok(None))) => {}
            Some(Ended::Died) => self.say(Tone::Error, "file-stopped"),
            Some(Ended::Done(Err(error))) => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Error, sentence);
            }
            Some(Ended::Done(Ok(Some(merging)))) if merging.agreement.both == 0 => {
                let name = merging.theirs.name.clone();
                self.say_with(Tone::Warning, "merge-strange", args!(name: name.as_str()));
            }
            Some(Ended::Done(Ok(Some(merging)))) => {
                self.state.chrome.asked.merging = Some(merging);
                self.state.chrome.dialog = Some(Dialog::Merge);
            }
        }
    }

    /// Takes over what was chosen of the differences, and new records, as one step.
    pub(super) fn merge(&mut self, taken: &[(usize, MergeChoice)], new: &[usize]) {
        let Some(merging) = self.state.chrome.asked.merging.take() else {
            return;
        };
        self.state.chrome.dialog = None;
        if !self.adopt(merging.part) {
            return;
        }
        let mut by_record: BTreeMap<usize, Vec<(&FieldDifference, MergeChoice)>> = BTreeMap::new();
        for (at, taken) in taken {
            if let Some(difference) = merging.agreement.differences.get(*at) {
                let [place, _] = difference.places;
                by_record
                    .entry(place)
                    .or_default()
                    .push((difference, *taken));
            }
        }
        let why = self
            .state
            .chrome
            .words
            .with("merge-why", args!(name: merging.names[1].as_str()));
        let changed = by_record.values();
        let changed = changed.filter_map(|taken| self.merged_record(&merging, taken));
        let added = new.iter().filter_map(|place| {
            let record = merging.new_record(*place)?;
            Some(self.added_record(merging.part, record))
        });
        let wanted: Vec<WantedChange> = changed
            .chain(added)
            .map(|wanted| WantedChange {
                why: Some(why.clone()),
                ..wanted
            })
            .collect();
        let n = wanted.len();
        if n == 0 {
            return self.say(Tone::Warning, "merge-nothing");
        }
        if self.do_step(wanted) {
            self.say_with(Tone::Done, "bulk-done", args!(n: n));
        }
    }

    /// What becomes of one record of ours.
    fn merged_record(
        &self,
        merging: &Merging,
        taken: &[(&FieldDifference, MergeChoice)],
    ) -> Option<WantedChange> {
        let (first, _) = taken.first()?;
        let target = self.target_of(merging.part, first.rec.clone())?;
        let feature: Value = serde_json::from_str(target.text.as_deref()?).ok()?;
        let names = merging.names.each_ref().map(String::as_str);
        let mut ops: Vec<Op> = Vec::new();
        let mut open: Vec<Value> = Vec::new();
        for (difference, taken) in taken {
            let there = feature.pointer(&difference.path.to_string());
            match taken {
                MergeChoice::Ours => {}
                MergeChoice::Theirs => {
                    let [_, theirs] = &difference.values;
                    ops.extend(replacing(&difference.path, there, theirs.as_ref()));
                }
                MergeChoice::Both => open.push(merge::both(difference, names)),
            }
        }
        if !open.is_empty() {
            let path = Pointer::property(merge::UNSETTLED);
            let there = feature.pointer(&path.to_string());
            let before = there.and_then(Value::as_array).cloned().unwrap_or_default();
            let all: Vec<Value> = before.into_iter().chain(open).collect();
            ops.extend(replacing(&path, there, Some(&json!(all))));
        }
        (!ops.is_empty()).then_some(WantedChange {
            target,
            ops,
            why: None,
            undoes: None,
        })
    }

    /// A record of a file by what changes call it.
    fn target_of(&self, part: usize, rec: Rec) -> Option<EditTarget> {
        let authoring = &self.state.document.authoring;
        let records = authoring.base.as_ref()?.records_of(part);
        let nothing = Edits::default();
        let edits = authoring.parts.get(&part).unwrap_or(&nothing);
        let text = edits.text(&rec, &records).ok()??.to_owned();
        Some(EditTarget {
            part,
            rec,
            text: Some(text),
        })
    }

    fn added_record(&self, part: usize, mut record: Value) -> WantedChange {
        let id = id_of(&record.to_string());
        let is_free = |id: &Rec| self.target_of(part, id.clone()).is_none();
        let rec = id.filter(is_free).unwrap_or_else(|| {
            let id = super::wanted::new_record_id();
            if let Some(object) = record.as_object_mut() {
                object.insert("id".to_owned(), id.as_str().into());
            }
            Rec::Text(id)
        });
        WantedChange {
            target: EditTarget {
                part,
                rec,
                text: None,
            },
            ops: vec![Op::add(Pointer::default(), record)],
            why: None,
            undoes: None,
        }
    }
}
