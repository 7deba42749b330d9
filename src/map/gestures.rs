//! How the map is moved by wheel, pinch and keys.

use egui::{
    CursorIcon, Event, EventFilter, InputState, Key, Modifiers, MouseWheelUnit, Rect, Response, Ui,
    Vec2, vec2,
};

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
        let (wheel, pinch) = if self.is_calm() {
            let line = ui
                .ctx()
                .options(|options| options.input_options.line_scroll_speed);
            ui.input(|input| turned_at_once(input, line))
        } else {
            // egui spreads a notch over a tenth of a second and a little more.
            ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()))
        };
        let steps = f64::from(wheel / WHEEL_POINTS) + f64::from(pinch.max(1e-3).log2());
        // What comes of a notch in later frames is not the map's to scroll by either.
        ui.input_mut(|input| input.smooth_scroll_delta = Vec2::ZERO);
        if steps.abs() > 1e-4 {
            self.zoom_about(steps, pointer, rect);
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

/// What wheel (points) and pinch (factor) were turned by since the last frame, all of it in the frame in which it happened. A
/// line of the wheel is `line` points.
fn turned_at_once(input: &InputState, line: f32) -> (f32, f32) {
    let page = input.viewport_rect().height();
    input
        .events
        .iter()
        .fold((0.0, 1.0), |(wheel, pinch), event| match event {
            Event::MouseWheel { unit, delta, .. } => {
                let points = match unit {
                    MouseWheelUnit::Point => 1.0,
                    MouseWheelUnit::Line => line,
                    MouseWheelUnit::Page => page,
                };
                (points.mul_add(delta.y, wheel), pinch)
            }
            Event::Zoom(factor) => (wheel, pinch * factor),
            _ => (wheel, pinch),
        })
}

/// Shows the hand that the map is held with, or that points at something.
pub(super) fn set_cursor(ui: &Ui, response: &Response, hovered: Option<&Hit>) {
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, MouseWheelSource, RawInput, TouchPhase};

    use super::*;
    use crate::map::Pose;

    /// The zooms that the map has in the frames after a notch of the wheel, beside where it began.
    fn zooms_after_a_notch(is_calm: bool) -> Vec<f64> {
        let rect = Rect::from_min_size(egui::Pos2::ZERO, vec2(800.0, 600.0));
        let ctx = Context::default();
        let mut camera = Camera::new(Pose::MALI);
        camera.set_calm(is_calm);
        let mut frame = |at: usize, events: Vec<Event>| {
            let input = RawInput {
                screen_rect: Some(rect),
                time: Some(at as f64 / 60.0),
                events,
                ..RawInput::default()
            };
            let output = ctx.run_ui(input, |ui| camera.zoom_by_wheel(ui, rect));
            output.drop_without_applying_deltas();
            camera.pose().zoom - Pose::MALI.zoom
        };
        let notch = Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, 1.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        frame(0, vec![Event::PointerMoved(rect.center())]);
        frame(1, Vec::new());
        let mut zooms = vec![frame(2, vec![notch])];
        zooms.extend((3..30).map(|at| frame(at, Vec::new())));
        zooms
    }

    #[test]
    fn a_notch_of_the_wheel_eases_in_and_is_there_at_once_with_less_motion() {
        let eased = zooms_after_a_notch(false);
        let calm = zooms_after_a_notch(true);
        let end = |zooms: &[f64]| zooms.last().copied().unwrap();
        assert!(end(&eased) > 0.1, "{eased:?}");
        assert!(
            (end(&eased) - end(&calm)).abs() < 1e-3,
            "{eased:?} {calm:?}"
        );
        let first = |zooms: &[f64]| zooms.first().copied().unwrap();
        assert!(first(&eased) < 0.6 * end(&eased), "{eased:?}");
        assert!(
            calm.iter().all(|zoom| (zoom - end(&calm)).abs() < 1e-9),
            "{calm:?}"
        );
    }
}
