//! Ids of changes: UUID version 7 (RFC 9562), the time in milliseconds and 74 bits that nobody can guess.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

/// A new id at `millis` milliseconds since 1970. Whatever the clock says, no two are alike.
#[must_use]
pub fn new_id(millis: u64) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    // Each state is keyed by the system's own randomness.
    let random = |salt: u64| RandomState::new().hash_one((salt, count, std::process::id()));
    let (high, low) = (random(1), random(2));
    let time = millis & 0xFFFF_FFFF_FFFF;
    format!(
        "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
        time >> 16,
        time & 0xFFFF,
        high & 0xFFF,
        0x8000 | (high >> 16 & 0x3FFF),
        low & 0xFFFF_FFFF_FFFF,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_of_version_seven_in_the_order_of_time_and_never_alike() {
        let (first, second) = (new_id(1_700_000_000_000), new_id(1_700_000_000_001));
        assert!(first < second);
        assert_eq!(first.len(), 36);
        assert_eq!(first.as_bytes().get(14), Some(&b'7'));
        assert!(matches!(
            first.as_bytes().get(19),
            Some(b'8' | b'9' | b'a' | b'b')
        ));
        assert_ne!(new_id(5), new_id(5));
    }
}
