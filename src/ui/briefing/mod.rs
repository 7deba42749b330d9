//! The briefing: bookmarks in order, the one that is shown with its words, and how to change them.

mod editor;
mod steps;

use egui::{Context, Ui};

use crate::{
    command::{BriefingCommand, Commands},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{
    PanelContext,
    kit::{self, Section},
};

/// Asks for the caret in the title of the bookmark that is shown next, all of it chosen.
pub fn ask_for_title(ctx: &Context) {
    editor::ask_for_title(ctx);
}

/// Draws the section into a panel.
pub fn briefing_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let is_empty = context.document.briefing.steps().is_empty();
    let section = Section {
        // Remembered apart, so that the first bookmark opens the section.
        id: if is_empty { "no briefing" } else { "briefing" },
        title: words.get("briefing"),
        is_open: !is_empty,
    };
    let mut is_added = false;
    let add = |ui: &mut Ui| {
        let name = words.get("action-bookmark");
        is_added = typeset::icon_button(ui, icon::BOOKMARK_SIMPLE, name).clicked();
    };
    kit::section(ui, context, section, add, |ui| {
        if is_empty {
            ui.add(
                Text::new(words.get("briefing-empty"))
                    .small()
                    .weak()
                    .block(),
            );
        } else {
            walk_ui(ui, context, commands);
            steps::steps_ui(ui, context, commands);
        }
        if context.document.briefing.can_restore()
            && typeset::link(ui, words.get("bookmark-restore")).clicked()
        {
            commands.push(BriefingCommand::Restore);
        }
    });
    if is_added {
        commands.push(BriefingCommand::Add);
    }
}

/// Where the briefing stands, with a step to both sides.
fn walk_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let count = context.document.briefing.steps().len();
    let at = context.document.briefing.at().map_or(0, |at| at + 1);
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let keys = ["action-step-before", "action-step-after"];
        if let Some(forward) = kit::step_buttons(ui, words, keys) {
            commands.push(BriefingCommand::Step { forward });
        }
        let place = words.with("briefing-place", crate::text::args!(at: at, n: count));
        ui.add(Text::new(&place).small().weak());
    });
}
