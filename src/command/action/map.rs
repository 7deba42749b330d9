//! The actions of the map menu: where it looks, and which overlays it shows.

use egui::Key;

use super::{Action, Group, action, plain};
use crate::{
    command::{MapCommand, ViewCommand},
    map::overlays,
};

pub(super) fn map() -> Vec<Action> {
    let map = |key, shortcuts, command: MapCommand| action(Group::Map, key, shortcuts, command);
    let moves = [
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
    ];
    let mut overlays: Vec<Action> = overlays::switches()
        .map(|(kind, switch)| {
            let command = ViewCommand::ToggleOverlay(kind.id);
            action(Group::Map, switch.name, switch.keys, command)
        })
        .collect();
    if let Some(first) = overlays.first_mut() {
        first.begins_section = true;
    }
    moves.into_iter().chain(overlays).collect()
}
