//! Carries out requests about the difference between two windows.

use egui::Context;

use crate::{
    command::{CompareCommand, TimeCommand},
    io::export::changes::{self, Changes},
    store::Side,
    text::Words,
    ui::notice::Tone,
};

use super::{
    super::{App, comparison::Comparison, jobs, state::State},
    time,
};

impl App {
    /// Brings a comparison up to date that lags behind, and comes back while it does.
    pub(in super::super) fn catch_up(&mut self, ctx: &Context) {
        let state = &mut self.state;
        if let Some(comparison) = &mut state.comparison
            && let Some(rest) = comparison.update(&state.dataset, &state.filter)
        {
            ctx.request_repaint_after(rest);
        }
    }

    pub(super) fn apply_compare(&mut self, ctx: &Context, command: CompareCommand) {
        let state = &mut self.state;
        match command {
            CompareCommand::Toggle => toggle(state),
            CompareCommand::Swap => swap(state),
            CompareCommand::Copy => copy(state, ctx),
            CompareCommand::Export(path) => {
                state.dialog = None;
                let Some(comparison) = &state.comparison else {
                    return;
                };
                let request = jobs::ChangesRequest {
                    dataset: std::sync::Arc::clone(&state.dataset),
                    before: comparison.side(),
                    filter: state.filter.clone(),
                    lang: state.words.lang(),
                    path,
                };
                let subject = state.words.get("file-exporting").to_owned();
                self.tasks.start("export-changes", subject, |progress| {
                    jobs::export_changes(request, progress)
                });
            }
        }
    }
}

fn toggle(state: &mut State) {
    if state.comparison.take().is_none() {
        state.settings.left_panel = true;
        state.comparison = Some(Comparison::with(Side::of(&state.filter)));
    }
}

fn swap(state: &mut State) {
    let Some(comparison) = &state.comparison else {
        return;
    };
    let (before, now) = (comparison.side(), Side::of(&state.filter));
    state.comparison = Some(Comparison::with(now));
    state.filter.known = before.known;
    let window = TimeCommand::SetWindow(before.window);
    time::apply(
        &mut state.time,
        &mut state.filter,
        (&state.dataset, None),
        window,
    );
}

fn copy(state: &mut State, ctx: &Context) {
    state.refresh();
    let Some(comparison) = &state.comparison else {
        return;
    };
    let words = Words::plain(state.words.lang());
    let changes = Changes {
        dataset: &state.dataset,
        difference: comparison.view().difference,
        before: comparison.side(),
        after: Side::of(&state.filter),
    };
    ctx.copy_text(changes::table(&changes, &words, b'\t'));
    let sentence = state.words.get("difference-copied").to_owned();
    state.notices.post(Tone::Done, sentence);
}
