//! Where the next record begins after one that is broken.
//!
//! Records of one file begin alike: an opening brace after a comma or a closing brace, then the
//! same first key, and where that key is `type`, the value `Feature`. A record inside a record
//! (behind a colon) does not count.

use super::{skip_space, string_end, trim_end};
use crate::scan::looked_at;

/// How the records of a file begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordsOpening {
    /// The first key, with its quotes.
    key: Vec<u8>,
}

impl RecordsOpening {
    /// The opening of the record at `start`, or the usual one where it has no first key.
    #[must_use]
    pub fn of(bytes: &[u8], start: usize) -> Self {
        let key = first_key(bytes, start).unwrap_or(b"\"type\"");
        Self { key: key.to_vec() }
    }

    /// The first record that begins at or behind `from`.
    #[must_use]
    pub fn find(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        let found = memchr::memchr_iter(b'{', rest)
            .map(|offset| from + offset)
            .find(|at| follows_a_record(bytes, *at) && self.is_at(bytes, *at));
        looked_at::note(found.unwrap_or(bytes.len()) - from);
        found
    }

    fn is_at(&self, bytes: &[u8], start: usize) -> bool {
        let Some(key) = first_key(bytes, start).filter(|key| *key == self.key) else {
            return false;
        };
        key != b"\"type\"" || is_feature(bytes, start)
    }
}

/// The key after the brace at `start`, with its quotes; a key of sane length.
fn first_key(bytes: &[u8], start: usize) -> Option<&[u8]> {
    const LONGEST: usize = 64;
    let open = skip_space(bytes, start + 1);
    let head = bytes.get(..bytes.len().min(open + LONGEST))?;
    let end = string_end(head, open).filter(|_| head.get(open) == Some(&b'"'))?;
    head.get(open..end)
}

/// The text that the record at `start` begins with: its first key, and where that is `type`, its
/// value.
#[must_use]
pub fn opening_of(text: &str, start: usize) -> Option<&str> {
    let bytes = text.as_bytes();
    let key = first_key(bytes, start)?;
    let behind_key = skip_space(bytes, start + 1) + key.len();
    let colon = skip_space(bytes, behind_key);
    let value = skip_space(bytes, colon + 1);
    let is_type = key == b"\"type\"" && is_feature(bytes, start);
    let end = if is_type {
        string_end(bytes, value)?
    } else {
        behind_key
    };
    text.get(start..end)
}

fn is_feature(bytes: &[u8], start: usize) -> bool {
    let key = skip_space(bytes, start + 1);
    let colon = skip_space(bytes, key + b"\"type\"".len());
    let value = skip_space(bytes, colon + 1);
    bytes.get(colon) == Some(&b':')
        && bytes
            .get(value..)
            .is_some_and(|rest| rest.starts_with(b"\"Feature\""))
}

fn follows_a_record(bytes: &[u8], at: usize) -> bool {
    let end = trim_end(bytes, at);
    end > 0 && matches!(bytes.get(end - 1), Some(b',' | b'}'))
}
