//! What sort of thing a record is.

use std::fmt;

/// A layer of the map. The four of the profile have a shape and a colour of their own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Forces or bases in a place.
    Deployment,
    /// Something that happened to people.
    Incident,
    /// Equipment or personnel that arrived.
    Delivery,
    /// What explains the rest and may have no place on a map.
    Context,
    /// A layer of a foreign file, by its own name.
    Other(Box<str>),
}

impl Layer {
    /// The layers of the profile, in the order in which they are listed.
    pub const PROFILE: [Self; 4] = [
        Self::Deployment,
        Self::Incident,
        Self::Delivery,
        Self::Context,
    ];

    /// The layer that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "deployment" => Self::Deployment,
            "incident" => Self::Incident,
            "delivery" => Self::Delivery,
            "context" => Self::Context,
            other => Self::Other(other.into()),
        }
    }

    /// The name as files write it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Deployment => "deployment",
            Self::Incident => "incident",
            Self::Delivery => "delivery",
            Self::Context => "context",
            Self::Other(name) => name,
        }
    }

    /// The kind of a record that does not say its own.
    #[must_use]
    pub const fn default_kind(&self) -> Kind {
        match self {
            Self::Deployment => Kind::Presence,
            _ => Kind::Event,
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a record fills its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It happened once, somewhere inside its date.
    Event,
    /// It held all through its date.
    Presence,
}

impl Kind {
    /// The name as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Presence => "presence",
        }
    }

    /// The kind that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Event, Self::Presence]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}
