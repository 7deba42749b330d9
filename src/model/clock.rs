//! Which of a record's two dates time runs on.

/// A record has two dates: when it happened, and when it became known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clock {
    /// By `date`: when it happened.
    #[default]
    Happened,
    /// By `reported`: when the earliest of its sources was published.
    Reported,
}

impl Clock {
    /// Every clock.
    pub const ALL: [Self; 2] = [Self::Happened, Self::Reported];

    /// The name on the command line and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Reported => "reported",
        }
    }

    /// The clock that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clock| clock.name() == name)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Happened => Self::Reported,
            Self::Reported => Self::Happened,
        }
    }
}
