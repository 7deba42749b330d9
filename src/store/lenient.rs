//! JSON as some programs write it: with `NaN` and `Infinity`, which it does not have.

use std::borrow::Cow;

use crate::model::{Issue, IssueKind};

/// What stands for numbers that are none; the longer ones first.
const NOT_NUMBERS: [&str; 4] = ["-Infinity", "Infinity", "-NaN", "NaN"];

/// The text with `null` for what is no number, and an issue for each that names its member. Texts in quotes stay as
/// they are. Costs one look at the text where there is none.
pub(super) fn without_nan(text: &str) -> (Cow<'_, str>, Vec<Issue>) {
    let has = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if !has("NaN") && !has("Infinity") {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut issues = Vec::new();
    let mut key = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(['"', 'N', 'I', '-']).unwrap_or(rest.len());
        let (before, from) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        out.push_str(before);
        if from.starts_with('"') {
            let (string, behind) = from
                .split_at_checked(string_end(from))
                .unwrap_or((from, ""));
            if behind.trim_start().starts_with(':') {
                key = serde_json::from_str(string).unwrap_or_else(|_| string.to_owned());
            }
            out.push_str(string);
            rest = behind;
        } else if let Some(word) = NOT_NUMBERS.into_iter().find(|word| from.starts_with(word)) {
            issues.push(Issue::new(&key, IssueKind::NotANumber, word));
            out.push_str("null");
            rest = from.get(word.len()..).unwrap_or_default();
        } else {
            let mut letters = from.chars();
            out.extend(letters.next());
            rest = letters.as_str();
        }
    }
    if issues.is_empty() {
        return (Cow::Borrowed(text), issues);
    }
    (Cow::Owned(out), issues)
}

/// The bytes of the string that `text` begins with, its quotes included.
fn string_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        match memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
            None => return text.len(),
            Some(found) if bytes.get(at + found) == Some(&b'"') => return at + found + 1,
            Some(found) => at += found + 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_number_becomes_null() {
        let text =
            r#"{"a":NaN,"b\"":[-Infinity, 1],"NaN":"Infinity: NaN","c":-1,"I":"\\","d":Infinity}"#;
        let (read, issues) = without_nan(text);
        assert_eq!(
            read,
            r#"{"a":null,"b\"":[null, 1],"NaN":"Infinity: NaN","c":-1,"I":"\\","d":null}"#
        );
        let fields: Vec<&str> = issues.iter().map(|issue| &*issue.field).collect();
        assert_eq!(fields, ["a", "b\"", "d"]);
        assert_eq!(&*issues[1].value, "-Infinity");
    }

    #[test]
    fn json_is_left_alone() {
        for text in [r#"{"a":"NaN"}"#, r#"{"a":1}"#, "", r#""NaN"#, "é-é"] {
            let (read, issues) = without_nan(text);
            assert_eq!((read.as_ref(), issues.len()), (text, 0));
        }
    }
}
