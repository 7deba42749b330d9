//! A handle that stands at a date: the pointer drags it, arrows step it, and it is read out as a date.

use egui::{CursorIcon, Id, Rect, Response, Sense, Ui, WidgetInfo};

use super::Frame;
use crate::{
    model::{DAY, Second, bounds::iso_day},
    timeline::Unit,
    typeset,
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
        let arrows = typeset::arrow_steps(ui, &response);
        let right = if frame.mirror.is_on() {
            -arrows.right
        } else {
            arrows.right
        };
        HandleResponse {
            response,
            dragged_to,
            steps: typeset::asked_steps(ui, self.id) + right,
            unit: if arrows.is_big {
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
