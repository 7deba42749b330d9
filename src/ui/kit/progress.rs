//! How far something is, from where a line begins.

use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{theme::size, ui::PanelContext};

use super::is_rtl;

/// A bar over the whole width that is filled by `share`, 0 to 1, and read out as `name`.
pub fn progress_bar(ui: &mut Ui, context: &PanelContext<'_>, share: f32, name: &str) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::GAP), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
    let palette = context.theme.palette;
    let corner = CornerRadius::same((size::GAP / 2.0) as u8);
    ui.painter().rect_filled(rect, corner, palette.outline);
    let width = (rect.width() * share.clamp(0.0, 1.0)).max(size::GAP);
    let left = if is_rtl(context.words) {
        rect.right() - width
    } else {
        rect.left()
    };
    let done = Rect::from_x_y_ranges(left..=left + width, rect.y_range());
    ui.painter().rect_filled(done, corner, palette.accent);
}
