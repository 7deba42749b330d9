//! The system's dialogs for files, which block, each on a thread of its own.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use crate::{
    command::{Dialog, Exported, PathUse},
    ui::notice::Tone,
};

use super::{App, open_files::names};

/// A dialog that closes sooner than a person can answer it never came up.
const INSTANT: Duration = Duration::from_millis(250);

/// What to ask the system's dialog for.
struct PickRequest {
    purpose: PathUse,
    /// Name of the kind of file.
    filter: String,
    /// Name to suggest for an export.
    file_name: String,
    /// Folder to begin in.
    folder: PathBuf,
}

/// What was chosen in the system's dialog.
pub(super) struct Picked {
    purpose: PathUse,
    /// The files; none when it was cancelled or never came up.
    paths: Vec<PathBuf>,
    /// Whether it closed before a person could have answered.
    was_instant: bool,
}

impl App {
    /// Asks with the system's dialog.
    pub(super) fn pick(&mut self, purpose: PathUse) {
        let chrome = &mut self.state.chrome;
        let request = PickRequest {
            purpose,
            filter: chrome.words.get(purpose.filter_key()).to_owned(),
            file_name: names(&[PathBuf::from(&chrome.asked.path)]),
            folder: self.state.settings.folder(),
        };
        let job = self.room.start("file-dialog", "", move |_| request.pick());
        chrome.jobs.picks.push(job);
    }

    /// What came of a dialog. Where it never came up, the analyst gets a field to type in.
    pub(super) fn picked(&mut self, picked: Picked) {
        let Picked {
            purpose,
            mut paths,
            was_instant,
        } = picked;
        if paths.is_empty() && was_instant {
            if self.state.chrome.dialog != Some(Dialog::Path(purpose)) {
                self.state.ask_path(purpose);
            }
            self.say(Tone::Warning, "path-no-dialog");
        }
        match (purpose, paths.pop()) {
            (_, None) => {}
            (PathUse::Open, Some(last)) => {
                paths.push(last);
                self.add(paths);
            }
            (PathUse::OpenInPlace, Some(last)) => {
                paths.push(last);
                self.open(paths);
            }
            // Not every dialog of a system asks before a file is replaced, and none says whether it did.
            (PathUse::Export(what), Some(path)) => self.export(what, path),
            (PathUse::Merge, Some(path)) => self.merge_with(path),
            (PathUse::Basemap, Some(path)) => self.set_basemap(Some(path)),
            (PathUse::Document, Some(last)) => {
                paths.push(last);
                self.read_documents(paths);
            }
            (PathUse::Verify, Some(path)) => self.verify(path, true),
        }
    }
}

impl PickRequest {
    /// Asks and waits for the answer.
    fn pick(&self) -> Picked {
        let began = Instant::now();
        let dialog = rfd::FileDialog::new().set_directory(&self.folder);
        let dialog = match self.purpose {
            PathUse::Export(what @ (Exported::Picture | Exported::Bundle | Exported::Report)) => {
                dialog.add_filter(&self.filter, &what.endings())
            }
            PathUse::Export(what) => what.formats().iter().fold(dialog, |dialog, format| {
                dialog.add_filter(format.name, &[format.ending()])
            }),
            purpose => dialog.add_filter(&self.filter, &purpose.endings()),
        };
        let paths = match self.purpose {
            PathUse::Open | PathUse::OpenInPlace | PathUse::Document => dialog.pick_files(),
            PathUse::Merge | PathUse::Basemap | PathUse::Verify => {
                dialog.pick_file().map(|path| vec![path])
            }
            PathUse::Export(_) => dialog
                .set_file_name(&self.file_name)
                .save_file()
                .map(|path| vec![path]),
        };
        Picked {
            purpose: self.purpose,
            paths: paths.unwrap_or_default(),
            was_instant: began.elapsed() < INSTANT,
        }
    }
}
