//! The actions of the map menu.

use egui::Key;

use super::{Action, Group, action, plain};
use crate::command::{MapCommand, ViewCommand};

pub(super) fn map() -> Vec<Action> {
    let map = |key, shortcuts, command: MapCommand| action(Group::Map, key, shortcuts, command);
    vec![
        map(
            "action-zoom-in",
            const { &[plain(Key::Plus), plain(Key::Equals)] },
            MapCommand::ZoomIn,
        ),
        map(
            "action-zoom-out",
            const { &[plain(Key::Minus)] },
            MapCommand::ZoomOut,
        ),
        map(
            "action-fit-all",
            const { &[plain(Key::Num0)] },
            MapCommand::FitAll,
        ),
        action(
            Group::Map,
            "action-density",
            const { &[plain(Key::D)] },
            ViewCommand::ToggleDensity,
        )
        .after_line(),
    ]
}
