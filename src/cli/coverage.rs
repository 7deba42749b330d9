//! `coverage`: what was published in each month, and the stretches in which nothing was.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    Exit,
    args::CoverageArgs,
    failure::{Failure, print},
};
use crate::{
    data::{Dataset, PublicationDates},
    model::{Bounds, Second, Window, bounds::day_of},
    text::{Arg, Catalogue, args, dates, number::typed_notation},
    timeline::{Coverage, Month, TimeState, edit},
};

pub(super) fn run(
    arguments: &CoverageArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let window = window(arguments, words)?;
    let dataset = arguments.input.dataset(words)?;
    let reporting = dataset.reporting();
    let coverage = Coverage::of(&reporting.dated, extent(&dataset, window));
    if arguments.json {
        print(out, as_json(reporting, &coverage))?;
    } else {
        for line in lines(reporting, &coverage, words) {
            print(out, line)?;
        }
    }
    Ok(Exit::Done)
}

fn window(arguments: &CoverageArgs, words: &Catalogue) -> Result<Option<Window>, Failure> {
    let Some(text) = &arguments.window else {
        return Ok(None);
    };
    let window = Window::parse(&typed_notation(text));
    window
        .map(Some)
        .map_err(|_| Failure::value(words, "--window", text, "cli-reason-window"))
}

/// Returns the months that are asked for, else all that the records lie in.
fn extent(dataset: &Dataset, window: Option<Window>) -> Bounds {
    let whole = TimeState::extent_or_default(dataset.extent_in_time());
    window.map_or(whole, |window| edit::finite(&window, whole).bounds())
}

fn as_json(reporting: &PublicationDates, coverage: &Coverage) -> Value {
    let month = |second: Second| day_of(second).strftime("%Y-%m").to_string();
    let months: Vec<Value> = known_months(reporting, coverage)
        .iter()
        .map(|it| {
            json!({
                "month": month(it.bounds.earliest),
                "certain": it.certain,
                "possible": it.possible,
            })
        })
        .collect();
    let silences = coverage.silences().filter(|_| !reporting.is_unknown());
    let silent: Vec<Value> = silences
        .map(|bounds| json!([month(bounds.earliest), month(bounds.latest)]))
        .collect();
    json!({
        "of": if reporting.is_of_records { "records" } else { "sources" },
        "known": !reporting.is_unknown(),
        "undated": reporting.undated,
        "months": months,
        "silent": silent,
    })
}

/// Returns the months, unless nobody says when anything was published.
fn known_months<'a>(reporting: &PublicationDates, coverage: &'a Coverage) -> &'a [Month] {
    if reporting.is_unknown() {
        &[]
    } else {
        &coverage.months
    }
}

/// Writes a line for each month with reports and for each stretch without any.
fn lines(reporting: &PublicationDates, coverage: &Coverage, words: &Catalogue) -> Vec<String> {
    if reporting.is_unknown() {
        return vec![words.get("coverage-unknown").to_owned()];
    }
    let runs = coverage
        .months
        .chunk_by(|a, b| a.is_silent() && b.is_silent());
    let mut lines: Vec<String> = runs.map(|run| line(reporting, run, words)).collect();
    let rest = match (reporting.undated, reporting.is_of_records) {
        (0, _) => None,
        (n, false) => Some(words.with("coverage-undated", args!(n: n))),
        (n, true) => Some(words.with("coverage-unreported", args!(n: n))),
    };
    lines.extend(rest);
    lines
}

fn line(reporting: &PublicationDates, run: &[Month], words: &Catalogue) -> String {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return String::new();
    };
    let stretch = Window::new(first.bounds.earliest, last.bounds.latest);
    let name = Arg::Own(dates::capitalised(&dates::window(words, &stretch)).into());
    let key = match (first.is_silent(), reporting.is_of_records) {
        (true, _) => return words.with("coverage-none", args!(month: name)),
        (false, false) => "coverage-month",
        (false, true) => "coverage-month-records",
    };
    let (certain, possible) = (first.certain, first.possible);
    words.with(
        key,
        args!(month: name, certain: certain, possible: possible),
    )
}
