//! A channel exported by Telegram Desktop (`result.json`): a paragraph for each message.

use serde_json::Value;

use super::{DocumentText, StatedValue};
use crate::model::When;

/// Reads an export; `None` where a text is none.
pub(super) fn read(text: &str) -> Option<DocumentText> {
    if !text.trim_start().starts_with('{') {
        return None;
    }
    let export: Value = serde_json::from_str(text).ok()?;
    let messages = export.get("messages")?.as_array()?;
    let name = export
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let written = messages.iter().filter_map(paragraph);
    let paragraphs: Vec<String> = written.collect();
    let days: Vec<&str> = messages.iter().filter_map(day).collect();
    let published = match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first == last => Some((*first).to_owned()),
        (Some(first), Some(last)) => Some(format!("{first}/{last}")),
        _ => None,
    };
    Some(DocumentText {
        format: "Telegram export",
        ending: "json",
        text: paragraphs.join("\n\n"),
        title: StatedValue::at("name", name),
        publisher: StatedValue::at("name", name),
        published: published.and_then(|days| StatedValue::at("messages", days)),
        ..DocumentText::default()
    })
}

/// The day of a message, as the export writes it: by the clock of the machine that made it.
fn day(message: &Value) -> Option<&str> {
    let day = message.get("date")?.as_str()?.get(..10)?;
    When::parse(day).is_ok().then_some(day)
}

/// A message in one line: its day, its number, its words.
fn paragraph(message: &Value) -> Option<String> {
    let words = words(message.get("text")?);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return None;
    }
    let number = message.get("id").and_then(Value::as_i64);
    let number = number.map_or_else(String::new, |it| format!(" #{it}"));
    let day = message
        .get("date")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Some(format!("[{day}{number}] {words}"))
}

/// The words of a message: a text, or pieces of one, of which some are objects.
fn words(text: &Value) -> String {
    match text {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces
            .iter()
            .map(|piece| {
                piece
                    .get("text")
                    .unwrap_or(piece)
                    .as_str()
                    .unwrap_or_default()
            })
            .collect(),
        _ => String::new(),
    }
}
