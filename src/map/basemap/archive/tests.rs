use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;

use super::*;
use crate::map::basemap::fixture::{SAHEL, archive, directory, tile};

/// Opens an archive and asks it for tiles of every zoom, as the map would.
fn explore(bytes: Vec<u8>) -> Result<usize, ArchiveError> {
    let archive = TileArchive::open(bytes)?;
    let mut found = 0;
    for zoom in 0..=12 {
        let middle = (1 << zoom) / 2;
        for address in [tile(zoom, 0, 0), tile(zoom, middle, middle)] {
            found += usize::from(archive.tile(address)?.is_some());
            archive.nearest(address)?;
        }
    }
    let _ = archive.attribution();
    Ok(found)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn the_embedded_archive_holds_the_world_and_the_sahel() {
    let archive = TileArchive::open(SAHEL).unwrap();
    assert_eq!(archive.kind(), TileKind::Vector);
    assert_eq!(archive.zooms(), (0, 9));
    assert!(archive.tile(tile(0, 0, 0)).unwrap().is_some());
    assert!(archive.tile(tile(9, 249, 234)).unwrap().is_some());
    assert_eq!(archive.attribution(), "Natural Earth · GeoNames · GSHHG");
}

#[test]
fn a_tile_that_is_not_there_is_none_and_its_nearest_is_an_ancestor() {
    let archive = TileArchive::open(SAHEL).unwrap();
    let in_siberia = tile(9, 400, 140);
    assert!(archive.tile(in_siberia).unwrap().is_none());
    assert_eq!(archive.nearest(in_siberia).unwrap(), Some(tile(4, 12, 4)));
}

#[test]
fn tiles_behind_a_leaf_directory_and_runs_of_equal_tiles_are_found() {
    let leaf = directory(&[(1, 3, 2, 0), (4, 1, 3, 2)]);
    let root = directory(&[(0, 1, 2, 0), (1, 0, leaf.len() as u64, 0)]);
    let archive = TileArchive::open(archive(&root, &leaf, b"abcde")).unwrap();
    let bytes = |address| archive.tile(address).unwrap();
    assert_eq!(bytes(tile(0, 0, 0)).as_deref(), Some(&b"ab"[..]));
    assert_eq!(bytes(tile(1, 0, 1)).as_deref(), Some(&b"ab"[..]));
    assert_eq!(bytes(tile(1, 1, 0)).as_deref(), Some(&b"cde"[..]));
    assert_eq!(bytes(tile(2, 0, 0)), None);
}

#[test]
fn anything_but_an_archive_is_refused() {
    for bytes in [
        Vec::new(),
        b"PMTiles".to_vec(),
        vec![0; 4096],
        b"{\"type\":\"FeatureCollection\"}".to_vec(),
    ] {
        assert!(matches!(
            TileArchive::open(bytes),
            Err(ArchiveError::NotAnArchive)
        ));
    }
    let mut old = archive(&directory(&[]), &[], &[]);
    old[7] = 2;
    assert!(matches!(
        TileArchive::open(old),
        Err(ArchiveError::Version(2))
    ));
    let mut brotli = archive(&directory(&[]), &[], &[]);
    brotli[98] = 3;
    assert!(matches!(
        TileArchive::open(brotli),
        Err(ArchiveError::Compression(3))
    ));
}

#[test]
fn an_archive_cut_off_anywhere_is_an_error() {
    for length in [
        1,
        100,
        126,
        127,
        128,
        500,
        6_000,
        7_000,
        8_000,
        SAHEL.len() - 1,
    ] {
        assert!(explore(SAHEL[..length].to_vec()).is_err(), "{length}");
    }
}

#[test]
fn a_directory_that_promises_more_entries_than_it_has_bytes_is_refused() {
    let root = [0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 1];
    assert!(matches!(
        TileArchive::open(archive(&root, &[], &[])),
        Err(ArchiveError::Directory)
    ));
}

#[test]
fn a_directory_that_unpacks_without_end_is_refused() {
    let bomb = gzip(&vec![0; 40 << 20]);
    let mut bytes = archive(&bomb, &[], &[]);
    bytes[97] = 2;
    assert!(matches!(
        TileArchive::open(bytes),
        Err(ArchiveError::TooLarge { .. })
    ));
}

#[test]
fn a_tile_that_unpacks_without_end_is_refused() {
    let bomb = gzip(&vec![0; 12 << 20]);
    let mut bytes = archive(&directory(&[(0, 1, bomb.len() as u64, 0)]), &[], &bomb);
    bytes[98] = 2;
    let archive = TileArchive::open(bytes).unwrap();
    assert!(matches!(
        archive.tile(tile(0, 0, 0)),
        Err(ArchiveError::TooLarge { .. })
    ));
}

#[test]
fn a_leaf_directory_that_points_to_itself_ends() {
    let root = directory(&[(0, 0, 5, 0)]);
    let leaf = directory(&[(0, 0, 5, 0)]);
    assert_eq!(leaf.len(), 5);
    let archive = TileArchive::open(archive(&root, &leaf, &[])).unwrap();
    assert!(matches!(
        archive.tile(tile(0, 0, 0)),
        Err(ArchiveError::Directory)
    ));
}

#[test]
fn a_tile_outside_its_section_is_refused() {
    for (length, start) in [(9, 0), (1, 8), (u64::from(u32::MAX), 0), (8, u64::MAX - 4)] {
        let root = directory(&[(0, 1, length, start)]);
        let Ok(archive) = TileArchive::open(archive(&root, &[], b"12345678")) else {
            continue;
        };
        assert!(archive.tile(tile(0, 0, 0)).is_err(), "{start}+{length}");
    }
}

#[test]
fn links_in_an_attribution_become_plain_text() {
    assert_eq!(
        without_markup("<a href=\"x\">© OpenStreetMap</a> "),
        "© OpenStreetMap"
    );
    assert_eq!(without_markup("1 > 0"), "1 > 0");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn damaged_bytes_never_panic(damage in prop::collection::vec((0_usize..8_000, any::<u8>()), 1..8)) {
        let mut bytes = SAHEL[..200_000].to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        let _ = explore(bytes);
    }
}
