//! Before a link opens, its host is shown.

use egui::Ui;

use crate::{
    command::{Commands, ViewCommand},
    text::args,
    theme::size,
    typeset::{self, Text},
};

use super::{
    super::{PanelContext, kit},
    header,
};

pub(super) fn link_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    header(ui, context, commands, context.words.get("link-title"));
    let Some(web) = context.chrome.link else {
        return;
    };
    let host = args!(host: kit::host(context.words, web));
    typeset::paragraph(ui, &context.words.with("link-explain", host));
    ui.add(Text::new(&web.address).mono().weak());
    ui.add_space(size::GROUP);
    kit::line(ui, context.words, |ui| {
        if kit::filled_button(ui, context, context.words.get("link-open")).clicked() {
            commands.push(ViewCommand::OpenLink);
        }
        if typeset::button(ui, context.words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}
