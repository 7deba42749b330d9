#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::fs;

use rusqlite::{Connection, MAIN_DB};

use super::GPKG;
use crate::{
    data::{Dataset, Digest, FileOrigin},
    io::{
        ReadErrorKind, Watch,
        foreign::Foreign,
        formats::testing::{
            assert_came_back, features, opened, read, read_table, records, whole, written,
        },
        read::{bundled, read_file, read_part},
    },
    model::IssueKind,
};

/// A database that these statements change.
fn changed(bytes: &[u8], statements: &str) -> Vec<u8> {
    let mut database = Connection::open_in_memory().unwrap();
    database
        .deserialize_read_exact(MAIN_DB, bytes, bytes.len(), false)
        .unwrap();
    database.execute_batch(statements).unwrap();
    database.serialize(MAIN_DB).unwrap().to_vec()
}

/// A database of another program, of two places.
fn foreign() -> Vec<u8> {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[-6.2,13.4]},"properties":{"event_date":"2022-01-05","seen":"2022-01-05T00:00:00Z","dead":3}},
        {"type":"Feature","geometry":null,"properties":{"event_date":"2022-01-06","seen":"2022-01-07T00:00:00Z","dead":0}}]}"#;
    changed(
        &written(&opened(text.as_bytes()), &GPKG, true),
        "DELETE FROM gpkg_metadata_reference; DELETE FROM gpkg_metadata",
    )
}

#[test]
fn what_this_program_wrote_comes_back_as_it_was() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let back = opened(&written(&dataset, &GPKG, true));
    assert_eq!(back.parts()[0].foreign_format, Some("GeoPackage"));
    assert_came_back(&back, &dataset);
    let ids = |dataset: &Dataset| features(dataset).into_iter().map(|it| it["id"].clone());
    assert!(ids(&back).eq(ids(&dataset)));
    let shown = opened(&written(&dataset, &GPKG, false));
    assert_eq!(shown.len(), dataset.len());
    assert_eq!(
        written(&dataset, &GPKG, false),
        written(&dataset, &GPKG, false)
    );
}

#[test]
fn values_of_every_type_come_back() {
    let text = r#"{"type":"FeatureCollection","mine":{"a":1},"features":[
        {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1,2,3]},"extra":[1],"properties":{"id":"x","Name":"a","name":"b","on":true,"n":1,"r":1.5,"list":["a",1],"text":"[1]","fid":9,"mixed":1}},
        {"type":"Feature","id":8,"geometry":{"type":"GeometryCollection","geometries":[]},"properties":{"mixed":"1","geom":"g","date":"2022-01/.."}}]}"#;
    let dataset = opened(text.as_bytes());
    let back = opened(&written(&dataset, &GPKG, true));
    let (before, after) = (features(&dataset), features(&back));
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1]["properties"], before[1]["properties"]);
    assert_eq!(back.parts()[0].members["mine"]["a"], 1);
}

#[test]
fn databases_of_others_are_read_with_their_types() {
    let dataset = opened(&foreign());
    assert_eq!(dataset.issues(), []);
    let feature = &features(&dataset)[0];
    // A column of nothing but midnights is one of days.
    assert_eq!(feature["properties"]["seen"], "2022-01-05");
    assert_eq!(feature["properties"]["dead"], 3);
    assert_eq!(feature["geometry"]["coordinates"][0], -6.2);
    assert!(records(&dataset).iter().all(|it| it.date.is_some()));
    let two = changed(
        &foreign(),
        "CREATE TABLE other (a TEXT); INSERT INTO other VALUES ('x'); CREATE VIEW v AS SELECT * FROM other;
         INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('other', 'attributes', 'o'), ('v', 'attributes', 'v')",
    );
    let sheets = read(&two).unwrap().sheets.unwrap();
    assert_eq!(
        (sheets.names.as_slice(), sheets.read),
        (["records".to_owned(), "other".to_owned()].as_slice(), 0)
    );
    assert_eq!(read_table(&two, Some("other")).unwrap().spans.len(), 1);
}

#[test]
fn systems_that_are_not_known_are_refused_by_their_name() {
    let metres = changed(
        &foreign(),
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('Made up', 99999, 'MINE', 77, 'undefined', NULL);
         UPDATE gpkg_geometry_columns SET srs_id = 99999",
    );
    let error = read(&metres).unwrap_err();
    let ReadErrorKind::UnknownCrs(name) = error.kind else {
        panic!("{error:?}");
    };
    assert_eq!(&*name, "MINE:77");
}

#[test]
fn a_geometry_that_is_none_is_said_and_its_record_stays() {
    let bad = changed(
        &foreign(),
        "UPDATE records SET geom = X'47500001E61000000101000000' WHERE fid = 1",
    );
    let dataset = opened(&bad);
    assert_eq!(dataset.len(), 2);
    let kinds: Vec<IssueKind> = dataset.issues().iter().map(|it| it.issue.kind).collect();
    assert!(kinds.contains(&IssueKind::GeometryMalformed), "{kinds:?}");
}

#[test]
fn databases_cut_off_or_changed_anywhere_are_refused_or_read_and_never_panic() {
    let whole = foreign();
    for end in (16..whole.len()).step_by(997) {
        let _read = read(&whole[..end]);
        let mut changed = whole.clone();
        for byte in changed.iter_mut().skip(end).take(40) {
            *byte ^= 0xA5;
        }
        let _read = read(&changed);
    }
    assert!(read(&whole[..whole.len() / 2]).is_err());
    let error = read(&changed(
        &foreign(),
        "PRAGMA foreign_keys = OFF; DROP TABLE gpkg_contents",
    ))
    .unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Foreign(Foreign::Database)),
        "{error:?}"
    );
}

#[test]
fn on_a_disk_it_is_read_where_it_is_whatever_its_name_and_however_it_is_written_to() {
    let bytes = foreign();
    let expected = read_part("a.gpkg", FileOrigin::Stdin, bytes.clone(), &Watch::nobody());
    let expected = expected.unwrap();
    let folder = tempfile::tempdir().unwrap();
    // The second says that there is a log beside it, which it has not.
    let mut logged = bytes.clone();
    logged[18..20].copy_from_slice(&[2, 2]);
    for (name, bytes) in [("a b?c%20#d&مورا.gpkg", &bytes), ("wal.gpkg", &logged)] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let part = read_file(&path, &Watch::nobody()).unwrap();
        assert_eq!(whole(&part), whole(&expected), "{name}");
        assert_eq!(part.foreign_format, Some("GeoPackage"));
        assert_eq!(fs::read(&path).unwrap(), *bytes);
        assert_eq!(part.sha256(), Digest::of_bytes(bytes).get(&part.text));
    }
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 2, "nothing is written beside it");
}
