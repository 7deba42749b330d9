//! `log`: the changes of a file, as its logs have them. `verify-log`: their chains.

use std::{io::Write, path::Path};

use serde_json::{Value, json};

use super::{
    Exit,
    args::{LogArgs, VerifyLogArgs},
    failure::{Failure, print, say},
};
use crate::{
    data::{
        change_log::{
            ChangeLog, Dispute, Entry, Fault, FaultKind, LineFault, Rec, VerifiedLog, settle,
        },
        edit::{Op, writes},
    },
    io::change_log::{LogFolder, read_log, verify_log},
    text::{Catalogue, args},
};

/// Characters of a value that are shown.
const SHOWN: usize = 60;

pub(super) fn run(
    arguments: &LogArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let log = read(&arguments.dataset)?;
    let settled = settle(&log, |_| true);
    let record = arguments.record.as_deref();
    let is_meant = |entry: &Entry| {
        record.is_none_or(|record| entry.rec.as_ref().is_some_and(|rec| rec.name() == record))
    };
    if arguments.json {
        let changes: Vec<Value> = settled
            .order
            .iter()
            .filter(|entry| is_meant(entry))
            .filter_map(|entry| serde_json::from_str(&entry.to_line()).ok())
            .collect();
        let faults: Vec<Value> = log.faults().iter().map(fault_value).collect();
        let disputes: Vec<Value> = settled.disputes.iter().map(dispute_value).collect();
        print(
            out,
            json!({"changes": changes, "faults": faults, "unsettled": disputes}),
        )?;
    } else {
        for entry in settled.order.iter().filter(|entry| is_meant(entry)) {
            tell(entry, words, out)?;
        }
        for dispute in &settled.disputes {
            print(out, dispute_line(dispute, words))?;
        }
    }
    for fault in log.faults() {
        say(&fault_line(&fault, words));
    }
    tell_cut(&log, words);
    if settled.order.is_empty() {
        say(words.get("cli-log-empty"));
    }
    Ok(Exit::Done)
}

/// The logs of the file, or in the folder, or in the log at `path`.
pub(super) fn read(path: &Path) -> Result<ChangeLog, Failure> {
    if path.is_dir() {
        return Ok(LogFolder::at(path.to_path_buf()).read()?);
    }
    if path.extension().is_some_and(|ending| ending == "jsonl")
        && !LogFolder::beside(path).path().is_dir()
    {
        let author = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut log = ChangeLog::default();
        log.authors.insert(author, read_log(path)?);
        return Ok(log);
    }
    Ok(LogFolder::beside(path).read()?)
}

/// Looks at the chains of the logs of the file, or in the folder, or of the log at a path.
fn verified(path: &Path) -> Result<Vec<VerifiedLog>, Failure> {
    if path.is_dir() {
        return Ok(LogFolder::at(path.to_path_buf()).verify()?);
    }
    let beside = LogFolder::beside(path);
    if path.extension().is_some_and(|ending| ending == "jsonl") && !beside.path().is_dir() {
        return Ok(verify_log(path)?);
    }
    Ok(beside.verify()?)
}

pub(super) fn verify(
    arguments: &VerifyLogArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let logs = verified(&arguments.dataset)?;
    if logs.is_empty() {
        say(words.get("cli-log-empty"));
    }
    let mut exit = Exit::Done;
    for log in &logs {
        let author = log.author.as_str();
        if let Some(fault) = &log.fault {
            print(out, fault_line(fault, words))?;
            exit = Exit::Issues;
        } else {
            let args = args!(author: author, n: log.lines);
            print(out, words.with("cli-log-whole", args))?;
        }
        if log.is_cut {
            say(&words.with("cli-log-cut", args!(author: author)));
        }
    }
    Ok(exit)
}

fn tell_cut(log: &ChangeLog, words: &Catalogue) {
    for (author, _) in log.authors.iter().filter(|(_, log)| log.is_cut) {
        say(&words.with("cli-log-cut", args!(author: author.as_str())));
    }
}

fn tell(entry: &Entry, words: &Catalogue, out: &mut dyn Write) -> Result<(), Failure> {
    let rec = entry.rec.as_ref().map(Rec::name).unwrap_or_default();
    print(
        out,
        format_args!("{}  {}  {}  {rec}", entry.id, entry.at, entry.by),
    )?;
    if let Some(undone) = &entry.undoes {
        print(
            out,
            format_args!(
                "    {}",
                words.with("cli-log-undoes", args!(id: undone.as_str()))
            ),
        )?;
    }
    if entry.saved.is_some() {
        print(out, format_args!("    {}", words.get("cli-log-saved")))?;
    }
    for (op, was) in writes(&entry.ops) {
        print(out, format_args!("    {}", op_line(op, was, words)))?;
    }
    match &entry.why {
        Some(why) => print(out, format_args!("    {why}")),
        None => Ok(()),
    }
}

fn op_line(op: &Op, was: Option<&Value>, words: &Catalogue) -> String {
    if op.path.is_whole() {
        let key = if op.value().is_some() {
            "cli-log-new"
        } else {
            "cli-log-deleted"
        };
        return words.get(key).to_owned();
    }
    let shown = |value: Option<&Value>| value.map_or_else(|| "–".to_owned(), shortened);
    format!("{}: {} → {}", op.path, shown(was), shown(op.value()))
}

/// A value as JSON, no longer than what is read at a glance.
pub(super) fn shortened(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

pub(super) fn dispute_line(dispute: &Dispute, words: &Catalogue) -> String {
    let views: Vec<String> = dispute
        .views
        .iter()
        .map(|view| {
            let value = view
                .value
                .as_ref()
                .map_or_else(|| "–".to_owned(), shortened);
            format!("{}: {value}", view.by)
        })
        .collect();
    let (rec, path) = (dispute.rec.name(), dispute.path.to_string());
    words.with(
        "cli-log-unsettled",
        args!(record: rec, field: path, values: views.join("; ")),
    )
}

pub(super) fn dispute_value(dispute: &Dispute) -> Value {
    let views = dispute.views.iter();
    let views: Vec<Value> = views
        .map(|view| json!({"by": view.by, "change": view.id, "at": view.at, "value": view.value}))
        .collect();
    json!({"record": dispute.rec.name(), "for": dispute.path.to_string(), "values": views})
}

fn fault_code(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::Unread(LineFault::NotJson) => "not-json",
        FaultKind::Unread(LineFault::Version) => "version",
        FaultKind::Unread(LineFault::Form) => "form",
        FaultKind::Chain => "chain",
        FaultKind::Twice => "twice",
        FaultKind::Seen => "seen",
    }
}

fn fault_value(fault: &Fault) -> Value {
    json!({"author": fault.author, "line": fault.line, "kind": fault_code(fault.kind)})
}

fn fault_line(fault: &Fault, words: &Catalogue) -> String {
    let key = format!("log-fault-{}", fault_code(fault.kind));
    let reason = words.get(&key);
    let author = fault.author.as_str();
    words.with(
        "cli-log-fault",
        args!(author: author, line: fault.line, reason: reason),
    )
}
