//! One frame: panels, commands, map, commands.

use std::time::Instant;

use egui::{CentralPanel, Context, RawInput, Ui, ViewportCommand};

use crate::{
    command::Commands,
    map::overlays::density,
    task::Progress,
    theme::basemap::BasemapPalette,
    timeline::TimeState,
    ui::{self, Scene},
};

use super::{App, dispatch, jobs, panels::panels_ui, state::State};

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, _input: &mut RawInput) {
        self.keep_looks(ctx);
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.begin_frame(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw_frame(ui);
    }

    /// The sea, behind tiles that have not come yet.
    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        BasemapPalette::of(self.state.theme.shade)
            .sea
            .to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.tasks.cancel_all();
        self.keep_all_at_once();
    }
}

impl App {
    /// Takes in what came since the last frame: finished jobs, time, files, keys.
    pub(super) fn begin_frame(&mut self, ctx: &Context) {
        self.take_finished(ctx);
        let now = Instant::now();
        let passed = self
            .last_frame
            .map_or(0.0, |last| (now - last).as_secs_f64());
        self.last_frame = Some(now);
        if dispatch::time::advance(
            &mut self.state.time,
            &mut self.state.filter,
            (&self.state.dataset, self.state.change_days.known()),
            passed,
        ) {
            self.refresh();
            ctx.request_repaint();
        }
        if let Some(rest) = self.state.notices.expire(now) {
            ctx.request_repaint_after(rest);
        }
        self.take_drops(ctx);
        self.take_keys(ctx);
        ui::focus::follow_focus(ctx);
    }

    /// Draws everything and carries out what was asked for meanwhile.
    pub(super) fn draw_frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut commands = std::mem::take(&mut self.commands);
        self.keep_search();
        if !self.is_drafting() {
            self.keep_names();
        }
        self.keep_order();
        self.keep_axis_summary(&ctx);
        self.keep_density();
        self.keep_preview(&ctx);
        panels_ui(ui, &self.scene(), &self.meter, &mut commands);
        self.dispatch(&ctx, &mut commands);
        self.map_ui(ui, &mut commands);
        let scene = self.scene();
        ui::notice::notices_ui(ui, &scene, &mut commands);
        let map = self.map.seen().map_or(ui.max_rect(), |view| view.rect);
        ui::progress::progress_ui(ui, &scene, map, &mut commands);
        ui::dialog::dialog_ui(ui, &scene, &mut commands);
        ui::focus::focus_ring(&ctx, scene.theme);
        self.dispatch(&ctx, &mut commands);
        self.watch_history(&ctx);
        self.keep_briefing(&ctx);
        self.keep_title(&ctx);
        self.keep_size(&ctx);
        self.keep_settings(&ctx);
        self.keep_session(&ctx);
        self.keep_looks(&ctx);
    }
}

impl App {
    /// Counts records by where they lie in view, where that is to be shown.
    fn keep_density(&mut self) {
        let State {
            derived,
            filter,
            settings,
            ..
        } = &mut self.state;
        let Some(view) = self
            .map
            .seen()
            .filter(|_| settings.overlays.is_on(density::ID))
        else {
            return;
        };
        let raster = density::raster(&view);
        if let Some(wanted) = derived.ask_density(filter, raster) {
            let job = move |_: &Progress| jobs::density(wanted);
            self.counting = Some(self.tasks.start("density", String::new(), job));
        }
    }

    /// Finds out for the axis of time what lies in the part of the map that is looked at.
    fn keep_axis_summary(&mut self, ctx: &Context) {
        let State {
            dataset,
            derived,
            filter,
            time,
            in_view,
            ..
        } = &mut self.state;
        let seen = self.map.in_view(derived.engine());
        if *in_view != seen {
            *in_view = seen;
            ctx.request_repaint();
        }
        let extent = TimeState::extent_or_default(dataset.extent_in_time());
        let axis = (time.range(extent), time.width);
        if let Some(wanted) = derived.ask_axis_summary(filter, axis, *in_view) {
            let job = move |_: &Progress| jobs::axis_summary(wanted);
            self.summarising = Some(self.tasks.start("axis_summary", String::new(), job));
        }
    }
}

impl App {
    fn map_ui(&mut self, ui: &mut Ui, commands: &mut Commands) {
        CentralPanel::no_frame().show(ui, |ui| {
            let scene = self.state.scene(self.tasks.running());
            self.meter
                .of(|| ui::map::map_ui(ui, &scene, &mut self.map, commands));
        });
    }

    /// Brings the rows of the table up to date where it is open.
    fn keep_order(&mut self) {
        let state = &mut self.state;
        // While what matches is being found out, the rows that matched before stay.
        if state.settings.table.is_open && !state.derived.is_behind() {
            let question = state.order_question();
            let (tasks, matching) = (&mut self.tasks, state.derived.engine().matching());
            state
                .order
                .update(tasks, &state.dataset, matching, question);
        }
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        self.state.scene(self.tasks.running())
    }

    /// Opens what was dropped on the window; an archive of tiles becomes the basemap.
    fn take_drops(&mut self, ctx: &Context) {
        let dropped: Vec<_> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_path_buf()).collect()
        });
        let is_archive = |path: &std::path::Path| {
            path.extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("pmtiles"))
        };
        let (archives, files): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| is_archive(path));
        if let Some(archive) = archives.into_iter().next() {
            self.set_basemap(Some(archive));
        }
        if !files.is_empty() {
            self.open(files);
        }
    }

    /// The title of the window says what is open.
    fn keep_title(&mut self, ctx: &Context) {
        let title = self.state.window_title();
        if self.state.shown_title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.state.shown_title = title;
        }
    }

    /// Remembers how large the window is, unless it fills the screen, and whether it does.
    fn keep_size(&mut self, ctx: &Context) {
        let (size, is_maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            let is_full = viewport.fullscreen == Some(true);
            let is_maximized = viewport.maximized.filter(|_| !is_full);
            let fills_screen = is_full || is_maximized == Some(true);
            let size = viewport.inner_rect.map(|rect| rect.size());
            (size.filter(|_| !fills_screen), is_maximized)
        });
        let settings = &mut self.state.settings;
        settings.is_maximized = is_maximized.unwrap_or(settings.is_maximized);
        if let Some(size) = size {
            settings.window_size = (size * ctx.zoom_factor()).into();
        }
    }
}
