//! Carries out requests about what was seen before, and watches for steps.

use egui::Context;

use crate::{command::HistoryCommand, data::Filter, map::MapView, model::Switches, session::View};

use super::super::{App, comparison::PinnedComparison, document::Document, state::State};

pub(super) fn apply(state: &mut State, map: &mut MapView, now: f64, command: HistoryCommand) {
    match command {
        HistoryCommand::Back => {
            if let Some(view) = state.document.history.back(now) {
                show(state, map, &view);
            }
        }
        HistoryCommand::Forward => {
            if let Some(view) = state.document.history.forward(now) {
                show(state, map, &view);
            }
        }
        HistoryCommand::Undo => {
            if let Some(conditions) = state.document.history.undo(now) {
                set_conditions(&mut state.document, conditions);
            }
        }
        HistoryCommand::Redo => {
            if let Some(conditions) = state.document.history.redo(now) {
                set_conditions(&mut state.document, conditions);
            }
        }
    }
}

/// Shows `view`: its records at once, its place without a flight, and what it is compared with.
pub(in super::super) fn show(state: &mut State, map: &mut MapView, view: &View) {
    let document = &mut state.document;
    document.filter = view.filter.clone();
    view.set_time(&mut document.time);
    document.pin(view.pinned);
    state.settings.overlays.follow(&view.overlays);
    if let Some(camera) = view.camera {
        map.camera.look_at(camera);
    }
}

fn set_conditions(document: &mut Document, conditions: Filter) {
    document.filter = Filter {
        window: document.filter.window,
        ..conditions
    };
}

impl App {
    /// What is seen now. While the camera flies nobody says where it is.
    pub(in super::super) fn view(&self) -> View {
        let (camera, document) = (&self.map.camera, &self.state.document);
        let pose = (!camera.is_moving()).then(|| camera.pose());
        View {
            pinned: document.comparison.as_ref().map(PinnedComparison::side),
            overlays: self.state.settings.overlays.clone(),
            ..View::of(&document.filter, &document.time, pose)
        }
    }

    /// Lets the history see what is shown, and comes back when a change may have come to rest.
    pub(in super::super) fn watch_history(&mut self, ctx: &Context) {
        let is_held = ctx.input(|input| input.pointer.any_down());
        let is_busy =
            is_held || self.state.document.time.playback.is_playing || self.map.camera.is_moving();
        let now = ctx.input(|input| input.time);
        // A step back moves the map; it switches nothing on it.
        let view = View {
            overlays: Switches::default(),
            ..self.view()
        };
        if let Some(seconds) = self.state.document.history.watch(&view, is_busy, now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds));
        }
    }
}
