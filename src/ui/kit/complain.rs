//! What is wrong with what stands in a field.

use egui::{RectAlign, Response, Tooltip};

use crate::{theme::size, typeset::Text, ui::Scene};

/// Shows `sentence` above a field for as long as this is called.
pub fn complain(field: &Response, scene: &Scene<'_>, sentence: &str) {
    let mut tooltip = Tooltip::always_open(
        field.ctx.clone(),
        field.layer_id,
        field.id.with("error"),
        field.rect,
    )
    .gap(size::GRID);
    tooltip.popup = tooltip.popup.align(RectAlign::TOP_START);
    tooltip.show(|ui| {
        ui.set_max_width(size::HINT);
        ui.add(Text::new(sentence).colour(scene.theme.palette.error).wrap());
    });
}
