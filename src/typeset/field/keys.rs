//! Keys, clipboard and input methods, as edits.

use std::borrow::Cow;

use egui::{
    Event, EventFilter, Id, ImeEvent, Key, Modifiers, OutputCommand, Ui, os::OperatingSystem,
};

use super::state::State;
use crate::text::{
    edit::{Caret, Reach},
    stops::Line,
};

/// Sets a text anew after it was changed.
type Set<'a> = dyn FnMut(&str) -> Line + 'a;

/// Takes what was typed in this frame.
pub(super) fn take(
    ui: &Ui,
    id: Id,
    filter: EventFilter,
    state: &mut State,
    line: &Line,
    set: &mut Set<'_>,
) {
    let mut line = Cow::Borrowed(line);
    let time = ui.input(|input| input.time);
    state.undoer.lock().feed_state(time, &state.edit);
    for event in ui.input(|input| input.filtered_events(&filter)) {
        let was = state.edit.clone();
        take_event(ui, id, state, &line, &event);
        if state.edit.text != was.text {
            line = Cow::Owned(set(&state.edit.text));
        }
        if state.edit != was {
            state.touch(ui);
        }
    }
    state.undoer.lock().feed_state(time, &state.edit);
}

fn take_event(ui: &Ui, id: Id, state: &mut State, line: &Line, event: &Event) {
    let edit = &mut state.edit;
    match event {
        Event::Copy => copy(ui, edit.selected()),
        Event::Cut => {
            copy(ui, edit.selected());
            if !edit.selected().is_empty() {
                edit.delete(Reach::LetterBack);
            }
        }
        Event::Paste(text) => edit.insert(text),
        Event::Text(text) if !matches!(text.as_str(), "" | "\n" | "\r") => edit.insert(text),
        Event::Ime(event) => compose(state, event),
        Event::Key {
            key: Key::Enter,
            pressed: true,
            ..
        } => ui.memory_mut(|memory| memory.surrender_focus(id)),
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => press(ui.os(), state, line, *key, *modifiers),
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

fn press(os: OperatingSystem, state: &mut State, line: &Line, key: Key, modifiers: Modifiers) {
    let by_word = modifiers.alt || modifiers.ctrl;
    let to_end = modifiers.mac_cmd;
    let extends = modifiers.shift;
    match key {
        Key::ArrowLeft | Key::ArrowRight => {
            let to_the_right = key == Key::ArrowRight;
            // A word on is to the left in a line that is read from the right.
            let is_on = to_the_right != line.is_rtl;
            let reach = match (to_end, by_word, is_on) {
                (true, _, true) => Reach::End,
                (true, _, false) => Reach::Start,
                (false, true, true) => Reach::WordOn,
                (false, true, false) => Reach::WordBack,
                (false, false, _) => return step(state, line, to_the_right, extends),
            };
            reach_for(state, reach, extends);
        }
        Key::Home | Key::ArrowUp => reach_for(state, Reach::Start, extends),
        Key::End | Key::ArrowDown => reach_for(state, Reach::End, extends),
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

/// One stop over, as it is seen. A selection that is not extended ends at its side instead.
fn step(state: &mut State, line: &Line, to_the_right: bool, extends: bool) {
    let edit = &mut state.edit;
    let selection = edit.selection();
    if !extends && !selection.is_empty() {
        let ends = [Caret::after(selection.start), Caret::before(selection.end)];
        let [a, b] = ends;
        let a_is_right = line.x_of(a) > line.x_of(b);
        edit.go(if a_is_right == to_the_right { a } else { b }, false);
    } else if let Some(caret) = line.beside(edit.caret, to_the_right) {
        edit.go(caret, extends);
    } else if !extends {
        edit.go(edit.caret, false);
    }
}

fn reach_for(state: &mut State, reach: Reach, extends: bool) {
    let at = state.edit.reached(reach);
    let caret = match reach {
        Reach::Start | Reach::WordBack | Reach::LetterBack => Caret::after(at),
        Reach::End | Reach::WordOn | Reach::LetterOn => Caret::before(at),
    };
    state.edit.go(caret, extends);
}

fn undo(state: &mut State, is_back: bool) {
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

/// What an input method has in the making stands in the text, and is replaced until it is done.
fn compose(state: &mut State, event: &ImeEvent) {
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

fn replace_preedit(state: &mut State, text: &str) {
    if let Some(range) = state.preedit.take()
        && range.end <= state.edit.text.len()
    {
        state.edit.select(range);
    }
    state.edit.insert(text);
}

fn delete_around(state: &mut State, before: usize, after: usize) {
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
