//! Bundles that may be published: no finer value is anywhere in their bytes.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read as _},
};

use serde_json::{Value, json};
use zip::ZipArchive;

use super::{run, status};

const RULES: &str = r#"{
    "names": ["Modibo Keïta", "أحمد"],
    "rules": [
        {"records": {"layer": "incident"}, "decimals": 1, "omit": ["unit"]},
        {"records": {"ids": ["camp"]}, "area": true},
        {"records": {"ids": ["zz-embargo"]}, "embargo": "2026-12-31"}
    ]
}"#;

/// Bytes that must not be in a bundle.
const FINER: [&str; 17] = [
    "14.6612",
    "3.98765",
    "14.66",
    "3.987",
    "١٤٫٦٦",
    "14°39",
    "14,661",
    "12.345678",
    "7.654321",
    "Modibo",
    "KEITA",
    "أحمد",
    "7th squad",
    "zz-embargo",
    "Hidden",
    "what the witness said",
    "mountain",
];

fn bundle_of(records: &Value, rules: &str) -> (i32, String, BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("a.geojson"), records.to_string()).unwrap();
    fs::write(path("rules.json"), rules).unwrap();
    fs::create_dir(path("a.geojson.log")).unwrap();
    fs::write(
        path("a.geojson.log/modibo.jsonl"),
        "{\"was\": \"14.6612 Modibo\"}\n",
    )
    .unwrap();
    let (file, rules, out) = (path("a.geojson"), path("rules.json"), path("o.zip"));
    let output = run(&[
        "seal",
        &file,
        "-o",
        &out,
        "--day",
        "2026-05-01",
        "--publish-safe",
        &rules,
    ]);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    let Ok(bytes) = fs::read(&out) else {
        return (status(&output), said, BTreeMap::new());
    };
    assert_eq!(status(&run(&["verify", &out])), 0);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let files = (0..archive.len()).map(|place| {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    });
    (status(&output), said, files.collect())
}

fn records() -> Value {
    let feature = |id: &str, place: [f64; 2], properties: Value| {
        json!({"type": "Feature", "id": id, "properties": properties,
            "geometry": {"type": "Point", "coordinates": place}})
    };
    let target = json!({"source": "urn:sha256:00", "selector": [
        {"type": "TextQuoteSelector", "exact": "what the witness said", "prefix": "Modibo ", "suffix": "14.6612"}]});
    json!({
        "type": "FeatureCollection", "profile": "sahelscope/1", "title": "By Modibo Keita",
        "sources": [{"id": "s", "title": "A report about MODIBO KEITA", "note": "14.6612"}, {"id": "t", "title": "Hidden report"}],
        "view": {"camera": {"lon": -3.98765, "lat": 14.6612, "zoom": 12}},
        "bookmarks": [{"title": "x", "view": {"camera": {"lon": -3.98765, "lat": 14.6612, "zoom": 9}}}],
        "imagery": [{"picture": "EXIF 14.6612"}],
        "features": [
            feature("exact", [-3.98765, 14.6612], json!({
                "layer": "incident", "date": "2022-01-05", "sources": ["s"], "unit": "7th squad", "x": -3.98765,
                "title": "At 14.6612 N, seen by Modibo  Keïta of the 7th squad", "title:ar": "عند ١٤٫٦٦١٢ شمالا قال أَحْمَد",
                "summary": "14°39'40\"N; à 14,661", "related": [{"id": "zz-embargo", "as": "after"}],
                "claims": [{"by": "Keita, Modibo", "says": "x", "source": "s", "target": target}],
                "evidence": [{"for": "/geometry", "target": target}]})),
            feature("neighbour", [-3.98765, 14.6612], json!({"layer": "context", "date": "2022", "title": "Same place"})),
            feature("camp", [-7.654_321, 12.345_678], json!({"layer": "deployment", "date": "2022-02", "title": "Camp", "lat": "12.345678"})),
            feature("zz-embargo", [-7.1, 12.2], json!({"layer": "context", "date": "2022-03", "title": "Hidden behind the mountain", "sources": ["t"]})),
            feature("open", [-8.00312, 12.65032], json!({"layer": "context", "date": "2022-04", "title": "Bamako at 12.65032"})),
        ],
    })
}

#[test]
fn nothing_finer_is_anywhere_in_a_bundle_that_may_be_published() {
    let (code, said, files) = bundle_of(&records(), RULES);
    assert_eq!(code, 0, "{said}");
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for finer in FINER {
            assert!(
                !text.contains(&finer.to_lowercase()),
                "{finer} is in {name}"
            );
        }
    }
    let all: Value = serde_json::from_slice(&files["data/records.geojson"]).unwrap();
    let feature = |id: &str| {
        let features = all["features"].as_array().unwrap();
        features.iter().find(|it| it["id"] == id).unwrap().clone()
    };
    let exact = feature("exact");
    assert_eq!(exact["geometry"]["coordinates"], json!([-4.0, 14.7]));
    assert_eq!(exact["properties"]["place_radius_km"], json!(7.88));
    assert_eq!(exact["properties"]["date"], "2022-01-05");
    // A record at the same place is as coarse, or it would say where that is.
    assert_eq!(
        feature("neighbour")["geometry"]["coordinates"],
        json!([-4.0, 14.7])
    );
    assert_eq!(feature("camp")["geometry"], Value::Null);
    assert_eq!(feature("camp")["properties"]["place_precision"], "area");
    // What no rule is for is as it was.
    assert_eq!(
        feature("open")["geometry"]["coordinates"],
        json!([-8.00312, 12.65032])
    );
    assert_eq!(feature("open")["properties"]["title"], "Bamako at 12.65032");
    let report: Value = serde_json::from_slice(&files["data/publish-safe.json"]).unwrap();
    assert_eq!(report["withheld"], 1);
    let changes = report["changes"].as_array().unwrap();
    for (record, field) in [
        ("exact", "/geometry"),
        ("exact", "/properties/unit"),
        ("exact", "/properties/title"),
        ("exact", "/properties/claims/0/target"),
        ("exact", "/properties/evidence"),
        ("neighbour", "/geometry"),
        ("camp", "/properties/lat"),
    ] {
        let is_said = |it: &Value| it["record"] == record && it["field"] == field;
        assert!(changes.iter().any(is_said), "{record} {field}: {changes:?}");
    }
    assert!(!files.keys().any(|name| name.starts_with("data/sources/")));
    assert_eq!(files["data/log.jsonl"], b"");
}

#[test]
fn a_record_may_ask_for_care_itself() {
    let records = json!({"type": "FeatureCollection", "profile": "sahelscope/1", "features": [
        {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [-3.98765, 14.6612]},
         "properties": {"layer": "incident", "date": "2022", "publish": {"decimals": 0}}},
        {"type": "Feature", "id": "b", "geometry": null,
         "properties": {"layer": "incident", "date": "2022", "publish": {"embargo": "2027-01-01"}}}]});
    let (code, said, files) = bundle_of(&records, "{}");
    assert_eq!(code, 0, "{said}");
    let all: Value = serde_json::from_slice(&files["data/records.geojson"]).unwrap();
    assert_eq!(all["features"].as_array().unwrap().len(), 1);
    assert_eq!(
        all["features"][0]["geometry"]["coordinates"],
        json!([-4.0, 15.0])
    );
}

#[test]
fn rules_that_are_not_understood_publish_nothing() {
    let (code, said, files) = bundle_of(&records(), r#"{"rules": [{"decimal": 1}]}"#);
    assert_eq!(code, 2);
    assert!(said.contains("decimal") && files.is_empty(), "{said}");
}
