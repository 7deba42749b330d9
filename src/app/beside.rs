//! Several files at once: others are opened beside what is open, and each is closed alone.
//!
//! What the analyst looks at stays: window, conditions, place on the map, selection and bookmarks.

use crate::model::RowId;
use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use crate::{
    command::FileCommand,
    data::{Dataset, Filter, Said, SourceFile},
    io,
    session::Selection,
    text::args,
    ui::notice::Tone,
    work::{Ended, Job},
};

use super::{
    App,
    open_files::{files_of, names},
    reading::{FilesBeside, JoinedFiles, Opened},
};

/// Files that are being closed: what is left is made off the drawing thread.
pub(super) struct Closing {
    /// What they were open in.
    of: Arc<Dataset>,
    /// Their indexes.
    parts: BTreeSet<usize>,
    /// Makes the rest; `None` when nobody waits for it any more.
    job: Job<Option<Opened>>,
}

impl App {
    /// Opens files beside what is open; in its place where that is only the records inside the program. One that is
    /// open already is not opened twice; where all are, they are read again. Changes that are not saved stay.
    pub(super) fn add(&mut self, files: Vec<PathBuf>) {
        if let Some(opening) = &mut self.opening {
            opening.then.extend(files);
            return;
        }
        let current = &self.state.document.dataset;
        if current.is_bundled() {
            return self.apply_file(FileCommand::Open(files));
        }
        let open = files_of(current);
        let mut known: BTreeSet<PathBuf> =
            open.iter().map(|file| io::small::from_root(file)).collect();
        let is_new = |file: &PathBuf| known.insert(io::small::from_root(file));
        let new: Vec<PathBuf> = files.into_iter().filter(is_new).collect();
        if new.is_empty() {
            return self.apply_file(FileCommand::Reload);
        }
        let authoring = &self.state.document.authoring;
        let beside = FilesBeside {
            dataset: Arc::clone(current),
            changes: authoring.count(),
            changed: authoring.files_and_changes(current),
        };
        self.open_as(new, None, Some(beside), Said::default());
    }

    /// Shows what was read behind the files of `beside`, which are what is open.
    pub(super) fn join(&mut self, files: Vec<PathBuf>, opened: Opened, joined: JoinedFiles) {
        self.opening = None;
        let JoinedFiles { beside, base } = joined;
        let document = &self.state.document;
        if document.dataset.revision() != beside.dataset.revision()
            || document.authoring.count() != beside.changes
        {
            // Meanwhile something else became of it.
            return self.add(files);
        }
        self.state.remember_files(&files);
        let first = beside.dataset.parts().len();
        let all: Vec<usize> = (0..first).collect();
        let dataset = Arc::clone(&opened.dataset);
        match base {
            None => self.change_files(opened, &all),
            Some(base) => self.join_changed(opened, base, &all),
        }
        self.tell_of(&names(&files), &dataset, first);
        self.recover();
    }

    /// Shows files behind those that are open and have changes which are not saved: these stay, and can be taken back.
    fn join_changed(&mut self, opened: Opened, base: Arc<Dataset>, all: &[usize]) {
        self.keep_briefing_at_once();
        let document = &mut self.state.document;
        document.filter.files =
            files_shown(&document.dataset, &document.filter, all, &opened.dataset);
        document.answers.derived.take(opened.engine);
        self.take_beside(opened.dataset, base);
        self.state.carry_bookmarks(self.keeping.settings_path());
        self.refresh();
    }

    /// Closes a file.
    pub(super) fn close_file(&mut self, part: usize) {
        let document = &mut self.state.document;
        let dataset = Arc::clone(&document.dataset);
        let closing = document.jobs.closing.take();
        let mut parts = closing.map(|it| it.parts).unwrap_or_default();
        if part < dataset.parts().len() {
            parts.insert(part);
        }
        let rest: Vec<SourceFile> = kept(&dataset, &parts)
            .filter_map(|part| dataset.parts().get(part).cloned())
            .collect();
        if rest.is_empty() {
            self.stop_opening();
            return self.show(Dataset::from_parts(vec![io::read::bundled()]).into());
        }
        let job = self.room.start("close", "", move |progress| {
            Opened::understood(rest, progress)
        });
        self.state.document.jobs.closing = Some(Closing {
            of: dataset,
            parts,
            job,
        });
    }

    /// Shows what is left of files, some of which were closed.
    pub(super) fn take_closed(&mut self) {
        let Some(closing) = &self.state.document.jobs.closing else {
            return;
        };
        let Some(ended) = closing.job.poll() else {
            return;
        };
        let Some(Closing { of, parts, .. }) = self.state.document.jobs.closing.take() else {
            return;
        };
        let Ended::Done(Some(opened)) = ended else {
            return self.say(Tone::Error, "file-stopped");
        };
        if self.state.document.dataset.revision() != of.revision() {
            // Meanwhile files came or were read otherwise; those that are to go have kept their places.
            for part in parts {
                self.close_file(part);
            }
            return;
        }
        let closed: Vec<&str> = parts.iter().map(|part| of.file_name(*part)).collect();
        let name = closed.join(self.state.chrome.words.get("list-separator"));
        let kept: Vec<usize> = kept(&of, &parts).collect();
        self.change_files(opened, &kept);
        self.say_with(Tone::Done, "file-closed", args!(name: name.as_str()));
    }

    /// Shows a dataset whose first files are the files `kept` of what is open, by their indexes, in order.
    fn change_files(&mut self, opened: Opened, kept: &[usize]) {
        self.keep_briefing_at_once();
        let document = &mut self.state.document;
        document.selection = Selection {
            selected: document
                .selection
                .selected
                .and_then(|row| row_among(&document.dataset, kept, row)),
            hovered: None,
        };
        let sketch = self.map.sketch_mut();
        let sketched = sketch.and_then(|sketch| {
            let row = row_among(&document.dataset, kept, sketch.row())?;
            Some((sketch, row))
        });
        document.filter.files =
            files_shown(&document.dataset, &document.filter, kept, &opened.dataset);
        let files = document.dataset.parts().len();
        let is_grown = kept.iter().copied().eq(0..files);
        document.grow(opened.dataset);
        if let Some((sketch, row)) = sketched {
            sketch.follow(row, document.dataset.revision());
        }
        if is_grown {
            document.authoring.grown(&document.dataset);
        } else {
            document.authoring.forget();
        }
        document.answers.derived.take(opened.engine);
        self.state.carry_bookmarks(self.keeping.settings_path());
        self.refresh();
    }
}

/// The indexes of the files that stay.
fn kept<'a>(dataset: &'a Dataset, closed: &'a BTreeSet<usize>) -> impl Iterator<Item = usize> + 'a {
    (0..dataset.parts().len()).filter(|part| !closed.contains(part))
}

/// The row that `row` is once only the files `kept` are open before any other.
fn row_among(dataset: &Dataset, kept: &[usize], row: RowId) -> Option<RowId> {
    let part = dataset.part_of(row);
    let at = kept.iter().position(|kept| *kept == part)?;
    let before = kept
        .iter()
        .take(at)
        .map(|part| dataset.rows_of(*part).len());
    let offset = row.since(dataset.rows_of(part).start());
    Some(RowId::new(before.sum::<usize>() + offset))
}

/// The condition that shows of `next`, whose first files are the files `kept` of `dataset`, what `filter` shows of
/// those, and every file that is new.
fn files_shown(
    dataset: &Dataset,
    filter: &Filter,
    kept: &[usize],
    next: &Dataset,
) -> Option<BTreeSet<String>> {
    filter.files.as_ref()?;
    let shown = dataset.shown_files(filter);
    let is_shown = |part: usize| {
        let before = kept.get(part);
        before.is_none_or(|before| shown.get(*before) == Some(&true))
    };
    let names = next.file_names().iter().enumerate();
    let names: BTreeSet<String> = names
        .filter(|(part, _)| is_shown(*part))
        .map(|(_, name)| name.to_string())
        .collect();
    (names.len() < next.parts().len()).then_some(names)
}
