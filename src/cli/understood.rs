//! What was understood of each file, for people and for programs.

use serde_json::{Value, json};

use crate::{
    data::{Dataset, Doubt, DoubtKind, FieldSource, FileOrigin, Understood},
    query::{doubt_in_words, reason_in_words},
    text::{Arg, Catalogue, args},
};

/// Returns what was understood of each file, in their order.
pub(super) fn understood(dataset: &Dataset) -> Vec<(&str, &Understood)> {
    let parts = dataset.parts().iter().map(|part| part.name.as_str());
    parts.zip(dataset.all_understood()).collect()
}

/// Returns what was understood of a file as one JSON object.
pub(super) fn as_json(name: &str, file: &Understood, words: &Catalogue) -> Value {
    let mapping: Vec<Value> = file
        .fields
        .iter()
        .map(|it| field_as_json(it, words))
        .collect();
    let constants = file.constants.iter();
    let constants =
        constants.map(|(field, value)| (field.name().to_owned(), value.as_str().into()));
    let constants: serde_json::Map<String, Value> = constants.collect();
    let mut object = json!({
        "name": name,
        "format": file.format,
        "encoding": file.encoding,
        "records": file.records,
        "dated": file.dated,
        "placed": file.placed,
        "mapping": mapping,
        "extras": file.extras,
        "doubts": doubts_as_json(&file.doubts, words),
    });
    if let (false, Some(object)) = (constants.is_empty(), object.as_object_mut()) {
        object.insert("set".to_owned(), constants.into());
    }
    object
}

fn field_as_json(source: &FieldSource, words: &Catalogue) -> Value {
    json!({
        "field": source.field.name(),
        "column": source.column,
        "why": source.reason.code(),
        "said": reason(source, words),
        "filled": source.filled,
        "seen": source.seen,
        "dated": source.dated,
    })
}

/// Returns doubts as JSON.
pub(super) fn doubts_as_json(doubts: &[Doubt], words: &Catalogue) -> Vec<Value> {
    let doubts = doubts.iter().map(|doubt| {
        json!({
            "kind": doubt.kind.code(),
            "n": doubt.n,
            "value": doubt.value,
            "message": doubt_in_words(words, doubt),
            "options": doubt.options(),
        })
    });
    doubts.collect()
}

/// Returns what was understood of a file, a line for each thing.
pub(super) fn lines(name: &str, file: &Understood, words: &Catalogue) -> Vec<String> {
    let (format, encoding) = (file.format, file.encoding);
    let arguments = args!(
        file: name, format: format, encoding: encoding,
        n: file.records, dated: file.dated, placed: file.placed
    );
    let mut lines = vec![words.with("understood-file", arguments)];
    lines.extend(file.fields.iter().map(|source| {
        let field = words.get(source.field.key());
        let (column, why) = (source.column.as_str(), reason(source, words));
        words.with(
            "understood-field",
            args!(field: field, column: column, why: why.as_str()),
        )
    }));
    lines.extend(file.constants.iter().map(|(field, value)| {
        let field = words.get(field.key());
        words.with("understood-set", args!(field: field, value: value.as_str()))
    }));
    let lists = [
        ("cli-extras", &file.extras),
        ("cli-withheld", &file.withheld),
    ];
    for (key, columns) in lists {
        if !columns.is_empty() {
            let columns = columns.join(", ");
            lines.push(words.with(key, args!(file: name, columns: columns.as_str())));
        }
    }
    lines.extend(
        file.doubts
            .iter()
            .map(|doubt| doubt_line(name, doubt, words)),
    );
    lines
}

/// Returns a doubt as one line with what settles it.
pub(super) fn doubt_line(name: &str, doubt: &Doubt, words: &Catalogue) -> String {
    let message = doubt_in_words(words, doubt);
    let key = if doubt.answers.is_empty() {
        "doubt-line"
    } else {
        "doubt-line-options"
    };
    let options = doubt.options().join(words.get("list-separator"));
    words.with(
        key,
        args!(file: name, doubt: message.as_str(), options: Arg::Own(options.into())),
    )
}

fn reason(source: &FieldSource, words: &Catalogue) -> String {
    let reason = reason_in_words(words, source.reason);
    let (filled, seen) = (source.filled, source.seen);
    words.with(
        "understood-why",
        args!(reason: reason, filled: filled, seen: seen),
    )
}

/// Returns the doubts of each file that counts may hang on: not those that every list of issues has already.
pub(super) fn counted_doubts(dataset: &Dataset) -> Vec<(&str, &[Doubt])> {
    // The bundled records are known: to look for doubts about them would double the time that their counts take.
    let parts = dataset.parts().iter().enumerate();
    parts
        .filter(|(_, part)| part.source != FileOrigin::Bundled)
        .filter_map(|(number, part)| Some((part.name.as_str(), dataset.understood(number)?)))
        .map(|(name, file)| (name, file.doubts.as_slice()))
        .filter(|(_, doubts)| !doubts.is_empty())
        .collect()
}

/// Whether more than a tenth of the records of a file ended without a date or a place though nothing in the file is
/// empty there.
pub(super) fn is_unexplained(file: &Understood) -> bool {
    let is_of = |kind: DoubtKind| file.doubts.iter().any(|doubt| doubt.kind == kind);
    is_of(DoubtKind::NoDateColumn) || is_of(DoubtKind::NoPlaceColumns)
}
