//! Small archives for tests, written by the format's rules or against them.

use super::address::TileAddress;

/// Length of the fixed header in bytes.
pub(super) const HEADER: usize = 127;

/// The embedded vector archive.
pub(super) const SAHEL: &[u8] = include_bytes!("../../../geodata/sahel.pmtiles");

/// Appends a variable-length integer.
pub(super) fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Tile id, run, length, start.
type TileEntry = (u64, u64, u64, u64);

/// A directory, unpacked.
pub(super) fn directory(entries: &[TileEntry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint(&mut bytes, entries.len() as u64);
    let mut last = 0;
    for entry in entries {
        varint(&mut bytes, entry.0 - last);
        last = entry.0;
    }
    let columns: [fn(&TileEntry) -> u64; 3] =
        [|entry| entry.1, |entry| entry.2, |entry| entry.3 + 1];
    for column in columns {
        for entry in entries {
            varint(&mut bytes, column(entry));
        }
    }
    bytes
}

/// An archive of plain bytes: header, root directory, leaf directories, tiles.
pub(super) fn archive(root: &[u8], leaves: &[u8], tiles: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; HEADER];
    bytes[..8].copy_from_slice(b"PMTiles\x03");
    let mut start = HEADER as u64;
    for (at, section) in [(8, root), (24, &[]), (40, leaves), (56, tiles)] {
        bytes[at..at + 8].copy_from_slice(&start.to_le_bytes());
        bytes[at + 8..at + 16].copy_from_slice(&(section.len() as u64).to_le_bytes());
        start += section.len() as u64;
    }
    bytes[97] = 1;
    bytes[98] = 1;
    bytes[99] = 1;
    bytes[101] = 15;
    for section in [root, leaves, tiles] {
        bytes.extend_from_slice(section);
    }
    bytes
}

/// The address of a tile that exists.
pub(super) fn tile(zoom: u8, x: u32, y: u32) -> TileAddress {
    TileAddress::new(zoom, x, y).unwrap()
}

/// The tile of a zoom that a longitude and latitude in degrees fall on, and the unit position.
pub(super) fn at_degrees(longitude: f64, latitude: f64, zoom: u8) -> (TileAddress, [f64; 2]) {
    let point = geo::Point::new(longitude, latitude);
    let position = crate::data::mercator::unit_from_degrees(point);
    let [x, y] = position.map(|unit| (unit * f64::from(1_u32 << zoom)) as u32);
    (tile(zoom, x, y), position)
}
