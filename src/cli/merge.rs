//! `merge`: what two analysts made of one file, put together. Works as a merge driver of git.

use std::{io::Write, path::Path};

use serde_json::{Map, Value, json};

use super::{
    Exit,
    apply::editable,
    args::MergeArgs,
    failure::{Failure, print_table, require_output, say},
    log::shortened,
};
use crate::{
    data::{
        Agreement, FieldAgreement,
        change_log::{ChangeLog, Entry, Rec},
        merge::{Clash, Merged, merge},
    },
    io::{Destination, WriteError, WriteErrorKind, change_log::LogFolder, save::save_to},
    text::{Catalogue, args},
    work::Progress,
};

/// What the sides are called where no log says who they are.
const SIDES: [&str; 2] = ["ours", "theirs"];

pub(super) fn run(
    arguments: &MergeArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let [base, ours, theirs] =
        [&arguments.base, &arguments.ours, &arguments.theirs].map(|path| editable(path));
    let (base, ours, theirs) = (base?, ours?, theirs?);
    let logs = [&arguments.ours, &arguments.theirs].map(|path| LogFolder::beside(path).read());
    let [our_log, their_log] = logs;
    let (our_log, their_log) = (our_log?, their_log?);
    let names = names(&our_log, &their_log);
    let merged = merge(&base, [&ours, &theirs], [&names[0], &names[1]]);
    if arguments.out == Path::new("-") {
        require_output()?;
        print_table(out, &merged.text)?;
    } else {
        write(&arguments.out, &merged.text)?;
        let union = our_log.union(&their_log);
        if !union.authors.is_empty() {
            LogFolder::beside(&arguments.out).add(&union)?;
        }
    }
    if let Some(path) = &arguments.report {
        let (files, logs) = ([&ours, &theirs], [&our_log, &their_log]);
        let agreement = Agreement::of(files, logs, &Progress::unwatched());
        let report = report(&merged, &names, &agreement.unwrap_or_default());
        write(path, &format!("{report:#}\n"))?;
    }
    for clash in &merged.clashes {
        say(&clash_line(clash, &names, words));
    }
    let counts = args!(taken: merged.taken, joined: merged.joined, unsettled: merged.clashes.len());
    say(&words.with("cli-merged", counts));
    Ok(if merged.clashes.is_empty() {
        Exit::Done
    } else {
        Exit::Issues
    })
}

/// Who changed what only one side knows: their names, where a log has them and they are not the same.
fn names(ours: &ChangeLog, theirs: &ChangeLog) -> [String; 2] {
    let own = |log: &ChangeLog, other: &ChangeLog| {
        let is_new = |entry: &&Entry| other.find(&entry.id).is_none();
        let mut names: Vec<String> = log
            .entries()
            .filter(is_new)
            .map(|entry| entry.by.clone())
            .collect();
        names.sort();
        names.dedup();
        names.join(", ")
    };
    let names = [own(ours, theirs), own(theirs, ours)];
    if names.iter().any(String::is_empty) || names[0] == names[1] {
        return SIDES.map(str::to_owned);
    }
    names
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let written = save_to(&Destination::replacing(path), |out| {
        out.write_all(text.as_bytes()).map_err(WriteErrorKind::from)
    });
    written.map(drop).map_err(|error: WriteError| error.into())
}

fn report(merged: &Merged, names: &[String; 2], agreement: &Agreement) -> Value {
    let unsettled = merged.clashes.iter().map(|clash| {
        let mut value = clash.to_value([&names[0], &names[1]]);
        let record = clash
            .rec
            .as_ref()
            .map_or(Value::Null, |rec| rec.name().into());
        if let Some(object) = value.as_object_mut() {
            object.insert("record".to_owned(), record);
        }
        value
    });
    json!({
        "taken": merged.taken,
        "joined": merged.joined,
        "unsettled": unsettled.collect::<Vec<Value>>(),
        "agreement": agreement_value(agreement),
    })
}

/// How often the two say the same, by field.
fn agreement_value(agreement: &Agreement) -> Value {
    let fields = agreement.fields.iter().map(|(name, field)| {
        let FieldAgreement {
            compared,
            same,
            kappa,
            overlap,
        } = field;
        let value = json!({
            "compared": compared, "same": same, "kappa": kappa, "overlap": overlap,
        });
        (name.clone(), value)
    });
    json!({"records": agreement.both, "fields": fields.collect::<Map<String, Value>>()})
}

fn clash_line(clash: &Clash, names: &[String; 2], words: &Catalogue) -> String {
    let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "–".to_owned(), shortened);
    let values = [&clash.ours, &clash.theirs];
    let values: Vec<String> = names
        .iter()
        .zip(values)
        .map(|(name, value)| format!("{name}: {}", shown(value)))
        .collect();
    let record = clash.rec.as_ref().map(Rec::name).unwrap_or_default();
    let (field, values) = (clash.path.to_string(), values.join("; "));
    words.with(
        "cli-log-unsettled",
        args!(record: record, field: field, values: values),
    )
}
