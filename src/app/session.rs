//! What is open outlives the window: it is written a moment after it changes, also for a start after a
//! crash, and brought back at the next start.

use crate::model::RowId;
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use egui::Context;

use crate::{
    data::Dataset,
    io::{self, ReadError},
    session::View,
    settings::{Selected, Session, SessionKeeper},
    text::args,
    ui::notice::Tone,
};

use super::{
    App,
    document::Document,
    open_files::{files_of, names},
    save_outcome::SaveOutcome,
};

/// What is open is written when it has not changed for this long, in seconds.
const CALM: f64 = 1.0;

/// What a session is made of, as cheaply as it can be compared with every frame.
#[derive(Clone, Debug, PartialEq)]
struct SessionSeen {
    revision: u64,
    view: View,
    selected: Option<RowId>,
    bookmark: Option<(usize, bool)>,
}

/// What is known of the session that is kept.
#[derive(Debug, Default)]
pub(super) struct KeptSession {
    /// Writes it; `None`: it is kept nowhere.
    keeper: Option<SessionKeeper>,
    /// What was written last, or was there at the start; `None`: what comes to rest first.
    written: Option<SessionSeen>,
    /// What was seen last, and since when, in seconds.
    seen: Option<SessionSeen>,
    since: f64,
    number: u64,
}

impl KeptSession {
    /// Keeps what is open beside the settings at `settings`, where `read` was found.
    pub(super) fn of(settings: Option<&Path>, read: &Session) -> Self {
        Self {
            keeper: settings.map(|path| SessionKeeper::new(path, read.clone())),
            ..Self::default()
        }
    }
}

impl Document {
    /// Looks at it as `session` says.
    pub(super) fn take_session(&mut self, session: &Session) {
        if let Some(view) = &session.view {
            view.set_time(&mut self.time);
            self.set_filter(view.filter.clone());
            self.pin(view.pinned);
        }
        let selected = session.selected.as_ref();
        self.selection.selected = selected.and_then(|it| it.row_in(&self.dataset));
        if let Some((at, is_presented)) = session.bookmark
            && self.briefing.go(at).is_some()
        {
            self.briefing.present(is_presented);
        }
    }
}

impl App {
    /// Brings back what was open last: the records inside the program at once, files as soon as they are read.
    pub(super) fn resume(&mut self, session: Session) {
        if session.files.is_empty() {
            self.state.document.take_session(&session);
            self.refresh();
        } else {
            self.open_again(session);
        }
    }

    /// Shows what was read again as it was seen, and says what could not be.
    pub(super) fn resumed(&mut self, session: &Session) {
        self.state.document.take_session(session);
        self.refresh();
        if let Some(camera) = session.view.as_ref().and_then(|view| view.camera) {
            self.map.camera.look_at(camera);
            self.state.document.fits_when_known = false;
        }
    }

    /// What is about to be opened is another session than the one that is kept, even when nothing else is done.
    pub(super) fn keep_session_from_here(&mut self) {
        if self.keeping.session.written.is_none() {
            self.keeping.session.written = Some(self.seen());
        }
    }

    /// Says which files of the last session are not open again. They stay in what is kept until something is
    /// changed: a disk may only not be plugged in.
    pub(super) fn tell_lost(&mut self, lost: &[(PathBuf, ReadError)]) {
        let Some((_, first)) = lost.first() else {
            return;
        };
        self.keeping.session.written = None;
        let files: Vec<PathBuf> = lost.iter().map(|(file, _)| file.clone()).collect();
        let (names, reason) = (names(&files), first.sentence(&self.state.chrome.words));
        let args = args!(n: files.len(), names: names.as_str(), reason: reason.as_str());
        let sentence = self.state.chrome.words.with("session-lost", args);
        let notices = &mut self.state.notices;
        notices.offer(Tone::Warning, sentence, "action-start-fresh");
    }

    /// Goes back to what the program shows when nothing is remembered.
    pub(super) fn start_fresh(&mut self) {
        self.stop_opening();
        self.state.chrome.dialog = None;
        View::default().set_time(&mut self.state.document.time);
        self.show(Dataset::from_parts(vec![io::read::bundled()]).into());
        self.map.begin_at(self.state.document.reach_in_window());
        self.state.document.fits_when_known = false;
    }

    /// Writes what is open in the background once it has come to rest.
    pub(super) fn keep_session(&mut self, ctx: &Context) {
        let is_busy = self.state.document.time.playback.is_playing
            || self.map.camera.is_moving()
            || ctx.input(|input| input.pointer.any_down());
        if self.keeping.session.keeper.is_none() || self.opening.is_some() || is_busy {
            return;
        }
        let now = ctx.input(|input| input.time);
        let seen = self.seen();
        let session = &mut self.keeping.session;
        if session.seen.as_ref() != Some(&seen) {
            session.since = now;
            session.seen = Some(seen.clone());
        }
        let written = session.written.get_or_insert_with(|| seen.clone());
        if *written == seen {
            return;
        }
        let rest = session.since + CALM - now;
        if rest > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(rest));
            return;
        }
        session.written = Some(seen);
        session.number += 1;
        let number = session.number;
        if let (Some(keeper), Some(session)) =
            (self.keeping.session.keeper.clone(), self.session_now())
        {
            let job = self.room.start("session", "", move |_| SaveOutcome {
                path: keeper.path().to_path_buf(),
                result: keeper.save(session, number),
            });
            self.keeping.writing.push(job);
        }
    }

    /// Writes what is open at the end, unless it is as it was at the start.
    pub(super) fn keep_session_at_once(&mut self) {
        let is_as_it_was = self.keeping.session.written.as_ref() == Some(&self.seen());
        if self.opening.is_some() || is_as_it_was {
            return;
        }
        let number = self.keeping.session.number + 1;
        if let (Some(keeper), Some(session)) =
            (self.keeping.session.keeper.clone(), self.session_now())
        {
            let result = keeper.save(session, number);
            self.saved(keeper.path(), result);
        }
    }

    fn seen(&self) -> SessionSeen {
        let document = &self.state.document;
        let briefing = &document.briefing;
        let presented = briefing.presented().is_some();
        SessionSeen {
            revision: document.dataset.revision(),
            view: View {
                camera: Some(self.map.camera.pose()),
                ..self.view()
            },
            selected: document.selection.selected,
            bookmark: briefing.at().map(|at| (at, presented)),
        }
    }

    /// What is open; `None` where it cannot be opened again, as what came from standard input.
    fn session_now(&self) -> Option<Session> {
        let dataset = &self.state.document.dataset;
        let mut files: Vec<PathBuf> = Vec::new();
        for file in files_of(dataset) {
            let file = io::small::from_root(&file);
            if !files.contains(&file) {
                files.push(file);
            }
        }
        if files.is_empty() && !dataset.is_bundled() {
            return None;
        }
        let seen = self.seen();
        Some(Session {
            files,
            view: Some(seen.view),
            selected: seen.selected.map(|row| Selected::of(dataset, row)),
            bookmark: seen.bookmark,
        })
    }
}
