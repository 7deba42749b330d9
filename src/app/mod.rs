//! The shell: the state of the program, the one door through which it changes, and the frame.
//!
//! A frame goes: [`App::logic`](eframe::App::logic) takes in finished jobs; then the panels are
//! drawn from a read-only [`PanelContext`](crate::ui::PanelContext) and push commands; dispatch carries them out;
//! the map is drawn last, so that it shows this frame's time, and its commands are carried out too.

mod authoring;
mod beside;
mod change_days;
mod chrome;
mod clip;
mod comparison;
mod derived;
mod dispatch;
mod document;
mod evidence;
mod finding;
mod finished;
mod frame;
mod headless;
mod keeping;
mod keys;
mod launch;
mod meter;
mod names;
mod open_files;
mod opening;
mod order;
mod panels;
mod picking;
mod picture;
mod reader;
mod reading;
mod reload;
mod report;
mod save_outcome;
mod session;
mod stage;
mod state;
mod style_sync;
mod verifying;
mod writing;

use std::{path::PathBuf, sync::Arc, time::Instant};

use egui::Context;

use crate::{
    command::Commands,
    data::{Dataset, Said},
    io,
    map::{
        MapView,
        basemap::{ArchiveError, Basemap, Spawn},
        camera::Pose,
    },
    settings::Loaded,
    theme::fonts,
    work::{self, Room},
};

pub use headless::{Cost, Headless, Scrub};
pub use launch::{Drawing, run};
pub use stage::Stage;

use keeping::Keeping;
use meter::FrameMeter;
use opening::FilesOpening;
use state::State;

/// The program with its window.
pub struct App {
    state: State,
    map: MapView,
    /// Where all work goes on that takes longer than a frame.
    room: Room,
    commands: Commands,
    /// What is written for the next start.
    keeping: Keeping,
    /// Files that are being read.
    opening: Option<FilesOpening>,
    last_frame: Option<Instant>,
    meter: FrameMeter,
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
        ctx.add_plugin(keys::Turns::default());
        let keeping = Keeping::of(settings_path, &loaded);
        let dataset = Dataset::from_parts(vec![io::read::bundled()]);
        let mut state = State::new(dataset, loaded.settings);
        state.chrome.theme = crate::theme::Theme::of(state.shade(ctx));
        let basemap = Arc::new(Basemap::embedded()?);
        let pose = loaded.session.view.as_ref().and_then(|view| view.camera);
        let begins_at = pose.unwrap_or(Pose::MALI);
        let map = MapView::new(ctx, basemap, begins_at, &state.chrome.theme, &Workers);
        let wake = ctx.clone();
        let mut app = Self {
            state,
            map,
            room: Room::new(Arc::new(move || wake.request_repaint())),
            commands: Commands::default(),
            keeping,
            opening: None,
            last_frame: None,
            meter: FrameMeter::default(),
        };
        app.sync_style(ctx);
        app.state.take_bookmarks(app.keeping.settings_path());
        app.state.document.refresh(&app.room);
        if pose.is_none() {
            app.map.begin_at(app.state.document.reach_in_window());
        }
        app.greet(loaded.trouble, loaded.session_trouble);
        app.resume(loaded.session);
        if let Some(path) = app.state.settings.basemap.clone() {
            app.set_basemap(Some(path));
        }
        Ok(app)
    }

    /// Asks the system how much is to move; until it answers, things move as usual.
    fn ask_about_motion(&mut self) {
        let ask = |_: &work::Progress| io::desktop::wants_less_motion();
        let asking = self.room.start("motion", "", ask);
        self.state.chrome.jobs.motion.push(asking);
    }

    /// Opens the files that the program was started with.
    pub fn open_at_start(&mut self, files: Vec<PathBuf>, said: Said) {
        if !files.is_empty() {
            self.open_said(files, said);
        }
    }

    /// Brings what is derived up to date with what was changed.
    fn refresh(&mut self) {
        let (document, room) = (&mut self.state.document, &self.room);
        self.meter.of(|| document.refresh(room));
        document.read_evidence(room);
    }
}

/// Threads that draw the basemap.
struct Workers;

impl Spawn for Workers {
    fn spawn(&self, name: &str, job: Box<dyn FnOnce() + Send>) {
        if !work::spawn(name, job) {
            log::error!("the system refused a thread for {name}");
        }
    }
}
