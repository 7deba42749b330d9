//! Before the window closes, or something else is shown: what is to become of changes that are not in the files.

use egui::{Id, Ui};

use crate::{
    command::{Commands, EditCommand, Unsaved, ViewCommand},
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
    let [title, save, leave] = if context.chrome.is_quitting {
        ["unsaved-title", "unsaved-save", "unsaved-leave"]
    } else {
        [
            "unsaved-title-other",
            "unsaved-save-other",
            "unsaved-leave-other",
        ]
    };
    header(ui, context, commands, words.get(title));
    typeset::paragraph(ui, &words.with("unsaved-explain", args!(n: n)));
    ui.add_space(size::GROUP);
    kit::line(ui, words, |ui| {
        let save = kit::filled_button(ui, context, words.get(save));
        if first_frame(ui, Id::unique("unsaved")) {
            save.request_focus();
        }
        if save.clicked() {
            commands.push(EditCommand::Leave(Unsaved::Save));
        }
        let leave = typeset::button(ui, words.get(leave));
        if typeset::hint(leave, words.get("unsaved-leave-hint")).clicked() {
            commands.push(EditCommand::Leave(Unsaved::Keep));
        }
        if typeset::button(ui, words.get("cancel")).clicked() {
            commands.push(ViewCommand::CloseDialog);
        }
    });
    discard_ui(ui, context, commands);
}

/// What takes the changes back; asked twice.
fn discard_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    let id = Id::unique("unsaved-discard");
    let n = context.document.editing.unsaved;
    let is_sure = ui.data(|data| data.get_temp::<usize>(id)) == Some(n);
    let key = if is_sure {
        "unsaved-discard-sure"
    } else {
        "unsaved-discard"
    };
    let discard = typeset::button(ui, words.get(key));
    if !typeset::hint(discard, words.get("unsaved-discard-hint")).clicked() {
        return;
    }
    if is_sure {
        ui.data_mut(|data| data.remove::<usize>(id));
        commands.push(EditCommand::Leave(Unsaved::Discard));
    } else {
        ui.data_mut(|data| data.insert_temp(id, n));
    }
}
