//! One record a line, or one after each separator.

use std::ops::Range;

use super::{
    json::{skip_space, trim_end},
    looked_at,
};

/// Whether the first two lines that are not blank both begin an object and the first ends it, or,
/// where the first is broken, the second does; no layout of one collection begins like that.
#[must_use]
pub fn looks_like_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    let begin = first.starts_with('{') && second.starts_with('{');
    let begins_collection = ["\"features\"", "\"FeatureCollection\""]
        .iter()
        .any(|name| first.contains(name));
    // Collections one a line are several files.
    if first.contains("\"FeatureCollection\"") && first.ends_with('}') {
        return false;
    }
    let is_broken_record = !begins_collection && second.ends_with('}');
    begin && (first.ends_with('}') || is_broken_record)
}

/// What stands between separators, without the space around it; what is blank is nothing.
pub fn pieces(text: &str, separator: u8) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let ends = memchr::memchr_iter(separator, bytes).chain([bytes.len()]);
    let mut start = 0;
    let pieces = ends.map(move |end| {
        let piece = start..end;
        start = end + 1;
        piece
    });
    pieces.filter_map(move |piece| {
        looked_at::note(piece.len());
        // Only inside the piece, so that blank ones cost no more than their length.
        let inside = bytes.get(piece.clone())?;
        let start = skip_space(inside, 0);
        let end = trim_end(inside, inside.len());
        (start < end).then_some(piece.start + start..piece.start + end)
    })
}

/// The lines of the beginning of a text that are whole.
#[must_use]
pub fn whole_lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut spans = Vec::new();
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        spans.push(start..end);
        start = end + 1;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_no_space_around_them_and_none_is_blank() {
        let text = "\u{1E} {a\n}\n\u{1E}\n\u{1E}  b";
        let found: Vec<&str> = pieces(text, 0x1E).map(|piece| &text[piece]).collect();
        assert_eq!(found, ["{a\n}", "b"]);
        let lines: Vec<_> = pieces(" a \r\n\n\tb", b'\n').collect();
        assert_eq!(lines, [1..2, 7..8]);
    }
}
