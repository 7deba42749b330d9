//! Overlays that can be switched on and off: what their switches are called, and what is shown at first.

use egui::KeyboardShortcut;

use super::{OVERLAYS, OverlayKind};
use crate::model::Switches;

/// How an overlay is switched.
pub struct Switch {
    /// Catalogue key of its name; with `-hint` behind it, of what it shows.
    pub name: &'static str,
    /// Its keys; the first is shown.
    pub keys: &'static [KeyboardShortcut],
    /// Whether it is shown before anybody has switched it.
    pub is_on_at_first: bool,
    /// Its button over the map, for what is switched often.
    pub button: Option<Button>,
    /// The option of `render` that turns it round; `None`: pictures never show it.
    pub option: Option<&'static str>,
}

/// A button over the map.
#[derive(Clone, Copy, Debug)]
pub struct Button {
    /// Its picture.
    pub icon: &'static str,
    /// Catalogue key of what it does while the overlay is hidden.
    pub show: &'static str,
    /// Catalogue key of what it does while the overlay is shown.
    pub hide: &'static str,
}

/// Returns the overlays that can be switched, with their switches, the lowest first.
pub fn switches() -> impl Iterator<Item = (&'static OverlayKind, &'static Switch)> {
    OVERLAYS
        .iter()
        .filter_map(|kind| Some((*kind, kind.switch.as_ref()?)))
}

/// Returns the switch of an overlay; `None`: there is no such overlay, or it is always shown.
#[must_use]
pub fn switch(id: &str) -> Option<&'static Switch> {
    switches()
        .find(|(kind, _)| kind.id == id)
        .map(|(_, switch)| switch)
}

/// Tells what is shown before anybody has switched anything.
#[must_use]
pub fn at_first() -> Switches {
    switches()
        .map(|(kind, switch)| (kind.id, switch.is_on_at_first))
        .collect()
}
