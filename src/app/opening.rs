//! Files that are being opened. While a long one is read its first records are shown already; what was
//! open before is set aside and comes back when reading ends otherwise than well.

use std::{path::PathBuf, sync::Arc};

use crate::{
    command::Dialog,
    data::{Dataset, DoubtKind, FiledIssue, Said, SourceFile, Unfit},
    io::{ReadError, views},
    query::{Engine, unfit_in_words},
    settings::{Layouts, Session},
    text::args,
    ui::notice::Tone,
    work::{Job, drop_in_background},
};

use super::{
    App,
    document::Shelved,
    open_files::{is_later_reading, names},
    reading::{FilesBeside, FilesToRead, Opened, ReadFiles},
};

/// Files that are being read.
pub(super) struct FilesOpening {
    /// Reads them, and shows what is there already.
    pub job: Job<ReadFiles, Opened>,
    /// What was open, while a draft is shown.
    shelved: Option<Box<Shelved>>,
    /// How they were seen, where they are opened again at the start.
    session: Option<Box<Session>>,
    /// Files to open beside these, once they are there.
    pub then: Vec<PathBuf>,
}

impl App {
    /// Reads files in the background. What is open stays open until some of their records are there, and
    /// comes back when they cannot be read.
    pub(super) fn open(&mut self, files: Vec<PathBuf>) {
        self.open_said(files, Said::default());
    }

    /// The same, read as is said.
    pub(super) fn open_said(&mut self, files: Vec<PathBuf>, said: Said) {
        self.keep_session_from_here();
        self.open_as(files, None, None, said);
    }

    /// Reads the files of the last session in the background, as many of them as can be read.
    pub(super) fn open_again(&mut self, session: Session) {
        let files = session.files.clone();
        self.open_as(files, Some(Box::new(session)), None, Said::default());
    }

    /// Reads files in the place of what is open or `beside` it, and looks at them as `session` says.
    pub(super) fn open_as(
        &mut self,
        files: Vec<PathBuf>,
        session: Option<Box<Session>>,
        beside: Option<FilesBeside>,
        said: Said,
    ) {
        self.state.chrome.dialog = None;
        self.stop_opening();
        let name = names(&files);
        let words = &self.state.chrome.words;
        let subject = words.with("file-loading", args!(name: name.as_str()));
        let reading = FilesToRead {
            files,
            is_again: session.is_some(),
            layouts: self.state.settings.layouts.clone(),
            beside,
            said,
        };
        let job = self
            .room
            .start_with_drafts("open", subject, move |progress, show| {
                reading.read(show, progress)
            });
        self.opening = Some(FilesOpening {
            job,
            shelved: None,
            session,
            then: Vec::new(),
        });
    }

    /// Files that are being read are not wanted any more: others are opened instead.
    pub(super) fn stop_opening(&mut self) {
        self.give_back();
    }

    /// Gives up everything that is under way. A file that is being read is let go at once, however
    /// long its threads take to hear of it.
    pub(super) fn cancel(&mut self) {
        if self.opening.is_some() {
            self.stop_opening();
            self.say(Tone::Warning, "file-cancelled");
        }
        self.room.cancel_all();
    }

    /// Whether what is shown is only the beginning of a file.
    pub(super) fn is_drafting(&self) -> bool {
        let opening = self.opening.as_ref();
        opening.is_some_and(|opening| opening.shelved.is_some())
    }

    /// Shows what is there of files that are being read.
    pub(super) fn take_drafts(&mut self) {
        let opening = self.opening.as_ref();
        if let Some(draft) = opening.and_then(|it| it.job.drafts().last()) {
            self.show_draft(draft);
        }
    }

    /// The camera goes to the first draft and then stays where the analyst has it.
    fn show_draft(&mut self, draft: Opened) {
        if self.is_drafting() {
            return self.grow(draft);
        }
        let shelved = self.display(draft.dataset, Some(draft.engine));
        let Some(opening) = &mut self.opening else {
            return;
        };
        opening.shelved = Some(Box::new(shelved));
        if let Some(session) = opening.session.clone() {
            self.resumed(&session);
        }
    }

    /// Shows another dataset: as its file wants it to be seen, else with every mark on the map.
    pub(super) fn show(&mut self, dataset: Arc<Dataset>) {
        drop_in_background(self.display(dataset, None).document);
    }

    /// The same, and gives back what was open.
    fn display(&mut self, dataset: Arc<Dataset>, engine: Option<Arc<Engine>>) -> Shelved {
        self.keep_briefing_at_once();
        let (camera, settings) = (self.map.camera.pose(), self.keeping.settings_path());
        let (shelved, pose) = self.state.open(dataset, engine, camera, settings);
        self.refresh();
        let document = &mut self.state.document;
        match pose {
            Some(pose) => self.map.camera.look_at(pose),
            None if document.answers.derived.is_waiting() => document.fits_when_known = true,
            None => self.fit_all(),
        }
        shelved
    }

    fn grow(&mut self, opened: Opened) {
        let document = &mut self.state.document;
        document.grow(opened.dataset);
        document.answers.derived.take(opened.engine);
        self.refresh();
    }

    /// Files are not being read any more; what was open before drafts of them were shown is shown again.
    pub(super) fn give_back(&mut self) {
        let opening = self.opening.take();
        if let Some(shelved) = opening.and_then(|opening| opening.shelved) {
            let (draft, camera) = self.state.bring_back(*shelved);
            drop_in_background(draft);
            self.map.camera.look_at(camera);
            self.refresh();
        }
    }

    /// Takes in files that were read.
    pub(super) fn opened(&mut self, read: ReadFiles) {
        let ReadFiles {
            files,
            result,
            lost,
            unfit,
            joined,
            is_said,
        } = read;
        for (name, reason) in &unfit {
            let sentence = unfit_in_words(&self.state.chrome.words, name, reason);
            self.state.notices.post(Tone::Warning, sentence);
        }
        if let Ok(opened) = &result
            && is_said
        {
            let first = joined
                .as_ref()
                .map_or(0, |it| it.beside.dataset.parts().len());
            self.remember_said(&opened.dataset, first, &unfit);
        }
        let opening = self.opening.as_mut();
        let then = opening.map(|opening| std::mem::take(&mut opening.then));
        match (result, joined) {
            (Ok(opened), Some(joined)) => self.join(files, opened, joined),
            (Ok(opened), None) => {
                self.read(files, opened);
                self.recover();
                self.tell_lost(&lost);
            }
            (Err(error), _) => self.not_opened(&error, &lost),
        }
        if let Some(then) = then.filter(|files| !files.is_empty()) {
            self.add(then);
        }
    }

    /// Remembers how the files from number `first` on are read, as somebody has said it at the start: they are read so
    /// whenever they are opened again.
    fn remember_said(&mut self, dataset: &Dataset, first: usize, unfit: &[(String, Unfit)]) {
        let fits = |part: &SourceFile| unfit.iter().all(|(name, _)| *name != part.name);
        let parts = dataset.parts().iter().skip(first);
        for part in parts.filter(|part| !part.follows_profile() && fits(part)) {
            let layouts = &mut self.state.settings.layouts;
            layouts.remember(part, &part.mapping);
        }
    }

    fn not_opened(&mut self, error: &ReadError, lost: &[(PathBuf, ReadError)]) {
        self.give_back();
        if !lost.is_empty() {
            self.map.begin_at(self.state.document.reach_in_window());
            return self.tell_lost(lost);
        }
        if error.is_cancelled() {
            return self.say(Tone::Warning, "file-cancelled");
        }
        let sentence = error.sentence(&self.state.chrome.words);
        self.state.notices.post(Tone::Error, sentence);
    }

    fn read(&mut self, files: Vec<PathBuf>, opened: Opened) {
        let shelved = self.opening.as_ref().and_then(|it| it.shelved.as_ref());
        let current = shelved.map_or(&self.state.document, |shelved| &shelved.document);
        if is_later_reading(&current.dataset, &files, &opened.dataset) {
            self.give_back();
            return self.compare_with(opened.dataset, files);
        }
        let was_drafted = self.is_drafting();
        let session = self.opening.take().and_then(|opening| opening.session);
        self.state.remember_files(&files);
        let dataset = Arc::clone(&opened.dataset);
        if was_drafted && (session.is_some() || views::view_of(&dataset).is_none()) {
            self.grow(opened);
            let document = &self.state.document;
            if document.kept.written == document.briefing.changes() {
                self.state.take_bookmarks(self.keeping.settings_path());
            }
        } else {
            drop_in_background(self.display(opened.dataset, Some(opened.engine)).document);
            if let Some(session) = &session {
                self.resumed(session);
            }
        }
        if let Some(session) = &session {
            // Among the first records it may not have been.
            let selection = &mut self.state.document.selection;
            if selection.selected.is_none() {
                let selected = session.selected.as_ref();
                selection.selected = selected.and_then(|it| it.row_in(&dataset));
            }
            return;
        }
        self.tell_of(&names(&files), &dataset, 0);
    }

    /// Says what was opened, and asks what has to be asked: of the files from number `first` on.
    pub(super) fn tell_of(&mut self, name: &str, dataset: &Dataset, first: usize) {
        self.verify_opened(dataset, first);
        let is_new = |filed: &&FiledIssue| filed.part >= first;
        let issues = dataset.issues().iter().filter(is_new).count() + dataset.unlisted_issues();
        let n = dataset.len() - dataset.rows_of(first).start().index();
        let args = args!(name: name, n: n, issues: issues);
        if issues > 0 {
            self.say_with(Tone::Warning, "file-opened-issues", args);
        } else {
            self.say_with(Tone::Done, "file-opened", args);
        }
        let mut new = dataset.parts().iter().skip(first);
        let mut presets = new.clone().map(|part| part.mapping.preset());
        if asks_for_fields(dataset, first, &self.state.settings.layouts) {
            self.state.chrome.dialog = Some(Dialog::Mapping);
        } else if let Some(preset) = presets.find_map(|preset| preset) {
            let args = args!(preset: preset.title());
            self.say_with(Tone::Done, "mapping-read-as", args);
        } else if let Some(part) = new.find(|part| !part.follows_profile()) {
            let args = args!(file: part.name.as_str());
            self.say_with(Tone::Done, "mapping-guessed", args);
        }
    }
}

/// Whether somebody has to look at what the columns of a file stand for, because something is in doubt that only they
/// can know: nobody has said how to read such a file before, or what is in doubt is a matter of each file.
fn asks_for_fields(dataset: &Dataset, first: usize, layouts: &Layouts) -> bool {
    let parts = dataset.parts().iter().enumerate().skip(first);
    let mut parts = parts.filter(|(_, part)| !part.follows_profile());
    parts.any(|(number, part)| {
        let doubts = dataset.understood(number).map_or(&[][..], |it| &it.doubts);
        let is_known = layouts.knows(part);
        doubts.iter().any(|doubt| {
            let is_of_each_file = matches!(doubt.kind, DoubtKind::OrderUnsaid | DoubtKind::Swapped);
            doubt.kind.is_asked_at_once() && (is_of_each_file || !is_known)
        })
    })
}

#[cfg(test)]
mod tests;
