//! Whether the land is shaded. The basemap does it while its tiles are drawn: this overlay is its switch.

use crate::theme::fonts::icon;

use super::{
    super::{basemap::Style, input::MapInput},
    Button, Overlay, OverlayKind, Switch,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: ID,
    switch: Some(Switch {
        name: "action-relief",
        keys: &[],
        is_on_at_first: true,
        button: Some(Button {
            icon: icon::MOUNTAINS,
            show: "map-relief-on",
            hide: "map-relief-off",
        }),
        option: Some("no-relief"),
    }),
    help: &[],
    new: || Box::new(ReliefSwitch),
};

/// Names it.
pub const ID: &str = "relief";

/// Returns the style of the basemap for `input`: its shade, and whether land is shaded.
pub(in crate::map) fn style(input: &MapInput<'_>) -> Style {
    Style {
        shade: input.theme.shade,
        relief: input.overlays.is_on(ID),
    }
}

struct ReliefSwitch;

impl Overlay for ReliefSwitch {}
