//! Plain text and Markdown.

use super::{DocumentText, StatedValue};

/// Reads a text: its lines are its paragraphs, as they are.
pub(super) fn read(text: &str) -> DocumentText {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let heading = first.and_then(|line| line.trim_start().strip_prefix("# "));
    let (format, ending) = match heading {
        Some(_) => ("Markdown", "md"),
        None => ("text", "txt"),
    };
    DocumentText {
        format,
        ending,
        title: heading.and_then(|title| StatedValue::at("first heading", title)),
        text: text.to_owned(),
        ..DocumentText::default()
    }
}
