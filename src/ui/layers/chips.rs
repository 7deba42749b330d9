//! What the filters ask for, each as a chip that takes it back.

use std::borrow::Cow;

use egui::{Ui, vec2};

use crate::{
    command::{Commands, FilterCommand},
    data::Within,
    query::method_sentence,
    text::{args, dates},
    theme::fonts::icon,
    typeset,
    ui::{PanelContext, kit},
};

/// A condition that is set: what it says, and what takes it back.
struct Condition<'a> {
    text: Cow<'a, str>,
    undo: FilterCommand,
}

pub(super) fn chips_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let conditions = conditions(context);
    if conditions.is_empty() {
        return;
    }
    let words = context.words;
    kit::wrapped_row(ui, words, vec2(6.0, 6.0), |ui| {
        for Condition { text, undo } in conditions {
            let chip = kit::chip(ui, context, Some(icon::X), &text, true);
            let name = words.with("filter-take-back", args!(what: &*text));
            if typeset::hint(chip, &name).clicked() {
                commands.push(undo);
            }
        }
        if typeset::link(ui, words.get("filters-clear")).clicked() {
            commands.push(FilterCommand::Clear);
        }
    });
}

/// All conditions but the window and what has switches of its own in sight, files and layers.
fn conditions<'a>(context: &PanelContext<'a>) -> Vec<Condition<'a>> {
    let (words, filter) = (context.words, context.document.filter);
    let mut conditions: Vec<Condition<'a>> = Vec::new();
    let named = [
        (
            "filter-text",
            &filter.text,
            FilterCommand::Text as fn(String) -> FilterCommand,
        ),
        ("filter-actor", &filter.actor, FilterCommand::Actor),
        ("filter-claimant", &filter.claimant, FilterCommand::Claimant),
        ("filter-source", &filter.source, FilterCommand::Source),
    ];
    for (key, text, undo) in named {
        if !text.is_empty() {
            let name = words.get(key);
            let text = words.with("filter-chip", args!(name: name, value: text.as_str()));
            conditions.push(Condition {
                text: text.into(),
                undo: undo(String::new()),
            });
        }
    }
    for status in filter.statuses.iter().flatten() {
        conditions.push(Condition {
            text: words.status(*status).into(),
            undo: FilterCommand::ToggleStatus(*status),
        });
    }
    if let Some(within) = &filter.within {
        let text = match within {
            Within::Circle(_) => dates::capitalised(&method_sentence::area(words, within)),
            Within::Bounds(_) => words.get("filter-within-box").to_owned(),
            Within::Ring(_) => words.get("filter-within-ring").to_owned(),
        };
        conditions.push(Condition {
            text: text.into(),
            undo: FilterCommand::Within(None),
        });
    }
    if filter.origins > 0 {
        let text = words.with("filter-chip-origins", args!(n: usize::from(filter.origins)));
        conditions.push(Condition {
            text: text.into(),
            undo: FilterCommand::Origins(0),
        });
    }
    if filter.lacks_words {
        conditions.push(Condition {
            text: words.get("filter-chip-lacks-words").into(),
            undo: FilterCommand::LacksWords(false),
        });
    }
    if filter.certain_only {
        conditions.push(Condition {
            text: words.get("filter-certain-only").into(),
            undo: FilterCommand::CertainOnly(false),
        });
    }
    conditions
}
