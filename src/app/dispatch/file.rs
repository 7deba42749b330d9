//! Carries out requests about files. Reading and writing happen off the drawing thread.

use std::{path::PathBuf, sync::Arc};

use crate::{
    command::{FileCommand, PathUse},
    data::Dataset,
    io::{self, ranges::RandomFile},
    map::basemap::{ArchiveError, Basemap},
    model::Mapping,
    text::args,
    ui::notice::Tone,
};

use super::super::{
    App,
    open_files::names,
    reading::{Rebuilt, with_sheet},
};

impl App {
    pub(in super::super) fn apply_file(&mut self, command: FileCommand) {
        if self.is_drafting() && needs_all(&command) {
            return self.say(Tone::Warning, "file-still-loading");
        }
        if loses_sight(&command) && self.waits_for_changes(&command) {
            return;
        }
        match command {
            FileCommand::AskOpen => self.pick(PathUse::Open),
            FileCommand::AskOpenInPlace => self.pick(PathUse::OpenInPlace),
            FileCommand::Merge(path) => self.merge_with(path),
            FileCommand::AskBasemap => self.pick(PathUse::Basemap),
            FileCommand::AskVerify => self.pick(PathUse::Verify),
            FileCommand::Verify(path) => self.verify(path, true),
            FileCommand::Browse(purpose) => self.pick(purpose),
            FileCommand::Open(files) => self.open(files),
            FileCommand::Add(files) => self.add(files),
            FileCommand::Close(part) => self.close_file(part),
            FileCommand::OpenBundled => {
                self.stop_opening();
                self.show(Dataset::from_parts(vec![io::read::bundled()]).into());
            }
            FileCommand::StartFresh => self.start_fresh(),
            FileCommand::Reload => self.reload(),
            FileCommand::Replace => self.replace(),
            FileCommand::KeepBoth => self.keep_both(),
            FileCommand::Cancel => self.cancel(),
            FileCommand::SetMapping { part, mapping } => self.set_mapping(part, mapping),
            FileCommand::SetSheet { part, sheet } => self.set_sheet(part, sheet),
            FileCommand::Basemap(path) => self.set_basemap(path),
            FileCommand::ClearRecent => self.state.settings.recent.clear(),
            FileCommand::AskExport(_)
            | FileCommand::Export { .. }
            | FileCommand::TypePath(_)
            | FileCommand::StyleBeside(_)
            | FileCommand::Overwrite
            | FileCommand::OtherName
            | FileCommand::Save => self.apply_writing(command),
        }
    }

    /// Reads what is open with another mapping of one of its files.
    fn set_mapping(&mut self, part: usize, mapping: Mapping) {
        let document = &mut self.state.document;
        let dataset = Arc::clone(&document.dataset);
        if let Some(file) = dataset.parts().get(part) {
            self.state.settings.layouts.remember(file, &mapping);
        }
        let job = self.room.start("map-fields", "", move |_| {
            Ok(Some(Rebuilt::of(dataset.remapped(part, &mapping))))
        });
        document.jobs.rebuilding = Some(job);
    }

    /// Reads another sheet of a workbook that is open.
    fn set_sheet(&mut self, part: usize, sheet: String) {
        let subject = self.state.chrome.words.get("reload-under-way");
        let layouts = self.state.settings.layouts.clone();
        let document = &mut self.state.document;
        let dataset = Arc::clone(&document.dataset);
        let job = self.room.start("sheet", subject, move |progress| {
            with_sheet(&dataset, part, &sheet, &layouts, progress)
        });
        document.jobs.rebuilding = Some(job);
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
                let reason = self.state.chrome.words.get(error.key()).to_owned();
                let args = args!(name: name.as_str(), reason: reason.as_str());
                self.say_with(Tone::Error, "basemap-failed", args);
            }
        }
    }

    pub(in super::super) fn say(&mut self, tone: Tone, key: &str) {
        self.state.say(tone, key);
    }

    pub(in super::super) fn say_with(
        &mut self,
        tone: Tone,
        key: &str,
        args: &[(&str, crate::text::Arg<'_>)],
    ) {
        self.state.say_with(tone, key, args);
    }
}

/// Whether a command is about all records of what is open.
const fn needs_all(command: &FileCommand) -> bool {
    matches!(
        command,
        FileCommand::AskExport(_)
            | FileCommand::Export { .. }
            | FileCommand::Reload
            | FileCommand::Close(_)
            | FileCommand::SetMapping { .. }
            | FileCommand::SetSheet { .. }
    )
}

/// Whether a command puts other records in the place of what is open.
const fn loses_sight(command: &FileCommand) -> bool {
    matches!(
        command,
        FileCommand::Open(_)
            | FileCommand::Close(_)
            | FileCommand::Reload
            | FileCommand::Replace
            | FileCommand::KeepBoth
            | FileCommand::OpenBundled
            | FileCommand::StartFresh
            | FileCommand::SetMapping { .. }
            | FileCommand::SetSheet { .. }
    )
}
