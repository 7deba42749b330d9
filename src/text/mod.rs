//! Languages: the messages of the program, the order of text on the line, and how names are found across scripts.
//!
//! [`Catalogue`] holds the messages of one language, [`dates`] says an EDTF date in words, [`bidi`]
//! turns logical text into lines of visual runs for a typesetter that knows nothing of bidi, and
//! [`fold`] makes text comparable across case, accents and Arabic spelling. Nothing here knows a
//! window, a font or a file.

pub mod bidi;
pub mod caret_stops;
mod catalogue;
mod controls;
pub mod dates;
mod digits;
pub mod edit;
pub mod fold;
pub mod fold_table;
pub mod formula;
mod letters;
mod locale;
pub mod number;
pub mod piece_memo;
pub mod printable;
pub mod rows;
mod signed;
mod terms;
mod wrap;

pub(crate) use catalogue::args;
pub use catalogue::{Arg, Catalogue};
pub use locale::{Digits, Locale};
