//! `source`: documents are archived beside the records, listed and checked.

use std::fs;

use serde_json::{Value, json};

use super::{assert_one_sentence, json_of, run, status, stderr, stdout};

const FILE: &str = r#"{"type": "FeatureCollection", "sources": [], "features": []}"#;

#[test]
fn a_document_is_kept_listed_and_its_change_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (records, report) = (path("records.geojson"), path("report.html"));
    fs::write(&records, FILE).unwrap();
    let page = "<!DOCTYPE html><html><head><title>A report</title>\
        <meta property='article:published_time' content='2022-04-05T10:00:00Z'></head>\
        <body><article><p>On 27 March 2022 men arrived in Moura, and they stayed for five days there.</p></article></body></html>";
    fs::write(&report, page).unwrap();

    let add = [
        "source",
        "add",
        &report,
        "--dataset",
        &records,
        "--publisher",
        "A paper",
    ];
    let added = run(&add);
    assert_eq!(status(&added), 0, "{}", stderr(&added));
    let entry = json_of(&added);
    assert_eq!(
        (&entry["title"], &entry["published"]),
        (&json!("A report"), &json!("2022-04-05"))
    );
    assert_eq!(entry["publisher"], "A paper");
    let said = stderr(&added);
    assert!(
        said.contains("2022-04-05") && said.contains("published time"),
        "{said}"
    );

    let again = run(&add);
    assert!(
        stderr(&again).contains(entry["id"].as_str().unwrap()),
        "{}",
        stderr(&again)
    );

    let list = json_of(&run(&["source", "list", &records, "--json"]));
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["copy"], "kept");
    assert_eq!(status(&run(&["source", "check", &records])), 0);

    let copy = folder
        .path()
        .join("records.geojson.sources")
        .join(entry["file"].as_str().unwrap());
    assert_eq!(fs::read_to_string(&copy).unwrap(), page);
    fs::write(&copy, "other").unwrap();
    let checked = run(&["source", "check", &records]);
    assert_eq!(status(&checked), 1, "{}", stdout(&checked));
    assert!(stdout(&checked).contains("A report"));
}

#[test]
fn a_date_that_is_none_and_a_file_that_is_no_document_are_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records.geojson");
    fs::write(&records, FILE).unwrap();
    let picture = folder.path().join("a.png");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    let (records, picture) = (records.to_str().unwrap(), picture.to_str().unwrap());
    for arguments in [
        vec!["source", "add", picture, "--dataset", records],
        vec![
            "source",
            "add",
            records,
            "--dataset",
            records,
            "--published",
            "last week",
        ],
        vec!["source", "check", picture],
    ] {
        let output = run(&arguments);
        assert_ne!(status(&output), 0);
        assert_one_sentence(&output);
    }
    let untouched: Value = serde_json::from_str(&fs::read_to_string(records).unwrap()).unwrap();
    assert_eq!(untouched["sources"], json!([]));
}
