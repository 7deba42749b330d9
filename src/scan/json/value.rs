//! Where a JSON value ends, by its brackets and strings alone.
//!
//! No recursion, one bit a level, one pass. It checks just enough grammar to notice soon where a
//! text stops being JSON: brackets match, a closing quote is followed by `,` `:` `}` or `]`, and an
//! object does not begin where a key belongs.

use crate::scan::{looked_at, word};

/// Why a value has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The text ends first.
    End,
    /// The structure breaks at this byte.
    At(usize),
}

/// The offset behind the value that begins at `start` (no space before it).
pub fn value_end(bytes: &[u8], start: usize) -> Result<usize, Broken> {
    let end = match bytes.get(start) {
        None => Err(Broken::End),
        Some(b'{' | b'[') => container_end(bytes, start),
        Some(b'"') => string_end(bytes, start).ok_or(Broken::End),
        Some(_) => scalar_end(bytes, start),
    };
    let behind = match end {
        Ok(at) | Err(Broken::At(at)) => at,
        Err(Broken::End) => bytes.len(),
    };
    looked_at::note(behind.saturating_sub(start));
    end
}

/// The first offset from `at` on that is not JSON white space.
#[must_use]
pub fn skip_space(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while bytes.get(at).is_some_and(|byte| is_space(*byte)) {
        at += 1;
    }
    looked_at::note(at - start + 1);
    at
}

/// The offset behind the last byte before `end` that is not JSON white space.
#[must_use]
pub fn trim_end(bytes: &[u8], behind: usize) -> usize {
    let mut end = behind;
    while end > 0 && bytes.get(end - 1).is_some_and(|byte| is_space(*byte)) {
        end -= 1;
    }
    looked_at::note(behind - end + 1);
    end
}

/// The offset behind the closing quote of the string that opens at `start`.
#[must_use]
pub fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let end = string_end_by(bytes, start, |bytes, at| {
        let rest = bytes.get(at..).unwrap_or_default();
        at + memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len())
    });
    looked_at::note(end.unwrap_or(bytes.len()).saturating_sub(start));
    end
}

/// The same, for names and values, which are short.
pub(super) fn short_string_end(bytes: &[u8], start: usize) -> Option<usize> {
    string_end_by(bytes, start, word::quote_or_backslash)
}

/// The same; `next` is the next quote or backslash from an offset on, else the end.
fn string_end_by(
    bytes: &[u8],
    start: usize,
    next: impl Fn(&[u8], usize) -> usize,
) -> Option<usize> {
    let mut at = start + 1;
    loop {
        at = next(bytes, at);
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            _ => at += 2,
        }
    }
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

fn scalar_end(bytes: &[u8], start: usize) -> Result<usize, Broken> {
    let is_end = |byte: &u8| is_space(*byte) || b",:{}[]\"".contains(byte);
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.iter().position(is_end) {
        Some(0) => Err(Broken::At(start)),
        Some(length) => Ok(start + length),
        None => Ok(bytes.len()),
    }
}

fn container_end(bytes: &[u8], start: usize) -> Result<usize, Broken> {
    let mut open = Brackets::default();
    let mut at = start;
    let mut previous = b':';
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at = closed_string_end(bytes, at)?;
                previous = byte;
                continue;
            }
            b'{' | b'[' if !open.takes_value_after(previous) => return Err(Broken::At(at)),
            b'{' | b'[' => open.push(byte == b'['),
            b'}' | b']' if open.pop() != Some(byte == b']') => return Err(Broken::At(at)),
            b'}' | b']' if open.depth == 0 => return Ok(at + 1),
            _ => {}
        }
        if !is_space(byte) {
            previous = byte;
        }
        at += 1;
    }
    Err(Broken::End)
}

/// The offset of what follows a string, which has to be something that may; where it is not, it is
/// this string that never closed.
fn closed_string_end(bytes: &[u8], start: usize) -> Result<usize, Broken> {
    let end = string_end(bytes, start).ok_or(Broken::End)?;
    let next = skip_space(bytes, end);
    match bytes.get(next) {
        None => Err(Broken::End),
        Some(b',' | b':' | b'}' | b']') => Ok(next),
        Some(_) => Err(Broken::At(start)),
    }
}

/// The open brackets, one bit each: 1 is an array.
#[derive(Default)]
struct Brackets {
    bits: Vec<u64>,
    depth: usize,
}

impl Brackets {
    fn push(&mut self, is_array: bool) {
        let (word, bit) = (self.depth / 64, self.depth % 64);
        if word == self.bits.len() {
            self.bits.push(0);
        }
        if let Some(bits) = self.bits.get_mut(word) {
            *bits = *bits & !(1 << bit) | u64::from(is_array) << bit;
        }
        self.depth += 1;
    }

    /// Whether the innermost open bracket is an array.
    fn top(&self) -> Option<bool> {
        let index = self.depth.checked_sub(1)?;
        self.bits
            .get(index / 64)
            .map(|bits| bits >> (index % 64) & 1 == 1)
    }

    fn pop(&mut self) -> Option<bool> {
        let top = self.top()?;
        self.depth -= 1;
        Some(top)
    }

    /// Whether a bracket may open after `previous`, the last byte that is not space.
    fn takes_value_after(&self, previous: u8) -> bool {
        match self.top() {
            None => true,
            Some(true) => matches!(previous, b'[' | b','),
            Some(false) => previous == b':',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> Result<usize, Broken> {
        value_end(text.as_bytes(), 0)
    }

    #[test]
    fn a_value_ends_where_its_brackets_close() {
        for text in [
            r#"{"a":[1,{"b":"}]"}],"c":null}"#,
            "[]",
            r#"["\"",  {"a" : [ [ ] ] } ]"#,
            r#""x\\""#,
            "-12.5e3",
        ] {
            assert_eq!(end(text), Ok(text.len()), "{text}");
            assert_eq!(end(&format!("{text},9")), Ok(text.len()), "{text}");
        }
    }

    #[test]
    fn a_break_is_found_where_it_is() {
        assert_eq!(end(r#"{"a":[1}"#), Err(Broken::At(7)));
        assert_eq!(end(r#"{"a":1,{"b":2}}"#), Err(Broken::At(7)));
        assert_eq!(end(r#"{"a":"say "hi""}"#), Err(Broken::At(5)));
        assert_eq!(end("}"), Err(Broken::At(0)));
    }

    #[test]
    fn a_text_that_ends_early_has_no_end() {
        let text = r#"{"a":["\"",{}],"b":"c"}"#;
        for length in 0..text.len() {
            assert_eq!(end(&text[..length]), Err(Broken::End), "{length}");
        }
    }

    #[test]
    fn a_hundred_thousand_brackets_do_no_harm() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(end(&deep), Ok(deep.len()));
    }
}
