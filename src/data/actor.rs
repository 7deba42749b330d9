//! What an actor is called in each language.
//!
//! Records write an actor in one way. The collection member `aliases` gives an actor its names: those
//! that are shown as `name`, `name:fr` and `name:ar`, those that are only searched for in `names`.

use serde_json::Value;

use crate::{model::Lang, text::bidi};

use super::Dataset;

/// The name of `actor` for a reader of `lang`: the one that an open file gives for that language, for
/// a script from the right any in that script, else the name as records write it.
#[must_use]
pub fn actor_name<'a>(dataset: &'a Dataset, lang: Lang, actor: &'a str) -> &'a str {
    entry_of(dataset, actor)
        .and_then(|entry| shown(entry, lang, actor))
        .unwrap_or(actor)
}

/// Every name that the open files give to `actor`.
pub(crate) fn names_of<'a>(dataset: &'a Dataset, actor: &str) -> impl Iterator<Item = &'a str> {
    entry_of(dataset, actor).into_iter().flat_map(all_names)
}

fn entry_of<'a>(dataset: &'a Dataset, actor: &str) -> Option<&'a Value> {
    entries(dataset).find(|entry| all_names(entry).any(|name| name == actor))
}

fn shown<'a>(entry: &'a Value, lang: Lang, actor: &str) -> Option<&'a str> {
    let property = match lang {
        Lang::En => "name",
        Lang::Fr => "name:fr",
        Lang::Ar => "name:ar",
    };
    let given = entry.get(property).and_then(Value::as_str);
    given.or_else(|| {
        let is_needed = lang.is_rtl() && !bidi::has_rtl(actor);
        let mut names = all_names(entry).filter(|_| is_needed);
        names.find(|name| bidi::has_rtl(name))
    })
}

/// Every name of an entry of `aliases`, shown or only searched for.
pub(crate) fn all_names(entry: &Value) -> impl Iterator<Item = &str> {
    let shown = ["name", "name:fr", "name:ar"];
    let shown = shown.into_iter().filter_map(|name| entry.get(name));
    let listed = entry.get("names").and_then(Value::as_array);
    shown
        .chain(listed.into_iter().flatten())
        .filter_map(Value::as_str)
}

/// What open files give names to: what it is (`actor`, `place`, `equipment`), and its names, the one it is shown by first.
pub fn named_things(dataset: &Dataset) -> impl Iterator<Item = (&str, Vec<&str>)> {
    let lists = dataset.parts().iter();
    lists
        .filter_map(|part| part.members.get("aliases")?.as_array())
        .flatten()
        .filter_map(|entry| Some((entry.get("what")?.as_str()?, all_names(entry).collect())))
}

/// The actors that open files give names to.
fn entries(dataset: &Dataset) -> impl Iterator<Item = &Value> {
    dataset
        .parts()
        .iter()
        .filter_map(|part| part.members.get("aliases")?.as_array())
        .flatten()
        .filter(|entry| entry.get("what").and_then(Value::as_str) == Some("actor"))
}
