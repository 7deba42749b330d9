//! The one door through which the state changes: each command is carried out by its owner's file.

mod briefing;
mod compare;
mod file;
mod filter;
mod history;
mod map;
mod search;
mod select;
mod sketch;
mod table;
pub(super) mod time;
mod view;

use egui::Context;

use crate::{
    command::{BriefingCommand, Command, Commands, FileCommand, SelectCommand},
    ui,
};

use super::App;

impl App {
    /// Carries out all that was asked for, in order, and brings what is derived up to date.
    pub(super) fn dispatch(&mut self, ctx: &Context, commands: &mut Commands) {
        if commands.is_empty() {
            return;
        }
        for command in commands.take() {
            self.apply(ctx, command);
        }
        self.refresh();
        ctx.request_repaint();
    }

    fn apply(&mut self, ctx: &Context, command: Command) {
        let state = &mut self.state;
        match command {
            Command::Briefing(command) => {
                if matches!(command, BriefingCommand::Add) {
                    ui::briefing::ask_for_title(ctx);
                }
                let view = self.view();
                briefing::apply(&mut self.state, &mut self.map, view, command);
            }
            Command::Compare(command) => self.apply_compare(command),
            Command::Edit(command) => self.apply_edit(command),
            Command::File(FileCommand::Save) => self.save_what_is_typed(ctx),
            Command::File(command) => self.apply_file(command),
            Command::Filter(command) => {
                let document = &mut state.document;
                filter::apply(&mut document.filter, &document.dataset, command);
                state.settings.stale_months = document.filter.stale.months();
            }
            Command::History(command) => {
                let now = ctx.input(|input| input.time);
                history::apply(state, &mut self.map, now, command);
            }
            Command::Map(command) => self.apply_map(command),
            Command::Picture(command) => self.apply_picture(command),
            Command::Reader(command) => self.apply_reader(command),
            Command::Report(command) => self.apply_report(command),
            Command::Search(command) => self.apply_search(ctx, command),
            Command::Select(command) => {
                // Asked for before other records were opened, it may name a row that is not there any more.
                let rows = state.document.dataset.rows();
                if command.row().is_some_and(|row| !rows.contains(row)) {
                    return;
                }
                match command {
                    SelectCommand::Reveal(row) => {
                        self.map.reveal(&state.document.dataset, row);
                        time::reveal(&mut state.document, row);
                    }
                    SelectCommand::Clear => self.map.spiderfy(None),
                    _ => {}
                }
                select::apply(state, command);
                let document = &state.document;
                if let (SelectCommand::Walk { .. }, Some(row)) =
                    (command, document.selection.selected)
                {
                    self.map.reveal(&document.dataset, row);
                }
            }
            Command::Sketch(command) => self.apply_sketch(command),
            Command::Table(command) => table::apply(&mut state.settings.table, command),
            Command::Time(command) => time::apply(&mut state.document, command),
            Command::View(command) => view::apply(state, ctx, command),
        }
    }
}
