//! How the timeline looks: light, dark and Arabic, at rest and zoomed in.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::support::{self, world::World};
use sahelscope::{
    command::{Commands, SelectCommand},
    model::{Lang, Window},
    theme::{Shade, size},
    timeline::{Mode, TimeState, ViewRange},
    ui::{DocumentView, PanelContext, timeline::timeline_ui},
};

/// What a picture shows.
struct Sight {
    shade: Shade,
    lang: Lang,
    mode: Mode,
    window: &'static str,
    /// What the axis shows; empty: everything.
    axis: &'static str,
    width: f32,
}

fn view(text: &str) -> Option<ViewRange> {
    let bounds = Window::parse(text).ok()?.bounds();
    Some(ViewRange {
        start: bounds.earliest as f64,
        end: bounds.latest as f64 + 1.0,
    })
}

fn compare(name: &str, sight: &Sight) {
    if !support::can_draw() {
        return;
    }
    let world = World::bundled()
        .speaking(sight.lang)
        .in_shade(sight.shade)
        .in_window(sight.window);
    let first = world.visible().rows.first().map(|shown| shown.row);
    let world = world.having(SelectCommand::Select(first.unwrap()));
    let time = TimeState {
        mode: sight.mode,
        view: view(sight.axis),
        ..TimeState::default()
    };
    let mut harness = support::themed(world.theme(), [sight.width, size::TIMELINE])
        .wgpu()
        .build_ui(move |ui| {
            let context = world.context();
            let document = DocumentView {
                time: &time,
                ..context.document
            };
            let context = PanelContext {
                document,
                ..context
            };
            timeline_ui(ui, &context, &mut Commands::default());
        });
    harness.run_steps(3);
    harness.snapshot(name);
}

#[test]
fn by_day_with_a_window_on_the_first_months_of_2022() {
    compare(
        "timeline-light",
        &Sight {
            shade: Shade::Light,
            lang: Lang::En,
            mode: Mode::Window,
            window: "2022-01-05/2022-06-30",
            axis: "",
            width: 1280.0,
        },
    );
}

#[test]
fn in_arabic_everything_so_far() {
    compare(
        "timeline-arabic",
        &Sight {
            shade: Shade::Light,
            lang: Lang::Ar,
            mode: Mode::Cumulative,
            window: "2020-01-01/2022-04-05",
            axis: "",
            width: 1280.0,
        },
    );
}

#[test]
fn an_instant_among_weeks() {
    compare(
        "timeline-instant",
        &Sight {
            shade: Shade::Dark,
            lang: Lang::En,
            mode: Mode::Instant,
            window: "2022-03",
            axis: "2022-01/2022-05",
            width: 1280.0,
        },
    );
}
