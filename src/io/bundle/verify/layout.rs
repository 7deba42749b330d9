//! Whether an archive is, byte for byte, laid out as this program packs a bundle: what stands between its files.
//!
//! A changed bit in a header changes no file, and no digest would show it. An archive of 4 GiB and more is not compared.

use std::io::{Read, Seek, SeekFrom};

/// A file of an archive, as its list has it.
pub(super) struct ZipEntry {
    pub(super) name: String,
    pub(super) crc: u32,
    pub(super) bytes: u64,
}

/// What stands before and behind a file: version 1.0, stored, 1980-01-01.
const COMMON: [u8; 10] = [10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
const LIMIT: u64 = u32::MAX as u64;

/// Whether everything in `archive` but the bytes of its files is as it was packed.
pub(super) fn is_as_packed(archive: &mut (impl Read + Seek), files: &[ZipEntry]) -> bool {
    compare(archive, files).unwrap_or(false)
}

fn compare(archive: &mut (impl Read + Seek), files: &[ZipEntry]) -> std::io::Result<bool> {
    let mut place: u64 = 0;
    let mut list = Vec::new();
    for file in files {
        let middle = middle(file);
        let expected = [b"PK\x03\x04", &middle[..], file.name.as_bytes()].concat();
        list.extend(b"PK\x01\x02\x0A\x03");
        list.extend(&middle);
        // No comment, the first disk, no attributes but those of Unix.
        list.extend([0; 6]);
        list.extend((0o100_644_u32 << 16).to_le_bytes());
        list.extend((place as u32).to_le_bytes());
        list.extend(file.name.as_bytes());
        if place + file.bytes >= LIMIT {
            return Ok(true);
        }
        archive.seek(SeekFrom::Start(place))?;
        let mut found = vec![0; expected.len()];
        archive.read_exact(&mut found)?;
        if found != expected {
            return Ok(false);
        }
        place += expected.len() as u64 + file.bytes;
    }
    let count = (files.len() as u16).to_le_bytes();
    let length = (list.len() as u32).to_le_bytes();
    let begin = (place as u32).to_le_bytes();
    list.extend(b"PK\x05\x06\0\0\0\0");
    for end in [&count[..], &count, &length, &begin, &[0, 0]] {
        list.extend(end);
    }
    archive.seek(SeekFrom::Start(place))?;
    let mut found = Vec::new();
    archive
        .take(list.len() as u64 + 1)
        .read_to_end(&mut found)?;
    Ok(found == list)
}

/// What a header before a file and its line in the list have in common.
fn middle(file: &ZipEntry) -> Vec<u8> {
    let length = (file.bytes as u32).to_le_bytes();
    let name = (file.name.len() as u16).to_le_bytes();
    let crc = file.crc.to_le_bytes();
    [&COMMON[..], &crc, &length, &length, &name, &[0, 0]].concat()
}
