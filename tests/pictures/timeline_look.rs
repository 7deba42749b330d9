//! How the timeline looks: light, dark and Arabic, at rest and zoomed in.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use crate::support;
use sahelscope::{
    command::Commands,
    io,
    model::{Lang, Window},
    query::Engine,
    settings::Settings,
    store::{Briefing, Dataset, Filter, Selection, Ways},
    text::Words,
    theme::{Shade, Theme, size},
    timeline::{Mode, TimeState, ViewRange},
    ui::{Scene, notice::Notices, timeline::timeline_ui},
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
    let dataset = Arc::new(Dataset::from_parts(vec![io::read::bundled()]));
    let filter = Filter {
        window: Window::parse(sight.window).unwrap(),
        ..Filter::default()
    };
    let engine = Engine::of(&dataset, &filter);
    let visible = engine.visible(&filter);
    let theme = Theme::of(sight.shade);
    let words = Words::new(sight.lang);
    let time = TimeState {
        mode: sight.mode,
        view: view(sight.axis),
        ..TimeState::default()
    };
    let selection = Selection {
        selected: visible.rows.first().map(|shown| shown.row),
        hovered: None,
    };
    let (settings, notices) = (Settings::default(), Notices::default());
    let briefing = Briefing::default();
    let mut harness = support::themed(theme, [sight.width, size::TIMELINE])
        .wgpu()
        .build_ui(move |ui| {
            let scene = Scene {
                dataset: &dataset,
                visible: &visible,
                found: sahelscope::ui::Found::default(),
                ordered: sahelscope::ui::Ordered::default(),
                filter: &filter,
                engine: &engine,
                is_behind: false,
                axis_summary: None,
                density: None,
                in_view: None,
                time: &time,
                ways: Ways::default(),
                briefing: &briefing,
                named: sahelscope::ui::Named::default(),
                compared: None,
                change_days: None,
                selection,
                theme: &theme,
                words: &words,
                settings: &settings,
                dialog: None,
                pending_link: None,
                typed_path: "",
                picture: None,
                standing: None,
                reread: None,
                notices: &notices,
                jobs: &[],
            };
            timeline_ui(ui, &scene, &mut Commands::default());
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
