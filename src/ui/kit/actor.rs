//! What an actor is called where records write the name in another script.

use serde_json::Value;

use crate::{
    store::Dataset,
    text::{Words, bidi},
};

/// The name of an actor for a reader: where the language is written from the right and the open
/// files give the actor another name in that script, that name, else the name as records write it.
#[must_use]
pub fn actor_name(words: &Words, dataset: &Dataset, actor: &str) -> String {
    if !words.content().is_rtl() || bidi::has_rtl(actor) {
        return actor.to_owned();
    }
    aliases(dataset)
        .filter(|names| names.contains(&actor))
        .find_map(|names| names.into_iter().find(|name| bidi::has_rtl(name)))
        .unwrap_or(actor)
        .to_owned()
}

/// Names of the same actor, by entry of the collections' `aliases`.
fn aliases(dataset: &Dataset) -> impl Iterator<Item = Vec<&str>> {
    dataset
        .parts()
        .iter()
        .filter_map(|part| part.members.get("aliases")?.as_array())
        .flatten()
        .filter(|entry| entry.get("what").and_then(Value::as_str) == Some("actor"))
        .filter_map(|entry| entry.get("names")?.as_array())
        .map(|names| names.iter().filter_map(Value::as_str).collect())
}
