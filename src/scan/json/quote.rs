//! A text as JSON writes it.

use crate::scan::word::special;

/// Appends `text` in quotes, in as few escapes as JSON needs; the same bytes that `serde_json` writes.
///
/// Linear in the length of the text: stretches without an escape are copied whole.
pub fn push_quoted(out: &mut String, text: &str) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut at = 0;
    loop {
        let next = special(text.as_bytes(), at);
        out.push_str(text.get(at..next).unwrap_or_default());
        let Some(byte) = text.as_bytes().get(next) else {
            break;
        };
        push_escape(out, *byte);
        at = next + 1;
    }
    out.push('"');
}

fn push_escape(out: &mut String, byte: u8) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        0x08 => out.push_str("\\b"),
        0x0C => out.push_str("\\f"),
        control => {
            let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0');
            out.push_str("\\u00");
            out.push(digit(control >> 4));
            out.push(digit(control & 15));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_as_serde_json_quotes_them() {
        let controls: String = (0_u8..0x80).map(char::from).collect();
        let long = "a line of forty letters, and more behind \"it\"\u{7f}\u{80}é\u{2028}".repeat(3);
        for text in [
            "",
            "a",
            "\"",
            "\\\\n",
            "مرحبا \"بك\"",
            "é\n",
            &controls,
            &long,
        ] {
            let mut out = String::new();
            push_quoted(&mut out, text);
            assert_eq!(out, serde_json::to_string(text).unwrap());
        }
    }
}
