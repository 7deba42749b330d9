use super::*;
use crate::{scan::looked_at, work::Progress};

fn taken_apart(text: &str) -> Split {
    split(text, &Watch::nobody()).unwrap()
}

fn records(text: &str) -> Vec<&str> {
    taken_apart(text)
        .records
        .into_iter()
        .map(|record| &text[record])
        .collect()
}

fn kinds(text: &str) -> Vec<&'static str> {
    let issues = taken_apart(text).issues;
    issues.iter().map(|issue| issue.kind.code()).collect()
}

fn error(text: &str) -> SplitError {
    split(text, &Watch::nobody()).unwrap_err()
}

const A: &str = r#"{"type":"Feature","id":"a","geometry":null,"properties":{"n":[1,{"b":"}]"}]}}"#;
const B: &str = r#"{ "type" : "Feature", "properties": { "t": "x\"}{\\" } }"#;

fn collection(features: &str) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{features}],"title":"T"}}"#)
}

#[test]
fn a_collection_gives_its_features_and_its_other_members_in_order() {
    let text = format!(
        "{{ \"name\" : 1e3,\n\"type\":\"FeatureCollection\", \"features\" : [\r\n\t{A} ,{B}\n ], \"x\":[1,2] }}\n"
    );
    assert_eq!(records(&text), [A, B]);
    let split = taken_apart(&text);
    let members: Vec<_> = split
        .members
        .iter()
        .map(|member| (member.name.as_str(), &text[member.value.clone()]))
        .collect();
    let expected = [
        ("name", "1e3"),
        ("type", "\"FeatureCollection\""),
        ("x", "[1,2]"),
    ];
    assert_eq!(members, expected);
    assert_eq!(split.issues, []);
}

#[test]
fn features_may_hide_behind_an_escape() {
    let text = format!(r#"{{"type":"FeatureCollection","feat\u0075res":[{A}]}}"#);
    assert_eq!(records(&text), [A]);
}

#[test]
fn a_lone_feature_a_geometry_and_an_array_are_read() {
    assert_eq!(records(A), [A]);
    assert_eq!(taken_apart(A).shape, RecordsShape::Feature);
    let point = r#"{"type":"Point","coordinates":[-8,12]}"#;
    assert_eq!(records(point), [point]);
    assert_eq!(taken_apart(point).shape, RecordsShape::Geometry);
    assert_eq!(records(&format!("[{A}, {B}]")), [A, B]);
}

#[test]
fn lines_and_sequences_are_read() {
    let lines = format!("{A}\r\n\r\n{B}\n");
    assert_eq!(records(&lines), [A, B]);
    assert_eq!(taken_apart(&lines).format(), RecordFormat::GeoJsonLines);
    let sequence = format!("\u{1E}{A}\n\u{1E}{{\n\"type\":\"Feature\"}}\n");
    assert_eq!(records(&sequence), [A, "{\n\"type\":\"Feature\"}"]);
}

#[test]
fn a_collection_whose_members_before_its_features_take_several_lines_is_no_list_of_lines() {
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"sources\":[{{\"id\":\"a\"}},\n{{\"id\":\"b\"}}],\"features\":[{A}]}}"
    );
    assert_eq!(records(&text), [A]);
}

#[test]
fn a_broken_line_is_one_record() {
    let broken = &A[..20];
    assert_eq!(records(&format!("{broken}\n{B}\n{A}")), [broken, B, A]);
    assert_eq!(records(&format!("{A}\n{broken}\n{B}")), [A, broken, B]);
}

#[test]
fn a_collection_with_a_feature_a_line_is_no_sequence() {
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{A}\n]}}");
    assert_eq!(records(&text), [A]);
    assert_eq!(taken_apart(&text).shape, RecordsShape::Collection);
}

#[test]
fn a_broken_feature_harms_no_other() {
    let broken = [
        r#"{"type":"Feature","properties":{"title":"the "old" base"}}"#,
        r#"{"type":"Feature","properties":{"title":"no end of string}}"#,
        r#"{"type":"Feature","properties":{"title":"no brace"}"#,
        r#"{"type":"Feature","geometry":{"coordinates":[1,2},"properties":{}}"#,
        r#"{"type":"Feature","properties":{"a" "b"}}"#,
        r#"{"type":"Feature","properties":tru}"#,
    ];
    for broken in broken {
        let text = collection(&format!("{A},{broken},{B},\n{A}"));
        assert_eq!(records(&text), [A, broken, B, A], "{broken}");
    }
}

#[test]
fn a_broken_last_feature_leaves_the_end_of_the_collection_alone() {
    let broken = r#"{"type":"Feature","properties":{"title":"no brace"}"#;
    let text = format!(r#"{{"type":"FeatureCollection","features":[{A},{broken}] }}"#);
    assert_eq!(records(&text), [A, broken]);
    assert_eq!(kinds(&text), [] as [&str; 0]);
}

#[test]
fn a_feature_inside_a_feature_is_not_taken_out() {
    let nested = format!(r#"{{"type":"Feature","properties":{{"was":{A}}}}}"#);
    assert_eq!(records(&collection(&format!("{nested},{B}"))), [&nested, B]);
}

#[test]
fn what_is_no_feature_is_a_record_all_the_same() {
    let text = collection(&format!(r#"null,{A},17,"x",[{B}]"#));
    assert_eq!(
        records(&text),
        ["null", A, "17", "\"x\"", &format!("[{B}]")]
    );
}

#[test]
fn a_truncated_feature_is_kept_and_said_to_be() {
    let whole = collection(&format!("{A},{B}"));
    let cut = &whole[..whole.len() - 30];
    let kept = records(cut);
    assert_eq!(kept[0], A);
    assert_eq!(kept.len(), 2);
    assert!(cut.ends_with(kept[1]));
    assert_eq!(kinds(cut), ["truncated"]);
}

#[test]
fn a_broken_member_before_the_features_does_not_hide_them() {
    let text = format!(
        r#"{{"type":"FeatureCollection","title":"the "old" base","features":[{A}],"x":1}}"#
    );
    assert_eq!(records(&text), [A]);
    assert_eq!(kinds(&text), ["syntax"]);
}

#[test]
fn a_comma_where_none_belongs_loses_nothing_and_is_said() {
    for features in [
        format!("{A},,{B}"),
        format!("{A},{B},"),
        format!(",{A},{B}"),
        format!("{A},{B} , , "),
    ] {
        let text = collection(&features);
        assert_eq!(records(&text), [A, B], "{features}");
        assert_eq!(kinds(&text), ["syntax"], "{features}");
    }
    let text = format!(r#"{{"type":"FeatureCollection",,"features":[{A}],}}"#);
    assert_eq!(records(&text), [A]);
    assert_eq!(kinds(&text), ["syntax"]);
    assert_eq!(kinds(&collection(&format!("{A},{B}"))), [] as [&str; 0]);
}

#[test]
fn text_behind_the_collection_is_kept() {
    let text = format!("{}\n trailing", collection(A));
    assert_eq!(records(&text), [A, "trailing"]);
}

#[test]
fn files_without_records_say_what_they_are() {
    assert_eq!(error(""), SplitError::Empty);
    assert_eq!(error(" \n\t"), SplitError::Empty);
    assert_eq!(error("id,date\n1,2"), SplitError::NotJson(0));
    assert_eq!(error("{oops"), SplitError::NotJson(1));
    assert_eq!(error("17"), SplitError::NotGeoJson("value".into()));
    assert_eq!(error("[1,2]"), SplitError::NotGeoJson("array".into()));
    let topology = r#"{"type":"Topology","objects":{}}"#;
    assert_eq!(error(topology), SplitError::NotGeoJson("Topology".into()));
    assert_eq!(error("[1]\n[2]"), SplitError::NotGeoJson("lines".into()));
    let logs = "{\"a\":1}\n{\"a\":2}";
    assert_eq!(taken_apart(logs).shape, RecordsShape::Objects);
    let bare = r#"{"type":"FeatureCollection"}"#;
    assert_eq!(error(bare), SplitError::NoFeatures);
    let other = r#"{"type":"FeatureCollection","features":{}}"#;
    assert_eq!(error(other), SplitError::FeaturesNotArray(39));
    assert_eq!(
        error(r#"{"type":"FeatureCollection","fea"#),
        SplitError::Truncated
    );
}

#[test]
fn more_records_than_a_file_can_mean_are_refused() {
    let text = collection(&"{},".repeat(RECORDS_ALWAYS_READ + RECORDS_ALWAYS_READ / 10));
    assert!(matches!(error(&text), SplitError::TooManyRecords(_)));
}

/// Times that every byte of a text may be looked at: records are told by brackets, then looked for by their
/// openings, and the rest of a text is passed a few times where nothing closes.
const MOST_LOOKS: usize = 64;

#[test]
fn hostile_repetition_costs_a_number_of_looks_at_each_byte_whatever_the_length() {
    let patterns = [
        "{",
        "[",
        "\"",
        ",{\"type\":\"Feature\"",
        "{\"a\":\"b\" ",
        "}",
        "\n",
        ",\"features\":[",
        "\\",
    ];
    for pattern in patterns {
        for length in [20_000, 200_000] {
            let tail = pattern.repeat(length / pattern.len());
            for head in [
                "",
                "{",
                "{\"type\":\"FeatureCollection\",\"features\":[",
                "[{",
                "{}\n{}\n",
                "\u{1E}",
            ] {
                let text = format!("{head}{tail}");
                looked_at::take();
                let _ = split(&text, &Watch::nobody());
                let looks = looked_at::take();
                assert!(
                    looks <= MOST_LOOKS * text.len(),
                    "{head:?} and {pattern:?} again and again: {looks} looks at {} bytes",
                    text.len()
                );
            }
        }
    }
}

#[test]
fn a_split_can_be_cancelled() {
    let cancelled = Progress::cancelled();
    let watch = Watch::of(&cancelled);
    let text = collection(&format!("{A},").repeat(2000));
    assert_eq!(split(&text, &watch), Err(SplitError::Cancelled));
}
