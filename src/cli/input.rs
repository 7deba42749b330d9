//! Files to a dataset, and where what is made of it may go.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use crate::{
    data::{Dataset, FiledIssue, SourceFile},
    io::{
        Destination, Over, Watch,
        destination::{is_device, is_same_file},
        formats::Format,
        read::{bundled, read_file, read_stdin},
    },
    model::{DateOrder, Field, IssueKind, Mapping, Preset},
    text::{Words, args},
};

/// The files that a command reads, and how.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct InputArgs {
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) preset: Option<String>,
    #[arg(long, value_name = "FIELD=PROPERTY")]
    pub(super) map: Vec<String>,
    #[arg(long, value_name = "ORDER")]
    pub(super) date_order: Option<String>,
    #[arg(long)]
    pub(super) swap_coordinates: bool,
    #[arg(long)]
    pub(super) all_columns: bool,
}

impl InputArgs {
    /// Reads the files, or takes the records inside the program when none is named. Dates whose
    /// day and month cannot be told apart are refused: nothing that is counted or written may hang on a guess.
    pub(super) fn dataset(&self, words: &Words) -> Result<Dataset, Failure> {
        let dataset = self.dataset_as_it_is(words)?;
        match ambiguous_date(&dataset) {
            None => Ok(dataset),
            Some(filed) => {
                let file = dataset
                    .parts()
                    .get(filed.part)
                    .map_or("", |part| &part.name);
                let issue = &filed.issue;
                let arguments = args!(column: &*issue.field, file: file, value: &*issue.value);
                Err(Failure::Usage(words.with("cli-date-order", arguments)))
            }
        }
    }

    /// Reads the files as [`InputArgs::dataset`] does, with such dates as issues, for a command that lists issues.
    pub(super) fn dataset_as_it_is(&self, words: &Words) -> Result<Dataset, Failure> {
        let asked = InputOptions::of(self, words)?;
        let mut parts = self
            .files
            .iter()
            .map(|file| read(file))
            .collect::<Result<Vec<SourceFile>, Failure>>()?;
        if self.files.is_empty() {
            parts.push(bundled());
        }
        for part in &mut parts {
            asked.apply(part, words)?;
        }
        Ok(Dataset::from_parts(parts))
    }
}

/// What the system calls standard input, where it does.
const STDIN: &str = "/dev/stdin";

impl InputArgs {
    /// Returns a place for what is made of the files: over anything but one of them.
    pub(super) fn destination(&self, out: &Path, words: &Words) -> Result<Destination, Failure> {
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
pub(super) fn refuse_ending(out: &Path, endings: &[&str], words: &Words) -> Result<(), Failure> {
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

/// Returns the first date of a foreign file whose day and month cannot be told apart.
fn ambiguous_date(dataset: &Dataset) -> Option<&FiledIssue> {
    dataset.issues().iter().find(|filed| {
        let part = dataset.parts().get(filed.part);
        filed.issue.kind == IssueKind::DateAmbiguous
            && part.is_some_and(|part| !part.follows_profile())
    })
}

/// What the options say about reading files.
struct InputOptions<'a> {
    preset: Option<Preset>,
    fields: Vec<(Field, &'a str)>,
    date_order: Option<DateOrder>,
    is_swapped: bool,
    all_columns: bool,
}

impl<'a> InputOptions<'a> {
    fn of(input: &'a InputArgs, words: &Words) -> Result<Self, Failure> {
        let wrong = |option, value: &str, reason| Failure::value(words, option, value, reason);
        let field = |pair: &'a String| {
            pair.split_once('=')
                .and_then(|(field, property)| Some((Field::from_name(field)?, property)))
                .ok_or_else(|| wrong("--map", pair, "cli-reason-map"))
        };
        let preset = input.preset.as_deref().map(|name| {
            Preset::from_name(name).ok_or_else(|| wrong("--preset", name, "cli-reason-preset"))
        });
        let date_order = input.date_order.as_deref().map(|name| {
            let order = DateOrder::from_name(name);
            order.ok_or_else(|| wrong("--date-order", name, "cli-reason-date-order"))
        });
        Ok(Self {
            preset: preset.transpose()?,
            fields: input.map.iter().map(field).collect::<Result<_, _>>()?,
            date_order: date_order.transpose()?,
            is_swapped: input.swap_coordinates,
            all_columns: input.all_columns,
        })
    }

    fn apply(&self, part: &mut SourceFile, words: &Words) -> Result<(), Failure> {
        if let Some(preset) = self.preset {
            let names = part.property_names();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            part.mapping = Mapping::of_preset(preset, &names);
            if part.mapping.property(Field::Date).is_none() {
                let arguments = args!(file: part.name.as_str(), preset: preset.title());
                return Err(Failure::Usage(words.with("cli-not-preset", arguments)));
            }
        }
        let mut set = Vec::new();
        for (field, property) in &self.fields {
            refuse_unknown(part, property, words)?;
            if set.contains(field) {
                part.mapping.add(*field, property);
            } else {
                part.mapping.set(*field, Some(property));
                set.push(*field);
            }
        }
        part.mapping.date_order = self.date_order.or(part.mapping.date_order);
        part.mapping.is_swapped |= self.is_swapped;
        part.mapping.shows_withheld |= self.all_columns;
        Ok(())
    }
}

/// Refuses a property that a table does not have; of other files only some records were looked at.
fn refuse_unknown(part: &SourceFile, property: &str, words: &Words) -> Result<(), Failure> {
    let Some(table) = &part.table else {
        return Ok(());
    };
    let names = table.names();
    if names.contains(&property) {
        return Ok(());
    }
    let columns = names.join(", ");
    let arguments = args!(file: part.name.as_str(), column: property, columns: columns.as_str());
    Err(Failure::Usage(words.with("cli-no-column", arguments)))
}

/// Says what became of the columns of each foreign file that the profile has no place for, a sentence
/// each.
pub(super) fn losses(dataset: &Dataset, words: &Words) -> Vec<String> {
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
    }
    losses
}

/// Returns the files whose coordinates seem to have changed places, a sentence each.
pub(super) fn doubts(dataset: &Dataset, words: &Words) -> Vec<String> {
    let parts = dataset.parts().iter();
    let swapped = parts.filter_map(|part| Some((part, part.swapped_places()?)));
    swapped
        .map(|(part, n)| words.with("cli-swapped", args!(file: part.name.as_str(), n: n)))
        .collect()
}

fn read(file: &Path) -> Result<SourceFile, Failure> {
    let watch = Watch::nobody();
    let part = if file == Path::new("-") {
        read_stdin(std::io::stdin(), &watch)
    } else {
        read_file(file, &watch)
    };
    Ok(part?)
}
