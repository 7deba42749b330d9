//! `check`: every issue, one a line.

use crate::model::{Own, RowId};
use std::io::Write;

use serde_json::{Value, json};

use super::{
    Exit,
    args::CheckArgs,
    failure::{Failure, print},
    lines::LineCounter,
    understood::{as_json as file_as_json, is_unexplained, lines as file_lines, understood},
};
use crate::{
    data::{Dataset, FiledIssue, merge},
    text::{Catalogue, args},
};

pub(super) fn run(
    arguments: &CheckArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let dataset = arguments.input.dataset_as_it_is(words)?;
    let firsts = first_rows(&dataset);
    let unreadable = dataset.columns().totals().unreadable;
    let issues = dataset.issues();
    let unsettled = Unsettled::all(&dataset, &firsts);
    let files = understood(&dataset);
    let mut lines = LineCounter::default();
    if arguments.json {
        let issues = issues
            .iter()
            .map(|filed| as_json(&dataset, &firsts, filed, lines.of(&dataset, filed), words));
        let unsettled = unsettled.iter().map(|value| value.to_json(words));
        let issues: Vec<Value> = issues.chain(unsettled).collect();
        let records = dataset.len();
        let mut report = json!({"records": records, "unreadable": unreadable, "issues": issues});
        if let (unlisted @ 1.., Some(report)) = (dataset.unlisted_issues(), report.as_object_mut())
        {
            report.insert("unlisted".to_owned(), unlisted.into());
        }
        let extras = extras(&dataset);
        let files = files
            .iter()
            .map(|(name, file)| file_as_json(name, file, words));
        let files: Vec<Value> = files.collect();
        if let Some(report) = report.as_object_mut() {
            if !extras.is_empty() {
                report.insert("extras".to_owned(), extras.into());
            }
            report.insert("files".to_owned(), files.into());
        }
        print(out, report)?;
    } else {
        for filed in issues {
            let at = lines.of(&dataset, filed);
            print(out, line(&dataset, &firsts, filed, at, words))?;
        }
        for value in &unsettled {
            print(out, value.line(words))?;
        }
        for (name, file) in &files {
            for line in file_lines(name, file, words) {
                print(out, line)?;
            }
        }
        let count = issues.len() + unsettled.len() + dataset.unlisted_issues();
        let records = dataset.len();
        let arguments = args!(n: records, unreadable: unreadable, issues: count);
        print(out, words.with("cli-checked", arguments))?;
    }
    let is_explained = !files.iter().any(|(_, file)| is_unexplained(file));
    Ok(
        if issues.is_empty() && unsettled.is_empty() && is_explained {
            Exit::Done
        } else {
            Exit::Issues
        },
    )
}

/// A value that two analysts changed otherwise, which waits for a person.
struct Unsettled {
    file: String,
    record: String,
    field: String,
}

impl Unsettled {
    fn all(dataset: &Dataset, firsts: &[RowId]) -> Vec<Self> {
        let of_row = |row: RowId| {
            let part = dataset.part_of(row);
            let fields = merge::unsettled(dataset.bytes(row)).into_iter();
            let name = move || {
                let id = dataset.record(row).and_then(|record| record.id.clone());
                id.map_or_else(
                    || format!("#{}", row.since(*firsts.own(part))),
                    |id| id.to_string(),
                )
            };
            fields.map(move |field| Self {
                file: dataset.file_of(row).name.clone(),
                record: name(),
                field,
            })
        };
        dataset.rows().flat_map(of_row).collect()
    }

    fn line(&self, words: &Catalogue) -> String {
        let Self {
            file,
            record,
            field,
        } = self;
        format!("{file}: {record}: {field}: {}", words.get("cli-unsettled"))
    }

    fn to_json(&self, words: &Catalogue) -> Value {
        json!({
            "file": self.file, "record": self.record, "field": self.field, "kind": merge::UNSETTLED,
            "message": words.get("cli-unsettled"),
        })
    }
}

/// The row of the first record of each file.
fn first_rows(dataset: &Dataset) -> Vec<RowId> {
    dataset
        .parts()
        .iter()
        .enumerate()
        .map(|(part, _)| dataset.rows_of(part).start())
        .collect()
}

/// The columns of each file that have no place in the profile.
fn extras(dataset: &Dataset) -> Vec<Value> {
    let parts = dataset.parts().iter();
    parts
        .map(|part| (part, part.extras()))
        .filter(|(_, columns)| !columns.is_empty())
        .map(|(part, columns)| json!({"file": part.name, "columns": columns}))
        .collect()
}

fn as_json(
    dataset: &Dataset,
    firsts: &[RowId],
    filed: &FiledIssue,
    line: Option<usize>,
    words: &Catalogue,
) -> Value {
    let mut object = json!({
        "file": file(dataset, filed),
        "record": record(dataset, firsts, filed),
        "field": &*filed.issue.field,
        "kind": filed.issue.kind.code(),
        "message": message(filed, words),
    });
    if let (Some(line), Some(object)) = (line, object.as_object_mut()) {
        object.insert("line".to_owned(), line.into());
    }
    object
}

/// `file:line: record: field: message`, without what does not apply.
fn line(
    dataset: &Dataset,
    firsts: &[RowId],
    filed: &FiledIssue,
    line: Option<usize>,
    words: &Catalogue,
) -> String {
    let record = record(dataset, firsts, filed).unwrap_or_default();
    let message = message(filed, words);
    let name = file(dataset, filed);
    let place = line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"));
    [&place, &record, &*filed.issue.field, &message]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}

fn file<'a>(dataset: &'a Dataset, filed: &FiledIssue) -> &'a str {
    dataset
        .parts()
        .get(filed.part)
        .map_or("", |part| &part.name)
}

/// The id of the record, else its place among the records of its file, from `#0` on; `None` when
/// it is the file as a whole.
fn record(dataset: &Dataset, firsts: &[RowId], filed: &FiledIssue) -> Option<String> {
    let row = filed.row?;
    let id = dataset.record(row).and_then(|record| record.id.clone());
    let of_file = || Some(format!("#{}", row.since(*firsts.own(filed.part))));
    id.map(|id| id.to_string()).or_else(of_file)
}

fn message(filed: &FiledIssue, words: &Catalogue) -> String {
    let message = words.issue(filed.issue.kind);
    let value = &*filed.issue.value;
    if value.is_empty() {
        return message.to_owned();
    }
    words.with("cli-issue", args!(message: message, value: value))
}
