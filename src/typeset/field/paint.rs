//! A field on the screen: ground, line, selection, text, caret.

use std::{ops::Range, sync::Arc};

use egui::{
    Painter, Rect, Response, Stroke, StrokeKind, Ui, epaint::TextShape, output::IMEOutput, pos2,
    text_selection::visuals::paint_text_cursor,
};

use super::{FieldState, SetText, TextField, hint_galley};
use crate::{
    text::rows::TextRow,
    theme::Colour,
    typeset::galley::{galley_of_run, is_long},
};

impl TextField<'_> {
    pub(super) fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        state: &FieldState,
        set: &SetText,
        places: &[Rect],
    ) {
        let rect = response.rect;
        if !ui.is_rect_visible(rect) {
            return;
        }
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        if self.is_framed {
            self.frame(ui, response, has_focus);
        }
        if set.is_empty() {
            self.paint_hint(ui, rect);
        }
        // The caret may stand at the very edge.
        let painter = ui.painter_at(rect.expand(1.0));
        let selection = has_focus.then(|| state.edit.selection());
        let rows = set.rows.iter().zip(&set.galleys).zip(places);
        for ((row, galley), place) in rows {
            if let Some(selection) = &selection {
                wash(ui, &painter, row, selection, *place);
            }
            let ink = ui.visuals().text_color();
            if is_long(row) {
                paint_long(&painter, row, set, *place, ink);
            } else {
                painter.add(TextShape::new(place.min, Arc::clone(galley), ink));
            }
            if let Some(range) = &state.preedit {
                underline(&painter, row, range, *place, ink);
            }
        }
        if has_focus {
            paint_caret(ui, &painter, state, set, places);
        }
    }

    fn frame(&self, ui: &Ui, response: &Response, has_focus: bool) {
        let visuals = ui.visuals();
        let stroke = if self.is_wrong {
            Stroke::new(1.0, visuals.error_fg_color)
        } else if has_focus {
            visuals.selection.stroke
        } else if response.hovered() {
            visuals.widgets.hovered.bg_stroke
        } else {
            Stroke::new(1.0, visuals.widgets.hovered.bg_stroke.color)
        };
        let corner = visuals.widgets.inactive.corner_radius;
        let ground = visuals.window_fill;
        ui.painter()
            .rect(response.rect, corner, ground, stroke, StrokeKind::Inside);
    }

    fn paint_hint(&self, ui: &Ui, rect: Rect) {
        let Some(hint) = self.hint else { return };
        let room = rect.shrink2(egui::vec2(if self.is_framed { 6.0 } else { 0.0 }, 0.0));
        let galley = hint_galley(ui, hint, self.font(ui), room.width());
        let is_rtl = self.empty_base == crate::text::bidi::Base::RightToLeft;
        let left = if is_rtl {
            room.right() - galley.size().x
        } else {
            room.left()
        };
        let top = if self.least_rows.is_some() {
            room.top() + 5.0
        } else {
            room.center().y - galley.size().y / 2.0
        };
        let ink = ui.visuals().weak_text_color();
        ui.painter_at(room)
            .add(TextShape::new(pos2(left, top), galley, ink));
    }
}

/// Paints what is seen of a row of many runs.
fn paint_long(painter: &Painter, row: &TextRow, set: &SetText, place: Rect, ink: Colour) {
    let seen = painter.clip_rect().x_range();
    let mut runs = row.line.placed_runs().peekable();
    while let Some((left, run)) = runs.next() {
        let end = runs.peek().map_or(row.line.width, |(left, _)| *left);
        let (left, end) = (place.left() + left, place.left() + end);
        if left <= seen.max && end >= seen.min {
            let galley = galley_of_run(painter.ctx(), run, &set.setting);
            painter.add(TextShape::new(pos2(left, place.top()), galley, ink));
        }
    }
}

/// Paints the ground behind what is chosen in a row.
fn wash(ui: &Ui, painter: &Painter, row: &TextRow, selection: &Range<usize>, place: Rect) {
    for (left, right) in row.line.spans(selection) {
        let xs = place.left() + left..=place.left() + right;
        let wash = Rect::from_x_y_ranges(xs, place.y_range());
        painter.rect_filled(wash, 2.0, ui.visuals().selection.bg_fill);
    }
}

/// Paints the line under what an input method has in the making.
fn underline(painter: &Painter, row: &TextRow, range: &Range<usize>, place: Rect, ink: Colour) {
    for (left, right) in row.line.spans(range) {
        let xs = place.left() + left..=place.left() + right;
        painter.hline(xs, place.bottom() - 1.0, Stroke::new(1.0, ink));
    }
}

fn paint_caret(ui: &Ui, painter: &Painter, state: &FieldState, set: &SetText, places: &[Rect]) {
    let caret = set.caret_in(state.edit.caret, places);
    if ui.input(|input| input.focused) {
        let age = ui.input(|input| input.time) - state.last_touch;
        paint_text_cursor(ui, painter, caret, age);
    }
    let to_global = ui
        .ctx()
        .layer_transform_to_global(ui.layer_id())
        .unwrap_or_default();
    let all = places.iter().copied().reduce(Rect::union);
    ui.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: egui::IMEPurpose::Normal,
            rect: to_global * all.unwrap_or(caret),
            cursor_rect: to_global * caret,
            should_interrupt_composition: false,
        });
    });
}
