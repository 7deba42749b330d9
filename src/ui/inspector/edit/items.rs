//! Lists of objects in the form, one line each: claims, quantities, equipment, related records. The one that is open has a field
//! for each of its members.

use egui::{Id, Ui};
use serde_json::Value;

use crate::{
    data::edit::Pointer,
    text::args,
    theme::{fonts::icon, size},
    typeset::{self, Text},
    ui::kit,
};

use super::{
    field::{EditForm, field_ui},
    members::{ItemKind, member_ui},
    typed::Typed,
};

/// Which item of a list is open.
fn open_id(form: &EditForm<'_, '_>, list: &Pointer) -> Id {
    form.subject.key.with(("open item", list.to_string()))
}

/// Draws the list at `path`; as JSON where it is none of objects.
pub(super) fn items_ui(
    ui: &mut Ui,
    form: &mut EditForm<'_, '_>,
    kind: ItemKind,
    name: &str,
    path: &Pointer,
) {
    let items = match form.there(path) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) if items.iter().all(Value::is_object) => items.clone(),
        Some(_) => {
            field_ui(ui, form, name, path, Typed::Json);
            return;
        }
    };
    ui.add(Text::new(name).small().weak());
    let id = open_id(form, path);
    let open: Option<usize> = ui.data(|data| data.get_temp(id)).flatten();
    let mut next = open;
    for (at, item) in items.iter().enumerate() {
        let is_open = open == Some(at);
        let line = kind.line(form.context, item);
        if heading_ui(ui, form, at, &line, is_open) {
            next = (!is_open).then_some(at);
        }
        if is_open {
            item_ui(ui, form, kind, &path.then(&at.to_string()));
            if remove_ui(ui, form, kind, &line) {
                form.set(&path.then(&at.to_string()), None);
                next = None;
            }
            ui.add_space(size::GAP);
        }
    }
    let end = items.len();
    if open.is_some_and(|open| open >= end) {
        let line = form.context.words.get(kind.new_key()).to_owned();
        if heading_ui(ui, form, end, &line, true) {
            next = None;
        }
        item_ui(ui, form, kind, &path.then(&end.to_string()));
        ui.add_space(size::GAP);
    } else if add_ui(ui, form, kind) {
        next = Some(end);
    }
    if next != open {
        ui.data_mut(|data| data.insert_temp(id, next));
    }
    form.issues_ui(ui, path.steps().last().map_or("", String::as_str));
    ui.add_space(size::GRID);
}

/// The line of an item, which opens and closes it; whether it was pressed.
fn heading_ui(ui: &mut Ui, form: &EditForm<'_, '_>, at: usize, line: &str, is_open: bool) -> bool {
    let words = form.context.words;
    let glyph = match (is_open, kit::is_rtl(words)) {
        (true, _) => icon::CARET_DOWN,
        (false, true) => icon::CARET_LEFT,
        (false, false) => icon::CARET_RIGHT,
    };
    let spoken = words.with("edit-item", args!(n: at + 1, line: line));
    let line = kit::Line {
        glyph,
        text: line,
        name: &spoken,
        is_chosen: is_open,
    };
    kit::line_button(ui, form.context, line).clicked()
}

fn add_ui(ui: &mut Ui, form: &EditForm<'_, '_>, kind: ItemKind) -> bool {
    let words = form.context.words;
    let add = typeset::button_with_icon(ui, icon::PLUS, words.get(kind.add_key()));
    typeset::hint(add, words.get("edit-item-add-hint")).clicked()
}

fn remove_ui(ui: &mut Ui, form: &EditForm<'_, '_>, kind: ItemKind, line: &str) -> bool {
    let words = form.context.words;
    let remove = typeset::button_with_icon(ui, icon::TRASH, words.get(kind.remove_key()));
    let hint = words.with("edit-item-remove-hint", args!(line: line));
    typeset::hint(remove, &hint).clicked()
}

/// The fields of one item.
fn item_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>, kind: ItemKind, path: &Pointer) {
    for member in kind.members() {
        member_ui(ui, form, *member, path);
    }
    let known = form.there(path).and_then(Value::as_object);
    let others = known.into_iter().flat_map(|item| item.keys());
    let others = others.filter(|name| !kind.has(name));
    let others: Vec<String> = others.cloned().collect();
    for name in others {
        field_ui(ui, form, &name, &path.then(&name), Typed::Json);
    }
}
