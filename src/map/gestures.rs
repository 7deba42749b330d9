//! How the map is moved by wheel, pinch and keys.

use egui::{CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Ui, Vec2, vec2};

use super::{camera::Camera, hit::Hit};

/// Points of the wheel to one step of zoom.
const WHEEL_POINTS: f32 = 90.0;
/// How far an arrow key moves the map, in points.
const KEY_STEP: f32 = 90.0;

impl Camera {
    /// Zooms about the pointer by wheel and pinch.
    pub(super) fn zoom_by_wheel(&mut self, ui: &Ui, rect: Rect) {
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        if !ui.rect_contains_pointer(rect) || !ui.is_enabled() {
            return;
        }
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let steps = f64::from(wheel / WHEEL_POINTS) + f64::from(pinch.max(1e-3).log2());
        if steps.abs() > 1e-4 {
            self.zoom_about(steps, pointer, rect);
            ui.input_mut(|input| input.smooth_scroll_delta = Vec2::ZERO);
            ui.ctx().request_repaint();
        }
    }

    /// Takes arrows, plus and minus while the map has the keyboard. Tells whether zero was pressed, which asks for all marks.
    pub(super) fn take_keys(&mut self, ui: &Ui, response: &Response, rect: Rect) -> bool {
        if !response.has_focus() {
            return false;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let moves = [
            (Key::ArrowLeft, vec2(KEY_STEP, 0.0)),
            (Key::ArrowRight, vec2(-KEY_STEP, 0.0)),
            (Key::ArrowUp, vec2(0.0, KEY_STEP)),
            (Key::ArrowDown, vec2(0.0, -KEY_STEP)),
        ];
        for (key, offset) in moves {
            if pressed(key) {
                self.pan(offset, rect);
            }
        }
        let zooms = [(Key::Plus, 1.0), (Key::Equals, 1.0), (Key::Minus, -1.0)];
        for (key, steps) in zooms {
            if pressed(key) {
                self.zoom_by(steps);
            }
        }
        if self.is_moving() {
            ui.ctx().request_repaint();
        }
        pressed(Key::Num0)
    }
}

/// Shows the hand that the map is held with, or that points at something.
pub(super) fn set_cursor(ui: &Ui, response: &Response, hovered: Option<&Hit>) {
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
}
