//! `report`: one file of HTML with maps, counts, records and sources.

use std::{io::Write, path::Path, sync::Arc};

use super::{
    Exit,
    args::ReportArgs,
    bookmark_arg,
    failure::{Failure, require_output, say},
    input::refuse_ending,
};
use crate::{
    io::save,
    map::{basemap::Basemap, overlays},
    model::Lang,
    text::{Catalogue, Locale, args},
    ui::report::{MadeReport, Report, ReportView},
    work::Progress,
};

pub(super) fn run(
    arguments: &ReportArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let filter = arguments.filter.filter(words)?;
    let locales = locales(arguments, words)?;
    refuse_ending(&arguments.out, &["html", "htm"], words)?;
    let destination = arguments.input.destination(&arguments.out, words)?;
    let dataset = Arc::new(arguments.input.dataset(words)?);
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    let chosen = arguments.bookmark.find(&dataset, words)?;
    let views = if let Some(bookmark) = chosen {
        vec![ReportView {
            filter: bookmark_arg::overlay(filter, Some(&bookmark)),
            ..ReportView::of_bookmark(&bookmark)
        }]
    } else {
        let seen = ReportView {
            filter,
            ..ReportView::default()
        };
        let kept = if arguments.no_bookmarks {
            Vec::new()
        } else {
            bookmark_arg::bookmarks_of(&dataset)
        };
        let kept = kept.iter().map(ReportView::of_bookmark);
        [seen].into_iter().chain(kept).collect()
    };
    let mut shown = overlays::at_first();
    arguments.overlays.turn(&mut shown);
    let basemap = Basemap::embedded().map_err(|error| {
        Failure::Usage(words.with("cli-no-basemap", args!(reason: error.to_string())))
    })?;
    let report = Report {
        dataset: &dataset,
        basemap: &basemap,
        views: &views,
        locales: &locales,
        overlays: &shown,
    };
    // Nobody can give it up: it is always made.
    let Some(made) = report.make(&Progress::unwatched()) else {
        return Ok(Exit::Done);
    };
    if arguments.out == Path::new("-") {
        require_output()?;
        out.write_all(made.html.as_bytes())
            .map_err(Failure::of_output)?;
    } else {
        let bytes = made.html.as_bytes();
        let saved = save::save_to(&destination, |file| Ok(file.write_all(bytes)?))?;
        if let Some(remark) = saved.remark(&destination.path, words) {
            say(&remark);
        }
    }
    say(&summary(&arguments.out, &made, words));
    Ok(Exit::Done)
}

fn summary(out: &Path, made: &MadeReport, words: &Catalogue) -> String {
    let file = out.display().to_string();
    words.with(
        "cli-report",
        args!(
            file: file,
            views: made.views,
            n: made.records,
            left_out: made.left_out,
        ),
    )
}

/// The languages that are asked for, each once; that of the program where none is.
fn locales(arguments: &ReportArgs, words: &Catalogue) -> Result<Vec<Locale>, Failure> {
    let langs = match arguments.languages.as_deref() {
        None => vec![words.lang()],
        Some("all") => Lang::ALL.to_vec(),
        Some(text) => {
            let named: Option<Vec<Lang>> = text
                .split(',')
                .map(|tag| Lang::ALL.into_iter().find(|lang| lang.code() == tag.trim()))
                .collect();
            named.ok_or_else(|| Failure::value(words, "--in", text, "cli-reason-in"))?
        }
    };
    let mut locales: Vec<Locale> = Vec::new();
    for lang in langs {
        if !locales.iter().any(|locale| locale.lang == lang) {
            locales.push(Locale {
                lang,
                content: lang,
                ..words.locale()
            });
        }
    }
    Ok(locales)
}
