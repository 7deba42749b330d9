//! What is open, whatever is in it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use geo::CoordsIter;
use sahelscope::{
    data::{Dataset, FileOrigin, SourceFile},
    io::{Watch, read::read_part},
    model::{IssueKind, RowId},
    work::Progress,
};

fn part(features: &str) -> SourceFile {
    let text = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let bytes = text.into_bytes();
    read_part("x.geojson", FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap()
}

#[test]
fn deriving_columns_reports_and_can_be_stopped() {
    let feature = r#"{"type":"Feature","geometry":null,"properties":{}},"#;
    let part = part(&(feature.repeat(5000) + "null"));
    let progress = Progress::default();
    let bytes = part.text.len() as u64;
    let dataset = Dataset::make(vec![part.clone()], &progress);
    assert_eq!(dataset.unwrap().len(), 5001);
    assert_eq!(progress.amounts().1, bytes);
    assert!(progress.share().unwrap() > 0.9);
    progress.cancel();
    assert!(Dataset::make(vec![part], &progress).is_none());
}

/// What is wrong with a file of one record with these members.
fn kinds_of(members: &str) -> Vec<IssueKind> {
    let huge = format!(r#"{{"type":"Feature",{members}}}"#);
    let dataset = Dataset::from_parts(vec![part(&huge)]);
    let issues = dataset.issues().iter();
    issues.map(|filed| filed.issue.kind).collect()
}

#[test]
fn a_record_whose_values_would_take_too_much_memory_is_an_issue() {
    let numbers = "1,".repeat(8 << 20);
    let members = format!(r#""geometry":null,"properties":{{"date":"2022","a":[{numbers}1]}}"#);
    assert_eq!(kinds_of(&members), [IssueKind::TooLarge]);
}

#[test]
fn a_record_is_read_however_long_its_texts_and_its_geometry_are() {
    let text = "x".repeat(17 << 20);
    let members = format!(
        r#""geometry":{{"type":"Point","coordinates":[-8,12]}},"properties":{{"date":"2022","a":"{text}"}}"#
    );
    assert_eq!(kinds_of(&members), []);
    let corner = |step: u32| format!("[{:.9},12.{step:09}],", -8.0 - f64::from(step) / 1e7);
    let corners: String = (0..900_000).map(corner).collect();
    assert!(corners.len() > 20 << 20);
    let ring = format!("[{corners}[-8.000000000,12.000000000]]");
    let boundary = format!(
        r#"{{"type":"Feature","id":"b","geometry":{{"type":"Polygon","coordinates":[{ring}]}},"properties":{{"date":"2022","name":"x"}}}}"#
    );
    let dataset = Dataset::from_parts(vec![part(&boundary)]);
    assert_eq!(dataset.issues(), []);
    let record = dataset.record(RowId::new(0)).unwrap();
    assert_eq!(record.geometry.as_ref().unwrap().coords_count(), 900_001);
    assert_eq!(dataset.row_of("b"), Some(RowId::new(0)));
    // What is looked at beside its geometry, and what goes out, is as it was.
    let raw = dataset.parts()[0].raw(&boundary).unwrap();
    assert_eq!(raw["properties"]["name"], "x");
    assert_eq!(dataset.feature(RowId::new(0)).len(), boundary.len());
}

#[test]
fn a_record_with_a_million_mistakes_has_few_issues() {
    let numbers = "1,".repeat(500_000) + "1";
    let links = r#"{"id":"none","as":"after"},"#.repeat(50_000) + "1";
    let text = format!(
        r#"{{"type":"Feature","geometry":null,"properties":{{"actors":[{numbers}],"claims":[{numbers}],"related":[{links}]}}}}"#
    );
    let dataset = Dataset::from_parts(vec![part(&text)]);
    assert!((1..1000).contains(&dataset.issues().len()));
}

#[test]
fn issues_beyond_a_hundred_thousand_are_counted_and_not_listed() {
    let feature = r#"{"type":"Feature","geometry":null,"properties":{"actors":[1,2,3,4,5]}},"#;
    let dataset = Dataset::from_parts(vec![part(&(feature.repeat(30_000) + "null"))]);
    assert_eq!(dataset.issues().len(), 100_000);
    assert_eq!(dataset.unlisted_issues(), 50_001);
}

#[test]
#[should_panic(expected = "RowId(1) is none of 1 rows")]
fn the_text_of_a_row_that_does_not_exist_fails_loudly() {
    let dataset = Dataset::from_parts(vec![part(
        r#"{"type":"Feature","geometry":null,"properties":{}}"#,
    )]);
    let _text = dataset.bytes(dataset.rows().end());
}

#[test]
#[should_panic(expected = "number 1 was never given out: there are 1")]
fn a_column_of_a_row_that_does_not_exist_fails_loudly() {
    let dataset = Dataset::from_parts(vec![part(
        r#"{"type":"Feature","geometry":null,"properties":{}}"#,
    )]);
    let _status = dataset.columns().status(dataset.rows().end());
}
