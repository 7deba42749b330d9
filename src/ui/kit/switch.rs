//! A switch: on or off at once, without an "apply".

use egui::{
    CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, lerp, pos2, vec2,
};

use crate::ui::PanelContext;

/// A switch that is read out as `name`; it is clicked when its value is to change.
pub fn switch(ui: &mut Ui, context: &PanelContext<'_>, is_on: bool, name: &str) -> Response {
    let palette = context.theme.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 18.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, name));
    if ui.is_rect_visible(rect) {
        let share = ui.ctx().animate_bool_responsive(response.id, is_on);
        let track = if is_on {
            palette.accent
        } else {
            palette.outline_strong
        };
        let corner = CornerRadius::same(9);
        ui.painter().rect_filled(rect, corner, track);
        if response.has_focus() || response.hovered() {
            let ring = Stroke::new(1.5, palette.accent);
            ui.painter().rect_stroke(
                rect.expand(2.0),
                CornerRadius::same(11),
                ring,
                StrokeKind::Inside,
            );
        }
        let ends = if super::is_rtl(context.words) {
            rect.right() - 9.0..=rect.left() + 9.0
        } else {
            rect.left() + 9.0..=rect.right() - 9.0
        };
        let knob = pos2(lerp(ends, share), rect.center().y);
        ui.painter().circle_filled(knob, 6.5, palette.surface);
    }
    response
}
