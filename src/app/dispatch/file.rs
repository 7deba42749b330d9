//! Carries out requests about files. Reading and writing happen off the drawing thread.

use std::{path::PathBuf, sync::Arc};

use egui::Context;

use crate::{
    command::{Dialog, FileCommand, PathUse},
    io::{self, ranges::RandomFile},
    map::basemap::{ArchiveError, Basemap},
    query::Engine,
    store::Dataset,
    text::args,
    ui::notice::Tone,
};

use super::super::{
    App,
    jobs::{self, Outcome, PickRequest, Picked},
};

impl App {
    pub(super) fn apply_file(&mut self, command: FileCommand) {
        if self.is_drafting() && needs_all(&command) {
            return self.say(Tone::Warning, "file-still-loading");
        }
        match command {
            FileCommand::AskOpen => self.pick(PathUse::Open),
            FileCommand::AskBasemap => self.pick(PathUse::Basemap),
            FileCommand::Browse(purpose) => self.pick(purpose),
            FileCommand::Open(files) => self.open(files),
            FileCommand::OpenBundled => {
                self.stop_opening();
                self.show(Dataset::from_parts(vec![io::read::bundled()]));
            }
            FileCommand::StartFresh => self.start_fresh(),
            FileCommand::Reload => self.reload(),
            FileCommand::Replace => self.replace(),
            FileCommand::KeepBoth => self.keep_both(),
            FileCommand::Cancel => self.cancel(),
            FileCommand::SetMapping { part, mapping } => {
                let dataset = Arc::clone(&self.state.dataset);
                if let Some(file) = dataset.parts().get(part) {
                    self.state.settings.layouts.remember(file, &mapping);
                }
                self.tasks.start("map-fields", String::new(), move |_| {
                    Outcome::Remapped(Box::new(dataset.remapped(part, &mapping)))
                });
            }
            FileCommand::Basemap(path) => self.set_basemap(path),
            FileCommand::ClearRecent => self.state.settings.recent.clear(),
            FileCommand::AskExport(_)
            | FileCommand::Export { .. }
            | FileCommand::TypePath(_)
            | FileCommand::Overwrite
            | FileCommand::OtherName
            | FileCommand::Save => self.apply_writing(command),
        }
    }

    /// Takes in what jobs have brought back.
    pub(in super::super) fn take_finished(&mut self, ctx: &Context) {
        self.take_drafts();
        for finished in self.tasks.poll() {
            self.state.answered(finished.id);
            let was_indexing = self
                .indexing
                .take_if(|(id, _)| *id == finished.id)
                .is_some();
            let was_counting = self.counting.take_if(|id| *id == finished.id).is_some();
            let was_surveying = self.summarising.take_if(|id| *id == finished.id).is_some();
            match finished.outcome {
                Some(Outcome::Summarised(axis_summary)) => {
                    self.state.derived.take_axis_summary(Some(axis_summary));
                }
                None if was_surveying => self.state.derived.take_axis_summary(None),
                Some(Outcome::Counted(density)) => {
                    self.state.derived.take_density(Some(density));
                }
                None if was_counting => self.state.derived.take_density(None),
                Some(Outcome::Indexed(engine)) => {
                    if was_indexing {
                        self.indexed(engine);
                    }
                }
                None if was_indexing => {
                    self.state.derived.give_up();
                    self.say(Tone::Error, "file-stopped");
                }
                Some(Outcome::Opened {
                    files,
                    result,
                    lost,
                }) => self.opened(finished.id, files, result, &lost),
                Some(Outcome::Reloaded(result)) => self.reloaded(result),
                Some(Outcome::Joined(Some(dataset)) | Outcome::Remapped(dataset)) => {
                    self.show(*dataset);
                }
                Some(Outcome::Joined(None)) => self.say(Tone::Warning, "file-cancelled"),
                Some(Outcome::Exported { order, result }) => self.exported(*order, result),
                Some(Outcome::Ordered(Some(answer))) => self.state.order.take(*answer),
                Some(Outcome::Picked(picked)) => self.picked(picked),
                Some(Outcome::Saved { path, result }) => self.saved(&path, result),
                Some(Outcome::Drawn(image)) => self.drawn(ctx, image),
                Some(Outcome::Copied(text)) => self.copied(ctx, text),
                Some(Outcome::Ordered(None) | Outcome::Searched | Outcome::Answered) => {}
                None => {
                    self.give_back(finished.id);
                    self.say(Tone::Error, "file-stopped");
                }
            }
        }
        self.state.compare(&mut self.tasks);
    }

    /// Draws an archive of the analyst's own, or the map inside the program again.
    pub(in super::super) fn set_basemap(&mut self, path: Option<PathBuf>) {
        let Some(path) = path else {
            self.state.settings.basemap = None;
            if let Ok(basemap) = Basemap::embedded() {
                self.map.set_basemap(Arc::new(basemap));
            }
            return;
        };
        let name = names(std::slice::from_ref(&path));
        let opened = RandomFile::open(&path)
            .map_err(ArchiveError::from)
            .and_then(Basemap::with_archive);
        match opened {
            Ok(basemap) => {
                self.map.set_basemap(Arc::new(basemap));
                self.state.settings.basemap = Some(path);
                self.say_with(Tone::Done, "basemap-opened", args!(name: name.as_str()));
            }
            Err(error) => {
                self.state.settings.basemap = None;
                let reason = self.state.words.get(error.key()).to_owned();
                let args = args!(name: name.as_str(), reason: reason.as_str());
                self.say_with(Tone::Error, "basemap-failed", args);
            }
        }
    }

    /// Asks with the system's dialog, which blocks, on a thread of its own.
    fn pick(&mut self, purpose: PathUse) {
        let request = PickRequest {
            purpose,
            filter: self.state.words.get(purpose.filter_key()).to_owned(),
            file_name: names(&[PathBuf::from(&self.state.typed_path)]),
            folder: self.state.settings.folder(),
        };
        self.tasks
            .start("file-dialog", String::new(), move |_| jobs::pick(&request));
    }

    /// What came of a dialog. Where it never came up, the analyst gets a field to type in.
    fn picked(&mut self, picked: Picked) {
        let Picked {
            purpose,
            mut paths,
            was_instant,
        } = picked;
        if paths.is_empty() && was_instant {
            if self.state.dialog != Some(Dialog::Path(purpose)) {
                self.state.suggest_path(purpose);
                self.state.dialog = Some(Dialog::Path(purpose));
            }
            self.say(Tone::Warning, "path-no-dialog");
        }
        match (purpose, paths.pop()) {
            (_, None) => {}
            (PathUse::Open, Some(last)) => {
                paths.push(last);
                self.open(paths);
            }
            // Not every dialog of a system asks before a file is replaced, and none says whether it did.
            (PathUse::Export(what), Some(path)) => self.export(what, path),
            (PathUse::Basemap, Some(path)) => self.set_basemap(Some(path)),
        }
    }

    /// Shows another dataset: as its file wants it to be seen, else with every mark on the map.
    pub(in super::super) fn show(&mut self, dataset: impl Into<Arc<Dataset>>) {
        self.keep_briefing_at_once();
        let pose = self.state.show(dataset);
        self.refresh();
        match pose {
            Some(pose) => self.map.camera.look_at(pose),
            None if self.state.derived.is_waiting() => self.fits_when_known = true,
            None => self.fit_all(),
        }
    }

    /// Takes in an engine; `None`: somebody cancelled everything.
    fn indexed(&mut self, engine: Option<Arc<Engine>>) {
        match engine {
            Some(engine) => self.state.derived.take(engine),
            None => self.state.derived.give_up(),
        }
        self.refresh();
        if self.fits_when_known && !self.state.derived.is_waiting() {
            self.fits_when_known = false;
            self.fit_all();
        }
    }

    pub(in super::super) fn say(&mut self, tone: Tone, key: &str) {
        let sentence = self.state.words.get(key).to_owned();
        self.state.notices.post(tone, sentence);
    }

    pub(in super::super) fn say_with(
        &mut self,
        tone: Tone,
        key: &str,
        args: &[(&str, crate::text::Arg<'_>)],
    ) {
        let sentence = self.state.words.with(key, args);
        self.state.notices.post(tone, sentence);
    }
}

/// Whether a command is about all records of what is open.
const fn needs_all(command: &FileCommand) -> bool {
    matches!(
        command,
        FileCommand::AskExport(_)
            | FileCommand::Export { .. }
            | FileCommand::Reload
            | FileCommand::SetMapping { .. }
    )
}

/// The names of files without their folders.
pub(in super::super) fn names(files: &[PathBuf]) -> String {
    let name = |file: &PathBuf| {
        let name = file.file_name().unwrap_or(file.as_os_str());
        name.to_string_lossy().into_owned()
    };
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}
