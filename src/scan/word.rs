//! Eight bytes at a time.
//!
//! `memchr` is faster over long stretches, but the names and values of records are short: over properties of real
//! records its calls take twice as long as this. So this is the one search of our own; what goes on for longer than
//! [`SHORT`] bytes is left to `memchr`.

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES << 7;
const LOWER: u64 = !HIGHS;

/// Bytes that are looked through eight at a time before `memchr` is called.
const SHORT: usize = 32;

/// Eight bytes from `at` on; what lies behind the end is 0.
pub(super) fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    let word = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
        let mut last = [0; 8];
        for (byte, of_rest) in last.iter_mut().zip(rest) {
            *byte = *of_rest;
        }
        last
    });
    u64::from_le_bytes(word)
}

/// The same byte eight times.
pub(super) const fn eight(byte: u8) -> u64 {
    ONES * byte as u64
}

/// The high bit of each byte of `word` that is the byte of `eight`, and of no other.
pub(super) const fn equal(word: u64, eight: u64) -> u64 {
    let word = word ^ eight;
    !((word & LOWER).wrapping_add(LOWER) | word | LOWER)
}

/// The index of the byte that the lowest bit set belongs to.
pub(super) const fn first(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

/// The first quote or backslash of JSON from `at` on, else the end.
pub(super) fn quote_or_backslash(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let short = rest.get(..SHORT).unwrap_or_default();
    for (number, word) in short.as_chunks::<8>().0.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let marks = equal(word, eight(b'"')) | equal(word, eight(b'\\'));
        if marks != 0 {
            return at + number * 8 + first(marks);
        }
    }
    let long = rest.get(short.len()..).unwrap_or_default();
    let found = memchr::memchr2(b'"', b'\\', long).unwrap_or(long.len());
    at + short.len() + found
}

/// The first quote, backslash or control character from `at` on, else the end.
pub(super) fn special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let marks = specials(u64::from_le_bytes(*eight));
        if marks != 0 {
            return at + first(marks);
        }
        at += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The high bit of each special byte of eight, exact up to the first.
const fn specials(word: u64) -> u64 {
    const fn zero(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
    let quote = zero(word ^ eight(b'"'));
    let backslash = zero(word ^ eight(b'\\'));
    let control = word.wrapping_sub(eight(b' ')) & !word;
    (quote | backslash | control) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_wherever_they_stand() {
        for mark in [b'"', b'\\', 0, b'\n', 0x1F] {
            for before in 0..80 {
                let mut bytes = "é!#[]~ \u{7F}\u{A2}".repeat(8).into_bytes();
                bytes.truncate(before);
                bytes.push(mark);
                bytes.extend_from_slice(b"\"\\ more");
                assert_eq!(special(&bytes, 0), before, "{mark} {before}");
                let next = if mark < b' ' { before + 1 } else { before };
                assert_eq!(quote_or_backslash(&bytes, 0), next, "{mark} {before}");
            }
        }
        assert_eq!((special(b"abc", 1), quote_or_backslash(b"abc", 1)), (3, 3));
        assert_eq!((special(b"", 5), quote_or_backslash(b"", 5)), (5, 5));
    }
}
