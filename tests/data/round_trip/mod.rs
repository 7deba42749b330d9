//! What goes in comes out: features byte for byte, members as they were written.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::PathBuf};

use sahelscope::{
    data::{Dataset, FileOrigin, Filter, SourceFile},
    io::{
        Destination, Watch,
        export::{Export, ExportedView},
        formats::{self, Format},
        read::{bundled, read_file, read_part},
        views,
    },
    model::{Lang, Pose, RowId, Span, Window},
    query::WindowResult,
    session::View,
    work::Progress,
};
use serde_json::{Value, json};

mod any;

const FIXTURES: [&str; 6] = [
    "pretty.geojson",
    "crlf.geojson",
    "bom.geojson",
    "utf-16.geojson",
    "minified.geojson",
    "lines.geojsonl",
];

fn fixture(name: &str) -> SourceFile {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    read_file(&path, &Watch::nobody()).unwrap()
}

fn from_text(name: &str, text: &str) -> SourceFile {
    let bytes = text.as_bytes().to_vec();
    read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap()
}

fn exported_as(dataset: &Dataset, filter: &Filter, format: &Format, as_read: bool) -> String {
    String::from_utf8(crate::support::exported::exported(
        dataset, filter, format, as_read,
    ))
    .unwrap()
}

fn exported(parts: Vec<SourceFile>, filter: &Filter) -> String {
    exported_as(
        &Dataset::from_parts(parts),
        filter,
        &formats::GEOJSON,
        false,
    )
}

fn window(text: &str) -> Filter {
    Filter {
        window: Window::parse(text).unwrap(),
        ..Filter::default()
    }
}

fn features(part: &SourceFile) -> Vec<&str> {
    part.spans.iter().map(|span| part.slice(&span)).collect()
}

/// The four bounds of every record.
fn bounds(dataset: &Dataset) -> Vec<Option<Span>> {
    let columns = dataset.columns();
    (0..columns.len())
        .map(|row| columns.span(RowId::new(row)))
        .collect()
}

#[test]
fn an_export_as_read_has_every_feature_byte_for_byte() {
    for name in FIXTURES {
        let part = fixture(name);
        let dataset = Dataset::from_parts(vec![part.clone()]);
        let filter = Filter::default();
        let text = exported_as(&dataset, &filter, &formats::GEOJSON, true);
        assert_eq!(features(&from_text(name, &text)), features(&part), "{name}");
    }
}

#[test]
fn an_export_has_the_members_of_the_file_as_they_were_written() {
    let part = fixture("pretty.geojson");
    let text = exported(vec![part], &Filter::default());
    for member in [
        "\"profile\": \"sahelscope/1\"",
        "\"ratio\": 1e3",
        "\"also\": [\"\\u0628\\u0627\\u0645\\u0627\\u0643\\u0648\"]",
        "\"after\": [null, true, 1.0]",
        "{ \"id\": \"unused\", \"title\": \"Nobody cites it\" }",
    ] {
        assert!(text.contains(member), "{member}\n{text}");
    }
    let foreign = exported(vec![fixture("minified.geojson")], &Filter::default());
    assert!(foreign.contains("\"bbox\": [-8,-0.0,1e1,12]"));
}

#[test]
fn derived_members_are_all_that_is_added() {
    let part = fixture("pretty.geojson");
    let read = from_text(
        "out.geojson",
        &exported(vec![part.clone()], &Filter::default()),
    );
    let (before, after) = (features(&part), features(&read));
    assert_eq!(
        after[0],
        before[0].replace(
            "\"big\": 12345678901234567890",
            "\"big\": 12345678901234567890,\n        \"start\": \"2022-01-05\",\n        \"end\": \"2022-01-05\",\n        \"reported\": \"2022-02-11\""
        )
    );
    // An end that nobody knows is not made up.
    assert_eq!(
        after[1],
        before[1].replace(
            "\"sources\": []",
            "\"sources\": [],\n        \"start\": \"2022-02-01\""
        )
    );
    assert_eq!(
        after[2],
        before[2].replace("[\"wire\"] }", "[\"wire\"], \"reported\": \"2022-03\" }")
    );
}

#[test]
fn a_second_export_changes_no_feature() {
    for name in FIXTURES {
        let once = exported(vec![fixture(name)], &Filter::default());
        let twice = exported(vec![from_text("x.geojson", &once)], &Filter::default());
        let (once, twice) = (from_text("x", &once), from_text("x", &twice));
        assert_eq!(features(&once), features(&twice), "{name}");
    }
}

#[test]
fn an_export_means_what_its_file_meant() {
    let filter = window("2022");
    for name in FIXTURES {
        let before = Dataset::from_parts(vec![fixture(name)]);
        for format in [&formats::GEOJSON, &formats::LINES] {
            let text = exported_as(&before, &Filter::default(), format, false);
            let after = Dataset::from_parts(vec![from_text("x", &text)]);
            assert_eq!(after.len(), before.len(), "{name}");
            assert_eq!(bounds(&after), bounds(&before), "{name}");
            let counts = |dataset: &Dataset| WindowResult::of(dataset, &filter).counts;
            assert_eq!(counts(&after).shown, counts(&before).shown, "{name}");
        }
    }
}

#[test]
fn lines_have_one_record_each_with_the_same_values() {
    let dataset = Dataset::from_parts(vec![fixture("pretty.geojson")]);
    let filter = Filter::default();
    let text = exported_as(&dataset, &filter, &formats::LINES, true);
    assert_eq!(text.lines().count(), 3);
    for (row, line) in text.lines().enumerate() {
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(value(line), value(dataset.bytes(RowId::new(row))));
    }
    assert!(text.contains("[-7.50, 12.60, 1e2]"));
}

fn report(text: &str) -> Value {
    serde_json::from_str::<Value>(text).unwrap()["export"].clone()
}

#[test]
fn an_export_says_what_it_holds_and_what_it_leaves_out() {
    let mut filter = window("2022-01");
    filter.statuses = None;
    let report = report(&exported(vec![fixture("pretty.geojson")], &filter));
    assert_eq!(report["written"], 1);
    assert_eq!(
        report["arguments"],
        json!(["--window", "2022-01-01/2022-01-31"])
    );
    assert_eq!(report["filter"], json!({"window": "2022-01-01/2022-01-31"}));
    let what: Vec<_> = report["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                entry["what"].as_str().unwrap(),
                entry["records"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(what, [("out", 1), ("undated", 1)]);
    assert_eq!(
        report["inputs"][0]["sha256"],
        fixture("pretty.geojson").sha256()
    );
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn sources_are_those_of_the_exported_records_and_what_they_repeat() {
    let text = exported(vec![fixture("pretty.geojson")], &window("2022-01"));
    let value: Value = serde_json::from_str(&text).unwrap();
    let ids: Vec<_> = value["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["wire", "paper"]);
    assert!(text.contains(r#"{ "id": "wire", "title": "A wire", "published": "2022-03" }"#));
}

#[test]
fn the_undated_go_with_the_whole_range_and_stay_when_a_window_is_asked_for() {
    let dataset = Dataset::from_parts(vec![fixture("pretty.geojson")]);
    let written = |filter: &Filter| {
        let visible = WindowResult::of(&dataset, filter);
        let export = Export::shown(&dataset, &visible, filter);
        export.rows()
    };
    assert_eq!(written(&Filter::default()), [0, 1, 2].map(RowId::new));
    assert_eq!(written(&window("2000/2030")), [0, 1].map(RowId::new));
    let text = Filter {
        text: "three".to_owned(),
        ..Filter::default()
    };
    assert_eq!(written(&text), [2].map(RowId::new));
}

#[test]
fn several_files_become_one_and_each_is_named() {
    let parts = vec![fixture("minified.geojson"), fixture("pretty.geojson")];
    let text = exported(parts, &Filter::default());
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["profile"], "sahelscope/1");
    assert_eq!(value["name"], "foreign");
    assert_eq!(value["features"].as_array().unwrap().len(), 7);
    let inputs = value["export"]["inputs"].as_array().unwrap();
    assert_eq!(inputs[0]["mapping"]["date"], "Event Date");
    assert_eq!(inputs[1]["name"], "pretty.geojson");
    // Dates of the foreign file survive as the bounds that were derived from them.
    let dataset = Dataset::from_parts(vec![from_text("x", &text)]);
    assert_eq!(dataset.columns().totals().dated, 4);
}

#[test]
fn an_earlier_export_is_remembered_with_its_file() {
    let once = exported(vec![fixture("pretty.geojson")], &window("2022"));
    let twice = exported(vec![from_text("once.geojson", &once)], &Filter::default());
    let earlier = &report(&twice)["inputs"][0]["members"]["export"];
    assert_eq!(earlier, &report(&once));
}

#[test]
fn unreadable_records_stay_behind_and_are_counted() {
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":tru}},null]}"#;
    let value = report(&exported(vec![from_text("x", text)], &Filter::default()));
    assert_eq!(value["written"], 0);
    assert_eq!(value["left_out"][0]["what"], "unreadable");
    assert_eq!(value["left_out"][0]["records"], 2);
}

#[test]
fn of_a_member_that_comes_twice_what_is_json_is_written() {
    let text = r#"{"type":"FeatureCollection","n":1.0,"n":2eign,"n":3.0,"features":[]}"#;
    let text = exported(vec![from_text("x", text)], &Filter::default());
    let again = from_text("y", &text);
    assert_eq!(again.issues, []);
    assert!(text.contains("\"n\": 1.0,\n  \"n\": 3.0"), "{text}");
}

#[test]
fn a_view_goes_with_the_export() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let filter = Filter::default();
    let visible = WindowResult::of(&dataset, &filter);
    let camera = Pose {
        zoom: 7.5,
        ..Pose::MALI
    };
    let view = View {
        camera: Some(camera),
        ..View::default()
    };
    let seen = ExportedView {
        view: &view,
        lang: Some(Lang::Fr),
        bookmarks: None,
    };
    let export = Export {
        view: Some(&seen),
        ..Export::shown(&dataset, &visible, &filter)
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.geojson");
    let written = export
        .save(
            &Destination::replacing(&path),
            &formats::GEOJSON,
            &Progress::unwatched(),
        )
        .unwrap();
    assert_eq!(written.records, dataset.len());
    let value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(value["view"]["camera"]["zoom"], json!(7.5));
    assert_eq!(
        views::read_view(&value["view"]),
        Some((view, Some(Lang::Fr)))
    );
}

#[test]
fn an_export_reads_without_a_new_issue() {
    let text = exported(vec![bundled()], &Filter::default());
    let dataset = Dataset::from_parts(vec![from_text("x.geojson", &text)]);
    let reference = Dataset::from_parts(vec![bundled()]);
    assert_eq!(dataset.issues().len(), reference.issues().len());
    assert_eq!(bounds(&dataset), bounds(&reference));
}
