//! The members of an object and the items of an array that are known to be well formed.

use std::ops::Range;

use super::{skip_space, string_end, value_end};

/// A member of an object, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, unescaped.
    pub name: String,
    /// Its name as it is written, with its quotes.
    pub key: Range<usize>,
    /// Its value as it is written.
    pub value: Range<usize>,
}

/// The members of the object that `text` is; none for anything else.
#[must_use]
pub fn members_of(text: &str) -> Vec<Member> {
    let bytes = text.as_bytes();
    let mut members = Vec::new();
    let mut at = opened(bytes, b'{', 0);
    while let Some(member) = at.and_then(|at| member(text, at)) {
        at = behind_comma(bytes, member.value.end);
        members.push(member);
    }
    members
}

/// The members of a feature, and those of its properties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeatureMembers {
    /// Of the feature itself.
    pub own: Vec<Member>,
    /// Of each object that is called its properties; a feature that is well formed has one.
    pub inside: Vec<Vec<Member>>,
}

/// The members of the feature that `text` is, with those of its properties; each byte is looked at once.
#[must_use]
pub fn feature_members(text: &str) -> FeatureMembers {
    let bytes = text.as_bytes();
    let mut members = FeatureMembers::default();
    let mut at = opened(bytes, b'{', 0);
    while let Some(start) = at {
        let Some(head) = member_head(text, start) else {
            break;
        };
        let inside = (head.name == "properties" && bytes.get(head.value) == Some(&b'{'))
            .then(|| members_from(text, head.value))
            .flatten();
        let end = match inside {
            Some((inside, end)) => {
                members.inside.push(inside);
                Some(end)
            }
            None => value_end(bytes, head.value).ok(),
        };
        let Some(end) = end else { break };
        members.own.push(head.until(end));
        at = behind_comma(bytes, end);
    }
    members
}

/// The members of the object that begins at `start`, and where it ends; `None` where it does not.
fn members_from(text: &str, start: usize) -> Option<(Vec<Member>, usize)> {
    let bytes = text.as_bytes();
    let mut members = Vec::new();
    let mut end = opened(bytes, b'{', start)?;
    if bytes.get(end) == Some(&b'}') {
        return Some((members, end + 1));
    }
    loop {
        let member = member(text, end)?;
        let behind = member.value.end;
        members.push(member);
        match behind_comma(bytes, behind) {
            Some(next) => end = next,
            None => break end = skip_space(bytes, behind),
        }
    }
    (bytes.get(end) == Some(&b'}')).then_some((members, end + 1))
}

/// Where the items of the array that `text` is stand; none for anything else.
#[must_use]
pub fn items_of(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let first = opened(bytes, b'[', 0).filter(|at| bytes.get(*at) != Some(&b']'));
    first.map_or_else(Vec::new, |first| whole_values(text, first))
}

/// The values from `start` on, parted by commas, that are whole.
#[must_use]
pub fn whole_values(text: &str, start: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut at = Some(start);
    while let Some((start, end)) = at.and_then(|at| Some((at, value_end(bytes, at).ok()?))) {
        spans.push(start..end);
        at = behind_comma(bytes, end);
    }
    spans
}

/// The text of a JSON string; one that is malformed stands for itself.
#[must_use]
pub fn unescaped(quoted: &str) -> String {
    let bare = || quoted.trim_matches('"').to_owned();
    if quoted.contains('\\') {
        serde_json::from_str(quoted).unwrap_or_else(|_| bare())
    } else {
        bare()
    }
}

/// What stands behind the opening bracket.
fn opened(bytes: &[u8], bracket: u8, at: usize) -> Option<usize> {
    let start = skip_space(bytes, at);
    (bytes.get(start) == Some(&bracket)).then(|| skip_space(bytes, start + 1))
}

/// What stands behind the comma that follows a value; `None` behind the last.
fn behind_comma(bytes: &[u8], end: usize) -> Option<usize> {
    let comma = skip_space(bytes, end);
    (bytes.get(comma) == Some(&b',')).then(|| skip_space(bytes, comma + 1))
}

pub(super) fn member(text: &str, start: usize) -> Option<Member> {
    let head = member_head(text, start)?;
    let end = value_end(text.as_bytes(), head.value).ok()?;
    Some(head.until(end))
}

/// A member up to its value.
struct MemberHead {
    name: String,
    key: Range<usize>,
    /// Where the value begins.
    value: usize,
}

impl MemberHead {
    fn until(self, end: usize) -> Member {
        Member {
            name: self.name,
            key: self.key,
            value: self.value..end,
        }
    }
}

fn member_head(text: &str, start: usize) -> Option<MemberHead> {
    let bytes = text.as_bytes();
    if bytes.get(start) != Some(&b'"') {
        return None;
    }
    let key = start..string_end(bytes, start)?;
    let colon = skip_space(bytes, key.end);
    Some(MemberHead {
        name: unescaped(text.get(key.clone())?),
        value: skip_space(bytes, colon + 1),
        key,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_of_properties_are_found_on_the_way() {
        let feature = r#"{"id":1, "properties" : {"a":[1,{"b":2}], "c" : "}" } ,"geometry":null,"properties":{}}"#;
        let FeatureMembers { own, inside } = feature_members(feature);
        assert_eq!(own, members_of(feature));
        let properties = own.iter().filter(|member| member.name == "properties");
        let apart: Vec<Vec<String>> = properties
            .map(|member| members_of(&feature[member.value.clone()]))
            .map(|members| members.into_iter().map(|member| member.name).collect())
            .collect();
        let names = |members: Vec<Member>| members.into_iter().map(|member| member.name).collect();
        let inside: Vec<Vec<String>> = inside.into_iter().map(names).collect();
        assert_eq!(inside, apart);
        assert_eq!(feature_members(r#"{"properties":{"a":1"#).inside.len(), 0);
    }

    #[test]
    fn members_and_items_come_in_order() {
        let object = r#" { "a" : 1 , "b\u0063":[2,{}], "a":"}" } "#;
        let members: Vec<_> = members_of(object)
            .into_iter()
            .map(|member| (member.name, &object[member.value]))
            .collect();
        let expected = [("a", "1"), ("bc", "[2,{}]"), ("a", "\"}\"")];
        assert_eq!(
            members,
            expected.map(|(name, value)| (name.to_owned(), value))
        );
        let array = "[1, [2] ,\n\"]\"]";
        let items: Vec<_> = items_of(array)
            .into_iter()
            .map(|item| &array[item])
            .collect();
        assert_eq!(items, ["1", "[2]", "\"]\""]);
    }

    #[test]
    fn nothing_is_in_an_empty_or_another_value() {
        assert_eq!(members_of("{ }"), []);
        assert_eq!(members_of("[1]"), []);
        assert!(items_of("[ ]").is_empty());
        assert!(items_of("null").is_empty());
    }
}
