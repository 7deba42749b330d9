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

/// Whether a JSON object that begins like this has a member of this name and value, as far as it goes.
pub(super) fn has_member(head: &[u8], name: &str, value: &str) -> bool {
    if first_letter(head) != Some(b'{') {
        return false;
    }
    let (name, value) = (format!("\"{name}\""), format!("\"{value}\""));
    let mut rest = valid(head);
    while let Some(at) = rest.find(&name) {
        rest = rest.get(at + name.len()..).unwrap_or_default();
        let behind = rest.trim_start().strip_prefix(':');
        if behind.is_some_and(|behind| behind.trim_start().starts_with(&value)) {
            return true;
        }
    }
    false
}
