//! Which overlays of the map are shown: each a member of the settings of its own, by its id.

use serde::{
    Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use crate::{map::overlays, model::Switches};

pub(super) fn serialize<S: Serializer>(shown: &Switches, to: S) -> Result<S::Ok, S::Error> {
    shown.serialize(to)
}

/// Reads the switches of the overlays that there are, and passes over all other members. One that is missing is
/// as at first.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Switches, D::Error> {
    struct SwitchesVisitor;

    impl<'de> Visitor<'de> for SwitchesVisitor {
        type Value = Switches;

        fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            to.write_str("members")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Switches, A::Error> {
            let mut shown = overlays::at_first();
            while let Some(name) = members.next_key::<String>()? {
                if overlays::switch(&name).is_some() {
                    shown.set(&name, members.next_value()?);
                } else {
                    members.next_value::<IgnoredAny>()?;
                }
            }
            Ok(shown)
        }
    }

    from.deserialize_map(SwitchesVisitor)
}
