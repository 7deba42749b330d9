//! Carries out requests about the search for text.

use egui::Context;

use crate::{command::SearchCommand, ui::layers};

use super::super::App;

impl App {
    pub(super) fn apply_search(&mut self, ctx: &Context, command: SearchCommand) {
        match command {
            SearchCommand::Type(text) => {
                // An emptied field shows every record again; typing only looks.
                if text.trim().is_empty() {
                    self.state.filter.text.clear();
                }
                self.search(text);
            }
            SearchCommand::Filter => {
                self.state
                    .finding
                    .typed()
                    .trim()
                    .clone_into(&mut self.state.filter.text);
            }
            SearchCommand::Names => self.state.names.want(&self.state.dataset),
            SearchCommand::Focus => {
                self.state.settings.left_panel = true;
                ctx.data_mut(|data| data.insert_temp(layers::asks_for_search_id(), true));
            }
        }
    }

    /// Brings the search up to date with what was found since the last frame, with a filter that was
    /// changed elsewhere, and with another dataset.
    pub(in super::super) fn keep_search(&mut self) {
        let state = &mut self.state;
        state.finding.take_in(&state.dataset);
        let is_other = state.finding.follow(&state.filter.text);
        if is_other || !state.finding.is_of(&state.dataset) {
            let typed = state.finding.typed().to_owned();
            self.search(typed);
        }
    }

    /// Reads whom and what the records name, where somebody wants to choose from it.
    pub(in super::super) fn keep_names(&mut self) {
        let (tasks, state) = (&mut self.tasks, &mut self.state);
        state.names.update(tasks, &state.dataset, &state.words);
    }

    fn search(&mut self, text: String) {
        let (tasks, state) = (&mut self.tasks, &mut self.state);
        state.finding.search(tasks, &state.dataset, text);
    }
}
