use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::{placement::boxes, *};
use crate::map::basemap::Basemap;
use crate::map::basemap::frame::PixelFrame;

/// The sorted labels of a view of Mali at a zoom.
fn labels_in_view(frame: &PixelFrame) -> Vec<Label> {
    let basemap = Basemap::embedded().unwrap();
    let mut labels: Vec<_> = frame
        .tiles(frame.tile_zoom())
        .flat_map(|tile| basemap.labels(tile))
        .collect();
    sort(&mut labels);
    labels
}

/// Places labels with letters of one size, in a view whose middle is moved by some points.
fn placed(
    labels: &[Label],
    frame: &PixelFrame,
    moved: f64,
    is_rtl: bool,
) -> Vec<(String, PlacedLabel)> {
    let project = |[x, y]: [f64; 2]| {
        let world = frame.world_px;
        pos2(
            (x * world - frame.left - moved) as f32,
            (y * world - frame.top) as f32,
        )
    };
    let screen = Screen {
        view: Rect::from_min_size(Pos2::ZERO, vec2(frame.width as f32, frame.height as f32)),
        taken: &[],
        rings: &[],
        zoom: frame.zoom(),
        is_rtl,
        project: &project,
    };
    let measure = |label: &Label| vec2(7.0 * label.text(Lang::En).chars().count() as f32, 14.0);
    place(labels, &[], &screen, measure)
        .labels
        .into_iter()
        .map(|label| (labels[label.index].text(Lang::En).to_string(), label))
        .collect()
}

fn mali() -> PixelFrame {
    PixelFrame::of_view([0.4889, 0.4572], 6.0, [1200, 800], 1.0)
}

#[test]
fn no_two_names_overlap() {
    let labels = labels_in_view(&mali());
    let placed = placed(&labels, &mali(), 0.0, false);
    assert!(placed.len() > 20, "{}", placed.len());
    for (index, (_, first)) in placed.iter().enumerate() {
        for (_, second) in &placed[index + 1..] {
            let [a, b] =
                [first, second].map(|label| boxes(label.text, labels[label.index].angle_deg));
            let b: Vec<_> = b.collect();
            for part in a {
                assert!(b.iter().all(|other| !other.intersects(part)));
            }
        }
    }
}

#[test]
fn the_capital_and_the_country_are_always_among_the_names() {
    let labels = labels_in_view(&mali());
    let placed = placed(&labels, &mali(), 0.0, false);
    for name in ["Bamako", "Mali", "Timbuktu", "Gao"] {
        assert!(placed.iter().any(|(text, _)| text == name), "{name}");
    }
}

#[test]
fn panning_keeps_the_names_that_stay_well_in_view() {
    let labels = labels_in_view(&mali());
    let before = placed(&labels, &mali(), 0.0, false);
    let after = placed(&labels, &mali(), 3.0, false);
    let inner = Rect::from_min_max(pos2(220.0, 120.0), pos2(980.0, 680.0));
    let names = |placed: &[(String, PlacedLabel)]| -> Vec<String> {
        let kept = placed
            .iter()
            .filter(|(_, label)| inner.contains(label.anchor));
        kept.map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&before), names(&after));
}

#[test]
fn names_stand_to_the_left_of_their_dots_when_reading_from_right_to_left() {
    let labels = labels_in_view(&mali());
    for (is_rtl, side) in [(false, 1.0), (true, -1.0)] {
        let placed = placed(&labels, &mali(), 0.0, is_rtl);
        let (_, bamako) = placed.iter().find(|(name, _)| name == "Bamako").unwrap();
        assert!((bamako.text.center().x - bamako.anchor.x) * side > 0.0);
    }
}

#[test]
fn a_name_never_covers_what_must_stay_free() {
    let labels = labels_in_view(&mali());
    let taken = [Rect::from_min_max(pos2(0.0, 0.0), pos2(1200.0, 400.0))];
    let frame = mali();
    let project = |[x, y]: [f64; 2]| {
        pos2(
            (x * frame.world_px - frame.left) as f32,
            (y * frame.world_px - frame.top) as f32,
        )
    };
    let screen = Screen {
        view: Rect::from_min_size(Pos2::ZERO, vec2(1200.0, 800.0)),
        taken: &taken,
        rings: &[],
        zoom: 6.0,
        is_rtl: false,
        project: &project,
    };
    let placed = place(&labels, &[], &screen, |_| vec2(60.0, 14.0)).labels;
    assert!(!placed.is_empty());
    assert!(placed.iter().all(|label| !label.text.intersects(taken[0])));
}

#[test]
fn the_order_of_claims_does_not_depend_on_the_order_of_tiles() {
    let frame = mali();
    let mut labels = labels_in_view(&frame);
    let sorted = labels.clone();
    labels.reverse();
    sort(&mut labels);
    assert_eq!(labels, sorted);
}

#[test]
fn the_name_of_a_place_under_a_mark_stands_beside_the_mark() {
    let frame = mali();
    let labels = labels_in_view(&frame);
    let project = |[x, y]: [f64; 2]| {
        pos2(
            (x * frame.world_px - frame.left) as f32,
            (y * frame.world_px - frame.top) as f32,
        )
    };
    let bamako = labels
        .iter()
        .find(|label| &**label.text(Lang::En) == "Bamako");
    let mark = Rect::from_center_size(project(bamako.unwrap().position), Vec2::splat(30.0));
    let screen = Screen {
        view: Rect::from_min_size(Pos2::ZERO, vec2(1200.0, 800.0)),
        taken: &[mark],
        rings: &[],
        zoom: 6.0,
        is_rtl: false,
        project: &project,
    };
    let placed = place(&labels, &[], &screen, |_| vec2(60.0, 14.0)).labels;
    let named = placed
        .iter()
        .find(|label| &**labels[label.index].text(Lang::En) == "Bamako");
    let text = named.unwrap().text;
    assert!(!text.intersects(mark));
    let beside = |label: &&PlacedLabel| mark.contains(label.anchor);
    assert_eq!(placed.iter().filter(beside).count(), 1, "one name a mark");
    assert!((text.left() - mark.right()).abs() < 3.0);
}

#[test]
fn a_mark_whose_place_no_town_names_is_named_by_its_record() {
    let labels = labels_in_view(&mali());
    let project = |[x, y]: [f64; 2]| {
        let frame = mali();
        pos2(
            (x * frame.world_px - frame.left) as f32,
            (y * frame.world_px - frame.top) as f32,
        )
    };
    let at = |name: &str| {
        let label = labels.iter().find(|label| &**label.text(Lang::En) == name);
        Rect::from_center_size(project(label.unwrap().position), Vec2::splat(20.0))
    };
    let city = at("Bamako");
    let beside = Rect::from_center_size(pos2(600.0, 120.0), Vec2::splat(20.0));
    let marks = [city, beside].map(|mark| MarkName {
        mark,
        size: vec2(50.0, 14.0),
    });
    let screen = Screen {
        view: Rect::from_min_size(Pos2::ZERO, vec2(1200.0, 800.0)),
        taken: &[city, beside],
        rings: &[],
        zoom: mali().zoom(),
        is_rtl: false,
        project: &project,
    };
    let placed = place(&labels, &marks, &screen, |_| vec2(60.0, 14.0));
    let named: Vec<usize> = placed.of_marks.iter().map(|(index, _)| *index).collect();
    assert_eq!(named, [1], "the city has its own name already");
    let (_, text) = placed.of_marks[0];
    let is_over = |label: &&PlacedLabel| label.text.intersects(text);
    assert_eq!(placed.labels.iter().find(is_over), None);
}

#[test]
fn a_name_crosses_the_ring_of_an_area_only_where_it_has_no_other_room() {
    let mark = Rect::from_center_size(pos2(300.0, 300.0), Vec2::splat(20.0));
    let marks = [MarkName {
        mark,
        size: vec2(120.0, 14.0),
    }];
    let ring = Ring {
        at: pos2(300.0, 300.0),
        radius: 70.0,
    };
    let place = |rings: &[Ring], taken: &[Rect]| {
        let screen = Screen {
            view: Rect::from_min_size(Pos2::ZERO, vec2(600.0, 600.0)),
            taken,
            rings,
            zoom: 6.0,
            is_rtl: false,
            project: &|_| pos2(-1e4, -1e4),
        };
        let placed = place(&[], &marks, &screen, |_| Vec2::ZERO);
        placed.of_marks[0].1
    };
    let beside = place(&[], &[mark]);
    assert!(beside.left() > mark.right(), "{beside}");
    let within = place(&[ring], &[mark]);
    assert!(within.bottom() < mark.top(), "{within}");
    let [above, below] = [-30.0, 30.0]
        .map(|y| Rect::from_center_size(mark.center() + vec2(0.0, y), vec2(40.0, 20.0)));
    assert_eq!(place(&[ring], &[mark, above, below]), beside);
}

#[test]
fn the_country_is_named_once_also_where_its_middle_is_out_of_view() {
    // From Bamako to Timbuktu, and all of it.
    for (middle, zoom) in [([0.4861, 0.4601], 6.6), ([0.4889, 0.4572], 5.2)] {
        let frame = PixelFrame::of_view(middle, zoom, [1100, 600], 1.0);
        let labels = labels_in_view(&frame);
        let placed = placed(&labels, &frame, 0.0, false);
        let named = placed.iter().filter(|(text, _)| text == "Mali").count();
        assert_eq!(named, 1, "{zoom}");
    }
}
