//! The card beside what is under the pointer: one record in short, or a stack as a list.

use egui::{Area, Id, Order, Rect, Ui, Vec2, pos2};

use crate::{
    map::Hit,
    model::{Record, RowId},
    query::{
        ShownRow,
        marks::{Certainty, certainty},
    },
    text::{args, dates},
    typeset::Text,
    ui::{
        PanelContext,
        kit::{self, mark_ui},
        why::Why,
    },
};

use super::floating;

/// Width of the card, in points.
const WIDTH: f32 = 272.0;
/// Between the card and what it belongs to, in points.
const GAP: f32 = 8.0;
/// Most records of a stack that are named.
const NAMED: usize = 7;

/// Shows the card of `hit` beside it, within `rect`.
pub(super) fn card_ui(ui: &Ui, context: &PanelContext<'_>, hit: &Hit, rect: Rect) {
    let id = Id::NULL.with("map-card");
    let size = ui
        .ctx()
        .memory(|memory| memory.area_rect(id))
        .map_or(Vec2::new(WIDTH, 120.0), |area| area.size());
    Area::new(id)
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(beside(hit.rect, size, rect))
        .constrain_to(rect)
        .show(ui.ctx(), |ui| {
            floating(context.theme, 12).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.with_layout(kit::column(context.words), |ui| match hit.only() {
                    Some(row) => record_ui(ui, context, row),
                    None => list_ui(ui, context, hit),
                });
            });
        });
}

/// Right of the thing, or left of it, or above or below: where there is room first.
fn beside(thing: Rect, size: Vec2, rect: Rect) -> egui::Pos2 {
    let room = rect.shrink(GAP);
    let top = (thing.center().y - 24.0).clamp(room.top(), (room.bottom() - size.y).max(room.top()));
    if thing.right() + GAP + size.x <= room.right() {
        pos2(thing.right() + GAP, top)
    } else if thing.left() - GAP - size.x >= room.left() {
        pos2(thing.left() - GAP - size.x, top)
    } else if thing.bottom() + GAP + size.y <= room.bottom() {
        pos2(thing.center().x - size.x / 2.0, thing.bottom() + GAP)
    } else {
        pos2(thing.center().x - size.x / 2.0, thing.top() - GAP - size.y)
    }
}

fn record_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId) {
    let Some(record) = context.document.dataset.record(row) else {
        return;
    };
    let words = context.words;
    let shown = shown_as(context, row);
    kit::block_row(ui, kit::row_top(words), 20.0, |ui| {
        mark_ui(
            ui,
            context,
            &record.layer,
            shown.unwrap_or(Certainty::Certain),
        );
        ui.add(
            Text::new(&kit::title(words, context.document.dataset, row).text)
                .strong()
                .rows(3),
        );
    });
    let date = record.date.as_ref().map_or_else(
        || words.get("map-card-undated").to_owned(),
        |when| dates::capitalised(&dates::in_words(words, when, record.kind)),
    );
    ui.add(Text::new(&date).wrap());
    place_ui(ui, context, &record);
    kit::status_ui(ui, context, &record);
    if let Some(later) = kit::written_later(context, &record) {
        ui.add(Text::new(&later).small().weak().wrap());
    }
    if shown.is_some() {
        let why = Why::of(context, row);
        let standing = words.get(why.standing.key());
        ui.add(Text::new(standing).small().medium().wrap());
        ui.add(Text::new(&why.text).small().weak().wrap());
    }
}

fn place_ui(ui: &mut Ui, context: &PanelContext<'_>, record: &Record) {
    let words = context.words;
    let name = record.place.name.text(words.content());
    let precision = words.place_precision(record.place.precision);
    let line = if name.is_empty() {
        precision.to_owned()
    } else {
        format!("{name} · {precision}")
    };
    ui.add(Text::new(&line).weak().wrap());
}

fn list_ui(ui: &mut Ui, context: &PanelContext<'_>, hit: &Hit) {
    let words = context.words;
    let count = hit.count;
    let counted = rows_of_cell(context, hit);
    let rows = counted.as_ref().unwrap_or(&hit.rows);
    let key = if hit.is_area {
        "map-card-area"
    } else {
        "map-card-here"
    };
    ui.add(Text::new(&words.with(key, args!(n: count))).strong().wrap());
    for row in rows.iter().take(NAMED) {
        line_ui(ui, context, *row);
    }
    if count > NAMED {
        let more = words.with("map-card-more", args!(n: count - NAMED));
        ui.add(Text::new(&more).weak());
    }
    let areas = areas_of_cell(context, hit);
    if areas > 0 {
        let areas = words.with("map-card-areas", args!(n: areas));
        ui.add(Text::new(&areas).weak().wrap());
    }
    ui.add(Text::new(words.get("map-card-open")).small().weak());
}

/// The first records of a cell that is only counted.
fn rows_of_cell(context: &PanelContext<'_>, hit: &Hit) -> Option<Vec<RowId>> {
    Some(
        context
            .answers
            .engine
            .rows_of(hit.cell?, context.document.filter, NAMED),
    )
}

/// How many records of a cell that is only counted are known to an area only.
fn areas_of_cell(context: &PanelContext<'_>, hit: &Hit) -> usize {
    hit.cell.map_or(0, |cell| {
        context
            .answers
            .engine
            .areas_of(cell, context.document.filter)
    })
}

fn line_ui(ui: &mut Ui, context: &PanelContext<'_>, row: RowId) {
    let Some(record) = context.document.dataset.record(row) else {
        return;
    };
    kit::block_row(ui, kit::row(context.words), 18.0, |ui| {
        mark_ui(
            ui,
            context,
            &record.layer,
            shown_as(context, row).unwrap_or(Certainty::Certain),
        );
        ui.add(
            Text::new(&kit::title(context.words, context.document.dataset, row).text).truncate(),
        );
    });
}

/// How a row stands to the window, if it is in it.
fn shown_as(context: &PanelContext<'_>, row: RowId) -> Option<Certainty> {
    let relation = context.relation(row)?;
    Some(certainty(
        context.document.dataset,
        context.document.filter,
        ShownRow { row, relation },
    ))
}
