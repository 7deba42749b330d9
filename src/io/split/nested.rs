//! Records that stand inside of something else: one list in an object, objects one behind the other.

use std::ops::Range;

use super::{Ledger, RecordsShape, Split, SplitError};
use crate::scan::json::{items_of, members_of, skip_space, value_end};

/// Objects in objects that are looked into.
const DEEPEST: usize = 4;

/// The only list of objects inside of the object at `object`, or the only collection of features; of several the one
/// that no other stands as near to the outside as. `None` where there is none.
pub(super) fn only_list(text: &str, object: Range<usize>) -> Option<Range<usize>> {
    let mut found = Vec::new();
    let mut open = vec![(object, 0)];
    while let Some((range, depth)) = open.pop() {
        let inside = text.get(range.clone())?;
        let members = members_of(inside);
        let is_collection = depth > 0 && members.iter().any(|member| member.name == "features");
        if is_collection {
            found.push((depth, range));
            continue;
        }
        for member in members {
            let value = range.start + member.value.start..range.start + member.value.end;
            match inside.as_bytes().get(member.value.start) {
                Some(b'{') if depth < DEEPEST => open.push((value, depth + 1)),
                Some(b'[') if begins_with_object(text, &value) => {
                    found.push((depth + 1, value));
                }
                _ => {}
            }
        }
    }
    let nearest = found.iter().map(|(depth, _)| *depth).min()?;
    let mut nearest = found.into_iter().filter(|(depth, _)| *depth == nearest);
    let (_, only) = nearest.next()?;
    nearest.next().is_none().then_some(only)
}

fn begins_with_object(text: &str, list: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    bytes.get(skip_space(bytes, list.start + 1)) == Some(&b'{')
}

/// The objects and arrays that stand in a text from `start` on with nothing but space between them; none where there
/// is anything else.
pub(super) fn documents(text: &str, start: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut documents = Vec::new();
    let mut at = start;
    while let Some(b'{' | b'[') = bytes.get(at) {
        let Ok(end) = value_end(bytes, at) else {
            return Vec::new();
        };
        documents.push(at..end);
        at = skip_space(bytes, end);
    }
    if at == bytes.len() {
        documents
    } else {
        Vec::new()
    }
}

/// Takes objects apart of which each is a record. Collections one behind the other are several files in one.
pub(super) fn split_documents(
    text: &str,
    documents: &[Range<usize>],
    mut ledger: Ledger,
) -> Result<Split, SplitError> {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let second = || documents.get(1).map_or(0, |range| range.start);
    if documents.iter().any(|range| slice(range).starts_with('[')) {
        let has_objects = |range: &Range<usize>| {
            let items = items_of(slice(range));
            items.iter().any(|item| {
                slice(range)
                    .get(item.clone())
                    .is_some_and(|it| it.starts_with('{'))
            })
        };
        return Err(if documents.iter().any(has_objects) {
            SplitError::Several(second())
        } else {
            SplitError::NotGeoJson("lines".into())
        });
    }
    let mut shape = RecordsShape::Objects;
    for document in documents {
        let members = members_of(slice(document));
        if members.iter().any(|member| member.name == "features") {
            return Err(SplitError::Several(second()));
        }
        let is_feature = |value: &str| value == "\"Feature\"";
        let of_type = members.iter().find(|member| member.name == "type");
        if of_type.is_some_and(|it| {
            slice(document)
                .get(it.value.clone())
                .is_some_and(is_feature)
        }) {
            shape = RecordsShape::Lines;
        }
        ledger.push(document.clone())?;
    }
    Ok(Split {
        records: ledger.records,
        ..Split::new(shape)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_list_is_found_however_deep_it_stands() {
        let list = |text: &str| only_list(text, 0..text.len()).map(|it| text[it].to_owned());
        for text in [
            r#"{"status":200,"messages":[],"data":[{"a":1}]}"#,
            r#"{"d":{"results":[{"a":1}],"n":1}}"#,
            r#"{"Result":[{"a":1}]}"#,
            r#"{"schema":{"fields":[{"name":"a"}]},"data":[{"a":1}]}"#,
        ] {
            assert_eq!(list(text).as_deref(), Some(r#"[{"a":1}]"#), "{text}");
        }
        let collection = r#"{"type":"FeatureCollection","features":[{"b":[{}]}]}"#;
        assert_eq!(
            list(&format!(r#"{{"geojson":{collection}}}"#)).as_deref(),
            Some(collection)
        );
        for text in [r#"{"a":[{"b":1}],"c":[{"d":1}]}"#, r#"{"a":[1]}"#, "{}"] {
            assert_eq!(list(text), None, "{text}");
        }
    }
}
