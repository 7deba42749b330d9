//! The members of a collection as values.

use serde_json::{Map, Value};

use crate::{
    data::SourceText,
    model::{Issue, IssueKind, rfc7946},
    scan::json::Member,
};

/// The longest member of a collection that is parsed, in bytes; a value takes many times its text.
const LONGEST_MEMBER: usize = 8 << 20;

/// The members as values, for looking into; an export copies them as they stand in the text.
pub(super) fn parse_members(
    text: &SourceText,
    members: &[Member],
    issues: &mut Vec<Issue>,
) -> Map<String, Value> {
    let mut map = Map::new();
    let is_collection = members.iter().any(|member| {
        member.name == "type" && text.slice(&member.value) == "\"FeatureCollection\""
    });
    for member in members {
        let raw = text.slice(&member.value);
        if raw.len() > LONGEST_MEMBER {
            issues.push(Issue::new(&member.name, IssueKind::TooLarge, raw));
            continue;
        }
        match serde_json::from_str(raw) {
            Ok(value) => {
                if is_collection {
                    issues.extend(rfc7946::breach_of_collection(&member.name, &value));
                }
                map.insert(member.name.clone(), value);
            }
            Err(_) => issues.push(Issue::new(&member.name, IssueKind::Syntax, raw)),
        }
    }
    map
}
