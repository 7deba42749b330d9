//! Files to a dataset.

use std::path::Path;

use super::{args::InputArgs, failure::Failure};
use crate::{
    io::{
        Watch,
        read::{bundled, read_file, read_stdin},
    },
    model::Field,
    store::{Dataset, Part},
    text::Words,
};

impl InputArgs {
    /// Reads the files, or takes the records inside the program when none is named.
    pub(super) fn dataset(&self, words: &Words) -> Result<Dataset, Failure> {
        let fields = self.fields(words)?;
        let mut parts = self
            .files
            .iter()
            .map(|file| read(file))
            .collect::<Result<Vec<Part>, Failure>>()?;
        if self.files.is_empty() {
            parts.push(bundled());
        }
        for part in &mut parts {
            for (field, property) in &fields {
                part.mapping.set(*field, Some(property));
            }
        }
        Ok(Dataset::from_parts(parts))
    }

    /// What `--map FIELD=PROPERTY` says.
    fn fields(&self, words: &Words) -> Result<Vec<(Field, &str)>, Failure> {
        self.map
            .iter()
            .map(|pair| {
                pair.split_once('=')
                    .and_then(|(field, property)| Some((Field::from_name(field)?, property)))
                    .ok_or_else(|| Failure::value(words, "--map", pair, "cli-reason-map"))
            })
            .collect()
    }
}

fn read(file: &Path) -> Result<Part, Failure> {
    let watch = Watch::nobody();
    let part = if file == Path::new("-") {
        read_stdin(std::io::stdin(), &watch)
    } else {
        read_file(file, &watch)
    };
    Ok(part?)
}
