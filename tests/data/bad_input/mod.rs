//! Files that are broken in every way seen so far: nothing crashes, hangs or goes missing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::Path};

use sahelscope::{
    data::{Dataset, FileOrigin, SourceFile},
    io::{
        ReadErrorKind, Watch,
        read::{read_file, read_part},
    },
    model::{Lang, RowId},
    text::Catalogue,
};

mod crowded;
mod damaged;
mod every_format;
mod writing;

fn read(bytes: &[u8]) -> Result<SourceFile, ReadErrorKind> {
    read_part(
        "bad.geojson",
        FileOrigin::Stdin,
        bytes.to_vec(),
        &Watch::nobody(),
    )
    .map_err(|error| error.kind)
}

/// The code of the error of reading the bytes, after checking that it can be said in each language.
fn refused(bytes: &[u8]) -> &'static str {
    let error = read_part(
        "bad.geojson",
        FileOrigin::Stdin,
        bytes.to_vec(),
        &Watch::nobody(),
    )
    .unwrap_err();
    for lang in Lang::ALL {
        let sentence = error.sentence(&Catalogue::plain(lang));
        assert!(sentence.contains("bad.geojson"), "{sentence}");
        assert!(
            !sentence.contains("{$") && !sentence.contains('\n'),
            "{sentence}"
        );
    }
    error.kind.code()
}

/// A collection with a good feature before and behind what is given.
fn between_good_ones(features: &str) -> Dataset {
    let good = |id: &str| {
        format!(
            r#"{{"type":"Feature","id":"{id}","geometry":{{"type":"Point","coordinates":[-8,12]}},"properties":{{"date":"2022"}}}}"#
        )
    };
    let text = format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","features":[{},{features},{}]}}"#,
        good("first"),
        good("last")
    );
    let dataset = Dataset::from_parts(vec![read(text.as_bytes()).unwrap()]);
    for id in ["first", "last"] {
        let row = dataset.row_of(id).unwrap();
        assert!(dataset.columns().span(row).is_some(), "{features}");
        assert!(dataset.columns().position(row).is_some(), "{features}");
    }
    dataset
}

/// Field and kind of each issue of one feature between good ones.
fn issues(feature: &str) -> Vec<(String, &'static str)> {
    let dataset = between_good_ones(feature);
    assert_eq!(dataset.len(), 3, "{feature}");
    dataset
        .issues()
        .iter()
        .map(|filed| (filed.issue.field.to_string(), filed.issue.kind.code()))
        .collect()
}

fn issue_of_geometry(geometry: &str) -> Vec<(String, &'static str)> {
    issues(&format!(
        r#"{{"type":"Feature","geometry":{geometry},"properties":{{"date":"2022"}}}}"#
    ))
}

fn issue_of_date(date: &str) -> Vec<(String, &'static str)> {
    issues(&format!(
        r#"{{"type":"Feature","geometry":null,"properties":{{"date":{date}}}}}"#
    ))
}

fn is(field: &str, kind: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), kind)]
}

#[test]
fn files_that_are_none_are_refused_with_a_sentence() {
    assert_eq!(refused(b""), "empty");
    assert_eq!(refused(b"\xEF\xBB\xBF"), "empty");
    assert_eq!(refused(b"   \n"), "empty");
    assert_eq!(refused(b"no table\nat all"), "one-column");
    assert_eq!(refused(b"1;2022;4\n2;2023;5"), "no-header");
    assert_eq!(refused(b"<list></list>"), "markup");
    assert_eq!(refused(b"PK\x03\x04\x14\x00\xE9\x00"), "is-archive");
    assert_eq!(
        refused(b"{\"type\":\"Feature\",\"x\":\"\xE9\"}"),
        "not-text"
    );
    assert_eq!(refused(b"[1, 2]"), "not-geojson");
    assert_eq!(refused(br#"{"type":"Style"}"#), "not-geojson");
    assert_eq!(refused(br#"{"type":"Topology","objects":{}}"#), "damaged");
    assert_eq!(refused(br#"{"type":"FeatureCollection"}"#), "no-features");
    assert_eq!(
        refused(br#"{"type":"FeatureCollection","features":null}"#),
        "features-not-array"
    );
    assert_eq!(refused(br#"{"type":"FeatureColl"#), "truncated");
}

#[test]
fn paths_that_are_no_files_are_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let kind = |path: &Path| read_file(path, &Watch::nobody()).unwrap_err().kind.code();
    assert_eq!(kind(folder.path()), "directory");
    assert_eq!(kind(&folder.path().join("none.geojson")), "missing");
    let empty = folder.path().join("empty.geojson");
    fs::write(&empty, "").unwrap();
    assert_eq!(kind(&empty), "empty");
    assert_eq!(kind(&empty.join("below-a-file.geojson")), "missing");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused_with_a_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.geojson");
    fs::write(&path, "{}").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("not tried: this user reads every file");
        return;
    }
    let error = read_file(&path, &Watch::nobody()).unwrap_err();
    assert_eq!(error.kind.code(), "permission");
}

#[test]
fn geometries_that_are_wrong_are_issues_of_their_record() {
    assert_eq!(issue_of_geometry("null"), []);
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":["-8","12"]}"#),
        is("geometry", "geometry-malformed")
    );
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[-8,95]}"#),
        is("geometry", "coordinate-out-of-range")
    );
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[190,5]}"#),
        is("geometry", "coordinate-out-of-range")
    );
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point"}"#),
        is("geometry", "geometry-malformed")
    );
    assert_eq!(
        issue_of_geometry(r#"{"type":"Blob","coordinates":[1,2]}"#),
        is("geometry", "geometry-malformed")
    );
    // JSON has no such number; all but the place can be read.
    let mut both = is("coordinates", "not-a-number");
    both.extend(is("geometry", "geometry-malformed"));
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[NaN,12]}"#),
        both
    );
    // One so large is a number, but no degrees.
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[1e999,12]}"#),
        is("geometry", "geometry-malformed")
    );
}

#[test]
fn dates_that_are_wrong_are_issues_and_never_guessed() {
    assert_eq!(issue_of_date("null"), []);
    assert_eq!(issue_of_date("\"\""), is("date", "date-missing"));
    assert_eq!(
        issue_of_date("\"2022-13-45\""),
        is("date", "date-no-such-day")
    );
    assert_eq!(
        issue_of_date("\"03/04/2022\""),
        is("date", "date-ambiguous")
    );
    assert_eq!(
        issue_of_date("\"2022-01-05T10:00\""),
        is("date", "date-no-zone")
    );
    assert_eq!(issue_of_date("[2022]"), is("date", "type-wrong"));
    let dataset = between_good_ones(
        r#"{"type":"Feature","geometry":null,"properties":{"date":"03/04/2022"}}"#,
    );
    assert_eq!(dataset.columns().span(RowId::new(1)), None);
}

#[test]
fn ids_that_come_twice_are_an_issue_and_both_records_are_there() {
    let dataset =
        between_good_ones(r#"{"type":"Feature","id":"first","geometry":null,"properties":{}}"#);
    assert_eq!(dataset.len(), 3);
    assert_eq!(dataset.issues()[0].issue.kind.code(), "id-duplicate");
}

#[test]
fn a_collection_fifty_deep_is_read_and_one_beyond_all_reason_is_an_issue() {
    let nested = |depth: usize| {
        let point = r#"{"type":"Point","coordinates":[-8,12]}"#;
        let open = r#"{"type":"GeometryCollection","geometries":["#.repeat(depth);
        format!("{open}{point}{}", "]}".repeat(depth))
    };
    assert_eq!(issue_of_geometry(&nested(50)), []);
    assert_eq!(issue_of_geometry(&nested(5000)), is("", "syntax"));
}

#[test]
fn a_record_of_brackets_alone_overflows_nothing() {
    let deep = format!(
        r#"{{"type":"Feature","geometry":null,"properties":{{"a":{}{}}}}}"#,
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    assert_eq!(issues(&deep), is("", "syntax"));
}

#[test]
fn utf_16_and_a_mark_are_read_like_anything_else() {
    let text = r#"{"type":"Feature","geometry":null,"properties":{"title":"مورا"}}"#;
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for bytes in [little, marked] {
        assert_eq!(read(&bytes).unwrap().text, text.into());
    }
}
