//! Whether there is memory for a file, before it is read.

use std::fs;

use super::error::ReadErrorKind;

/// What is taken to fit into any memory, in bytes.
const ROOM_UNLESS_KNOWN: u64 = 2 << 30;

/// Says so when a file of `length` bytes needs more memory than is free: its text, and its rows on top.
pub(super) fn foresee(length: u64) -> Result<(), ReadErrorKind> {
    let needed = length.saturating_add(length / 4);
    match free() {
        Some(free) if needed > free => Err(ReadErrorKind::Memory { needed, free }),
        _ => Ok(()),
    }
}

/// The most bytes of text that there is room for, where nobody knows how long it will be.
pub(super) fn room() -> u64 {
    free().map_or(ROOM_UNLESS_KNOWN, |free| free / 5 * 4)
}

/// Bytes of memory that programs may still have; `None` where the system does not say in a file. Only Linux
/// does: elsewhere a file is read without this look ahead, and refused when the system has no more memory
/// to give.
fn free() -> Option<u64> {
    let told = fs::read_to_string("/proc/meminfo").ok()?;
    let line = told
        .lines()
        .find_map(|it| it.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_larger_than_memory_is_refused_before_it_is_read() {
        assert!(foresee(1).is_ok());
        if free().is_some() {
            assert!(matches!(
                foresee(u64::MAX / 2),
                Err(ReadErrorKind::Memory { .. })
            ));
        }
    }
}
