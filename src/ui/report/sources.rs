//! The sources that the records cite, as numbered notes.

use crate::{model::link, ui::inspector::card::source_of};

use super::{Html, Part};

/// Writes all of them.
pub(super) fn write(html: &mut Html, part: &Part<'_>) {
    let id = format!("{}-sources", part.lang.code());
    html.within("section", &[("id", &id)], |html| {
        html.element("h2", &[], part.words.get("report-sources"));
        if part.listed.sources().is_empty() {
            html.element("p", &[], part.words.get("report-no-sources"));
        }
        html.within("ol", &[("class", "sources")], |html| {
            for (index, source) in part.listed.sources().iter().enumerate() {
                let id = part.id("s", index + 1);
                html.within("li", &[("id", &id)], |html| {
                    self::source(html, part, source);
                });
            }
        });
    });
}

fn source(html: &mut Html, part: &Part<'_>, id: &str) {
    let (words, dataset) = (&part.words, part.report.dataset);
    let card = source_of(words, dataset, id);
    html.foreign_element("cite", &[], &card.title.text);
    let known = [Some(card.publisher), card.published, card.language];
    for line in known.into_iter().flatten().chain(card.repeats) {
        html.raw("<br>");
        html.element("span", &[("class", "meta")], &line);
    }
    let described = dataset.source(id);
    let addresses = match described {
        Some(source) => [source.url.as_deref(), source.archived_url.as_deref()],
        None => [Some(id), None],
    };
    for address in addresses.into_iter().flatten() {
        if let Ok(web) = link::read(address) {
            html.raw("<br>");
            let attributes = [("href", web.address.as_str()), ("rel", "noreferrer")];
            html.within("a", &attributes, |html| {
                html.within("code", &[], |html| html.foreign(&web.address));
            });
        }
    }
}
