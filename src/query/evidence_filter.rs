//! The conditions of a filter that are about who says what: claimant, source, independent origins, values
//! without words, and the status as it stood on the day from which the analyst looks.

use std::collections::HashSet;

use crate::{
    data::{ClaimIndex, Dataset, Filter, Statement},
    model::{Lang, RowId, StatusThen},
    text::fold::fold,
};

/// These conditions, ready to be put to the rows of a dataset.
pub(super) struct EvidenceFilter<'a> {
    filter: &'a Filter,
    dataset: &'a Dataset,
    /// `None` when no condition needs it.
    claim_index: Option<&'a ClaimIndex>,
    /// Numbers of the claimants that are meant; `None`: anybody.
    claimants: Option<HashSet<u32>>,
    /// Numbers of the documents that are meant; `None`: any.
    documents: Option<HashSet<u32>>,
}

impl<'a> EvidenceFilter<'a> {
    pub(super) fn of(dataset: &'a Dataset, filter: &'a Filter) -> Self {
        let asks_status_then = filter.known.is_some() && filter.statuses.is_some();
        let asks = filter.origins > 0
            || filter.lacks_words
            || !filter.claimant.is_empty()
            || !filter.source.is_empty()
            || (filter.known.is_some() && !filter.text.trim().is_empty())
            || asks_status_then;
        let claim_index = asks.then(|| dataset.claim_index());
        Self {
            filter,
            dataset,
            claimants: claim_index.and_then(|it| claimants(it, &filter.claimant)),
            documents: claim_index.and_then(|it| documents(dataset, it, &filter.source)),
            claim_index,
        }
    }

    /// Tells whether a row passes; nothing can be said against a record that cannot be read.
    pub(super) fn passes(&self, row: RowId) -> bool {
        let Some(claim_index) = self.claim_index else {
            return true;
        };
        if !self.dataset.is_readable(row) {
            return true;
        }
        let known = self.filter.known;
        (self.filter.origins == 0
            || claim_index.origins(row, known) >= usize::from(self.filter.origins))
            && (!self.filter.lacks_words || claim_index.values(row).lacking > 0)
            && self.has_evidence(claim_index, row)
    }

    /// Tells whether claims of a row became known only later, so that its status and its texts must be looked
    /// at without them.
    pub(super) fn has_later_claims(&self, row: RowId) -> bool {
        match (self.claim_index, self.filter.known) {
            (Some(claim_index), Some(known)) => claim_index.has_later_claims(row, known),
            _ => false,
        }
    }

    /// Tells whether the status of a row passes, as it stood where later claims are hidden.
    pub(super) fn passes_status(&self, row: RowId) -> bool {
        let Some(statuses) = &self.filter.statuses else {
            return true;
        };
        let status = self.dataset.columns().status(row);
        let then = if self.has_later_claims(row) {
            let record = self.dataset.read(row);
            record.map(|record| self.dataset.status_then(&record, self.filter.known))
        } else {
            None
        };
        then.unwrap_or(StatusThen::Unchanged(status))
            .any(|status| statuses.contains(&status))
    }

    /// Tells whether the claimant says something in the source, by the day from which the analyst looks. A
    /// source alone may also be cited without a claim.
    fn has_evidence(&self, claim_index: &ClaimIndex, row: RowId) -> bool {
        let known = self.filter.known;
        let is_known = |document: u32| claim_index.documents().is_known(document, known);
        let is_meant = |document: u32| {
            let documents = self.documents.as_ref();
            documents.is_none_or(|documents| documents.contains(&document)) && is_known(document)
        };
        match (&self.claimants, &self.documents) {
            (None, None) => true,
            (None, Some(_)) => claim_index.cited(row).iter().any(|it| is_meant(*it)),
            (Some(claimants), documents) => {
                let is_in = |statement: &Statement| match statement.document {
                    Some(document) => is_meant(document),
                    None => documents.is_none(),
                };
                let mut statements = claim_index.statements(row).iter();
                statements.any(|it| claimants.contains(&it.claimant) && is_in(it))
            }
        }
    }
}

/// Returns the claimants whose name, in any language, holds `typed`; `None` when nothing is typed.
fn claimants(claim_index: &ClaimIndex, typed: &str) -> Option<HashSet<u32>> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return None;
    }
    let is_meant = |name: &str| fold(name).contains(&typed);
    let claimants = (0_u32..).zip(claim_index.claimants());
    let meant = claimants.filter(|(_, claimant)| claimant.name.iter().any(is_meant));
    Some(meant.map(|(number, _)| number).collect())
}

/// Returns the document of this id, else those whose id, title or publisher holds `typed`; `None` when
/// nothing is typed.
fn documents(dataset: &Dataset, claim_index: &ClaimIndex, typed: &str) -> Option<HashSet<u32>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let folded = fold(typed);
    let list = claim_index.documents().list();
    let exact = (0_u32..)
        .zip(list)
        .find(|(_, document)| &*document.id == typed);
    if let Some((number, _)) = exact {
        return Some(HashSet::from([number]));
    }
    let is_meant = |id: &str| {
        let texts = dataset.source(id).into_iter().flat_map(|source| {
            let of = |lang| [source.title.text(lang), source.publisher.text(lang)];
            Lang::ALL.into_iter().flat_map(of)
        });
        texts.chain([id]).any(|text| fold(text).contains(&folded))
    };
    let meant = (0_u32..)
        .zip(list)
        .filter(|(_, document)| is_meant(&document.id));
    Some(meant.map(|(number, _)| number).collect())
}
