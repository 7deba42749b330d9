//! JSON pointers (RFC 6901), and where in a text the value stands that one leads to.

use std::{fmt, ops::Range};

use crate::scan::json::{Member, items_of, members_of};

/// The way to a value: names of members and numbers of items. The empty one is the way to the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(Vec<String>);

impl Pointer {
    /// Reads a pointer; `None` where it neither is empty nor begins with a slash.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::default());
        }
        let steps = text.strip_prefix('/')?.split('/');
        Some(Self(
            steps
                .map(|step| step.replace("~1", "/").replace("~0", "~"))
                .collect(),
        ))
    }

    /// The way through `steps`.
    #[must_use]
    pub fn of<S: Into<String>>(steps: impl IntoIterator<Item = S>) -> Self {
        Self(steps.into_iter().map(Into::into).collect())
    }

    /// The property called `name`.
    #[must_use]
    pub fn property(name: &str) -> Self {
        Self::of(["properties", name])
    }

    /// The steps.
    #[must_use]
    pub fn steps(&self) -> &[String] {
        &self.0
    }

    /// Whether it leads to the whole.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// The way to `step` of what this leads to.
    #[must_use]
    pub fn then(&self, step: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.to_owned());
        Self(steps)
    }

    /// The way to what holds the value, and the last step; `None` for the whole.
    #[must_use]
    pub fn split(&self) -> Option<(&[String], &str)> {
        let (last, holder) = self.0.split_last()?;
        Some((holder, last))
    }

    /// Whether one of the two leads through the other, or both to the same.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let mut both = self.0.iter().zip(&other.0);
        both.all(|(own, others)| own == others)
    }

    /// Whether it stands for a new item at the end of a list.
    #[must_use]
    pub fn is_end(&self) -> bool {
        self.0.last().is_some_and(|step| step == "-")
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.0 {
            write!(f, "/{}", step.replace('~', "~0").replace('/', "~1"))?;
        }
        Ok(())
    }
}

/// What holds the values that a pointer's last step chooses from.
#[derive(Debug)]
pub(super) enum Holder {
    /// An object and its members, which stand at offsets of the whole text.
    Object(Range<usize>, Vec<Member>),
    /// An array and its items.
    Array(Range<usize>, Vec<Range<usize>>),
}

impl Holder {
    /// The holder that stands at `span` of `text`; `None` where that is neither object nor array.
    pub(super) fn at(text: &str, span: Range<usize>) -> Option<Self> {
        let inside = text.get(span.clone())?;
        let start = span.start;
        let moved = |range: Range<usize>| range.start + start..range.end + start;
        match inside.bytes().next()? {
            b'{' => {
                let members = members_of(inside).into_iter().map(|member| Member {
                    key: moved(member.key),
                    value: moved(member.value),
                    ..member
                });
                Some(Self::Object(span, members.collect()))
            }
            b'[' => {
                let items = items_of(inside).into_iter().map(moved).collect();
                Some(Self::Array(span, items))
            }
            _ => None,
        }
    }

    /// Where the value stands that `step` chooses. Of members of one name the last one counts, as for every reader.
    pub(super) fn value(&self, step: &str) -> Option<Range<usize>> {
        match self {
            Self::Object(_, members) => {
                let mut named = members.iter().rev().filter(|member| member.name == step);
                Some(named.next()?.value.clone())
            }
            Self::Array(_, items) => items.get(index(step)?).cloned(),
        }
    }
}

/// The number of an item: digits without a leading zero.
pub(super) fn index(step: &str) -> Option<usize> {
    let is_number =
        step == "0" || (!step.starts_with('0') && step.bytes().all(|byte| byte.is_ascii_digit()));
    is_number.then(|| step.parse().ok())?
}

/// Where the value at the end of `steps` stands in the value at `span` of `text`.
pub(super) fn find(text: &str, span: Range<usize>, steps: &[String]) -> Option<Range<usize>> {
    steps
        .iter()
        .try_fold(span, |span, step| Holder::at(text, span)?.value(step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_written_as_it_is_read() {
        for text in ["", "/properties/title:fr", "/a~1b/~0/0/-", "/"] {
            let pointer = Pointer::parse(text).unwrap();
            assert_eq!(pointer.to_string(), text);
        }
        assert_eq!(Pointer::parse("a"), None);
        assert_eq!(Pointer::parse("/a~1b").unwrap().steps(), ["a/b"]);
    }

    #[test]
    fn a_way_through_another_overlaps_it() {
        let of = |text: &str| Pointer::parse(text).unwrap();
        assert!(of("").overlaps(&of("/a")));
        assert!(of("/a/b").overlaps(&of("/a")));
        assert!(!of("/a/b").overlaps(&of("/a/c")));
        assert!(!of("/title").overlaps(&of("/title:fr")));
    }

    #[test]
    fn values_are_found_through_objects_and_arrays() {
        let text = r#" {"a":[1,{"b":"x"}],"a~":null} "#;
        let find = |pointer: &str| {
            let pointer = Pointer::parse(pointer).unwrap();
            Some(&text[find(text, 1..text.len() - 1, pointer.steps())?])
        };
        assert_eq!(find("/a/1/b"), Some("\"x\""));
        assert_eq!(find("/a~0"), Some("null"));
        assert_eq!(find("/a/01"), None);
        assert_eq!(find("/a/2"), None);
        assert_eq!(find("/a/1/b/c"), None);
    }
}
