//! The inspector: the card of the selected record.
//!
//! What the card says is made in `card` and `ui::why`, once for a record, a language and a window;
//! the other files draw it. A copied citation is made in `cite`.

mod body;
pub(in crate::ui) mod card;
mod cite;
mod claims;
mod edit;
mod evidence;
mod head;
mod lines;
mod links;
mod locator;
mod tools;
mod words;

use crate::model::RowId;
use std::sync::Arc;

use egui::{Frame, Id, Margin, Response, ScrollArea, Ui};

use crate::{
    command::{Commands, EditCommand},
    theme::size,
    ui::{PanelContext, why::Why},
};

pub(in crate::ui) use edit::Typed;

use super::kit::{self, column, memo};
use card::Card;
pub(super) use cite::citation;

/// Room at both sides of what the card holds, in points.
const SIDE: i8 = 16;

/// Draws the inspector into the room that `ui` has: the whole panel, without a margin of its own.
pub fn inspector_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    kit::confined(ui, |ui| panel_ui(ui, context, commands));
}

fn panel_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    ui.with_layout(column(context.words), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let selected = context.document.selection.selected;
        if edit::take_pick(ui, context, selected, commands) {
            ui.ctx().request_repaint();
            return;
        }
        let rows = context.document.dataset.rows();
        if let Some(row) = selected.filter(|row| rows.contains(*row)) {
            record_ui(ui, context, row, commands);
        }
    });
}

fn record_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId, commands: &mut Commands) {
    tools::tools_ui(ui, context, row, commands);
    // Each record keeps the place that it was read to.
    let area = ScrollArea::vertical()
        .id_salt(("card", context.document.dataset.revision(), row))
        .auto_shrink([false, false]);
    kit::scroll(ui, context.words, area, |ui| {
        ui.set_width(ui.available_width());
        if context.document.editing.is_form {
            return edit::form_ui(ui, context, row, commands);
        }
        match card(ui, context, row).as_ref() {
            Some(card) => card_ui(ui, context, row, card, commands),
            None => head::unreadable_ui(ui, context, row, commands),
        }
    });
}

fn card_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    row: RowId,
    card: &Card,
    commands: &mut Commands,
) {
    head::head_ui(ui, context, row, card, &why(ui, context, row), commands);
    inset(SIDE, size::MARGIN as i8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        let facts = ui.scope(|ui| body::facts_ui(ui, context, card, commands));
        if is_opened(ui, &facts.response) {
            commands.push(EditCommand::Toggle);
        }
        body::actors_ui(ui, context, card, commands);
        body::quantities_ui(ui, context, card);
        body::equipment_ui(ui, context, card);
        claims::claims_ui(ui, context, card, commands);
        evidence::sources_ui(ui, context, card, commands);
        words::words_ui(ui, context, card, commands);
        links::related_ui(ui, context, card, commands);
        links::others_ui(ui, context, card);
        links::raw_ui(ui, context, row, commands);
    });
}

/// Whether somebody clicked twice on a value, to change it.
fn is_opened(ui: &Ui, values: &Response) -> bool {
    let is_double = ui.input(|input| {
        input
            .pointer
            .button_double_clicked(egui::PointerButton::Primary)
    });
    is_double && ui.rect_contains_pointer(values.rect)
}

/// Nothing but room around what it holds.
fn inset(side: i8, top: i8) -> Frame {
    Frame::NONE.inner_margin(Margin::symmetric(side, top))
}

fn card(ui: &Ui, context: &PanelContext<'_>, row: RowId) -> Arc<Option<Card>> {
    let key = (
        context.document.dataset.revision(),
        row,
        context.words.locale(),
    );
    memo(ui.ctx(), Id::unique("inspector card"), key, || {
        Card::of(context.words, context.document.dataset, row)
    })
}

fn why(ui: &Ui, context: &PanelContext<'_>, row: RowId) -> Arc<Why> {
    let is_shown = context.relation(row).is_some();
    let filter = context.document.filter;
    let time = (filter.window, filter.clock, filter.stale);
    let key = (
        context.document.dataset.revision(),
        row,
        context.words.locale(),
        time,
        is_shown,
    );
    memo(ui.ctx(), Id::unique("inspector why"), key, || {
        Why::of(context, row)
    })
}
