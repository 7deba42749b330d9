//! `verify`: whether a bundle, a bag or an exported file is as it was sealed.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    Exit,
    args::VerifyArgs,
    failure::{Failure, print, say},
    progress,
};
use crate::{
    io::bundle::verify::{Note, SignatureFiles, Verdict, verify},
    text::Catalogue,
};

pub(super) fn run(
    arguments: &VerifyArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let path = &arguments.bundle;
    let beside = SignatureFiles {
        signature: arguments.signature.clone(),
        signers: arguments.signers.clone(),
    };
    let verdict = verify(path, &beside, &progress::shown());
    progress::done();
    let verdict = verdict.map_err(|error| Failure::Sentence(error.sentence(path, words)))?;
    if arguments.json {
        print(out, as_json(&verdict, words))?;
    } else {
        for note in &verdict.notes {
            print(out, note.sentence(words))?;
        }
    }
    say(&verdict.sentence(path, words));
    Ok(if verdict.is_whole() {
        Exit::Done
    } else {
        Exit::Issues
    })
}

fn as_json(verdict: &Verdict, words: &Catalogue) -> Value {
    let list = |is_fault: bool| -> Vec<Value> {
        let notes = verdict.notes.iter();
        let notes = notes.filter(|note| note.what.is_fault() == is_fault);
        notes.map(|note| as_value(note, words)).collect()
    };
    json!({
        "kind": verdict.kind.name(),
        "whole": verdict.is_whole(),
        "files": verdict.files,
        "bytes": verdict.bytes,
        "faults": list(true),
        "remarks": list(false),
    })
}

fn as_value(note: &Note, words: &Catalogue) -> Value {
    json!({
        "kind": note.what.code(),
        "file": note.file,
        "detail": note.detail,
        "message": note.sentence(words),
    })
}
