//! A dataset that is read again: what has changed is shown before it takes the place of what is open.

use std::{path::PathBuf, sync::Arc};

use crate::{
    data::{Comparison, Dataset, SourceFile},
    io::{ReadError, Watch},
    text::args,
    ui::{Reread, notice::Tone},
    work::Progress,
};

use super::{
    App,
    open_files::{file_of, files_of},
    reading::{Rebuilt, SheetChoice, cancelled, dataset_of, read_sheet},
};

/// A later reading of what is open, and how it differs.
pub(super) struct Reloaded {
    dataset: Arc<Dataset>,
    comparison: Comparison,
    files: Vec<PathBuf>,
}

impl Reloaded {
    /// What panels may see of it.
    pub(super) fn reread(&self) -> Reread<'_> {
        Reread {
            dataset: &self.dataset,
            comparison: &self.comparison,
        }
    }
}

impl App {
    /// Reads the open files again in the background.
    pub(super) fn reload(&mut self) {
        let files = files_of(&self.state.document.dataset);
        if files.is_empty() {
            return self.say(Tone::Warning, "reload-no-files");
        }
        self.reread("reload", move |current, progress| {
            read_again(current, files, progress)
        });
    }

    /// Compares what is open with a later reading of it, in the background, before anything else becomes
    /// of that.
    pub(super) fn compare_with(&mut self, dataset: Arc<Dataset>, files: Vec<PathBuf>) {
        self.reread("compare", move |current, progress| {
            compare(current, dataset, files, progress)
        });
    }

    fn reread(
        &mut self,
        name: &str,
        work: impl FnOnce(&Dataset, &Progress) -> Result<Reloaded, ReadError> + Send + 'static,
    ) {
        let subject = self.state.chrome.words.get("reload-under-way");
        let document = &mut self.state.document;
        let current = Arc::clone(&document.dataset);
        let job = self.room.start(name, subject, move |progress| {
            work(&current, progress).map(Box::new)
        });
        document.jobs.rereading = Some(job);
    }

    /// Asks what is to become of a later reading, where it says something else.
    pub(super) fn reloaded(&mut self, result: Result<Box<Reloaded>, ReadError>) {
        match result {
            Ok(reloaded) if reloaded.comparison.is_empty() => {
                let n = reloaded.comparison.same;
                self.say_with(Tone::Done, "reload-unchanged", args!(n: n));
            }
            Ok(reloaded) => {
                self.state.chrome.asked.reloaded = Some(*reloaded);
                self.state.chrome.dialog = Some(crate::command::Dialog::Reload);
            }
            Err(error) if error.is_cancelled() => self.say(Tone::Warning, "file-cancelled"),
            Err(error) => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Error, sentence);
            }
        }
    }

    /// Puts the later reading in the place of what is open; view, filter and selection stay.
    pub(super) fn replace(&mut self) {
        let Some(reloaded) = self.take_reloaded() else {
            return;
        };
        let counts = args!(
            added: reloaded.comparison.added.len(),
            changed: reloaded.comparison.changed.len(),
            removed: reloaded.comparison.removed.len(),
        );
        self.state.document.replace(reloaded.dataset);
        self.say_with(Tone::Done, "reload-replaced", counts);
        self.refresh();
    }

    /// Opens the later reading beside what is open.
    pub(super) fn keep_both(&mut self) {
        let Some(reloaded) = self.take_reloaded() else {
            return;
        };
        let subject = self.state.chrome.words.get("reload-under-way");
        let document = &mut self.state.document;
        let current = Arc::clone(&document.dataset);
        let job = self.room.start("keep-both", subject, move |progress| {
            let parts = [&*current, &*reloaded.dataset];
            let parts = parts
                .into_iter()
                .flat_map(Dataset::parts)
                .cloned()
                .collect();
            Ok(dataset_of(parts, progress).map(Rebuilt::of))
        });
        document.jobs.rebuilding = Some(job);
    }

    /// The later reading that was asked about, whose files are remembered.
    fn take_reloaded(&mut self) -> Option<Reloaded> {
        self.state.chrome.dialog = None;
        let reloaded = self.state.chrome.asked.reloaded.take()?;
        self.state.remember_files(&reloaded.files);
        Some(reloaded)
    }
}

/// Reads `files` again, each with the mapping that it is open with.
fn read_again(
    current: &Dataset,
    files: Vec<PathBuf>,
    progress: &Progress,
) -> Result<Reloaded, ReadError> {
    let watch = Watch::of(progress);
    let mut parts = Vec::new();
    for file in &files {
        let open = part_of(current, file);
        let sheets = open.and_then(|open| open.sheets.as_ref());
        let sheet = sheets.map_or(SheetChoice::Any, |sheets| SheetChoice::Known(sheets.name()));
        let mut part = read_sheet(file, sheet, &watch)?;
        if let Some(open) = open {
            part.mapping = open.mapping.clone();
        }
        parts.push(part);
    }
    let dataset = dataset_of(parts, progress).ok_or_else(|| cancelled(&files))?;
    compare(current, Arc::new(dataset), files, progress)
}

fn part_of<'a>(dataset: &'a Dataset, file: &PathBuf) -> Option<&'a SourceFile> {
    let mut parts = dataset.parts().iter();
    parts.find(|part| file_of(part) == Some(file))
}

fn compare(
    current: &Dataset,
    dataset: Arc<Dataset>,
    files: Vec<PathBuf>,
    progress: &Progress,
) -> Result<Reloaded, ReadError> {
    let comparison = Comparison::of(current, &dataset, progress);
    let comparison = comparison.ok_or_else(|| cancelled(&files))?;
    Ok(Reloaded {
        dataset,
        comparison,
        files,
    })
}
