//! The divider of a comparison: side A left of it, side B right of it.

use egui::{
    Align2, CursorIcon, FontId, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::{
    text::Catalogue,
    theme::{Theme, fonts, size},
    typeset::{self, Setting},
};

use super::{
    frame::MapFrame,
    overlays::{OverlayStack, Painted},
};

/// How far from the line the divider can be taken, in points.
const REACH: f32 = 7.0;
/// How much of the map both sides keep, as a share of its width.
const LEAST: f32 = 0.04;
/// How far an arrow key moves the divider, as a share of the width.
const KEY_STEP: f32 = 0.05;

/// What came of painting both sides, as the side tells it that the pointer is on.
pub(super) enum PaintedSide {
    /// Side A, left of the divider.
    Before(Painted),
    /// Side B, right of the divider.
    After(Painted),
}

/// A side that is to be painted: what it shows, with its own overlays.
pub(super) struct SideView<'a> {
    pub(super) frame: &'a MapFrame<'a>,
    pub(super) overlays: &'a mut OverlayStack,
}

impl SideView<'_> {
    fn paint(self, painter: &egui::Painter, aim: Option<Pos2>) -> Painted {
        self.overlays.paint(painter, self.frame, aim)
    }
}

/// Where the divider stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Swipe {
    /// As a share of the width, from the left.
    share: f32,
}

impl Default for Swipe {
    fn default() -> Self {
        Self { share: 0.5 }
    }
}

impl Swipe {
    /// Returns the sides of the divider on `rect`, A first.
    pub(super) fn sides(self, rect: Rect) -> (Rect, Rect) {
        rect.split_left_right_at_fraction(self.share)
    }

    /// Paints both sides, each with its own overlays and in its own part of the view. What is under
    /// `aim` is of the side that it is on; so are the badges, and side B tells the rest.
    pub(super) fn paint(
        self,
        painter: &egui::Painter,
        before: SideView<'_>,
        after: SideView<'_>,
        aim: Option<Pos2>,
    ) -> PaintedSide {
        let (left, right) = self.sides(painter.clip_rect());
        let aim_in = |side: Rect| aim.filter(|aim| side.contains(*aim));
        let first = before.paint(&painter.with_clip_rect(left), aim_in(left));
        let second = after.paint(&painter.with_clip_rect(right), aim_in(right));
        let is_any_in_view = first.is_any_in_view || second.is_any_in_view;
        let reported = |side: Rect, mut painted: Painted| {
            painted
                .badges
                .retain(|(_, rect)| side.contains(rect.center()));
            painted.is_any_in_view = is_any_in_view;
            painted
        };
        if aim_in(left).is_some() {
            PaintedSide::Before(reported(left, first))
        } else {
            PaintedSide::After(reported(right, second))
        }
    }

    /// Draws the divider and lets it be moved, by pointer, keys or a screen reader.
    pub(super) fn show(&mut self, ui: &Ui, rect: Rect, theme: &Theme, words: &Catalogue) {
        let (before, _) = self.sides(rect);
        let x = before.right();
        let zone = Rect::from_x_y_ranges(x - REACH..=x + REACH, rect.y_range());
        let response = ui.interact(zone, Id::unique("map swipe"), Sense::click_and_drag());
        let percent = f64::from(self.share) * 100.0;
        response.widget_info(|| WidgetInfo::slider(true, percent, words.get("swipe-name")));
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let steps =
            typeset::asked_steps(ui, response.id) + typeset::arrow_steps(ui, &response).right;
        let mut share = self.share + steps as f32 * KEY_STEP;
        if let (true, Some(pointer)) = (response.dragged(), response.interact_pointer_pos()) {
            share = (pointer.x - rect.left()) / rect.width().max(1.0);
        }
        self.share = share.clamp(LEAST, 1.0 - LEAST);
        paint(ui, rect, x, theme, response.has_focus());
        let _ = typeset::hint(response, words.get("swipe-hint"));
    }
}

/// Paints a line with a grip, and the letters of the sides on both sides of its top.
fn paint(ui: &Ui, rect: Rect, x: f32, theme: &Theme, has_focus: bool) {
    let palette = theme.palette;
    let painter = ui.painter().with_clip_rect(rect);
    let x = painter.round_to_pixel_center(x);
    painter.vline(x, rect.y_range(), Stroke::new(4.0, palette.surface));
    painter.vline(x, rect.y_range(), Stroke::new(2.0, palette.accent));
    let grip = Rect::from_center_size(pos2(x, rect.center().y), vec2(14.0, 34.0));
    painter.rect_filled(grip, 7.0, palette.accent);
    if has_focus {
        let ring = Stroke::new(2.0, palette.text);
        painter.rect_stroke(grip.expand(2.0), 9.0, ring, StrokeKind::Outside);
    }
    for offset in [-2.0, 2.0] {
        let y = grip.center().y;
        let rib = Stroke::new(1.0, palette.on_accent);
        painter.vline(x + offset, y - 7.0..=y + 7.0, rib);
    }
    let font = FontId::new(size::HEADING, fonts::semibold());
    let setting = Setting::new(font).colour(palette.on_accent);
    for (letter, anchor, offset) in [("A", Align2::RIGHT_TOP, -8.0), ("B", Align2::LEFT_TOP, 8.0)] {
        let galley = typeset::galley(ui.ctx(), letter, &setting);
        let place = pos2(x + offset, rect.top() + 14.0);
        let text = anchor.anchor_size(place, galley.size());
        painter.rect_filled(text.expand2(vec2(7.0, 3.0)), 6.0, palette.accent);
        typeset::paint_galley(&painter, text.min, galley, None);
    }
}
