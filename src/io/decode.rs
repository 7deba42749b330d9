//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16 in either order.
//!
//! Nothing is replaced by U+FFFD: what is not text in its encoding is an error with its place.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

pub(super) const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The byte from which on the text is not what its encoding allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Offset from the beginning of the file.
    pub offset: usize,
    /// Name of the encoding, such as `UTF-8`.
    pub encoding: &'static str,
}

/// Decodes a file.
///
/// # Errors
/// The first byte that does not belong to the encoding.
pub fn decode(mut bytes: Vec<u8>) -> Result<String, DecodeError> {
    if let Some((encoding, mark)) = utf_16(&bytes) {
        return decode_utf_16(&bytes, encoding, mark);
    }
    let mark = if bytes.starts_with(UTF_8_MARK) {
        UTF_8_MARK.len()
    } else {
        0
    };
    bytes.drain(..mark);
    String::from_utf8(bytes).map_err(|error| DecodeError {
        offset: mark + error.utf8_error().valid_up_to(),
        encoding: "UTF-8",
    })
}

/// UTF-16 by its mark, or by a first character of ASCII, as every JSON text has; and the length
/// of the mark.
pub(super) fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    match bytes {
        [0xFF, 0xFE, ..] => Some((UTF_16LE, 2)),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, 2)),
        [first, 0, ..] if *first != 0 => Some((UTF_16LE, 0)),
        [0, second, ..] if *second != 0 => Some((UTF_16BE, 0)),
        _ => None,
    }
}

fn decode_utf_16(
    bytes: &[u8],
    encoding: &'static Encoding,
    mark: usize,
) -> Result<String, DecodeError> {
    let body = bytes.get(mark..).unwrap_or_default();
    encoding
        .decode_without_bom_handling_and_without_replacement(body)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| DecodeError {
            offset: mark + first_unpaired(body, encoding),
            encoding: encoding.name(),
        })
}

/// Offset of the first unit that is half of a pair, or of a last odd byte.
fn first_unpaired(body: &[u8], encoding: &'static Encoding) -> usize {
    let units = body.chunks_exact(2).map(|pair| match pair {
        [first, second] if encoding == UTF_16LE => u16::from_le_bytes([*first, *second]),
        [first, second] => u16::from_be_bytes([*first, *second]),
        _ => 0,
    });
    let mut offset = 0;
    for character in char::decode_utf16(units) {
        match character {
            Ok(character) => offset += character.len_utf16() * 2,
            Err(_) => return offset,
        }
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16_bytes(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(decode(b"\xEF\xBB\xBF{}".to_vec()).unwrap(), "{}");
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let text = r#"{"a":"مورا 🗺"}"#;
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let bare = utf_16_bytes(text, to_bytes);
            assert_eq!(decode(bare).unwrap(), text);
            let marked = utf_16_bytes(&format!("\u{FEFF}{text}"), to_bytes);
            assert_eq!(decode(marked).unwrap(), text);
        }
    }

    #[test]
    fn a_byte_that_is_not_utf_8_is_named_by_its_offset() {
        let error = decode(b"\xEF\xBB\xBF{\"a\":\"\xE9\"}".to_vec()).unwrap_err();
        assert_eq!((error.offset, error.encoding), (9, "UTF-8"));
    }

    #[test]
    fn half_a_surrogate_pair_is_named_by_its_offset() {
        let mut bytes = utf_16_bytes("{}", u16::to_le_bytes);
        bytes.extend([0x00, 0xD8, b'x', 0x00]);
        let error = decode(bytes).unwrap_err();
        assert_eq!((error.offset, error.encoding), (4, "UTF-16LE"));
    }

    #[test]
    fn an_empty_file_is_an_empty_text() {
        assert_eq!(decode(Vec::new()).unwrap(), "");
    }
}
