//! Requests about the search for text.

/// Looks for text in all records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchCommand {
    /// Look for this text; an empty one shows every record again.
    Type(String),
    /// Show only the records that hold what is typed.
    Filter,
    /// Read the names of actors, claimants and sources, to choose from.
    Names,
    /// Put the caret into the field.
    Focus,
}
