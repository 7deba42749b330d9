//! The records of all views, each once: when, where, how well founded, who says what.

use std::collections::HashMap;

use crate::{
    data::Dataset,
    model::RowId,
    text::args,
    ui::{
        inspector::card::{Card, ClaimCard, Fact},
        kit::Worded,
    },
};

use super::{Html, MOST_RECORDS, Part};

/// The records that a report describes and the sources that they cite, both numbered from one in the order in which they
/// are met.
#[derive(Debug, Default)]
pub(super) struct NumberedRecords {
    rows: Vec<RowId>,
    numbers: HashMap<RowId, usize>,
    sources: Vec<Box<str>>,
    notes: HashMap<Box<str>, usize>,
}

impl NumberedRecords {
    pub(super) fn of<'a>(dataset: &Dataset, views: impl Iterator<Item = &'a [RowId]>) -> Self {
        let mut listed = Self::default();
        for row in views.flatten() {
            if listed.rows.len() == MOST_RECORDS {
                break;
            }
            if !listed.numbers.contains_key(row) {
                listed.rows.push(*row);
                listed.numbers.insert(*row, listed.rows.len());
                listed.cite(dataset, *row);
            }
        }
        listed
    }

    fn cite(&mut self, dataset: &Dataset, row: RowId) {
        let Some(record) = dataset.record(row) else {
            return;
        };
        for id in record.cited() {
            if !self.notes.contains_key(id) {
                self.sources.push(id.clone());
                self.notes.insert(id.clone(), self.sources.len());
            }
        }
    }

    /// The records, in order.
    pub(super) fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// The number of a record, if it is described.
    pub(super) fn number(&self, row: RowId) -> Option<usize> {
        self.numbers.get(&row).copied()
    }

    /// The ids of the sources, in order.
    pub(super) fn sources(&self) -> &[Box<str>] {
        &self.sources
    }

    /// The number of a source, if it is cited.
    pub(super) fn note(&self, id: &str) -> Option<usize> {
        self.notes.get(id).copied()
    }
}

/// Writes all of them.
pub(super) fn write(html: &mut Html, part: &Part<'_>) {
    let id = format!("{}-records", part.lang.code());
    html.within("section", &[("id", &id)], |html| {
        html.element("h2", &[], part.words.get("report-records"));
        for row in part.listed.rows() {
            record(html, part, *row);
        }
    });
}

fn record(html: &mut Html, part: &Part<'_>, row: RowId) {
    let (words, number) = (&part.words, part.listed.number(row));
    let (Some(card), Some(number)) = (Card::of(words, part.report.dataset, row), number) else {
        return;
    };
    let id = part.id("r", number);
    html.within("section", &[("id", &id), ("class", "record")], |html| {
        html.within("h3", &[], |html| worded(html, part, &card.title));
        html.within("p", &[("class", "meta")], |html| {
            html.words(words.layer(&card.layer));
            if let Some(status) = card.status {
                html.raw(" ");
                html.element("span", &[("class", "status")], words.status(status));
            }
        });
        if let Some(summary) = &card.summary {
            html.within("p", &[], |html| {
                worded(html, part, summary);
                notes(
                    html,
                    part,
                    card.sources.iter().map(|source| source.id.as_str()),
                );
            });
        } else {
            html.within("p", &[], |html| {
                notes(
                    html,
                    part,
                    card.sources.iter().map(|source| source.id.as_str()),
                );
            });
        }
        html.within("dl", &[], |html| {
            for fact in &card.facts {
                self::fact(html, part, fact);
            }
            actors(html, part, &card);
            for amount in &card.quantities {
                let number = amount.number.as_deref();
                html.within("dt", &[], |html| {
                    html.words(number.unwrap_or_else(|| words.get("number-unstated")));
                });
                html.within("dd", &[], |html| worded(html, part, &amount.what));
            }
        });
        claims(html, part, &card);
    });
}

fn fact(html: &mut Html, part: &Part<'_>, fact: &Fact) {
    html.element("dt", &[], part.words.get(fact.key));
    html.within("dd", &[], |html| {
        worded(html, part, &fact.value);
        if let Some(precision) = &fact.precision {
            html.raw("<br>");
            html.element("span", &[("class", "meta")], precision);
        }
        if let Some(code) = &fact.code {
            html.raw(" ");
            html.within("code", &[], |html| html.foreign(code));
        }
        if let Some(basis) = &fact.basis {
            html.raw("<br>");
            html.within("span", &[("class", "meta")], |html| {
                worded(html, part, basis);
            });
        }
    });
}

fn actors(html: &mut Html, part: &Part<'_>, card: &Card) {
    if card.actors.is_empty() {
        return;
    }
    html.element("dt", &[], part.words.get("card-actors"));
    html.within("dd", &[], |html| {
        for (index, (_, name)) in card.actors.iter().enumerate() {
            if index > 0 {
                html.words(part.words.get("list-separator"));
            }
            html.foreign_element("bdi", &[], name);
        }
    });
}

fn claims(html: &mut Html, part: &Part<'_>, card: &Card) {
    if card.claims.is_empty() {
        return;
    }
    html.element("h4", &[], part.words.get("card-claims"));
    html.within("ul", &[("class", "claims")], |html| {
        for claim in &card.claims {
            html.within("li", &[], |html| self::claim(html, part, card, claim));
        }
    });
}

fn claim(html: &mut Html, part: &Part<'_>, card: &Card, claim: &ClaimCard) {
    let words = &part.words;
    html.within("strong", &[], |html| worded(html, part, &claim.by));
    if let Some(status) = claim.status {
        html.raw(" ");
        html.element("span", &[("class", "status")], words.status(status));
    }
    html.raw("<br>");
    if let Some(says) = &claim.says {
        worded(html, part, says);
    }
    notes(html, part, claim.source_id.as_deref().into_iter());
    if let Some(locator) = &claim.locator {
        html.raw(" ");
        html.element("span", &[("class", "meta")], locator);
    }
    let others = claim.contradicts.iter();
    let mut names: Vec<&str> = others
        .filter_map(|index| card.claims.get(index.index()))
        .map(|other| other.by.text.as_str())
        .collect();
    names.dedup();
    if !names.is_empty() {
        let names = words.list(&names);
        let text = words.with("claims-contradicts", args!(claimant: &names));
        html.raw("<br>");
        html.element("em", &[], &text);
    }
}

/// A text of a record, in its own language where that is not the reader's.
fn worded(html: &mut Html, part: &Part<'_>, text: &Worded) {
    match text.fallback {
        Some(lang) => html.foreign_element("span", &[("lang", lang.code())], &text.text),
        // The words of the program in it keep names apart by themselves.
        None => html.within("bdi", &[("lang", part.lang.code())], |html| {
            html.words(&text.text);
        }),
    }
}

/// The numbers of sources, as links to them.
fn notes<'a>(html: &mut Html, part: &Part<'_>, ids: impl Iterator<Item = &'a str>) {
    let mut numbers: Vec<usize> = ids.filter_map(|id| part.listed.note(id)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        let target = format!("#{}", part.id("s", number));
        let shown = part.words.number(number as f64);
        let name = part.words.with("report-note", args!(n: number));
        html.within("sup", &[], |html| {
            let attributes = [("href", target.as_str()), ("aria-label", name.as_str())];
            html.element("a", &attributes, &format!("[{shown}]"));
        });
    }
}
