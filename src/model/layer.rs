//! What sort of thing a record is.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

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
    /// A layer of a foreign file.
    Other(ForeignLayer),
}

/// A layer that the profile does not know: its name, and its number among such layers of the files
/// that are open, which gives it a shape and a colour. Two of one name are the same layer.
#[derive(Clone, Debug)]
pub struct ForeignLayer {
    name: Box<str>,
    number: usize,
}

impl ForeignLayer {
    /// The name as files write it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which of the foreign layers it is, in the order of the files, from 0.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }
}

impl PartialEq for ForeignLayer {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ForeignLayer {}

impl Hash for ForeignLayer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl PartialOrd for ForeignLayer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ForeignLayer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name.cmp(&other.name)
    }
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
            other => Self::Other(ForeignLayer {
                name: other.into(),
                number: 0,
            }),
        }
    }

    /// The same layer as number `number` of the foreign ones; one of the profile is as it was.
    #[must_use]
    pub fn numbered(self, number: usize) -> Self {
        match self {
            Self::Other(foreign) => Self::Other(ForeignLayer { number, ..foreign }),
            of_profile => of_profile,
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
            Self::Other(foreign) => foreign.name(),
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
    /// Both.
    pub const ALL: [Self; 2] = [Self::Event, Self::Presence];

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
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
