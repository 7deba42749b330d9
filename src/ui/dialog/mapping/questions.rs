//! What nobody can know without asking: whether the day comes first, and whether latitude and
//! longitude have changed places.

use egui::{Frame, Ui, vec2};

use crate::{
    data::SourceFile,
    model::{DateOrder, Field, Mapping, When, written_date::edtf_text},
    text::{args, dates},
    theme::{fonts::icon, size},
    typeset::Text,
    ui::{PanelContext, kit},
};

use super::look::Look;

pub(super) fn questions_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let is_laid_down = part
        .mapping
        .preset()
        .is_some_and(|it| it.date_order().is_some());
    if !is_laid_down && (!look.ambiguous.is_empty() || part.mapping.date_order.is_some()) {
        order_ui(ui, context, part, look, asked);
    }
    if look.swapped.is_some() || part.mapping.is_swapped {
        swapped_ui(ui, context, part, look, asked);
    }
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
                ui.add_space(size::GAP);
                answers(ui);
            });
        });
}

fn order_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let dated = part.mapping.property(Field::Date).unwrap_or_default();
    let column = look.ambiguous.first().map_or(dated, |(column, _)| column);
    // A column may tell its own order, by a 25th: then nothing waits for an answer.
    let key = match part.mapping.date_order {
        Some(_) => "mapping-order-read",
        None => "mapping-order-ask",
    };
    let text = words.with(key, args!(column: column));
    question(ui, context, &text, |ui| {
        for order in DateOrder::ALL {
            let key = match order {
                DateOrder::Dmy => "mapping-order-dmy",
                DateOrder::Mdy => "mapping-order-mdy",
            };
            kit::wrapped_row(ui, words, vec2(size::GAP, size::GRID), |ui| {
                let is_on = part.mapping.date_order == Some(order);
                if kit::chip(ui, context, None, words.get(key), is_on).clicked() {
                    let mut mapping = part.mapping.clone();
                    mapping.say_order(order);
                    *asked = Some(mapping);
                }
                for (_, written) in &look.ambiguous {
                    let read = example(context, written, order);
                    let line = words.with("mapping-becomes", args!(written: written, read: read));
                    ui.add(Text::new(&line).small().weak());
                }
            });
        }
    });
}

/// What a date is in an order, in words; that there is no such date where there is none.
fn example(context: &PanelContext, written: &str, order: DateOrder) -> String {
    let read = edtf_text(written, Some(order)).ok();
    match read.and_then(|text| When::parse(&text).ok()) {
        Some(when) => dates::short(context.words, &when),
        None => context.words.get("mapping-no-such-date").to_owned(),
    }
}

fn swapped_ui(
    ui: &mut Ui,
    context: &PanelContext,
    part: &SourceFile,
    look: &Look,
    asked: &mut Option<Mapping>,
) {
    let words = context.words;
    let text = match look.swapped {
        Some(n) => words.with("mapping-swapped-ask", args!(n: n)),
        None => words.get("mapping-swapped").to_owned(),
    };
    question(ui, context, &text, |ui| {
        let is_on = part.mapping.is_swapped;
        let glyph = is_on.then_some(icon::CHECK_CIRCLE);
        if kit::chip(ui, context, glyph, words.get("mapping-swap"), is_on).clicked() {
            let mut mapping = part.mapping.clone();
            mapping.is_swapped = !is_on;
            *asked = Some(mapping);
        }
    });
}
