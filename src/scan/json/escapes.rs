//! JSON as some programs write it: with `\x0B`, an escape of JavaScript, which it does not have.

use std::borrow::Cow;

use super::string_end;

/// The text with the escapes of JSON for those of JavaScript, and the members in whose texts they stand. Costs one look at
/// the text where there is none.
#[must_use]
pub fn with_json_escapes(text: &str) -> (Cow<'_, str>, Vec<String>) {
    if memchr::memmem::find(text.as_bytes(), br"\x").is_none() {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut members = Vec::new();
    let mut key = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.find('"').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let end = string_end(from.as_bytes(), 0).unwrap_or(from.len());
        let (string, behind) = from.split_at_checked(end).unwrap_or((from, ""));
        let json = json_string(string);
        if behind.trim_start().starts_with(':') {
            key = serde_json::from_str(&json).unwrap_or_else(|_| string.to_owned());
        }
        if json != string {
            members.push(key.clone());
        }
        out.push_str(&json);
        rest = behind;
    }
    out.push_str(rest);
    if members.is_empty() {
        return (Cow::Borrowed(text), members);
    }
    (Cow::Owned(out), members)
}

/// A string, quotes and all, in which every `\xNN` is `\u00NN`.
fn json_string(string: &str) -> Cow<'_, str> {
    if !string.contains(r"\x") {
        return Cow::Borrowed(string);
    }
    let mut json = String::with_capacity(string.len() + 16);
    let mut rest = string;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        json.push_str(before);
        let code = escape.strip_prefix(r"\x").and_then(|it| it.get(..2));
        let code = code.filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(code) = code {
            json.push_str(r"\u00");
            json.push_str(code);
            rest = escape.get(4..).unwrap_or_default();
        } else {
            // The sign and what it stands before.
            let mut letters = escape.chars();
            json.extend(letters.by_ref().take(2));
            rest = letters.as_str();
        }
    }
    json.push_str(rest);
    Cow::Owned(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_javascript_become_those_of_json() {
        let text = r#"{"a":"\x0Bb","c\x41":"\\x0B \xZZ \\\x1f","d":"e"}"#;
        let (read, members) = with_json_escapes(text);
        assert_eq!(
            read,
            r#"{"a":"\u000Bb","c\u0041":"\\x0B \xZZ \\\u001f","d":"e"}"#
        );
        assert_eq!(members, ["a", "cA", "cA"]);
    }

    #[test]
    fn json_is_left_alone() {
        for text in [r#"{"a":"\\x0B"}"#, r"{}\x00", r#""\x"#, "", "é"] {
            let (read, members) = with_json_escapes(text);
            assert_eq!((read.as_ref(), members.len()), (text, 0));
        }
    }
}
