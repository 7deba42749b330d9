//! When, where, who and how many.

use egui::{Ui, vec2};

use crate::{
    command::{Commands, FilterCommand, ViewCommand},
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::{PanelContext, kit},
};

use super::{
    card::{Amount, Card, Fact, Item},
    lines::{hairline, heading_ui, own, own_line, worded_ui},
};

/// Width of the names of facts, in points.
const NAME: f32 = 86.0;
/// Shares of the width that the columns of the table of equipment take.
const COLUMNS: [f32; 3] = [0.36, 0.40, 0.24];

pub(super) fn facts_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    for (index, fact) in card.facts.iter().enumerate() {
        if index > 0 {
            ui.add_space(size::GAP);
        }
        fact_ui(ui, context, fact, commands);
    }
}

fn fact_ui(ui: &mut Ui, context: &PanelContext<'_>, fact: &Fact, commands: &mut Commands) {
    let words = context.words;
    kit::block_row(ui, kit::row_top(words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        cell(ui, context, NAME, |ui| {
            // The name stands on the line of the value, which is a little higher.
            ui.add_space(2.0);
            ui.add(Text::new(words.get(fact.key)).small().weak().block());
        });
        let rest = ui.available_width();
        cell(ui, context, rest, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let value = Text::new(&fact.value.text).medium();
            if !fact.value.text.is_empty() {
                worded_ui(ui, context, fact.value.fallback, value);
            }
            precision_ui(ui, context, fact, commands);
            if let Some(basis) = &fact.basis {
                worded_ui(
                    ui,
                    context,
                    basis.fallback,
                    Text::new(&basis.text).small().weak(),
                );
            }
        });
    });
}

/// How finely a fact is known, and the text of the file.
fn precision_ui(ui: &mut Ui, context: &PanelContext<'_>, fact: &Fact, commands: &mut Commands) {
    if fact.precision.is_none() && fact.code.is_none() {
        return;
    }
    kit::wrapped_row(ui, context.words, vec2(size::GAP, 2.0), |ui| {
        if let Some(precision) = &fact.precision {
            ui.add(own_line(context, precision).small());
        }
        if let Some(code) = &fact.code {
            code_ui(ui, context, fact.key, code, commands);
        }
    });
}

/// What the file or a map has for it; a click copies coordinates.
fn code_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    key: &str,
    code: &str,
    commands: &mut Commands,
) {
    if key != "card-coordinates" {
        let code = ui.add(Text::new(code).mono().weak());
        typeset::hint(code, context.words.get("card-date-code"));
        return;
    }
    let name = context.words.with("menu-copy-coordinates", args!(at: code));
    let text = Text::new(code).mono().sense(egui::Sense::click());
    let response = typeset::hint(ui.add(text), &name);
    let is_pressed = typeset::icon_button(ui, icon::COPY, &name).clicked();
    if response.clicked() || is_pressed {
        commands.push(ViewCommand::Copy {
            text: code.to_owned(),
            notice: "copied-coordinates",
        });
    }
}

/// A column of exactly `width` points.
fn cell(ui: &mut Ui, context: &PanelContext<'_>, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), kit::column(context.words), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

pub(super) fn actors_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    commands: &mut Commands,
) {
    if card.actors.is_empty() {
        return;
    }
    heading_ui(ui, context, "card-actors", None);
    kit::wrapped_row(ui, context.words, vec2(6.0, 6.0), |ui| {
        for (actor, name) in &card.actors {
            let is_on = context.document.filter.actor == **actor;
            let glyph = is_on.then_some(icon::FUNNEL);
            let chip = kit::chip(ui, context, glyph, name, is_on);
            if chip.clicked() {
                let wanted = if is_on {
                    String::new()
                } else {
                    actor.to_string()
                };
                commands.push(FilterCommand::Actor(wanted));
            }
            let hint = if is_on {
                context.words.get("card-actor-unfilter").to_owned()
            } else {
                context.words.with("card-actor-filter", args!(actor: name))
            };
            typeset::hint(chip, &hint);
        }
    });
}

pub(super) fn quantities_ui(ui: &mut Ui, context: &PanelContext<'_>, card: &Card) {
    if card.quantities.is_empty() {
        return;
    }
    heading_ui(ui, context, "card-quantities", None);
    for (index, amount) in card.quantities.iter().enumerate() {
        if index > 0 {
            hairline(ui, context);
        }
        amount_ui(ui, context, amount);
    }
}

fn amount_ui(ui: &mut Ui, context: &PanelContext<'_>, amount: &Amount) {
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        cell(ui, context, NAME, |ui| {
            number_ui(ui, context, amount.number.as_deref());
        });
        let rest = ui.available_width();
        cell(ui, context, rest, |ui| {
            worded_ui(
                ui,
                context,
                amount.what.fallback,
                Text::new(&amount.what.text),
            );
        });
    });
}

fn number_ui(ui: &mut Ui, context: &PanelContext<'_>, number: Option<&str>) {
    match number {
        Some(number) => ui.add(own(context, number).strong()),
        None => ui.add(own(context, context.words.get("not-stated")).weak()),
    };
}

pub(super) fn equipment_ui(ui: &mut Ui, context: &PanelContext<'_>, card: &Card) {
    if card.equipment.is_empty() {
        return;
    }
    heading_ui(ui, context, "card-equipment", None);
    let names = [
        "card-equipment-model",
        "card-equipment-kind",
        "card-equipment-number",
    ];
    table_row(ui, context, |ui, column| {
        let name = names.get(column).copied().unwrap_or_default();
        ui.add(own(context, context.words.get(name)).small().weak());
    });
    for item in &card.equipment {
        hairline(ui, context);
        table_row(ui, context, |ui, column| {
            equipment_cell(ui, context, item, column);
        });
    }
}

fn equipment_cell(ui: &mut Ui, context: &PanelContext<'_>, item: &Item, column: usize) {
    match (column, &item.model, &item.kind) {
        // The model stands exactly as the source writes it.
        (0, Some(model), _) => {
            ui.add(own(context, model).medium());
        }
        (0, None, _) => {
            ui.add(own(context, "–").weak());
        }
        (1, _, Some(kind)) => worded_ui(ui, context, kind.fallback, Text::new(&kind.text)),
        (2, ..) => number_ui(ui, context, item.number.as_deref()),
        _ => {}
    }
}

fn table_row(ui: &mut Ui, context: &PanelContext<'_>, mut contents: impl FnMut(&mut Ui, usize)) {
    let room = ui.available_width() - 2.0 * size::GAP;
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GAP;
        for (column, share) in COLUMNS.into_iter().enumerate() {
            cell(ui, context, (share * room).floor(), |ui| {
                contents(ui, column);
            });
        }
    });
}
