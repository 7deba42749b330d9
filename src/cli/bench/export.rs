//! `bench export`: what a filter shows of a file, to another file, the digest of the first included.

use std::io::Write;

use serde_json::json;

use super::{args::BenchExportArgs, load::Stopwatch};
use crate::{
    cli::{
        Exit,
        failure::{Failure, print},
        input_args::InputArgs,
    },
    io::{Destination, export::Export, formats},
    query::WindowResult,
    text::Catalogue,
    work::Progress,
};

pub(super) fn run(
    arguments: &BenchExportArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let filter = arguments.filter.filter(words)?;
    let dataset = InputArgs {
        files: vec![arguments.input.clone()],
        ..InputArgs::default()
    }
    .dataset(words)?;
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let cost = Stopwatch::begin();
    let visible = WindowResult::of(&dataset, &filter);
    let export = Export::shown(&dataset, &visible, &filter);
    let format = formats::written_by_path(&arguments.out).unwrap_or(&formats::GEOJSON);
    let destination = Destination::replacing(&arguments.out);
    let written = export.save(&destination, format, &Progress::unwatched())?;
    let rows = written.records;
    let (export_s, cpu_s) = cost.so_far();
    let report = json!({"export_s": export_s, "cpu_s": cpu_s, "rows": rows});
    print(out, report.to_string())?;
    Ok(Exit::Done)
}
