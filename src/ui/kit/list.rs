//! The list below a field: open while one types or walks through it, closed once one goes elsewhere.

use egui::{Id, Key, Popup, Response, SetOpenCommand, Ui};

/// What is to become of the list below `field`, whose popup has the id that egui gives it; `None`
/// leaves it as it is.
#[must_use]
pub fn list_opens(ui: &Ui, field: &Response) -> Option<SetOpenCommand> {
    if field.has_focus() {
        let is_folded: Option<bool> = ui.data(|data| data.get_temp(folded_id(field.id)));
        return Some((!is_folded.unwrap_or_default()).into());
    }
    fold_list(ui, field.id, false);
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        return Some(false.into());
    }
    let popup = Popup::default_response_id(field);
    let focused = ui.memory(egui::Memory::focused)?;
    let response = ui.ctx().read_response(focused)?;
    (response.layer_id.id != popup).then_some(false.into())
}

/// Closes the list below a field although the caret is in it, or opens it again.
pub fn fold_list(ui: &Ui, field: Id, is_folded: bool) {
    ui.data_mut(|data| {
        if is_folded {
            data.insert_temp(folded_id(field), true);
        } else {
            data.remove_temp::<bool>(folded_id(field));
        }
    });
}

fn folded_id(field: Id) -> Id {
    field.with("its list is folded")
}
