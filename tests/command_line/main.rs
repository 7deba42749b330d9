//! The built program without a display: what it prints, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};

mod authoring;
mod bundle;
mod bundle_hostile;
mod hostile;
mod outputs;
mod reading;
mod render;
mod report;
mod safe;
mod source;
#[cfg(unix)]
mod stopped;
mod suggest;
mod tables;
mod views;

/// The program in a world without a display and with English words.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sahelscope"));
    program
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8");
    program
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    folder.join(name).display().to_string()
}

fn in_folder(folder: &tempfile::TempDir, name: &str) -> (PathBuf, String) {
    let path = folder.path().join(name);
    let text = path.display().to_string();
    (path, text)
}

/// One line, of one sentence, that says who speaks.
fn assert_one_sentence(output: &Output) {
    let text = stderr(output);
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("sahelscope: "), "{text}");
    assert!(text.trim_end().ends_with('.'), "{text}");
}

#[test]
fn count_prints_one_object_with_these_members() {
    let output = run(&[
        "count",
        "--json",
        "--window",
        "2022",
        &fixture("pretty.geojson"),
    ]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let expected = json!({
        "records": 3,
        "certain": 2,
        "possible": 0,
        "out": 0,
        "undated": 1,
        "unplaced": 1,
        "unreadable": 0,
        "layers": {
            "deployment": {"certain": 1, "possible": 0},
            "incident": {"certain": 1, "possible": 0},
            "delivery": {"certain": 0, "possible": 0},
            "context": {"certain": 0, "possible": 0},
        },
    });
    assert_eq!(json_of(&output), expected);
    assert_eq!(stdout(&output).lines().count(), 1);
}

#[test]
fn the_bundled_records_are_counted_when_no_file_is_named() {
    for window in ["2021", "2022-03", "2022-01-05/2022-12-31", "2025-01"] {
        let counts = json_of(&run(&["count", "--json", "--window", window]));
        let number = |name: &str| counts[name].as_u64().unwrap();
        assert!(number("records") > 50);
        let sum = ["certain", "possible", "out", "undated", "unreadable"].map(number);
        assert_eq!(number("records"), sum.iter().sum::<u64>(), "{window}");
    }
}

#[test]
fn clocks_claimants_sources_and_the_day_looked_from_are_filters() {
    let count = |words: &[&str]| {
        let arguments: Vec<&str> = ["count", "--json"].iter().chain(words).copied().collect();
        json_of(&run(&arguments))
    };
    let number = |counts: &serde_json::Value, name: &str| counts[name].as_u64().unwrap_or(0);
    let shown = |words: &[&str]| {
        let counts = count(words);
        number(&counts, "certain") + number(&counts, "possible")
    };
    let april = ["--window", "2022-04"];
    assert!(shown(&[&april[..], &["--clock", "reported"]].concat()) > shown(&april));
    assert_eq!(shown(&["--known", "2022-04-08"]), 0);
    assert!(shown(&["--known", "2023"]) < shown(&["--known", "2026"]));
    assert!(shown(&["--claimant", "Le Monde"]) > 0);
    assert!(shown(&["--source", "src-000-al-jazeera-2025-02"]) > 0);
    assert!(shown(&["--origins", "2"]) < shown(&["--origins", "1"]));
    assert!(shown(&["--lacks-words"]) > 0);
    let late = ["--window", "2022-12", "--stale-months"];
    assert!(number(&count(&[&late[..], &["3"]].concat()), "unknown") > 0);
    assert_eq!(number(&count(&[&late[..], &["60"]].concat()), "unknown"), 0);
}

#[test]
fn counts_are_said_in_words_in_each_language() {
    let says = |lang: &str| stdout(&run(&["--lang", lang, "count", &fixture("pretty.geojson")]));
    assert!(
        says("en").contains("2 certain + 0 possible"),
        "{}",
        says("en")
    );
    assert!(says("fr").contains("sans date"), "{}", says("fr"));
    assert!(says("ar").contains("محتمل"), "{}", says("ar"));
}

#[test]
fn check_lists_each_issue_and_ends_with_1() {
    let text = r#"{"type":"FeatureCollection","profile":"sahelscope/1","features":[
        {"type":"Feature","id":"a","geometry":null,"properties":{"date":"03/04/2022"}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[0,95]},"properties":{}},
        {"type":"Feature","properties":{"a":tru}}]}"#;
    let output = with_input(&["check", "--json", "-"], text.as_bytes());
    assert_eq!(status(&output), 1, "{}", stderr(&output));
    let report = json_of(&output);
    assert_eq!(report["records"], 3);
    assert_eq!(report["unreadable"], 1);
    let issues: Vec<_> = report["issues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| {
            assert!(!issue["message"].as_str().unwrap().is_empty());
            [
                &issue["file"],
                &issue["record"],
                &issue["field"],
                &issue["kind"],
            ]
            .map(|member| member.as_str().unwrap())
        })
        .collect();
    assert_eq!(
        issues,
        [
            ["-", "a", "date", "date-ambiguous"],
            ["-", "#1", "geometry", "coordinate-out-of-range"],
            ["-", "#2", "", "syntax"],
        ]
    );
    let lines = stdout(&with_input(&["check", "-"], text.as_bytes()));
    // Three issues, what was understood of the file, and the sum.
    assert!(lines.lines().count() >= 5, "{lines}");
    assert!(lines.contains("-: a: date: "), "{lines}");
    assert!(lines.contains("-: GeoJSON, UTF-8"), "{lines}");
}

#[test]
fn check_ends_with_0_when_there_is_nothing_to_say() {
    let output = run(&["check", "--json"]);
    assert_eq!(status(&output), 0, "{}", stdout(&output));
    assert_eq!(json_of(&output)["issues"], json!([]));
}

#[test]
fn an_export_holds_what_count_counts() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = in_folder(&folder, "out.geojson");
    let filter = [
        "--window",
        "2025",
        "--layer",
        "delivery",
        "--layer",
        "deployment",
    ];
    let output = run(&[&["export", "-o", &out][..], &filter].concat());
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let counts = json_of(&run(&[&["count", "--json"][..], &filter].concat()));
    let written: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let features = written["features"].as_array().unwrap().len() as u64;
    let shown = counts["certain"].as_u64().unwrap() + counts["possible"].as_u64().unwrap();
    assert!(shown > 0);
    assert_eq!(features, shown);
    assert_eq!(status(&run(&["check", &out])), 0);
}

#[test]
fn an_export_to_standard_output_is_the_file_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = in_folder(&folder, "out.geojson");
    run(&["export", "-o", &out, "--certain"]);
    let printed = run(&["export", "-o", "-", "--certain"]);
    assert_eq!(printed.stdout, fs::read(path).unwrap());
}

#[test]
fn the_ending_of_the_file_or_an_option_names_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let (lines, out) = in_folder(&folder, "out.geojsonl");
    run(&["export", &fixture("pretty.geojson"), "-o", &out]);
    assert_eq!(fs::read_to_string(lines).unwrap().lines().count(), 3);
    let (other, out) = in_folder(&folder, "out.txt");
    let arguments = ["export", "-o", &out];
    assert_eq!(status(&run(&arguments)), 2);
    assert!(!other.exists());
    let named = [&arguments[..], &["--format", "geojsonl"]].concat();
    assert_eq!(status(&run(&named)), 0);
}

#[test]
fn an_export_of_swapped_coordinates_has_longitude_first_and_says_so() {
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"one",
        "geometry":{"type":"Point","coordinates":[ 14.50, -4.20 ]},"properties":{"date":"2022-01-05"}}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.geojson");
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let swapped = run(&["export", path, "--swap-coordinates", "-o", "-"]);
    let written = String::from_utf8_lossy(&swapped.stdout).into_owned();
    assert!(written.contains("[ -4.20, 14.50 ]"), "{written}");
    assert!(written.contains(r#""coordinates": "swapped""#), "{written}");
    assert!(String::from_utf8_lossy(&swapped.stderr).contains("longitude first"));
    let as_read = run(&["export", path, "--swap-coordinates", "--as-read", "-o", "-"]);
    let written = String::from_utf8_lossy(&as_read.stdout).into_owned();
    assert!(written.contains("[ 14.50, -4.20 ]"), "{written}");
}

#[test]
fn an_export_as_read_adds_nothing_to_a_feature() {
    let output = run(&[
        "export",
        &fixture("minified.geojson"),
        "-o",
        "-",
        "--as-read",
    ]);
    let text = stdout(&output);
    let feature = r#"{"type":"Feature","id":17,"properties":{"Event Date":"2021-12-31","Type":"rally","n":1.0,"n":2.00},"geometry":{"type":"Point","coordinates":[1e1,-0.0]}}"#;
    assert!(text.contains(feature), "{text}");
    assert!(!text.contains("\"start\""));
}

#[test]
fn a_field_can_be_read_from_another_property() {
    let text = br#"{"type":"Feature","geometry":null,"properties":{"seen":"2022-01-05"}}"#;
    let without = with_input(&["count", "--json", "-"], text);
    assert_eq!(json_of(&without)["undated"], 1);
    let with = with_input(&["count", "--json", "--map", "date=seen", "-"], text);
    assert_eq!(json_of(&with)["certain"], 1);
}

#[test]
fn arguments_that_make_no_sense_end_with_2_and_one_sentence() {
    for arguments in [
        &["count", "--window", "03/04/2022"][..],
        &["count", "--window", "2022~"],
        &["count", "--status", "sure"],
        &["count", "--bbox", "1,2,3"],
        &["count", "--known", "yesterday"],
        &["count", "--map", "colour=x"],
        &["count", "--no-such-option"],
        &["count", "--lang", "de"],
        &["export"],
        &["export", "-o", "out.shp"],
        &["export", "-o", "out.geojson", "--format", "docx"],
        &["count", "--preset", "gtd"],
        &["count", "--date-order", "ymd"],
    ] {
        let output = run(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert_one_sentence(&output);
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn help_names_every_command_and_goes_to_standard_output() {
    let output = run(&["--help"]);
    assert_eq!(status(&output), 0);
    for word in ["export", "count", "check", "--lang"] {
        assert!(stdout(&output).contains(word), "{word}");
    }
    assert!(stderr(&output).is_empty());
    let french = stdout(&run(&["export", "--help", "--lang", "fr"]));
    assert!(french.contains("Utilisation"), "{french}");
    let version = stdout(&run(&["--version"]));
    assert!(version.contains(env!("CARGO_PKG_VERSION")));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_early_is_no_failure() {
    let script = format!(
        "{} export -o - | head -c 10 >&2; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_sahelscope")
    );
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked"));
}

#[cfg(target_os = "linux")]
#[test]
fn the_window_without_a_display_is_one_sentence_too() {
    let folder = tempfile::tempdir().unwrap();
    let output = program()
        .env("XDG_CONFIG_HOME", folder.path())
        .env("XDG_RUNTIME_DIR", folder.path())
        .output()
        .unwrap();
    assert_eq!(status(&output), 3);
    assert!(
        stderr(&output)
            .lines()
            .any(|line| line.starts_with("sahelscope: "))
    );
}

#[test]
fn the_tray_is_exported_alone_and_says_what_it_leaves_out() {
    let output = run(&["export", "--tray", "--window", "2022", "-o", "-"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let written = json_of(&output);
    let features = written["features"].as_array().unwrap();
    assert!(!features.is_empty());
    assert!(
        features
            .iter()
            .all(|it| it["geometry"].is_null() || it["properties"]["date"].is_null())
    );
    assert_eq!(written["export"]["holds"], "tray");
    assert!(stderr(&output).contains("are in the tray and written"));
}
