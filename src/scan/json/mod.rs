//! JSON bytes to spans.
//!
//! [`value_end`] and what is built on it go by brackets and strings alone; [`Cursor`] checks every byte as a full
//! parser does; [`sketch`] passes over an object that is known to be well formed.

mod around;
mod cursor;
mod escapes;
mod members;
mod not_numbers;
mod opening;
mod quote;
mod sketch;
mod value;

pub use self::{
    around::{head, tail},
    cursor::Cursor,
    escapes::with_json_escapes,
    members::{
        FeatureMembers, Member, feature_members, items_of, members_of, unescaped, whole_values,
    },
    not_numbers::{NotANumber, without_nan},
    opening::{RecordsOpening, opening_of},
    quote::push_quoted,
    sketch::{Sketch, sketch},
    value::{Broken, skip_space, string_end, trim_end, value_end},
};
