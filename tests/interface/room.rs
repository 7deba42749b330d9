//! No control is cut, however narrow the window and whatever the language.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support::world::World;
use egui::{accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use sahelscope::{
    command::Commands,
    model::Lang,
    theme::{fonts, size},
    ui,
};

const CONTROLS: [Role; 4] = [
    Role::Button,
    Role::ComboBox,
    Role::TextInput,
    Role::SpinButton,
];

fn timeline(lang: Lang, width: f32) -> Harness<'static, World> {
    let world = World::bundled().speaking(lang).in_window("2022-01/2022-04");
    let theme = world.theme();
    let mut harness = Harness::builder()
        .with_size(vec2(width, size::TIMELINE))
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme.apply(ctx);
        })
        .build_ui_state(
            |ui, world: &mut World| {
                ui::timeline::timeline_ui(ui, &world.context(), &mut Commands::default());
            },
            world,
        );
    harness.run_steps(2);
    harness
}

#[test]
fn the_controls_of_the_timeline_have_room_in_any_window() {
    for lang in Lang::ALL {
        for width in (560..=1_500).step_by(20).map(|width| width as f32) {
            let harness = timeline(lang, width);
            let mut placed: Vec<(String, egui::Rect)> = Vec::new();
            for node in harness.query_all_by(|node| CONTROLS.contains(&node.role())) {
                let name = node.accesskit_node().label().unwrap_or_default();
                let rect = node.rect();
                let is_inside = rect.left() >= 0.0 && rect.right() <= width;
                assert!(is_inside, "{lang}, {width}: {name} at {rect}");
                if rect.top() < 2.0 * size::BAR + 6.0 {
                    for (other, place) in &placed {
                        let both = rect.intersect(*place);
                        let is_over = both.width() > 1.0 && both.height() > 1.0;
                        assert!(!is_over, "{lang}, {width}: {name} over {other}");
                    }
                    placed.push((name, rect));
                }
            }
        }
    }
}
