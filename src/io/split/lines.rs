//! One record a line, or one after each record separator (RFC 8142).

use std::ops::Range;

use super::{Ledger, Shape, Split, SplitError, scan};

/// What each record of an RFC 8142 text sequence begins with.
pub(super) const RECORD_SEPARATOR: u8 = 0x1E;

/// Whether the first two lines that are not blank both begin an object and the first ends it, or,
/// where the first is broken, the second does; no layout of one collection begins like that.
pub(in crate::io) fn looks_like_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    let begin = first.starts_with('{') && second.starts_with('{');
    let begins_collection = ["\"features\"", "\"FeatureCollection\""]
        .iter()
        .any(|name| first.contains(name));
    let is_broken_record = !begins_collection && second.ends_with('}');
    begin && (first.ends_with('}') || is_broken_record)
}

/// Every line that is not blank is a record.
pub(super) fn split_lines(text: &str, ledger: Ledger) -> Result<Split, SplitError> {
    split_at(text, b'\n', ledger)
}

/// Everything between two separators is a record; it may have line breaks in it.
pub(super) fn split_sequence(text: &str, ledger: Ledger) -> Result<Split, SplitError> {
    split_at(text, RECORD_SEPARATOR, ledger)
}

fn split_at(text: &str, separator: u8, mut ledger: Ledger) -> Result<Split, SplitError> {
    let bytes = text.as_bytes();
    let mut start = 0;
    for end in memchr::memchr_iter(separator, bytes).chain([bytes.len()]) {
        if let Some(record) = trimmed(bytes, start..end) {
            ledger.push(record)?;
        }
        start = end + 1;
    }
    let has_features = ledger.records.iter().any(|record| {
        text.get(record.clone())
            .is_some_and(|text| text.contains("\"Feature\""))
    });
    if !has_features {
        return Err(SplitError::NotGeoJson("lines".into()));
    }
    Ok(Split {
        records: ledger.records,
        ..Split::new(Shape::Lines)
    })
}

fn trimmed(bytes: &[u8], line: Range<usize>) -> Option<Range<usize>> {
    let inside = bytes.get(line.clone())?;
    let start = scan::skip_space(inside, 0);
    let end = scan::trim_end(inside, inside.len());
    (start < end).then_some(line.start + start..line.start + end)
}
