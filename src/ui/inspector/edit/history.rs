//! What was changed of the record, under its form: who, when, why, from what to what.

use egui::Ui;

use crate::{
    command::{Commands, EditCommand},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{ChangeLine, PanelContext},
};

/// Characters of a value that are shown.
const SHOWN: usize = 48;

/// Draws the changes of the record, the last one first.
pub(super) fn history_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let lines = context.document.editing.history;
    if lines.is_empty() {
        return;
    }
    let words = context.words;
    ui.add_space(size::GROUP);
    ui.add(Text::new(words.get("edit-history")).heading());
    for (number, line) in lines.iter().enumerate().rev() {
        line_ui(ui, context, line);
        let is_offered = !line.is_taken_back && !line.is_undo && !line.values.is_empty();
        if is_offered && typeset::button(ui, words.get("edit-take-back")).clicked() {
            commands.push(EditCommand::TakeBack(number));
        }
    }
}

fn line_ui(ui: &mut Ui, context: &PanelContext<'_>, line: &ChangeLine) {
    let words = context.words;
    let (at, by) = (line.at.as_str(), line.by.as_str());
    let key = if line.is_undo {
        "edit-history-undo"
    } else {
        "edit-history-line"
    };
    ui.add_space(size::GRID);
    ui.add(
        Text::new(&words.with(key, args!(by: by, at: at)))
            .small()
            .block(),
    );
    for value in &line.values {
        let (was, is) = (shortened(&value.was), shortened(&value.is));
        let (path, was, is) = (value.path.as_str(), was.as_str(), is.as_str());
        let text = words.with("edit-history-value", args!(field: path, was: was, is: is));
        ui.add(Text::new(&text).small().weak().block());
    }
    if let Some(why) = &line.why {
        ui.add(Text::new(why).small().weak().block());
    }
}

fn shortened(text: &str) -> String {
    if text.is_empty() {
        return "–".to_owned();
    }
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
