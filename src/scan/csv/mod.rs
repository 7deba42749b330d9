//! Tables as text to spans (RFC 4180, and what spreadsheets make of it).
//!
//! [`CsvRows`] finds rows whatever they are written like, [`cells`] takes one apart; [`row`] does both at once for a row
//! that is written as nearly all are.

mod cell;
mod row;
mod rows;

pub use self::{
    cell::cells,
    row::{Marks, RowEnd, row},
    rows::{CsvRows, may_be_note_or_sum, says_nothing},
};
