//! Before the window closes: what is to become of changes that are not in the files.

use egui::{Id, Ui};

use crate::{
    command::{Commands, EditCommand, ViewCommand},
    text::args,
    theme::size,
    typeset,
};

use super::{
    super::{PanelContext, kit},
    first_frame, header,
};

pub(super) fn unsaved_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let n = context.document.editing.unsaved;
    header(ui, context, commands, words.get("unsaved-title"));
    typeset::paragraph(ui, &words.with("unsaved-explain", args!(n: n)));
    ui.add_space(size::GROUP);
    kit::line(ui, words, |ui| {
        let save = typeset::button(ui, words.get("unsaved-save"));
        if first_frame(ui, Id::unique("unsaved")) {
            save.request_focus();
        }
        if save.clicked() {
            commands.push(EditCommand::SaveAndQuit);
        }
        let leave = typeset::button(ui, words.get("unsaved-leave"));
        if typeset::hint(leave, words.get("unsaved-leave-hint")).clicked() {
            commands.push(EditCommand::QuitUnsaved);
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
}
