//! What the first records of a file become.

use egui::{Ui, vec2};

use crate::{
    model::{Record, geometry},
    text::dates,
    theme::size,
    typeset::Text,
    ui::{PanelContext, kit},
};

/// Records that are shown.
const RECORDS: usize = 4;

/// Shares of the width for date, place, layer and title.
const SHARES: [f32; 4] = [0.2, 0.3, 0.15, 0.35];

pub(super) fn preview_ui(ui: &mut Ui, context: &PanelContext, part: usize) {
    let words = context.words;
    ui.add_space(size::GAP);
    ui.add(Text::new(words.get("mapping-preview")).medium());
    let names = ["field-date", "field-place", "field-layer", "field-title"];
    row_ui(
        ui,
        context,
        &names.map(|key| words.get(key).to_owned()),
        true,
    );
    for row in context.document.dataset.rows_of(part).take(RECORDS) {
        let record = context.document.dataset.record(row);
        let cells = record.map_or_else(Default::default, |record| cells(context, &record));
        row_ui(ui, context, &cells, false);
    }
}

fn cells(context: &PanelContext, record: &Record) -> [String; 4] {
    let words = context.words;
    let date = record.date.as_ref();
    let date = date.map(|date| dates::short(words, date));
    let name = record.place.name.text(words.lang());
    let point = record.geometry.as_ref().and_then(geometry::anchor);
    let degrees = point.map(|point| format!("{:.2}, {:.2}", point.y(), point.x()));
    let place = match (name.is_empty(), degrees) {
        (true, degrees) => degrees.unwrap_or_default(),
        (false, None) => name.to_owned(),
        (false, Some(degrees)) => format!("{name} ({degrees})"),
    };
    [
        date.unwrap_or_else(|| words.get("undated").to_owned()),
        place,
        words.layer(&record.layer).to_owned(),
        record.title.text(words.lang()).to_owned(),
    ]
}

fn row_ui(ui: &mut Ui, context: &PanelContext, cells: &[String; 4], is_heading: bool) {
    let width = ui.available_width() - 3.0 * size::GAP;
    kit::block_row(ui, kit::row_top(context.words), 0.0, |ui| {
        for (cell, share) in cells.iter().zip(SHARES) {
            let size = vec2(width * share, 0.0);
            ui.allocate_ui_with_layout(size, kit::column(context.words), |ui| {
                ui.set_width(size.x);
                let text = Text::new(if cell.is_empty() { "–" } else { cell }).truncate();
                ui.add(if is_heading {
                    text.small().weak()
                } else {
                    text
                });
            });
        }
    });
}
