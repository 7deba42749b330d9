//! What can go wrong, as a sentence for people and an exit status for programs.

use std::{
    fmt,
    io::{self, Write},
};

use super::exit::Exit;
use crate::{
    io::{ReadError, WriteError, WriteErrorKind, process},
    text::{
        Catalogue, args,
        printable::{printable, printable_lines},
    },
};

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments make no sense; the sentence says which and what would.
    Usage(String),
    /// Something is not read; the sentence says why.
    Sentence(String),
    /// A file could not be read.
    Read(ReadError),
    /// A file could not be written.
    Write(WriteError),
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl Failure {
    /// Reports that an option does not take a value; `reason` is a key of the catalogue.
    pub(super) fn value(words: &Catalogue, option: &str, value: &str, reason: &str) -> Self {
        Self::refused(words, option, value, words.get(reason))
    }

    /// Reports that an option does not take a value; `reason` is a text.
    pub(super) fn refused(words: &Catalogue, option: &str, value: &str, reason: &str) -> Self {
        let arguments = args!(option: option, value: value, reason: reason);
        Self::Usage(words.with("cli-bad-value", arguments))
    }

    /// Standard output takes no more.
    pub(super) fn of_output(error: io::Error) -> Self {
        Self::of_output_kind(error.into())
    }

    /// Standard output takes no more.
    pub(super) fn of_output_kind(kind: WriteErrorKind) -> Self {
        Self::Write(WriteError {
            file: "-".to_owned(),
            kind,
        })
    }

    /// Says it on standard error and gives the status to end with.
    pub(super) fn report(&self, words: &Catalogue) -> Exit {
        match self {
            Self::Usage(sentence) => {
                say(sentence);
                Exit::Usage
            }
            Self::Sentence(sentence) => {
                say(sentence);
                Exit::Failed
            }
            Self::Read(error) => {
                say(&error.sentence(words));
                Exit::Failed
            }
            // A reader that has gone has read enough: `sahelscope check | head` is no failure.
            Self::Write(error) if matches!(error.kind, WriteErrorKind::Unread) => Exit::Done,
            Self::Write(error) => {
                say(&error.sentence(words));
                Exit::Failed
            }
        }
    }
}

/// Prints one line on standard error, with the name of the program. Nobody is there to tell when even
/// that fails. What a terminal would obey is shown by its number.
pub(super) fn say(sentence: &str) {
    let mut err = io::stderr().lock();
    let sentence = printable(sentence);
    let _ = writeln!(err, "{}: {sentence}", env!("CARGO_PKG_NAME"));
}

/// Prints one line on standard output. What a terminal would obey is shown by its number.
pub(super) fn print(out: &mut dyn Write, line: impl fmt::Display) -> Result<(), Failure> {
    let line = line.to_string();
    writeln!(out, "{}", printable(&line)).map_err(Failure::of_output)
}

/// Prints a table on standard output in the same way, its rows and columns as they are.
pub(super) fn print_table(out: &mut dyn Write, table: &str) -> Result<(), Failure> {
    let table = printable_lines(table);
    out.write_all(table.as_bytes()).map_err(Failure::of_output)
}

/// Makes sure that what is written to standard output arrives somewhere.
pub(super) fn require_output() -> Result<(), Failure> {
    if process::is_output_closed() {
        return Err(Failure::of_output_kind(WriteErrorKind::Closed));
    }
    Ok(())
}
