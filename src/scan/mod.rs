//! Bytes to spans: the only code that walks over the bytes of JSON and of tables as text.
//!
//! Nothing is parsed here and nothing allocated but lists of spans; time is linear in the bytes passed. What a span
//! means is for the layers above. There are two kinds of walkers. Those that take what they get
//! ([`json::value_end`], [`csv::CsvRows`], [`csv::cells`]) find the end of anything that is written at all alike.
//! Those that check as strictly as a full parser ([`json::Cursor`], [`csv::row`]) stop with [`Unusual`] at whatever
//! they do not care to judge. No input makes any of them panic; `tests/data/scan.rs` tries to.

pub mod csv;
mod cut;
pub mod json;
mod lines;
pub(crate) mod looked_at;
mod word;

pub use self::{
    cut::Cutter,
    lines::{looks_like_lines, pieces, whole_lines},
};

/// Out of the ordinary: somebody else has to look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusual;

/// What a value or a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// It is not there.
    #[default]
    Absent,
    /// `null`, or an empty cell.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number without sign, fraction and exponent, which is kept as it is written.
    Whole,
    /// Another number.
    Number,
    /// A text that means what it spells.
    Plain,
    /// A string with an escape in it, or a cell with a doubled quote.
    Escaped,
    /// An array of strings.
    Texts,
    /// An object or another array.
    Other,
}
