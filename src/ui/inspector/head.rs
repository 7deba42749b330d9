//! The top of the card: what it is, what it is called, how sure it is.

use crate::model::RowId;
use egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use crate::{
    command::{Commands, Dialog, FilterCommand, ViewCommand},
    query::marks::Certainty,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text, Weight},
    ui::{
        PanelContext, kit,
        why::{Standing, Why},
    },
};

use super::{
    SIDE,
    card::{Card, IssueLine, issues},
    lines::{code_ui, own, worded_ui},
};

/// Room that is kept for the kind of a record beside its layer, in points.
const ROOM_FOR_KIND: f32 = 110.0;

/// Draws the head of a card.
pub(super) fn head_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    card: &Card,
    why: &Why,
    commands: &mut Commands,
) {
    let palette = context.theme.palette;
    let frame = Frame::NONE.fill(palette.surface).inner_margin(Margin {
        left: SIDE,
        right: SIDE,
        top: 14,
        bottom: 16,
    });
    let response = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GAP;
        issues_ui(ui, context, &card.issues, commands);
        layer_ui(ui, context, card);
        let title = Text::new(&card.title.text).title().weight(Weight::Bold);
        worded_ui(ui, context, card.title.fallback, title);
        let record = context.document.dataset.record(row);
        if let Some(record) = &record {
            kit::status_ui(ui, context, record);
        }
        if let Some(summary) = &card.summary {
            worded_ui(
                ui,
                context,
                summary.fallback,
                Text::new(&summary.text).airy(),
            );
        }
        if let Some(later) = record.and_then(|record| kit::written_later(context, &record)) {
            ui.add(own(context, &later).small().colour(palette.warning));
        }
        standing_ui(ui, context, card, why, commands);
    });
    let rect = response.response.rect;
    let line = Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
}

/// The mark, the layer and the kind in one line.
fn layer_ui(ui: &mut Ui, context: &PanelContext<'_>, card: &Card) {
    let words = context.words;
    kit::block_row(ui, kit::row(words), 18.0, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        kit::mark_ui(ui, context, &card.layer, Certainty::Certain);
        let colour = context.theme.layer(&card.layer);
        let layer = Text::new(words.layer(&card.layer)).strong().colour(colour);
        let room = ui.available_width() - ROOM_FOR_KIND;
        let layer = ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(layer.truncate())
        });
        let layer = layer.inner;
        if let Some(hint) = words.layer_hint(&card.layer) {
            typeset::hint(layer, hint);
        }
        ui.add(Text::new("·").weak());
        let kind = ui.add(Text::new(words.kind(card.kind)).weak());
        typeset::hint(kind, words.kind_hint(card.kind));
    });
}

/// How the record stands in the window and why, with the mark that the map draws for it.
fn standing_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    card: &Card,
    why: &Why,
    commands: &mut Commands,
) {
    let palette = context.theme.palette;
    let frame = Frame::NONE
        .fill(palette.canvas)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(10, 8));
    ui.add_space(size::GRID);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        kit::block_row(ui, kit::row(context.words), 18.0, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if let Some(certainty) = why.standing.certainty() {
                kit::mark_ui(ui, context, &card.layer, certainty);
            }
            ui.add(Text::new(context.words.get(why.standing.key())).medium());
        });
        ui.add(own(context, &why.text).small().weak());
        if why.standing == Standing::Filtered {
            ui.add_space(size::GRID);
            if typeset::button(ui, context.words.get("filters-clear")).clicked() {
                commands.push(FilterCommand::Clear);
            }
        }
    });
}

/// What is wrong with the record, before anything else it says.
fn issues_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    issues: &[IssueLine],
    commands: &mut Commands,
) {
    if issues.is_empty() {
        return;
    }
    let colour = context.theme.palette.warning;
    let frame = Frame::NONE
        .fill(kit::tint(colour))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        kit::block_row(ui, kit::row(context.words), 18.0, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let glyph = Text::new(icon::WARNING).colour(colour);
            ui.add(glyph);
            let count = context.words.with("card-issues", args!(n: issues.len()));
            ui.add(Text::new(&count).strong().colour(colour));
        });
        for issue in issues {
            let field = if issue.value.is_empty() {
                issue.field.clone()
            } else {
                format!("{}: {}", issue.field, issue.value)
            };
            ui.add(Text::new(&issue.what).small().block());
            ui.add(Text::new(&field).mono().weak().block());
        }
        let all = context.words.get("card-all-issues");
        if typeset::link(ui, all).clicked() {
            commands.push(ViewCommand::Show(Dialog::Issues));
        }
    });
    ui.add_space(size::GRID);
}

/// A record that cannot be read: what is wrong and the text as it stands.
pub(super) fn unreadable_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    commands: &mut Commands,
) {
    let words = context.words;
    super::inset(SIDE, 14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GAP;
        let title = Text::new(words.get("card-unreadable")).title();
        ui.add(title.weight(Weight::Bold).block());
        ui.add(Text::new(words.get("card-unreadable-hint")).weak().block());
        let issues = issues(words, context.document.dataset, row);
        issues_ui(ui, context, &issues, commands);
        code_ui(ui, context, &context.document.dataset.feature(row));
    });
}
