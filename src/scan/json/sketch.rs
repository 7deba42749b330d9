//! How the properties of a feature are laid out.

use std::ops::Range;

use memchr::memchr;

use super::{Cursor, value::short_string_end};
use crate::scan::Unusual;

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

/// The layout of a feature that is laid out as nearly all are; `None` for any other. Only of a feature that is
/// known to be well formed: a mistake in it is not seen.
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
    if cursor.next_byte() != Some(b'{') {
        return Err(Unusual);
    }
    let mut members = Members {
        bytes: feature.as_bytes(),
        asked,
        first: None,
        has: [false; ASKED],
    };
    let start = cursor.at;
    let end = members.pass(start)?;
    cursor.at = end + 1;
    let inside = feature.as_bytes().get(start..end).ok_or(Unusual)?;
    Ok(Sketch {
        properties: start..cursor.at,
        first: members.first,
        last_end: start + inside.trim_ascii_end().len(),
        has: members.has,
    })
}

/// A pass over an object of which is known that it is well formed, from quote to quote and brace to brace.
struct Members<'a, const ASKED: usize> {
    bytes: &'a [u8],
    asked: [&'a str; ASKED],
    first: Option<(Range<usize>, usize)>,
    has: [bool; ASKED],
}

impl<const ASKED: usize> Members<'_, ASKED> {
    /// The closing brace of the object that begins at `start`.
    fn pass(&mut self, start: usize) -> Result<usize, Unusual> {
        let mut at = start;
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(at).ok_or(Unusual)? {
                b'"' => {
                    let end = short_string_end(self.bytes, at).ok_or(Unusual)?;
                    if depth == 1 {
                        self.look_at(at..end)?;
                    }
                    at = end;
                    continue;
                }
                b'{' => depth += 1,
                b'}' => {
                    depth = depth.checked_sub(1).ok_or(Unusual)?;
                    if depth == 0 {
                        return Ok(at);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Notes a string, which is a key where a colon follows. Keys with escapes are unusual.
    fn look_at(&mut self, string: Range<usize>) -> Result<(), Unusual> {
        let mut behind = Cursor::new(self.bytes, string.end);
        if !behind.passes(b':') {
            return Ok(());
        }
        let name = self.bytes.get(string.start + 1..string.end - 1);
        let name = name.ok_or(Unusual)?;
        if memchr(b'\\', name).is_some() {
            return Err(Unusual);
        }
        for (has, asked) in self.has.iter_mut().zip(self.asked) {
            *has |= name == asked.as_bytes();
        }
        if self.first.is_none() {
            behind.next_byte();
            self.first = Some((string, behind.at));
        }
        Ok(())
    }
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
    fn braces_and_names_in_texts_and_below_are_passed_over() {
        let feature = r#"{"properties":{"a":"} \\\" , \"start\": {","b":{"start":["end",{}]},"c":["start"],"d":"\\"
            },"geometry":{"properties":{}}}"#;
        let found = sketch(feature, ["start", "end"]).unwrap();
        assert_eq!(found.has, [false, false]);
        assert!(feature[..found.last_end].ends_with(r#""d":"\\""#));
        assert!(feature[found.properties.end..].starts_with(r#","geometry""#));
        let empty = sketch(r#"{"properties": { } }"#, [""]).unwrap();
        assert_eq!((empty.first, empty.last_end), (None, 16));
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
