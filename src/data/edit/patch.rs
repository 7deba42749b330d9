//! Operations on the bytes of a feature: what they do not name stays as it is, byte for byte.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::Value;

use super::{
    op::{Op, OpKind, is_same_value},
    pointer::{Holder, Pointer, find, index},
};
use crate::scan::json::{Member, skip_space, trim_end};

/// Why operations do not fit a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The text is no JSON.
    NotJson,
    /// Nothing stands at this place, or nothing can.
    NoPlace(Pointer),
    /// Another value stands at this place than the one that was tested for.
    Other(Pointer),
}

impl Misfit {
    /// The place.
    #[must_use]
    pub fn path(&self) -> Pointer {
        match self {
            Self::NotJson => Pointer::default(),
            Self::NoPlace(path) | Self::Other(path) => path.clone(),
        }
    }
}

/// Carries out `ops` on `text`, the JSON of one feature, all or none. `None`: the record itself is taken away.
///
/// # Errors
/// Where an operation has no place in the text, or a test fails.
pub fn patched(text: Option<&str>, ops: &[Op]) -> Result<Option<String>, Misfit> {
    if let Some(text) = text {
        serde_json::from_str::<IgnoredAny>(text).map_err(|_| Misfit::NotJson)?;
    }
    let mut now = text.map(str::to_owned);
    for op in ops {
        now = step(now, op)?;
    }
    Ok(now)
}

fn step(text: Option<String>, op: &Op) -> Result<Option<String>, Misfit> {
    let no_place = || Misfit::NoPlace(op.path.clone());
    let Some(text) = text else {
        return match &op.kind {
            OpKind::Add(value) if op.path.is_whole() => Ok(Some(value.to_string())),
            _ => Err(no_place()),
        };
    };
    let whole = whole(&text);
    match &op.kind {
        OpKind::Test(value) => {
            let found = find(&text, whole, op.path.steps()).ok_or_else(no_place)?;
            let there: Option<Value> =
                serde_json::from_str(text.get(found).unwrap_or_default()).ok();
            if there.is_some_and(|there| is_same_value(&there, value)) {
                Ok(Some(text))
            } else {
                Err(Misfit::Other(op.path.clone()))
            }
        }
        // A record that is there already is not made a second time.
        OpKind::Add(_) if op.path.is_whole() => Err(Misfit::Other(op.path.clone())),
        OpKind::Remove if op.path.is_whole() => Ok(None),
        OpKind::Replace(value) => {
            let found = find(&text, whole, op.path.steps()).ok_or_else(no_place)?;
            Ok(Some(spliced(&text, found, &written(value, &text))))
        }
        OpKind::Add(value) => added(&text, &op.path, value).map(Some).ok_or_else(no_place),
        OpKind::Remove => removed(&text, &op.path).map(Some).ok_or_else(no_place),
    }
}

/// Where the value of a text stands, without the space around it.
fn whole(text: &str) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = skip_space(bytes, 0);
    start..trim_end(bytes, bytes.len()).max(start)
}

fn spliced(text: &str, span: Range<usize>, by: &str) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    [before, by, behind].concat()
}

fn holder(text: &str, path: &Pointer) -> Option<(Holder, String)> {
    let (steps, last) = path.split()?;
    let span = find(text, whole(text), steps)?;
    Some((Holder::at(text, span)?, last.to_owned()))
}

fn added(text: &str, path: &Pointer, value: &Value) -> Option<String> {
    let (holder, last) = holder(text, path)?;
    let value = written(value, text);
    match &holder {
        Holder::Object(span, members) => {
            if let Some(found) = holder.value(&last) {
                return Some(spliced(text, found, &value));
            }
            let key = Value::from(last).to_string();
            let Some(member) = members.last() else {
                let inside = format!("{key}{}{value}", colon(text));
                return Some(spliced(text, span.start + 1..span.end - 1, &inside));
            };
            let lead = lead(text, member.key.start);
            let between = text.get(member.key.end..member.value.start)?;
            let at = member.value.end;
            Some(spliced(
                text,
                at..at,
                &format!(",{lead}{key}{between}{value}"),
            ))
        }
        Holder::Array(span, items) => {
            let number = if last == "-" {
                items.len()
            } else {
                index(&last)?
            };
            if let Some(item) = items.get(number) {
                let lead = if number == 0 {
                    " "
                } else {
                    lead(text, item.start)
                };
                return Some(spliced(
                    text,
                    item.start..item.start,
                    &format!("{value},{lead}"),
                ));
            }
            let Some(item) = items.last() else {
                return (number == 0).then(|| spliced(text, span.start + 1..span.end - 1, &value));
            };
            let lead = match items.len() {
                1 if !lead(text, item.start).contains('\n') => " ",
                _ => lead(text, item.start),
            };
            (number == items.len())
                .then(|| spliced(text, item.end..item.end, &format!(",{lead}{value}")))
        }
    }
}

fn removed(text: &str, path: &Pointer) -> Option<String> {
    let (holder, last) = holder(text, path)?;
    let spans: Vec<Range<usize>> = match &holder {
        Holder::Object(_, members) => members.iter().map(member_span).collect(),
        Holder::Array(_, items) => items.clone(),
    };
    let number = match &holder {
        Holder::Object(_, members) => members.iter().rposition(|member| member.name == last)?,
        Holder::Array(..) => index(&last)?,
    };
    let span = spans.get(number)?;
    let before = number.checked_sub(1).and_then(|before| spans.get(before));
    let gone = match (before, spans.get(number + 1)) {
        (_, Some(next)) => span.start..next.start,
        (Some(before), None) => before.end..span.end,
        (None, None) => span.clone(),
    };
    Some(spliced(text, gone, ""))
}

const fn member_span(member: &Member) -> Range<usize> {
    member.key.start..member.value.end
}

/// The white space before a member or an item.
fn lead(text: &str, start: usize) -> &str {
    let before = trim_end(text.as_bytes(), start);
    text.get(before..start).unwrap_or_default()
}

/// What stands between a key and its value in this text.
fn colon(text: &str) -> &'static str {
    let mut members = crate::scan::json::members_of(text).into_iter();
    match members.next() {
        Some(member) if member.value.start == member.key.end + 1 => ":",
        _ => ": ",
    }
}

/// A value in the manner of the text that it comes into: with spaces behind colons and commas where that has them.
fn written(value: &Value, text: &str) -> String {
    if colon(text) == ":" {
        return value.to_string();
    }
    let mut out = String::new();
    spaced(value, &mut out);
    out
}

fn spaced(value: &Value, out: &mut String) {
    let separate = |out: &mut String, index: usize| {
        if index > 0 {
            out.push_str(", ");
        }
    };
    match value {
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(out, index);
                spaced(item, out);
            }
            out.push(']');
        }
        Value::Object(members) if !members.is_empty() => {
            out.push_str("{ ");
            for (index, (name, member)) in members.iter().enumerate() {
                separate(out, index);
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                spaced(member, out);
            }
            out.push_str(" }");
        }
        other => out.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::op::inverse, *};

    fn path(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    fn done(text: &str, ops: &[Op]) -> String {
        patched(Some(text), ops).unwrap().unwrap()
    }

    const PRETTY: &str = "{\n  \"id\" : \"a\",\n  \"properties\": {\n    \"date\": \"2022\",\n    \"x\": 1.50e2\n  },\n  \"geometry\": null\n}";

    #[test]
    fn what_an_edit_does_not_name_keeps_its_bytes() {
        let date = path("/properties/date");
        let ops = [
            Op::test(date.clone(), json!("2022")),
            Op::replace(date, json!("2023")),
        ];
        assert_eq!(done(PRETTY, &ops), PRETTY.replace("2022", "2023"));
        let title = [Op::add(path("/properties/title"), json!("T"))];
        let expected = PRETTY.replace("1.50e2\n", "1.50e2,\n    \"title\": \"T\"\n");
        assert_eq!(done(PRETTY, &title), expected);
        let gone = [Op::remove(path("/properties/date"))];
        assert_eq!(
            done(PRETTY, &gone),
            PRETTY.replace("\"date\": \"2022\",\n    ", "")
        );
        let gone = [Op::remove(path("/properties/x"))];
        assert_eq!(
            done(PRETTY, &gone),
            PRETTY.replace(",\n    \"x\": 1.50e2", "")
        );
    }

    #[test]
    fn what_is_taken_back_is_as_it_was() {
        let date = path("/properties/date");
        let ops = vec![
            Op::test(date.clone(), json!("2022")),
            Op::replace(date, json!("2023")),
            Op::add(path("/properties/title"), json!("T")),
        ];
        let back = inverse(&ops).unwrap();
        assert_eq!(done(&done(PRETTY, &ops), &back), PRETTY);
        let untested = [Op::remove(path("/properties/date"))];
        assert_eq!(inverse(&untested), None);
    }

    #[test]
    fn items_come_and_go_anywhere_in_a_list() {
        let text = r#"{"a":[],"b":[1],"c":[1, 2, 3]}"#;
        for (at, value, expected) in [
            ("/a/-", json!(9), r#"{"a":[9],"b":[1],"c":[1, 2, 3]}"#),
            ("/b/-", json!(9), r#"{"a":[],"b":[1, 9],"c":[1, 2, 3]}"#),
            ("/c/0", json!(9), r#"{"a":[],"b":[1],"c":[9, 1, 2, 3]}"#),
            ("/c/3", json!([]), r#"{"a":[],"b":[1],"c":[1, 2, 3, []]}"#),
        ] {
            assert_eq!(done(text, &[Op::add(path(at), value)]), expected);
        }
        assert_eq!(
            done(text, &[Op::remove(path("/c/1"))]),
            r#"{"a":[],"b":[1],"c":[1, 3]}"#
        );
        assert_eq!(
            done(text, &[Op::remove(path("/b/0"))]),
            r#"{"a":[],"b":[],"c":[1, 2, 3]}"#
        );
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing_and_says_where() {
        let text = r#"{"properties":{"a":1.0}}"#;
        let other = [Op::test(path("/properties/a"), json!(2))];
        assert_eq!(
            patched(Some(text), &other),
            Err(Misfit::Other(path("/properties/a")))
        );
        assert_eq!(
            done(text, &[Op::test(path("/properties/a"), json!(1))]),
            text
        );
        for at in ["/no/a", "/properties/a/b"] {
            let add = [Op::add(path(at), json!(1))];
            assert_eq!(patched(Some(text), &add), Err(Misfit::NoPlace(path(at))));
        }
        assert_eq!(patched(Some("{"), &other), Err(Misfit::NotJson));
        let again = [Op::add(path(""), json!({}))];
        assert_eq!(patched(Some(text), &again), Err(Misfit::Other(path(""))));
    }

    #[test]
    fn a_record_is_made_and_taken_away() {
        let feature = json!({"type": "Feature", "properties": {}});
        let made = patched(None, &[Op::add(path(""), feature.clone())]).unwrap();
        assert_eq!(
            made.as_deref(),
            Some(r#"{"type":"Feature","properties":{}}"#)
        );
        let ops = [Op::test(path(""), feature), Op::remove(path(""))];
        assert_eq!(patched(made.as_deref(), &ops), Ok(None));
        assert!(matches!(
            inverse(&ops).unwrap().as_slice(),
            [Op {
                kind: OpKind::Add(_),
                ..
            }]
        ));
    }
}
