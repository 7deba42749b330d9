//! Plain text and Markdown.

use super::{Document, Found};

/// Reads a text: its lines are its paragraphs, as they are.
pub(super) fn read(text: &str) -> Document {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let heading = first.and_then(|line| line.trim_start().strip_prefix("# "));
    let (format, ending) = match heading {
        Some(_) => ("Markdown", "md"),
        None => ("text", "txt"),
    };
    Document {
        format,
        ending,
        title: heading.and_then(|title| Found::at("first heading", title)),
        text: text.to_owned(),
        ..Document::default()
    }
}
