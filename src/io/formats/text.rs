//! What the beginning of a text file looks like, in whatever encoding.

use crate::io::decode::{UTF_8_MARK, utf_16};

/// The first character of a text that is no space, if it is ASCII; also in UTF-16.
pub(super) fn first_letter(head: &[u8]) -> Option<u8> {
    let head = head.strip_prefix(UTF_8_MARK).unwrap_or(head);
    let body = match utf_16(head) {
        Some((_, mark)) => head.get(mark..).unwrap_or_default(),
        None => head,
    };
    let is_letter = |byte: &&u8| !byte.is_ascii_whitespace() && **byte != 0;
    body.iter().find(is_letter).copied()
}

/// Whether bytes may be text: UTF-16, or without a NUL, which text of no other encoding that is still in use has.
pub(super) fn may_be_text(head: &[u8]) -> bool {
    utf_16(head).is_some() || memchr::memchr(0, head).is_none()
}

/// The beginning as text, up to the first byte that is not UTF-8.
pub(super) fn valid(bytes: &[u8]) -> &str {
    let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(valid).unwrap_or_default()
        }
    }
}
