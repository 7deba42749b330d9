//! The records in the window, by date.

use std::{ops::Range, sync::Arc};

use egui::{Id, Rect, Ui};

use crate::{
    command::{Commands, FilterCommand},
    model::Layer,
    query::{ShownRow, marks},
    text::args,
    theme::size,
    typeset::{self, Text},
    ui::{
        Scene,
        kit::{self, RecordRow, Section},
    },
};

pub(super) fn rows_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let section = Section {
        id: "rows",
        title: scene.words.get("in-window"),
        is_open: true,
    };
    let shown = scene.visible.counts.shown;
    let colour = scene.theme.palette.text_weak;
    let counts = |ui: &mut Ui| {
        kit::counts_ui(ui, scene, shown, colour);
    };
    kit::section(ui, scene, section, counts, |ui| {
        if shown.total() == 0 {
            nothing_ui(ui, scene, commands);
            return;
        }
        // A head is in order already.
        let sorted = (!scene.visible.is_head()).then(|| sorted(ui, scene));
        let rows = sorted.as_deref().unwrap_or(&scene.visible.rows);
        let list = kit::virtual_rows(ui, RecordRow::HEIGHT, rows.len(), |ui, range| {
            for item in items(ui, scene, rows, range).iter() {
                kit::record_row(ui, scene, item, commands);
            }
        });
        follow_selection(ui, scene, rows, list);
        rest_ui(ui, scene, shown.total().saturating_sub(rows.len()));
    });
}

/// How many records a list leaves out.
pub fn rest_ui(ui: &mut Ui, scene: &Scene<'_>, rest: usize) {
    if rest > 0 {
        let text = scene.words.with("rows-rest", args!(n: rest));
        ui.add(Text::new(&text).small().weak().block());
    }
}

/// Brings a record that was just selected elsewhere into view, unless the list itself is out of it.
fn follow_selection(ui: &Ui, scene: &Scene<'_>, rows: &[ShownRow], list: Rect) {
    let id = Id::unique("selection that the list follows");
    let selected = scene.selection.selected;
    let known = ui.data(|data| data.get_temp::<Option<usize>>(id));
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
fn nothing_ui(ui: &mut Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let words = scene.words;
    let is_filtered = super::filters::is_filtered(scene);
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
fn sorted(ui: &Ui, scene: &Scene<'_>) -> Arc<Vec<ShownRow>> {
    let key = (scene.dataset.revision(), scene.filter.clone());
    kit::memo(ui.ctx(), Id::unique("rows by date"), key, || {
        let mut rows = scene.visible.rows.clone();
        let columns = scene.dataset.columns();
        rows.sort_by_key(|shown| columns.order(shown.row));
        rows
    })
}

/// What the lines in view say; made anew when other lines come into view.
fn items(
    ui: &Ui,
    scene: &Scene<'_>,
    rows: &[ShownRow],
    range: Range<usize>,
) -> Arc<Vec<RecordRow>> {
    let lines = rows.get(range).unwrap_or_default();
    let window = scene.filter.window;
    let revision = scene.dataset.revision();
    let key = (revision, scene.words.voice(), window, lines.to_vec());
    kit::memo(ui.ctx(), Id::unique("rows in view"), key, || {
        lines.iter().map(|shown| item(scene, *shown)).collect()
    })
}

fn item(scene: &Scene<'_>, shown: ShownRow) -> RecordRow {
    RecordRow {
        certainty: marks::certainty(scene.dataset, scene.filter, shown),
        ..line(scene, shown.row)
    }
}

/// The lines of a record, its mark solid and its date below.
pub(super) fn line(scene: &Scene<'_>, row: usize) -> RecordRow {
    let record = scene.dataset.record(row);
    RecordRow {
        row,
        layer: record.map_or(Layer::Context, |record| record.layer.clone()),
        title: kit::title(scene.words, scene.dataset, row).text,
        below: kit::date(scene.words, scene.dataset, row).unwrap_or_default(),
        certainty: marks::Certainty::Certain,
    }
}
