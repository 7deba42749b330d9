//! Reads files into what can be shown: a dataset, and the engine that answers for it. Off the drawing thread.

use std::{path::PathBuf, sync::Arc};

use crate::{
    data::{Dataset, FileOrigin, Filter, SourceFile},
    io::{self, ReadError, ReadErrorKind, Watch},
    query::Engine,
    settings::Layouts,
    work::{Progress, drop_in_background},
};

use super::reload::is_later_reading;

/// A dataset, and what answers for it.
pub(super) struct Opened {
    /// What was read.
    pub dataset: Arc<Dataset>,
    /// What answers while nothing is filtered out.
    pub engine: Arc<Engine>,
}

/// What came of reading files.
pub(super) struct ReadFiles {
    /// Those that were read.
    pub files: Vec<PathBuf>,
    /// All of them together, or why there is nothing.
    pub result: Result<Opened, ReadError>,
    /// Files that were passed over, and why.
    pub lost: Vec<(PathBuf, ReadError)>,
    /// What they were put beside, where they were: its files come first in what was read.
    pub joined: Option<Arc<Dataset>>,
}

/// Which files are to be read, and how.
pub(super) struct Reading {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Whether they were open before: then those that cannot be read are passed over.
    pub is_again: bool,
    /// How columns were read before.
    pub layouts: Layouts,
    /// What they are to be put beside.
    pub beside: Option<Arc<Dataset>>,
}

impl Opened {
    /// Derives rows from `parts` and makes them ready; `None` when nobody waited for it any more.
    pub(super) fn of(parts: Vec<SourceFile>, progress: &Progress) -> Option<Self> {
        let dataset = Arc::new(dataset_of(parts, progress)?);
        let Some(engine) = Engine::of_watched(&dataset, &Filter::default(), &progress.of_part())
        else {
            drop_in_background(dataset);
            return None;
        };
        Some(Self {
            engine: Arc::new(engine),
            dataset,
        })
    }
}

impl Reading {
    /// Reads the files into one dataset; `show` is given drafts of the first one while it is read.
    pub(super) fn read(self, show: &dyn Fn(Opened), progress: &Progress) -> ReadFiles {
        let report = |done: io::Progress| {
            progress.set(done.bytes, done.total.unwrap_or(0));
            progress.set_records(done.records);
        };
        let watch = Watch::new(&report, progress.cancel_flag());
        let draft = |draft: SourceFile| {
            if let Some(opened) = self.draft(draft, progress) {
                show(opened);
            }
        };
        let (mut parts, mut lost) = (Vec::new(), Vec::new());
        for (number, file) in self.files.iter().enumerate() {
            // What is open stays in view while files are put beside it.
            let watch = if number == 0 && self.beside.is_none() {
                watch.with_drafts(&draft)
            } else {
                watch
            };
            match io::read::read_file(file, &watch) {
                Ok(mut part) => {
                    self.layouts.apply(&mut part);
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
                        joined: None,
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
            joined,
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
        Opened::of(vec![part], progress)
    }
}

/// Makes `parts`, read from `files`, ready: behind the files that they are put `beside`, which is given back, unless
/// they are a later reading of those.
fn opened(
    files: &[PathBuf],
    parts: Vec<SourceFile>,
    beside: Option<Arc<Dataset>>,
    progress: &Progress,
) -> Option<(Opened, Option<Arc<Dataset>>)> {
    let Some(beside) = beside else {
        return Some((Opened::of(parts, progress)?, None));
    };
    let read = dataset_of(parts, progress)?;
    if is_later_reading(&beside, files, &read) {
        let dataset = Arc::new(read);
        let engine = Arc::new(Engine::unready(&dataset));
        return Some((Opened { dataset, engine }, None));
    }
    let all = [&*beside, &read].into_iter().flat_map(Dataset::parts);
    let opened = Opened::of(all.cloned().collect(), progress)?;
    Some((opened, Some(beside)))
}

/// Derives rows from `parts`; `None` when nobody waits for it any more.
pub(super) fn dataset_of(parts: Vec<SourceFile>, progress: &Progress) -> Option<Dataset> {
    Dataset::from_parts_watched(parts, progress)
}

/// What to say of files that nobody waited for any more.
pub(super) fn cancelled(files: &[PathBuf]) -> ReadError {
    let file = files.first().map(|file| file.display().to_string());
    ReadError {
        file: file.unwrap_or_default(),
        kind: ReadErrorKind::Cancelled,
    }
}
