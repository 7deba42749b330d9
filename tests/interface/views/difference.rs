//! What differs between two windows, against naive set operations.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io::{
        Watch,
        export::changes,
        read::{bundled, read_part},
    },
    model::{Lang, RowId, Status, Window},
    query::{ChangeKind, Difference, Shown, ShownSide, Side, WindowResult},
    text::Catalogue,
    work::Progress,
};

fn collection(features: &str, sources: &str) -> Dataset {
    let text = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","sources":[{sources}],"features":[{features}]}}"#
    );
    let source = FileOrigin::File("test.geojson".into());
    let part = read_part("test.geojson", source, text.into_bytes(), &Watch::nobody());
    Dataset::from_parts(vec![part.unwrap()])
}

fn side(window: &str) -> Side {
    Side {
        window: Window::parse(window).unwrap(),
        known: None,
    }
}

fn shown(dataset: &Dataset, side: &Side, filter: &Filter) -> WindowResult {
    let filter = side.of_filter(filter);
    WindowResult::of(dataset, &filter)
}

fn between(dataset: &Dataset, a: &Side, b: &Side) -> Difference {
    let filter = Filter::default();
    let (in_a, in_b) = (shown(dataset, a, &filter), shown(dataset, b, &filter));
    let a = ShownSide {
        side: a,
        shown: &in_a,
    };
    let b = ShownSide {
        side: b,
        shown: &in_b,
    };
    Difference::between(dataset, a, b, &Progress::unwatched()).unwrap()
}

/// The kind of each change with the ids of its records, in A and in B.
fn kinds(dataset: &Dataset, difference: &Difference) -> Vec<(ChangeKind, Vec<String>, bool)> {
    let id = |row: RowId| {
        dataset
            .record(row)
            .unwrap()
            .id
            .as_ref()
            .unwrap()
            .to_string()
    };
    let changes = difference.changes.iter();
    changes
        .map(|change| {
            (
                change.kind,
                change.rows().map(id).collect(),
                change.is_certain,
            )
        })
        .collect()
}

const CAMPS: &str = r#"
{"type":"Feature","id":"old-camp","geometry":{"type":"Point","coordinates":[-4,14]},"properties":{"layer":"deployment","date":"2022-01-01/2022-01-31"}},
{"type":"Feature","id":"new-camp","geometry":{"type":"Point","coordinates":[-5,15]},"properties":{"layer":"deployment","date":"2022-03-01/2022-03-31","related":[{"id":"old-camp","as":"after"}]}},
{"type":"Feature","id":"raid","geometry":{"type":"Point","coordinates":[-5,15]},"properties":{"layer":"incident","date":"2022-01-05"}},
{"type":"Feature","id":"some-day","geometry":{"type":"Point","coordinates":[-5,15]},"properties":{"layer":"incident","date":"2022"}},
{"type":"Feature","id":"shelling","geometry":{"type":"Point","coordinates":[-5,15]},"properties":{"layer":"incident","date":"2022-03-05"}}"#;

#[test]
fn new_ended_and_moved_are_told_apart() {
    let dataset = collection(CAMPS, "");
    let found = between(&dataset, &side("2022-01"), &side("2022-03"));
    assert_eq!(
        kinds(&dataset, &found),
        [
            (ChangeKind::New, vec!["shelling".to_owned()], true),
            (ChangeKind::Ended, vec!["raid".to_owned()], true),
            (
                ChangeKind::Moved,
                vec!["new-camp".to_owned(), "old-camp".to_owned()],
                true
            ),
        ]
    );
    assert_eq!((found.same.certain, found.same.possible), (0, 1));
}

#[test]
fn a_record_that_is_surer_in_one_window_has_changed_possibly() {
    let dataset = collection(CAMPS, "");
    let found = between(&dataset, &side("2022-01"), &side("2022"));
    let change = (ChangeKind::Changed, vec!["some-day".to_owned()], false);
    assert!(kinds(&dataset, &found).contains(&change));
    let certain = found.certain_only();
    assert!(certain.changes.iter().all(|change| change.is_certain));
}

#[test]
fn presences_at_one_place_that_follow_each_other_have_changed() {
    let camps = CAMPS.replace("[-4,14]", "[-5,15]");
    let dataset = collection(&camps, "");
    let found = between(&dataset, &side("2022-01"), &side("2022-03"));
    let ids = vec!["new-camp".to_owned(), "old-camp".to_owned()];
    assert!(kinds(&dataset, &found).contains(&(ChangeKind::Changed, ids, true)));
}

#[test]
fn a_claim_that_became_known_in_between_changes_the_status() {
    let dataset = collection(
        r#"{"type":"Feature","id":"one","geometry":null,"properties":{"layer":"deployment","date":"2022-01-01/2022-12-31","status":"confirmed",
        "claims":[{"by":"A","status":"claimed","source":"s1"},{"by":"B","status":"confirmed","source":"s2"}],"sources":["s1"]}}"#,
        r#"{"id":"s1","published":"2022-01-10"},{"id":"s2","published":"2022-05-01"}"#,
    );
    let found = between(&dataset, &side("2022-02"), &side("2022-06"));
    let change = &found.changes[0];
    assert_eq!(change.kind, ChangeKind::StatusChanged);
    let (before, after) = change.statuses.clone().unwrap();
    assert_eq!(
        (before, after),
        (vec![Status::Claimed], vec![Status::Confirmed])
    );
}

fn any_side() -> impl Strategy<Value = Side> {
    // Around the dates of the bundled records, 2021 to 2025.
    (18_600..20_300_i64, 0..700_i64).prop_map(|(day, length)| Side {
        window: Window::new(day * 86_400, (day + length) * 86_400 - 1),
        known: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn swapping_the_windows_inverts_the_difference(a in any_side(), b in any_side()) {
        let dataset = Dataset::from_parts(vec![bundled()]);
        prop_assert_eq!(between(&dataset, &b, &a), between(&dataset, &a, &b).inverted());
    }

    #[test]
    fn a_difference_is_what_naive_sets_say(a in any_side(), b in any_side()) {
        let dataset = Dataset::from_parts(vec![bundled()]);
        let rows = |side: &Side| -> BTreeSet<RowId> {
            let visible = shown(&dataset, side, &Filter::default());
            visible.rows.iter().map(|shown| shown.row).collect()
        };
        let (in_a, in_b) = (rows(&a), rows(&b));
        let found = between(&dataset, &a, &b);
        let side = |of: fn(&sahelscope::query::Change) -> Option<RowId>, other: &BTreeSet<RowId>| {
            let rows = found.changes.iter().filter_map(of);
            rows.filter(|row| !other.contains(row)).collect::<BTreeSet<RowId>>()
        };
        prop_assert_eq!(side(|change| change.before, &in_b), &in_a - &in_b);
        prop_assert_eq!(side(|change| change.after, &in_a), &in_b - &in_a);
        let told: usize = found.changes.iter().map(|change| change.rows().count()).sum();
        prop_assert_eq!(told + found.same.total(), in_a.union(&in_b).count());
        let counted: usize = found.counts().values().map(Shown::total).sum();
        prop_assert_eq!(counted, found.changes.len());
    }
}

#[test]
fn the_changes_are_a_file_whose_features_say_what_became_of_them() {
    let dataset = collection(CAMPS, "");
    let filter = Filter {
        window: side("2022-03").window,
        ..Filter::default()
    };
    let bytes = changes::between(&dataset, &filter, side("2022-01"), |found, export| {
        let mut bytes = Vec::new();
        changes::write_collection(found, export, &mut bytes).unwrap();
        bytes
    });
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(file["difference"]["counts"]["new"]["certain"], 1);
    assert_eq!(
        file["difference"]["before"]["window"],
        "2022-01-01/2022-01-31"
    );
    let features = file["features"].as_array().unwrap();
    let of = |id: &str| {
        let found = features.iter().find(|feature| feature["id"] == id);
        found.unwrap()["properties"].clone()
    };
    assert_eq!(of("shelling")["change"], "new");
    assert_eq!(of("raid")["change"], "ended");
    assert_eq!(of("new-camp")["change"], "moved");
    assert_eq!(of("new-camp")["change_from"], "old-camp");
    assert_eq!(of("old-camp")["change_to"], "new-camp");
    assert_eq!(features.len(), 4);
}

#[test]
fn the_changes_are_a_table_whose_cells_are_no_formulas() {
    let features = CAMPS.replace(
        "\"layer\":\"incident\",\"date\":\"2022-03-05\"",
        "\"layer\":\"incident\",\"title\":\"=1+1, a sum\",\"date\":\"2022-03-05\"",
    );
    let dataset = collection(&features, "");
    let filter = Filter {
        window: side("2022-03").window,
        ..Filter::default()
    };
    let table = changes::between(&dataset, &filter, side("2022-01"), |found, _| {
        changes::table(found, &Catalogue::plain(Lang::En), b',')
    });
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(
        lines[1],
        "new,certain,incident,shelling,\"'=1+1, a sum\",2022-03-05,,,,"
    );
    assert!(lines[3].starts_with("moved,certain,deployment,new-camp,"));
    assert!(lines[3].contains(",old-camp,"));
}
