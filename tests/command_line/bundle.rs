//! Sealed bundles on the command line: what is in one, and that nothing in it changes unnoticed.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read as _},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::{run, status};

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    sahelscope::data::hexadecimal(&Sha256::digest(bytes))
}

/// The files of an archive, by name.
fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let places = 0..archive.len();
    places
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// What `verify --json` says of a path.
pub(super) fn verified(path: &Path) -> (i32, Value) {
    let output = run(&["verify", path.to_str().unwrap(), "--json"]);
    let said = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (status(&output), said)
}

/// The files that something is wrong with, with what.
pub(super) fn faults(said: &Value) -> Vec<(String, String)> {
    let list = said["faults"].as_array().unwrap().iter();
    let word = |it: &Value, name: &str| it[name].as_str().unwrap().to_owned();
    list.map(|it| (word(it, "kind"), word(it, "file")))
        .collect()
}

pub(super) fn remarks(said: &Value) -> Vec<String> {
    let list = said["remarks"].as_array().unwrap().iter();
    list.map(|it| it["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// An analyst's folder: records, documents beside them, and room for bundles.
pub(super) struct Desk {
    folder: tempfile::TempDir,
}

pub(super) const DOCUMENT: &[u8] = "تقرير: وصلت طائرة إلى غاو.".as_bytes();

impl Desk {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let digest = sha256(DOCUMENT);
        let lost = sha256(b"lost");
        let changed = sha256(b"as it was");
        let target = json!({"source": format!("urn:sha256:{digest}"), "selector": [
            {"type": "TextQuoteSelector", "exact": "غاو", "prefix": "إلى ", "suffix": "."}]});
        let records = json!({
            "type": "FeatureCollection", "profile": "sahelscope/1", "title": "Gao", "license": "CC-BY-4.0",
            "sources": [
                {"id": "a", "title": "A report", "published": "2022-01-05", "sha256": digest, "file": format!("{digest}.html")},
                {"id": "lost", "title": "Lost", "sha256": lost, "file": format!("{lost}.pdf")},
                {"id": "changed", "title": "Changed", "sha256": changed, "file": format!("{changed}.pdf")},
                {"id": "none", "title": "No copy"},
            ],
            "features": [
                {"type": "Feature", "id": "gao", "geometry": {"type": "Point", "coordinates": [-0.04, 16.27]}, "properties": {
                    "layer": "delivery", "date": "2022-01-05", "title": "=A plane", "sources": ["a", "lost", "changed", "none"],
                    "claims": [{"by": "X", "says": "it came", "source": "a", "target": target}]}},
                {"type": "Feature", "id": "vague", "geometry": null, "properties": {"layer": "incident", "date": "2022-01~/..", "graphic": true, "title": "Bodies"}},
                {"type": "Feature", "id": "undated", "geometry": null, "properties": {"layer": "incident"}},
            ],
        });
        let desk = Self { folder };
        fs::write(desk.path("gao.geojson"), records.to_string()).unwrap();
        let sources = desk.path("gao.geojson.sources");
        fs::create_dir(&sources).unwrap();
        fs::write(sources.join(format!("{digest}.html")), DOCUMENT).unwrap();
        fs::write(sources.join(format!("{digest}.txt")), "reader\n\ntext").unwrap();
        fs::write(sources.join(format!("{changed}.pdf")), "as it is now").unwrap();
        desk
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn name(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Seals the records; the bytes of the bundle.
    pub(super) fn seal(&self, name: &str, more: &[&str]) -> Vec<u8> {
        let (records, out) = (self.name("gao.geojson"), self.name(name));
        let mut arguments = vec!["seal", &records, "-o", &out, "--day", "2026-05-01"];
        arguments.extend(more);
        let output = run(&arguments);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        fs::read(out).unwrap()
    }

    /// Writes the files of an archive into a folder.
    pub(super) fn unpacked(&self, name: &str, files: &BTreeMap<String, Vec<u8>>) -> PathBuf {
        let folder = self.path(name);
        for (name, bytes) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }
}

#[test]
fn a_bundle_holds_what_is_said_of_it_and_verifies() {
    let desk = Desk::new();
    let bundle = desk.seal("a.zip", &["--window", "2022"]);
    let files = files(&bundle);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let digest = sha256(DOCUMENT);
    for name in [
        "bag-info.txt",
        "bagit.txt",
        "data/annotations.jsonld",
        "data/datapackage.json",
        "data/left-out.csv",
        "data/log.jsonl",
        "data/method.txt",
        "data/records.csv",
        "data/records.geojson",
        "data/ro-crate-metadata.json",
        "data/ro-crate-preview.html",
        &format!("data/sources/{digest}.html"),
        &format!("data/sources/{digest}.txt"),
        "data/view.json",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    ] {
        assert!(names.contains(&name), "{name} of {names:?}");
    }
    assert_eq!(names.len(), 16);
    let is_plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '.' | '_' | '-' | '/');
    assert!(names.iter().all(|name| name.chars().all(is_plain)));
    let left_out = text(&files["data/left-out.csv"]);
    assert!(left_out.contains("record,undated,it has no date"));
    for line in [
        "copy,lost,its copy is not where",
        "copy,changed,its copy is not what",
        "copy,none,no copy",
    ] {
        assert!(left_out.contains(line), "{left_out}");
    }
    let annotations: Value = serde_json::from_slice(&files["data/annotations.jsonld"]).unwrap();
    assert_eq!(
        annotations["items"][0]["target"]["selector"][0]["exact"],
        "غاو"
    );
    let view: Value = serde_json::from_slice(&files["data/view.json"]).unwrap();
    assert_eq!(view["filter"]["window"], "2022-01-01/2022-12-31");
    let preview = text(&files["data/ro-crate-preview.html"]);
    assert!(preview.contains("<details>") && preview.contains("dir=\"rtl\""));
    let table = text(&files["data/records.csv"]);
    assert!(table.starts_with("id,layer,"));
    assert!(
        table
            .lines()
            .any(|line| line.contains("2022-01-05,2022-01-05,day")),
        "{table}"
    );
    let (code, said) = verified(&desk.path("a.zip"));
    assert_eq!(
        (code, &said["whole"], &said["kind"]),
        (0, &json!(true), &json!("bundle")),
        "{said}"
    );
    assert_eq!(remarks(&said), [""; 0]);
    let folder = desk.unpacked("folder", &files);
    assert_eq!(verified(&folder).0, 0);
}

#[test]
fn the_same_records_and_day_give_the_same_bytes() {
    let desk = Desk::new();
    let first = desk.seal("a.zip", &[]);
    assert_eq!(first, desk.seal("b.zip", &[]));
    assert_ne!(first, desk.seal("c.zip", &["--license", "CC0-1.0"]));
}

#[test]
fn one_changed_bit_in_any_file_names_that_file() {
    let desk = Desk::new();
    let files = files(&desk.seal("a.zip", &[]));
    let folder = desk.unpacked("folder", &files);
    for (name, bytes) in files.iter().filter(|(_, bytes)| !bytes.is_empty()) {
        for (place, bit) in [(0, 0), (bytes.len() / 2, 5), (bytes.len() - 1, 2)] {
            let mut changed = bytes.clone();
            changed[place] ^= 1 << bit;
            fs::write(folder.join(name), &changed).unwrap();
            let output = run(&["verify", folder.to_str().unwrap(), "--json"]);
            let said = text(&output.stdout) + &text(&output.stderr);
            assert_ne!(status(&output), 0, "{name} {place}");
            assert!(said.contains(name.as_str()), "{name} {place}: {said}");
        }
        fs::write(folder.join(name), bytes).unwrap();
    }
    assert_eq!(verified(&folder).0, 0);
}

#[test]
fn one_changed_bit_anywhere_in_the_archive_is_noticed() {
    let desk = Desk::new();
    let bundle = desk.seal("a.zip", &[]);
    let path = desk.path("b.zip");
    // A step that meets all bits and, over time, headers, names, files and the list at the end.
    let step = bundle.len() / 60;
    let places = (0..bundle.len())
        .step_by(step)
        .chain(bundle.len() - 200..bundle.len());
    for (round, place) in places.enumerate() {
        let mut changed = bundle.clone();
        changed[place] ^= 1 << (round % 8);
        fs::write(&path, &changed).unwrap();
        let (code, said) = verified(&path);
        let is_noticed = code != 0 || !remarks(&said).is_empty();
        assert!(
            is_noticed,
            "byte {place} of {}, bit {}",
            bundle.len(),
            round % 8
        );
    }
}

#[test]
fn files_that_are_missing_or_added_are_named() {
    let desk = Desk::new();
    let files = files(&desk.seal("a.zip", &[]));
    let folder = desk.unpacked("folder", &files);
    fs::remove_file(folder.join("data/view.json")).unwrap();
    fs::write(folder.join("data/more.txt"), "x").unwrap();
    fs::write(folder.join("beside.txt"), "x").unwrap();
    let (code, said) = verified(&folder);
    assert_eq!(code, 1);
    let faults = faults(&said);
    for (kind, file) in [
        ("missing", "data/view.json"),
        ("added", "data/more.txt"),
        ("added", "beside.txt"),
        ("oxum", "bag-info.txt"),
    ] {
        assert!(
            faults.contains(&(kind.to_owned(), file.to_owned())),
            "{faults:?}"
        );
    }
}

#[test]
fn an_exported_file_is_verified_against_what_it_says_of_itself() {
    let desk = Desk::new();
    let (records, out) = (desk.name("gao.geojson"), desk.name("out.geojson"));
    assert_eq!(status(&run(&["export", &records, "-o", &out])), 0);
    let (code, said) = verified(&desk.path("out.geojson"));
    assert_eq!((code, &said["kind"]), (0, &json!("export")), "{said}");
    fs::write(&records, "{}").unwrap();
    let (code, said) = verified(&desk.path("out.geojson"));
    assert_eq!(code, 1);
    assert_eq!(
        faults(&said),
        [("changed".to_owned(), "gao.geojson".to_owned())]
    );
    let bundled = desk.name("bundled.geojson");
    run(&["export", "-o", &bundled]);
    assert_eq!(verified(&desk.path("bundled.geojson")).0, 0);
    let plain = desk.path("plain.geojson");
    fs::write(&plain, r#"{"type":"FeatureCollection","features":[]}"#).unwrap();
    let output = run(&["verify", plain.to_str().unwrap()]);
    assert_eq!(status(&output), 3);
    assert!(text(&output.stderr).contains("no exported GeoJSON file"));
}
