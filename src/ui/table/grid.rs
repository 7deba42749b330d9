//! The rows in view.

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
    ui::{Scene, kit},
};

use super::{
    BAR, HEADER, ROW,
    cells::{Cells, cells},
    columns::{Column, Columns, PADDING, from_start, header_rect, header_ui},
    focus_id, keys,
    marked::Marked,
    scroll::Scroll,
};

/// Draws headings and rows into `room`, with the bar that scrolls them at its end.
pub(super) fn grid_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    room: Rect,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let is_rtl = kit::is_rtl(scene.words);
    let (grid, mut bar) = if is_rtl {
        let (bar, grid) = room.split_left_right_at_x(room.left() + BAR);
        (grid, bar)
    } else {
        room.split_left_right_at_x(room.right() - BAR)
    };
    bar.min.y += HEADER;
    let id = Id::unique("place in the table");
    let seen = f64::from(((room.height() - HEADER) / ROW).max(0.0));
    let mut scroll = Scroll::load(ui, id, scene.ordered.rows.len(), seen);
    follow_selection(ui, scene, &mut scroll);
    let columns = Columns::of(ui, scene, grid.width());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(grid));
    ScrollArea::horizontal()
        .id_salt(("table", is_rtl))
        .auto_shrink([false, false])
        .stick_to_right(is_rtl)
        .show(&mut inside, |ui| {
            let size = vec2(columns.width, grid.height());
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let body = Rect::from_min_max(pos2(rect.left(), rect.top() + HEADER), rect.max);
            body_ui(ui, scene, body, &columns, &mut scroll, marked, commands);
            header_ui(ui, scene, header_rect(rect), &columns, commands);
        });
    scroll.bar_ui(ui, scene, bar, id.with("bar"));
    scroll.store(ui, id);
}

/// Brings a record that was just selected elsewhere into view, and the selected one after the rows
/// were ordered anew.
fn follow_selection(ui: &Ui, scene: &Scene<'_>, scroll: &mut Scroll) {
    let id = Id::unique("selection that the table follows");
    let settings = &scene.settings.table;
    let key = (
        scene.selection.selected,
        settings.sort,
        scene.ordered.is_awaited,
    );
    if ui.data(|data| data.get_temp(id)) == Some(key) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, key));
    let Some(selected) = scene.selection.selected else {
        return;
    };
    let rows = scene.ordered.rows;
    if let Some(index) = rows.iter().position(|row| *row as usize == selected) {
        scroll.centre(index);
    }
}

fn body_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    body: Rect,
    columns: &Columns,
    scroll: &mut Scroll,
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let response = ui.interact(body, focus_id(), Sense::click());
    let name = scene.words.get("table-title");
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
    if ui.rect_contains_pointer(body) {
        let wheel = ui.input(|input| input.smooth_scroll_delta().y);
        scroll.by(-f64::from(wheel / ROW));
    }
    if response.has_focus() {
        let page = (body.height() / ROW).floor() as usize;
        keys::take_keys(ui, scene, scroll, page, marked, commands);
    }
    let (range, above) = scroll.rows(ROW);
    let rows = scene.ordered.rows.get(range).unwrap_or_default();
    let mut lines = ui.new_child(UiBuilder::new().max_rect(body));
    lines.shrink_clip_rect(body);
    for (number, cells) in cells(ui, scene, rows).iter().enumerate() {
        let top = body.top() - above + number as f32 * ROW;
        let place = Rect::from_x_y_ranges(body.x_range(), top..=top + ROW);
        row_ui(&mut lines, scene, place, (columns, cells), marked, commands);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.0, scene.theme.palette.accent);
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
    scene: &Scene<'_>,
    place: Rect,
    (columns, cells): (&Columns, &Cells),
    marked: &mut Marked,
    commands: &mut Commands,
) {
    let id = focus_id().with(cells.row);
    let response = ui.interact(place, id, Sense::CLICK);
    let is_marked = marked.contains(cells.row);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_marked, cells.spoken()));
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        marked.mark(cells.row as u32, scene.ordered.rows, modifiers);
        commands.push(SelectCommand::Reveal(cells.row));
        ui.memory_mut(|memory| memory.request_focus(focus_id()));
    }
    kit::pass_on_hover(ui, scene, &response, cells.row, commands);
    ground(ui, scene, &response, cells.row, is_marked);
    mark(ui, scene, place, cells);
    let mut cut = None;
    for column in &columns.columns {
        let range = column.range(place.x_range(), kit::is_rtl(scene.words));
        let cell = Rect::from_x_y_ranges(range, place.y_range());
        let is_cut = cell_ui(ui, scene, cell, column, cells);
        let pointer = response.hover_pos();
        if pointer.is_some_and(|pointer| cell.contains(pointer)) {
            cut = whole(column, cells, is_cut);
        }
    }
    let line = Stroke::new(1.0, scene.theme.palette.outline.gamma_multiply(0.6));
    ui.painter().hline(place.x_range(), place.bottom(), line);
    if let Some(whole) = cut {
        typeset::hint(response, whole);
    }
}

/// What a hint over a cell says: a date in full, a title that was written later, and any text that had no room.
fn whole<'a>(column: &Column, cells: &'a Cells, is_cut: bool) -> Option<&'a str> {
    let text = match column.facet {
        crate::query::Facet::Date => cells.whole_date.as_str(),
        crate::query::Facet::Title if !cells.written_later.is_empty() => &cells.written_later,
        facet if is_cut => cells.text(facet),
        _ => "",
    };
    (!text.is_empty()).then_some(text)
}

fn ground(ui: &Ui, scene: &Scene<'_>, response: &Response, row: usize, is_marked: bool) {
    let palette = scene.theme.palette;
    let colour = if scene.selection.selected == Some(row) || is_marked {
        palette.accent_wash
    } else if response.hovered() || scene.selection.hovered == Some(row) {
        palette.hover
    } else {
        return;
    };
    ui.painter().rect_filled(response.rect, 0, colour);
}

fn mark(ui: &Ui, scene: &Scene<'_>, place: Rect, cells: &Cells) {
    let left = from_start(scene, place, 12.0, 10.0);
    let centre = pos2(left + 5.0, place.center().y);
    let colour = scene.theme.layer(&cells.layer);
    let certainty = cells.certainty.unwrap_or(Certainty::Unconfirmed);
    let shape = layer_shape(&cells.layer);
    kit::paint_mark(ui.painter(), centre, 5.0, shape, colour, certainty);
}

/// Draws a cell and says whether its text had no room.
fn cell_ui(ui: &Ui, scene: &Scene<'_>, cell: Rect, column: &Column, cells: &Cells) -> bool {
    let text = cells.text(column.facet);
    let id = focus_id().with((cells.row, column.facet));
    let response = ui.interact(cell, id, Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, text));
    if text.is_empty() {
        return false;
    }
    let palette = scene.theme.palette;
    let (family, colour) = match column.facet {
        crate::query::Facet::Title if scene.selection.selected == Some(cells.row) => {
            (fonts::semibold(), palette.text)
        }
        crate::query::Facet::Title | crate::query::Facet::Date => {
            (FontFamily::Proportional, palette.text)
        }
        _ => (FontFamily::Proportional, palette.text_weak),
    };
    let base = match column.facet {
        crate::query::Facet::Title | crate::query::Facet::Place => Base::Auto,
        _ => Base::of(scene.words.lang()),
    };
    let setting = Setting::new(FontId::new(size::BODY - 0.5, family))
        .colour(colour)
        .base(base);
    let room = (cell.width() - 2.0 * PADDING).max(8.0);
    let galley = typeset::galley(ui.ctx(), text, &setting.wrapped(room).rows(1));
    let is_cut = galley.elided;
    let at = from_start(scene, cell, PADDING, galley.size().x);
    let at = pos2(at, cell.center().y - galley.size().y / 2.0);
    typeset::paint_galley(ui.painter(), at, galley, None);
    is_cut
}
