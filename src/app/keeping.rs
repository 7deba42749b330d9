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
    settings::{Settings, SettingsKeeper, Trouble},
    text::args,
    ui::notice::Tone,
};

use super::{App, jobs::Outcome};

/// Settings are written when they have not changed for this long, in seconds: a window whose edge is
/// dragged changes them with every frame.
const CALM: f64 = 0.5;

/// What is known of the files that are kept.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// Writes the settings; `None`: they are kept nowhere.
    keeper: Option<SettingsKeeper>,
    /// The settings as they were seen last, and when they became so, in seconds.
    seen: Settings,
    since: f64,
    /// How often they were written, and what was written last.
    number: u64,
    written: Settings,
    /// Files of which it was said that they could not be written.
    told: BTreeSet<PathBuf>,
    /// Whether nobody sees the window any more.
    is_over: bool,
}

impl Keeping {
    /// Keeps what was read at `path` as `read`.
    pub(super) fn of(path: Option<&Path>, read: &Settings) -> Self {
        Self {
            keeper: path.map(|path| SettingsKeeper::new(path, read)),
            seen: read.clone(),
            written: read.clone(),
            ..Self::default()
        }
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
        let (settings, keeping) = (&self.state.settings, &mut self.keeping);
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
        self.tasks
            .start("settings", String::new(), move |_| Outcome::Saved {
                path: keeper.path().to_path_buf(),
                result: keeper.save(&settings, number),
            });
    }

    /// Writes everything at once: no thread outlives the window.
    pub(super) fn keep_all_at_once(&mut self) {
        self.keeping.is_over = true;
        self.keep_session_at_once();
        self.keep_briefing_at_once();
        if let Some(keeper) = self.keeping.keeper.clone() {
            let result = keeper.save(&self.state.settings, self.keeping.number + 1);
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
        let reason = error.sentence(&self.state.words);
        let args = args!(reason: reason.as_str());
        if self.keeping.is_over {
            let sentence = self.state.words.with("settings-not-saved", args);
            // Nobody is left to be told that nobody can be told.
            let _ = writeln!(std::io::stderr(), "{sentence}");
        } else if self.keeping.told.insert(path.to_path_buf()) {
            self.say_with(Tone::Warning, "settings-not-saved", args);
        }
    }
}
