//! Carries out requests about the search for text.

use egui::Context;

use crate::{command::SearchCommand, ui::layers};

use super::super::App;

impl App {
    pub(super) fn apply_search(&mut self, ctx: &Context, command: SearchCommand) {
        let document = &mut self.state.document;
        match command {
            SearchCommand::Type(text) => {
                // An emptied field shows every record again; typing only looks.
                if text.trim().is_empty() {
                    document.filter.text.clear();
                }
                let finding = &mut document.answers.finding;
                finding.search(&self.room, &document.dataset, text);
            }
            SearchCommand::Filter => {
                let wanted = document.answers.finding.wanted();
                wanted.trim().clone_into(&mut document.filter.text);
            }
            SearchCommand::Names => document.answers.names.want(&document.dataset),
            SearchCommand::Focus => {
                self.state.settings.left_panel = true;
                ctx.data_mut(|data| data.insert_temp(layers::asks_for_search_id(), true));
            }
        }
    }

    /// Brings the search up to date with what was found since the last frame, with a filter that was
    /// changed elsewhere, and with another dataset.
    pub(in super::super) fn keep_search(&mut self) {
        let document = &mut self.state.document;
        let (finding, dataset) = (&mut document.answers.finding, &document.dataset);
        finding.take_in(dataset);
        let is_other = finding.follow(&document.filter.text);
        if is_other || !finding.is_of(dataset) {
            let typed = finding.typed().to_owned();
            finding.search(&self.room, dataset, typed);
        }
    }

    /// Reads whom and what the records name, where somebody wants to choose from it.
    pub(in super::super) fn keep_names(&mut self) {
        let document = &mut self.state.document;
        let (names, words) = (&mut document.answers.names, &self.state.chrome.words);
        names.update(&self.room, &document.dataset, words);
    }
}
