//! What may stand in a line on a terminal.

use std::{borrow::Cow, fmt::Write};

/// The text with every character that would not be shown but obeyed in the form `\u001b`: control characters, line
/// breaks of every kind, and marks that force letters into another order. As JSON writes the same, a line of JSON stays
/// what it was.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_obeyed(letter) {
            // Writing to a text never fails.
            let _ = write!(shown, "\\u{:04x}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// The lines of a text, each [`printable`], tabs and the breaks between lines as they are.
#[must_use]
pub fn printable_lines(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let cells: Vec<Cow<'_, str>> = line.split('\t').map(printable).collect();
            cells.join("\t")
        })
        .collect();
    lines.join("\n")
}

/// Whether a terminal does something at this character instead of showing it.
fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{206a}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_printed_is_obeyed_by_a_terminal() {
        for code in (0..0x20).chain(0x7f..0xa0).chain([0x2028, 0x202e, 0x2066]) {
            let letter = char::from_u32(code).unwrap();
            let text = format!("a{letter}b");
            let shown = printable(&text);
            assert_eq!(shown, format!("a\\u{code:04x}b"));
            let json = format!("\"{shown}\"");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
        assert_eq!(printable("مالي – Kidal"), "مالي – Kidal");
        assert_eq!(printable_lines("a\tb\u{1b}[2J\nc\n"), "a\tb\\u001b[2J\nc\n");
    }
}
