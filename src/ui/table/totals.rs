//! Below the rows: what all of them come to, also those that are out of sight.

use egui::{FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::{
    model::Layer,
    query::{Shown, TableColumn, marks::Certainty},
    text::{args, dates},
    theme::{Colour, MarkShape, fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::{PanelContext, kit},
};

use super::{
    columns::{PADDING, PlacedColumn, PlacedColumns, from_start},
    focus_id,
};

/// Width of a mark, in points.
const MARK: f32 = 10.0;

/// Draws the totals of the columns into `place`.
pub(super) fn totals_ui(ui: &Ui, context: &PanelContext<'_>, place: Rect, columns: &PlacedColumns) {
    let palette = context.theme.palette;
    ui.painter().rect_filled(place, 0, palette.surface);
    let line = Stroke::new(1.0, palette.outline_strong);
    ui.painter().hline(place.x_range(), place.top(), line);
    let totals = columns.columns.iter().filter_map(|column| {
        let total = total(context, column.facet);
        let spoken = total.spoken(context);
        (!spoken.is_empty()).then_some((*column, total, spoken))
    });
    let totals: Vec<_> = totals.collect();
    for (index, (column, total, spoken)) in totals.iter().enumerate() {
        // It goes on below the columns that come to nothing.
        let end = totals
            .get(index + 1)
            .map_or(columns.width, |(next, ..)| next.begin);
        let wide = PlacedColumn {
            width: end - column.begin,
            ..*column
        };
        let range = wide.range(place.x_range(), kit::is_rtl(context.words));
        let cell = Rect::from_x_y_ranges(range, place.y_range());
        let id = focus_id().with(("total", column.facet));
        let response = ui.interact(cell, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
        let is_cut = match total {
            Total::Text(text) => text_ui(ui, context, cell, PADDING, text).1,
            Total::Marks(marks) => marks_ui(ui, context, cell, marks),
        };
        if is_cut || matches!(total, Total::Marks(_)) {
            typeset::hint(response, spoken);
        }
    }
}

/// What a column comes to.
enum Total {
    Text(String),
    /// Marks with a number each: layers, or what is certain and what is possible.
    Marks(Vec<MarkedNumber>),
}

/// A mark, the number beside it, and both in words.
struct MarkedNumber {
    shape: MarkShape,
    colour: Colour,
    certainty: Certainty,
    number: usize,
    spoken: String,
}

impl Total {
    fn spoken(&self, context: &PanelContext<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Marks(marks) => {
                let each: Vec<&str> = marks.iter().map(|mark| mark.spoken.as_str()).collect();
                each.join(context.words.get("list-separator"))
            }
        }
    }
}

/// Writes a text `offset` points after the start of a cell; how wide it is and whether it had no room.
fn text_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    cell: Rect,
    offset: f32,
    text: &str,
) -> (f32, bool) {
    let setting = Setting::new(FontId::new(size::SMALL, fonts::medium()))
        .colour(context.theme.palette.text)
        .wrapped((cell.width() - offset - PADDING).max(8.0))
        .rows(1);
    let galley = typeset::galley(ui.ctx(), text, &setting);
    let (width, is_cut) = (galley.size().x, galley.elided);
    let at = from_start(context, cell, offset, width);
    let at = pos2(at, cell.center().y - galley.size().y / 2.0);
    typeset::paint_galley(ui.painter(), at, galley, None);
    (width, is_cut)
}

/// Draws marks with their numbers as far as there is room; whether some had none.
fn marks_ui(ui: &Ui, context: &PanelContext<'_>, cell: Rect, marks: &[MarkedNumber]) -> bool {
    let mut offset = PADDING;
    for mark in marks {
        let number = context.words.number(mark.number as f64);
        if offset + MARK > cell.width() - PADDING {
            return true;
        }
        let left = from_start(context, cell, offset, MARK);
        let centre = pos2(left + MARK / 2.0, cell.center().y);
        let painter = ui.painter();
        kit::paint_mark(
            painter,
            centre,
            MARK / 2.0,
            mark.shape,
            mark.colour,
            mark.certainty,
        );
        offset += MARK + 3.0;
        offset += text_ui(ui, context, cell, offset, &number).0 + size::GRID;
    }
    false
}

/// What a column comes to; an empty text where its values cannot be put together.
fn total(context: &PanelContext<'_>, column: TableColumn) -> Total {
    let (words, counts) = (context.words, &context.answers.visible.counts);
    match column {
        TableColumn::Date => Total::Text(dates::window(words, &context.document.filter.window)),
        TableColumn::Title => {
            let n = counts.shown.total();
            Total::Text(words.with("table-total", args!(n: n)))
        }
        TableColumn::Certainty => {
            let possible = Certainty::Possible { weight: 1.0 };
            let kinds = [
                (Certainty::Certain, "certain", counts.shown.certain),
                (possible, "possible", counts.shown.possible),
            ];
            let mark = |(certainty, key, number): (Certainty, &str, usize)| MarkedNumber {
                shape: MarkShape::Circle,
                colour: context.theme.palette.text_weak,
                certainty,
                number,
                spoken: named(context, words.get(key), number),
            };
            Total::Marks(kinds.map(mark).into())
        }
        TableColumn::Layer => {
            let shown = counts.layers.iter().filter(|(_, shown)| shown.total() > 0);
            let mark = |(layer, shown): (&Layer, &Shown)| MarkedNumber {
                shape: layer_shape(layer),
                colour: context.theme.layer(layer),
                certainty: Certainty::Certain,
                number: shown.total(),
                spoken: named(context, words.layers(layer), shown.total()),
            };
            Total::Marks(shown.map(mark).collect())
        }
        _ => Total::Text(String::new()),
    }
}

/// "Incidents 2".
fn named(context: &PanelContext<'_>, name: &str, number: usize) -> String {
    let n = context.words.number(number as f64);
    context
        .words
        .with("table-total-layer", args!(layer: name, n: n.as_str()))
}
