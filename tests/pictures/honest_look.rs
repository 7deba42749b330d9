//! How honest time looks: claims side by side, and the picture as known on a day.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support;
use crate::support::world::World;
use egui::{Ui, Vec2, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use sahelscope::{
    command::{Commands, TimeCommand},
    model::{Lang, Window},
    theme::{fonts, size},
    ui,
};

fn look(name: &str, world: World, size: Vec2, draw: fn(&mut Ui, &mut World)) {
    if !support::can_draw() {
        return;
    }
    let mut harness = support::themed(world.theme(), size)
        .wgpu()
        .build_ui_state(draw, world);
    harness.run_steps(4);
    harness.snapshot(name);
}

fn layers(ui: &mut Ui, world: &mut World) {
    ui::layers::layers_ui(ui, &world.context(), &mut Commands::default());
}

fn timeline(ui: &mut Ui, world: &mut World) {
    ui::timeline::timeline_ui(ui, &world.context(), &mut Commands::default());
}

fn as_known_on(world: World, day: &str) -> World {
    world.having(TimeCommand::Known(Some(Window::parse(day).unwrap().last())))
}

#[test]
fn the_day_looked_from_has_a_handle_in_the_strip_of_reports() {
    let world = as_known_on(World::bundled().in_window("2021/2025"), "2025-02-10");
    let size = vec2(1_280.0, size::TIMELINE);
    look("honest-known", world, size, timeline);
}

#[test]
fn presences_that_nobody_attests_any_more_are_dashed_then_dotted() {
    let world = World::bundled().in_window("2022-09");
    let size = vec2(1_280.0, size::TIMELINE);
    look("honest-stale", world, size, timeline);
}

#[test]
fn the_tray_says_what_is_in_it_and_why() {
    if !support::can_draw() {
        return;
    }
    let world = World::bundled().in_window("2022-03");
    let theme = world.theme();
    let mut harness = Harness::builder()
        .with_size(vec2(size::LEFT_PANEL, 1_500.0))
        .wgpu()
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme.apply(ctx);
        })
        .build_ui_state(layers, world);
    harness.run_steps(4);
    for name in ["In the window", "Undated", "Without a place on the map"] {
        harness
            .get_by_role_and_label(Role::DisclosureTriangle, name)
            .click();
        harness.run_steps(30);
    }
    harness.snapshot("honest-tray");
}

#[test]
fn where_nobody_says_when_records_were_published_the_strip_says_so() {
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"date":"2022-03-05","title":"A thing"}}]}"#;
    let world = World::collection(text).in_window("2022").speaking(Lang::Fr);
    let size = vec2(1_280.0, size::TIMELINE);
    look("honest-unreported", world, size, timeline);
}
