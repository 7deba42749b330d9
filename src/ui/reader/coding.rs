//! What can be made of the chosen words.

use egui::{Button, Ui, vec2};

use crate::{
    command::{Coding, Commands, ReaderCommand, action},
    session::DeskDocument,
    suggest::Suggestion,
    text::{Catalogue, args},
    theme::size,
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

/// The steps through proposals, what is proposed, and a button for each use.
pub(super) fn coding_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    document: &DeskDocument,
    commands: &mut Commands,
) {
    steps_ui(ui, context, document, commands);
    let Some(chosen) = document.chosen_words() else {
        return;
    };
    let words = context.words;
    ui.add(Text::new(chosen).rows(2).block());
    if let Some(suggestion) = document.chosen_suggestion() {
        ui.add(
            Text::new(&sentence(words, suggestion))
                .small()
                .weak()
                .block(),
        );
    }
    let has_record = context.document.selection.selected.is_some();
    kit::wrapped_row(ui, words, vec2(size::GRID, size::GRID), |ui| {
        for coding in Coding::ALL {
            let is_possible = has_record || coding == Coding::Record;
            // Not cut short, nor in a room of its own: what does not fit into the row goes on below.
            let button = Button::new(typeset::widget_text(ui, words.get(short_key(coding))));
            let button = ui.add_enabled(is_possible, button);
            let hint = hint(ui, context, coding);
            if typeset::hint(button, &hint).clicked() {
                commands.push(ReaderCommand::Code(coding));
            }
        }
    });
}

fn steps_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    document: &DeskDocument,
    commands: &mut Commands,
) {
    let words = context.words;
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        let keys = ["action-previous-suggestion", "action-next-suggestion"];
        if let Some(forward) = kit::step_buttons(ui, words, keys) {
            commands.push(ReaderCommand::Step { forward });
        }
        let count = words.with(
            "reader-suggestions",
            args!(count: document.suggestion_count()),
        );
        ui.add(Text::new(&count).small().weak());
    });
}

/// Catalogue key of the word on a button.
const fn short_key(coding: Coding) -> &'static str {
    match coding {
        Coding::Record => "code-record",
        Coding::Date => "suggestion-date",
        Coding::Place => "suggestion-place",
        Coding::Quantity => "suggestion-quantity",
        Coding::Actor => "suggestion-actor",
        Coding::Equipment => "suggestion-equipment",
    }
}

/// What a button does, with its keys.
fn hint(ui: &Ui, context: &PanelContext<'_>, coding: Coding) -> String {
    let name = context.words.get(coding.key());
    let action = action::all()
        .iter()
        .find(|action| action.key == coding.key());
    match action.and_then(|action| kit::keys(ui, context, action)) {
        Some(keys) => format!("{name} ({keys})"),
        None => name.to_owned(),
    }
}

/// What is proposed, and by which rule.
pub(super) fn sentence(words: &Catalogue, suggestion: &Suggestion) -> String {
    let kind = format!("suggestion-{}", suggestion.kind.name());
    let arguments =
        args!(kind: words.get(&kind), value: suggestion.value.notation(), rule: suggestion.rule);
    words.with("reader-suggestion", arguments)
}
