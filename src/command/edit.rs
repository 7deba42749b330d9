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
    /// Begin a new record.
    New,
    /// Begin a record that says the same as this one.
    Duplicate(RowId),
    /// Take a record away.
    Delete {
        /// The record.
        row: RowId,
        /// Why.
        why: String,
    },
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Close the program; what was not saved stays in the log.
    QuitUnsaved,
    /// Save, then close the program.
    SaveAndQuit,
}
