//! What is wrong with what stands in a field.

use egui::{RectAlign, Response, Tooltip};

use crate::{theme::size, typeset::Text, ui::PanelContext};

/// Shows `sentence` above a field for as long as this is called.
pub fn complain(field: &Response, context: &PanelContext<'_>, sentence: &str) {
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
        ui.add(
            Text::new(sentence)
                .colour(context.theme.palette.error)
                .wrap(),
        );
    });
}
