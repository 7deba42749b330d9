//! `apply`: the changes of a log take effect on a file. `undo`: one of them is taken back.

use std::path::Path;

use super::{
    Exit,
    args::{ApplyArgs, UndoArgs},
    failure::{Failure, say},
    log::{dispute_line, read as read_log},
};
use crate::{
    data::{
        Edits, Records, RecordsOfFile, Refusal, Replayed, SourceFile,
        change_log::{ChangeLog, Entry, Rec, Settled, digest_of, settle},
        edit::{Misfit, inverse},
    },
    io::{
        Destination, Watch, authoring,
        change_log::{LogFolder, entry_now, system_author},
        read::read_file,
    },
    text::{Catalogue, args},
};

/// The file as one whose records can be changed.
pub(super) fn editable(path: &Path) -> Result<SourceFile, Failure> {
    as_editable(read_file(path, &Watch::nobody())?)
}

fn as_editable(read: SourceFile) -> Result<SourceFile, Failure> {
    if read.is_editable() {
        return Ok(read);
    }
    Ok(authoring::as_profile(&read, &read.name)?)
}

pub(super) fn run(arguments: &ApplyArgs, words: &Catalogue) -> Result<Exit, Failure> {
    let read = read_file(&arguments.dataset, &Watch::nobody())?;
    let digest = read.sha256().to_owned();
    let part = as_editable(read)?;
    let log = read_log(&arguments.log_path)?;
    let bases = log.bases_from(&digest);
    let is_known = log.knows(&digest);
    let settled = settle(&log, |entry| !is_known || bases.contains(&entry.base));
    let records = RecordsOfFile::of(&part);
    let mut edits = Edits::default();
    let replayed = edits.replay(&settled, &records);
    let (log_file, file) = (
        arguments.log_path.display().to_string(),
        arguments.dataset.display().to_string(),
    );
    let is_foreign = !is_known && replayed.done.is_empty() && replayed.already.is_empty();
    if is_foreign && !replayed.refused.is_empty() {
        let sentence = words.with("cli-log-foreign", args!(log: log_file, file: file));
        return Err(Failure::Usage(sentence));
    }
    let destination = Destination {
        inputs: vec![arguments.dataset.clone()],
        ..Destination::replacing(&arguments.out)
    };
    authoring::save_as(&part.edited(&edits), &destination)?;
    tell(&replayed, &settled, words);
    let is_whole = replayed.refused.is_empty() && settled.disputes.is_empty();
    Ok(if is_whole { Exit::Done } else { Exit::Issues })
}

fn tell(replayed: &Replayed<'_>, settled: &Settled<'_>, words: &Catalogue) {
    for (entry, refusal) in &replayed.refused {
        say(&refusal_line(entry, refusal, words));
    }
    for dispute in &settled.disputes {
        say(&dispute_line(dispute, words));
    }
    let counts = args!(
        done: replayed.done.len(),
        already: replayed.already.len(),
        refused: replayed.refused.len(),
        unsettled: settled.disputes.len(),
    );
    say(&words.with("cli-applied", counts));
}

/// Why a change takes no effect.
pub(super) fn refusal_line(entry: &Entry, refusal: &Refusal, words: &Catalogue) -> String {
    let (key, field) = match refusal {
        Refusal::NoRecord => ("edit-refused-no-record", String::new()),
        Refusal::Ambiguous => ("edit-refused-ambiguous", String::new()),
        Refusal::Misfit(Misfit::NotJson) => ("edit-refused-not-json", String::new()),
        Refusal::Misfit(misfit) => ("edit-refused-misfit", misfit.path().to_string()),
    };
    let rec = entry.rec.as_ref().map(Rec::name).unwrap_or_default();
    let reason = words.with(key, args!(record: rec, field: field));
    words.with(
        "cli-change-refused",
        args!(id: entry.id.as_str(), reason: reason),
    )
}

pub(super) fn undo(arguments: &UndoArgs, words: &Catalogue) -> Result<Exit, Failure> {
    let path = &arguments.dataset;
    let read = read_file(path, &Watch::nobody())?;
    let folder = LogFolder::beside(path);
    let log = folder.read()?;
    let Some(entry) = log.find(&arguments.change) else {
        let sentence = words.with("cli-no-change", args!(id: arguments.change.as_str()));
        return Err(Failure::Usage(sentence));
    };
    if !read.is_editable() {
        let file = path.display().to_string();
        return Err(Failure::Usage(
            words.with("cli-not-editable", args!(file: file)),
        ));
    }
    let records = RecordsOfFile::of(&read);
    let mut edits = replayed_on(&read, &log, &records);
    let rec = entry.rec.clone();
    let before = rec
        .as_ref()
        .and_then(|rec| edits.text(rec, &records).ok().flatten());
    let was = before.map(digest_of);
    let ops = inverse(&entry.ops).filter(|ops| !ops.is_empty());
    let (Some(ops), Some(_)) = (ops, &rec) else {
        let sentence = words.with("cli-no-inverse", args!(id: entry.id.as_str()));
        return Err(Failure::Usage(sentence));
    };
    let undoing = Entry {
        base: read.sha256().to_owned(),
        rec,
        was,
        ops,
        undoes: Some(entry.id.clone()),
        why: arguments.why.clone(),
        ..entry_now()
    };
    if let Err(refusal) = edits.apply(&undoing, &[], &records) {
        say(&refusal_line(entry, &refusal, words));
        say(words.get("cli-undo-later"));
        return Ok(Exit::Issues);
    }
    let by = arguments.by.clone().unwrap_or_else(system_author);
    let edited = read.edited(&edits);
    folder.append(&by, vec![undoing])?;
    folder.sync(&by)?;
    let sha256 = if let Some(out) = &arguments.out {
        authoring::save_as(&edited, &Destination::replacing(out))?;
        None
    } else {
        Some(authoring::save_over(path, &read, &edited)?.sha256)
    };
    if let Some(saved) = sha256 {
        folder.append_saved(&by, read.sha256(), saved)?;
        folder.sync(&by)?;
    }
    say(&words.with("cli-undone", args!(id: entry.id.as_str())));
    Ok(Exit::Done)
}

/// What the log holds beyond the file.
fn replayed_on(part: &SourceFile, log: &ChangeLog, records: &dyn Records) -> Edits {
    let bases = log.bases_from(part.sha256());
    let settled = settle(log, |entry| bases.contains(&entry.base));
    let mut edits = Edits::default();
    edits.replay(&settled, records);
    edits
}
