//! JSON arrays of objects: features, or records of any other kind.

use super::{Format, Opening, text};

/// An array of objects.
pub static OBJECTS: Format = Format {
    id: "json",
    name: "JSON",
    endings: &["json"],
    media_types: &[],
    sniff: |head| text::first_letter(head) == Some(b'['),
    open: Some(Opening::InPlace),
    write: None,
    losses: None,
};
