//! The shell: the state of the program, the one door through which it changes, and the frame.
//!
//! A frame goes: [`App::logic`](eframe::App::logic) takes in finished jobs; then the panels are
//! drawn from a read-only [`Scene`](crate::ui::Scene) and push commands; dispatch carries them out;
//! the map is drawn last, so that it shows this frame's time, and its commands are carried out too.

mod change_days;
mod comparison;
mod derived;
mod dispatch;
mod finding;
mod frame;
mod headless;
mod hearing;
mod jobs;
mod keeping;
mod keys;
mod lagging;
mod launch;
mod looks;
mod meter;
mod names;
mod opening;
mod order;
mod panels;
mod picture;
mod reload;
mod session;
mod state;
mod writing;

use std::{path::PathBuf, sync::Arc, time::Instant};

use egui::Context;

use crate::{
    command::Commands,
    io,
    map::{
        MapView,
        basemap::{ArchiveError, Basemap, Spawn},
        camera::Pose,
    },
    settings::Loaded,
    store::Dataset,
    task::{self, JobId, Progress, Tasks},
    theme::fonts,
};

pub use headless::{Cost, Headless, Scrub};
pub use launch::{Drawing, run};

use derived::Wanted;
use jobs::Outcome;
use keeping::Keeping;
use meter::Meter;
use opening::Opening;
use session::KeptSession;
use state::State;

/// The program with its window.
pub struct App {
    state: State,
    map: MapView,
    tasks: Tasks<Outcome>,
    commands: Commands,
    /// What is written for the next start.
    keeping: Keeping,
    session: KeptSession,
    /// What the looks of egui were last set to.
    applied: Option<looks::Looks>,
    last_frame: Option<Instant>,
    meter: Meter,
    /// Files that are being read.
    opening: Option<Opening>,
    /// The job that makes an engine.
    indexing: Option<(JobId, Wanted)>,
    /// The revision of the dataset whose records are read for who says what.
    heard: Option<u64>,
    /// The job that finds out what the axis of time shows.
    summarising: Option<JobId>,
    /// The job that counts records by where they lie.
    counting: Option<JobId>,
    /// Whether the map is to show all of a dataset as soon as it is known how far it reaches.
    fits_when_known: bool,
}

impl App {
    /// The program with the records inside it open.
    ///
    /// # Errors
    /// When the basemap inside the program is damaged.
    pub fn new(
        ctx: &Context,
        loaded: Loaded,
        settings_path: Option<PathBuf>,
    ) -> Result<Self, ArchiveError> {
        fonts::install(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let read = loaded.read.as_ref().unwrap_or(&loaded.settings);
        let keeping = Keeping::of(settings_path.as_deref(), read);
        let path = settings_path.as_deref();
        let session = KeptSession::of(path, &loaded.session);
        ctx.add_plugin(keys::Turns::default());
        let dataset = Dataset::from_parts(vec![io::read::bundled()]);
        let mut state = State::new(dataset, loaded.settings, settings_path);
        state.theme = crate::theme::Theme::of(state.shade(ctx));
        let basemap = Arc::new(Basemap::embedded()?);
        let pose = loaded.session.view.as_ref().and_then(|view| view.camera);
        let pose = pose.unwrap_or(Pose::MALI);
        let map = MapView::new(ctx, basemap, pose, &state.theme, &Workers);
        let wake = ctx.clone();
        let tasks = Tasks::new(Arc::new(move || wake.request_repaint()));
        let mut app = Self {
            state,
            map,
            tasks,
            commands: Commands::default(),
            keeping,
            session,
            applied: None,
            last_frame: None,
            meter: Meter::default(),
            opening: None,
            indexing: None,
            heard: None,
            summarising: None,
            counting: None,
            fits_when_known: false,
        };
        app.keep_looks(ctx);
        app.state.show_whole_range();
        app.state.take_bookmarks();
        let _ = app.state.refresh();
        app.greet(loaded.trouble, loaded.session_trouble);
        app.resume(loaded.session);
        if let Some(path) = app.state.settings.basemap.clone() {
            app.set_basemap(Some(path));
        }
        Ok(app)
    }

    /// Opens the files that the program was started with.
    pub fn open_at_start(&mut self, files: Vec<PathBuf>) {
        if !files.is_empty() {
            self.open(files);
        }
    }

    /// Brings what is derived up to date with what was changed.
    fn refresh(&mut self) {
        let Self {
            meter,
            state,
            tasks,
            ..
        } = self;
        let refreshed = meter.of(|| {
            let wanted = state.refresh();
            state.compare(tasks);
            wanted
        });
        self.hear();
        let Some(wanted) = refreshed else {
            return;
        };
        self.index(wanted);
    }

    /// Makes an engine, instead of any that is being made. What still serves is let
    /// finish first: then the rest is asked for again.
    fn index(&mut self, wanted: Wanted) {
        match &self.indexing {
            Some((_, before)) if before.serves(&wanted) => return,
            Some((before, _)) => self.tasks.cancel(*before),
            None => {}
        }
        let made = wanted.clone();
        let job = move |progress: &Progress| jobs::index(&made, progress);
        let id = self.tasks.start("index", String::new(), job);
        self.indexing = Some((id, wanted));
    }
}

/// Threads that draw the basemap.
struct Workers;

impl Spawn for Workers {
    fn spawn(&self, name: &str, job: Box<dyn FnOnce() + Send>) {
        if !task::spawn(name, job) {
            log::error!("the system refused a thread for {name}");
        }
    }
}
