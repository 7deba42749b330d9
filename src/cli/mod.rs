//! The same work without a window: arguments to commands, and commands to output.
//!
//! [`ask`] reads the arguments; [`Request::Window`] is for whoever can open one, everything else is
//! answered here. One file a command; what they share is in `args` (options), `input` (files to a
//! dataset) and `failure` (what can go wrong, as a sentence and an exit status). No command opens
//! a display.

mod apply;
mod args;
mod bench;
mod bookmark_arg;
mod bookmarks;
mod check;
mod count;
mod coverage;
mod diff;
mod exit;
mod export;
mod failure;
mod filter_args;
mod frames;
mod input;
mod input_args;
mod lines;
mod log;
mod merge;
mod overlay_args;
mod progress;
mod reading;
mod render;
mod report;
mod seal;
mod source;
mod suggest;
mod understood;
mod verify;

use std::{ffi::OsString, io::Write, path::PathBuf};

use clap::error::ErrorKind;

use self::{
    args::{Arguments, CliCommand},
    failure::Failure,
};
pub use self::{
    bench::{FrameFigures, FramesAsked},
    exit::Exit,
};
use crate::{
    data::Said,
    model::Lang,
    settings::system_lang,
    text::{Catalogue, args},
};

/// What the arguments ask for.
#[derive(Debug)]
pub enum Request {
    /// A window with these files, or with the bundled records when there are none.
    Window {
        /// The files.
        files: Vec<PathBuf>,
        /// Whether what was open last is to be left alone.
        is_fresh: bool,
        /// The language, where one is named.
        lang: Option<Lang>,
        /// `auto`, `wgpu` or `glow`, where the way to draw is named.
        renderer: Option<String>,
        /// What is said about reading the files.
        said: Said,
    },
    /// What frames of the interface cost; whoever can draw them says so with [`tell_frames`].
    Frames(FramesAsked),
    /// Nothing more: a command has run, or help or an error has been printed.
    Answered(Exit),
}

/// Reads the arguments of the process, the program's own name first, and runs the command in them.
#[must_use]
pub fn ask(arguments: impl IntoIterator<Item = OsString>) -> Request {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let named = args::named_lang(&arguments);
    let words = Catalogue::plain(named.or_else(system_lang).unwrap_or_default());
    let parsed = match args::parse(&arguments, &words) {
        Ok(parsed) => parsed,
        Err(error) => return Request::Answered(answer_to(&error, &words)),
    };
    let Arguments {
        input,
        fresh,
        renderer,
        command,
    } = parsed;
    let Some(command) = command else {
        return match reading::said(&input, &words) {
            Ok(said) => Request::Window {
                files: input.files,
                is_fresh: fresh,
                lang: named,
                renderer,
                said,
            },
            Err(failure) => Request::Answered(failure.report(&words)),
        };
    };
    if let CliCommand::Bench(bench) = &command
        && let Some(asked) = bench.frames(&words)
    {
        return asked.map_or_else(
            |failure| Request::Answered(failure.report(&words)),
            Request::Frames,
        );
    }
    let mut out = std::io::stdout().lock();
    let result = run(&command, named, &words, &mut out).and_then(|exit| {
        out.flush().map_err(Failure::of_output)?;
        Ok(exit)
    });
    Request::Answered(result.unwrap_or_else(|failure| failure.report(&words)))
}

/// Prints what frames cost, or why that could not be found out.
#[must_use]
pub fn tell_frames(figures: Result<FrameFigures, String>) -> Exit {
    match figures {
        Ok(figures) => {
            // A reader that has gone has read enough.
            let _ = writeln!(std::io::stdout(), "{}", figures.as_line());
            Exit::Done
        }
        Err(sentence) => {
            failure::say(&sentence);
            Exit::Failed
        }
    }
}

/// Says that the window does not open and what works all the same.
#[must_use]
pub fn no_window(reason: &str, lang: Option<Lang>) -> Exit {
    let words = Catalogue::plain(lang.or_else(system_lang).unwrap_or_default());
    failure::say(&words.with("cli-no-window", args!(reason: reason)));
    Exit::Failed
}

fn run(
    command: &CliCommand,
    named: Option<Lang>,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    match command {
        CliCommand::Export(arguments) => export::run(arguments, words, out),
        CliCommand::Count(arguments) => count::run(arguments, words, out),
        CliCommand::Check(arguments) => check::run(arguments, words, out),
        CliCommand::Render(arguments) => render::run(arguments, words, out),
        CliCommand::Report(arguments) => report::run(arguments, words, out),
        CliCommand::Coverage(arguments) => coverage::run(arguments, words, out),
        CliCommand::Diff(arguments) => diff::run(arguments, words, out),
        CliCommand::Bench(arguments) => bench::run(arguments, words, out),
        CliCommand::Bookmarks(arguments) => bookmarks::run(arguments, words, out),
        CliCommand::Log(arguments) => log::run(arguments, words, out),
        CliCommand::Apply(arguments) => apply::run(arguments, words),
        CliCommand::Source(command) => source::run(command, words, out),
        CliCommand::Suggest(arguments) => suggest::run(arguments, named, words, out),
        CliCommand::Merge(arguments) => merge::run(arguments, words, out),
        CliCommand::Seal(arguments) => seal::run(arguments, words, out),
        CliCommand::Verify(arguments) => verify::run(arguments, words, out),
        CliCommand::Undo(arguments) => apply::undo(arguments, words),
        CliCommand::VerifyLog(arguments) => log::verify(arguments, words, out),
    }
}

/// Prints what `clap` says: help and version on standard output, everything else as one sentence on standard error.
fn answer_to(error: &clap::Error, words: &Catalogue) -> Exit {
    let text = error.render().to_string();
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // A reader that has gone has read enough.
        let _ = std::io::stdout().write_all(text.as_bytes());
        return Exit::Done;
    }
    // What it is comes before the first empty line, the rest is advice and the usage.
    let what: Vec<&str> = text
        .lines()
        .take_while(|line| !line.trim().is_empty())
        .map(str::trim)
        .collect();
    let what = what.join(" ");
    let what = what.strip_prefix("error: ").unwrap_or(&what);
    let command = env!("CARGO_PKG_NAME");
    let sentence = words.with("cli-wrong-usage", args!(what: what, command: command));
    Failure::Usage(sentence).report(words)
}
