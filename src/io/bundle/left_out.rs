//! `left-out.csv`: each record and each copy that is not in the bundle, and why.

use std::{collections::HashSet, io::Write};

use super::copies::Found;
use crate::{
    io::{error::WriteErrorKind, export::Export, formats::csv::write::push, sources::CopyState},
    model::{Relation, RowId, RowRange},
    query::RowMask,
    work::Progress,
};

/// Writes a line for each.
pub(super) fn write(
    export: &Export<'_>,
    rows: &[RowId],
    found: &[Found],
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(), WriteErrorKind> {
    out.write_all(b"what,id,reason\n")?;
    let written: HashSet<RowId> = rows.iter().copied().collect();
    let all = RowRange::first(export.dataset.rows().len());
    let others: Vec<RowId> = all.filter(|row| !written.contains(row)).collect();
    if !others.is_empty() {
        let mask = RowMask::of(export.dataset, export.filter, progress);
        let mask = mask.ok_or(WriteErrorKind::Cancelled)?;
        Export::for_each_row(&others, progress, |row| {
            let id = export.dataset.read(row).and_then(|record| record.id);
            // Where it stands in its file names what has no id.
            let id = id.map_or_else(|| format!("#{}", row.index() + 1), |id| id.to_string());
            line(out, "record", &id, reason(export, &mask, row))
        })?;
    }
    for one in found {
        let reason = match one.state {
            CopyState::Kept => continue,
            CopyState::Missing => "its copy is not where it was kept",
            CopyState::Changed => "its copy is not what it was when it was received",
            CopyState::None => "no copy of it was kept",
        };
        line(out, "copy", one.text("id").unwrap_or_default(), reason)?;
    }
    Ok(())
}

fn line(out: &mut dyn Write, what: &str, id: &str, reason: &str) -> Result<usize, WriteErrorKind> {
    let mut line = String::new();
    for cell in [what, id, reason] {
        push(&mut line, cell);
    }
    line.pop();
    line.push('\n');
    out.write_all(line.as_bytes())?;
    Ok(line.len())
}

/// Why a record is not inside, in the words of the member `export`.
fn reason(export: &Export<'_>, mask: &RowMask, row: RowId) -> &'static str {
    if !export.dataset.is_readable(row) {
        return "it cannot be read";
    }
    if !mask.contains(row) {
        return "a filter keeps it back";
    }
    match export.relation(row) {
        None => "it has no date to compare with the window",
        Some(Relation::Out) => "it does not fall in the window",
        Some(Relation::Possible { .. }) if export.filter.certain_only => {
            "it falls in the window only possibly"
        }
        Some(_) => "it stands on the map and on the timeline",
    }
}
