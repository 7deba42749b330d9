//! What an engine answers against looking through the records one by one, whichever plan it takes.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod amended;
mod naive;
mod names;
mod places;
mod shown;
mod time_order;
mod times;

use std::sync::Arc;

use proptest::prelude::*;
use sahelscope::{
    data::{Circle, Dataset, Filter, SourceFile, Within},
    model::{Clock, DAY, Layer, RowId, Second, Window, bounds::iso_day},
    query::Engine,
    work::Progress,
};
use serde_json::json;

const LAYERS: [&str; 3] = ["incident", "deployment", "strike"];

/// A feature of the profile; without a place where `place` is none of the three kinds.
fn feature(layer: &str, date: Option<&str>, place: u8) -> String {
    let geometry = match place {
        0 => serde_json::Value::Null,
        place => {
            json!({"type": "Point", "coordinates": [f64::from(place) * 0.37 - 8.0, 13.0 + f64::from(place % 7)]})
        }
    };
    let precision = if place == 1 { "country" } else { "town" };
    json!({
        "type": "Feature", "geometry": geometry,
        "properties": {
            "layer": layer, "date": date, "reported": date.filter(|_| !place.is_multiple_of(4)),
            "place_precision": precision, "place": "Mali",
        },
    })
    .to_string()
}

/// One file of these features.
fn dataset(features: &[String]) -> Dataset {
    Dataset::from_parts(vec![file("made", features)])
}

/// The names of the files that records are in.
const FILES: [&str; 3] = ["one", "two", "three"];

fn file(name: &str, features: &[String]) -> SourceFile {
    let mut text = String::new();
    let mut spans = Vec::new();
    for feature in features {
        let start = text.len();
        text.push_str(feature);
        spans.push(start..text.len());
        text.push('\n');
    }
    let spans = spans.into_iter().collect();
    SourceFile::of_lines(name, text.into(), spans)
}

fn day() -> impl Strategy<Value = Second> {
    (15_000_i64..15_900).prop_map(|day| day * DAY)
}

fn date() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        1 => Just(None),
        5 => day().prop_map(|day| Some(iso_day(day))),
        2 => day().prop_map(|day| Some(iso_day(day)[..7].to_owned())),
        1 => day().prop_map(|day| Some(format!("{}/..", iso_day(day)))),
        1 => day().prop_map(|day| Some(format!("../{}", iso_day(day)))),
        1 => (day(), 0..300_i64)
            .prop_map(|(day, days)| Some(format!("{}/{}", iso_day(day), iso_day(day + days * DAY)))),
    ]
}

fn records() -> impl Strategy<Value = Arc<Dataset>> {
    let record = (prop::sample::select(&LAYERS[..]), date(), 0..40_u8);
    let records = prop::collection::vec(record, 0..400);
    (records, 0..401_usize, 0..401_usize).prop_map(|(records, first, second)| {
        let features: Vec<String> = records
            .iter()
            .map(|(layer, date, place)| feature(layer, date.as_deref(), *place))
            .collect();
        let (head, tail) = features.split_at(first.max(second).min(features.len()));
        let (one, two) = head.split_at(first.min(second).min(head.len()));
        let files = FILES.iter().zip([one, two, tail]);
        let files = files.map(|(name, features)| file(name, features));
        Arc::new(Dataset::from_parts(files.collect()))
    })
}

/// No area, a box, a circle or a triangle.
fn area() -> impl Strategy<Value = Option<Within>> {
    let corners = [(-8.0, 13.0), (0.0, 13.0), (-4.0, 17.0)].map(geo::Coord::from);
    prop::sample::select(vec![
        None,
        Some(Within::Bounds(geo::Rect::new((-8.0, 13.0), (0.0, 17.0)))),
        Some(Within::Circle(Circle::about(
            geo::Point::new(-4.0, 15.0),
            250.0,
        ))),
        Within::ring(corners.to_vec()),
    ])
}

fn filters() -> impl Strategy<Value = Filter> {
    let layers = prop::option::of(prop::collection::btree_set(
        prop::sample::select(&LAYERS[..]).prop_map(Layer::from_name),
        1..3,
    ));
    let files = prop::option::of(prop::sample::subsequence(FILES.to_vec(), 0..=3));
    let files = files.prop_map(|files| Some(files?.into_iter().map(str::to_owned).collect()));
    let clock = prop::sample::select(Clock::ALL.to_vec());
    let time = (day(), 0..500_i64, clock, any::<bool>());
    (time, layers, files, area()).prop_map(|(time, layers, files, within)| {
        let (first, days, clock, certain_only) = time;
        Filter {
            window: Window::new(first, first + (days + 1) * DAY - 1),
            clock,
            layers,
            files,
            certain_only,
            within,
            ..Filter::default()
        }
    })
}

/// One that lists every record and one that counts them, in this order.
fn engines(dataset: &Arc<Dataset>, filter: &Filter) -> [Engine; 2] {
    let engine = || Engine::of(dataset, filter, &Progress::unwatched()).unwrap();
    [engine(), engine().listing_at_most(0)]
}

#[test]
fn before_anything_is_known_the_records_are_counted_and_nothing_else_is_said() {
    let dataset = Arc::new(dataset(&[feature("incident", Some("2012-03-04"), 3)]));
    let filter = Filter::default();
    let engine = Engine::unready(&dataset);
    let visible = engine.visible(&filter);
    assert_eq!((visible.counts.records, visible.rows.len()), (1, 0));
    assert_eq!(
        engine.next_record(&filter, Some(RowId::new(7)), true),
        Some(RowId::new(7))
    );
    assert_eq!(engine.reach(), None);
    assert!(engine.undated(&filter, 0..9).is_empty());
    assert!(!engine.answers(&dataset, &filter));
}

#[test]
fn an_engine_that_nobody_waits_for_any_more_is_given_up() {
    let dataset = Arc::new(dataset(&[feature("incident", Some("2012-03-04"), 3)]));
    let given_up = Engine::of(&dataset, &Filter::default(), &Progress::cancelled());
    assert!(given_up.is_none());
}
