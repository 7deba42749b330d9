//! One cell of CSV.

use crate::text::formula::is_formula;

/// Adds a cell and the comma behind it; one that a spreadsheet would compute begins with an apostrophe.
pub(in crate::io) fn push(line: &mut String, text: &str) {
    add(line, text, is_formula(text));
}

/// The same for a table that no spreadsheet will open.
pub(in crate::io) fn push_as_it_is(line: &mut String, text: &str) {
    add(line, text, false);
}

fn add(line: &mut String, text: &str, is_formula: bool) {
    let needs_quotes = text.contains(['"', ',', '\n', '\r'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace);
    if !needs_quotes {
        if is_formula {
            line.push('\'');
        }
        line.push_str(text);
        line.push(',');
        return;
    }
    line.push('"');
    if is_formula {
        line.push('\'');
    }
    for (number, stretch) in text.split('"').enumerate() {
        if number > 0 {
            line.push_str("\"\"");
        }
        line.push_str(stretch);
    }
    line.push_str("\",");
}

#[cfg(test)]
mod tests {
    use super::push;

    fn cell(text: &str) -> String {
        let mut line = String::new();
        push(&mut line, text);
        line.pop();
        line
    }

    #[test]
    fn what_a_spreadsheet_would_compute_is_protected() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+223 70", "'+223 70"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "\"'\tx\""),
            ("'=1", "''=1"),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn numbers_and_other_texts_stay_as_they_are() {
        for text in ["-8.5", "+3", "1e-3", "a=b", "'quoted'", "", "2022-01-05"] {
            assert_eq!(cell(text), text);
        }
        assert_eq!(cell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
        assert_eq!(cell(" a"), "\" a\"");
    }
}
