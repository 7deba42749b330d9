//! Cells that a spreadsheet would compute, and how they are kept from it.
//!
//! A spreadsheet computes a cell that begins with certain characters, whoever wrote it (CSV injection). An apostrophe
//! before such a cell keeps it a text. Every cell that leaves the program goes through [`guarded`], and a cell that
//! comes back goes through [`unguarded`].

use std::borrow::Cow;

/// Characters that make a spreadsheet compute a cell that begins with them.
const MARKS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Tells whether a spreadsheet would compute `cell`, or take an apostrophe before such a text for its own. A number is
/// no formula.
#[must_use]
pub fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(MARKS) && !is_number(cell)
}

/// Puts an apostrophe before `cell` where a spreadsheet would compute it.
#[must_use]
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Takes away the apostrophe that [`guarded`] put before `cell`.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(MARKS) => rest,
        _ => cell,
    }
}

/// Tells whether a text is a number and nothing else.
fn is_number(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'))
        && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_guarded_and_comes_back() {
        for formula in ["=1+1", "+223 70", "@SUM(A1)", "-x", "\tx", "'=1", "''+2 x"] {
            let cell = guarded(formula);
            assert_eq!(cell, format!("'{formula}"));
            assert_eq!(unguarded(&cell), formula);
        }
    }

    #[test]
    fn a_number_and_a_plain_text_stay_as_they_are() {
        for text in ["-5", "+2.5", "1e-3", "Moura", "'quoted'", ""] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }
}
