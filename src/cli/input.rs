//! Files to a dataset, and where what is made of it may go.

use std::path::{Path, PathBuf};

use super::{
    failure::Failure,
    input_args::InputArgs,
    reading::{apply, question, said},
    understood::{counted_doubts, doubt_line},
};
use crate::{
    data::{Dataset, SourceFile},
    io::{
        Destination, Over, Watch,
        destination::{is_device, is_same_file},
        formats::Format,
        read::{bundled, read_file, read_stdin},
    },
    text::{Catalogue, args},
};

impl InputArgs {
    /// Reads the files, or takes the records inside the program when none is named. A file whose dates hang on what
    /// nobody has said is refused: nothing that is counted or written may hang on a guess.
    pub(super) fn dataset(&self, words: &Catalogue) -> Result<Dataset, Failure> {
        let dataset = self.dataset_as_it_is(words)?;
        if let Some(sentence) = question(&dataset, words) {
            return Err(Failure::Usage(sentence));
        }
        Ok(dataset)
    }

    /// Reads the files as [`InputArgs::dataset`] does, with such dates as issues, for a command that lists issues.
    pub(super) fn dataset_as_it_is(&self, words: &Catalogue) -> Result<Dataset, Failure> {
        let said = said(self, words)?;
        let mut parts = self
            .files
            .iter()
            .map(|file| read(file, self.sheet.as_deref()))
            .collect::<Result<Vec<SourceFile>, Failure>>()?;
        if self.files.is_empty() {
            parts.push(bundled());
        }
        for part in &mut parts {
            apply(&said, part, words)?;
        }
        Ok(Dataset::from_parts(parts))
    }
}

/// What the system calls standard input, where it does.
const STDIN: &str = "/dev/stdin";

impl InputArgs {
    /// Returns a place for what is made of the files: over anything but one of them.
    pub(super) fn destination(
        &self,
        out: &Path,
        words: &Catalogue,
    ) -> Result<Destination, Failure> {
        let inputs: Vec<PathBuf> = self.files.iter().map(|file| on_disk(file)).collect();
        let is_out = |file: &&PathBuf| is_same_file(&on_disk(file), out);
        if let Some(file) = self.files.iter().find(is_out) {
            let file = file.display().to_string();
            let sentence = words.with("cli-over-input", args!(file: file));
            return Err(Failure::Usage(sentence));
        }
        Ok(Destination {
            path: out.to_path_buf(),
            over: Over::Anything,
            inputs,
        })
    }
}

/// Resolves standard input to the file that the shell takes it from, if it is one.
fn on_disk(file: &Path) -> PathBuf {
    let is_stdin = cfg!(unix) && file == Path::new("-");
    if is_stdin {
        STDIN.into()
    } else {
        file.to_path_buf()
    }
}

/// Refuses a file that would hold something else than its ending says.
pub(super) fn refuse_ending(
    out: &Path,
    endings: &[&str],
    words: &Catalogue,
) -> Result<(), Failure> {
    let ending = out.extension().unwrap_or_default();
    let is_one = |known: &&str| ending.eq_ignore_ascii_case(known);
    if out == Path::new("-") || is_device(out) || endings.iter().any(is_one) {
        return Ok(());
    }
    let listed: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    let (file, listed) = (out.display().to_string(), listed.join(", "));
    let sentence = words.with("cli-bad-ending", args!(file: file, endings: listed));
    Err(Failure::Usage(sentence))
}

/// Returns the endings of files in these formats.
pub(super) fn endings(formats: &[&'static Format]) -> Vec<&'static str> {
    formats.iter().map(|format| format.ending()).collect()
}

/// Says what became of the columns of each foreign file that the profile has no place for, a sentence
/// each.
pub(super) fn losses(dataset: &Dataset, words: &Catalogue) -> Vec<String> {
    let mut losses = Vec::new();
    for part in dataset.parts() {
        let lists = [
            ("cli-extras", part.extras()),
            ("cli-withheld", part.withheld()),
        ];
        for (key, columns) in lists {
            if !columns.is_empty() {
                let columns = columns.join(", ");
                let arguments = args!(file: part.name.as_str(), columns: columns.as_str());
                losses.push(words.with(key, arguments));
            }
        }
        if let Some(sheets) = &part.sheets {
            let read = sheets.name();
            let others = sheets.names.iter().filter(|name| *name != read);
            let others: Vec<&str> = others.map(String::as_str).collect();
            let others = others.join(", ");
            let arguments = args!(file: part.name.as_str(), sheet: read, sheets: others.as_str());
            losses.push(words.with("cli-sheets", arguments));
        }
    }
    losses
}

/// Says what is in doubt about the files, a sentence each.
pub(super) fn doubts(dataset: &Dataset, words: &Catalogue) -> Vec<String> {
    let files = counted_doubts(dataset).into_iter();
    let lines = files.flat_map(|(name, doubts)| {
        let lines = doubts.iter().map(|doubt| doubt_line(name, doubt, words));
        lines.collect::<Vec<String>>()
    });
    lines.collect()
}

fn read(file: &Path, sheet: Option<&str>) -> Result<SourceFile, Failure> {
    let watch = Watch::nobody().with_sheet(sheet);
    let part = if file == Path::new("-") {
        read_stdin(std::io::stdin(), &watch)
    } else {
        read_file(file, &watch)
    };
    Ok(part?)
}
