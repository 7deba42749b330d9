//! What is in doubt about a file, each with what settles it.

use egui::{Frame, Ui};

use crate::{
    data::DoubtKind,
    model::{Field, Mapping},
    query::doubt_in_words,
    text::args,
    theme::{fonts::icon, size},
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::{
    Looked,
    answers::{answers_ui, orders_ui},
};

pub(super) fn questions_ui(
    ui: &mut Ui,
    context: &PanelContext,
    looked: Looked,
    asked: &mut Option<Mapping>,
) {
    order_ui(ui, context, looked, asked);
    for doubt in &looked.understood.doubts {
        if is_of_order(doubt.kind) {
            continue;
        }
        question(ui, context, &doubt_in_words(context.words, doubt), |ui| {
            answers_ui(ui, context, looked, doubt.kind, &doubt.answers, asked);
        });
    }
    swapped_ui(ui, context, looked, asked);
}

const fn is_of_order(kind: DoubtKind) -> bool {
    matches!(
        kind,
        DoubtKind::OrderUnsaid | DoubtKind::TwoOrders | DoubtKind::OrderTold
    )
}

/// A question that wants an answer, set apart.
fn question(ui: &mut Ui, context: &PanelContext, text: &str, answers: impl FnOnce(&mut Ui)) {
    ui.add_space(size::GAP);
    Frame::group(ui.style())
        .stroke((1.0, context.theme.palette.warning))
        .inner_margin(size::MARGIN)
        .show(ui, |ui| {
            ui.with_layout(kit::column(context.words), |ui| {
                ui.set_width(ui.available_width());
                ui.add(Text::new(text).block());
                ui.add_space(size::GRID);
                answers(ui);
            });
        });
}

/// Whether the day or the month comes first, where that was in doubt or has been settled.
fn order_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let Looked {
        part, understood, ..
    } = looked;
    let preset = part.mapping.preset();
    let is_laid_down = preset.is_some_and(|it| it.date_order().is_some());
    let doubts = understood.doubts.iter();
    let mut doubts = doubts.filter(|doubt| is_of_order(doubt.kind));
    let is_open = doubts.next().is_some() || part.mapping.date_order.is_some();
    if is_laid_down || !is_open {
        return;
    }
    let words = context.words;
    let dated = part.mapping.property(Field::Date).unwrap_or_default();
    let column = understood
        .ambiguous
        .first()
        .map_or(dated, |(column, _)| column);
    // A column may tell its own order, by a 25th: then nothing waits for an answer.
    let key = match part.mapping.date_order {
        Some(_) => "mapping-order-read",
        None => "mapping-order-ask",
    };
    let text = words.with(key, args!(column: column));
    question(ui, context, &text, |ui| {
        orders_ui(ui, context, looked, asked);
    });
}

/// That latitude and longitude are read the other way round, where somebody has said so.
fn swapped_ui(ui: &mut Ui, context: &PanelContext, looked: Looked, asked: &mut Option<Mapping>) {
    let words = context.words;
    if !looked.part.mapping.is_swapped {
        return;
    }
    question(ui, context, words.get("mapping-swapped"), |ui| {
        let glyph = Some(icon::CHECK_CIRCLE);
        if kit::chip(ui, context, glyph, words.get("mapping-swap"), true).clicked() {
            *asked = Some(looked.changed(|mapping| mapping.is_swapped = false));
        }
    });
}
