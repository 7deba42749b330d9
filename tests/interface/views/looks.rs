//! How it looks: one picture for each part, in one language or another.

use egui::Ui;
use sahelscope::{
    command::Commands,
    data::{Dataset, Filter},
    io,
    model::{Lang, Window},
    query::WindowResult,
    session::HistoryNav,
    text::Catalogue,
    theme::{Shade, size},
    timeline::{Ending, TimeState, ViewRange},
    ui::{self, AnswersView, DocumentView, PanelContext},
};

use crate::support::{self, world::World};

/// Compares a picture of `width` by `height` points that `draw` makes of a context.
fn look(
    name: &str,
    world: World,
    [width, height]: [f32; 2],
    draw: impl Fn(&mut Ui, &PanelContext<'_>) + 'static,
) {
    if !support::can_draw() {
        return;
    }
    let mut harness = support::themed(world.theme(), [width, height])
        .with_step_dt(1.0 / 60.0)
        .wgpu()
        .build_ui(move |ui| draw(ui, &world.context()));
    harness.run_steps(4);
    harness.snapshot(name);
}

fn window(text: &str) -> Window {
    Window::parse(text).unwrap()
}

fn world(lang: Lang, shown: &str) -> World {
    World::bundled().speaking(lang).in_window(shown)
}

#[test]
fn steps_back_and_forward_are_beside_the_menus() {
    let world = world(Lang::Fr, "2022-03");
    look("views-steps", world, [1000.0, 44.0], |ui, context| {
        let nav = HistoryNav {
            back: true,
            undo: true,
            ..HistoryNav::default()
        };
        let document = DocumentView {
            nav,
            ..context.document
        };
        let context = PanelContext {
            document,
            ..*context
        };
        ui::menu::menu_ui(ui, &context, &mut Commands::default());
    });
}

#[test]
fn a_zoomed_axis_has_an_overview_and_marks_what_playback_skips() {
    let world = world(Lang::Fr, "2022-01/2022-04").in_shade(Shade::Dark);
    let columns = world.dataset().columns();
    let rows = world.dataset().rows();
    let change_days =
        sahelscope::timeline::ChangeDays::of(rows.filter_map(|row| columns.span(row)));
    let shown = window("2021-10/2023-06").bounds();
    let mut time = TimeState {
        view: Some(ViewRange {
            start: shown.earliest as f64,
            end: shown.latest as f64,
        }),
        ..TimeState::default()
    };
    time.playback.skips = true;
    time.playback.ending = Ending::Bounce;
    time.playback.range = Some(window("2022-01/2023-03").bounds());
    look(
        "views-overview",
        world,
        [1100.0, size::TIMELINE],
        move |ui, context| {
            let context = PanelContext {
                document: DocumentView {
                    time: &time,
                    ..context.document
                },
                answers: AnswersView {
                    change_days: Some(&change_days),
                    ..context.answers
                },
                ..*context
            };
            ui::timeline::timeline_ui(ui, &context, &mut Commands::default());
        },
    );
}

#[test]
fn the_sentence_stands_under_a_picture_in_its_language() {
    let dataset = Dataset::from_parts(vec![io::read::bundled()]);
    let filter = Filter {
        window: window("2022-03"),
        ..Filter::default()
    };
    let visible = WindowResult::of(&dataset, &filter);
    for lang in Lang::ALL {
        let words = Catalogue::new(lang);
        let said =
            sahelscope::query::method_sentence::sentence(&words, &dataset, &filter, &visible);
        assert!(said.ends_with('.'), "{said}");
    }
}
