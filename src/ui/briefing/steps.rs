//! The bookmarks, one a row.

use egui::Ui;

use super::editor;
use crate::{
    command::{BriefingCommand, Commands},
    session::Bookmark,
    text::{args, dates},
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

pub(super) fn steps_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    for (index, bookmark) in context.document.briefing.steps().iter().enumerate() {
        let is_shown = context.document.briefing.at() == Some(index);
        step_ui(ui, context, commands, index, bookmark, is_shown);
        if is_shown {
            editor::editor_ui(ui, context, commands, index, bookmark);
        }
    }
}

/// What a bookmark is called: its title, else its window.
fn name(context: &PanelContext<'_>, bookmark: &Bookmark) -> String {
    let title = bookmark.title.best(context.words.content());
    title
        .map(|(title, _)| title.to_owned())
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| dates::window(context.words, &bookmark.view.filter.window))
}

fn step_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    commands: &mut Commands,
    index: usize,
    bookmark: &Bookmark,
    is_shown: bool,
) {
    let name = name(context, bookmark);
    let text = context.words.with(
        "briefing-step",
        args!(number: index + 1, name: name.as_str()),
    );
    let line = kit::Line {
        glyph: "",
        text: &text,
        name: &text,
        is_chosen: is_shown,
    };
    let response = kit::line_button(ui, context, line);
    let window = dates::window(context.words, &bookmark.view.filter.window);
    let clicked = typeset::hint(response, &window).clicked();
    if clicked {
        commands.push(BriefingCommand::Go(index));
    }
    if !is_shown && let Some((words, _)) = bookmark.text.best(context.words.content()) {
        let first = words.lines().next().unwrap_or_default();
        if !first.is_empty() {
            kit::block_row(ui, kit::row(context.words), size::SMALL, |ui| {
                ui.add_space(size::GAP);
                ui.add(Text::new(first).small().weak().truncate());
            });
        }
    }
}
