#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use crate::model::RowId;
use crate::{
    data::Dataset,
    io::{
        ReadErrorKind, Watch,
        formats::testing::{features, read},
        read::read_file,
    },
};

/// Made by GDAL of three records, with an index.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/formats/made_up.fgb"
);

#[test]
fn features_are_read_with_their_values_and_shapes() {
    let part = read_file(FILE.as_ref(), &Watch::nobody()).unwrap();
    assert_eq!(part.foreign_format, Some("FlatGeobuf"));
    let dataset = Dataset::from_parts(vec![part]);
    assert_eq!(dataset.issues(), []);
    let mut features = features(&dataset);
    // The index has put them into an order of its own.
    features.sort_by_key(|it| it["properties"]["id"].as_str().unwrap().to_owned());
    let [one, two, three] = <[serde_json::Value; 3]>::try_from(features).unwrap();
    assert_eq!(
        one["geometry"],
        serde_json::json!({"type": "Point", "coordinates": [-6.2, 13.4]})
    );
    assert_eq!(one["properties"]["title"], "Ségou مورا");
    assert_eq!(one["properties"]["dead"], 3);
    assert_eq!(one["properties"]["share"], 0.5);
    assert_eq!(one["properties"]["on"], true);
    assert_eq!(two["geometry"]["type"], "Polygon");
    assert_eq!(
        two["geometry"]["coordinates"][1][0],
        serde_json::json!([-4.5, 14.5])
    );
    assert_eq!(three["geometry"]["type"], "MultiLineString");
    let dated = dataset.record(RowId::new(0)).unwrap().date.clone().unwrap();
    assert!(dated.text().starts_with("2022-01-"), "{dated:?}");
}

#[test]
fn files_cut_off_or_changed_anywhere_are_refused_or_read_and_never_panic() {
    let whole = std::fs::read(FILE).unwrap();
    for end in 8..whole.len() {
        let error = read(&whole[..end]).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::Broken("FlatGeobuf")),
            "{end}: {error:?}"
        );
        let mut changed = whole.clone();
        changed[end] ^= 0xA5;
        let _read = read(&changed);
    }
}
