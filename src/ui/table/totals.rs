//! Below the rows: what all of them come to, also those that are out of sight.

use egui::{FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::{
    query::TableColumn,
    text::{args, dates},
    theme::{fonts, size},
    typeset::{self, Setting},
    ui::{PanelContext, kit},
};

use super::{
    columns::{PADDING, PlacedColumns, from_start},
    focus_id,
};

/// Draws the totals of the columns into `place`.
pub(super) fn totals_ui(ui: &Ui, context: &PanelContext<'_>, place: Rect, columns: &PlacedColumns) {
    let palette = context.theme.palette;
    ui.painter().rect_filled(place, 0, palette.surface);
    let line = Stroke::new(1.0, palette.outline_strong);
    ui.painter().hline(place.x_range(), place.top(), line);
    for column in &columns.columns {
        let text = total(context, column.facet);
        if text.is_empty() {
            continue;
        }
        let range = column.range(place.x_range(), kit::is_rtl(context.words));
        let cell = Rect::from_x_y_ranges(range, place.y_range());
        let response = ui.interact(
            cell,
            focus_id().with(("total", column.facet)),
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let setting = Setting::new(FontId::new(size::SMALL, fonts::medium()))
            .colour(palette.text)
            .wrapped((cell.width() - 2.0 * PADDING).max(8.0))
            .rows(1);
        let galley = typeset::galley(ui.ctx(), &text, &setting);
        let is_cut = galley.elided;
        let at = from_start(context, cell, PADDING, galley.size().x);
        let at = pos2(at, cell.center().y - galley.size().y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
        if is_cut {
            typeset::hint(response, &text);
        }
    }
}

/// What a column comes to; empty where its values cannot be put together.
fn total(context: &PanelContext<'_>, column: TableColumn) -> String {
    let (words, counts) = (context.words, &context.answers.visible.counts);
    match column {
        TableColumn::Date => dates::window(words, &context.document.filter.window),
        TableColumn::Title => words.with("table-total", args!(n: counts.shown.total())),
        TableColumn::Certainty => words.with(
            "count-certain-possible",
            args!(certain: counts.shown.certain, possible: counts.shown.possible),
        ),
        TableColumn::Layer => {
            let shown = counts.layers.iter().filter(|(_, shown)| shown.total() > 0);
            let each = shown.map(|(layer, shown)| {
                let n = words.number(shown.total() as f64);
                words.with(
                    "table-total-layer",
                    args!(layer: words.layers(layer), n: n.as_str()),
                )
            });
            let each: Vec<String> = each.collect();
            each.join(words.get("list-separator"))
        }
        _ => String::new(),
    }
}
