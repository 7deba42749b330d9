//! Files that are broken in every way seen so far: nothing crashes, hangs or goes missing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{fs, path::Path, time::Instant};

use proptest::prelude::*;
use sahelscope::{
    io::{
        ReadErrorKind, Watch, WriteErrorKind,
        export::{Export, ExportFormat, Holding},
        read::{bundled, read_file, read_part},
        split::split,
    },
    model::Lang,
    store::{Dataset, Filter, Matching, Part, PartSource, Visible},
    text::Words,
};

fn read(bytes: &[u8]) -> Result<Part, ReadErrorKind> {
    read_part(
        "bad.geojson",
        PartSource::Stdin,
        bytes.to_vec(),
        &Watch::nobody(),
    )
    .map_err(|error| error.kind)
}

/// The code of the error of reading the bytes, after checking that it can be said in each language.
fn refused(bytes: &[u8]) -> &'static str {
    let error = read_part(
        "bad.geojson",
        PartSource::Stdin,
        bytes.to_vec(),
        &Watch::nobody(),
    )
    .unwrap_err();
    for lang in Lang::ALL {
        let sentence = error.sentence(&Words::plain(lang));
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
    assert_eq!(refused(b"<kml></kml>"), "markup");
    assert_eq!(refused(b"PK\x03\x04\x14\x00\xE9\x00"), "not-text");
    assert_eq!(
        refused(b"{\"type\":\"Feature\",\"x\":\"\xE9\"}"),
        "not-text"
    );
    assert_eq!(refused(b"[1, 2]"), "not-geojson");
    assert_eq!(
        refused(br#"{"type":"Topology","objects":{}}"#),
        "not-geojson"
    );
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
    // JSON has no such number, so that the whole record cannot be read.
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[NaN,12]}"#),
        is("", "syntax")
    );
    assert_eq!(
        issue_of_geometry(r#"{"type":"Point","coordinates":[1e999,12]}"#),
        is("", "syntax")
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
    assert_eq!(dataset.columns().span(1), None);
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

/// What is neither in a record nor in a member must be space or a mark of the collection itself.
fn assert_nothing_lost(text: &str, part: &Part) {
    let mut covered = vec![false; text.len()];
    let members = split(text, &Watch::nobody()).unwrap().members;
    let members = members.into_iter().flat_map(|it| [it.key, it.value]);
    for span in part.spans.iter().chain(members) {
        covered[span].iter_mut().for_each(|byte| *byte = true);
    }
    let array = text.trim_start().starts_with('[');
    let array = array.then(|| text.len() - text.trim_start().len() + 1);
    let start = text.find("\"features\":[").map(|at| at + 12);
    let start = array.or(start).unwrap_or(0);
    let lost: String = text
        .char_indices()
        .filter(|(at, _)| *at >= start && !covered[*at])
        .map(|(_, letter)| letter)
        .filter(|letter| !letter.is_whitespace() && !",:]}".contains(*letter))
        .collect();
    assert_eq!(lost, "", "{text}");
}

#[test]
fn a_file_cut_at_any_byte_keeps_all_that_is_left() {
    let features = [
        r#"{"type":"Feature","id":"é","geometry":{"type":"Point","coordinates":[-8.0,12]},"properties":{"t":"a\"}],","n":[{}]}}"#,
        r#"{ "type" : "Feature", "geometry":null,"properties":{"x":{"type":"Feature"}} }"#,
        r#"{"type":"Feature","properties":null,"geometry":null}"#,
    ];
    let whole = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{}]}}",
        features.join(",\n")
    );
    let first = whole.find(features[0]).unwrap() + 1;
    for length in (first..whole.len()).filter(|length| whole.is_char_boundary(*length)) {
        let cut = &whole[..length];
        let part = read(cut.as_bytes()).unwrap_or_else(|error| panic!("{length}: {error:?}"));
        assert_nothing_lost(cut, &part);
        assert!(
            part.issues
                .iter()
                .any(|issue| issue.kind.code() == "truncated"),
            "{cut}"
        );
        let complete = features
            .iter()
            .filter(|feature| cut.contains(*feature))
            .count();
        let records = Dataset::from_parts(vec![part]);
        assert_eq!(records.columns().totals().readable, complete, "{cut}");
    }
}

/// A small generator of numbers, the same on every machine (xorshift).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// Changes a few bytes for such as JSON is made of, or takes or doubles a stretch.
fn mutated(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    const MARKS: &[u8] = b"{}[]\",:\\0-e \nX\xFF";
    let mut bytes = text.to_vec();
    for _ in 0..=dice.throw(4) {
        let at = dice.throw(bytes.len());
        let length = dice.throw(40).min(bytes.len() - at);
        match dice.throw(4) {
            0 => bytes[at] = MARKS[dice.throw(MARKS.len())],
            1 => bytes.insert(at, MARKS[dice.throw(MARKS.len())]),
            2 => drop(bytes.drain(at..at + length)),
            _ => {
                let copy = bytes[at..at + length].to_vec();
                bytes.splice(at..at, copy);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'{');
        }
    }
    bytes
}

#[test]
fn thousands_of_damaged_files_neither_crash_nor_lose_their_counts() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let seeds: Vec<Vec<u8>> = ["pretty.geojson", "minified.geojson", "lines.geojsonl"]
        .iter()
        .map(|name| fs::read(fixtures.join(name)).unwrap())
        .collect();
    let mut dice = Dice(0x5A4E_1B0C);
    let began = Instant::now();
    let mut opened = 0;
    for round in 0..3000 {
        let bytes = mutated(&seeds[round % seeds.len()], &mut dice);
        let Ok(part) = read(&bytes) else { continue };
        opened += 1;
        let dataset = Dataset::from_parts(vec![part]);
        let filter = Filter::default();
        let visible = Visible::of(&dataset, &filter, &Matching::of(&dataset, &filter));
        let counts = &visible.counts;
        assert_eq!(
            counts.records,
            counts.shown.total() + counts.out + counts.undated + counts.unreadable
        );
        let export = Export {
            dataset: &dataset,
            visible: &visible,
            filter: &filter,
            view: None,
            as_read: false,
            holding: Holding::Shown,
        };
        let mut out = Vec::new();
        let written = export
            .write(ExportFormat::GeoJson, &mut out, &Watch::nobody())
            .unwrap();
        let again = read(&out).unwrap();
        assert_eq!(again.spans.len(), written);
        assert_eq!(again.issues, []);
    }
    assert!(opened > 1000, "{opened}");
    assert!(began.elapsed().as_secs() < 120, "{:?}", began.elapsed());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(part) = read(&bytes) {
            let _ = Dataset::from_parts(vec![part]);
        }
    }

    #[test]
    fn any_text_of_json_marks_is_read_or_refused(text in "[\\[\\]{}\",:a\\\\ 0]{0,200}") {
        let inside = format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature"}},{text}"#);
        for text in [&text, &inside] {
            if let Ok(part) = read(text.as_bytes()) {
                if part.table.is_none() {
                    assert_nothing_lost(text, &part);
                }
                let _ = Dataset::from_parts(vec![part]);
            }
        }
    }
}

fn save_bundled(path: &Path) -> Result<usize, WriteErrorKind> {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let filter = Filter::default();
    let visible = Visible::of(&dataset, &filter, &Matching::of(&dataset, &filter));
    let export = Export {
        dataset: &dataset,
        visible: &visible,
        filter: &filter,
        view: None,
        as_read: false,
        holding: Holding::Shown,
    };
    export
        .save(path, ExportFormat::GeoJson, &Watch::nobody())
        .map_err(|error| {
            for lang in Lang::ALL {
                let sentence = error.sentence(&Words::plain(lang));
                assert!(sentence.contains(&path.display().to_string()), "{sentence}");
            }
            error.kind
        })
}

#[test]
fn an_export_to_a_place_that_takes_none_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: &Path| save_bundled(path).unwrap_err().code();
    assert_eq!(code(folder.path()), "directory");
    assert_eq!(code(&folder.path().join("none/out.geojson")), "no-folder");
    if cfg!(target_os = "linux") {
        assert_eq!(code(Path::new("/dev/full")), "disk-full");
        // Even the system's own user may not make files there.
        assert!(
            ["permission", "no-folder", "system"].contains(&code(Path::new("/proc/out.geojson")))
        );
    }
}

#[cfg(unix)]
#[test]
fn an_export_into_a_folder_without_permission_leaves_it_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("probe"), "").is_ok() {
        eprintln!("not tried: this user writes everywhere");
        return;
    }
    let path = closed.join("out.geojson");
    assert_eq!(save_bundled(&path).unwrap_err().code(), "permission");
    assert_eq!(fs::read_dir(&closed).unwrap().count(), 0);
}
