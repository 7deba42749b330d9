//! What the analyst writes to files: where is asked first, then it is written in the background, over nothing
//! that nobody has agreed to lose.

use std::{path::PathBuf, sync::Arc};

use crate::{
    command::{Dialog, Exported, FileCommand, PathUse},
    data::{Dataset, Filter},
    io::{
        Destination, ExistingFile, Over, WriteError, WriteErrorKind,
        bundle::{Seal, SealError, today},
        export::{
            Export, ExportScope, ExportWritten, ExportedView, changes, is_written_swapped,
            qgis::save_style,
        },
        formats, views,
    },
    model::Lang,
    query::{Side, WindowResult},
    session::{Bookmark, View},
    text::{Catalogue, args},
    ui::{self, notice::Tone},
    work::Progress,
};

use super::{
    App,
    authoring::PartsToMake,
    open_files::{files_of, names},
    picture::Picture,
    report::ReportOrder,
};

/// What is to be written, and where. It holds what was seen when it was asked for.
pub(super) struct WriteRequest {
    what: Exported,
    dataset: Arc<Dataset>,
    /// What the dataset is to be made of first, where edits stand beside its files.
    edited: Option<Arc<PartsToMake>>,
    content: Content,
    destination: Destination,
    /// Whether a style for QGIS is written beside it.
    has_style: bool,
}

/// What of a dataset is written.
enum Content {
    /// Records.
    Records {
        /// What is seen, which is what is written.
        view: View,
        /// The language of the program.
        lang: Lang,
        bookmarks: Vec<Bookmark>,
        holding: ExportScope,
    },
    /// What differs.
    Changes {
        /// Side A.
        before: Side,
        /// What is seen: side B.
        filter: Filter,
        /// The language of a table.
        lang: Lang,
    },
    /// A picture of the map.
    Picture(Picture),
    /// Records with their documents, sealed.
    Bundle {
        /// What is seen, which is what is sealed.
        view: View,
        /// The language of the program.
        lang: Lang,
        bookmarks: Vec<Bookmark>,
    },
    /// A report.
    Report(ReportOrder),
}

/// What came of writing a file.
pub(super) struct ExportOutcome {
    /// What was to be written.
    pub order: WriteRequest,
    /// What came of it.
    pub result: Result<ExportWritten, WriteError>,
    /// What came of the style beside it, where one was wanted and all else is there.
    pub style: Option<Result<Destination, WriteError>>,
}

/// An order that waits for the analyst's word, because a file stands where it goes.
pub(super) struct Blocked {
    order: WriteRequest,
    standing: ExistingFile,
}

impl Blocked {
    /// The file that would go.
    pub(super) const fn standing(&self) -> &ExistingFile {
        &self.standing
    }
}

impl App {
    /// Carries out requests about what is written.
    pub(super) fn apply_writing(&mut self, command: FileCommand) {
        match command {
            FileCommand::AskExport(what) => self.ask_export(what),
            FileCommand::Export { what, path } => self.export(what, path),
            FileCommand::TypePath(path) => self.state.chrome.asked.path = path,
            FileCommand::StyleBeside(is_wanted) => self.state.chrome.asked.has_style = is_wanted,
            FileCommand::Overwrite => self.overwrite(),
            FileCommand::OtherName => self.other_name(),
            _ => self.save_changes(),
        }
    }

    fn ask_export(&mut self, what: Exported) {
        if what == Exported::Changes && self.state.document.comparison.is_none() {
            return;
        }
        if what != Exported::Picture {
            self.reckon_digests();
        }
        self.state.ask_path(PathUse::Export(what));
    }

    /// Reckons the digests that an export names, while the analyst chooses where to write it.
    fn reckon_digests(&mut self) {
        let document = &mut self.state.document;
        let dataset = Arc::clone(&document.dataset);
        let mut parts = dataset.parts().iter();
        if parts.any(|part| part.known_sha256().is_none()) {
            let job = self
                .room
                .start("digest", "", move |_| dataset.reckon_digests());
            document.jobs.digesting = Some(job);
        }
    }

    pub(super) fn export(&mut self, what: Exported, path: PathBuf) {
        let chrome = &mut self.state.chrome;
        if let Some(refusal) = ui::dialog::refusal(&chrome.words, what, &path) {
            chrome.ask_path(Dialog::Path(PathUse::Export(what)), &path);
            return self.state.notices.post(Tone::Error, refusal);
        }
        chrome.dialog = None;
        let Some(content) = self.content(what) else {
            return;
        };
        let document = &self.state.document;
        let dataset = Arc::clone(&document.dataset);
        let edited = document.authoring.parts_beside(&dataset).map(Arc::new);
        let destination = Destination::asking(path, files_of(&dataset));
        let are_records = matches!(what, Exported::Shown | Exported::Tray);
        let has_style = are_records && self.state.chrome.asked.has_style;
        self.write(WriteRequest {
            what,
            dataset,
            edited,
            content,
            destination,
            has_style,
        });
    }

    /// What is to be written, as it is seen now; nothing where nothing is compared.
    fn content(&self, what: Exported) -> Option<Content> {
        let document = &self.state.document;
        let lang = self.state.chrome.words.lang();
        let records = |holding| Content::Records {
            view: self.view(),
            lang,
            bookmarks: document.briefing.steps().to_vec(),
            holding,
        };
        match what {
            Exported::Shown => Some(records(ExportScope::Shown)),
            Exported::Tray => Some(records(ExportScope::Tray)),
            Exported::Changes => Some(Content::Changes {
                before: document.comparison.as_ref()?.side(),
                filter: document.filter.clone(),
                lang,
            }),
            Exported::Picture => Some(Content::Picture(self.picture())),
            Exported::Bundle => Some(Content::Bundle {
                view: self.view(),
                lang,
                bookmarks: document.briefing.steps().to_vec(),
            }),
            Exported::Report => Some(Content::Report(self.report())),
        }
    }

    fn write(&mut self, order: WriteRequest) {
        let chrome = &mut self.state.chrome;
        let subject = chrome.words.get("file-exporting");
        let job = self.room.start("export", subject, move |progress| {
            let order = order.with_edits(progress);
            let result = order.save(progress);
            let style = (order.has_style && result.is_ok()).then(|| order.save_style());
            ExportOutcome {
                order,
                result,
                style,
            }
        });
        chrome.jobs.exports.push(job);
    }

    /// Says what became of a file and what its format leaves out of the records, or asks about the one that stands
    /// in its place.
    pub(super) fn exported(&mut self, exported: ExportOutcome) {
        let ExportOutcome {
            order,
            result,
            style,
        } = exported;
        match result {
            Ok(written) => {
                self.say_exported(&order, &written);
                self.say_style(style);
            }
            Err(WriteError {
                kind: WriteErrorKind::Standing(standing),
                ..
            }) => {
                let standing = *standing;
                self.state.chrome.asked.blocked = Some(Blocked { order, standing });
                self.state.chrome.dialog = Some(Dialog::Overwrite);
            }
            Err(error) => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Error, sentence);
            }
        }
    }

    /// Says that a style stands beside an export, or why it does not.
    fn say_style(&mut self, style: Option<Result<Destination, WriteError>>) {
        match style {
            None => {}
            Some(Ok(style)) => {
                let name = names(&[style.path]);
                self.say_with(
                    Tone::Done,
                    "export-style-written",
                    args!(file: name.as_str()),
                );
            }
            Some(Err(error)) => {
                let sentence = error.sentence(&self.state.chrome.words);
                self.state.notices.post(Tone::Warning, sentence);
            }
        }
    }

    fn say_exported(&mut self, order: &WriteRequest, written: &ExportWritten) {
        let (path, n) = (&order.destination.path, written.records);
        let name = names(std::slice::from_ref(path));
        let args = args!(n: n, name: name.as_str());
        let key = match order.what {
            Exported::Changes => "difference-exported",
            Exported::Picture => "picture-exported",
            Exported::Bundle => "bundle-exported",
            Exported::Report => "report-exported",
            Exported::Shown | Exported::Tray => "file-exported",
        };
        self.say_with(Tone::Done, key, args);
        if let Some(remark) = written.saved.remark(path, &self.state.chrome.words) {
            self.state.notices.post(Tone::Warning, remark);
        }
        let Some(format) = order.what.format_of(path) else {
            return;
        };
        let mut parts = order.dataset.parts().iter();
        let are_records = order.what != Exported::Changes;
        if are_records && format.is_geojson() && parts.any(is_written_swapped) {
            self.say(Tone::Warning, "export-swapped");
        }
        if let Some(key) = order.what.loss_key(format) {
            self.say(Tone::Warning, key);
        }
    }

    /// Writes over the file that was asked about, unless it has changed since.
    fn overwrite(&mut self) {
        self.state.chrome.dialog = None;
        if let Some(Blocked {
            mut order,
            standing,
        }) = self.state.chrome.asked.blocked.take()
        {
            order.destination.over = Over::Only(standing);
            self.write(order);
        }
    }

    /// Goes back to the field for the path.
    fn other_name(&mut self) {
        let chrome = &mut self.state.chrome;
        if let Some(Blocked { order, .. }) = chrome.asked.blocked.take() {
            let dialog = Dialog::Path(PathUse::Export(order.what));
            chrome.ask_path(dialog, &order.destination.path);
        }
    }
}

impl WriteRequest {
    /// The same of files with their edits in them. What is cancelled on the way is not written.
    fn with_edits(self, progress: &Progress) -> Self {
        let edited = self.edited.as_ref();
        let made = edited.and_then(|it| Dataset::make(it.parts(), progress));
        match made {
            Some(made) => Self {
                dataset: Arc::new(made),
                edited: None,
                ..self
            },
            None => self,
        }
    }

    /// Writes it; the number of records or changes written.
    fn save(&self, progress: &Progress) -> Result<ExportWritten, WriteError> {
        match &self.content {
            Content::Records {
                view,
                lang,
                bookmarks,
                holding,
            } => self.save_records(view, *lang, bookmarks, *holding, progress),
            Content::Changes {
                before,
                filter,
                lang,
            } => changes::between(&self.dataset, filter, *before, |changes, export| {
                let words = Catalogue::plain(*lang);
                changes::save_changes(changes, export, &words, &self.destination)
            }),
            Content::Picture(picture) => picture.save(&self.destination, progress),
            Content::Bundle {
                view,
                lang,
                bookmarks,
            } => self.seal(view, *lang, bookmarks, progress),
            Content::Report(report) => report.save(&self.destination, progress),
        }
    }

    /// Seals what is seen, on this day.
    fn seal(
        &self,
        view: &View,
        lang: Lang,
        bookmarks: &[Bookmark],
        progress: &Progress,
    ) -> Result<ExportWritten, WriteError> {
        let seen = self.seen(view, lang, bookmarks);
        let visible = WindowResult::of(&self.dataset, &view.filter);
        let seal = Seal {
            export: Export {
                view: Some(&seen),
                ..Export::shown(&self.dataset, &visible, &view.filter)
            },
            day: &today(),
            license: None,
            safe: None,
        };
        let sealed = seal.save(&self.destination, progress);
        let sealed = sealed.map_err(|error| match error {
            SealError::Write(error) => error,
            SealError::Read(error) => WriteError {
                file: error.file,
                kind: WriteErrorKind::Unreadable,
            },
        })?;
        Ok(ExportWritten {
            records: sealed.records,
            saved: sealed.saved,
        })
    }

    /// Writes the style beside it; another one that stands there stays.
    fn save_style(&self) -> Result<Destination, WriteError> {
        save_style(&Destination {
            over: Over::Nothing,
            ..self.destination.clone()
        })
    }

    /// What is seen, as it is written with records; bookmarks that nobody changed are copied byte for byte.
    fn seen<'a>(&self, view: &'a View, lang: Lang, bookmarks: &'a [Bookmark]) -> ExportedView<'a> {
        let is_changed = views::bookmarks_of(&self.dataset) != bookmarks;
        ExportedView {
            view,
            lang: Some(lang),
            bookmarks: is_changed.then_some(bookmarks),
        }
    }

    fn save_records(
        &self,
        view: &View,
        lang: Lang,
        bookmarks: &[Bookmark],
        holding: ExportScope,
        progress: &Progress,
    ) -> Result<ExportWritten, WriteError> {
        let seen = self.seen(view, lang, bookmarks);
        let visible = WindowResult::of(&self.dataset, &view.filter);
        let export = Export {
            dataset: &self.dataset,
            visible: &visible,
            filter: &view.filter,
            view: Some(&seen),
            as_read: false,
            holding,
        };
        let format = self.what.format_of(&self.destination.path);
        export.save(
            &self.destination,
            format.unwrap_or(&formats::GEOJSON),
            progress,
        )
    }
}
