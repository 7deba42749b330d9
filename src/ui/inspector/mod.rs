//! The inspector: the card of the selected record.
//!
//! What the card says is made in `card` and `ui::why`, once for a record, a language and a window;
//! the other files draw it. A copied citation is made in `cite`.

mod body;
mod card;
mod cite;
mod claims;
mod empty;
mod evidence;
mod head;
mod links;
mod locator;
mod tools;

use std::sync::Arc;

use egui::{Frame, Id, Margin, ScrollArea, Ui};

use crate::{
    command::Commands,
    theme::size,
    ui::{Scene, why::Why},
};

use super::kit::{self, column, memo};
use card::Card;

/// Room at both sides of what the card holds, in points.
const SIDE: i8 = 16;

/// Draws the inspector into the room that `ui` has: the whole panel, without a margin of its own.
pub fn inspector_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    kit::confined(ui, |ui| panel_ui(ui, scene, commands));
}

fn panel_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    ui.with_layout(column(scene.words), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        match scene
            .selection
            .selected
            .filter(|row| *row < scene.dataset.len())
        {
            None => empty::empty_ui(ui, scene, commands),
            Some(row) => record_ui(ui, scene, row, commands),
        }
    });
}

fn record_ui(ui: &mut Ui, scene: &Scene<'_>, row: usize, commands: &mut Commands) {
    tools::tools_ui(ui, scene, row, commands);
    // Each record keeps the place that it was read to.
    let area = ScrollArea::vertical()
        .id_salt(("card", scene.dataset.revision(), row))
        .auto_shrink([false, false]);
    kit::scroll(ui, scene.words, area, |ui| {
        ui.set_width(ui.available_width());
        match card(ui, scene, row).as_ref() {
            Some(card) => card_ui(ui, scene, row, card, commands),
            None => head::unreadable_ui(ui, scene, row, commands),
        }
    });
}

fn card_ui(ui: &mut Ui, scene: &Scene<'_>, row: usize, card: &Card, commands: &mut Commands) {
    head::head_ui(ui, scene, (row, card), &why(ui, scene, row), commands);
    inset(SIDE, size::MARGIN as i8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::GRID;
        body::facts_ui(ui, scene, card);
        body::actors_ui(ui, scene, card, commands);
        body::quantities_ui(ui, scene, card);
        body::equipment_ui(ui, scene, card);
        claims::claims_ui(ui, scene, card, commands);
        evidence::sources_ui(ui, scene, card, commands);
        links::related_ui(ui, scene, card, commands);
        links::others_ui(ui, scene, card);
        links::raw_ui(ui, scene, row, commands);
    });
}

/// Nothing but room around what it holds.
fn inset(side: i8, top: i8) -> Frame {
    Frame::NONE.inner_margin(Margin::symmetric(side, top))
}

fn card(ui: &Ui, scene: &Scene<'_>, row: usize) -> Arc<Option<Card>> {
    let key = (scene.dataset.revision(), row, scene.words.voice());
    memo(ui.ctx(), Id::unique("inspector card"), key, || {
        Card::of(scene.words, scene.dataset, row)
    })
}

fn why(ui: &Ui, scene: &Scene<'_>, row: usize) -> Arc<Why> {
    let is_shown = scene.relation(row).is_some();
    let filter = scene.filter;
    let time = (filter.window, filter.clock, filter.stale);
    let key = (
        scene.dataset.revision(),
        row,
        scene.words.voice(),
        time,
        is_shown,
    );
    memo(ui.ctx(), Id::unique("inspector why"), key, || {
        Why::of(scene, row)
    })
}
