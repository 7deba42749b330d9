//! Requests about the search for text.

/// Looks for text in all records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchCommand {
    /// Look for this text; an empty one shows every record again.
    Type(String),
    /// Show only the records that hold what is typed.
    Filter,
    /// Put the caret into the field.
    Focus,
}
