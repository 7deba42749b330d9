//! The quiet line at the foot of the window that says what is shown, to be copied into a text.

use egui::Ui;

use crate::{
    command::{Commands, ViewCommand},
    theme::{fonts::icon, size},
    typeset::{self, Text},
};

use super::{PanelContext, kit};

/// Draws the line into all the width of `ui`.
pub fn said_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let sentence = context.said();
    kit::block_row(ui, kit::fill(context.words), size::TARGET, |ui| {
        let name = context.words.get("action-copy-said");
        if typeset::icon_button(ui, icon::COPY, name).clicked() {
            commands.push(ViewCommand::CopySaid);
        }
        let room = ui.available_size();
        ui.allocate_ui_with_layout(room, kit::row(context.words), |ui| {
            let line = ui.add(Text::new(&sentence).small().weak().truncate());
            typeset::hint(line, &sentence);
        });
    });
}
