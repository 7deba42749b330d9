//! What can be switched on and off by its name, as files and settings keep it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Switches by name. One that is not named is left as it is by whoever reads this.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Switches(BTreeMap<String, bool>);

impl Switches {
    /// Whether a switch is named and on.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        self.0.get(name).copied().unwrap_or_default()
    }

    /// Whether no switch is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names a switch and sets it.
    pub fn set(&mut self, name: &str, is_on: bool) {
        self.0.insert(name.to_owned(), is_on);
    }

    /// Turns a switch round.
    pub fn toggle(&mut self, name: &str) {
        self.set(name, !self.is_on(name));
    }

    /// Sets the switches that both name as `other` has them. What this does not name is unknown here.
    pub fn follow(&mut self, other: &Self) {
        for (name, is_on) in &mut self.0 {
            if let Some(wanted) = other.0.get(name) {
                *is_on = *wanted;
            }
        }
    }

    /// Every switch by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(name, is_on)| (name.as_str(), *is_on))
    }
}

impl<'a> FromIterator<(&'a str, bool)> for Switches {
    fn from_iter<I: IntoIterator<Item = (&'a str, bool)>>(switches: I) -> Self {
        let owned = |(name, is_on): (&str, bool)| (name.to_owned(), is_on);
        Self(switches.into_iter().map(owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_both_name_is_followed() {
        let mut own: Switches = [("relief", true), ("density", false)].into_iter().collect();
        let wanted: Switches = [("relief", false), ("theme", true)].into_iter().collect();
        own.follow(&wanted);
        let expected = [("density", false), ("relief", false)];
        assert_eq!(own, expected.into_iter().collect());
    }
}
