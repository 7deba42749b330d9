use egui::{Context, Pos2, Rect, pos2, vec2};
use geo::Point;
use serde_json::{Value, json};

use super::{areas::Areas, marks::MarkItem, marks::PlacedMarks, *};
use crate::{
    data::mercator::{degrees_from_unit, unit_from_degrees},
    map::{MapInput, Viewport},
    model::{Lang, RowId},
    query::{
        Engine,
        fixture::{dataset, everything, feature, point},
        marks::{Cluster, Grouping, Level, MarkLayout},
    },
    session::Selection,
    text::Catalogue,
    theme::{Shade, Theme, fonts},
    work::Progress,
};

const MOPTI: [f64; 2] = [-4.2, 14.5];
const MIDDLE: Pos2 = pos2(400.0, 300.0);

pub(super) fn view(zoom: f64) -> Viewport {
    Viewport {
        rect: Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)),
        centre: unit_from_degrees(Point::new(MOPTI[0], MOPTI[1])),
        zoom,
    }
}

/// What a frame depends on besides its features.
#[derive(Clone, Copy, Default)]
pub(super) struct MapState {
    pub(super) zoom: f64,
    pub(super) selected: Option<RowId>,
    pub(super) spiderfied: Option<RowId>,
}

/// What is asked of a frame that shows `features` at `zoom`.
fn framed<R>(features: &[Value], state: MapState, ask: impl FnOnce(&MapFrame<'_>) -> R) -> R {
    framed_in(Lang::En, features, state, ask)
}

/// The same in a language.
pub(super) fn framed_in<R>(
    lang: Lang,
    features: &[Value],
    state: MapState,
    ask: impl FnOnce(&MapFrame<'_>) -> R,
) -> R {
    let MapState {
        zoom,
        selected,
        spiderfied,
    } = state;
    let dataset = std::sync::Arc::new(dataset(features));
    let (filter, visible) = everything(&dataset);
    let grouping = Grouping::of(dataset.columns(), Level::of(zoom));
    let layout = MarkLayout::of(&dataset, &visible, &filter, &grouping, lang);
    let ctx = Context::default();
    fonts::install(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {})
        .textures_delta
        .clear();
    ask(&MapFrame {
        ctx: &ctx,
        is_still: true,
        input: &MapInput {
            found: &[],
            dataset: &dataset,
            visible: &visible,
            engine: &Engine::of(&dataset, &filter, &Progress::unwatched()).unwrap(),
            filter: &filter,
            selection: Selection {
                selected,
                hovered: None,
            },
            theme: &Theme::of(Shade::Light),
            words: &Catalogue::new(lang),
            density: None,
            overlays: &at_first(),
        },
        view: &view(zoom),
        layout: &layout,
        names: &[],
        credit: "",
        covered: &[],
        spiderfied,
    })
}

/// The marks and areas of a frame.
fn prepared(frame: &MapFrame<'_>) -> (PlacedMarks, Areas) {
    let (mut marks, mut areas) = (PlacedMarks::default(), Areas::default());
    let mut room = OccupiedSpace::default();
    marks.prepare(frame, &mut room);
    areas.prepare(frame, &mut room);
    (marks, areas)
}

fn pick(frame: &MapFrame<'_>, at: Pos2) -> Option<Hit> {
    let mut stack = OverlayStack::default();
    stack.prepare(frame);
    stack.pick(frame, at)
}

fn hit(features: &[Value], zoom: f64, at: Pos2) -> Option<Hit> {
    framed(
        features,
        MapState {
            zoom,
            selected: None,
            spiderfied: None,
        },
        |frame| pick(frame, at),
    )
}

#[test]
fn no_two_overlays_have_the_same_id() {
    let ids: std::collections::BTreeSet<&str> = OVERLAYS.iter().map(|kind| kind.id).collect();
    assert_eq!(ids.len(), OVERLAYS.len());
}

#[test]
fn every_switch_says_in_each_language_what_it_shows() {
    for lang in Lang::ALL {
        let words = Catalogue::new(lang);
        for (kind, switch) in switches() {
            let hint = format!("{}-hint", switch.name);
            let button = switch.button.map(|button| [button.show, button.hide]);
            let keys = [switch.name, &hint]
                .into_iter()
                .chain(button.into_iter().flatten());
            for key in keys.chain(kind.help.iter().copied()) {
                assert!(words.has(key), "{lang}: {key}");
            }
        }
    }
}

#[test]
fn a_mark_is_hit_before_the_area_that_it_lies_in() {
    let all = [point(MOPTI, "region", 150.0), point(MOPTI, "town", 0.0)];
    assert_eq!(hit(&all, 7.0, MIDDLE).unwrap().rows, [1].map(RowId::new));
    assert_eq!(
        hit(&all, 7.0, MIDDLE + vec2(40.0, 60.0)).unwrap().rows,
        [0].map(RowId::new)
    );
}

#[test]
fn of_two_areas_the_smaller_is_hit() {
    let all = [point(MOPTI, "area", 40.0), point(MOPTI, "region", 150.0)];
    let beside = MIDDLE + vec2(0.0, 15.0);
    assert_eq!(hit(&all, 7.0, beside).unwrap().rows, [0].map(RowId::new));
}

#[test]
fn an_area_is_never_a_pin() {
    let all = [point(MOPTI, "region", 150.0)];
    framed(
        &all,
        MapState {
            zoom: 7.0,
            selected: Some(RowId::new(0)),
            spiderfied: Some(RowId::new(0)),
        },
        |frame| {
            let (marks, areas) = prepared(frame);
            assert!(
                marks.items.is_empty() && marks.raised.is_empty(),
                "{marks:?}"
            );
            assert_eq!(areas.placed.len(), 1);
        },
    );
}

#[test]
fn a_stack_is_hit_as_a_whole_and_its_members_one_by_one_when_it_is_open() {
    let all = [point(MOPTI, "site", 0.0), point(MOPTI, "site", 0.0)];
    assert_eq!(hit(&all, 7.0, MIDDLE).unwrap().rows, [0, 1].map(RowId::new));
    framed(
        &all,
        MapState {
            zoom: 7.0,
            selected: None,
            spiderfied: Some(RowId::new(0)),
        },
        |frame| {
            let (marks, _) = prepared(frame);
            let members: Vec<Pos2> = marks
                .raised
                .iter()
                .filter_map(|item| match item {
                    MarkItem::Member { at, .. } => Some(*at),
                    _ => None,
                })
                .collect();
            assert_eq!(pick(frame, members[1]).unwrap().only(), Some(RowId::new(1)));
            assert_eq!(pick(frame, MIDDLE), None);
        },
    );
}

#[test]
fn the_records_of_an_open_area_lie_above_every_mark() {
    let area = || point(MOPTI, "region", 150.0);
    let on_tray = framed(
        &[area(), area()],
        MapState {
            zoom: 7.0,
            selected: None,
            spiderfied: Some(RowId::new(0)),
        },
        |frame| prepared(frame).1.tray.unwrap().members[0].1,
    );
    let below = degrees_from_unit(view(7.0).map_from_screen(on_tray));
    let all = [area(), area(), point(below.into(), "town", 0.0)];
    assert_eq!(hit(&all, 7.0, on_tray).unwrap().rows, [2].map(RowId::new));
    framed(
        &all,
        MapState {
            zoom: 7.0,
            selected: None,
            spiderfied: Some(RowId::new(0)),
        },
        |frame| {
            assert_eq!(pick(frame, on_tray).unwrap().rows, [0].map(RowId::new));
        },
    );
}

#[test]
fn what_is_selected_is_drawn_after_every_other_mark() {
    let near = [MOPTI[0] + 0.05, MOPTI[1] - 0.05];
    let all = [
        point(MOPTI, "site", 0.0),
        point(MOPTI, "site", 0.0),
        point(near, "site", 0.0),
    ];
    framed(
        &all,
        MapState {
            zoom: 9.0,
            selected: Some(RowId::new(0)),
            spiderfied: None,
        },
        |frame| {
            let (marks, _) = prepared(frame);
            assert_eq!(marks.items.len(), 1);
            let [
                MarkItem::Single { mark, .. },
                MarkItem::Others { count: 1, .. },
            ] = marks.raised.as_slice()
            else {
                panic!("{marks:?}");
            };
            assert_eq!(mark.row, RowId::new(0));
        },
    );
}

#[test]
fn the_inside_of_a_polygon_is_hit_and_its_hole_is_not() {
    let ring = |reach: f64| {
        let [x, y] = MOPTI;
        json!([
            [x - reach, y - reach],
            [x + reach, y - reach],
            [x + reach, y + reach],
            [x - reach, y + reach],
            [x - reach, y - reach]
        ])
    };
    let shape = json!({"type": "Polygon", "coordinates": [ring(1.0), ring(0.4)]});
    let all = [feature(&shape, "unknown", 0.0, "zone", "2022")];
    let degree = (256.0 * 128.0 / 360.0) as f32;
    let beside = MIDDLE + vec2(0.7 * degree, 0.0);
    assert_eq!(hit(&all, 7.0, beside).unwrap().rows, [0].map(RowId::new));
    assert_eq!(hit(&all, 7.0, MIDDLE), None);
}

#[test]
fn panning_moves_everything_by_as_much_and_rearranges_nothing() {
    let all: Vec<Value> = (0..40)
        .map(|step| {
            let step = f64::from(step);
            point(
                [
                    MOPTI[0] + 0.07 * step.sin(),
                    MOPTI[1] + 0.05 * (step * 1.7).cos(),
                ],
                "site",
                0.0,
            )
        })
        .collect();
    let positions = |view: Viewport| {
        let dataset = dataset(&all);
        let (filter, visible) = everything(&dataset);
        let grouping = Grouping::of(dataset.columns(), Level::of(view.zoom));
        let layout = MarkLayout::of(&dataset, &visible, &filter, &grouping, Lang::En);
        let at = |cluster: &Cluster| view.screen_from_map(cluster.at());
        layout.clusters.iter().map(at).collect::<Vec<_>>()
    };
    let before = positions(view(8.0));
    let after = positions(view(8.0).shifted(vec2(31.0, -17.0)));
    assert!(before.len() < all.len());
    for (before, after) in before.iter().zip(&after) {
        assert!((*after - *before - vec2(31.0, -17.0)).length() < 1e-3);
    }
}
