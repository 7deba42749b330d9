//! What stands before and behind the records of a well-formed collection.

use super::{
    Member,
    members::{member, unescaped},
    skip_space, string_end, trim_end,
};

/// The members before `features`, and where the first record begins; `None` where the text does not
/// begin like a collection with records.
#[must_use]
pub fn head(text: &str) -> Option<(Vec<Member>, usize)> {
    let bytes = text.as_bytes();
    let mut members = Vec::new();
    let mut at = opening(bytes, skip_space(bytes, 0), b'{')?;
    loop {
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        let key = at..string_end(bytes, at)?;
        let colon = skip_space(bytes, key.end);
        let value = skip_space(bytes, opening(bytes, colon, b':')?);
        if unescaped(text.get(key)?) == "features" {
            let first = opening(bytes, value, b'[')?;
            return (bytes.get(first) == Some(&b'{')).then_some((members, first));
        }
        let member = member(text, at)?;
        at = opening(bytes, skip_space(bytes, member.value.end), b',')?;
        members.push(member);
    }
}

/// The members behind the bracket at `at` that closes `features`; `None` where anything but the end
/// of the collection and of the text follows them.
#[must_use]
pub fn tail(text: &str, at: usize) -> Option<Vec<Member>> {
    let bytes = text.as_bytes();
    let mut members: Vec<Member> = Vec::new();
    let mut at = skip_space(bytes, opening(bytes, at, b']')?);
    while bytes.get(at) == Some(&b',') {
        let member = member(text, skip_space(bytes, at + 1))?;
        at = skip_space(bytes, member.value.end);
        members.push(member);
    }
    let is_end = bytes.get(at) == Some(&b'}') && trim_end(bytes, bytes.len()) == at + 1;
    is_end.then_some(members)
}

/// What stands behind `bracket`, when that is at `at`.
fn opening(bytes: &[u8], at: usize, bracket: u8) -> Option<usize> {
    (bytes.get(at) == Some(&bracket)).then(|| skip_space(bytes, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_on_both_sides_of_the_records_are_found() {
        let text = r#"{ "type" : "FeatureCollection", "features":[ {"a":1}] , "x":[1] }"#;
        let (members, first) = head(text).unwrap();
        assert_eq!((members.len(), first), (1, text.find("{\"a\"").unwrap()));
        let close = text.find("] ,").unwrap();
        let behind = tail(text, close).unwrap();
        assert_eq!(&text[behind[0].value.clone()], "[1]");
    }

    #[test]
    fn anything_else_is_left_to_the_thorough_splitter() {
        assert!(head(r#"{"features":[]}"#).is_none());
        assert!(head(r#"{"features":{}}"#).is_none());
        assert!(head(r#"{"a":1 "features":[{}]}"#).is_none());
        assert!(head("[{}]").is_none());
        assert!(tail("]}x", 0).is_none());
        assert!(tail("]", 0).is_none());
    }
}
