#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::{GEOPARQUET, GEOPARQUET_2};
use crate::{
    data::Dataset,
    io::{
        ReadErrorKind,
        formats::testing::{assert_came_back, features, opened, read, whole, written},
        read::bundled,
    },
};

#[test]
fn what_this_program_wrote_comes_back_as_it_was() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    for format in [&GEOPARQUET, &GEOPARQUET_2] {
        let bytes = written(&dataset, format, true);
        let back = opened(&bytes);
        assert_eq!(back.parts()[0].foreign_format, Some("GeoParquet"));
        assert_came_back(&back, &dataset);
        assert_eq!(written(&dataset, format, true), bytes);
    }
}

#[test]
fn values_of_every_type_come_back() {
    let text = r#"{"type":"FeatureCollection","mine":{"a":1},"features":[
        {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1.5,2.5,3.5]},"extra":[1],"properties":{"id":"x","Name":"a","name":"b","on":true,"n":-1,"r":1.5,"list":["a",1],"text":"[1]","day":"2022-01-05","at":"2022-01-05T10:00:00Z","mixed":1}},
        {"type":"Feature","id":8,"geometry":null,"properties":{"mixed":"1","geometry":"g","date":"2022-01/..","on":false,"day":"1895-12-31"}}]}"#;
    let dataset = opened(text.as_bytes());
    let back = opened(&written(&dataset, &GEOPARQUET, true));
    assert_eq!(features(&back), features(&dataset));
    assert_eq!(back.parts()[0].members["mine"]["a"], 1);
}

#[test]
fn files_cut_off_or_changed_anywhere_are_refused_or_read_and_never_panic() {
    let dataset = opened(br#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[1.5,2.5]},"properties":{"date":"2022-01-05","list":["a"],"n":1}}]}"#);
    let whole = written(&dataset, &GEOPARQUET, true);
    for end in 4..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{end}");
        let mut changed = whole.clone();
        changed[end] ^= 0xA5;
        let _read = read(&changed);
    }
    let error = read(b"PAR1PAR1").unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Broken("GeoParquet")),
        "{error:?}"
    );
    let error = read(b"PAREPARE").unwrap_err();
    assert!(
        matches!(error.kind, ReadErrorKind::Encrypted("GeoParquet")),
        "{error:?}"
    );
}

#[test]
fn on_a_disk_it_is_read_where_it_is() {
    let dataset = Dataset::from_parts(vec![bundled()]);
    let bytes = written(&dataset, &GEOPARQUET, true);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    std::fs::write(&path, &bytes).unwrap();
    let part = crate::io::read::read_file(&path, &crate::io::Watch::nobody()).unwrap();
    let origin = crate::data::FileOrigin::Stdin;
    let watch = crate::io::Watch::nobody();
    let expected = crate::io::read::read_part("a", origin, bytes, &watch).unwrap();
    assert_eq!(whole(&part), whole(&expected));
    assert_eq!(part.sha256(), expected.sha256());
}
