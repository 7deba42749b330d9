//! Before a first change: what is no GeoJSON file of the profile becomes one.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use directories::UserDirs;

use super::file_of;
use crate::{
    app::App,
    data::{Dataset, SourceFile},
    io::{Destination, Over, Watch, WriteError, WriteErrorKind, authoring, read::read_file},
    text::args,
    ui::notice::Tone,
};

/// Names that are tried for a copy.
const NAMES: usize = 100;

impl App {
    /// Makes sure that the records of a file can be changed: of anything but a GeoJSON file of the profile there is a
    /// copy from now on, which takes its place. Whether they can.
    pub(super) fn adopt(&mut self, part: usize) -> bool {
        let document = &mut self.state.document;
        let base = document
            .authoring
            .base
            .get_or_insert_with(|| Arc::clone(&document.dataset));
        let base = Arc::clone(base);
        let Some(file) = base.parts().get(part) else {
            return false;
        };
        let has_changes = document.authoring.parts.contains_key(&part);
        if has_changes || is_adopted(file) {
            return true;
        }
        let Some(folder) = self.records_folder() else {
            // Nothing is kept: the changes are in this window alone.
            return file.is_editable();
        };
        let folders = file_of(file).and_then(|path| path.parent().map(Path::to_path_buf));
        let folders = folders.into_iter().chain([folder]);
        match copied(file, folders) {
            Ok(copy) => {
                self.take_copy(part, &base, &copy);
                true
            }
            Err(error) => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Error, sentence);
                false
            }
        }
    }

    fn take_copy(&mut self, part: usize, base: &Dataset, copy: &SourceFile) {
        let name =
            file_of(copy).map_or_else(|| copy.name.clone(), |path| path.display().to_string());
        let mut bases: Vec<SourceFile> = base.parts().to_vec();
        if let Some(file) = bases.get_mut(part) {
            *file = copy.clone();
        }
        let authoring = &mut self.state.document.authoring;
        authoring.base = Some(Arc::new(Dataset::from_parts(bases)));
        let selected = self.state.document.selection.selected;
        let selects = selected.and_then(|row| {
            let document = &self.state.document;
            document.authoring.record_at(&document.dataset, row)
        });
        let authoring = &self.state.document.authoring;
        let (parts, places) = (authoring.parts_now(), authoring.places_now());
        self.take_shown(Dataset::from_parts(parts), places, selects);
        if let Some(path) = file_of(copy) {
            self.state.settings.remember(&path);
        }
        self.say_with(Tone::Done, "edit-copied", args!(name: name.as_str()));
    }

    /// Where copies go that have no folder of their own; `None`: this program keeps nothing.
    fn records_folder(&self) -> Option<PathBuf> {
        if let Some(folder) = &self.state.settings.records_folder {
            return Some(folder.clone());
        }
        self.keeping.settings_path()?;
        let user = UserDirs::new()?;
        Some(
            user.document_dir()
                .unwrap_or_else(|| user.home_dir())
                .to_path_buf(),
        )
    }
}

/// Whether the records of a file can be changed where they stand.
fn is_adopted(file: &SourceFile) -> bool {
    file_of(file).is_some() && file.is_editable() && file.mapping.is_profile()
}

/// Writes the records of a file as GeoJSON of the profile into the first of `folders` that takes it, over nothing.
fn copied(
    file: &SourceFile,
    folders: impl Iterator<Item = PathBuf>,
) -> Result<SourceFile, WriteError> {
    let stem = Path::new(&file.name)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let of_profile = if file.is_editable() && file.mapping.is_profile() {
        Ok(file.clone())
    } else {
        authoring::as_profile(file, &format!("{stem}.geojson"))
    };
    let unwritten = |path: &Path, kind| WriteError {
        file: path.display().to_string(),
        kind,
    };
    let of_profile =
        of_profile.map_err(|_| unwritten(Path::new(&file.name), WriteErrorKind::Unreadable))?;
    let mut last = unwritten(Path::new(&file.name), WriteErrorKind::NoFolder);
    for folder in folders {
        for number in 1..=NAMES {
            let name = if number == 1 {
                format!("{stem}.geojson")
            } else {
                format!("{stem}-{number}.geojson")
            };
            let path = folder.join(name);
            let destination = Destination {
                over: Over::Nothing,
                ..Destination::replacing(&path)
            };
            match authoring::save_as(&of_profile, &destination) {
                Ok(_) => {
                    let read = read_file(&path, &Watch::nobody());
                    return read.map_err(|_| unwritten(&path, WriteErrorKind::Unreadable));
                }
                Err(error) if matches!(error.kind, WriteErrorKind::Standing(_)) => last = error,
                Err(error) => {
                    last = error;
                    break;
                }
            }
        }
    }
    Err(last)
}
