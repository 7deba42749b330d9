//! The records in the window, by date.

use std::{ops::Range, sync::Arc};

use egui::{Id, Rect, ScrollArea, Ui};

use crate::{
    command::{Commands, FilterCommand},
    model::{Layer, RowId},
    query::{ShownRow, marks},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{
        PanelContext, context_menu,
        kit::{self, RecordRow, Section},
    },
};

use super::LayerRoom;

/// Rows that the list shows at least, where there are as many.
const LEAST_ROWS: f32 = 3.5;

pub(super) fn rows_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    room: &LayerRoom,
    commands: &mut Commands,
) {
    let section = Section {
        id: "rows",
        title: context.words.get("in-window"),
        is_open: true,
    };
    let shown = context.answers.visible.counts.shown;
    let colour = context.theme.palette.text_weak;
    let counts = |ui: &mut Ui| {
        kit::counts_ui(ui, context, shown, colour);
    };
    kit::section(ui, context, section, counts, |ui| {
        if shown.total() == 0 {
            nothing_ui(ui, context, commands);
            return;
        }
        // A head is in order already.
        let sorted = (!context.answers.visible.is_head()).then(|| sorted(ui, context));
        let rows = sorted.as_deref().unwrap_or(&context.answers.visible.rows);
        let height = room.of_list(ui).max(LEAST_ROWS * RecordRow::HEIGHT);
        let area = ScrollArea::vertical()
            .id_salt("rows")
            .max_height(height)
            .auto_shrink([false, true]);
        kit::scroll(ui, context.words, area, |ui| {
            let list = kit::virtual_rows(ui, RecordRow::HEIGHT, rows.len(), |ui, range| {
                for item in items(ui, context, rows, range).iter() {
                    let line = kit::record_row(ui, context, item, commands);
                    context_menu::of_row(&line, context, item.row, commands);
                }
            });
            follow_selection(ui, context, rows, list);
        });
        rest_ui(ui, context, shown.total().saturating_sub(rows.len()));
    });
}

/// How many records a list leaves out.
pub fn rest_ui(ui: &mut Ui, context: &PanelContext<'_>, rest: usize) {
    if rest > 0 {
        let text = context.words.with("rows-rest", args!(n: rest));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// Brings a record that was just selected elsewhere into view, unless the list itself is out of it.
fn follow_selection(ui: &Ui, context: &PanelContext<'_>, rows: &[ShownRow], list: Rect) {
    let id = Id::unique("selection that the list follows");
    let selected = context.document.selection.selected;
    let known = ui.data(|data| data.get_temp::<Option<RowId>>(id));
    if selected == known.flatten() {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, selected));
    let Some(index) = selected.and_then(|row| rows.iter().position(|shown| shown.row == row))
    else {
        return;
    };
    let top = list.top() + index as f32 * RecordRow::HEIGHT;
    let line = Rect::from_x_y_ranges(list.x_range(), top..=top + RecordRow::HEIGHT);
    let seen = ui.clip_rect();
    let is_seen = line.top() >= seen.top() && line.bottom() <= seen.bottom();
    if seen.intersects(list) && !is_seen {
        ui.scroll_to_rect(line, None);
    }
}

/// Nothing shows: because of the window or because of the filters.
fn nothing_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let words = context.words;
    let is_filtered = super::filters::is_filtered(context);
    let key = if is_filtered {
        "rows-none-filtered"
    } else {
        "rows-none"
    };
    ui.add(Text::new(words.get(key)).weak().block());
    if is_filtered {
        ui.add_space(size::GRID);
        if typeset::button(ui, words.get("filters-clear")).clicked() {
            commands.push(FilterCommand::Clear);
        }
    }
}

/// The rows in the window in the order of their first possible second.
fn sorted(ui: &Ui, context: &PanelContext<'_>) -> Arc<Vec<ShownRow>> {
    let key = (
        context.document.dataset.revision(),
        context.document.filter.clone(),
    );
    kit::memo(ui.ctx(), Id::unique("rows by date"), key, || {
        let mut rows = context.answers.visible.rows.clone();
        let columns = context.document.dataset.columns();
        rows.sort_by_key(|shown| columns.order(shown.row));
        rows
    })
}

/// What the lines in view say; made anew when other lines come into view.
fn items(
    ui: &Ui,
    context: &PanelContext<'_>,
    rows: &[ShownRow],
    range: Range<usize>,
) -> Arc<Vec<RecordRow>> {
    let lines = rows.get(range).unwrap_or_default();
    let window = context.document.filter.window;
    let revision = context.document.dataset.revision();
    let key = (revision, context.words.locale(), window, lines.to_vec());
    kit::memo(ui.ctx(), Id::unique("rows in view"), key, || {
        lines.iter().map(|shown| item(context, *shown)).collect()
    })
}

fn item(context: &PanelContext<'_>, shown: ShownRow) -> RecordRow {
    RecordRow {
        certainty: marks::certainty(context.document.dataset, context.document.filter, shown),
        ..line(context, shown.row)
    }
}

/// The lines of a record, its mark solid and its date below.
pub(super) fn line(context: &PanelContext<'_>, row: RowId) -> RecordRow {
    let record = context.document.dataset.record(row);
    RecordRow {
        row,
        layer: record.map_or(Layer::Context, |record| record.layer.clone()),
        title: kit::title(context.words, context.document.dataset, row).text,
        below: kit::date(context.words, context.document.dataset, row).unwrap_or_default(),
        certainty: marks::Certainty::Certain,
    }
}
