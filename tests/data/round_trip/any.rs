//! Whatever the JSON and whatever the filter.

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, Filter},
    io::{formats, read::bundled},
    model::{Status, Window},
    query::WindowResult,
};
use serde_json::json;

use super::{exported_as, fixture, from_text, report};

/// Any JSON, with numbers and texts as people write them.
fn any_json() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("1e3".to_owned()),
        Just("-12.50".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        ".{0,12}".prop_map(|text| json!(text).to_string()),
        Just(r#""\u00e9\"}]{[,:\\""#.to_owned()),
    ];
    let space = prop_oneof![Just(""), Just(" "), Just("\n  "), Just("\r\n\t")];
    scalar.prop_recursive(4, 24, 4, move |inner| {
        let list = (prop::collection::vec(inner.clone(), 0..4), space.clone());
        let object = (
            prop::collection::vec(("[a-z\\\\\"{]{0,5}", inner), 0..4),
            space.clone(),
        );
        prop_oneof![
            list.prop_map(|(items, space)| format!(
                "[{space}{}{space}]",
                items.join(&format!("{space},{space}"))
            )),
            object.prop_map(|(members, space)| {
                let members: Vec<_> = members
                    .into_iter()
                    .map(|(key, value)| format!("{}{space}:{value}", json!(key)))
                    .collect();
                format!("{{{space}{}{space}}}", members.join(&format!(",{space}")))
            }),
        ]
    })
}

fn any_feature() -> impl Strategy<Value = String> {
    (any_json(), any_json()).prop_map(|(properties, extra)| {
        format!(r#"{{"type":"Feature","geometry":null,"properties":{properties},"x":{extra}}}"#)
    })
}

proptest! {
    #[test]
    fn what_is_joined_is_split_again(features in prop::collection::vec(any_feature(), 1..8), space in "[ \n\t]{0,3}") {
        let joined = features.join(&format!("{space},{space}"));
        let text = format!(r#"{{"title":"x","type":"FeatureCollection","features":[{space}{joined}{space}],"y":1}}"#);
        let part = from_text("x", &text);
        prop_assert_eq!(super::features(&part), features);
        prop_assert!(part.issues.is_empty());
    }

    #[test]
    fn whatever_filter_the_counts_add_up(first in 2018_i16..2027, years in 0_i16..6, certain_only: bool, is_claimed: bool, text in "[a-e]{0,2}") {
        let filter = Filter {
            window: Window::parse(&format!("{first}/{}", first + years)).unwrap(),
            statuses: is_claimed.then(|| [Status::Claimed].into()),
            certain_only,
            text,
            ..Filter::default()
        };
        let dataset = Dataset::from_parts(vec![bundled(), fixture("minified.geojson")]);
        let visible = WindowResult::of(&dataset, &filter);
        let counts = &visible.counts;
        prop_assert_eq!(counts.records, dataset.len());
        prop_assert_eq!(counts.records, counts.shown.total() + counts.out + counts.undated + counts.unreadable + counts.filtered);
        prop_assert_eq!(counts.shown.total(), counts.layers.values().map(sahelscope::query::Shown::total).sum::<usize>());
        let report = report(&exported_as(&dataset, &filter, &formats::GEOJSON, false));
        let left_out: u64 = report["left_out"].as_array().unwrap().iter().map(|entry| entry["records"].as_u64().unwrap()).sum();
        prop_assert_eq!(report["written"].as_u64().unwrap() + left_out, counts.records as u64);
    }
}
