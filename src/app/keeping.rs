//! What outlives the window: settings and bookmarks, written a moment after they change and at the end.

use std::{
    collections::BTreeSet,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use egui::Context;

use crate::{
    io::WriteError,
    settings::{Loaded, Settings, SettingsKeeper, Trouble},
    text::args,
    ui::notice::Tone,
    work::Job,
};

use super::{App, save_outcome::SaveOutcome, session::KeptSession};

/// Settings are written when they have not changed for this long, in seconds: a window whose edge is
/// dragged changes them with every frame.
const CALM: f64 = 0.5;

/// What is known of the files that are kept.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// Where settings are kept; `None`: nothing is kept.
    settings_path: Option<PathBuf>,
    settings: KeptSettings,
    /// What is open.
    pub session: KeptSession,
    /// Files that are being written.
    pub writing: Vec<Job<SaveOutcome>>,
    /// Files of which it was said that they could not be written.
    told: BTreeSet<PathBuf>,
    /// Whether nobody sees the window any more.
    is_over: bool,
}

/// What is known of the settings that are kept.
#[derive(Debug, Default)]
struct KeptSettings {
    /// Writes them; `None`: they are kept nowhere.
    keeper: Option<SettingsKeeper>,
    /// As they were seen last, and when they became so, in seconds.
    seen: Settings,
    since: f64,
    /// How often they were written, and what was written last.
    number: u64,
    written: Settings,
}

impl Keeping {
    /// Keeps at `settings_path` and beside it what was `loaded` from there.
    pub(super) fn of(settings_path: Option<PathBuf>, loaded: &Loaded) -> Self {
        let path = settings_path.as_deref();
        let read = loaded.read.as_ref().unwrap_or(&loaded.settings);
        Self {
            settings: KeptSettings {
                keeper: path.map(|path| SettingsKeeper::new(path, read)),
                seen: read.clone(),
                written: read.clone(),
                ..KeptSettings::default()
            },
            session: KeptSession::of(path, &loaded.session),
            settings_path,
            ..Self::default()
        }
    }

    /// Where settings are kept; `None`: nowhere.
    pub(super) fn settings_path(&self) -> Option<&Path> {
        self.settings_path.as_deref()
    }
}

impl App {
    /// Says what the analyst must know about the start.
    pub(super) fn greet(&mut self, trouble: Option<Trouble>, of_session: Option<Trouble>) {
        if let Some(trouble) = trouble {
            let keys = ["settings-set-aside", "settings-unreadable"];
            self.state.tell_trouble(keys, trouble);
        }
        if let Some(trouble) = of_session {
            let keys = ["session-set-aside", "session-unreadable"];
            self.state.tell_trouble(keys, trouble);
        }
    }

    /// Writes the settings in the background once they have come to rest.
    pub(super) fn keep_settings(&mut self, ctx: &Context) {
        let (settings, keeping) = (&self.state.settings, &mut self.keeping.settings);
        let Some(keeper) = keeping.keeper.clone() else {
            return;
        };
        let now = ctx.input(|input| input.time);
        if *settings != keeping.seen {
            keeping.seen.clone_from(settings);
            keeping.since = now;
        }
        if *settings == keeping.written {
            return;
        }
        let rest = keeping.since + CALM - now;
        if rest > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(rest));
            return;
        }
        keeping.written.clone_from(settings);
        keeping.number += 1;
        let (settings, number) = (settings.clone(), keeping.number);
        let job = self.room.start("settings", "", move |_| SaveOutcome {
            path: keeper.path().to_path_buf(),
            result: keeper.save(&settings, number),
        });
        self.keeping.writing.push(job);
    }

    /// Hears what came of files that were written.
    pub(super) fn take_written(&mut self) {
        for ended in Job::take_all_ended(&mut self.keeping.writing) {
            match ended.answer() {
                Some(SaveOutcome { path, result }) => self.saved(&path, result),
                None => self.say(Tone::Error, "file-stopped"),
            }
        }
    }

    /// Writes everything at once: no thread outlives the window.
    pub(super) fn keep_all_at_once(&mut self) {
        self.keeping.is_over = true;
        self.keep_session_at_once();
        self.keep_briefing_at_once();
        if let Some(keeper) = self.keeping.settings.keeper.clone() {
            let result = keeper.save(&self.state.settings, self.keeping.settings.number + 1);
            self.saved(keeper.path(), result);
        }
    }

    /// Says that a file of the program's own could not be written: once until it can be again. When the
    /// window has gone it is said on standard error.
    pub(super) fn saved(&mut self, path: &Path, result: Result<(), WriteError>) {
        let Err(error) = result else {
            self.keeping.told.remove(path);
            return;
        };
        let reason = error.sentence(&self.state.chrome.words);
        let args = args!(reason: reason.as_str());
        if self.keeping.is_over {
            let sentence = self.state.chrome.words.with("settings-not-saved", args);
            // Nobody is left to be told that nobody can be told.
            let _ = writeln!(std::io::stderr(), "{sentence}");
        } else if self.keeping.told.insert(path.to_path_buf()) {
            self.say_with(Tone::Warning, "settings-not-saved", args);
        }
    }
}
