//! The table of actions: one entry feeds the menu, its keys, the palette and the help.

mod analysis;
mod file;
mod map;
mod playback;
mod reader;
mod record;
mod time;
mod view;

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Command;

/// Where an action stands in menus and in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Files.
    File,
    /// Time.
    Time,
    /// The map.
    Map,
    /// Records.
    Record,
    /// What was seen, what is kept of it, what differs.
    Analysis,
    /// The window of the program.
    View,
}

impl Group {
    /// The menus, in the order of the bar.
    pub const MENUS: [Self; 6] = [
        Self::File,
        Self::Time,
        Self::Map,
        Self::Record,
        Self::Analysis,
        Self::View,
    ];

    /// Whether its menu holds what is on or off.
    #[must_use]
    pub const fn has_ticks(self) -> bool {
        matches!(
            self,
            Self::Time | Self::Map | Self::Record | Self::Analysis | Self::View
        )
    }

    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Time => "menu-time",
            Self::Map => "menu-map",
            Self::Record => "menu-record",
            Self::Analysis => "menu-analysis",
            Self::View => "menu-view",
        }
    }
}

/// Something that can be done without pointing at anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Catalogue key of its name.
    pub key: &'static str,
    /// Where it stands.
    pub group: Group,
    /// Its keys; the first is shown.
    pub shortcuts: &'static [KeyboardShortcut],
    /// What it asks for.
    pub command: Command,
    /// Whether a line is drawn above it in its menu.
    pub begins_section: bool,
    /// Catalogue key of the part of its menu that it stands in, which opens beside it; neighbours with the same key share one.
    pub within: Option<&'static str>,
}

impl Action {
    /// The keys that are shown.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.shortcuts.first().copied()
    }

    /// Catalogue key of what it does; not every action needs the words.
    #[must_use]
    pub fn hint_key(&self) -> String {
        format!("{}-hint", self.key)
    }

    const fn within(mut self, key: &'static str) -> Self {
        self.within = Some(key);
        self
    }

    fn after_line(mut self) -> Self {
        self.begins_section = true;
        self
    }
}

/// Every action, menu by menu.
#[must_use]
pub fn all() -> &'static [Action] {
    static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| {
        [
            file::file(),
            time::time(),
            playback::playback(),
            map::map(),
            record::record(),
            reader::reader(),
            analysis::analysis(),
            view::view(),
        ]
        .into_iter()
        .flatten()
        .collect()
    });
    &ACTIONS
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

fn action(
    group: Group,
    key: &'static str,
    shortcuts: &'static [KeyboardShortcut],
    command: impl Into<Command>,
) -> Action {
    Action {
        key,
        group,
        shortcuts,
        command: command.into(),
        begins_section: false,
        within: None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::model::Lang;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut seen = HashSet::new();
        for action in all() {
            for shortcut in action.shortcuts {
                assert!(seen.insert(*shortcut), "{}: {shortcut:?}", action.key);
            }
        }
    }

    #[test]
    fn every_action_has_a_name_in_each_language() {
        for lang in Lang::ALL {
            let words = crate::text::Catalogue::new(lang);
            for action in all() {
                assert!(words.has(action.key), "{lang}: {}", action.key);
            }
        }
    }
}
