//! The records of a badge, or of a cell that no zooming parts, as a list over the map.

use crate::model::RowId;
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
        PanelContext,
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
    context: &PanelContext<'_>,
    rows: &[RowId],
    total: usize,
    name: &str,
    commands: &mut Commands,
) {
    ui.set_width(WIDTH);
    ui.with_layout(kit::column(context.words), |ui| typeset::small(ui, name));
    let area = ScrollArea::vertical().max_height(HEIGHT);
    kit::scroll(ui, context.words, area, |ui| {
        virtual_rows(ui, RecordRow::HEIGHT, rows.len(), |ui, seen| {
            for row in rows.get(seen).unwrap_or_default() {
                if let Some(item) = item(context, *row) {
                    record_row(ui, context, &item, commands);
                }
            }
        });
        rest_ui(ui, context, total.saturating_sub(rows.len()));
    });
}

fn item(context: &PanelContext<'_>, row: RowId) -> Option<RecordRow> {
    let record = context.document.dataset.record(row)?;
    let relation = context.relation(row);
    let shown = relation.map(|relation| ShownRow { row, relation });
    Some(RecordRow {
        row,
        layer: record.layer.clone(),
        title: kit::title(context.words, context.document.dataset, row).text,
        below: kit::date(context.words, context.document.dataset, row).unwrap_or_default(),
        certainty: shown.map_or(Certainty::Certain, |shown| {
            certainty(context.document.dataset, context.document.filter, shown)
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
    context: &PanelContext<'_>,
    open: Option<(Cell, Rect)>,
    commands: &mut Commands,
) {
    let Some((cell, rect)) = open else {
        return;
    };
    let rows = context
        .answers
        .engine
        .rows_of(cell, context.document.filter, MOST);
    let total = context
        .answers
        .engine
        .count_of(cell, context.document.filter);
    let name = context.words.with("map-card-here", args!(n: total));
    let mut is_open = true;
    Popup::new(cell_list_id(), ui.ctx().clone(), rect, ui.layer_id())
        .open_bool(&mut is_open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(&name)
        .show(|ui| list_ui(ui, context, &rows, total, &name, commands));
    if !is_open {
        commands.push(MapCommand::List(None));
    }
}
