//! One frame: panels, commands, map, commands.

use std::time::Instant;

use egui::{CentralPanel, Context, RawInput, Ui, ViewportCommand};

use crate::{
    command::Commands, io::document::has_own_ending, map::overlays::density, session::TablePlace,
    theme::basemap::BasemapPalette, timeline::TimeState, ui,
};

use super::{
    App, dispatch,
    document::{Answers, Document},
    panels::panels_ui,
};

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, _input: &mut RawInput) {
        self.sync_style(ctx);
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.begin_frame(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw_frame(ui);
    }

    /// The sea, behind tiles that have not come yet.
    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        BasemapPalette::of(self.state.chrome.theme.shade)
            .sea
            .to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.room.cancel_all();
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
        if dispatch::time::advance(&mut self.state.document, passed) {
            self.refresh();
            ctx.request_repaint();
        }
        if let Some(rest) = self.state.notices.expire(now) {
            ctx.request_repaint_after(rest);
        }
        self.watch_closing(ctx);
        self.take_drops(ctx);
        self.take_keys(ctx);
        ui::focus::follow_focus(ctx);
    }

    /// Draws everything and carries out what was asked for meanwhile.
    pub(super) fn draw_frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let mut commands = std::mem::take(&mut self.commands);
        self.keep_answers(&ctx);
        let jobs = self.room.underway();
        let has_table = self.has_table_instead();
        panels_ui(ui, &self.state.context(&jobs), &self.meter, &mut commands);
        ui::kit::let_go_of_hover(&ctx, &mut commands);
        self.dispatch(&ctx, &mut commands);
        self.middle_ui(ui, has_table, &mut commands);
        let jobs = self.room.underway();
        let context = self.state.context(&jobs);
        ui::notice::notices_ui(ui, &context, &mut commands);
        let map = self.map.seen().map_or(ui.max_rect(), |view| view.rect);
        ui::progress::progress_ui(ui, &context, map, &mut commands);
        ui::dialog::dialog_ui(ui, &context, &mut commands);
        ui::drop::drop_ui(ui, &context);
        ui::focus::focus_ring(&ctx, context.theme);
        self.dispatch(&ctx, &mut commands);
        self.watch_history(&ctx);
        self.keep_briefing(&ctx);
        self.keep_title(&ctx);
        self.keep_size(&ctx);
        self.keep_settings(&ctx);
        self.keep_session(&ctx);
        self.sync_style(&ctx);
    }
}

/// What is known of what is open is brought up to date before anything is drawn.
impl App {
    /// Asks for everything that panels show and that has changed.
    pub(super) fn keep_answers(&mut self, ctx: &Context) {
        self.keep_search();
        if !self.is_drafting() {
            self.keep_names();
        }
        self.keep_order();
        self.keep_axis_summary(ctx);
        self.keep_density();
        self.keep_preview(ctx);
        let state = &mut self.state;
        state.reader.keep_cites(&self.room, &state.document.dataset);
    }

    /// Counts records by where they lie in view, where that is to be shown.
    fn keep_density(&mut self) {
        let seen = self.map.seen();
        let records = self.state.document.dataset.len();
        let wanted = self.state.settings.density();
        let seen = seen.filter(|view| density::is_shown(wanted, records, view.zoom));
        self.state.chrome.shows_density = seen.is_some();
        if let Some(view) = seen {
            let raster = density::raster(&view);
            let document = &mut self.state.document;
            let derived = &mut document.answers.derived;
            derived.ask_density(&self.room, &document.filter, raster);
        }
    }

    /// Finds out for the axis of time what lies in the part of the map that is looked at.
    fn keep_axis_summary(&mut self, ctx: &Context) {
        let Document {
            dataset,
            answers,
            filter,
            time,
            ..
        } = &mut self.state.document;
        let seen = self.map.in_view(answers.derived.engine());
        if answers.in_view != seen {
            answers.in_view = seen;
            ctx.request_repaint();
        }
        let extent = TimeState::extent_or_default(dataset.extent_in_time());
        let range = time.range(extent);
        let width = time.width;
        let derived = &mut answers.derived;
        derived.ask_axis_summary(&self.room, filter, range, width, answers.in_view);
    }
}

impl App {
    fn middle_ui(&mut self, ui: &mut Ui, has_table: bool, commands: &mut Commands) {
        CentralPanel::no_frame().show(ui, |ui| {
            let jobs = self.room.underway();
            let context = self.state.context(&jobs);
            self.meter.of(|| {
                if has_table {
                    ui::table::table_ui(ui, &context, commands);
                } else {
                    ui::map::map_ui(ui, &context, &mut self.map, commands);
                }
            });
        });
    }

    /// Whether the table is in the place of the map. Asked before panels are drawn, so that what they ask for shows it once.
    fn has_table_instead(&self) -> bool {
        let table = &self.state.settings.table;
        let is_there = table.is_open && table.place == TablePlace::Instead;
        is_there && !self.state.chrome.is_presenting
    }

    /// Brings the rows of the table up to date where it is open.
    fn keep_order(&mut self) {
        let state = &mut self.state;
        let document = &mut state.document;
        // While what matches is being found out, the rows that matched before stay.
        if state.settings.table.is_open && !document.answers.derived.is_behind() {
            let question = document.order_question(&state.settings, &state.chrome.words);
            let Answers { derived, order, .. } = &mut document.answers;
            let matching = derived.engine().matching();
            let visible = derived.visible();
            order.update(&self.room, &document.dataset, matching, question, visible);
        }
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
        let (documents, dropped): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| has_own_ending(path));
        self.read_documents(documents);
        let (archives, files): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| is_archive(path));
        if let Some(archive) = archives.into_iter().next() {
            self.set_basemap(Some(archive));
        }
        if !files.is_empty() {
            self.add(files);
        }
    }

    /// The title of the window says what is open.
    fn keep_title(&mut self, ctx: &Context) {
        let title = self.state.document.window_title();
        if self.state.chrome.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.state.chrome.title = title;
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
