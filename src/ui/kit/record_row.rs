//! A record in a list: mark and title, below them what the list has to say of it.

use egui::{
    CornerRadius, FontFamily, FontId, Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::{
    command::{Commands, SelectCommand},
    model::{Layer, RowId},
    query::marks::Certainty,
    text::bidi::Base,
    theme::{fonts, layer_shape, size},
    typeset::{self, Setting},
    ui::PanelContext,
};

use super::{from_start, paint_mark};

/// Room before and after the line.
const PADDING: f32 = 8.0;
/// Room that the mark takes.
const MARK: f32 = 20.0;
/// Middles of the two lines below the top, in points.
const LINES: [f32; 2] = [14.0, 31.0];

/// What the lines of a record say.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    /// The row.
    pub row: RowId,
    /// Its layer.
    pub layer: Layer,
    /// Its title.
    pub title: String,
    /// What stands below in small print: its date, why it is in this list.
    pub below: String,
    /// How its mark is drawn.
    pub certainty: Certainty,
}

impl RecordRow {
    /// Height in points.
    pub const HEIGHT: f32 = 44.0;
}

/// Draws a record. A click selects it and brings it into view; the pointer over it is passed on,
/// so that map, timeline and list light up together.
pub fn record_row(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    item: &RecordRow,
    commands: &mut Commands,
) -> Response {
    let size = vec2(ui.available_width(), RecordRow::HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_selected = context.document.selection.selected == Some(item.row);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &item.title));
    if response.clicked() {
        commands.push(SelectCommand::Reveal(item.row));
    }
    pass_on_hover(ui, context, &response, item.row, commands);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ground(ui, context, &response, item.row);
    if contents(ui, context, rect, item) {
        let whole = format!("{}\n{}", item.title, item.below);
        return typeset::hint(response, &whole);
    }
    response
}

/// Says which row the pointer is over, once, and once that it left.
pub fn pass_on_hover(
    ui: &Ui,
    context: &PanelContext<'_>,
    response: &Response,
    row: RowId,
    commands: &mut Commands,
) {
    let under_pointer = Id::unique("record under the pointer");
    let last = ui.data(|data| data.get_temp::<Id>(under_pointer));
    if response.hovered() {
        if context.document.selection.hovered != Some(row) {
            commands.push(SelectCommand::Hover(Some(row)));
        }
        ui.data_mut(|data| data.insert_temp(under_pointer, response.id));
    } else if last == Some(response.id) {
        ui.data_mut(|data| data.remove::<Id>(under_pointer));
        commands.push(SelectCommand::Hover(None));
    }
}

/// Lets go of the record that the pointer was on in a list that is not drawn any more, or that it has left.
pub fn let_go_of_hover(ctx: &egui::Context, commands: &mut Commands) {
    let under_pointer = Id::unique("record under the pointer");
    let Some(last) = ctx.data(|data| data.get_temp::<Id>(under_pointer)) else {
        return;
    };
    let is_there = ctx.read_response(last).is_some_and(|row| row.hovered());
    if !is_there {
        ctx.data_mut(|data| data.remove::<Id>(under_pointer));
        commands.push(SelectCommand::Hover(None));
    }
}

fn ground(ui: &Ui, context: &PanelContext<'_>, response: &Response, row: RowId) {
    let palette = context.theme.palette;
    let colour = if context.document.selection.selected == Some(row) {
        palette.accent_wash
    } else if response.hovered()
        || response.has_focus()
        || context.document.selection.hovered == Some(row)
    {
        palette.hover
    } else {
        return;
    };
    let corner = CornerRadius::same(size::CORNER);
    ui.painter().rect_filled(response.rect, corner, colour);
}

/// Paints the lines and says whether one of them had no room.
fn contents(ui: &Ui, context: &PanelContext<'_>, rect: Rect, item: &RecordRow) -> bool {
    let palette = context.theme.palette;
    let is_selected = context.document.selection.selected == Some(item.row);
    let family = if is_selected {
        fonts::semibold()
    } else {
        FontFamily::Proportional
    };
    let small = FontId::new(size::SMALL, FontFamily::Proportional);
    let title = Setting::new(FontId::new(size::BODY, family)).colour(palette.text);
    let below = Setting::new(small)
        .colour(palette.text_weak)
        .base(Base::of(context.words.lang()));
    let lines = [(&item.title, title), (&item.below, below)];
    let mut is_cut = false;
    for ((text, setting), middle) in lines.into_iter().zip(LINES) {
        let room = rect.width() - 2.0 * PADDING - MARK;
        let galley = typeset::galley(ui.ctx(), text, &setting.wrapped(room).rows(1));
        is_cut |= galley.elided;
        let at = from_start(context.words, rect, PADDING + MARK, galley.size().x);
        let at = pos2(at, rect.top() + middle - galley.size().y / 2.0);
        typeset::paint_galley(ui.painter(), at, galley, None);
    }
    mark(ui, context, rect, item);
    is_cut
}

fn mark(ui: &Ui, context: &PanelContext<'_>, rect: Rect, item: &RecordRow) {
    let left = from_start(context.words, rect, PADDING, 12.0);
    let centre: Pos2 = pos2(
        left + 6.0,
        rect.top() + LINES.first().copied().unwrap_or_default(),
    );
    paint_mark(
        ui.painter(),
        centre,
        5.0,
        layer_shape(&item.layer),
        context.theme.layer(&item.layer),
        item.certainty,
    );
}
