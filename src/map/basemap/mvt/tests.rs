use proptest::prelude::*;

use super::*;
use crate::map::basemap::archive::TileArchive;
use crate::map::basemap::fixture::{SAHEL, at_degrees, varint};

/// The tile of zoom 9 around Ségou, unpacked.
fn segou() -> Vec<u8> {
    let (address, _) = at_degrees(-6.26, 13.44, 9);
    TileArchive::open(SAHEL)
        .unwrap()
        .tile(address)
        .unwrap()
        .unwrap()
}

/// A length-delimited field.
fn delimited(number: u64, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint(&mut bytes, number << 3 | 2);
    varint(&mut bytes, content.len() as u64);
    bytes.extend_from_slice(content);
    bytes
}

/// A tile with one layer `places` of one point with one property.
fn tile_with(key: &str, value: &[u8]) -> Vec<u8> {
    let feature = [&[18, 2, 0, 0][..], &[24, 1], &[34, 3, 9, 50, 34]].concat();
    let layer = [
        delimited(1, b"places"),
        delimited(2, &feature),
        delimited(3, key.as_bytes()),
        delimited(4, value),
    ];
    delimited(3, &layer.concat())
}

#[test]
fn a_tile_of_the_archive_has_land_water_and_places() {
    let tile = VectorTile::decode(&segou()).unwrap();
    let kinds: Vec<_> = tile.layers.iter().map(|layer| layer.kind).collect();
    for kind in [LayerKind::Earth, LayerKind::Water, LayerKind::Places] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn every_kind_of_number_is_read() {
    let float = [&[21][..], &1.5_f32.to_le_bytes()].concat();
    let double = [&[25][..], &(-2.25_f64).to_le_bytes()].concat();
    let cases = [
        (float, 1.5),
        (double, -2.25),
        (vec![32, 7], 7.0),
        (vec![40, 8], 8.0),
        (vec![48, 5], -3.0),
        (vec![56, 1], 1.0),
    ];
    for (value, expected) in cases {
        let tile = VectorTile::decode(&tile_with("rank", &value)).unwrap();
        let (layer, feature) = tile.features().next().unwrap();
        let number = layer.number(feature, PropertyKey::Rank).unwrap();
        assert!((number - expected).abs() < 1e-9, "{value:?}");
    }
}

#[test]
fn texts_and_flags_are_read_and_unknown_keys_are_not() {
    let tile = VectorTile::decode(&tile_with("kind", &delimited(1, b"locality"))).unwrap();
    let (layer, feature) = tile.features().next().unwrap();
    assert_eq!(
        layer.text(feature, PropertyKey::Kind).map(AsRef::as_ref),
        Some("locality")
    );
    assert!(layer.flag(feature, PropertyKey::Kind));
    let tile = VectorTile::decode(&tile_with("wikidata", &delimited(1, b"Q1"))).unwrap();
    assert!(tile.features().next().unwrap().1.properties.is_empty());
}

#[test]
fn a_layer_that_no_rule_reads_is_skipped() {
    let layer = delimited(1, b"mystery");
    assert!(
        VectorTile::decode(&delimited(3, &layer))
            .unwrap()
            .layers
            .is_empty()
    );
}

#[test]
fn a_tile_of_more_features_than_any_city_has_is_refused() {
    let mut layer = delimited(1, b"places");
    for _ in 0..=FEATURE_LIMIT {
        layer.extend([18, 0]);
    }
    assert!(VectorTile::decode(&delimited(3, &layer)).is_err());
}

#[test]
fn a_value_or_key_that_does_not_exist_is_absent_not_a_panic() {
    let feature = [&[18, 2, 0, 99][..], &[24, 1], &[34, 3, 9, 50, 34]].concat();
    let layer = [
        delimited(1, b"places"),
        delimited(2, &feature),
        delimited(3, b"kind"),
    ];
    let tile = VectorTile::decode(&delimited(3, &layer.concat())).unwrap();
    let (layer, feature) = tile.features().next().unwrap();
    assert_eq!(layer.text(feature, PropertyKey::Kind), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn damaged_tiles_never_panic(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = segou();
        for (at, byte) in damage {
            let index = at.index(bytes.len());
            bytes[index] = byte;
        }
        if let Ok(tile) = VectorTile::decode(&bytes) {
            tile.features().for_each(|(_, feature)| feature.geometry.runs().for_each(drop));
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..512)) {
        let _ = VectorTile::decode(&bytes);
    }
}
