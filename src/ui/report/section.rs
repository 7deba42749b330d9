//! A view: its dates, words, picture, counts and records.

use crate::{
    model::{Kind, RowId},
    query::{Shown, method_sentence},
    text::{args, dates},
    ui::kit,
};

use super::{Answered, Html, Part};

/// Writes the name of a view.
pub(super) fn name(html: &mut Html, part: &Part<'_>, answered: &Answered<'_>) {
    let title = &answered.view.title;
    match title.best(part.lang) {
        Some((text, _)) => html.foreign_element("bdi", &[], text),
        None => html.words(part.words.get("report-view")),
    }
}

/// Writes the view with this number, counted from nought.
pub(super) fn write(html: &mut Html, part: &Part<'_>, number: usize, picture: Option<&str>) {
    let Some(answered) = part.answered.get(number) else {
        return;
    };
    let id = part.id("v", number + 1);
    html.within("section", &[("id", &id)], |html| {
        html.within("h2", &[], |html| name(html, part, answered));
        let window = dates::window(&part.words, &answered.view.filter.window);
        html.element("p", &[("class", "meta")], &dates::capitalised(&window));
        text(html, part, answered);
        let sentence = method_sentence::sentence(
            &part.words,
            part.report.dataset,
            &answered.view.filter,
            &answered.visible,
        );
        figure(html, part, picture, &sentence);
        counts(html, part, answered);
        rows(html, part, answered);
    });
}

/// The words of a bookmark, a paragraph for each that has an empty line before it; nothing in them is markup.
fn text(html: &mut Html, part: &Part<'_>, answered: &Answered<'_>) {
    let Some((text, lang)) = answered.view.text.best(part.lang) else {
        return;
    };
    for paragraph in text.replace("\r\n", "\n").split("\n\n") {
        if !paragraph.trim().is_empty() {
            html.foreign_element("p", &[("lang", lang.code())], paragraph.trim());
        }
    }
}

fn figure(html: &mut Html, part: &Part<'_>, picture: Option<&str>, sentence: &str) {
    html.within("figure", &[], |html| {
        if let Some(address) = picture {
            let alt = part.words.with("report-map", args!(what: sentence));
            html.open("img", &[("src", address), ("alt", &alt)]);
        }
        html.element("figcaption", &[], sentence);
    });
}

/// Certain and possible by layer, and together.
fn counts(html: &mut Html, part: &Part<'_>, answered: &Answered<'_>) {
    let (words, counts) = (&part.words, &answered.visible.counts);
    html.within("table", &[("class", "counts")], |html| {
        heads(
            html,
            part,
            &[
                ("column-layer", false),
                ("report-certain", true),
                ("report-possible", true),
            ],
        );
        html.within("tbody", &[], |html| {
            let layers = part.report.dataset.layers().iter();
            for layer in layers {
                let shown = counts.layers.get(layer).copied().unwrap_or_default();
                if shown.total() > 0 {
                    count(html, part, words.layers(layer), shown);
                }
            }
            count(html, part, words.get("report-all"), counts.shown);
        });
    });
}

fn count(html: &mut Html, part: &Part<'_>, name: &str, shown: Shown) {
    html.within("tr", &[], |html| {
        html.within("th", &[("scope", "row")], |html| {
            html.foreign_element("bdi", &[], name);
        });
        for n in [shown.certain, shown.possible] {
            html.element("td", &[("class", "n")], &part.words.number(n as f64));
        }
    });
}

/// The row of headings of a table; columns of numbers have theirs at the end.
fn heads(html: &mut Html, part: &Part<'_>, columns: &[(&str, bool)]) {
    html.within("thead", &[], |html| {
        html.within("tr", &[], |html| {
            for (key, is_number) in columns {
                let class = if *is_number { "n" } else { "t" };
                let attributes = [("scope", "col"), ("class", class)];
                html.element("th", &attributes, part.words.get(key));
            }
        });
    });
}

/// The records of the view, in order of time.
fn rows(html: &mut Html, part: &Part<'_>, answered: &Answered<'_>) {
    let words = &part.words;
    if answered.rows.is_empty() {
        html.element("p", &[], words.get("report-none"));
        return;
    }
    html.within("div", &[("class", "wide")], |html| {
        html.within("table", &[], |html| {
            heads(
                html,
                part,
                &[
                    ("column-date", false),
                    ("column-title", false),
                    ("column-place", false),
                    ("column-status", false),
                    ("column-certainty", false),
                ],
            );
            html.within("tbody", &[], |html| {
                for row in &answered.rows {
                    html.within("tr", &[], |html| cells(html, part, answered, *row));
                }
            });
        });
    });
    let more = answered.visible.counts.shown.total() - answered.rows.len();
    if more > 0 {
        let text = words.with("report-more", args!(n: more));
        html.element("p", &[("class", "meta")], &text);
    }
}

fn cells(html: &mut Html, part: &Part<'_>, answered: &Answered<'_>, row: RowId) {
    let (words, dataset) = (&part.words, part.report.dataset);
    let record = dataset.record(row);
    let date = record.as_deref().and_then(|record| {
        let date = record.date.as_ref()?;
        Some(match record.kind {
            Kind::Event => dates::short(words, date),
            Kind::Presence => dates::in_words(words, date, Kind::Presence),
        })
    });
    html.element("td", &[], &date.unwrap_or_default());
    html.within("td", &[], |html| {
        let title = kit::title(words, dataset, row).text;
        match part.listed.number(row) {
            Some(number) => {
                let target = format!("#{}", part.id("r", number));
                html.foreign_element("a", &[("href", &target)], &title);
            }
            None => html.foreign_element("bdi", &[], &title),
        }
    });
    let place = record
        .as_deref()
        .map(|record| record.place.name.text(part.lang));
    html.foreign_element("td", &[], place.unwrap_or_default());
    let status = record.as_deref().and_then(|record| record.status);
    html.element("td", &[], status.map_or("", |status| words.status(status)));
    let relation = answered.engine.relation(&answered.view.filter, row);
    let (key, class) = match relation {
        Some(relation) if !relation.is_certain() => ("report-is-possible", "possible"),
        _ => ("report-is-certain", "certain"),
    };
    html.element("td", &[("class", class)], words.get(key));
}
