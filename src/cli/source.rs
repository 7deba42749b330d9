//! `source add|list|check`: the documents of a dataset, archived as they were received.

use std::io::Write;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{
    Exit,
    args::{SourceAddArgs, SourceCommand, SourceListArgs},
    failure::{Failure, print, say},
};
use crate::{
    io::{
        Watch,
        document::{StatedValue, read_document},
        read::read_file,
        sources::{self, AddError, Added, CopyState},
    },
    model::When,
    text::{Catalogue, args},
};

pub(super) fn run(
    command: &SourceCommand,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    match command {
        SourceCommand::Add(arguments) => add(arguments, words, out),
        SourceCommand::List(arguments) => list(arguments, false, words, out),
        SourceCommand::Check(arguments) => list(arguments, true, words, out),
    }
}

fn add(arguments: &SourceAddArgs, words: &Catalogue, out: &mut dyn Write) -> Result<Exit, Failure> {
    if let Some(published) = &arguments.published
        && When::parse(published).is_err()
    {
        return Err(Failure::value(
            words,
            "--published",
            published,
            "cli-reason-date",
        ));
    }
    let given = [
        ("title", &arguments.title),
        ("publisher", &arguments.publisher),
        ("published", &arguments.published),
        ("url", &arguments.url),
    ];
    let given: Map<String, Value> = given
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value.as_deref()?.into())))
        .collect();
    let received = read_document(&arguments.document, &Watch::nobody())?;
    let entry = sources::entry(&received, &given, Timestamp::now());
    // The bytes first: a source without its copy is worth less than a copy without its source.
    let kept = sources::keep(&arguments.dataset, &received)?;
    let added = sources::add(&arguments.dataset, &entry).map_err(|error| match error {
        AddError::Read(error) => Failure::Read(error),
        AddError::Write(error) => Failure::Write(error),
        AddError::NoCollection => {
            let file = arguments.dataset.display().to_string();
            Failure::Usage(words.with("cli-source-no-collection", args!(file: file)))
        }
    })?;
    print(out, Value::from(entry))?;
    let document = &received.document;
    let found = [
        &document.title,
        &document.byline,
        &document.publisher,
        &document.published,
    ];
    for StatedValue { value, place } in found.into_iter().flatten() {
        say(&words.with(
            "cli-source-found",
            args!(value: value.as_str(), place: *place),
        ));
    }
    if document.untold > 0 {
        say(&words.with("cli-source-untold", args!(count: document.untold)));
    }
    match added {
        Added::Now(_) => {
            let count = document.paragraphs().count();
            let arguments = args!(file: kept.display().to_string(), format: words.document_format(document.format), count: count);
            say(&words.with("cli-source-kept", arguments));
        }
        Added::Already(id) => say(&words.with("cli-source-known", args!(id: id))),
    }
    Ok(Exit::Done)
}

fn list(
    arguments: &SourceListArgs,
    is_check: bool,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let path = &arguments.dataset;
    let read = read_file(path, &Watch::nobody())?;
    let none = Vec::new();
    let list = read
        .members
        .get("sources")
        .and_then(Value::as_array)
        .unwrap_or(&none);
    let states = sources::check(path, list)?;
    let both = || list.iter().zip(&states);
    if arguments.json {
        let list: Vec<Value> = both()
            .map(|(source, state)| sources::as_json(source, *state))
            .collect();
        print(out, Value::from(list))?;
    } else {
        for (source, state) in both() {
            print(out, line(source, *state, words))?;
        }
    }
    let is_lost = |state: &CopyState| matches!(state, CopyState::Missing | CopyState::Changed);
    let is_whole = !states.iter().any(is_lost);
    Ok(if is_check && !is_whole {
        Exit::Issues
    } else {
        Exit::Done
    })
}

fn line(source: &Value, state: CopyState, words: &Catalogue) -> String {
    let text = |name: &str| source.get(name).and_then(Value::as_str).unwrap_or("–");
    let key = format!("source-copy-{}", state.name());
    let state = words.get(&key);
    let arguments =
        args!(id: text("id"), published: text("published"), title: text("title"), copy: state);
    words.with("cli-source-line", arguments)
}
