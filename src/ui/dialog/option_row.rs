//! A row of a dialog with the name of an option at its beginning.

use egui::{Ui, vec2};

use super::{PanelContext, kit};
use crate::{theme::size, typeset::Text};

/// How a row is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct OptionRow {
    /// Catalogue key of the name.
    pub key: &'static str,
    /// Width of the names of the dialog, in points.
    pub name_width: f32,
    /// Room below, in points.
    pub below: f32,
}

/// Draws a row; what does not fit behind the name goes on below.
pub(super) fn option_row(
    ui: &mut Ui,
    context: &PanelContext,
    row: OptionRow,
    contents: impl FnOnce(&mut Ui),
) {
    let words = context.words;
    kit::block_row(ui, kit::row_top(words), 0.0, |ui| {
        ui.spacing_mut().item_spacing.x = size::GRID;
        ui.allocate_ui_with_layout(vec2(row.name_width, 0.0), kit::column(words), |ui| {
            ui.set_width(row.name_width);
            ui.add_space(2.0);
            ui.add(Text::new(words.get(row.key)).medium().wrap());
        });
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, kit::column(words), |ui| {
            kit::wrapped_row(ui, words, vec2(6.0, 6.0), contents);
        });
    });
    ui.add_space(row.below);
}
