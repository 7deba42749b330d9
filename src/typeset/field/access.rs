//! A field for screen readers and other tools: its text, its caret, and setting both from outside.

use std::{borrow::Cow, sync::Arc};

use egui::{
    Event, Galley, Pos2, Rect, Response, Ui, WidgetInfo,
    accesskit::{Action, ActionData, ActionRequest},
    emath::TSTransform,
    epaint::text::Glyph,
    text::{CCursor, CCursorRange},
    text_selection::accesskit_text::update_accesskit_for_text_widget,
};

use super::{SetText, TextField};
use crate::text::{
    edit::{Caret, Edit},
    number::western,
};

/// Takes a text that was set or inserted by a tool. Says whether there was one.
pub(super) fn take_value(ui: &Ui, field: &TextField<'_>, edit: &mut Edit) -> bool {
    let node = field.id.accesskit_id();
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
        let text = &*if field.has_western_digits {
            Cow::Owned(western(text))
        } else {
            Cow::Borrowed(&**text)
        };
        if *action == Action::SetValue {
            edit.select_all();
        }
        if field.least_rows.is_some() {
            edit.insert_lines(text);
        } else {
            edit.insert(text);
        }
    }
    !requests.is_empty()
}

/// Says what the field is, what it holds and where its caret stands.
pub(super) fn describe(
    ui: &Ui,
    response: &Response,
    field: &TextField<'_>,
    was: &Edit,
    edit: &Edit,
    set: &SetText,
    places: &[Rect],
) {
    response.widget_info(|| {
        let hint = field.hint.unwrap_or(field.name);
        let mut info = WidgetInfo::text_edit(ui.is_enabled(), &was.text, &edit.text, hint);
        info.label = Some(field.name.to_owned());
        info
    });
    let is_asked = ui.ctx().accesskit_node_builder(field.id, |node| {
        node.add_action(Action::SetValue);
        node.add_action(Action::ReplaceSelectedText);
    });
    if is_asked.is_none() {
        return;
    }
    let has_focus = ui.memory(|memory| memory.has_focus(field.id));
    let range = has_focus.then(|| {
        let cursor = |at: usize| CCursor::new(letters_before(&edit.text, at));
        CCursorRange::two(cursor(edit.anchor), cursor(edit.caret.at))
    });
    let origin = places.first().map_or(Pos2::ZERO, |place| place.min);
    let to_global = TSTransform::from_translation(origin.to_vec2());
    let spoken = set.spoken.get_or_init(|| logical_galley(&edit.text, set));
    if let Some(spoken) = spoken {
        update_accesskit_for_text_widget(ui.ctx(), field.id, range, to_global, spoken);
    }
}

fn letters_before(text: &str, at: usize) -> usize {
    text.get(..at).map_or(0, |head| head.chars().count())
}

/// Returns a galley whose letters come in logical order, each where it stands on the screen: what tools
/// read, while the one that is painted has its glyphs in visual order.
fn logical_galley(text: &str, set: &SetText) -> Option<Galley> {
    let model = set
        .galleys
        .iter()
        .find(|galley| galley.rows.iter().any(|row| !row.glyphs.is_empty()))
        .or(set.galleys.first())?;
    let mut galley = Galley::clone(model);
    let row = Arc::make_mut(&mut galley.rows.first_mut()?.row);
    let Some(model) = row.glyphs.first().copied() else {
        return Some(galley);
    };
    row.glyphs = text
        .char_indices()
        .map(|(at, letter)| glyph(model, set, at, letter))
        .collect();
    Some(galley)
}

fn glyph(model: Glyph, set: &SetText, at: usize, letter: char) -> Glyph {
    let start = set.rows.x_of(Caret::after(at));
    let end = set.rows.x_of(Caret::before(at + letter.len_utf8()));
    let mut glyph = model;
    glyph.chr = letter;
    glyph.pos.x = start.min(end);
    glyph.advance_width = (end - start).abs();
    glyph
}
