//! How the properties of a feature are laid out.

use std::ops::Range;

use super::scan::{Cursor, Unusual};

/// Where the `properties` of a feature stand, and their first and last members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch<const ASKED: usize> {
    /// The value of `properties`, an object.
    pub properties: Range<usize>,
    /// The first key with its quotes and where its value begins; `None`: there are no members.
    pub first: Option<(Range<usize>, usize)>,
    /// What stands behind the last value.
    pub last_end: usize,
    /// Whether there is a member of each name that was asked for.
    pub has: [bool; ASKED],
}

/// The layout of a feature that is laid out as nearly all are; `None` for any other.
#[must_use]
pub fn sketch<const ASKED: usize>(feature: &str, asked: [&str; ASKED]) -> Option<Sketch<ASKED>> {
    let mut cursor = Cursor::new(feature.as_bytes(), 0);
    let mut found = None;
    let read = cursor.object(|cursor, key| {
        if feature.get(key) != Some("properties") {
            return cursor.value().map(drop);
        }
        let sketch = properties(feature, cursor, asked)?;
        found.replace(sketch).map_or(Ok(()), |_| Err(Unusual))
    });
    found.filter(|_| read.is_ok() && cursor.at == feature.len())
}

fn properties<const ASKED: usize>(
    feature: &str,
    cursor: &mut Cursor,
    asked: [&str; ASKED],
) -> Result<Sketch<ASKED>, Unusual> {
    cursor.next();
    let start = cursor.at;
    let mut first = None;
    let mut last_end = start + 1;
    let mut has = [false; ASKED];
    cursor.object(|cursor, key| {
        let name = feature.get(key.clone()).ok_or(Unusual)?;
        for (has, asked) in has.iter_mut().zip(asked) {
            *has |= name == asked;
        }
        cursor.next();
        first.get_or_insert((key.start - 1..key.end + 1, cursor.at));
        cursor.value()?;
        last_end = cursor.at;
        Ok(())
    })?;
    Ok(Sketch {
        properties: start..cursor.at,
        first,
        last_end,
        has,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_of_properties_are_found() {
        let feature = r#"{"type":"Feature","properties": { "a" : [1,"}"], "end":null } ,"x":1}"#;
        let found = sketch(feature, ["start", "end"]).unwrap();
        assert_eq!(
            &feature[found.properties],
            r#"{ "a" : [1,"}"], "end":null }"#
        );
        let (key, value) = found.first.unwrap();
        assert_eq!((&feature[key], &feature[value..=value]), ("\"a\"", "["));
        assert!(feature[..found.last_end].ends_with("null"));
        assert_eq!(found.has, [false, true]);
    }

    #[test]
    fn anything_else_has_no_sketch() {
        for feature in [
            r#"{"properties":null}"#,
            r#"{"properties":{},"properties":{}}"#,
            r#"{"properties":{"st\u0061rt":1}}"#,
            r#"{"type":"Feature"}"#,
            r#"{"properties":{}} x"#,
        ] {
            assert_eq!(sketch(feature, ["start"]), None, "{feature}");
        }
    }
}
