//! Requests about the documents that are read beside the records.

use std::{ops::Range, path::PathBuf};

/// Reads documents, chooses words of them and makes values of records of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReaderCommand {
    /// Ask which documents to read.
    Ask,
    /// Read documents.
    Open(Vec<PathBuf>),
    /// Show the pane, or hide it.
    Toggle,
    /// Show the document of this number.
    Show(usize),
    /// Take the document of this number away.
    Close(usize),
    /// Choose the words between two bytes of the text, or none.
    Choose(Option<Range<usize>>),
    /// Choose the words of the next proposal (`true`) or of the one before.
    Step {
        /// Later in the text, not earlier.
        forward: bool,
    },
    /// Make the choice a word longer (`true`) or a word shorter at its end.
    Extend {
        /// Longer, not shorter.
        is_longer: bool,
    },
    /// Show the words that the selected record rests on.
    Words,
    /// Make something of the chosen words.
    Code(Coding),
}

/// What chosen words become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// What a new record rests on.
    Record,
    /// The date of the selected record.
    Date,
    /// The place of the selected record.
    Place,
    /// A number of the selected record.
    Quantity,
    /// An actor of the selected record.
    Actor,
    /// Equipment of the selected record.
    Equipment,
}

impl Coding {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 6] = [
        Self::Record,
        Self::Date,
        Self::Place,
        Self::Quantity,
        Self::Actor,
        Self::Equipment,
    ];

    /// Catalogue key of the action.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Record => "action-code-record",
            Self::Date => "action-code-date",
            Self::Place => "action-code-place",
            Self::Quantity => "action-code-quantity",
            Self::Actor => "action-code-actor",
            Self::Equipment => "action-code-equipment",
        }
    }
}
