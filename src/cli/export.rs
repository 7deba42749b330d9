//! `export`: what the filter shows, as a file.

use std::{io::Write, path::Path};

use super::{
    Exit,
    args::ExportArgs,
    bookmark_arg,
    failure::{Failure, require_output, say},
    input::{doubts, losses},
};
use crate::{
    command::with_ending,
    io::{
        export::{
            Export, ExportScope, ExportWritten, ExportedView, is_written_swapped, qgis::save_style,
        },
        formats::{self, Format},
        save::Saved,
    },
    query::WindowResult,
    text::{Catalogue, args},
    work::Progress,
};

pub(super) fn run(
    arguments: &ExportArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if arguments.qgis && is_stdout(&arguments.out) {
        return Err(Failure::Usage(words.get("cli-qgis-file").to_owned()));
    }
    let filter = arguments.filter.filter(words)?;
    let format = format(arguments, words)?;
    let destination = arguments.input.destination(&arguments.out, words)?;
    let dataset = arguments.input.dataset(words)?;
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = bookmark_arg::overlay(filter, bookmark.as_ref());
    let visible = WindowResult::of(&dataset, &filter);
    let seen = bookmark.as_ref().map(|bookmark| ExportedView {
        view: &bookmark.view,
        lang: bookmark.lang,
        bookmarks: None,
    });
    let export = Export {
        dataset: &dataset,
        visible: &visible,
        filter: &filter,
        view: seen.as_ref(),
        as_read: arguments.as_read,
        holding: arguments.holding(),
    };
    let progress = Progress::unwatched();
    let written = if is_stdout(&arguments.out) {
        require_output()?;
        let result = export.write(format, out, &progress);
        let records = result.map_err(Failure::of_output_kind)?;
        // What is said of it is true once it has arrived.
        out.flush().map_err(Failure::of_output)?;
        ExportWritten {
            records,
            saved: Saved::default(),
        }
    } else {
        export.save(&destination, format, &progress)?
    };
    say(&summary(&arguments.out, written.records, &export, words));
    if let Some(remark) = written.saved.remark(&arguments.out, words) {
        say(&remark);
    }
    if arguments.qgis {
        let style = save_style(&destination)?.path.display().to_string();
        say(&words.with("cli-qgis-written", args!(file: style)));
    }
    if filter.known.is_some() {
        say(words.get("cli-known-whole"));
    }
    if let Some(key) = format.losses {
        say(words.get(key));
    }
    if !arguments.as_read && format.is_geojson() && dataset.parts().iter().any(is_written_swapped) {
        say(words.get("export-swapped"));
    }
    let remarks = losses(&dataset, words).into_iter();
    for remark in remarks.chain(doubts(&dataset, words)) {
        say(&remark);
    }
    Ok(Exit::Done)
}

impl ExportArgs {
    const fn holding(&self) -> ExportScope {
        if self.tray {
            ExportScope::Tray
        } else {
            ExportScope::Shown
        }
    }
}

fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

/// Returns the format that is asked for, by name or by the ending of the file.
fn format(arguments: &ExportArgs, words: &Catalogue) -> Result<&'static Format, Failure> {
    if let Some(name) = &arguments.format {
        return formats::written_by_id(name).ok_or_else(|| {
            let formats = formats::written_ids();
            let reason = words.with("cli-reason-format", args!(formats: formats));
            Failure::refused(words, "--format", name, &reason)
        });
    }
    if is_stdout(&arguments.out) {
        return Ok(&formats::GEOJSON);
    }
    formats::written_by_path(&arguments.out).ok_or_else(|| {
        let file = arguments.out.display().to_string();
        let proposed = with_ending(&arguments.out, formats::GEOJSON.ending());
        let proposed = proposed.display().to_string();
        let key = if arguments.out.extension().is_some() {
            "cli-no-format"
        } else {
            "cli-no-ending"
        };
        Failure::Usage(words.with(
            key,
            args!(file: file, proposed: proposed, formats: formats::written_ids()),
        ))
    })
}

/// Says what was written and what was not, by reason.
fn summary(out: &Path, written: usize, export: &Export, words: &Catalogue) -> String {
    let counts = &export.visible.counts;
    let file = out.display().to_string();
    let has_undated = export.has_undated();
    let undated = if has_undated { 0 } else { counts.undated };
    let key = match export.holding {
        ExportScope::Shown => "cli-exported",
        ExportScope::Tray => "cli-exported-tray",
    };
    words.with(
        key,
        args!(
            file: file,
            written: written,
            n: counts.records,
            shown: export.holding.shown_elsewhere(export.visible),
            out: counts.out,
            filtered: counts.filtered,
            undated: undated,
            unreadable: counts.unreadable,
        ),
    )
}
