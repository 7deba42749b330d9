//! Values that two analysts want otherwise: both, side by side, until one is chosen.

use egui::Ui;
use serde_json::Value;

use crate::{
    data::{edit::Pointer, merge::UNSETTLED},
    text::args,
    theme::size,
    typeset::{self, Text},
};

use super::field::{EditForm, Wanted};

/// Draws what waits for a person. Whether anything does.
pub(super) fn unsettled_ui(ui: &mut Ui, form: &mut EditForm<'_, '_>) -> bool {
    let path = Pointer::property(UNSETTLED);
    let Some(Value::Array(open)) = form.there(&path).cloned() else {
        return false;
    };
    let words = form.context.words;
    ui.add(Text::new(words.get("edit-unsettled")).strong().block());
    for (at, entry) in open.iter().enumerate() {
        let place = entry.get("for").and_then(Value::as_str).unwrap_or_default();
        ui.add(Text::new(place).small().mono().block());
        let views = entry.get("values").and_then(Value::as_array);
        for view in views.into_iter().flatten() {
            let value = view.get("value");
            let by = view.get("by").and_then(Value::as_str).unwrap_or("–");
            let said = match value {
                None => words.get("merge-says-nothing").to_owned(),
                Some(Value::String(text)) => text.clone(),
                Some(value) => value.to_string(),
            };
            let line = words.with("edit-item-pair", args!(one: by, other: said.as_str()));
            let button = typeset::button(ui, &line);
            if typeset::hint(button, words.get("edit-unsettled-hint")).clicked() {
                form.set_all(settled(place, value, &path, &open, at));
            }
        }
        ui.add_space(size::GRID);
    }
    ui.add_space(size::GAP);
    true
}

/// The value that was chosen, and what waits still.
fn settled(
    place: &str,
    value: Option<&Value>,
    path: &Pointer,
    open: &[Value],
    at: usize,
) -> Vec<Wanted> {
    let others = open.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<Value> = others.map(|(_, entry)| entry.clone()).collect();
    let left = (!others.is_empty()).then(|| others.into());
    let chosen = Pointer::parse(place).filter(|chosen| !chosen.is_whole());
    let chosen = chosen.map(|chosen| (chosen, value.cloned()));
    chosen.into_iter().chain([(path.clone(), left)]).collect()
}
