//! The documents that files list and records cite, and which of them repeat another.

use std::collections::HashMap;

use crate::model::{Second, Source};

/// Documents by number: those that the files list, by id, then those that are only cited.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    list: Vec<CitedDocument>,
    numbers: HashMap<Box<str>, u32>,
}

/// A document that records cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDocument {
    /// What records cite it by.
    pub id: Box<str>,
    /// The number of the document that stands behind it: its own where it repeats none.
    pub origin: u32,
    /// The first second at which it can have been published; `None`: nobody says.
    pub published_from: Option<Second>,
}

impl Documents {
    /// The listed documents, with what stands behind each.
    pub fn of<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        let mut sources: Vec<&Source> = sources.into_iter().collect();
        sources.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        let mut documents = Self::default();
        for source in &sources {
            let number = documents.number(&source.id);
            if let Some(document) = documents.list.get_mut(number as usize) {
                let published = source.published.as_ref();
                document.published_from = published.map(|when| when.bounds().earliest);
            }
        }
        let repeated: HashMap<u32, u32> = sources
            .iter()
            .filter_map(|source| {
                let origin = source.origin.as_deref()?;
                Some((documents.number(&source.id), documents.number(origin)))
            })
            .collect();
        for number in 0..as_number(documents.list.len()) {
            let origin = root(number, &repeated);
            if let Some(document) = documents.list.get_mut(number as usize) {
                document.origin = origin;
            }
        }
        documents
    }

    /// The documents, by number.
    #[must_use]
    pub fn list(&self) -> &[CitedDocument] {
        &self.list
    }

    /// The number of what stands behind a document.
    #[must_use]
    pub fn origin(&self, document: u32) -> u32 {
        let listed = self.list.get(document as usize);
        listed.map_or(document, |document| document.origin)
    }

    /// Whether a document may have been published at `known`; one without a date always may.
    #[must_use]
    pub fn is_known(&self, document: u32, known: Option<Second>) -> bool {
        let published = || self.list.get(document as usize)?.published_from;
        known.is_none_or(|known| published().is_none_or(|from| from <= known))
    }

    /// The number of the document that is cited by `id`, a new one where it is not known.
    pub(super) fn number(&mut self, id: &str) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = as_number(self.list.len());
        self.list.push(CitedDocument {
            id: id.into(),
            origin: number,
            published_from: None,
        });
        self.numbers.insert(id.into(), number);
        number
    }
}

/// The last of a chain of repetitions. Documents that repeat one another in a circle have the least of
/// them for their origin, so that the circle counts once.
fn root(document: u32, repeated: &HashMap<u32, u32>) -> u32 {
    let mut path = vec![document];
    let mut at = document;
    while let Some(next) = repeated.get(&at) {
        if let Some(begin) = path.iter().position(|seen| seen == next) {
            let circle = path.get(begin..).unwrap_or_default();
            return circle.iter().copied().min().unwrap_or(at);
        }
        path.push(*next);
        at = *next;
    }
    at
}

/// Rows and what they name are counted in 32 bits.
pub(super) fn as_number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(origins: &[(&str, Option<&str>)]) -> Documents {
        let sources: Vec<Source> = origins
            .iter()
            .map(|(id, origin)| Source {
                id: (*id).into(),
                origin: origin.map(Into::into),
                ..Source::default()
            })
            .collect();
        Documents::of(&sources)
    }

    fn origin<'a>(documents: &'a Documents, id: &str) -> &'a str {
        let origin = documents.origin(documents.numbers[id]);
        &documents.list[origin as usize].id
    }

    #[test]
    fn a_chain_of_repetitions_has_the_first_document_for_its_origin() {
        let documents = documents(&[
            ("a", None),
            ("b", Some("a")),
            ("c", Some("b")),
            ("d", Some("x")),
        ]);
        for id in ["a", "b", "c"] {
            assert_eq!(origin(&documents, id), "a");
        }
        assert_eq!(origin(&documents, "d"), "x", "which the file does not list");
    }

    #[test]
    fn documents_that_repeat_one_another_are_one_origin() {
        let documents = documents(&[
            ("a", Some("b")),
            ("b", Some("a")),
            ("c", Some("b")),
            ("d", Some("d")),
        ]);
        let origins = ["a", "b", "c", "d"].map(|id| origin(&documents, id));
        assert_eq!(origins, ["a", "a", "a", "d"]);
    }
}
