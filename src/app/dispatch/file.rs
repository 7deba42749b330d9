//! Carries out requests about files. Reading and writing happen off the drawing thread.

use std::{path::PathBuf, sync::Arc};

use egui::Context;

use crate::{
    command::{CompareCommand, Dialog, FileCommand, PathUse},
    io::{
        self, ReadError, WriteError,
        export::{ExportFormat, Holding},
        ranges::RandomFile,
    },
    map::basemap::{ArchiveError, Basemap},
    model::IssueKind,
    settings::Layouts,
    store::{Dataset, FiledIssue, Indexed, Part},
    text::args,
    ui::{export_name, notice::Tone},
};

use super::super::{
    App,
    jobs::{self, ExportRequest, Outcome, PickRequest, Picked},
};

impl App {
    pub(super) fn apply_file(&mut self, command: FileCommand) {
        match command {
            FileCommand::AskOpen => self.pick(PathUse::Open),
            FileCommand::AskExport => self.pick(PathUse::Export),
            FileCommand::AskExportTray => self.pick(PathUse::Tray),
            FileCommand::AskBasemap => self.pick(PathUse::Basemap),
            FileCommand::AskChanges => self.pick(PathUse::Difference),
            FileCommand::Open(files) => self.open(files),
            FileCommand::OpenBundled => {
                self.show(Dataset::from_parts(vec![io::read::bundled()]));
            }
            FileCommand::Reload => self.reload(),
            FileCommand::Replace => self.replace(),
            FileCommand::KeepBoth => self.keep_both(),
            FileCommand::Cancel => self.tasks.cancel_all(),
            FileCommand::Export(path) => self.export(path, Holding::Shown),
            FileCommand::ExportTray(path) => self.export(path, Holding::Tray),
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
        }
    }

    /// Takes in what jobs have brought back.
    pub(in super::super) fn take_finished(&mut self, ctx: &Context) {
        for finished in self.tasks.poll() {
            self.state.answered(finished.id);
            let was_indexing = self.indexing.take_if(|id| *id == finished.id).is_some();
            let was_counting = self.counting.take_if(|id| *id == finished.id).is_some();
            let was_surveying = self.surveying.take_if(|id| *id == finished.id).is_some();
            match finished.outcome {
                Some(Outcome::Surveyed(survey)) => {
                    self.state.derived.take_survey(Some(survey));
                }
                None if was_surveying => self.state.derived.take_survey(None),
                Some(Outcome::Counted(density)) => {
                    self.state.derived.take_density(Some(density));
                }
                None if was_counting => self.state.derived.take_density(None),
                Some(Outcome::Indexed(indexed)) => {
                    if was_indexing {
                        self.indexed(indexed);
                    }
                }
                None if was_indexing => {
                    self.state.derived.give_up();
                    self.say(Tone::Error, "file-stopped");
                }
                Some(Outcome::Opened { files, result }) => self.opened(files, result),
                Some(Outcome::Reloaded(result)) => self.reloaded(result),
                Some(Outcome::Joined(Some(dataset)) | Outcome::Remapped(dataset)) => {
                    self.show(*dataset);
                }
                Some(Outcome::Joined(None)) => self.say(Tone::Warning, "file-cancelled"),
                Some(Outcome::Exported { path, result }) => self.exported(&path, result),
                Some(Outcome::Ordered(Some(answer))) => self.state.order.take(*answer),
                Some(Outcome::Picked(picked)) => self.picked(picked),
                Some(Outcome::Saved(Err(error))) => {
                    let reason = error.sentence(&self.state.words);
                    let args = args!(reason: reason.as_str());
                    self.say_with(Tone::Warning, "settings-not-saved", args);
                }
                Some(Outcome::Copied(text)) => self.copied(ctx, text),
                Some(
                    Outcome::Saved(Ok(()))
                    | Outcome::Ordered(None)
                    | Outcome::Searched
                    | Outcome::Answered,
                ) => {}
                None => self.say(Tone::Error, "file-stopped"),
            }
        }
        self.state.compare(&mut self.tasks);
    }

    /// Reads files in the background; what is open stays open until they are read.
    pub(in super::super) fn open(&mut self, files: Vec<PathBuf>) {
        self.state.dialog = None;
        let name = names(&files);
        let args = args!(name: name.as_str());
        let subject = self.state.words.with("file-loading", args);
        let layouts = self.state.settings.layouts.clone();
        self.tasks.start("open", subject, move |progress| {
            jobs::open(files, &layouts, progress)
        });
    }

    fn export(&mut self, path: PathBuf, holding: Holding) {
        self.state.dialog = None;
        let request = ExportRequest {
            dataset: Arc::clone(&self.state.dataset),
            view: self.view(),
            lang: self.state.words.lang(),
            bookmarks: self.state.briefing.steps().to_vec(),
            holding,
            path,
        };
        let subject = self.state.words.get("file-exporting").to_owned();
        self.tasks.start("export", subject, |progress| {
            jobs::export(request, progress)
        });
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
            file_name: match purpose {
                PathUse::Difference => "difference.geojson".to_owned(),
                PathUse::Tray => "tray.geojson".to_owned(),
                _ => export_name(&self.state.filter.window),
            },
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
            self.state.dialog = Some(Dialog::Path(purpose));
            self.say(Tone::Warning, "path-no-dialog");
        }
        match (purpose, paths.pop()) {
            (_, None) => {}
            (PathUse::Open, Some(last)) => {
                paths.push(last);
                self.open(paths);
            }
            (PathUse::Export, Some(path)) => self.export(path, Holding::Shown),
            (PathUse::Tray, Some(path)) => self.export(path, Holding::Tray),
            (PathUse::Basemap, Some(path)) => self.set_basemap(Some(path)),
            (PathUse::Difference, Some(path)) => {
                self.commands.push(CompareCommand::Export(path));
            }
        }
    }

    fn opened(&mut self, files: Vec<PathBuf>, result: Result<Box<Dataset>, ReadError>) {
        match result {
            Ok(dataset) => {
                let Some(dataset) = self.compares(&files, *dataset) else {
                    return;
                };
                let name = names(&files);
                for file in files.into_iter().rev() {
                    self.state.settings.remember(file);
                }
                let (n, issues) = (
                    dataset.len(),
                    dataset.issues().len() + dataset.unlisted_issues(),
                );
                let asks = asks_for_fields(&dataset, &self.state.settings.layouts);
                let preset = dataset
                    .parts()
                    .iter()
                    .find_map(|part| part.mapping.preset());
                self.show(dataset);
                let args = args!(name: name.as_str(), n: n, issues: issues);
                if issues > 0 {
                    self.say_with(Tone::Warning, "file-opened-issues", args);
                } else {
                    self.say_with(Tone::Done, "file-opened", args);
                }
                if asks {
                    self.state.dialog = Some(Dialog::Mapping);
                } else if let Some(preset) = preset {
                    let args = args!(preset: preset.title());
                    self.say_with(Tone::Done, "mapping-read-as", args);
                }
            }
            Err(error) if error.is_cancelled() => self.say(Tone::Warning, "file-cancelled"),
            Err(error) => {
                let sentence = error.sentence(&self.state.words);
                self.state.notices.post(Tone::Error, sentence);
            }
        }
    }

    fn exported(&mut self, path: &PathBuf, result: Result<usize, WriteError>) {
        match result {
            Ok(n) => {
                let name = names(std::slice::from_ref(path));
                self.say_with(
                    Tone::Done,
                    "file-exported",
                    args!(n: n, name: name.as_str()),
                );
                let format = ExportFormat::of_path(path).unwrap_or_default();
                if let Some(key) = format.loss_key() {
                    self.say(Tone::Warning, key);
                }
            }
            Err(error) => {
                let sentence = error.sentence(&self.state.words);
                self.state.notices.post(Tone::Error, sentence);
            }
        }
    }

    /// Shows another dataset: as its file wants it to be seen, else with every mark on the map.
    fn show(&mut self, dataset: Dataset) {
        self.keep_briefing_at_once();
        let pose = self.state.show(dataset);
        self.refresh();
        match pose {
            Some(pose) => self.map.camera.look_at(pose),
            None if self.state.derived.is_waiting() => self.fits_when_known = true,
            None => self.fit_all(),
        }
    }

    /// Takes in what was made of many records; `None`: somebody cancelled everything.
    fn indexed(&mut self, indexed: Option<Arc<Indexed>>) {
        match indexed {
            Some(indexed) => self.state.derived.take(indexed),
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

/// Whether somebody has to look at what the columns of a file stand for: nobody has before and they
/// are those of no known dataset, or something is in doubt that cannot be guessed.
fn asks_for_fields(dataset: &Dataset, layouts: &Layouts) -> bool {
    let is_unknown = |part: &Part| {
        !part.follows_profile() && part.mapping.preset().is_none() && !layouts.knows(part)
    };
    let is_ambiguous = |filed: &FiledIssue| {
        filed.issue.kind == IssueKind::DateAmbiguous
            && dataset
                .parts()
                .get(filed.part)
                .is_some_and(|part| !part.follows_profile())
    };
    dataset.parts().iter().any(is_unknown)
        || dataset.issues().iter().any(is_ambiguous)
        || dataset
            .parts()
            .iter()
            .any(|part| part.swapped_places().is_some())
}

/// The names of files without their folders.
fn names(files: &[PathBuf]) -> String {
    let name = |file: &PathBuf| {
        let name = file.file_name().unwrap_or(file.as_os_str());
        name.to_string_lossy().into_owned()
    };
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}
