//! An exported file against its member `export`: how many records it says it holds, and the files that it was made of.

use std::path::Path;

use serde_json::Value;

use super::{Note, RefusalReason, Verdict, VerifiedKind, VerifyError, VerifyRefusal, What};
use crate::{
    data::{Digest, SourceFile},
    io::{
        error::{ReadError, ReadErrorKind},
        read::{bundled, read_file},
        watch::Watch,
    },
    work::Progress,
};

/// Verifies a file that was exported. Inputs are looked for beside it, by their names.
///
/// # Errors
/// When it cannot be read or says nothing of an export.
pub(super) fn verify(path: &Path, progress: &Progress) -> Result<Verdict, VerifyError> {
    let part = read_file(path, &Watch::of(progress)).map_err(VerifyError::Read)?;
    let Some(export) = part.members.get("export").filter(|it| it.is_object()) else {
        return Err(VerifyRefusal::of(RefusalReason::NoBag, "").into());
    };
    let mut notes = Vec::new();
    let said = export.get("written").and_then(Value::as_u64);
    let found = part.spans.len() as u64;
    if said.is_some_and(|said| said != found) {
        let said = said.unwrap_or_default();
        notes.push(Note::of(
            What::Count,
            &part.name,
            format!("{said} ≠ {found}"),
        ));
    }
    let inputs = export.get("inputs").and_then(Value::as_array);
    let mut files = 1;
    for input in inputs.into_iter().flatten() {
        files += 1;
        notes.extend(input_note(path, input)?);
    }
    Ok(Verdict {
        kind: VerifiedKind::Export,
        files,
        bytes: text_length(&part),
        notes,
    })
}

fn text_length(part: &SourceFile) -> u64 {
    part.text.len() as u64
}

/// What there is to say of a file that an export was made of.
fn input_note(path: &Path, input: &Value) -> Result<Option<Note>, VerifyError> {
    let text = |name: &str| input.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, digest) = (text("name"), text("sha256"));
    let own = bundled();
    if name == own.name && digest.eq_ignore_ascii_case(own.sha256()) {
        return Ok(None);
    }
    // A name is no path: what a file says may not lead out of its folder.
    let is_name = Path::new(name).file_name() == Some(name.as_ref());
    let beside = path.with_file_name(name);
    if !is_name || !beside.is_file() {
        return Ok(Some(Note::of(What::Missing, name, "export")));
    }
    let failed = |error: std::io::Error| {
        VerifyError::Read(ReadError {
            file: beside.display().to_string(),
            kind: ReadErrorKind::from(error),
        })
    };
    let file = std::fs::File::open(&beside).map_err(failed)?;
    let there = Digest::of_reader(file).map_err(failed)?;
    let is_it = there
        .known()
        .is_some_and(|it| it.eq_ignore_ascii_case(digest));
    Ok((!is_it).then(|| Note::of(What::Changed, name, "export")))
}
