//! In which order the parts of a date by number stand.

use serde::{Deserialize, Serialize};

/// Whether the day or the month comes first in a date such as 03/04/2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// 3 April.
    Dmy,
    /// 4 March.
    Mdy,
}

impl DateOrder {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Dmy, Self::Mdy];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
        }
    }

    /// The order that the command line calls `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }

    /// Whether two groups of digits are a day and a month in one order or the other: `31` and `31` are in none.
    pub(super) fn is_in_any(first: &str, second: &str) -> bool {
        let number = |group: &str| group.parse::<u8>().unwrap_or(u8::MAX);
        let is_pair = |day: u8, month: u8| (1..=31).contains(&day) && (1..=12).contains(&month);
        let (first, second) = (number(first), number(second));
        is_pair(first, second) || is_pair(second, first)
    }
}
