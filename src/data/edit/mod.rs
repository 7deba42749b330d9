//! Edits of a record: operations of RFC 6902, carried out on the bytes of its feature.
//!
//! Start with [`patched`]. What an operation does not name keeps its bytes: white space, order, digits of numbers and
//! escapes stay as they are. [`Op`] is one operation, [`inverse`] what takes it back, [`difference`] what leads from one
//! value to another.

mod difference;
mod evidence;
mod op;
mod patch;
mod pointer;

pub use difference::{difference, replacing};
pub use evidence::followed_evidence;
pub use op::{Op, OpKind, inverse, is_same_value, writes};
pub use patch::{Misfit, patched};
pub use pointer::Pointer;
