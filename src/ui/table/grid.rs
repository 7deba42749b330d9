//! The rows in view.

use crate::model::RowId;
use egui::{
    CornerRadius, FontFamily, FontId, Id, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::{
    command::{Commands, SelectCommand},
    query::marks::Certainty,
    text::bidi::Base,
    theme::{fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::{PanelContext, kit},
};

use super::{
    BAR, HEADER, ROW, TOTALS,
    cells::{RowCells, cells},
    columns::{PADDING, PlacedColumn, PlacedColumns, from_start, header_rect, header_ui},
    edit, focus_id, keys,
    marked::Marked,
    scroll::Scroll,
    totals::totals_ui,
};

/// Draws headings and rows into `room`, with the bar that scrolls them at its end.
pub(super) fn grid_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    room: Rect,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let is_rtl = kit::is_rtl(context.words);
    let (grid, mut bar) = if is_rtl {
        let (bar, grid) = room.split_left_right_at_x(room.left() + BAR);
        (grid, bar)
    } else {
        room.split_left_right_at_x(room.right() - BAR)
    };
    bar.min.y += HEADER;
    bar.max.y -= TOTALS;
    let id = Id::unique("place in the table");
    let seen = f64::from(((room.height() - HEADER - TOTALS) / ROW).max(0.0));
    let mut scroll = Scroll::load(ui, id, context.answers.ordered.rows.len(), seen);
    follow_selection(ui, context, &mut scroll);
    let columns = PlacedColumns::of(ui, context, grid.width());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(grid));
    ScrollArea::horizontal()
        .id_salt(("table", is_rtl))
        .auto_shrink([false, false])
        .stick_to_right(is_rtl)
        .show(&mut inside, |ui| {
            let size = vec2(columns.width, grid.height());
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let foot = rect.with_min_y(rect.bottom() - TOTALS);
            let top = pos2(rect.left(), rect.top() + HEADER);
            let body = Rect::from_min_max(top, pos2(rect.right(), foot.top().max(top.y)));
            totals_ui(ui, context, foot, &columns);
            body_ui(ui, context, body, &columns, &mut scroll, marked, commands);
            header_ui(ui, context, header_rect(rect), &columns, commands);
        });
    scroll.bar_ui(ui, context, bar, id.with("bar"));
    scroll.store(ui, id);
}

/// Brings a record that was just selected elsewhere into view, and the selected one after the rows
/// were ordered anew.
fn follow_selection(ui: &Ui, context: &PanelContext<'_>, scroll: &mut Scroll) {
    let id = Id::unique("selection that the table follows");
    let settings = &context.settings.table;
    let key = (
        context.document.selection.selected,
        settings.sort,
        context.answers.ordered.is_awaited,
    );
    if ui.data(|data| data.get_temp(id)) == Some(key) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, key));
    let Some(selected) = context.document.selection.selected else {
        return;
    };
    let rows = context.answers.ordered.rows;
    if let Some(index) = rows.iter().position(|row| *row == selected) {
        scroll.centre(index);
    }
}

fn body_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    body: Rect,
    columns: &PlacedColumns,
    scroll: &mut Scroll,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let response = ui.interact(body, focus_id(), Sense::click());
    let name = context.words.get("table-title");
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
    if ui.rect_contains_pointer(body) {
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        scroll.by(-f64::from(wheel / ROW));
    }
    if response.has_focus() {
        let page = (body.height() / ROW).floor() as usize;
        keys::take_keys(ui, context, scroll, page, marked, commands);
        edit::begin_by_key(ui, context, columns);
    }
    edit::follow(ui, context);
    let (range, above) = scroll.rows(ROW);
    let rows = context.answers.ordered.rows.get(range).unwrap_or_default();
    let mut lines = ui.new_child(UiBuilder::new().max_rect(body));
    lines.shrink_clip_rect(body);
    for (number, cells) in cells(ui, context, rows).iter().enumerate() {
        let top = body.top() - above + number as f32 * ROW;
        let place = Rect::from_x_y_ranges(body.x_range(), top..=top + ROW);
        row_ui(&mut lines, context, place, columns, cells, marked, commands);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.0, context.theme.palette.accent);
        let painter = lines.painter();
        painter.rect_stroke(
            body.shrink(0.5),
            CornerRadius::ZERO,
            ring,
            StrokeKind::Inside,
        );
    }
}

fn row_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    place: Rect,
    columns: &PlacedColumns,
    cells: &RowCells,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let id = focus_id().with(cells.row);
    let response = ui.interact(place, id, Sense::CLICK);
    let is_marked = marked.contains(cells.row);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_marked, cells.spoken()));
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        marked.mark(cells.row, context.answers.ordered.rows, modifiers);
        commands.push(SelectCommand::Reveal(cells.row));
        ui.memory_mut(|memory| memory.request_focus(focus_id()));
    }
    if response.double_clicked()
        && let Some(column) = columns.at(place.x_range(), &response, context)
    {
        edit::begin(ui, context, cells.row, column.facet);
    }
    kit::pass_on_hover(ui, context, &response, cells.row, commands);
    ground(ui, context, &response, cells.row, is_marked);
    mark(ui, context, place, cells);
    let mut cut = None;
    for column in &columns.columns {
        let range = column.range(place.x_range(), kit::is_rtl(context.words));
        let cell = Rect::from_x_y_ranges(range, place.y_range());
        let is_cut = cell_ui(ui, context, cell, column, cells);
        let pointer = response.hover_pos();
        if pointer.is_some_and(|pointer| cell.contains(pointer)) {
            cut = whole(column, cells, is_cut);
        }
    }
    let line = Stroke::new(1.0, context.theme.palette.outline.gamma_multiply(0.6));
    ui.painter().hline(place.x_range(), place.bottom(), line);
    let open = edit::open(ui).filter(|open| open.row == cells.row);
    if let Some(open) = open
        && let Some(column) = columns.columns.iter().find(|it| it.facet == open.facet)
    {
        let range = column.range(place.x_range(), kit::is_rtl(context.words));
        let cell = Rect::from_x_y_ranges(range, place.y_range());
        edit::cell_ui(ui, context, cell, columns, open, commands);
    } else if let Some(whole) = cut {
        typeset::hint(response, whole);
    }
}

/// What a hint over a cell says: a date in full, a title that was written later, and any text that had no room.
fn whole<'a>(column: &PlacedColumn, cells: &'a RowCells, is_cut: bool) -> Option<&'a str> {
    let text = match column.facet {
        crate::query::TableColumn::Date => cells.whole_date.as_str(),
        crate::query::TableColumn::Title if !cells.written_later.is_empty() => &cells.written_later,
        facet if is_cut => cells.text(facet),
        _ => "",
    };
    (!text.is_empty()).then_some(text)
}

fn ground(ui: &Ui, context: &PanelContext<'_>, response: &Response, row: RowId, is_marked: bool) {
    let palette = context.theme.palette;
    let colour = if context.document.selection.selected == Some(row) || is_marked {
        palette.accent_wash
    } else if response.hovered() || context.document.selection.hovered == Some(row) {
        palette.hover
    } else {
        return;
    };
    ui.painter().rect_filled(response.rect, 0, colour);
}

fn mark(ui: &Ui, context: &PanelContext<'_>, place: Rect, cells: &RowCells) {
    let left = from_start(context, place, 12.0, 10.0);
    let centre = pos2(left + 5.0, place.center().y);
    let colour = context.theme.layer(&cells.layer);
    let certainty = cells.certainty.unwrap_or(Certainty::Unconfirmed);
    let shape = layer_shape(&cells.layer);
    kit::paint_mark(ui.painter(), centre, 5.0, shape, colour, certainty);
}

/// Draws a cell and says whether its text had no room.
fn cell_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    cell: Rect,
    column: &PlacedColumn,
    cells: &RowCells,
) -> bool {
    let text = cells.text(column.facet);
    let id = focus_id().with((cells.row, column.facet));
    let response = ui.interact(cell, id, Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, text));
    if text.is_empty() {
        return false;
    }
    let palette = context.theme.palette;
    let (family, colour) = match column.facet {
        crate::query::TableColumn::Title
            if context.document.selection.selected == Some(cells.row) =>
        {
            (fonts::semibold(), palette.text)
        }
        crate::query::TableColumn::Title | crate::query::TableColumn::Date => {
            (FontFamily::Proportional, palette.text)
        }
        _ => (FontFamily::Proportional, palette.text_weak),
    };
    let base = match column.facet {
        crate::query::TableColumn::Title | crate::query::TableColumn::Place => Base::Auto,
        _ => Base::of(context.words.lang()),
    };
    let setting = Setting::new(FontId::new(size::BODY - 0.5, family))
        .colour(colour)
        .base(base);
    let room = (cell.width() - 2.0 * PADDING).max(8.0);
    let galley = typeset::galley(ui.ctx(), text, &setting.wrapped(room).rows(1));
    let is_cut = galley.elided;
    let at = from_start(context, cell, PADDING, galley.size().x);
    let at = pos2(at, cell.center().y - galley.size().y / 2.0);
    typeset::paint_galley(ui.painter(), at, galley, None);
    is_cut
}
