//! One record a line, or one after each record separator (RFC 8142).

use super::{Ledger, RecordsShape, Split, SplitError};
use crate::scan::pieces;

/// What each record of an RFC 8142 text sequence begins with.
pub(super) const RECORD_SEPARATOR: u8 = 0x1E;

/// Every line that is not blank is a record.
pub(super) fn split_lines(text: &str, ledger: Ledger) -> Result<Split, SplitError> {
    split_at(text, b'\n', ledger)
}

/// Everything between two separators is a record; it may have line breaks in it.
pub(super) fn split_sequence(text: &str, ledger: Ledger) -> Result<Split, SplitError> {
    split_at(text, RECORD_SEPARATOR, ledger)
}

fn split_at(text: &str, separator: u8, mut ledger: Ledger) -> Result<Split, SplitError> {
    for record in pieces(text, separator) {
        ledger.push(record)?;
    }
    let has_features = ledger.records.iter().any(|record| {
        text.get(record.clone())
            .is_some_and(|text| text.contains("\"Feature\""))
    });
    let shape = if has_features {
        RecordsShape::Lines
    } else {
        RecordsShape::Objects
    };
    Ok(Split {
        records: ledger.records,
        ..Split::new(shape)
    })
}
