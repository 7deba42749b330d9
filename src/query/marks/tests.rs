use super::*;
use crate::{
    model::{RowId, Window},
    query::{
        fixture::{dataset, during, feature, point},
        marks::Level,
    },
};
use serde_json::json;

const BAMAKO: [f64; 2] = [-8.0, 12.6];
const GAO: [f64; 2] = [0.0, 16.3];

fn layout(features: &[serde_json::Value], window: &str, zoom: f64) -> MarkLayout {
    let dataset = dataset(features);
    let window = Window::parse(window).unwrap();
    let (filter, visible) = during(
        &dataset,
        Filter {
            window,
            ..Filter::default()
        },
    );
    let grouping = Grouping::of(dataset.columns(), Level::of(zoom));
    MarkLayout::of(&dataset, &visible, &filter, &grouping, Lang::En)
}

fn dated(layer: &str, date: &str) -> serde_json::Value {
    feature(
        &json!({"type": "Point", "coordinates": BAMAKO}),
        "town",
        0.0,
        layer,
        date,
    )
}

#[test]
fn a_stack_stays_where_it_is_when_the_window_shows_fewer_of_it() {
    let near = [-8.02, 12.6];
    let all = [
        feature(
            &json!({"type": "Point", "coordinates": BAMAKO}),
            "town",
            0.0,
            "incident",
            "2021",
        ),
        feature(
            &json!({"type": "Point", "coordinates": near}),
            "town",
            0.0,
            "incident",
            "2022",
        ),
        feature(
            &json!({"type": "Point", "coordinates": near}),
            "town",
            0.0,
            "incident",
            "2022",
        ),
    ];
    let both = layout(&all, "2021/2022", 5.0);
    let later = layout(&all, "2022", 5.0);
    assert_eq!(both.clusters[0].members.len(), 3);
    assert_eq!(later.clusters[0].members.len(), 2);
    assert_eq!(
        both.clusters[0].at().map(f64::to_bits),
        later.clusters[0].at().map(f64::to_bits)
    );
}

#[test]
fn a_record_alone_is_drawn_where_it_is() {
    let all = [dated("incident", "2021"), point([-8.05, 12.6], "town", 0.0)];
    let alone = layout(&all, "2021", 5.0);
    let longitude = alone.clusters[0].at()[0] * 360.0 - 180.0;
    assert!((longitude - BAMAKO[0]).abs() < 1e-6);
}

#[test]
fn stacks_count_each_layer_certain_and_possible_apart() {
    let all = [
        dated("incident", "2022-01-05"),
        dated("incident", "2022"),
        dated("delivery", "2022-01-07"),
    ];
    let layout = layout(&all, "2022-01", 5.0);
    let tallies: Vec<_> = layout.clusters[0]
        .tallies
        .iter()
        .map(|tally| (tally.certain, tally.possible))
        .collect();
    assert_eq!(tallies, [(1, 1), (1, 0)]);
}

#[test]
fn a_presence_that_nobody_attests_any_more_is_marked_as_such() {
    let certainty = |window| {
        let layout = layout(&[dated("deployment", "2022-04/..")], window, 5.0);
        layout.clusters[0].members[0].certainty
    };
    assert_eq!(certainty("2022-06"), Certainty::Unconfirmed);
    assert_eq!(certainty("2024"), Certainty::Unknown);
}

#[test]
fn areas_lie_below_marks_and_larger_below_smaller() {
    let all = [
        point(GAO, "town", 0.0),
        point(BAMAKO, "area", 60.0),
        point(GAO, "region", 200.0),
    ];
    let layout = layout(&all, "2022", 6.0);
    let rows: Vec<RowId> = layout
        .clusters
        .iter()
        .map(|cluster| cluster.members[0].row)
        .collect();
    assert_eq!(rows, [2, 1, 0].map(RowId::new));
}

#[test]
fn what_is_known_to_a_country_only_is_a_badge_and_nothing_is_drawn_inside() {
    let all = [
        point(BAMAKO, "country", 0.0),
        feature(&json!(null), "country", 0.0, "context", "2022"),
        feature(&json!(null), "unknown", 0.0, "context", "2022"),
    ];
    let layout = layout(&all, "2022", 6.0);
    assert!(layout.clusters.is_empty());
    let badges: Vec<_> = layout
        .badges
        .iter()
        .map(|badge| {
            let rows: Vec<RowId> = badge.members.iter().map(|mark| mark.row).collect();
            (badge.place.clone(), rows)
        })
        .collect();
    let country = BadgePlace::Country("A place".into());
    assert_eq!(
        badges,
        [
            (country, vec![RowId::new(0), RowId::new(1)]),
            (BadgePlace::Nowhere, vec![RowId::new(2)])
        ]
    );
}
