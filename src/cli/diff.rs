//! `diff`: what differs between two windows, as a table or as GeoJSON.

use std::io::Write;

use super::{
    Exit,
    args::DiffArgs,
    bookmark_arg,
    failure::{Failure, print_table, require_output, say},
    input::{endings, refuse_ending},
};
use crate::{
    data::Filter,
    io::{
        WriteError,
        export::changes::{self, Changes},
    },
    model::Window,
    query::{ChangeKind, Side},
    text::{Catalogue, args, number::typed_notation},
};

pub(super) fn run(
    arguments: &DiffArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let before = window(&arguments.before, "A", words)?;
    let after = window(&arguments.after, "B", words)?;
    if arguments.filter.has_window() {
        return Err(Failure::Usage(words.get("cli-diff-window").to_owned()));
    }
    let filter = arguments.filter.filter(words)?;
    if let Some(path) = &arguments.out {
        refuse_ending(path, &endings(&changes::FORMATS), words)?;
        arguments.input.destination(path, words)?;
    }
    let dataset = arguments.input.dataset(words)?;
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = Filter {
        window: after,
        ..bookmark_arg::overlay(filter, bookmark.as_ref())
    };
    let before = Side {
        window: before,
        known: filter.known,
    };
    changes::between(&dataset, &filter, before, |changes, export| {
        match &arguments.out {
            Some(path) if path.as_os_str() != "-" => {
                let destination = arguments.input.destination(path, words)?;
                let written =
                    changes::save_changes(changes, export, words, &destination).map_err(failed)?;
                if let Some(remark) = written.saved.remark(path, words) {
                    say(&remark);
                }
            }
            _ => {
                require_output()?;
                let table = changes::table(changes, words, b'\t');
                print_table(out, &table)?;
                out.flush().map_err(Failure::of_output)?;
            }
        }
        say(&summary(changes, words));
        Ok(Exit::Done)
    })
}

fn failed(error: WriteError) -> Failure {
    error.into()
}

fn window(text: &str, name: &str, words: &Catalogue) -> Result<Window, Failure> {
    Window::parse(&typed_notation(text))
        .map_err(|_| Failure::value(words, name, text, "cli-reason-window"))
}

/// Tells how many changes of each kind there are, certain and possible.
fn summary(changes: &Changes<'_>, words: &Catalogue) -> String {
    let counts = changes.difference.counts();
    let count = |kind: ChangeKind| {
        let shown = counts.get(&kind).copied().unwrap_or_default();
        words.with(
            "count-certain-possible",
            args!(certain: shown.certain, possible: shown.possible),
        )
    };
    let same = changes.difference.same;
    let same = words.with(
        "count-certain-possible",
        args!(certain: same.certain, possible: same.possible),
    );
    words.with(
        "cli-difference",
        args!(
            new: count(ChangeKind::New),
            ended: count(ChangeKind::Ended),
            moved: count(ChangeKind::Moved),
            changed: count(ChangeKind::Changed),
            status: count(ChangeKind::StatusChanged),
            same: same,
        ),
    )
}
