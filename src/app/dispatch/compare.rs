//! Carries out requests about the difference between two windows.

use std::sync::Arc;

use egui::Context;

use crate::{
    command::{CompareCommand, TimeCommand},
    io::export::changes::{self, Changes},
    model::Window,
    query::Side,
    text::Catalogue,
    ui::notice::Tone,
};

use super::{
    super::{App, clip::Clip, document::Document, state::State},
    time,
};

impl App {
    pub(super) fn apply_compare(&mut self, command: CompareCommand) {
        let state = &mut self.state;
        match command {
            CompareCommand::Toggle => toggle(state),
            CompareCommand::Between { before, after } => between(state, before, after),
            CompareCommand::Swap => swap(&mut state.document),
            CompareCommand::Copy => self.copy(),
        }
    }

    /// Copies the changes that are shown as a table, which is made off the drawing thread.
    fn copy(&mut self) {
        self.refresh();
        let document = &self.state.document;
        let Some(comparison) = &document.comparison else {
            return;
        };
        let (before, after) = (comparison.side(), comparison.known().after());
        let difference = Arc::clone(comparison.known().difference());
        let dataset = Arc::clone(&document.dataset);
        let lang = self.state.chrome.words.lang();
        let job = self.room.start("copy", "", move |_| {
            let changes = Changes {
                dataset: &dataset,
                difference: &difference,
                before,
                after,
            };
            Clip::Changes(changes::table(&changes, &Catalogue::plain(lang), b'\t'))
        });
        self.state.chrome.jobs.clips.push(job);
    }

    /// Puts the changes on the clipboard.
    pub(in super::super) fn copied(&mut self, ctx: &Context, text: String) {
        ctx.copy_text(text);
        self.say(Tone::Done, "difference-copied");
    }
}

fn toggle(state: &mut State) {
    let document = &mut state.document;
    if document.comparison.is_some() {
        document.pin(None);
    } else {
        state.settings.left_panel = true;
        document.pin(Some(Side::of(&document.filter)));
    }
}

fn between(state: &mut State, before: Window, after: Window) {
    state.settings.left_panel = true;
    let document = &mut state.document;
    time::apply(document, TimeCommand::SetWindow(before));
    document.pin(Some(Side::of(&document.filter)));
    time::apply(document, TimeCommand::SetWindow(after));
}

fn swap(document: &mut Document) {
    let Some(comparison) = &document.comparison else {
        return;
    };
    let (before, now) = (comparison.side(), Side::of(&document.filter));
    document.pin(Some(now));
    document.filter.known = before.known;
    time::apply(document, TimeCommand::SetWindow(before.window));
}
