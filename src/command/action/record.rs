//! The actions of the record menu.

use egui::Key;

use super::{Action, Group, action, ctrl, plain};
use crate::command::{Command, FilterCommand, SearchCommand, SelectCommand};

pub(super) fn record() -> Vec<Action> {
    let record = |key, shortcuts, command: Command| action(Group::Record, key, shortcuts, command);
    let walk = |forward| SelectCommand::Walk { forward }.into();
    vec![
        record("action-select-next", const { &[plain(Key::N)] }, walk(true)),
        record(
            "action-select-previous",
            const { &[plain(Key::P)] },
            walk(false),
        ),
        record(
            "action-clear-selection",
            const { &[plain(Key::Escape)] },
            SelectCommand::Clear.into(),
        ),
        record(
            "action-find",
            const { &[ctrl(Key::F)] },
            SearchCommand::Focus.into(),
        )
        .after_line(),
        record(
            "action-certain-only",
            const { &[plain(Key::C)] },
            FilterCommand::ToggleCertainOnly.into(),
        )
        .after_line(),
        record("action-clear-filters", &[], FilterCommand::Clear.into()),
    ]
}
