//! Reads files into what can be shown: a dataset, and the engine that answers for it. Off the drawing thread.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    data::{Dataset, FileOrigin, Filter, Said, SourceFile, Unfit},
    io::{self, ReadError, ReadErrorKind, Watch},
    query::Engine,
    settings::Layouts,
    work::{Progress, drop_in_background},
};

use super::{authoring::PartsToMake, open_files::is_later_reading};

/// A dataset, and what answers for it.
pub(super) struct Opened {
    /// What was read.
    pub dataset: Arc<Dataset>,
    /// What answers while nothing is filtered out.
    pub engine: Arc<Engine>,
}

/// What was made of the files that are open by reading them in another way.
pub(super) struct Rebuilt {
    /// What they are now.
    pub dataset: Dataset,
    /// The file of which another sheet was read.
    pub of_sheet: Option<usize>,
}

impl Rebuilt {
    /// A dataset, with what was understood of it.
    pub(super) fn of(dataset: Dataset) -> Self {
        let _understood = dataset.all_understood();
        Self {
            dataset,
            of_sheet: None,
        }
    }
}

/// What came of reading files.
pub(super) struct ReadFiles {
    /// Those that were read.
    pub files: Vec<PathBuf>,
    /// All of them together, or why there is nothing.
    pub result: Result<Opened, ReadError>,
    /// Files that were passed over, and why.
    pub lost: Vec<(PathBuf, ReadError)>,
    /// What was said about reading files and does not fit them.
    pub unfit: Vec<(String, Unfit)>,
    /// What they were put beside, where they were: its files come first in what was read.
    pub joined: Option<JoinedFiles>,
    /// Whether anything was said about reading them.
    pub is_said: bool,
}

/// Which files are to be read, and how.
pub(super) struct FilesToRead {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whether they were open before: then those that cannot be read are passed over.
    pub is_again: bool,
    /// How columns were read before.
    pub layouts: Layouts,
    /// What they are to be put beside.
    pub beside: Option<FilesBeside>,
    /// What is said about reading them.
    pub said: Said,
}

/// What is open while other files are read, to be put beside it.
#[derive(Clone)]
pub(super) struct FilesBeside {
    /// What is shown.
    pub dataset: Arc<Dataset>,
    /// How often something was changed.
    pub changes: u64,
    /// The files and what was changed of them; `None`: they are what is shown.
    pub changed: Option<PartsToMake>,
}

/// What files were put beside.
pub(super) struct JoinedFiles {
    /// What was open.
    pub beside: FilesBeside,
    /// The files as they are without changes, those that have come behind them; `None`: nothing was changed.
    pub base: Option<Arc<Dataset>>,
}

impl Opened {
    /// Derives rows from `parts` and makes them ready; `None` when nobody waited for it any more.
    pub(super) fn of(parts: Vec<SourceFile>, progress: &Progress) -> Option<Self> {
        let dataset = Arc::new(dataset_of(parts, progress)?);
        let Some(engine) = Engine::of(&dataset, &Filter::default(), &progress.of_part()) else {
            drop_in_background(dataset);
            return None;
        };
        Some(Self {
            engine: Arc::new(engine),
            dataset,
        })
    }
}

impl Opened {
    /// The same, with what was understood of each file, so that nobody waits for it later.
    pub(super) fn understood(parts: Vec<SourceFile>, progress: &Progress) -> Option<Self> {
        let opened = Self::of(parts, progress)?;
        let _understood = opened.dataset.all_understood();
        Some(opened)
    }
}

impl FilesToRead {
    /// Reads the files into one dataset; `show` is given drafts of the first one while it is read.
    pub(super) fn read(self, show: &dyn Fn(Opened), progress: &Progress) -> ReadFiles {
        let watch = Watch::of(progress);
        let draft = |draft: SourceFile| {
            if let Some(opened) = self.draft(draft, progress) {
                show(opened);
            }
        };
        let is_said = !self.said.is_empty();
        let (mut parts, mut lost, mut unfit) = (Vec::new(), Vec::new(), Vec::new());
        for (number, file) in self.files.iter().enumerate() {
            // What is open stays in view while files are put beside it.
            let watch = if number == 0 && self.beside.is_none() {
                watch.with_drafts(&draft)
            } else {
                watch
            };
            match read_sheet(file, self.sheet_of(file), &watch) {
                Ok(mut part) => {
                    self.layouts.apply(&mut part);
                    if let Err(reason) = self.said.apply(&mut part) {
                        unfit.push((part.name.clone(), reason));
                    }
                    parts.push(part);
                }
                Err(error) if self.is_again && !error.is_cancelled() => {
                    lost.push((file.clone(), error));
                }
                Err(error) => {
                    return ReadFiles {
                        files: self.files,
                        result: Err(error),
                        lost,
                        unfit,
                        joined: None,
                        is_said,
                    };
                }
            }
        }
        let mut files = self.files;
        files.retain(|file| lost.iter().all(|(other, _)| other != file));
        let opened = (!parts.is_empty())
            .then(|| opened(&files, parts, self.beside, progress))
            .flatten();
        let (result, joined) = match opened {
            Some((opened, joined)) => (Ok(opened), joined),
            None => (Err(cancelled(&files)), None),
        };
        ReadFiles {
            files,
            result,
            lost,
            unfit,
            joined,
            is_said,
        }
    }

    /// The sheet that is wanted of a file: as is said, else as it was chosen before.
    fn sheet_of(&self, file: &Path) -> SheetChoice<'_> {
        match &self.said.sheet {
            Some(sheet) => SheetChoice::Said(sheet),
            None => self
                .layouts
                .sheet_of(file)
                .map_or(SheetChoice::Any, SheetChoice::Known),
        }
    }

    /// The first records of the first file.
    fn draft(&self, draft: SourceFile, progress: &Progress) -> Option<Opened> {
        let source = self.files.first().cloned();
        let mut part = SourceFile {
            source: source.map_or(FileOrigin::Bundled, FileOrigin::File),
            ..draft
        };
        self.layouts.apply(&mut part);
        // What does not fit is said when all of it is there.
        let _unfit = self.said.apply(&mut part);
        Opened::of(vec![part], progress)
    }
}

/// Which sheet of a workbook is wanted.
#[derive(Clone, Copy)]
pub(super) enum SheetChoice<'a> {
    /// The one that looks most like records.
    Any,
    /// This one.
    Said(&'a str),
    /// The one that was chosen before, if it is still there.
    Known(&'a str),
}

/// Reads a file, of a workbook the sheet that is wanted.
pub(super) fn read_sheet(
    file: &Path,
    sheet: SheetChoice<'_>,
    watch: &Watch<'_>,
) -> Result<SourceFile, ReadError> {
    let read = |sheet| io::read::read_file(file, &watch.with_sheet(sheet));
    match sheet {
        SheetChoice::Any => read(None),
        SheetChoice::Said(sheet) => read(Some(sheet)),
        SheetChoice::Known(sheet) => match read(Some(sheet)) {
            Err(error) if matches!(error.kind, ReadErrorKind::NoSheet(_)) => read(None),
            result => result,
        },
    }
}

/// Reads another sheet of the file with index `number`, as `layouts` know its columns.
pub(super) fn with_sheet(
    current: &Dataset,
    number: usize,
    sheet: &str,
    layouts: &Layouts,
    progress: &Progress,
) -> Result<Option<Rebuilt>, ReadError> {
    let mut parts = current.parts().to_vec();
    let Some(part) = parts.get_mut(number) else {
        return Ok(None);
    };
    if let FileOrigin::File(path) = part.source.clone() {
        *part = read_sheet(&path, SheetChoice::Said(sheet), &Watch::of(progress))?;
        layouts.apply(part);
    }
    let dataset = dataset_of(parts, progress);
    Ok(dataset.map(|dataset| Rebuilt {
        of_sheet: Some(number),
        ..Rebuilt::of(dataset)
    }))
}

/// Makes `parts`, read from `files`, ready: behind the files that they are put `beside`, which is given back, unless
/// they are a later reading of those.
fn opened(
    files: &[PathBuf],
    parts: Vec<SourceFile>,
    beside: Option<FilesBeside>,
    progress: &Progress,
) -> Option<(Opened, Option<JoinedFiles>)> {
    let Some(beside) = beside else {
        return Some((Opened::understood(parts, progress)?, None));
    };
    let read = dataset_of(parts, progress)?;
    if is_later_reading(&beside.dataset, files, &read) {
        let dataset = Arc::new(read);
        let engine = Arc::new(Engine::unready(&dataset));
        return Some((Opened { dataset, engine }, None));
    }
    let behind = |mut parts: Vec<SourceFile>| {
        parts.extend(read.parts().iter().cloned());
        parts
    };
    let (shown, base) = match &beside.changed {
        None => (beside.dataset.parts().to_vec(), None),
        Some(changed) => (changed.parts(), Some(changed.base_parts())),
    };
    let opened = Opened::understood(behind(shown), progress)?;
    let base = match base {
        Some(base) => Some(Arc::new(dataset_of(behind(base), progress)?)),
        None => None,
    };
    Some((opened, Some(JoinedFiles { beside, base })))
}

/// Derives rows from `parts`; `None` when nobody waits for it any more.
pub(super) fn dataset_of(parts: Vec<SourceFile>, progress: &Progress) -> Option<Dataset> {
    Dataset::make(parts, progress)
}

/// What to say of files that nobody waited for any more.
pub(super) fn cancelled(files: &[PathBuf]) -> ReadError {
    let file = files.first().map(|file| file.display().to_string());
    ReadError {
        file: file.unwrap_or_default(),
        kind: ReadErrorKind::Cancelled,
    }
}
