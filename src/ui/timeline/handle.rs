//! A handle that stands at a date: the pointer drags it, arrows step it, and it is read out as a date.

use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo,
    accesskit::Action,
};

use super::Frame;
use crate::{
    model::{DAY, Second, bounds::iso_day},
    timeline::Unit,
};

/// A handle, in places of the plot.
#[derive(Clone, Copy)]
pub(super) struct DateHandle<'a> {
    /// What egui knows it by.
    pub id: Id,
    /// Where it stands, in points.
    pub x: f32,
    /// Where it can be taken.
    pub zone: Rect,
    /// The second that it stands for.
    pub second: Second,
    /// What it is called.
    pub name: &'a str,
}

/// What was done with a handle in this frame.
pub(super) struct HandleResponse {
    /// Pointer and focus.
    pub response: Response,
    /// Where it was dragged to, in points of the plot.
    pub dragged_to: Option<f64>,
    /// How many units it was stepped, later ones positive.
    pub steps: i32,
    /// By which: a day, with Shift the unit of the timeline.
    pub unit: Unit,
}

impl HandleResponse {
    /// Whether the pointer or the focus is on it.
    pub(super) fn is_live(&self) -> bool {
        let response = &self.response;
        response.hovered() || response.dragged() || response.has_focus()
    }
}

impl DateHandle<'_> {
    /// Takes what pointer and keys do with it; it is drawn by whoever has it.
    pub(super) fn interact(&self, ui: &Ui, frame: &Frame<'_>) -> HandleResponse {
        let zone = frame.mirror.rect(self.zone);
        let response = ui.interact(zone, self.id, Sense::click_and_drag());
        self.describe(&response);
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let dragged_to = self.drag(ui, frame, &response);
        let (steps, is_big) = steps(ui, frame, &response);
        HandleResponse {
            response,
            dragged_to,
            steps,
            unit: if is_big {
                frame.context.document.time.unit
            } else {
                Unit::Day
            },
        }
    }

    fn describe(&self, response: &Response) {
        let days = self.second.div_euclid(DAY) as f64;
        response.widget_info(|| WidgetInfo::slider(true, days, self.name));
        // Read out as a date, not as a number of days.
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.clear_numeric_value();
            node.set_value(iso_day(self.second));
        });
    }

    fn drag(&self, ui: &Ui, frame: &Frame<'_>, response: &Response) -> Option<f64> {
        let id = response.id.with("grabbed");
        if response.drag_started() {
            // Where on the handle it was taken, so that it does not leap to the pointer.
            let origin = ui.input(|input| input.pointer.press_origin());
            let offset = origin.map_or(0.0, |origin| frame.mirror.x(origin.x) - self.x);
            ui.data_mut(|data| data.insert_temp(id, offset));
        }
        let pointer = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())?;
        let offset: f32 = ui.data(|data| data.get_temp(id))?;
        Some(f64::from(frame.mirror.x(pointer.x) - offset))
    }
}

/// How many steps later arrows and assistive technology ask for, and whether they are to be big ones.
fn steps(ui: &Ui, frame: &Frame<'_>, response: &Response) -> (i32, bool) {
    let requests =
        |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action));
    let mut steps = count(requests(Action::Increment)) - count(requests(Action::Decrement));
    let mut is_big = false;
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|input| {
            for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
                let right = count(input.count_and_consume_key(modifiers, Key::ArrowRight));
                let left = count(input.count_and_consume_key(modifiers, Key::ArrowLeft));
                is_big |= modifiers.shift && right + left > 0;
                steps += if frame.mirror.is_on() {
                    left - right
                } else {
                    right - left
                };
            }
        });
    }
    (steps, is_big)
}

fn count(presses: usize) -> i32 {
    i32::try_from(presses).unwrap_or(0)
}
