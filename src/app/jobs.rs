//! What runs off the drawing thread, and what comes back.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::ColorImage;

use crate::{
    command::{Exported, PathUse},
    io::{self, ReadError, ReadErrorKind, Watch, WriteError, export::Written},
    query::{AxisSummary, Density, Engine},
    settings::Layouts,
    store::{Dataset, Filter, Part, PartSource, discard},
    task::Progress,
};

use super::{
    derived::{DensityWanted, SummaryWanted, Wanted},
    order::OrderAnswer,
    reload::Reloaded,
    writing::Order,
};

/// A dialog that closes sooner than a person can answer it never came up.
const INSTANT: Duration = Duration::from_millis(250);

/// What a job brings back.
pub(super) enum Outcome {
    /// Files were read into a dataset, or one of them could not be.
    Opened {
        /// The files.
        files: Vec<PathBuf>,
        /// What came of it.
        result: Result<Opened, ReadError>,
        /// Files that were passed over, and why.
        lost: Vec<(PathBuf, ReadError)>,
    },
    /// What is open was read again and compared, or could not be.
    Reloaded(Result<Box<Reloaded>, ReadError>),
    /// Two readings were put side by side; `None` when nobody waited for it any more.
    Joined(Option<Box<Dataset>>),
    /// What is open was read with another mapping.
    Remapped(Box<Dataset>),
    /// A file was written, with this many records.
    Exported {
        /// What was to be written.
        order: Box<Order>,
        /// What came of it.
        result: Result<Written, WriteError>,
    },
    /// The rows of the table were ordered; `None` when nobody waited for it any more.
    Ordered(Option<Box<OrderAnswer>>),
    /// What a [`Lagging`](super::lagging::Lagging) asked for lies ready, or is not wanted any more.
    Answered,
    /// A picture for the clipboard was drawn; `None` when nobody waited for it any more.
    Drawn(Option<ColorImage>),
    /// A text for the clipboard was made.
    Copied(String),
    /// A search came to its end, or was given up; what it found was taken on the way.
    Searched,
    /// A file of the program's own was written, or could not be.
    Saved {
        /// The file.
        path: PathBuf,
        /// What came of it.
        result: Result<(), WriteError>,
    },
    /// A dataset of many records was made ready; `None`: it is not wanted any more.
    Indexed(Option<Arc<Engine>>),
    /// Records were counted by where they lie.
    Counted(Arc<Density>),
    /// What the axis of time shows was found out.
    Summarised(Arc<AxisSummary>),
    /// The system's dialog closed.
    Picked(Picked),
}

/// What to ask the system's dialog for.
pub(super) struct PickRequest {
    /// What for.
    pub purpose: PathUse,
    /// Name of the kind of file.
    pub filter: String,
    /// Name to suggest for an export.
    pub file_name: String,
    /// Folder to begin in.
    pub folder: PathBuf,
}

/// What was chosen in the system's dialog.
pub(super) struct Picked {
    /// What for.
    pub purpose: PathUse,
    /// The files; none when it was cancelled or never came up.
    pub paths: Vec<PathBuf>,
    /// Whether it closed before a person could have answered.
    pub was_instant: bool,
}

/// A dataset, and what answers for it.
pub(super) struct Opened {
    /// What was read.
    pub dataset: Arc<Dataset>,
    /// What answers while nothing is filtered out.
    pub engine: Arc<Engine>,
}

impl Opened {
    /// Derives rows from `parts` and makes them ready; `None` when nobody waited for it any more.
    pub(super) fn of(parts: Vec<Part>, progress: &Progress) -> Option<Self> {
        let goes_on = |done: usize, total: usize| {
            progress.set(done as u64, total as u64);
            !progress.is_cancelled()
        };
        let dataset = Arc::new(Dataset::from_parts_while(parts, &goes_on)?);
        let goes_on = |_, _| !progress.is_cancelled();
        let Some(engine) = Engine::of_while(&dataset, &Filter::default(), &goes_on) else {
            discard(dataset);
            return None;
        };
        Some(Self {
            engine: Arc::new(engine),
            dataset,
        })
    }
}

/// Reads `files` into one dataset, columns that are known as they were read before; `show` is given
/// drafts of the first one while it is read. When they are opened again, those that cannot be read are passed over.
pub(super) fn open(
    (mut files, is_again): (Vec<PathBuf>, bool),
    layouts: &Layouts,
    show: &dyn Fn(Opened),
    progress: &Progress,
) -> Outcome {
    let report = |done: io::Progress| {
        progress.set(done.bytes, done.total.unwrap_or(0));
        progress.set_records(done.records);
    };
    let watch = Watch::new(&report, progress.cancel_flag());
    let first = files.first().cloned();
    let draft = |draft: Part| {
        let source = first.clone();
        let mut part = Part {
            source: source.map_or(PartSource::Bundled, PartSource::File),
            ..draft
        };
        layouts.apply(&mut part);
        if let Some(opened) = Opened::of(vec![part], progress) {
            show(opened);
        }
    };
    let read = |(number, file): (usize, &PathBuf)| -> Result<Part, ReadError> {
        let watch = if number == 0 {
            watch.with_drafts(&draft)
        } else {
            watch
        };
        let mut part = io::read::read_file(file, &watch)?;
        layouts.apply(&mut part);
        Ok(part)
    };
    let (mut parts, mut lost) = (Vec::new(), Vec::new());
    for numbered in files.iter().enumerate() {
        match read(numbered) {
            Ok(part) => parts.push(part),
            Err(error) if is_again && !error.is_cancelled() => {
                lost.push((numbered.1.clone(), error));
            }
            Err(error) => {
                let result = Err(error);
                return Outcome::Opened {
                    files,
                    result,
                    lost,
                };
            }
        }
    }
    files.retain(|file| lost.iter().all(|(other, _)| other != file));
    let opened = (!parts.is_empty()).then(|| Opened::of(parts, progress));
    let result = opened.flatten().ok_or_else(|| cancelled(&files));
    Outcome::Opened {
        files,
        result,
        lost,
    }
}

/// What to say of files that nobody waited for any more.
pub(super) fn cancelled(files: &[PathBuf]) -> ReadError {
    let file = files.first().map(|file| file.display().to_string());
    ReadError {
        file: file.unwrap_or_default(),
        kind: ReadErrorKind::Cancelled,
    }
}

/// Finds out what the axis of time shows.
pub(super) fn axis_summary(wanted: SummaryWanted) -> Outcome {
    Outcome::Summarised(Arc::new(wanted.engine.axis_summary(wanted.question)))
}

/// Counts records by where they lie.
pub(super) fn density(wanted: DensityWanted) -> Outcome {
    Outcome::Counted(Arc::new(wanted.engine.density(wanted.question)))
}

/// Makes an engine.
pub(super) fn index(wanted: &Wanted, progress: &Progress) -> Outcome {
    let goes_on = |_, _| !progress.is_cancelled();
    let engine = Engine::of_while(&wanted.dataset, &wanted.filter, &goes_on);
    Outcome::Indexed(engine.map(Arc::new))
}

/// Asks with the system's dialog and waits for the answer.
pub(super) fn pick(request: &PickRequest) -> Outcome {
    let began = Instant::now();
    let dialog = rfd::FileDialog::new().set_directory(&request.folder);
    let dialog = match request.purpose {
        PathUse::Export(Exported::Picture) => {
            dialog.add_filter(&request.filter, &Exported::Picture.endings())
        }
        PathUse::Export(what) => what.formats().iter().fold(dialog, |dialog, format| {
            dialog.add_filter(format.name, &[format.ending()])
        }),
        purpose => dialog.add_filter(&request.filter, &purpose.endings()),
    };
    let paths = match request.purpose {
        PathUse::Open => dialog.pick_files(),
        PathUse::Basemap => dialog.pick_file().map(|path| vec![path]),
        PathUse::Export(_) => dialog
            .set_file_name(&request.file_name)
            .save_file()
            .map(|path| vec![path]),
    };
    Outcome::Picked(Picked {
        purpose: request.purpose,
        paths: paths.unwrap_or_default(),
        was_instant: began.elapsed() < INSTANT,
    })
}
