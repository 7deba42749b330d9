//! The one button of a dialog that does what the dialog is for.

use egui::{Response, Ui};

use crate::{typeset, ui::PanelContext};

/// Adds the button, filled with the colour of what is chosen.
pub fn filled_button(ui: &mut Ui, context: &PanelContext<'_>, text: &str) -> Response {
    let palette = context.theme.palette;
    let button = ui.scope(|ui| {
        let states = &mut ui.visuals_mut().widgets;
        for (state, strength) in [
            (&mut states.inactive, 1.0),
            (&mut states.hovered, 0.9),
            (&mut states.active, 0.8),
        ] {
            state.weak_bg_fill = palette.accent.gamma_multiply(strength);
            state.fg_stroke.color = palette.on_accent;
        }
        typeset::button(ui, text)
    });
    button.inner
}
