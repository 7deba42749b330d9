//! A field on the screen: ground, line, selection, text, caret.

use std::sync::Arc;

use egui::{
    Rect, Response, Stroke, StrokeKind, Ui, epaint::TextShape, output::IMEOutput, pos2,
    text_selection::visuals::paint_text_cursor,
};

use super::{Field, SetLine, State, hint_galley};

impl Field<'_> {
    pub(super) fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        state: &State,
        set: &SetLine,
        place: Rect,
    ) {
        let rect = response.rect;
        if !ui.is_rect_visible(rect) {
            return;
        }
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        if self.is_framed {
            self.frame(ui, response, has_focus);
        }
        if set.line.runs.is_empty() {
            self.paint_hint(ui, rect);
        }
        // The caret may stand at the very edge.
        let painter = ui.painter_at(rect.expand(1.0));
        if has_focus {
            for (left, right) in set.line.spans(&state.edit.selection()) {
                let wash = Rect::from_x_y_ranges(
                    place.left() + left..=place.left() + right,
                    place.y_range(),
                );
                painter.rect_filled(wash, 2.0, ui.visuals().selection.bg_fill);
            }
        }
        let ink = ui.visuals().text_color();
        painter.add(TextShape::new(place.min, Arc::clone(&set.galley), ink));
        if let Some(range) = &state.preedit {
            let stroke = Stroke::new(1.0, ink);
            for (left, right) in set.line.spans(range) {
                let xs = place.left() + left..=place.left() + right;
                painter.hline(xs, place.bottom() - 1.0, stroke);
            }
        }
        if has_focus {
            self.paint_caret(ui, &painter, state, set, place);
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
        let top = room.center().y - galley.size().y / 2.0;
        let ink = ui.visuals().weak_text_color();
        ui.painter_at(room)
            .add(TextShape::new(pos2(left, top), galley, ink));
    }

    fn paint_caret(
        &self,
        ui: &Ui,
        painter: &egui::Painter,
        state: &State,
        set: &SetLine,
        place: Rect,
    ) {
        let x = if set.line.runs.is_empty() && self.is_rtl(set) {
            place.right()
        } else {
            place.left() + set.line.x_of(state.edit.caret)
        };
        let caret = Rect::from_x_y_ranges(x..=x, place.y_range());
        if ui.input(|input| input.focused) {
            let age = ui.input(|input| input.time) - state.last_touch;
            paint_text_cursor(ui, painter, caret, age);
        }
        let to_global = ui
            .ctx()
            .layer_transform_to_global(ui.layer_id())
            .unwrap_or_default();
        ui.output_mut(|output| {
            output.ime = Some(IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: to_global * place,
                cursor_rect: to_global * caret,
                should_interrupt_composition: false,
            });
        });
    }
}
