//! Reports from the command line: one file that needs nothing else, in the languages that are asked for.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{fs, process::Command};

use super::run;

fn report(arguments: &[&str]) -> String {
    let output = run(&[&["report", "-o", "-"], arguments].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// A file with a record and bookmarks whose words are `words`.
fn with_bookmarks(words: &str, n: usize) -> String {
    let bookmark =
        format!(r#"{{"title": "{words}", "text": "{words}", "view": {{"window": "2022"}}}}"#);
    let bookmarks = vec![bookmark; n].join(",");
    format!(
        r#"{{"type": "FeatureCollection", "bookmarks": [{bookmarks}], "features": [
        {{"type": "Feature", "id": "one", "geometry": {{"type": "Point", "coordinates": [-4, 14]}},
        "properties": {{"title": "A <b>market</b>", "date": "2022-03"}}}}]}}"#
    )
}

#[test]
fn a_report_of_some_months_holds_their_counts_records_and_sources() {
    let html = report(&[
        "--lang",
        "en",
        "--window",
        "2022-01/2022-03",
        "--layer",
        "incident",
    ]);
    assert!(html.starts_with("<!DOCTYPE html>"));
    assert!(
        html.contains("Incidents; January–March 2022"),
        "{}",
        html.len()
    );
    assert!(html.contains("Killings at Moura") && !html.contains("Wagner camp beside"));
    assert!(html.contains("data:image/png;base64,") && html.contains("SHA-256"));
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn languages_follow_one_another_and_others_are_refused() {
    let html = report(&["--in", "ar,en", "--window", "2022-03"]);
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    let places =
        ["<article id=\"ar\"", "<article id=\"en\""].map(|start| html.find(start).unwrap());
    assert!(places[0] < places[1] && !html.contains("<article id=\"fr\""));
    let refused = run(&["report", "--in", "de", "-o", "x.html"]);
    assert_eq!(refused.status.code(), Some(2));
    let refused = run(&["report", "-o", "x.docx"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains(".html"));
}

#[test]
fn bookmarks_are_in_it_in_order_and_their_words_are_no_markup() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (
        folder.path().join("a.geojson"),
        folder.path().join("r.html"),
    );
    fs::write(&file, with_bookmarks("<img src=x> **bold** \\u202e", 2)).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_sahelscope"))
        .args(["report", "--lang", "en"])
        .arg(&file)
        .arg("-o")
        .arg(&out)
        .env("XDG_CONFIG_HOME", folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let html = fs::read_to_string(&out).unwrap();
    assert!(html.contains("id=\"en-v3\"") && !html.contains("id=\"en-v4\""));
    assert!(html.contains("&lt;img src=x&gt; **bold** ") && !html.contains("<img src=x"));
    assert!(html.contains("A &lt;b&gt;market&lt;/b&gt;") && !html.contains('\u{202e}'));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("views 3, records 1"), "{said}");
}
