//! Bytes to datasets and back; the only place that touches files.
//!
//! Start with [`formats`], the list of what can be opened and written.
//! Reading: [`decode`] makes text of bytes, [`split`] and `formats::csv` find where each record stands in it
//! without parsing any, [`read`] puts the two together to a [`crate::data::SourceFile`]. A file that cannot be
//! opened at all is a [`ReadError`]; a record that cannot be read is a row with an issue.
//! [`document`] makes text of the reports that records are coded from, [`sources`] keeps them as they were received.
//! Writing: [`export::Export`] says what is visible, a format writes it, [`save`] makes a file of it or leaves the
//! old one.

pub mod authoring;
pub mod bundle;
pub mod change_log;
pub mod clock;
pub mod decode;
pub mod desktop;
pub mod destination;
pub mod document;
mod error;
mod existing_file;
pub mod export;
pub mod foreign;
pub mod formats;
mod lock;
mod members;
mod memory;
pub mod process;
pub mod ranges;
pub mod read;
pub mod save;
mod sentence;
pub mod small;
pub mod sources;
pub mod split;
mod stream;
pub mod temporary;
mod text_position;
pub mod views;
mod watch;

pub use destination::{Destination, Over};
pub use error::{ReadError, ReadErrorKind, WriteError, WriteErrorKind};
pub use existing_file::ExistingFile;
pub use text_position::TextPosition;
pub use watch::Watch;
