//! What can be made of the chosen words.

use egui::{Ui, vec2};

use crate::{
    command::{Coding, Commands, ReaderCommand, action},
    model::Count,
    session::DeskDocument,
    suggest::{Suggestion, Value},
    text::{Catalogue, args},
    theme::{fonts::icon, size},
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
            let button = ui.add_enabled_ui(is_possible, |ui| {
                typeset::button(ui, words.get(short_key(coding)))
            });
            let hint = hint(ui, context, coding);
            if typeset::hint(button.inner, &hint).clicked() {
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
    let (before, after) = if kit::is_rtl(words) {
        (icon::CARET_RIGHT, icon::CARET_LEFT)
    } else {
        (icon::CARET_LEFT, icon::CARET_RIGHT)
    };
    kit::block_row(ui, kit::row(words), size::TARGET, |ui| {
        for (glyph, key, forward) in [
            (before, "action-previous-suggestion", false),
            (after, "action-next-suggestion", true),
        ] {
            if typeset::icon_button(ui, glyph, words.get(key)).clicked() {
                commands.push(ReaderCommand::Step { forward });
            }
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
    let value = match &suggestion.value {
        Value::Text(text) => text.clone(),
        Value::Count(count) => number(count),
    };
    let arguments = args!(kind: words.get(&kind), value: value, rule: suggestion.rule);
    words.with("reader-suggestion", arguments)
}

/// A number as the notation of ranges has it: `101/..`, `200~`.
fn number(count: &Count) -> String {
    let end = |number: Option<i64>| number.map_or_else(|| "..".to_owned(), |it| it.to_string());
    let about = if count.circa { "~" } else { "" };
    if count.low == count.high {
        format!("{}{about}", end(count.low))
    } else {
        format!("{}/{}{about}", end(count.low), end(count.high))
    }
}
