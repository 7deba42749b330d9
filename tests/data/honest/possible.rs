//! Certain and possible, everywhere apart: marks, counts, exports, and the switch that leaves one out.

use super::*;
use sahelscope::{
    io::{export::Export, formats},
    model::Relation,
    query::marks::{Certainty, certainty},
    work::Progress,
};
use serde_json::Value;

/// A record of one day and one of a month, of which the window holds three days.
fn two() -> (Dataset, Filter) {
    let features = [
        feature("day", r#""date":"2025-01-02""#),
        feature("month", r#""date":"2025-01""#),
    ];
    let filter = Filter {
        window: window("2025-01-01/2025-01-03"),
        ..Filter::default()
    };
    (profile("", &features.join(",")), filter)
}

#[test]
fn a_mark_is_solid_when_certain_and_as_faint_as_its_weight_when_possible() {
    let (dataset, filter) = two();
    let visible = visible(&dataset, &filter);
    let looks: Vec<Certainty> = visible
        .rows
        .iter()
        .map(|shown| certainty(&dataset, &filter, *shown))
        .collect();
    let [Certainty::Certain, Certainty::Possible { weight }] = looks[..] else {
        panic!("{looks:?}");
    };
    assert!((weight - 3.0 / 31.0).abs() < 1e-6);
}

#[test]
fn a_switch_leaves_the_possible_out_and_counts_it_as_outside() {
    let (dataset, filter) = two();
    let all = visible(&dataset, &filter).counts;
    assert_eq!((all.shown.certain, all.shown.possible, all.out), (1, 1, 0));
    let certain = Filter {
        certain_only: true,
        ..filter
    };
    let counts = visible(&dataset, &certain).counts;
    assert_eq!(
        (counts.shown.certain, counts.shown.possible, counts.out),
        (1, 0, 1)
    );
    assert_eq!(ids(&dataset, &certain), ["day"]);
}

#[test]
fn an_export_says_which_of_its_records_are_only_possible() {
    let (dataset, filter) = two();
    let visible = visible(&dataset, &filter);
    let export = Export::shown(&dataset, &visible, &filter);
    let written = |format| {
        let mut out = Vec::new();
        export
            .write(format, &mut out, &Progress::unwatched())
            .unwrap();
        String::from_utf8(out).unwrap()
    };
    let file: Value = serde_json::from_str(&written(&formats::GEOJSON)).unwrap();
    assert_eq!(file["export"]["possible"], serde_json::json!([1]));
    assert_eq!(file["export"]["counts"]["certain"], 1);
    let table = written(&formats::CSV);
    assert!(
        table.contains("certain") && table.contains("possible"),
        "{table}"
    );
}

#[test]
fn of_the_bundled_records_each_is_certain_possible_or_out_by_the_rule_of_its_bounds() {
    let dataset = bundled();
    let shown = window("2022-03");
    for row in dataset.rows() {
        let Some(span) = dataset.columns().span(row) else {
            continue;
        };
        let is_certain = span.start.latest <= shown.last() && span.end.earliest >= shown.first();
        let is_shown = span.start.earliest <= shown.last() && span.end.latest >= shown.first();
        let relation = span.relation(&shown);
        assert_eq!(relation.is_certain(), is_certain, "{row:?}");
        assert_eq!(relation.is_shown(), is_shown, "{row:?}");
        if let Relation::Possible { weight } = relation {
            assert!(weight > 0.0 && weight <= 1.0, "{row:?}: {weight}");
        }
    }
}
