//! A record as a line for a footnote: title, date, place, sources with publisher, date and locator.

use crate::{
    data::Dataset,
    model::{Record, RowId, Source},
    text::{Arg, Catalogue, args, bidi, dates},
    ui::kit::title,
};

use super::{
    card::{date_of, publisher},
    locator,
};

/// The citation of a row, without any control character; `None` when it cannot be read.
pub(in crate::ui) fn citation(words: &Catalogue, dataset: &Dataset, row: RowId) -> Option<String> {
    let record = dataset.record(row)?;
    let comma = words.get("list-separator");
    let subject = subject(words, dataset, row, &record).join(comma);
    let sources: Vec<String> = record
        .sources
        .iter()
        .map(|id| match dataset.source(id) {
            Some(source) => cited(words, source, &record).join(comma),
            None => id.to_string(),
        })
        .collect();
    let text = if sources.is_empty() {
        words.with("cite-unsourced", args!(subject: own(subject)))
    } else {
        let sources = sources.join(words.get("cite-separator"));
        words.with(
            "cite-sourced",
            args!(subject: own(subject), sources: own(sources)),
        )
    };
    Some(bidi::as_shown(&text).into_owned())
}

/// Title, date and place.
fn subject(words: &Catalogue, dataset: &Dataset, row: RowId, record: &Record) -> Vec<String> {
    let name = title(words, dataset, row).text;
    let date = record.date.as_ref().map_or_else(
        || words.get("undated").to_owned(),
        |date| dates::in_words(words, date, record.kind),
    );
    let place = record.place.name.best(words.content());
    [
        Some(words.with("cite-quoted", args!(title: name))),
        Some(date),
        place.map(|(place, _)| place.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A source with its publisher, its date and where in it the claims stand.
fn cited(words: &Catalogue, source: &Source, record: &Record) -> Vec<String> {
    let locators: Vec<&str> = record
        .claims
        .iter()
        .filter(|claim| claim.source.as_deref() == Some(&*source.id))
        .filter_map(|claim| claim.locator.as_deref())
        .collect();
    let title = source
        .title
        .best(words.content())
        .map(|(title, _)| words.with("cite-quoted", args!(title: title)));
    let published = source.published.as_ref().map(|published| {
        let date = date_of(words, published);
        if source.published_basis.as_deref() == Some("inferred") {
            words.with("cite-inferred", args!(date: own(date)))
        } else {
            date
        }
    });
    [
        title,
        Some(publisher(words, source)),
        published,
        (!locators.is_empty()).then(|| locator::in_words(words, &locators)),
        source.url.as_deref().map(str::to_owned),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn own(text: String) -> Arg<'static> {
    Arg::Own(text.into())
}
