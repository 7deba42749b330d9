#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::*;
use crate::io::document::read_document;

const FILE: &str = "{\"type\": \"FeatureCollection\",\r\n \"note\": 1.50,\r\n \"sources\": [ {\"id\": \"a\"} ],\r\n \"features\": [\r\n  {\"type\": \"Feature\", \"id\": \"x\", \"geometry\": null, \"properties\": {}}]}\r\n";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn received(&self) -> Received {
        let path = self.write("report.md", "# Rapport\n\nLe 5 mars 2022, à Ségou.\n");
        read_document(&path, &Watch::nobody()).unwrap()
    }
}

fn entry_of(received: &Received) -> Map<String, Value> {
    let given = json!({"publisher": "Le Journal"});
    entry(received, given.as_object().unwrap(), Timestamp::UNIX_EPOCH)
}

fn sources(path: &Path) -> Vec<Value> {
    let read = read_file(path, &Watch::nobody()).unwrap();
    read.members["sources"].as_array().unwrap().clone()
}

#[test]
fn a_source_is_added_and_every_other_byte_stays() {
    let desk = Desk::new();
    let received = desk.received();
    let entry = entry_of(&received);
    for (file, before, behind) in [
        (FILE.to_owned(), "{\"id\": \"a\"},\n", " ],"),
        (
            FILE.replace("[ {\"id\": \"a\"} ]", "[]"),
            "\"sources\": [",
            "],",
        ),
        (
            FILE.replace(" \"sources\": [ {\"id\": \"a\"} ],\r\n", ""),
            "{\"sources\":[",
            "],\n\"type\"",
        ),
    ] {
        let path = desk.write("records.geojson", &file);
        assert!(matches!(add(&path, &entry), Ok(Added::Now(_))));
        let written = fs::read_to_string(&path).unwrap();
        let text = Value::from(entry.clone()).to_string();
        assert!(
            written.contains(&format!("{before}{text}{behind}")),
            "{written}"
        );
        let stayed = written.replacen(&text, "", 1).replacen(",\n ]", " ]", 1);
        assert_eq!(stayed.replacen("\"sources\":[],\n", "", 1), file);
        assert_eq!(sources(&path).last(), Some(&Value::from(entry.clone())));
    }
}

#[test]
fn a_source_says_what_it_is_when_it_came_and_what_was_given() {
    let received = Desk::new().received();
    let entry = Value::from(entry_of(&received));
    let expected = json!({
        "id": format!("src-{}", &received.sha256[..12]),
        "title": "Rapport",
        "language": "fr",
        "publisher": "Le Journal",
        "sha256": received.sha256,
        "file": format!("{}.md", received.sha256),
        "bytes": received.bytes.len(),
        "media_type": "text/markdown",
        "received": "1970-01-01T00:00:00Z",
    });
    assert_eq!(entry, expected);
}

#[test]
fn what_is_there_already_is_not_added_again() {
    let desk = Desk::new();
    let path = desk.write("records.geojson", FILE);
    let entry = entry_of(&desk.received());
    add(&path, &entry).unwrap();
    let once = fs::read(&path).unwrap();
    let id = entry["id"].as_str().unwrap().to_owned();
    assert_eq!(add(&path, &entry).unwrap(), Added::Already(id));
    assert_eq!(fs::read(&path).unwrap(), once);
}

#[test]
fn what_has_no_list_of_sources_is_not_touched() {
    let desk = Desk::new();
    let entry = entry_of(&desk.received());
    for (name, text) in [
        (
            "a.csv",
            "event_date,latitude,longitude\n2022-03-05,12.6,-8.0\n",
        ),
        (
            "a.geojsonl",
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n",
        ),
    ] {
        let path = desk.write(name, text);
        assert!(matches!(add(&path, &entry), Err(AddError::NoCollection)));
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn copies_are_kept_as_received_and_told_from_missing_and_changed_ones() {
    let desk = Desk::new();
    let path = desk.write("records.geojson", FILE);
    let received = desk.received();
    let kept = keep(&path, &received).unwrap();
    assert_eq!(fs::read(&kept).unwrap(), received.bytes);
    let text = fs::read_to_string(kept.with_extension("txt")).unwrap();
    let (extractor, text) = text.split_once("\n\n").unwrap();
    assert!(
        extractor.starts_with("sahelscope ") && extractor.ends_with(" Markdown"),
        "{extractor}"
    );
    assert_eq!(text, received.document.text);

    let list = [
        Value::from(entry_of(&received)),
        json!({"id": "a"}),
        json!({"sha256": "00", "file": "../records.geojson"}),
    ];
    let states = |list: &[Value]| check(&path, list).unwrap();
    assert_eq!(
        states(&list),
        [CopyState::Kept, CopyState::None, CopyState::Missing]
    );
    fs::write(&kept, "changed").unwrap();
    assert_eq!(states(&list)[0], CopyState::Changed);
    // Not even then is it written over.
    keep(&path, &received).unwrap();
    assert_eq!(fs::read(&kept).unwrap(), b"changed");
    fs::remove_file(&kept).unwrap();
    assert_eq!(states(&list)[0], CopyState::Missing);
}
