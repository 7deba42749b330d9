//! The program without a window: the same frames, laid out and cut into triangles but not drawn, and
//! what they cost the processor.

use std::{path::PathBuf, time::Duration};

use egui::{Context, Event, FullOutput, RawInput, Rect, Vec2, pos2};

use crate::{
    command::{Commands, TimeCommand},
    io::clock::thread_time,
    map::basemap::ArchiveError,
    model::{Bounds, Window},
    settings::{Loaded, Settings},
    timeline::TimeState,
};

use super::{App, meter::Meter};

/// Seconds that pass from frame to frame.
const FRAME_SECONDS: f64 = 1.0 / 60.0;
/// Frames without any work under way after which fonts, tiles and layout count as settled.
const QUIET_FRAMES: usize = 12;
/// How long to wait for other threads before the next frame.
const PATIENCE: Duration = Duration::from_millis(5);

/// What a frame costs the thread that draws.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// All of it: layout and triangles.
    pub whole: Duration,
    /// What is done for the records: counts, marks and the map they stand on, timeline.
    pub ours: Duration,
}

/// The program, and the clock that its frames see.
pub struct Headless {
    ctx: Context,
    app: App,
    size: Vec2,
    seconds: f64,
}

impl Headless {
    /// The program in English with the records inside it open, in a window of `size` points.
    ///
    /// # Errors
    /// When the basemap inside the program is damaged.
    pub fn new(size: Vec2) -> Result<Self, ArchiveError> {
        let ctx = Context::default();
        let settings = Settings {
            language: Some("en".to_owned()),
            ..Settings::default()
        };
        let loaded = Loaded {
            settings,
            set_aside: None,
        };
        let mut app = App::new(&ctx, loaded, None)?;
        app.meter = Meter::running();
        let mut headless = Self {
            ctx,
            app,
            size,
            seconds: 0.0,
        };
        headless.settle();
        Ok(headless)
    }

    /// Opens files as if they were dropped on the window, and waits until they are shown. The answer is
    /// the last sentence that the program said about them, where they were not.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn open(&mut self, files: Vec<PathBuf>) -> Result<(), String> {
        let before = self.app.state.dataset.revision();
        self.app.open(files);
        self.settle();
        if self.app.state.dataset.revision() == before {
            return Err(self.app.state.notices.last_sentence().unwrap_or_default());
        }
        self.app.state.dialog = None;
        self.settle();
        Ok(())
    }

    /// Number of records that are open.
    #[must_use]
    pub fn records(&self) -> usize {
        self.app.state.dataset.len()
    }

    /// The whole days that the records lie in.
    #[must_use]
    pub fn extent(&self) -> Bounds {
        TimeState::extent_or_default(self.app.state.dataset.columns().extent_in_time())
    }

    /// Draws frames until no job is under way and everything has found its place.
    pub fn settle(&mut self) {
        let mut quiet = 0;
        while quiet < QUIET_FRAMES {
            self.frame(Vec::new());
            let is_busy = !self.app.tasks.running().is_empty() || !self.app.map.is_complete();
            quiet = if is_busy { 0 } else { quiet + 1 };
            std::thread::sleep(PATIENCE);
        }
    }

    /// Shows `window` in the next frame, as a drag on the timeline would.
    pub fn scrub_to(&mut self, window: Window) {
        let mut commands = Commands::default();
        commands.push(TimeCommand::Drag(window));
        self.app.dispatch(&self.ctx.clone(), &mut commands);
    }

    /// One frame, laid out.
    pub fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        self.seconds += FRAME_SECONDS;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), self.size)),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        let Self { ctx, app, .. } = self;
        let mut output = ctx.run_ui(input, |ui| {
            app.begin_frame(&ui.ctx().clone());
            app.draw_frame(ui);
        });
        output.textures_delta.clear();
        output
    }

    /// Scrubs to `window`, draws the frame and cuts it into triangles.
    pub fn measured(&mut self, window: Window) -> Cost {
        self.app.meter.take();
        let begin = thread_time();
        self.scrub_to(window);
        let output = self.frame(Vec::new());
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let whole = thread_time() - begin;
        drop(triangles);
        Cost {
            whole,
            ours: self.app.meter.take(),
        }
    }

    /// The context that the frames are drawn in.
    #[must_use]
    pub const fn context(&self) -> &Context {
        &self.ctx
    }
}
