//! The actions of the map menu: where it looks, and which overlays it shows.

use egui::Key;

use super::{Action, Group, action, plain};
use crate::{
    command::{FilterCommand, MapCommand, ViewCommand},
    map::{AreaTool, overlays},
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
    let draw = |tool| MapCommand::Draw(Some(tool));
    let areas = [
        map(
            "action-within-view",
            const { &[plain(Key::V)] },
            MapCommand::FilterToView,
        )
        .after_line(),
        map("action-draw-circle", &[], draw(AreaTool::Circle)),
        map("action-draw-polygon", &[], draw(AreaTool::Polygon)),
        action(
            Group::Map,
            "action-within-all",
            &[],
            FilterCommand::Within(None),
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
    moves.into_iter().chain(areas).chain(overlays).collect()
}
