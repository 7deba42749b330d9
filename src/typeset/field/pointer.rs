//! The pointer in a field: a click puts the caret, a double click chooses a word, a drag chooses on.

use egui::{CursorIcon, Event, Pos2, Rect, Response, Ui};

use super::state::FieldState;
use crate::text::{
    edit::{Caret, Edit},
    rows::TextRows,
};

/// A press so soon after a click begins a double click, in seconds; egui's own measure.
const DOUBLE_CLICK: f32 = 0.3;

/// Takes clicks, drags and the middle button; `places` is where the rows lie.
pub(super) fn take(
    ui: &Ui,
    response: &Response,
    state: &mut FieldState,
    rows: &TextRows,
    places: &[Rect],
) {
    if response.hovered() {
        ui.output_mut(|output| output.mutable_text_under_cursor = true);
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
    if let Some(pos) = response.interact_pointer_pos() {
        choose(ui, response, state, caret_at(rows, places, pos));
    }
    paste_with_middle_button(ui, response, state, rows, places);
}

/// Returns the caret nearest to `pos`.
fn caret_at(rows: &TextRows, places: &[Rect], pos: Pos2) -> Caret {
    let below = |place: &Rect| place.bottom() <= pos.y;
    let last = places.len().saturating_sub(1);
    let index = places.partition_point(below).min(last);
    let left = places.get(index).map_or(0.0, Rect::left);
    rows.caret_at(index, pos.x - left)
}

fn choose(ui: &Ui, response: &Response, state: &mut FieldState, caret: Caret) {
    let is_pressed = ui.input(|input| input.pointer.any_pressed());
    let extends = ui.input(|input| input.modifiers.shift);
    let edit = &mut state.edit;
    if response.double_clicked() {
        edit.select(edit.word_at(caret.at));
    } else if response.triple_clicked() {
        edit.select_all();
    } else if is_pressed && response.hovered() {
        edit.go(caret, extends);
        state.grip = edit.anchor..edit.anchor;
        if ui.input(|input| input.pointer.time_since_last_click()) < DOUBLE_CLICK {
            state.grip = edit.word_at(caret.at);
            edit.select(state.grip.clone());
        }
    } else if response.dragged() {
        drag(edit, &state.grip, caret);
    } else {
        return;
    }
    state.touch(ui);
    response.request_focus();
}

/// Chooses from what the drag began with to the pointer; by words when it began with one.
fn drag(edit: &mut Edit, grip: &std::ops::Range<usize>, caret: Caret) {
    if grip.is_empty() {
        edit.go(caret, true);
        return;
    }
    let word = edit.word_at(caret.at);
    if caret.at < grip.start {
        edit.anchor = grip.end;
        edit.go(Caret::after(word.start.min(grip.start)), true);
    } else {
        edit.anchor = grip.start;
        edit.go(Caret::before(word.end.max(grip.end)), true);
    }
}

/// Pastes with the middle button what is chosen anywhere, on X11 and Wayland.
fn paste_with_middle_button(
    ui: &Ui,
    response: &Response,
    state: &mut FieldState,
    rows: &TextRows,
    places: &[Rect],
) {
    if !response.contains_pointer() {
        return;
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
            _ => None,
        })
    });
    if let Some((pos, text)) = pasted {
        state.edit.go(caret_at(rows, places, pos), false);
        state.edit.insert(&text);
        state.touch(ui);
        response.request_focus();
    }
}
