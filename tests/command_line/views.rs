//! Bookmarks, differences and the sentence on the command line.

use std::fs;

use serde_json::Value;

use super::program;

fn run(arguments: &[&str]) -> (String, String, i32) {
    let home = tempfile::tempdir().unwrap();
    let output = program()
        .args(arguments)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let status = output.status.code().unwrap();
    (text(output.stdout), text(output.stderr), status)
}

const KEPT: &str = r#"{"type":"FeatureCollection","profile":"sahelscope/1",
"bookmarks":[
  {"title":"All of it","view":{}},
  {"title":"March","title:fr":"Mars","text":"What March was like.","view":{"filter":{"window":"2022-03-01/2022-03-31"}}}],
"features":[
  {"type":"Feature","id":"a","geometry":null,"properties":{"layer":"incident","date":"2022-03-05"}},
  {"type":"Feature","id":"b","geometry":null,"properties":{"layer":"incident","date":"2022-05-05"}}]}"#;

/// A file with two bookmarks, in a folder of its own.
fn kept() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.geojson");
    fs::write(&path, KEPT).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

#[test]
fn bookmarks_are_listed_with_their_windows_and_texts() {
    let (_folder, path) = kept();
    let (out, _, status) = run(&["bookmarks", &path]);
    assert_eq!(status, 0);
    assert!(out.contains("2. March (March 2022)"), "{out}");
    assert!(out.contains("What March was like."));
    let (out, _, _) = run(&["bookmarks", "--lang", "fr", &path]);
    assert!(out.contains("2. Mars"), "{out}");
}

#[test]
fn a_bookmark_counts_what_it_shows_and_other_filters_take_the_place_of_its_own() {
    let (_folder, path) = kept();
    let certain = |arguments: &[&str]| {
        let (out, _, _) = run(&[&["count", "--json"], arguments].concat());
        let counts: Value = serde_json::from_str(&out).unwrap();
        counts["certain"].as_u64().unwrap()
    };
    assert_eq!(certain(&[&path]), 2);
    assert_eq!(certain(&["--bookmark", "March", &path]), 1);
    assert_eq!(certain(&["--bookmark", "2", &path]), 1);
    let wider = ["--bookmark", "Mars", "--window", "2022", &path];
    assert_eq!(certain(&wider), 2);
}

#[test]
fn an_unknown_bookmark_is_one_sentence() {
    let (_folder, path) = kept();
    let (_, error, status) = run(&["count", "--bookmark", "April", &path]);
    assert_eq!(status, 2);
    assert!(
        error.contains("April") && error.lines().count() == 1,
        "{error}"
    );
}

#[test]
fn a_difference_is_a_table_or_a_file() {
    let (folder, path) = kept();
    let (out, said, status) = run(&["diff", "2022-03", "2022-05", &path]);
    assert_eq!(status, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 3, "{out}");
    assert!(lines[1].starts_with("new\tcertain\tincident\tb"));
    assert!(lines[2].starts_with("ended\tcertain\tincident\ta"));
    assert!(said.contains("new: 1 certain + 0 possible"), "{said}");
    let to = folder.path().join("diff.geojson").display().to_string();
    let (_, _, status) = run(&["diff", "2022-03", "2022-05", &path, "-o", &to]);
    assert_eq!(status, 0);
    let file: Value = serde_json::from_str(&fs::read_to_string(&to).unwrap()).unwrap();
    assert_eq!(file["features"][0]["properties"]["change"], "new");
}

#[test]
fn what_is_shown_is_said_in_one_sentence() {
    let (out, _, _) = run(&[
        "count", "--say", "--window", "2022-03", "--layer", "incident",
    ]);
    assert_eq!(out.lines().count(), 1);
    assert!(out.starts_with("Incidents; March 2022:"), "{out}");
    let (out, _, _) = run(&["count", "--say", "--json", "--lang", "fr"]);
    let counts: Value = serde_json::from_str(&out).unwrap();
    assert!(
        counts["said"]
            .as_str()
            .unwrap()
            .starts_with("Toutes les couches")
    );
}

#[test]
fn a_difference_takes_no_window_beside_its_two() {
    let (out, errors, status) = run(&["diff", "2022-01", "2022-02", "--window", "2022-03"]);
    assert_eq!((out.as_str(), status), ("", 2));
    assert!(errors.contains("takes no --window"), "{errors}");
    assert!(!run(&["diff", "--help"]).0.contains("--window"));
    assert!(run(&["count", "--help"]).0.contains("--window"));
}

#[test]
fn coverage_says_month_by_month_what_was_published_and_where_nothing_was() {
    let (out, errors, status) = run(&["coverage", "--json", "--window", "2022"]);
    assert_eq!(status, 0, "{errors}");
    let coverage: Value = serde_json::from_str(&out).unwrap();
    let months = coverage["months"].as_array().unwrap();
    assert_eq!(months.len(), 12);
    assert_eq!(
        months[3],
        serde_json::json!({"month": "2022-04", "certain": 1, "possible": 0})
    );
    let silent = serde_json::json!([["2022-01", "2022-03"], ["2022-05", "2022-12"]]);
    assert_eq!(coverage["silent"], silent);
    let (out, _, _) = run(&["coverage", "--window", "2022", "--lang", "en"]);
    assert!(
        out.contains("May–December 2022: no reporting in this dataset"),
        "{out}"
    );
}

#[test]
fn coverage_of_a_file_without_any_date_of_publication_says_that() {
    let (_folder, path) = kept();
    let (out, _, status) = run(&["coverage", &path]);
    assert_eq!(
        (out.trim(), status),
        ("Nobody says when these records were published", 0)
    );
    let (out, _, _) = run(&["coverage", "--json", &path]);
    let coverage: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(coverage["known"], false);
    assert_eq!(coverage["silent"], serde_json::json!([]));
}

#[test]
fn several_files_are_counted_apart_and_one_is_asked_for_by_its_name() {
    let (folder, path) = kept();
    let other = folder.path().join("in").join("kept.geojson");
    fs::create_dir(other.parent().unwrap()).unwrap();
    fs::copy(&path, &other).unwrap();
    let other = other.display().to_string();
    let files = |arguments: &[&str]| {
        let (out, error, _) =
            run(&[&["count", "--json", "--window", "2022-03"], arguments].concat());
        let counts: Value = serde_json::from_str(&out).expect(&error);
        let certain = counts["certain"].as_u64().unwrap();
        let named = counts["by_file"].as_object().unwrap();
        let named = named
            .iter()
            .map(|(name, n)| (name.clone(), n["certain"].as_u64().unwrap()));
        (certain, named.map(|(_, n)| n).collect::<Vec<_>>())
    };
    assert_eq!(files(&[&path, &other]), (2, vec![1, 1]));
    let (certain, each) = files(&["--file", "in/kept.geojson", &path, &other]);
    assert_eq!((certain, each.iter().sum::<u64>()), (1, 1));
    let (_, error, status) = run(&["count", "--file", "gone.csv", &path, &other]);
    assert_eq!(status, 2);
    assert!(
        error.contains("gone.csv") && error.contains("in/kept.geojson"),
        "{error}"
    );
}
