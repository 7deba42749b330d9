//! What is said while something is dragged over the window: that it can be let go here, and what becomes of it.

use egui::{Align2, Area, Context, Frame, Id, LayerId, Order, Stroke, StrokeKind, Ui};

use crate::{
    theme::size,
    typeset::{self, Text},
};

use super::{PanelContext, kit};

/// How far inside the edges of the window the frame stands, and how thick it is, in points.
const INSET: f32 = 6.0;
const WIDTH: f32 = 3.0;

/// Draws a frame around the whole window and a sentence in its middle, while files are dragged over it.
pub fn drop_ui(ui: &Ui, context: &PanelContext<'_>) {
    let ctx: &Context = ui.ctx();
    let n = ctx.input(|input| input.raw.hovered_files.len());
    if n == 0 {
        return;
    }
    let palette = context.theme.palette;
    let window = ctx.content_rect();
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("drop frame")));
    painter.rect_filled(window, 0.0, palette.scrim);
    let stroke = Stroke::new(WIDTH, palette.accent);
    let corner = size::CORNER;
    painter.rect_stroke(window.shrink(INSET), corner, stroke, StrokeKind::Inside);
    let key = if context.document.dataset.is_bundled() {
        ["drop-open", "drop-open-hint"]
    } else {
        ["drop-add", "drop-add-hint"]
    };
    Area::new(Id::unique("drop sentence"))
        .order(Order::Tooltip)
        .pivot(Align2::CENTER_CENTER)
        .fixed_pos(window.center())
        .interactable(false)
        .show(ctx, |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.with_layout(kit::column(context.words), |ui| {
                    ui.set_width(320.0);
                    let [title, hint] = key.map(|key| context.words.get(key));
                    typeset::heading(ui, title);
                    ui.add(Text::new(hint).weak().block());
                });
            });
        });
}
