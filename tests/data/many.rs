//! What is asked of many records against looking through them: the same counts, the same lists, the same
//! bins.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use sahelscope::{
    model::{Bounds, Clock, DAY, Lang, Layer, Second, Window, bounds::iso_day},
    query::{
        BIN_POINTS, Chronicle, Indexed, Matching, Name, Roster, Survey, SurveyQuestion, Visible,
        index::MercatorRect, neighbour,
    },
    store::{Dataset, Filter, Part},
    text::Words,
    timeline::{Beats, Histogram, TimeScale, ViewRange, grain_for},
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
        "properties": {"layer": layer, "date": date, "place_precision": precision, "place": "Mali"},
    })
    .to_string()
}

fn dataset(features: &[String]) -> Dataset {
    let mut text = String::new();
    let mut spans = Vec::new();
    for feature in features {
        let start = text.len();
        text.push_str(feature);
        spans.push(start..text.len());
        text.push('\n');
    }
    let spans = spans.into_iter().collect();
    Dataset::from_parts(vec![Part::of_lines("made", text.into(), spans)])
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

fn records() -> impl Strategy<Value = Dataset> {
    let record = (prop::sample::select(&LAYERS[..]), date(), 0..40_u8);
    prop::collection::vec(record, 0..400).prop_map(|records| {
        let features: Vec<String> = records
            .iter()
            .map(|(layer, date, place)| feature(layer, date.as_deref(), *place))
            .collect();
        dataset(&features)
    })
}

fn filters() -> impl Strategy<Value = Filter> {
    let layers = prop::option::of(prop::collection::btree_set(
        prop::sample::select(&LAYERS[..]).prop_map(Layer::from_name),
        1..3,
    ));
    (day(), 0..500_i64, layers, any::<bool>()).prop_map(|(first, days, layers, certain_only)| {
        Filter {
            window: Window::new(first, first + (days + 1) * DAY - 1),
            layers,
            certain_only,
            ..Filter::default()
        }
    })
}

fn indexed(dataset: &Dataset, filter: &Filter) -> Indexed {
    Indexed::of_while(dataset, filter, &|_, _| true).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn many_records_are_counted_as_few_are_and_the_first_are_listed_in_order(
        dataset in records(), filter in filters(),
    ) {
        let few = Visible::of(&dataset, &filter, &Matching::of(&dataset, &filter));
        let many = indexed(&dataset, &filter).visible(&dataset, &filter);
        prop_assert_eq!(&many.counts, &few.counts);
        prop_assert_eq!(many.unplaced_in_window, few.unplaced_in_window);
        let columns = dataset.columns();
        let mut all = few.rows.clone();
        all.sort_by_key(|shown| columns.order(shown.row));
        let listed: BTreeSet<usize> = all.iter().map(|shown| shown.row).collect();
        prop_assert!(many.rows.iter().all(|shown| listed.contains(&shown.row)));
        prop_assert!(many.rows.is_sorted_by_key(|shown| columns.order(shown.row)));
        if !filter.certain_only {
            prop_assert_eq!(&many.rows[..], &all[..all.len().min(many.rows.len())]);
        }
    }

    #[test]
    fn a_chronicle_gives_the_rows_that_a_stretch_meets_in_order(
        dataset in records(), from in day(), days in 0..400_i64,
    ) {
        let columns = dataset.columns();
        let rows = (0..dataset.len()).map(|row| row as u32).collect();
        let chronicle = Chronicle::of(columns, Clock::Happened, rows);
        let bounds = Bounds::new(from, from + days * DAY);
        let mut naive: Vec<usize> = (0..dataset.len())
            .filter(|row| columns.span(*row).is_some_and(|span| span.hull().overlaps(&bounds)))
            .collect();
        naive.sort_by_key(|row| columns.order(*row));
        let met: Vec<usize> = chronicle.meeting(columns, bounds).collect();
        prop_assert_eq!(&met, &naive);
        if naive.is_empty() && !chronicle.is_empty() {
            let gap = |row: usize| {
                let hull = columns.span(row).unwrap().hull();
                (bounds.earliest - hull.latest).max(hull.earliest - bounds.latest)
            };
            let dated = (0..dataset.len()).filter(|row| columns.span(*row).is_some());
            let nearest = chronicle.nearest(columns, bounds).map(gap);
            prop_assert_eq!(nearest, dated.map(gap).min());
        }
    }

    #[test]
    fn walking_many_records_goes_where_walking_few_does(
        dataset in records(), filter in filters(), from in 0..400_usize, forward in any::<bool>(),
    ) {
        let matching = Matching::of(&dataset, &filter);
        let many = indexed(&dataset, &filter);
        for here in [None, Some(from).filter(|from| *from < dataset.len())] {
            let (mut of_few, mut of_many) = (here, here);
            for _ in 0..5 {
                of_few = neighbour(&dataset, &filter, &matching, of_few, forward);
                of_many = many.neighbour(dataset.columns(), &filter, of_many, forward);
                prop_assert_eq!(of_many, of_few);
            }
        }
    }

    #[test]
    fn the_beats_of_many_records_are_those_of_the_layers_that_show(
        dataset in records(), filter in filters(),
    ) {
        let columns = dataset.columns();
        let matching = Matching::of(&dataset, &filter);
        let rows = (0..dataset.len()).filter(|row| matching.contains(*row));
        let few = Beats::of(rows.filter_map(|row| columns.span(row)));
        prop_assert_eq!(indexed(&dataset, &filter).beats(columns, &filter), few);
    }

    #[test]
    fn a_chronicle_gives_the_same_rows_backwards(
        dataset in records(), from in day(), days in 0..400_i64, place in 0..400_usize,
    ) {
        let columns = dataset.columns();
        let rows = (0..dataset.len()).map(|row| row as u32).collect();
        let chronicle = Chronicle::of(columns, Clock::Happened, rows);
        let bounds = Bounds::new(from, from + days * DAY);
        let mut met: Vec<usize> = chronicle.meeting(columns, bounds).collect();
        met.reverse();
        let back: Vec<usize> = chronicle.meeting_before(columns, bounds, chronicle.len()).collect();
        prop_assert_eq!(&back, &met);
        let mut parts: Vec<usize> = chronicle.meeting_before(columns, bounds, place).collect();
        parts.reverse();
        parts.extend(chronicle.meeting_from(columns, bounds, place));
        parts.reverse();
        prop_assert_eq!(parts, met);
    }

    #[test]
    fn a_survey_counts_as_the_histogram_of_few_records_does(
        dataset in records(), filter in filters(), from in day(), days in 2..900_i64,
    ) {
        let indexed = indexed(&dataset, &filter);
        let range = ViewRange { start: from as f64, end: (from + days * DAY) as f64 };
        let columns = dataset.columns();
        for view in [None, Some(MercatorRect::WORLD)] {
            let question = SurveyQuestion {
                index: indexed.index().id(),
                filter: filter.without_window(),
                range,
                width: 900.0,
                view,
            };
            let survey = Survey::of(&dataset, &indexed, question);
            let spans: Vec<_> = (0..dataset.len())
                .filter(|row| filter.shows_layer(columns.layer(*row).unwrap()))
                .filter(|row| view.is_none() || is_in_a_cell(&dataset, *row))
                .filter_map(|row| columns.span(row))
                .collect();
            let scale = TimeScale::new(range, 0.0, 900.0);
            let naive = Histogram::of(&spans, &scale, grain_for(&scale, BIN_POINTS));
            for (bin, other) in survey.in_view.bins.iter().zip(&naive.bins) {
                prop_assert_eq!(bin.bounds, other.bounds);
                prop_assert!((bin.certain - other.certain).abs() < 1e-6);
                prop_assert!((bin.possible - other.possible).abs() < 1e-4, "{:?} {:?}", bin, other);
            }
        }
    }
}

#[test]
fn the_list_of_actors_knows_those_of_the_last_of_many_records() {
    let feature = |actors: serde_json::Value| {
        let properties = json!({
            "layer": "incident", "date": "2022", "actors": actors,
            "claims": [{"by": "Somebody", "source": "s1"}, {"by": "Somebody", "source": "s2"}],
            "sources": ["s1"],
        });
        json!({"type": "Feature", "geometry": null, "properties": properties}).to_string()
    };
    let mut features = vec![feature(json!(["Some group", "Some group"])); 12_000];
    features.push(feature(json!(["Another group", "Some group"])));
    let dataset = dataset(&features);
    let words = Words::new(Lang::En);
    let roster = Roster::of_while(&dataset, &words, &|_, _| true).unwrap();
    let counted = |names: &[Name]| -> Vec<(String, usize)> {
        let names = names.iter();
        names
            .map(|name| (name.value.to_string(), name.records))
            .collect()
    };
    let name = |name: &str, records| (name.to_owned(), records);
    assert_eq!(
        counted(&roster.actors),
        [name("Some group", 12_001), name("Another group", 1)]
    );
    assert_eq!(counted(&roster.claimants), [name("Somebody", 12_001)]);
    assert_eq!(
        counted(&roster.sources),
        [name("s1", 12_001), name("s2", 12_001)]
    );
    assert!(Roster::of_while(&dataset, &words, &|_, _| false).is_none());
}

fn is_in_a_cell(dataset: &Dataset, row: usize) -> bool {
    let columns = dataset.columns();
    columns.position(row).is_some()
        && columns.precision(row) != sahelscope::model::PlacePrecision::Country
}

#[test]
fn what_is_known_to_a_country_only_is_in_no_cell_and_is_counted_beside_the_map() {
    let features: Vec<String> = (0..9)
        .map(|at| feature("incident", Some("2012-03-04"), at % 3))
        .collect();
    let dataset = dataset(&features);
    let filter = Filter::default();
    let indexed = indexed(&dataset, &filter);
    let total = |shown: Vec<sahelscope::query::Shown>| -> usize {
        shown.iter().map(sahelscope::query::Shown::total).sum()
    };
    assert_eq!(total(indexed.in_countries(&filter)), 3);
    assert_eq!(total(indexed.without_place(&filter)), 3);
    let cells = indexed.index().cells(3, &MercatorRect::WORLD);
    assert_eq!(cells.len(), 1);
    assert_eq!(indexed.count_of(cells.as_slice()[0], &filter), 3);
    assert_eq!(
        indexed.first_in_countries(dataset.columns(), &filter),
        [1, 4, 7]
    );
}
