//! Files that are being opened. While a long one is read its first records are shown already; what was
//! open before is set aside and comes back when reading ends otherwise than well.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
};

use crate::{
    command::Dialog,
    io::{ReadError, views},
    map::camera::Pose,
    model::IssueKind,
    query::Engine,
    settings::{Layouts, Session},
    store::{Briefing, Dataset, FiledIssue, Filter, History, Part, Selection},
    task::JobId,
    text::{Words, args},
    timeline::TimeState,
    ui::notice::Tone,
};

use super::{
    App,
    comparison::Comparison,
    dispatch::names,
    jobs::{self, Opened},
    reload::is_later_reading,
    state::{Kept, State},
};

/// Files that are being read.
pub(super) struct Opening {
    job: JobId,
    /// Brings what is there already.
    drafts: Receiver<Opened>,
    /// What was open, while a draft is shown.
    former: Option<Box<Former>>,
    /// How they were seen, where they are opened again at the start.
    session: Option<Box<Session>>,
}

/// What was open, as it was seen.
struct Former {
    dataset: Arc<Dataset>,
    engine: Option<Arc<Engine>>,
    filter: Filter,
    selection: Selection,
    time: TimeState,
    briefing: Briefing,
    kept: Kept,
    comparison: Option<Comparison>,
    history: History,
    words: Arc<Words>,
    camera: Pose,
}

impl State {
    /// Takes what is open and how it is seen out, to be brought back.
    fn set_aside(&mut self, camera: Pose) -> Former {
        Former {
            dataset: Arc::clone(&self.dataset),
            engine: self.derived.unfiltered(),
            filter: self.filter.clone(),
            selection: self.selection,
            time: self.time,
            briefing: std::mem::take(&mut self.briefing),
            kept: std::mem::take(&mut self.kept),
            comparison: self.comparison.take(),
            history: std::mem::take(&mut self.history),
            words: Arc::clone(&self.words),
            camera,
        }
    }

    /// Shows again what was set aside; where the map looked.
    fn bring_back(&mut self, former: Former) -> Pose {
        self.dataset = former.dataset;
        self.filter = former.filter;
        self.selection = former.selection;
        self.time = former.time;
        self.briefing = former.briefing;
        self.kept = former.kept;
        self.comparison = former.comparison;
        self.history = former.history;
        self.words = former.words;
        if let Some(engine) = former.engine {
            self.derived.take(engine);
        }
        former.camera
    }

    /// Shows more records of the file whose first ones are shown. What the analyst did meanwhile stays,
    /// and a window over all dates still is one.
    fn grow(&mut self, dataset: Arc<Dataset>) {
        let extent = TimeState::extent_or_default(self.dataset.extent_in_time());
        let is_whole = self.filter.window.bounds() == extent;
        self.dataset = dataset;
        if is_whole {
            self.show_whole_range();
        }
    }
}

impl App {
    /// Reads files in the background. What is open stays open until some of their records are there, and
    /// comes back when they cannot be read.
    pub(super) fn open(&mut self, files: Vec<PathBuf>) {
        self.keep_session_from_here();
        self.open_as(files, None);
    }

    /// Reads the files of the last session in the background, as many of them as can be read.
    pub(super) fn open_again(&mut self, session: Session) {
        self.open_as(session.files.clone(), Some(Box::new(session)));
    }

    fn open_as(&mut self, files: Vec<PathBuf>, session: Option<Box<Session>>) {
        self.state.dialog = None;
        self.stop_opening();
        let name = names(&files);
        let subject = self
            .state
            .words
            .with("file-loading", args!(name: name.as_str()));
        let layouts = self.state.settings.layouts.clone();
        let wake = self.tasks.waker();
        let (sender, drafts) = channel();
        let is_again = session.is_some();
        let job = self.tasks.start("open", subject, move |progress| {
            let show = |draft: Opened| {
                // Nobody waits for drafts of files that others are opened instead of.
                let _ = sender.send(draft);
                wake();
            };
            jobs::open((files, is_again), &layouts, &show, progress)
        });
        self.opening = Some(Opening {
            job,
            drafts,
            former: None,
            session,
        });
    }

    /// Files that are being read are not wanted any more: others are opened instead.
    pub(super) fn stop_opening(&mut self) {
        if let Some(job) = self.opening.as_ref().map(|opening| opening.job) {
            self.tasks.cancel(job);
            self.give_back(job);
        }
    }

    /// Gives up everything that is under way. A file that is being read is let go at once, however
    /// long its threads take to hear of it.
    pub(super) fn cancel(&mut self) {
        if self.opening.is_some() {
            self.stop_opening();
            self.say(Tone::Warning, "file-cancelled");
        }
        self.tasks.cancel_all();
    }

    /// Whether what is shown is only the beginning of a file.
    pub(super) fn is_drafting(&self) -> bool {
        let opening = self.opening.as_ref();
        opening.is_some_and(|opening| opening.former.is_some())
    }

    /// Shows what is there of files that are being read.
    pub(super) fn take_drafts(&mut self) {
        let opening = self.opening.as_ref();
        if let Some(draft) = opening.and_then(|it| it.drafts.try_iter().last()) {
            self.show_draft(draft);
        }
    }

    /// The camera goes to the first draft and then stays where the analyst has it.
    fn show_draft(&mut self, draft: Opened) {
        if self.is_drafting() {
            return self.grow(draft);
        }
        self.keep_briefing_at_once();
        let former = self.state.set_aside(self.map.camera.pose());
        if let Some(opening) = &mut self.opening {
            opening.former = Some(Box::new(former));
        }
        self.show_opened(draft);
        if let Some(session) = self.opening.as_ref().and_then(|it| it.session.clone()) {
            self.resumed(&session);
        }
    }

    fn show_opened(&mut self, opened: Opened) {
        self.state.derived.take(opened.engine);
        self.show(opened.dataset);
    }

    fn grow(&mut self, opened: Opened) {
        self.state.grow(opened.dataset);
        self.state.derived.take(opened.engine);
        self.refresh();
    }

    /// Shows what was open before the job whose number is `job` began to show drafts, if it did.
    pub(super) fn give_back(&mut self, job: JobId) {
        let opening = self.opening.take_if(|opening| opening.job == job);
        if let Some(former) = opening.and_then(|opening| opening.former) {
            let camera = self.state.bring_back(*former);
            self.map.camera.look_at(camera);
            self.refresh();
        }
    }

    /// Takes in files that were read, unless others are being opened instead.
    pub(super) fn opened(
        &mut self,
        job: JobId,
        files: Vec<PathBuf>,
        result: Result<Opened, ReadError>,
        lost: &[(PathBuf, ReadError)],
    ) {
        if self.opening.as_ref().is_none_or(|it| it.job != job) {
            return;
        }
        match result {
            Ok(opened) => {
                self.read(job, files, opened);
                self.tell_lost(lost);
            }
            Err(error) => {
                self.give_back(job);
                if !lost.is_empty() {
                    self.map.camera.look_at(Pose::MALI);
                    return self.tell_lost(lost);
                }
                if error.is_cancelled() {
                    return self.say(Tone::Warning, "file-cancelled");
                }
                let sentence = error.sentence(&self.state.words);
                self.state.notices.post(Tone::Error, sentence);
            }
        }
    }

    fn read(&mut self, job: JobId, files: Vec<PathBuf>, opened: Opened) {
        let former = self.opening.as_ref().and_then(|it| it.former.as_ref());
        let current = former.map_or(&self.state.dataset, |former| &former.dataset);
        if is_later_reading(current, &files, &opened.dataset) {
            self.give_back(job);
            return self.compare_with(opened.dataset, files);
        }
        let was_drafted = self.is_drafting();
        let session = self.opening.take().and_then(|opening| opening.session);
        for file in files.iter().rev() {
            self.state.settings.remember(file);
        }
        let dataset = Arc::clone(&opened.dataset);
        if was_drafted && (session.is_some() || views::view_of(&dataset).is_none()) {
            self.grow(opened);
            if self.state.kept.written == self.state.briefing.changes() {
                self.state.take_bookmarks();
            }
        } else {
            self.show_opened(opened);
            if let Some(session) = &session {
                self.resumed(session);
            }
        }
        if let Some(session) = &session {
            // Among the first records it may not have been.
            if self.state.selection.selected.is_none() {
                let selected = session.selected.as_ref();
                self.state.selection.selected = selected.and_then(|it| it.row_in(&dataset));
            }
            return;
        }
        self.tell_of(&names(&files), &dataset);
    }

    /// Says what was opened, and asks what has to be asked.
    fn tell_of(&mut self, name: &str, dataset: &Dataset) {
        let issues = dataset.issues().len() + dataset.unlisted_issues();
        let args = args!(name: name, n: dataset.len(), issues: issues);
        if issues > 0 {
            self.say_with(Tone::Warning, "file-opened-issues", args);
        } else {
            self.say_with(Tone::Done, "file-opened", args);
        }
        let mut presets = dataset.parts().iter().map(|part| part.mapping.preset());
        if asks_for_fields(dataset, &self.state.settings.layouts) {
            self.state.dialog = Some(Dialog::Mapping);
        } else if let Some(preset) = presets.find_map(|preset| preset) {
            let args = args!(preset: preset.title());
            self.say_with(Tone::Done, "mapping-read-as", args);
        }
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

#[cfg(test)]
mod tests;
