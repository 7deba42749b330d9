//! A word that is typed: it counts when the field is left and it makes sense, and stays marked where it makes none.

use egui::{Id, Key, Ui};

use crate::typeset::TextField;

/// A text that somebody is typing.
#[derive(Clone, Default)]
struct Draft {
    text: String,
    /// What stood there before.
    shown: String,
}

/// What a field is for.
#[derive(Clone, Copy)]
pub(super) struct TypedField<'a> {
    /// Where what is typed is kept.
    pub(super) id: Id,
    /// Read out.
    pub(super) name: &'a str,
    /// Shown while it is empty.
    pub(super) hint: &'a str,
    /// What stands there.
    pub(super) shown: &'a str,
    /// Width in points.
    pub(super) width: f32,
}

/// Draws the field; what was typed, once it is left and `is_right` takes it or it is empty.
pub(super) fn typed_ui(
    ui: &mut Ui,
    field: TypedField<'_>,
    is_right: impl Fn(&str) -> bool,
) -> Option<String> {
    let draft = ui.data(|data| data.get_temp::<Draft>(field.id));
    let mut draft = draft
        .filter(|draft| draft.shown == field.shown)
        .unwrap_or_else(|| Draft {
            text: field.shown.to_owned(),
            shown: field.shown.to_owned(),
        });
    let is_wrong = |text: &str| !text.trim().is_empty() && !is_right(text.trim());
    let editor = field.id.with("editor");
    let is_marked = is_wrong(&draft.text) && !ui.memory(|memory| memory.has_focus(editor));
    let response = TextField::new(editor, &mut draft.text, field.name)
        .hint(field.hint)
        .width(field.width)
        .wrong(is_marked)
        .show(ui);
    let is_left = response.lost_focus();
    let is_given_up = is_left && ui.input(|input| input.key_pressed(Key::Escape));
    let text = draft.text.trim().to_owned();
    if is_given_up {
        ui.data_mut(|data| data.remove_temp::<Draft>(field.id));
        return None;
    }
    ui.data_mut(|data| data.insert_temp(field.id, draft));
    (is_left && text != field.shown && !is_wrong(&text)).then_some(text)
}
