//! A record in one line: mark, title, date.

use egui::{CornerRadius, FontId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    command::{Commands, SelectCommand},
    map::marks::Certainty,
    model::Layer,
    theme::{fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::Scene,
};

use super::{is_rtl, paint_mark};

/// Room before and after the line.
const PADDING: f32 = 8.0;
/// Room that the mark takes.
const MARK: f32 = 20.0;

/// What the line of a record says.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    /// The row.
    pub row: usize,
    /// Its layer.
    pub layer: Layer,
    /// Its title.
    pub title: String,
    /// What stands at the end: a date in a few characters.
    pub end: String,
    /// What stands below, in small print: why it is in this list.
    pub below: Option<String>,
    /// How its mark is drawn.
    pub certainty: Certainty,
}

impl RecordRow {
    /// Height of the line in points.
    #[must_use]
    pub const fn height(has_below: bool) -> f32 {
        if has_below { 44.0 } else { size::TARGET }
    }
}

/// Draws the line. A click selects the record and the pointer over it is passed on, so that map,
/// timeline and list light up together.
pub fn record_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    item: &RecordRow,
    commands: &mut Commands,
) -> Response {
    let height = RecordRow::height(item.below.is_some());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let is_selected = scene.selection.selected == Some(item.row);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &item.title));
    if response.clicked() {
        commands.push(SelectCommand::Reveal(item.row));
    }
    if response.hovered() && scene.selection.hovered != Some(item.row) {
        commands.push(SelectCommand::Hover(Some(item.row)));
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ground(ui, scene, &response, item.row);
    let is_cut = contents(ui, scene, rect, item);
    if is_cut {
        return typeset::hint(response, &item.title);
    }
    response
}

fn ground(ui: &Ui, scene: &Scene<'_>, response: &Response, row: usize) {
    let palette = scene.theme.palette;
    let colour = if scene.selection.selected == Some(row) {
        palette.accent_wash
    } else if response.hovered() || response.has_focus() || scene.selection.hovered == Some(row) {
        palette.hover
    } else {
        return;
    };
    let corner = CornerRadius::same(size::CORNER);
    ui.painter().rect_filled(response.rect, corner, colour);
}

/// Paints the line and says whether the title had no room.
fn contents(ui: &Ui, scene: &Scene<'_>, rect: Rect, item: &RecordRow) -> bool {
    let palette = scene.theme.palette;
    let is_rtl = is_rtl(scene.words);
    let small = FontId::new(size::SMALL, egui::FontFamily::Proportional);
    let weak = Setting::new(small).colour(palette.text_weak);
    let end = typeset::galley(ui.ctx(), &item.end, &weak);
    let room = rect.width() - 2.0 * PADDING - MARK;
    let title_room = room - end.size().x - if item.end.is_empty() { 0.0 } else { size::GAP };
    let is_selected = scene.selection.selected == Some(item.row);
    let family = if is_selected {
        fonts::medium()
    } else {
        egui::FontFamily::Proportional
    };
    let setting = Setting::new(FontId::new(size::BODY, family))
        .colour(palette.text)
        .wrapped(title_room.max(40.0))
        .rows(1);
    let title = typeset::galley(ui.ctx(), &item.title, &setting);
    let is_cut = title.elided;
    let first_line = rect.top() + size::TARGET / 2.0;
    let put = |from_start: f32, width: f32| {
        if is_rtl {
            rect.right() - PADDING - from_start - width
        } else {
            rect.left() + PADDING + from_start
        }
    };
    let painter = ui.painter();
    paint_mark(
        painter,
        pos2(put(0.0, 12.0) + 6.0, first_line),
        5.0,
        layer_shape(&item.layer),
        scene.theme.layer(&item.layer),
        item.certainty,
    );
    let line = |galley: &egui::Galley, from_start: f32, middle: f32| {
        pos2(
            put(from_start, galley.size().x),
            middle - galley.size().y / 2.0,
        )
    };
    let at = line(&title, MARK, first_line);
    typeset::paint_galley(painter, at, title, None);
    let at = line(&end, MARK + room - end.size().x, first_line);
    typeset::paint_galley(painter, at, end, None);
    if let Some(below) = &item.below {
        let below = typeset::galley(ui.ctx(), below, &weak.wrapped(room).rows(1));
        let at = line(&below, MARK, rect.top() + 31.0);
        typeset::paint_galley(painter, at, below, None);
    }
    is_cut
}
