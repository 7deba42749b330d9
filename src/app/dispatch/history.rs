//! Carries out requests about what was seen before, and watches for steps.

use egui::Context;

use crate::{
    command::HistoryCommand,
    map::MapView,
    model::Switches,
    store::{Filter, View},
};

use super::super::{App, comparison::Comparison, state::State};

pub(super) fn apply(state: &mut State, map: &mut MapView, now: f64, command: HistoryCommand) {
    match command {
        HistoryCommand::Back => {
            if let Some(view) = state.history.back(now) {
                show(state, map, &view);
            }
        }
        HistoryCommand::Forward => {
            if let Some(view) = state.history.forward(now) {
                show(state, map, &view);
            }
        }
        HistoryCommand::Undo => {
            if let Some(conditions) = state.history.undo(now) {
                set_conditions(state, conditions);
            }
        }
        HistoryCommand::Redo => {
            if let Some(conditions) = state.history.redo(now) {
                set_conditions(state, conditions);
            }
        }
    }
}

/// Shows `view`: its records at once, its place without a flight, and what it is compared with.
pub(in super::super) fn show(state: &mut State, map: &mut MapView, view: &View) {
    state.filter = view.filter.clone();
    view.set_time(&mut state.time);
    state.settings.overlays.follow(&view.overlays);
    state.pin(view.pinned);
    if let Some(camera) = view.camera {
        map.camera.look_at(camera);
    }
}

fn set_conditions(state: &mut State, conditions: Filter) {
    state.filter = Filter {
        window: state.filter.window,
        ..conditions
    };
}

impl App {
    /// What is seen now. While the camera flies nobody says where it is.
    pub(in super::super) fn view(&self) -> View {
        let camera = &self.map.camera;
        let pose = (!camera.is_moving()).then(|| camera.pose());
        View {
            pinned: self.state.comparison.as_ref().map(Comparison::side),
            overlays: self.state.settings.overlays.clone(),
            ..View::of(&self.state.filter, &self.state.time, pose)
        }
    }

    /// Lets the history see what is shown, and comes back when a change may have come to rest.
    pub(in super::super) fn watch_history(&mut self, ctx: &Context) {
        let is_held = ctx.input(|input| input.pointer.any_down());
        let is_busy = is_held || self.state.time.playback.is_playing || self.map.camera.is_moving();
        let now = ctx.input(|input| input.time);
        // A step back moves the map; it switches nothing on it.
        let view = View {
            overlays: Switches::default(),
            ..self.view()
        };
        if let Some(seconds) = self.state.history.watch(&view, is_busy, now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds));
        }
    }
}
