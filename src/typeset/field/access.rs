//! A field for screen readers and other tools: its text, its caret, and setting both from outside.

use std::sync::Arc;

use egui::{
    Event, Galley, Id, Rect, Response, Ui, WidgetInfo,
    accesskit::{Action, ActionData, ActionRequest},
    emath::TSTransform,
    epaint::text::Glyph,
    text::{CCursor, CCursorRange},
    text_selection::accesskit_text::update_accesskit_for_text_widget,
};

use super::{Field, SetLine};
use crate::text::edit::{Caret, Edit};

/// Takes a text that was set or inserted by a tool. Says whether there was one.
pub(super) fn take_value(ui: &Ui, id: Id, edit: &mut Edit) -> bool {
    let node = id.accesskit_id();
    let requests: Vec<(Action, Box<str>)> = ui.input(|input| {
        let requests = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(ActionRequest {
                action: action @ (Action::SetValue | Action::ReplaceSelectedText),
                target_node,
                data: Some(ActionData::Value(text)),
                ..
            }) if *target_node == node => Some((*action, text.clone())),
            _ => None,
        });
        requests.collect()
    });
    for (action, text) in &requests {
        if *action == Action::SetValue {
            edit.select_all();
        }
        edit.insert(text);
    }
    !requests.is_empty()
}

/// Says what the field is, what it holds and where its caret stands.
pub(super) fn describe(
    ui: &Ui,
    response: &Response,
    field: &Field<'_>,
    was: &Edit,
    edit: &Edit,
    (set, place): (&SetLine, Rect),
) {
    response.widget_info(|| {
        let hint = field.hint.unwrap_or(field.name);
        let mut info = WidgetInfo::text_edit(ui.is_enabled(), &was.text, &edit.text, hint);
        info.label = Some(field.name.to_owned());
        info
    });
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.add_action(Action::SetValue);
        node.add_action(Action::ReplaceSelectedText);
    });
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let range = has_focus.then(|| {
        let cursor = |at: usize| CCursor::new(letters_before(&edit.text, at));
        CCursorRange::two(cursor(edit.anchor), cursor(edit.caret.at))
    });
    let to_global = TSTransform::from_translation(place.min.to_vec2());
    let spoken = logical_galley(&edit.text, set);
    update_accesskit_for_text_widget(ui.ctx(), field.id, range, to_global, &spoken);
}

fn letters_before(text: &str, at: usize) -> usize {
    text.get(..at).map_or(0, |head| head.chars().count())
}

/// A galley whose letters come in logical order, each where it stands on the screen: what tools
/// read, while the one that is painted has its glyphs in visual order.
fn logical_galley(text: &str, set: &SetLine) -> Galley {
    let mut galley = Galley::clone(&set.galley);
    let Some(placed) = galley.rows.first_mut() else {
        return galley;
    };
    let row = Arc::make_mut(&mut placed.row);
    let Some(model) = row.glyphs.first().copied() else {
        return galley;
    };
    row.glyphs = text
        .char_indices()
        .map(|(at, letter)| glyph(model, set, at, letter))
        .collect();
    galley
}

fn glyph(model: Glyph, set: &SetLine, at: usize, letter: char) -> Glyph {
    let start = set.line.x_of(Caret::after(at));
    let end = set.line.x_of(Caret::before(at + letter.len_utf8()));
    let mut glyph = model;
    glyph.chr = letter;
    glyph.pos.x = start.min(end);
    glyph.advance_width = (end - start).abs();
    glyph
}
