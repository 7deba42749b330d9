//! Keys as they are written on a keyboard, in the words of the language.

use egui::{Key, KeyboardShortcut, Modifiers, Ui, os::OperatingSystem};

use crate::{
    command::{Action, Group},
    text::Catalogue,
    ui::PanelContext,
};

/// The keys of an action.
#[must_use]
pub fn keys(ui: &Ui, context: &PanelContext<'_>, action: &Action) -> Option<String> {
    let mut shortcut = action.shortcut()?;
    // Arrows lead where they point, also where time runs from the right.
    if action.group == Group::Time && context.time_from_right() {
        shortcut.logical_key = match shortcut.logical_key {
            Key::ArrowLeft => Key::ArrowRight,
            Key::ArrowRight => Key::ArrowLeft,
            other => other,
        };
    }
    let is_mac = matches!(ui.os(), OperatingSystem::Mac | OperatingSystem::IOS);
    Some(written(context.words, shortcut, is_mac))
}

/// The names of all keys of `shortcut`, those that are held first.
fn written(words: &Catalogue, shortcut: KeyboardShortcut, is_mac: bool) -> String {
    let KeyboardShortcut {
        modifiers,
        logical_key,
    } = shortcut;
    let mut names: Vec<&str> = held(modifiers, is_mac)
        .into_iter()
        .map(|key| words.get(key))
        .collect();
    names.push(name(words, logical_key));
    names.join("+")
}

/// Catalogue keys of the names of the keys that are held.
fn held(modifiers: Modifiers, is_mac: bool) -> Vec<&'static str> {
    let command = if is_mac { "key-command" } else { "key-ctrl" };
    let alt = if is_mac { "key-option" } else { "key-alt" };
    [
        (modifiers.ctrl, "key-ctrl"),
        (modifiers.command && !modifiers.ctrl, command),
        (modifiers.alt, alt),
        (modifiers.shift, "key-shift"),
    ]
    .into_iter()
    .filter_map(|(is_held, key)| is_held.then_some(key))
    .collect()
}

/// What stands on a key: its sign, its word, or its letter.
fn name(words: &Catalogue, key: Key) -> &str {
    match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Period => ".",
        Key::Comma => ",",
        Key::Space => words.get("key-space"),
        Key::Escape => words.get("key-escape"),
        Key::Enter => words.get("key-enter"),
        Key::Delete => words.get("key-delete"),
        Key::PageUp => words.get("key-page-up"),
        Key::PageDown => words.get("key-page-down"),
        Key::Home => words.get("key-home"),
        Key::End => words.get("key-end"),
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{command::action, model::Lang};

    #[test]
    fn no_key_is_called_by_a_word_of_another_language() {
        for lang in Lang::ALL {
            let words = Catalogue::new(lang);
            for shortcut in action::all().iter().flat_map(|action| action.shortcuts) {
                let name = name(&words, shortcut.logical_key);
                let is_function_key = name.starts_with('F') && name.len() <= 3;
                let is_word = name.chars().count() > 1 && !is_function_key;
                let is_said = ["space", "escape", "page-up", "page-down", "home", "end"]
                    .iter()
                    .any(|key| words.get(&format!("key-{key}")) == name);
                assert!(!is_word || is_said, "{lang}: {name}");
            }
        }
    }

    #[test]
    fn keys_that_are_held_come_first() {
        let undo = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        let written = |lang, is_mac| written(&Catalogue::new(lang), undo, is_mac);
        assert_eq!(written(Lang::En, false), "Ctrl+Shift+Z");
        assert_eq!(written(Lang::Fr, false), "Ctrl+Maj+Z");
        assert_eq!(written(Lang::En, true), "Cmd+Shift+Z");
    }
}
