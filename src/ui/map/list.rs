//! The records of a badge, or of a cell that no zooming parts, as a list over the map.

use egui::{Context, Id, LayerId, Order, Popup, PopupCloseBehavior, Rect, ScrollArea, Ui};

use crate::{
    command::{Commands, MapCommand},
    query::{
        ShownRow,
        index::Cell,
        marks::{Certainty, certainty},
    },
    text::args,
    typeset,
    ui::{
        Scene,
        kit::{self, RecordRow, record_row, virtual_rows},
        layers::rest_ui,
    },
};

/// Width of the list, in points.
const WIDTH: f32 = 320.0;
/// Its greatest height, in points.
const HEIGHT: f32 = 320.0;
/// Records of a cell that are listed.
const MOST: usize = 500;

/// Draws a list of `total` records called `name`, of which `rows` are at hand.
pub(super) fn list_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (rows, total): (&[usize], usize),
    name: &str,
    commands: &mut Commands,
) {
    ui.set_width(WIDTH);
    ui.with_layout(kit::column(scene.words), |ui| typeset::small(ui, name));
    let area = ScrollArea::vertical().max_height(HEIGHT);
    kit::scroll(ui, scene.words, area, |ui| {
        virtual_rows(ui, RecordRow::HEIGHT, rows.len(), |ui, seen| {
            for row in rows.get(seen).unwrap_or_default() {
                if let Some(item) = item(scene, *row) {
                    record_row(ui, scene, &item, commands);
                }
            }
        });
        rest_ui(ui, scene, total.saturating_sub(rows.len()));
    });
}

fn item(scene: &Scene<'_>, row: usize) -> Option<RecordRow> {
    let record = scene.dataset.record(row)?;
    let relation = scene.relation(row);
    let shown = relation.map(|relation| ShownRow { row, relation });
    Some(RecordRow {
        row,
        layer: record.layer.clone(),
        title: kit::title(scene.words, scene.dataset, row).text,
        below: kit::date(scene.words, scene.dataset, row).unwrap_or_default(),
        certainty: shown.map_or(Certainty::Certain, |shown| {
            certainty(scene.dataset, scene.filter, shown)
        }),
    })
}

fn cell_list_id() -> Id {
    Id::unique("records of a cell")
}

/// Whether the list of a cell's records was shown in the last frame.
pub(super) fn is_cell_list_shown(ctx: &Context) -> bool {
    let layer = LayerId::new(Order::Foreground, cell_list_id());
    ctx.memory(|memory| memory.areas().is_visible(&layer))
}

/// The list of a cell's records beside the cell, while it is open.
pub(super) fn cell_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    open: Option<(Cell, Rect)>,
    commands: &mut Commands,
) {
    let Some((cell, rect)) = open else {
        return;
    };
    let rows = scene.engine.rows_of(cell, scene.filter, MOST);
    let total = scene.engine.count_of(cell, scene.filter);
    let name = scene.words.with("map-card-here", args!(n: total));
    let mut is_open = true;
    Popup::new(cell_list_id(), ui.ctx().clone(), rect, ui.layer_id())
        .open_bool(&mut is_open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(&name)
        .show(|ui| list_ui(ui, scene, (&rows, total), &name, commands));
    if !is_open {
        commands.push(MapCommand::List(None));
    }
}
