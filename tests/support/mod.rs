//! What several tests of the window share.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test program uses a part of it"
)]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

pub mod exported;
pub mod outline;
pub mod program;
pub mod skip;
pub mod world;

use egui::{Frame, Panel, Ui, Vec2};
use egui_kittest::{Harness, HarnessBuilder};
use sahelscope::{
    command::Commands,
    theme::{Theme, fonts, size},
    ui,
};

use world::World;

/// Whether pictures can be drawn here (a Vulkan device, in software or not).
///
/// Where they cannot, a snapshot test says so and passes; under `CI` it fails instead.
pub fn can_draw() -> bool {
    let drawn = std::panic::catch_unwind(|| Harness::builder().wgpu().build_ui(|_| {}).render());
    let can_draw = matches!(drawn, Ok(Ok(_)));
    if !can_draw {
        skip::skip("no Vulkan device to draw pictures with: install mesa-vulkan-drivers");
    }
    can_draw
}

/// A part of the window that is `size` points large, with the fonts of the program and its theme.
pub fn themed<State>(theme: Theme, size: impl Into<Vec2>) -> HarnessBuilder<State> {
    Harness::builder()
        .with_size(size)
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme.apply(ctx);
        })
}

/// Draws the panels at both sides as the window has them.
pub fn side_panels(ui: &mut Ui, world: &World, commands: &mut Commands) {
    let side = Frame::side_top_panel(ui.style()).inner_margin(0);
    Panel::left("layers")
        .frame(side)
        .exact_size(size::LEFT_PANEL)
        .show(ui, |ui| {
            ui::layers::layers_ui(ui, &world.context(), commands);
        });
    Panel::right("inspector")
        .frame(side)
        .exact_size(size::RIGHT_PANEL)
        .show(ui, |ui| {
            ui::inspector::inspector_ui(ui, &world.context(), commands);
        });
}
