//! `suggest`: what a text says that a record may need, with the words and the rule of each.

use std::{io::Write, path::Path};

use serde_json::{Value as Json, json};

use super::{
    Exit,
    args::SuggestArgs,
    failure::{Failure, print, say},
    input_args::InputArgs,
};
use crate::{
    io::{
        Watch,
        document::{DocumentText, read_document},
    },
    model::{Bounds, Lang, When},
    query::known_names,
    suggest::{Suggestion, SuggestionKind, suggest},
    text::{Catalogue, args, number::typed_notation},
    work::Progress,
};

pub(super) fn run(
    arguments: &SuggestArgs,
    lang: Option<Lang>,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let published = published(arguments, words)?;
    let input = InputArgs {
        files: arguments.names_of.clone(),
        ..InputArgs::default()
    };
    // Nobody cancels a command but by ending it.
    let known = known_names(&input.dataset(words)?, &Progress::unwatched()).unwrap_or_default();
    let path = arguments.document.as_deref().unwrap_or(Path::new("-"));
    let document = read_document(path, &Watch::nobody())?.document;
    let published = published.or_else(|| said_by(&document, words));
    let lang = lang.or(document.language);
    let list = suggest(&document.text, lang, published, &known);
    if arguments.json {
        let list: Vec<Json> = list.iter().map(as_json).collect();
        print(out, Json::from(list))?;
    } else {
        for suggestion in &list {
            print(out, as_line(suggestion, words))?;
        }
    }
    let has_date = list.iter().any(|it| it.kind == SuggestionKind::Date);
    if published.is_none() && !has_date {
        say(words.get("cli-suggest-unpublished"));
    }
    Ok(Exit::Done)
}

fn published(arguments: &SuggestArgs, words: &Catalogue) -> Result<Option<Bounds>, Failure> {
    let Some(text) = &arguments.published else {
        return Ok(None);
    };
    let when = When::parse(&typed_notation(text));
    when.map(|when| Some(when.bounds()))
        .map_err(|_| Failure::value(words, "--published", text, "cli-reason-date"))
}

/// When the document says that it was published; said, because relative dates are told from it.
fn said_by(document: &DocumentText, words: &Catalogue) -> Option<Bounds> {
    let found = document.published.as_ref()?;
    let when = When::parse(&found.value).ok()?;
    let arguments = args!(date: found.value.as_str(), place: found.place);
    say(&words.with("cli-suggest-published", arguments));
    Some(when.bounds())
}

fn as_json(suggestion: &Suggestion) -> Json {
    json!({
        "kind": suggestion.kind.name(),
        "text": suggestion.text,
        "start": suggestion.start,
        "end": suggestion.end,
        "value": suggestion.value.as_json(),
        "rule": suggestion.rule,
    })
}

fn as_line(suggestion: &Suggestion, words: &Catalogue) -> String {
    words.with(
        "cli-suggestion",
        args!(
            place: format!("{}-{}", suggestion.start, suggestion.end),
            kind: words.get(&format!("suggestion-{}", suggestion.kind.name())),
            text: suggestion.text.as_str(),
            value: suggestion.value.notation(),
            rule: suggestion.rule
        ),
    )
}
