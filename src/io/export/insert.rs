//! Derived members at the end of `properties`, every other byte of a feature unchanged.

use std::{borrow::Cow, ops::Range};

use serde_json::Value;

use crate::scan::json::{members_of, sketch};

/// A member to insert: its name and its text.
pub(in crate::io) type DerivedMember<'a> = (&'static str, Cow<'a, str>);

/// Names of members that an export derives.
pub(in crate::io) const START: &str = "start";
pub(in crate::io) const END: &str = "end";
pub(in crate::io) const REPORTED: &str = "reported";

/// The feature with `derived` at the end of its `properties`, laid out as the members before it.
///
/// A feature without `properties` has nothing to derive from and stays as it is.
pub(in crate::io) fn insert<'a>(feature: &'a str, derived: &[DerivedMember<'_>]) -> Cow<'a, str> {
    Outline::of(feature).insert(derived)
}

/// A feature with what has to be known to insert members into it.
pub(in crate::io) struct Outline<'a> {
    feature: &'a str,
    /// Its value and layout; `None`: it has none.
    properties: Option<(Range<usize>, Option<Layout<'a>>)>,
    /// Whether it says itself what an export would derive.
    pub(in crate::io) has_bounds: bool,
    pub(in crate::io) has_reported: bool,
}

impl<'a> Outline<'a> {
    pub(in crate::io) fn of(feature: &'a str) -> Self {
        Self::quickly(feature).unwrap_or_else(|| Self::thoroughly(feature))
    }

    fn quickly(feature: &'a str) -> Option<Self> {
        let found = sketch(feature, [START, END, REPORTED])?;
        let start = found.properties.start;
        let layout = match found.first {
            None => Layout::EMPTY,
            Some((key, value)) => Layout {
                at: found.last_end - start,
                comma: ",",
                before_key: feature.get(start + 1..key.start)?,
                colon: feature.get(key.end..value)?,
            },
        };
        let [has_start, has_end, has_reported] = found.has;
        Some(Self {
            feature,
            properties: Some((found.properties, Some(layout))),
            has_bounds: has_start || has_end,
            has_reported,
        })
    }

    fn thoroughly(feature: &'a str) -> Self {
        let properties = properties(feature);
        let text = properties.clone().and_then(|span| feature.get(span));
        let text = text.unwrap_or_default();
        let members = members_of(text);
        let has = |name: &str| members.iter().any(|member| member.name == name);
        Self {
            feature,
            properties: properties.map(|span| (span, layout(text))),
            has_bounds: has(START) || has(END),
            has_reported: has(REPORTED),
        }
    }

    /// The feature with `derived` inserted.
    pub(in crate::io) fn insert(&self, derived: &[DerivedMember<'_>]) -> Cow<'a, str> {
        if self.properties.is_none() || derived.is_empty() {
            return Cow::Borrowed(self.feature);
        }
        let mut text = String::with_capacity(self.feature.len() + 96);
        self.push(derived, &mut text);
        Cow::Owned(text)
    }

    /// Writes the feature with `derived` inserted at the end of `out`.
    pub(in crate::io) fn push(&self, derived: &[DerivedMember<'_>], out: &mut String) {
        let Some((span, layout)) = self.properties.as_ref().filter(|_| !derived.is_empty()) else {
            out.push_str(self.feature);
            return;
        };
        // `null` is what an object without members comes to.
        let (before, after) = match layout {
            Some(layout) => (span.start + layout.at, span.start + layout.at),
            None => (span.start, span.end),
        };
        out.push_str(self.feature.get(..before).unwrap_or_default());
        if let Some(layout) = layout {
            layout.push(derived, out);
        } else {
            out.push('{');
            Layout::EMPTY.push(derived, out);
            out.push('}');
        }
        out.push_str(self.feature.get(after..).unwrap_or_default());
    }
}

/// Where the value of `properties` stands; of several the last, which is the one that readers take.
fn properties(feature: &str) -> Option<Range<usize>> {
    members_of(feature)
        .into_iter()
        .rfind(|member| member.name == "properties")
        .map(|member| member.value)
}

/// How the members of an object are laid out, and where one more goes.
struct Layout<'a> {
    at: usize,
    comma: &'static str,
    before_key: &'a str,
    colon: &'a str,
}

impl Layout<'_> {
    const EMPTY: Layout<'static> = Layout {
        at: 1,
        comma: "",
        before_key: "",
        colon: ":",
    };

    fn push(&self, derived: &[DerivedMember], out: &mut String) {
        let mut comma = self.comma;
        for (name, value) in derived {
            for part in [comma, self.before_key, "\"", name, "\"", self.colon] {
                out.push_str(part);
            }
            push_text(value, out);
            comma = ",";
        }
    }
}

/// A member as it stands in JSON text that is laid out over several lines.
pub(in crate::io) fn member(name: &str, value: &str) -> String {
    let mut text = format!("\"{name}\": ");
    push_text(value, &mut text);
    text
}

/// Writes a JSON string.
fn push_text(value: &str, out: &mut String) {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if value.bytes().all(is_plain) {
        out.push('"');
        out.push_str(value);
        out.push('"');
    } else {
        out.push_str(&Value::from(value).to_string());
    }
}

/// The layout of the object `text`; `None` when it is no object.
fn layout(text: &str) -> Option<Layout<'_>> {
    if !text.starts_with('{') {
        return None;
    }
    let members = members_of(text);
    let (Some(first), Some(last)) = (members.first(), members.last()) else {
        return Some(Layout::EMPTY);
    };
    Some(Layout {
        at: last.value.end,
        comma: ",",
        before_key: text.get(1..first.key.start)?,
        colon: text.get(first.key.end..first.value.start)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inserted(properties: &str) -> String {
        let feature = format!(r#"{{"type":"Feature","properties":{properties},"x":1e3}}"#);
        let derived = [("start", "2022-01-05".into()), ("end", "2022-01-06".into())];
        let result = insert(&feature, &derived).into_owned();
        let head = r#"{"type":"Feature","properties":"#;
        let body = result.strip_prefix(head).unwrap();
        body.strip_suffix(r#","x":1e3}"#).unwrap().to_owned()
    }

    #[test]
    fn members_go_to_the_end_in_the_layout_of_the_others() {
        assert_eq!(
            inserted(r#"{"a":1.0}"#),
            r#"{"a":1.0,"start":"2022-01-05","end":"2022-01-06"}"#
        );
        assert_eq!(
            inserted("{\r\n  \"a\" : {\"b\": []}\r\n}"),
            "{\r\n  \"a\" : {\"b\": []},\r\n  \"start\" : \"2022-01-05\",\r\n  \"end\" : \"2022-01-06\"\r\n}"
        );
    }

    #[test]
    fn an_object_without_members_and_null_get_them_too() {
        let expected = r#"{"start":"2022-01-05","end":"2022-01-06"}"#;
        assert_eq!(inserted("{}"), expected);
        assert_eq!(inserted("null"), expected);
        assert_eq!(
            inserted("{ \n}"),
            "{\"start\":\"2022-01-05\",\"end\":\"2022-01-06\" \n}"
        );
    }

    #[test]
    fn nothing_is_inserted_where_there_are_no_properties() {
        let feature = r#"{"type":"Feature"}"#;
        assert_eq!(insert(feature, &[("start", "2022".into())]), feature);
    }

    #[test]
    fn of_two_properties_the_last_counts() {
        let feature = r#"{"properties":{"a":1},"properties":{}}"#;
        assert_eq!(
            insert(feature, &[("start", "2022".into())]),
            r#"{"properties":{"a":1},"properties":{"start":"2022"}}"#
        );
    }
}
