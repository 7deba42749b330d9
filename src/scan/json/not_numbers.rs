//! JSON as some programs write it: with `NaN` and `Infinity`, which it does not have.

use std::borrow::Cow;

use super::string_end;

/// What stands for numbers that are none; the longer ones first.
const NOT_NUMBERS: [&str; 4] = ["-Infinity", "Infinity", "-NaN", "NaN"];

/// What is no number and stands where one should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotANumber {
    /// The member that it is the value of.
    pub member: String,
    /// What is written there.
    pub word: &'static str,
}

/// The text with `null` for what is no number, and what that was. Texts in quotes stay as
/// they are. Costs one look at the text where there is none.
#[must_use]
pub fn without_nan(text: &str) -> (Cow<'_, str>, Vec<NotANumber>) {
    let has = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if !has("NaN") && !has("Infinity") {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut out = String::with_capacity(text.len());
    let mut found = Vec::new();
    let mut key = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(['"', 'N', 'I', '-']).unwrap_or(rest.len());
        let (before, from) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        out.push_str(before);
        if from.starts_with('"') {
            let (string, behind) = from
                .split_at_checked(string_end(from.as_bytes(), 0).unwrap_or(from.len()))
                .unwrap_or((from, ""));
            if behind.trim_start().starts_with(':') {
                key = serde_json::from_str(string).unwrap_or_else(|_| string.to_owned());
            }
            out.push_str(string);
            rest = behind;
        } else if let Some(word) = NOT_NUMBERS.into_iter().find(|word| from.starts_with(word)) {
            found.push(NotANumber {
                member: key.clone(),
                word,
            });
            out.push_str("null");
            rest = from.get(word.len()..).unwrap_or_default();
        } else {
            let mut letters = from.chars();
            out.extend(letters.next());
            rest = letters.as_str();
        }
    }
    if found.is_empty() {
        return (Cow::Borrowed(text), found);
    }
    (Cow::Owned(out), found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_number_becomes_null() {
        let text =
            r#"{"a":NaN,"b\"":[-Infinity, 1],"NaN":"Infinity: NaN","c":-1,"I":"\\","d":Infinity}"#;
        let (read, found) = without_nan(text);
        assert_eq!(
            read,
            r#"{"a":null,"b\"":[null, 1],"NaN":"Infinity: NaN","c":-1,"I":"\\","d":null}"#
        );
        let members: Vec<&str> = found.iter().map(|it| it.member.as_str()).collect();
        assert_eq!(members, ["a", "b\"", "d"]);
        assert_eq!(found[1].word, "-Infinity");
    }

    #[test]
    fn json_is_left_alone() {
        for text in [r#"{"a":"NaN"}"#, r#"{"a":1}"#, "", r#""NaN"#, "é-é"] {
            let (read, found) = without_nan(text);
            assert_eq!((read.as_ref(), found.len()), (text, 0));
        }
    }
}
