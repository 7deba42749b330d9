//! The texts of a record, one after another, without reading more of it than asked for.

use std::{borrow::Cow, fmt, ops::ControlFlow};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::model::profile;

/// Members of claims, quantities and equipment that hold ids and words of a vocabulary, not texts.
const SILENT_INSIDE: [&str; 3] = ["status", "source", "circa"];

/// Gives every text of the feature `json` to `visit`, with the name of the property it is from,
/// until that breaks off: the id, and every text and whole number in the properties, however deep. In a
/// file of the record profile (`is_profile`) what is no text to a reader is passed over.
///
/// Answers whether `visit` broke off.
pub(super) fn visit_texts(
    json: &str,
    is_profile: bool,
    visit: &mut dyn FnMut(&str, &str) -> ControlFlow<()>,
) -> bool {
    let mut walk = Walk {
        visit,
        is_profile,
        has_broken: false,
    };
    let mut deserializer = serde_json::Deserializer::from_str(json);
    // An error is either the visitor's own, when it breaks off, or that of a record which cannot
    // be read, and then there is nothing more to visit.
    let _ = deserializer.deserialize_map(FeatureVisitor(&mut walk));
    walk.has_broken
}

/// The one member of a number that is no small whole one: its digits, as `serde_json` hands them over. Whole numbers are
/// text, others are amounts and degrees.
const DIGITS: &str = "$serde_json::private::Number";

struct Walk<'v> {
    visit: &'v mut dyn FnMut(&str, &str) -> ControlFlow<()>,
    is_profile: bool,
    has_broken: bool,
}

impl Walk<'_> {
    fn say<E: Error>(&mut self, name: &str, text: &str) -> Result<(), E> {
        if (self.visit)(name, text).is_break() {
            self.has_broken = true;
            return Err(E::custom("found"));
        }
        Ok(())
    }
}

/// The feature itself: its id and its properties.
struct FeatureVisitor<'w, 'v>(&'w mut Walk<'v>);

impl<'de> Visitor<'de> for FeatureVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a feature")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(MemberName(name)) = map.next_key()? {
            match &*name {
                "id" => map.next_value_seed(Texts::of(self.0, "id", Depth::Value))?,
                "properties" => map.next_value_seed(Texts::of(self.0, "", Depth::Properties))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// It is the object of all properties.
    Properties,
    /// It is a property or the id.
    Value,
}

/// A value whose texts are visited.
struct Texts<'w, 'v, 'n> {
    walk: &'w mut Walk<'v>,
    name: &'n str,
    depth: Depth,
}

impl<'w, 'v, 'n> Texts<'w, 'v, 'n> {
    const fn of(walk: &'w mut Walk<'v>, name: &'n str, depth: Depth) -> Self {
        Self { walk, name, depth }
    }

    fn is_silent(&self, name: &str) -> bool {
        self.walk.is_profile
            && match self.depth {
                Depth::Properties => {
                    profile::property(name).is_some_and(|property| !property.is_searched())
                }
                Depth::Value => SILENT_INSIDE.contains(&name),
            }
    }
}

impl<'de> DeserializeSeed<'de> for Texts<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Texts<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.walk.say(self.name, text)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.walk.say(self.name, &number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.walk.say(self.name, &number.to_string())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items
            .next_element_seed(Texts::of(self.walk, self.name, Depth::Value))?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(MemberName(name)) = map.next_key()? {
            if name == DIGITS {
                let digits: Cow<'_, str> = map.next_value()?;
                return match digits.parse::<i128>() {
                    Ok(_) => self.walk.say(self.name, &digits),
                    Err(_) => Ok(()),
                };
            }
            if self.is_silent(&name) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let shown = match self.depth {
                Depth::Properties => &*name,
                Depth::Value => self.name,
            };
            map.next_value_seed(Texts::of(self.walk, shown, Depth::Value))?;
        }
        Ok(())
    }
}

/// A name, borrowed where it has no escapes.
struct MemberName<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for MemberName<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'de> Visitor<'de> for Borrowing {
            type Value = MemberName<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a name")
            }

            fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<MemberName<'de>, E> {
                Ok(MemberName(Cow::Borrowed(name)))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<MemberName<'de>, E> {
                Ok(MemberName(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Borrowing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = r#"{"type":"Feature","id":17,"geometry":{"type":"Point","coordinates":[1,2]},
        "properties":{"layer":"incident","title":"Mo\u0075ra","date":"2022-03","low":5,"share":0.5,
        "claims":[{"by":"Somebody","says":"It happened","status":"claimed","source":"s1"}]}}"#;

    fn texts(is_profile: bool) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        let has_broken = visit_texts(RECORD, is_profile, &mut |name, text| {
            texts.push((name.to_owned(), text.to_owned()));
            ControlFlow::Continue(())
        });
        assert!(!has_broken);
        texts
    }

    #[test]
    fn the_texts_of_a_record_of_the_profile_are_those_a_reader_sees() {
        let expected = [
            ("id", "17"),
            ("title", "Moura"),
            ("low", "5"),
            ("claims", "Somebody"),
            ("claims", "It happened"),
        ];
        let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(texts(true), expected);
    }

    #[test]
    fn every_property_of_a_foreign_record_is_text() {
        let texts = texts(false);
        assert_eq!(texts.len(), 9);
        assert!(texts.contains(&("layer".into(), "incident".into())));
    }

    #[test]
    fn visiting_breaks_off() {
        let mut visited = 0;
        let has_broken = visit_texts(RECORD, true, &mut |_, _| {
            visited += 1;
            ControlFlow::Break(())
        });
        assert!(has_broken);
        assert_eq!(visited, 1);
    }
}
