//! Who stands behind a record.

/// How well a statement is upheld, from acknowledged to denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// The party concerned or independent imagery acknowledges it.
    Confirmed,
    /// The source says it in its own voice.
    Reported,
    /// A named or described claimant says it.
    Claimed,
    /// Claimants contradict one another.
    Disputed,
    /// The source itself guesses.
    Speculated,
    /// A party denies it and nobody upholds it.
    Denied,
}

impl Status {
    /// Every status, from the best to the least upheld.
    pub const ALL: [Self; 6] = [
        Self::Confirmed,
        Self::Reported,
        Self::Claimed,
        Self::Disputed,
        Self::Speculated,
        Self::Denied,
    ];

    /// The name as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Disputed => "disputed",
            Self::Speculated => "speculated",
            Self::Denied => "denied",
        }
    }

    /// The status that a file calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
