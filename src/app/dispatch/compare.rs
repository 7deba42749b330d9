//! Carries out requests about the difference between two windows.

use std::sync::Arc;

use egui::Context;

use crate::{
    command::{CompareCommand, TimeCommand},
    io::export::changes::{self, Changes},
    store::Side,
    text::Words,
    ui::notice::Tone,
};

use super::{
    super::{App, jobs::Outcome, state::State},
    time,
};

/// Changes that are written as a table at once: in a few milliseconds.
const COPIED_AT_ONCE: usize = 2_000;

impl App {
    pub(super) fn apply_compare(&mut self, ctx: &Context, command: CompareCommand) {
        let state = &mut self.state;
        match command {
            CompareCommand::Toggle => toggle(state),
            CompareCommand::Swap => swap(state),
            CompareCommand::Copy => self.copy(ctx),
        }
    }

    /// Copies the changes that are shown as a table; of many it is made in the background.
    fn copy(&mut self, ctx: &Context) {
        self.refresh();
        let state = &self.state;
        let Some(comparison) = &state.comparison else {
            return;
        };
        let (before, after) = (comparison.side(), comparison.known().after());
        let difference = Arc::clone(comparison.known().difference());
        let (dataset, lang) = (Arc::clone(&state.dataset), state.words.lang());
        let is_short = difference.changes.len() <= COPIED_AT_ONCE;
        let table = move || {
            let changes = Changes {
                dataset: &dataset,
                difference: &difference,
                before,
                after,
            };
            changes::table(&changes, &Words::plain(lang), b'\t')
        };
        if is_short {
            self.copied(ctx, table());
        } else {
            self.tasks
                .start("copy", String::new(), move |_| Outcome::Copied(table()));
        }
    }

    /// Puts the changes on the clipboard.
    pub(super) fn copied(&mut self, ctx: &Context, text: String) {
        ctx.copy_text(text);
        self.say(Tone::Done, "difference-copied");
    }
}

fn toggle(state: &mut State) {
    if state.comparison.is_some() {
        state.pin(None);
    } else {
        state.settings.left_panel = true;
        state.pin(Some(Side::of(&state.filter)));
    }
}

fn swap(state: &mut State) {
    let Some(comparison) = &state.comparison else {
        return;
    };
    let (before, now) = (comparison.side(), Side::of(&state.filter));
    state.pin(Some(now));
    state.filter.known = before.known;
    let window = TimeCommand::SetWindow(before.window);
    let engine = state.derived.engine();
    time::apply(&mut state.time, &mut state.filter, engine, window);
}
