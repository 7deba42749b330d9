//! Where in a text something stands.

/// A place in a file, for people: both count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPosition {
    /// Line.
    pub line: usize,
    /// Character in the line.
    pub column: usize,
}

impl TextPosition {
    /// The place of byte `offset` of `text`.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        Self {
            line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: in_line.chars().count() + 1,
        }
    }
}
