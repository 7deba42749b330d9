//! What is wanted of records, before it is written to the log.

use serde_json::Value;

use super::EditTarget;
use crate::data::{change_log::new_id, edit::Op};

/// What is wanted of a record.
pub(super) struct WantedChange {
    pub target: EditTarget,
    pub ops: Vec<Op>,
    pub why: Option<String>,
    pub undoes: Option<String>,
}

/// Where a value comes from: the words of a document, and the proposal that was accepted.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Provenance {
    /// The anchors of the words.
    pub from: Option<Value>,
    /// The proposal.
    pub hint: Option<Value>,
}

/// An id for a new record, which nobody else gives.
pub(super) fn new_record_id() -> String {
    let id = new_id(0);
    let random = id.rsplit('-').next().unwrap_or_default();
    format!("record-{random}")
}
