//! Keys, clipboard and input methods, as edits.

use std::{borrow::Cow, cmp::Ordering};

use egui::{
    Event, EventFilter, Id, ImeEvent, Key, Modifiers, OutputCommand, Ui, os::OperatingSystem,
};

use super::state::FieldState;
use crate::text::{
    edit::{Caret, Reach},
    number::western,
    rows::TextRows,
};

/// Sets a text anew after it was changed.
type Set<'a> = dyn FnMut(&str) -> TextRows + 'a;

/// What the keys of a field depend on.
pub(super) struct FieldKeys {
    pub id: Id,
    /// Whether Enter begins a new line.
    pub has_lines: bool,
    /// Whether digits of any script become Western ones.
    pub has_western_digits: bool,
    pub filter: EventFilter,
}

impl FieldKeys {
    /// Returns the event with its text in the digits of the field.
    fn as_typed(&self, event: Event) -> Event {
        if !self.has_western_digits {
            return event;
        }
        match event {
            Event::Text(text) => Event::Text(western(&text)),
            Event::Paste(text) => Event::Paste(western(&text)),
            Event::Ime(ImeEvent::Commit(text)) => Event::Ime(ImeEvent::Commit(western(&text))),
            other => other,
        }
    }
}

/// Takes what was typed in this frame.
pub(super) fn take(
    ui: &Ui,
    field: &FieldKeys,
    state: &mut FieldState,
    rows: &TextRows,
    set: &mut Set<'_>,
) {
    let mut rows = Cow::Borrowed(rows);
    let time = ui.input(|input| input.time);
    state.undoer.lock().feed_state(time, &state.edit);
    for event in ui.input(|input| input.filtered_events(&field.filter)) {
        let was = state.edit.clone();
        let event = field.as_typed(event);
        take_event(ui, field, state, &rows, &event);
        if state.edit.text != was.text {
            rows = Cow::Owned(set(&state.edit.text));
        }
        if state.edit != was {
            state.touch(ui);
        }
    }
    state.undoer.lock().feed_state(time, &state.edit);
}

fn take_event(ui: &Ui, field: &FieldKeys, state: &mut FieldState, rows: &TextRows, event: &Event) {
    let edit = &mut state.edit;
    match event {
        Event::Copy => copy(ui, edit.selected()),
        Event::Cut => {
            copy(ui, edit.selected());
            if !edit.selected().is_empty() {
                edit.delete(Reach::LetterBack);
            }
        }
        Event::Paste(text) if field.has_lines => edit.insert_lines(text),
        Event::Paste(text) => edit.insert(text),
        Event::Text(text) if !matches!(text.as_str(), "" | "\n" | "\r") => edit.insert(text),
        Event::Ime(event) => compose(state, event),
        Event::Key {
            key: Key::Enter,
            pressed: true,
            ..
        } if field.has_lines => edit.insert_lines("\n"),
        Event::Key {
            key: Key::Enter,
            pressed: true,
            ..
        } => ui.memory_mut(|memory| memory.surrender_focus(field.id)),
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => press(ui.os(), state, rows, *key, *modifiers),
        _ => {}
    }
}

fn copy(ui: &Ui, text: &str) {
    if !text.is_empty() {
        ui.output_mut(|output| {
            output
                .commands
                .push(OutputCommand::CopyText(text.to_owned()));
        });
    }
}

fn press(
    os: OperatingSystem,
    state: &mut FieldState,
    rows: &TextRows,
    key: Key,
    modifiers: Modifiers,
) {
    let by_word = modifiers.alt || modifiers.ctrl;
    let to_end = modifiers.mac_cmd;
    let extends = modifiers.shift;
    match key {
        Key::ArrowLeft | Key::ArrowRight => {
            let to_the_right = key == Key::ArrowRight;
            // A word on is to the left in a line that is read from the right.
            let row = rows.row(rows.row_of(state.edit.caret));
            let is_on = to_the_right != row.is_some_and(|row| row.line.is_rtl);
            let reach = match (to_end, by_word, is_on) {
                (true, _, true) => Reach::End,
                (true, _, false) => Reach::Start,
                (false, true, true) => Reach::WordOn,
                (false, true, false) => Reach::WordBack,
                (false, false, _) => return step(state, rows, to_the_right, extends),
            };
            reach_for(state, reach, extends);
        }
        Key::Home if modifiers.command => reach_for(state, Reach::Start, extends),
        Key::End if modifiers.command => reach_for(state, Reach::End, extends),
        Key::Home | Key::End => {
            let caret = rows.end_of_row(state.edit.caret, key == Key::End);
            state.edit.go(caret, extends);
        }
        Key::ArrowUp | Key::ArrowDown => to_row(state, rows, key == Key::ArrowDown, extends),
        Key::Backspace | Key::Delete => {
            let is_cut = key == Key::Delete && extends && os == OperatingSystem::Windows;
            if !is_cut {
                state.edit.delete(deletion(key, to_end, by_word));
            }
        }
        Key::A if modifiers.command => state.edit.select_all(),
        Key::Y if modifiers.command => undo(state, false),
        Key::Z if modifiers.command => undo(state, !extends),
        _ => {}
    }
}

const fn deletion(key: Key, to_end: bool, by_word: bool) -> Reach {
    match (key, to_end, by_word) {
        (Key::Delete, true, _) => Reach::End,
        (Key::Delete, false, true) => Reach::WordOn,
        (Key::Delete, false, false) => Reach::LetterOn,
        (_, true, _) => Reach::Start,
        (_, false, true) => Reach::WordBack,
        (_, false, false) => Reach::LetterBack,
    }
}

/// Moves the caret one stop, as it is seen. A selection that is not extended ends at its side instead.
fn step(state: &mut FieldState, rows: &TextRows, to_the_right: bool, extends: bool) {
    let edit = &mut state.edit;
    let selection = edit.selection();
    if !extends && !selection.is_empty() {
        let ends = [Caret::after(selection.start), Caret::before(selection.end)];
        let [a, b] = ends;
        let is_below = rows.row_of(a).cmp(&rows.row_of(b)) == Ordering::Less;
        let is_read_from_right = rows.row(rows.row_of(b)).is_some_and(|row| row.line.is_rtl);
        let a_is_right = if is_below {
            is_read_from_right
        } else {
            rows.x_of(a) > rows.x_of(b)
        };
        edit.go(if a_is_right == to_the_right { a } else { b }, false);
    } else if let Some(caret) = rows.beside(edit.caret, to_the_right) {
        edit.go(caret, extends);
    } else if !extends {
        edit.go(edit.caret, false);
    }
}

/// Moves the caret to the row above or below, at the same place along the line; at the first and the last row to the
/// very end.
fn to_row(state: &mut FieldState, rows: &TextRows, is_down: bool, extends: bool) {
    let edit = &mut state.edit;
    let index = rows.row_of(edit.caret);
    let next = if is_down {
        index.checked_add(1).filter(|next| *next < rows.len())
    } else {
        index.checked_sub(1)
    };
    match next {
        Some(next) => edit.go(
            rows.caret_at(next, aligned(rows, edit.caret, next)),
            extends,
        ),
        None if is_down => reach_for(state, Reach::End, extends),
        None => reach_for(state, Reach::Start, extends),
    }
}

/// Tells where the caret would stand in the row `next`: as far from the side that rows begin at.
fn aligned(rows: &TextRows, caret: Caret, next: usize) -> f32 {
    let x = rows.x_of(caret);
    let (from, to) = (rows.row(rows.row_of(caret)), rows.row(next));
    match (from, to) {
        (Some(from), Some(to)) if from.line.is_rtl && to.line.is_rtl => {
            to.line.width - (from.line.width - x)
        }
        _ => x,
    }
}

fn reach_for(state: &mut FieldState, reach: Reach, extends: bool) {
    let at = state.edit.reached(reach);
    let caret = match reach {
        Reach::Start | Reach::WordBack | Reach::LetterBack => Caret::after(at),
        Reach::End | Reach::WordOn | Reach::LetterOn => Caret::before(at),
    };
    state.edit.go(caret, extends);
}

fn undo(state: &mut FieldState, is_back: bool) {
    let mut undoer = state.undoer.lock();
    let found = if is_back {
        undoer.undo(&state.edit)
    } else {
        undoer.redo(&state.edit)
    };
    if let Some(found) = found {
        state.edit = found.clone();
    }
}

/// Puts what an input method has in the making into the text, where it is replaced until it is done.
fn compose(state: &mut FieldState, event: &ImeEvent) {
    match event {
        ImeEvent::Preedit { text, .. } => {
            if text.is_empty() && state.preedit.is_none() {
                return;
            }
            replace_preedit(state, text);
            let end = state.edit.caret.at;
            state.preedit = (!text.is_empty()).then(|| end - text.len()..end);
        }
        ImeEvent::Commit(text) => {
            if !text.is_empty() || state.preedit.is_some() {
                replace_preedit(state, text);
            }
        }
        ImeEvent::DeleteSurrounding {
            before_chars,
            after_chars,
        } => delete_around(state, *before_chars, *after_chars),
        #[expect(deprecated, reason = "the type still has them")]
        ImeEvent::Enabled | ImeEvent::Disabled => {}
    }
}

fn replace_preedit(state: &mut FieldState, text: &str) {
    if let Some(range) = state.preedit.take()
        && range.end <= state.edit.text.len()
    {
        state.edit.select(range);
    }
    state.edit.insert(text);
}

fn delete_around(state: &mut FieldState, before: usize, after: usize) {
    let range = state.edit.selection();
    let text = &state.edit.text;
    let start = text
        .get(..range.start)
        .and_then(|head| head.char_indices().rev().take(before).last())
        .map_or(range.start, |(at, _)| at);
    let end = text
        .get(range.end..)
        .and_then(|tail| tail.char_indices().nth(after))
        .map_or(text.len(), |(at, _)| range.end + at);
    state.edit.select(start..end);
    state.edit.delete(Reach::LetterBack);
}
