//! Requests about what records say.

use crate::model::RowId;
use serde_json::Value;

use crate::data::edit::Pointer;

/// Changes records, or takes that back.
#[derive(Clone, Debug, PartialEq)]
pub enum EditCommand {
    /// Show the selected record as a form, or as a card again.
    Toggle,
    /// Have other values in a record, as one step; `None`: none.
    Set {
        /// The record.
        row: RowId,
        /// Which values.
        changes: Vec<(Pointer, Option<Value>)>,
        /// Why.
        why: Option<String>,
    },
    /// Have one value in many records, as one step.
    SetMany {
        /// The records.
        rows: Vec<RowId>,
        /// Which value.
        path: Pointer,
        /// What it is to be; `None`: none.
        value: Option<Value>,
    },
    /// Put one text in the place of another in many records, as one step.
    ReplaceMany {
        /// The records.
        rows: Vec<RowId>,
        /// In which value.
        path: Pointer,
        /// The text that goes.
        find: String,
        /// The text that comes.
        by: String,
    },
    /// Say that the record that was pointed out has no id by which another could name it.
    NoId,
    /// Begin a new record.
    New,
    /// Begin a new record at this longitude and latitude.
    NewAt([Value; 2]),
    /// Begin a record that says the same as this one.
    Duplicate(RowId),
    /// Take a record away.
    Delete {
        /// The record.
        row: RowId,
        /// Why.
        why: String,
    },
    /// Take back one change of the selected record, by its number among those that logs tell of.
    TakeBack(usize),
    /// Show the records that were deleted.
    AskDeleted,
    /// Bring one of them back, by its number.
    BringBack(usize),
    /// Take over what was chosen of a colleague's file, as one step.
    Merge {
        /// Which of two values stands, by the number of the difference.
        taken: Vec<(usize, MergeChoice)>,
        /// Places of the records that only the colleague has.
        new: Vec<usize>,
    },
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Go on to what was asked for, or close the program, with changes that are not saved.
    Leave(Unsaved),
}

/// Which of two values is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeChoice {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// Both, side by side, until somebody decides.
    Both,
}

/// What is to become of changes that are not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// They are saved first.
    Save,
    /// They stay in the log, and are there again when the file is opened.
    Keep,
    /// They are taken back, which the log tells of.
    Discard,
}
