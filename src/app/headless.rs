//! The program without a window: the same frames, laid out and cut into triangles but not drawn, and
//! what they cost the processor.

use std::{path::PathBuf, time::Duration};

use egui::{Context, Event, FullOutput, RawInput, Rect, Vec2, pos2, vec2};

use crate::{
    command::{Commands, TimeCommand},
    io::clock::thread_time,
    map::{basemap::ArchiveError, overlays},
    model::{Bounds, DAY, Second, Window},
    settings::{Loaded, Settings},
    timeline::TimeState,
    work,
};

use super::{App, meter::FrameMeter};

/// Seconds that pass from frame to frame.
const FRAME_SECONDS: f64 = 1.0 / 60.0;
/// Frames without any work under way after which fonts, tiles and layout count as settled.
const QUIET_FRAMES: usize = 12;
/// How long to wait for other threads before the next frame.
const POLL_TIMEOUT: Duration = Duration::from_millis(5);

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
        let loaded = Loaded::from(settings);
        let mut app = App::new(&ctx, loaded, None)?;
        app.meter = FrameMeter::running();
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
        let before = self.app.state.document.dataset.revision();
        self.app.open(files);
        self.settle();
        if self.app.state.document.dataset.revision() == before {
            return Err(self.app.state.notices.last_sentence().unwrap_or_default());
        }
        self.app.state.chrome.dialog = None;
        self.settle();
        Ok(())
    }

    /// Number of records that are open.
    #[must_use]
    pub fn records(&self) -> usize {
        self.app.state.document.dataset.len()
    }

    /// The whole days that the records lie in.
    #[must_use]
    pub fn extent(&self) -> Bounds {
        TimeState::extent_or_default(self.app.state.document.dataset.extent_in_time())
    }

    /// Draws frames until no job is under way and everything has found its place.
    pub fn settle(&mut self) {
        let mut quiet = 0;
        while quiet < QUIET_FRAMES {
            self.frame(Vec::new());
            let is_busy = !self.app.room.is_idle()
                || !self.app.map.is_complete()
                || self.app.map.camera.is_moving();
            quiet = if is_busy { 0 } else { quiet + 1 };
            work::pause(POLL_TIMEOUT);
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
        let whole = thread_time().saturating_sub(begin);
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

/// What frames cost while the window moves through time.
#[derive(Clone, Debug, Default)]
pub struct Scrub {
    /// One cost a step, in the order of time.
    pub costs: Vec<Cost>,
    /// Records that are open.
    pub rows: usize,
}

impl Scrub {
    /// Opens `files` and moves a window of `days` days over all their records in `steps` equal steps; the map shows
    /// marks, or with `density` how many records lie where.
    ///
    /// # Errors
    /// A sentence, when a file cannot be read or the program is damaged.
    pub fn of(
        files: Vec<PathBuf>,
        steps: usize,
        days: usize,
        density: bool,
    ) -> Result<Self, String> {
        let mut program = Headless::new(SIZE).map_err(|error| error.to_string())?;
        let overlays = &mut program.app.state.settings.overlays;
        overlays.set(overlays::density::ID, density);
        program.app.state.settings.marks_of_many = !density;
        if !files.is_empty() {
            program.open(files)?;
        }
        let extent = program.extent();
        let length = Second::try_from(days.max(1)).unwrap_or(1) * DAY;
        let room = (extent.length() - length).max(0) / DAY;
        let last = Second::try_from(steps.max(2) - 1).unwrap_or(1);
        let window = |step: Second| {
            let first = extent.earliest + room * step / last * DAY;
            Window::new(first, first + length - 1)
        };
        // The first frames find what the others remember.
        for step in 0..WARMING {
            program.measured(window(step % (last + 1)));
        }
        program.settle();
        let costs = (0..=last).map(|step| program.measured(window(step)));
        Ok(Self {
            costs: costs.collect(),
            rows: program.records(),
        })
    }

    /// The cost that a share of the frames keeps within, in milliseconds: all of it, and what is ours.
    #[must_use]
    pub fn within(&self, share: f64) -> [f64; 2] {
        let of = |part: fn(&Cost) -> Duration| {
            let mut times: Vec<Duration> = self.costs.iter().map(part).collect();
            times.sort_unstable();
            let rank = (share * times.len() as f64).ceil().max(1.0) as usize - 1;
            let time = times.get(rank).copied().unwrap_or_default();
            (time.as_secs_f64() * 1e7).round() / 1e4
        };
        [of(|cost| cost.whole), of(|cost| cost.ours)]
    }
}

/// The window that figures are quoted for, in points.
const SIZE: Vec2 = vec2(1280.0, 800.0);
/// Frames that are not counted.
const WARMING: Second = 8;
