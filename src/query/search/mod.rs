//! Finds the records that hold a typed text, whatever its case, accents and spelling.
//!
//! A record is folded as it stands in its file ([`FoldTable::fold_json_into`]), which costs less than
//! reading it, and only where the typed text is in that fold are the texts of the record
//! looked at one by one: names of properties, dates and ids of sources are no texts. The answer is
//! that of folding every text of every record and looking for what was typed.

mod find;
mod names;
mod near;
mod needles;
mod terms;
mod texts;

use std::ops::{ControlFlow, Range};

use serde_json::Value;

use crate::{
    data::{Dataset, RecordFormat},
    model::{Lang, RowId, Second},
    text::fold_table::FoldTable,
};

pub use names::known_places;
pub use terms::terms_of;

use needles::Needles;
use terms::{Terms, TermsSeen};
use texts::visit_texts;

/// What was typed, ready to be looked for in a dataset: the words as they stand, or each of them somewhere in the record.
#[derive(Clone, Debug, Default)]
pub struct Search {
    terms: Terms,
}

/// Where a record holds what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextHit {
    /// The property, as the file calls it; `id` for the id.
    pub property: String,
    /// The whole text.
    pub text: String,
    /// What was found in it, in bytes; always at borders of letters.
    pub place: Range<usize>,
}

/// How much a reader learns from where something was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FoundIn {
    /// In the id.
    Id,
    /// In a text of another language than the reader's.
    Foreign,
    /// In a text of the reader's language, or of any where none is asked for.
    Best,
}

impl FoundIn {
    fn of(property: &str, lang: Option<Lang>) -> Self {
        let Some(lang) = lang.filter(|_| property != "id") else {
            return if property == "id" {
                Self::Id
            } else {
                Self::Best
            };
        };
        let suffix = property.rsplit_once(':').map(|(_, suffix)| suffix);
        match suffix.and_then(Lang::from_tag).unwrap_or_default() {
            own if own == lang => Self::Best,
            _ => Self::Foreign,
        }
    }
}

impl Search {
    /// Makes a search for `typed` and for the other names that the files give to what it names.
    #[must_use]
    pub fn of(dataset: &Dataset, typed: &str) -> Self {
        Self {
            terms: Terms::of(typed, |term| Needles::of(dataset, term)),
        }
    }

    /// Tells whether nothing was typed, so that every record passes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Tells whether what this search finds is found by `other` as well, in any dataset.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        self.terms.narrow(&other.terms)
    }

    /// Tells whether a text of the record in `row` holds what was typed; of a record that cannot be
    /// read, its bytes. `folded` is room to work in.
    #[must_use]
    pub fn finds(&self, dataset: &Dataset, row: RowId, folded: &mut Vec<u8>) -> bool {
        if self.is_empty() {
            return true;
        }
        let json = dataset.bytes(row);
        if !dataset.is_readable(row) {
            return TermsSeen::of(&self.terms).with_text(json, folded);
        }
        if is_json(dataset, row) {
            folded.clear();
            FoldTable::get().fold_json_into(json, folded);
            if !self.terms.may_be_in_folded(folded) {
                return false;
            }
        }
        let mut seen = TermsSeen::of(&self.terms);
        visit_row(dataset, row, &mut |_, text| {
            if seen.with_text(text, folded) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
    }

    /// Tells whether [`Search::finds`] still holds without the claims that were published after `known`.
    #[must_use]
    pub fn finds_without_later_claims(
        &self,
        dataset: &Dataset,
        row: RowId,
        known: Option<Second>,
        folded: &mut Vec<u8>,
    ) -> bool {
        if self.is_empty() {
            return true;
        }
        let Some(json) = known_part(dataset, row, known) else {
            return false;
        };
        let mut seen = TermsSeen::of(&self.terms);
        visit_texts(&json, is_profile(dataset, row), &mut |_, text| {
            if seen.with_text(text, folded) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
    }

    /// Tells whether an actor of the record in `row` is called so.
    #[must_use]
    pub fn finds_actor(&self, dataset: &Dataset, row: RowId, folded: &mut Vec<u8>) -> bool {
        if self.is_empty() {
            return true;
        }
        folded.clear();
        FoldTable::get().fold_json_into(dataset.bytes(row), folded);
        (self.terms.may_be_in_folded(folded) || !is_json(dataset, row))
            && dataset.read(row).is_some_and(|record| {
                let mut actors = record.actors.iter();
                actors.any(|actor| TermsSeen::of(&self.terms).with_text(actor, folded))
            })
    }

    /// Tells where the record in `row` holds what was typed: the first place in the order of its file, in a
    /// text of `lang` where one holds it, and the id only where nothing else does. Claims that were published
    /// after `known` are not looked at.
    #[must_use]
    pub fn hit(
        &self,
        dataset: &Dataset,
        row: RowId,
        lang: Option<Lang>,
        known: Option<Second>,
    ) -> Option<TextHit> {
        let (mut seen, mut folded) = (TermsSeen::of(&self.terms), Vec::new());
        let is_found = visit_known(dataset, row, known, &mut |_, text| {
            if seen.with_text(text, &mut folded) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        if !is_found {
            return None;
        }
        let mut found: Option<(FoundIn, TextHit)> = None;
        visit_known(dataset, row, known, &mut |property, text| {
            let reason = FoundIn::of(property, lang);
            if found.as_ref().is_some_and(|(known, _)| *known >= reason) {
                return ControlFlow::Continue(());
            }
            if let Some(place) = self.terms.place_in(text) {
                let hit = TextHit {
                    property: property.to_owned(),
                    text: text.to_owned(),
                    place,
                };
                found = Some((reason, hit));
            }
            match found {
                Some((FoundIn::Best, _)) => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        found.map(|(_, hit)| hit)
    }
}

/// Writes the record in `row` as JSON, without the claims that were published after `known`.
fn known_part(dataset: &Dataset, row: RowId, known: Option<Second>) -> Option<String> {
    let record = dataset.read(row)?;
    let mut feature: Value = serde_json::from_str(dataset.bytes(row)).ok()?;
    let claims = feature
        .get_mut("properties")?
        .get_mut("claims")?
        .as_array_mut()?;
    // Claims that are no objects are not in the record, and hold no claim either.
    claims.retain(Value::is_object);
    let mut read = record.claims.iter();
    claims.retain(|_| read.next().is_none_or(|claim| dataset.knows(claim, known)));
    Some(feature.to_string())
}

/// Gives the texts of the record in `row` to `visit`, without the claims that were published after `known`.
fn visit_known(
    dataset: &Dataset,
    row: RowId,
    known: Option<Second>,
    visit: &mut dyn FnMut(&str, &str) -> ControlFlow<()>,
) -> bool {
    let part = known.and_then(|_| known_part(dataset, row, known));
    match part {
        Some(json) => visit_texts(&json, is_profile(dataset, row), visit),
        None => visit_row(dataset, row, visit),
    }
}

/// Gives every text of the record in `row` to `visit`: of a table every cell. Answers whether
/// `visit` broke off.
fn visit_row(
    dataset: &Dataset,
    row: RowId,
    visit: &mut dyn FnMut(&str, &str) -> ControlFlow<()>,
) -> bool {
    let text = dataset.bytes(row);
    let part = dataset.file_of(row);
    match part.format {
        RecordFormat::Csv => part.visit_cells(text, visit).is_break(),
        RecordFormat::Objects => part
            .raw(text)
            .is_ok_and(|feature| visit_texts(&feature.to_string(), false, visit)),
        _ => visit_texts(text, is_profile(dataset, row), visit),
    }
}

/// Tells whether the record in `row` is JSON in its file.
fn is_json(dataset: &Dataset, row: RowId) -> bool {
    dataset.file_of(row).format != RecordFormat::Csv
}

/// Tells whether the file of `row` follows the record profile.
fn is_profile(dataset: &Dataset, row: RowId) -> bool {
    dataset.file_of(row).follows_profile()
}
