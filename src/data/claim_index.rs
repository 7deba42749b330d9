//! Who says what, and in which document: over all records, made when it is first asked for.
//!
//! Claimants and documents are kept once and named by a number; each row has the numbers of its own. A
//! document that repeats another counts as that other ([`Documents::origin`]), so that five papers
//! carrying one wire are one origin.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::documents::{Documents, as_number};
use crate::model::{Claim, Localised, Own, Record, RowId, Second};

/// Who says what in every row of a dataset.
#[derive(Clone, Debug, Default)]
pub struct ClaimIndex {
    documents: Documents,
    claimants: Vec<Claimant>,
    rows: Arc<SaidInRows>,
    /// Values of all rows that name no words.
    lacking: usize,
    /// What edits have made of single rows since.
    changed: BTreeMap<RowId, SaidInRow>,
}

/// What rows say, one behind the other.
#[derive(Clone, Debug, Default)]
struct SaidInRows {
    /// Documents that the rows cite, in `sources` or in a claim.
    cited: Lists<u32>,
    claims: Lists<Statement>,
    values: Vec<ValueCount>,
}

/// The same of one row.
#[derive(Clone, Debug, Default)]
struct SaidInRow {
    cited: Vec<u32>,
    claims: Vec<Statement>,
    values: ValueCount,
}

/// How many values of a record come out of documents ([`RecordValue`](crate::model::RecordValue)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ValueCount {
    /// All of them.
    pub all: u16,
    /// Those that name neither words nor a place in a source.
    pub lacking: u16,
}

impl ValueCount {
    /// Counts the values of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let lacking = record
            .values()
            .filter(|value| record.words_for(*value).is_none());
        Self::new(record.values().count(), lacking.count())
    }

    /// A count that stays at its highest where a record has more.
    pub(super) fn new(all: usize, lacking: usize) -> Self {
        let bounded = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        Self {
            all: bounded(all),
            lacking: bounded(lacking),
        }
    }
}

/// Somebody who claims something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// The name, as the first record writes it.
    pub name: Localised,
    /// In how many records something is claimed.
    pub records: usize,
}

/// A claim: whose, and in which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Index into [`ClaimIndex::claimants`].
    pub claimant: u32,
    /// Index into [`Documents::list`]; `None`: the claim names none.
    pub document: Option<u32>,
}

impl ClaimIndex {
    /// An index over no rows yet, of records that cite `documents`.
    pub(super) fn of_documents(documents: Documents) -> Self {
        Self {
            documents,
            ..Self::default()
        }
    }

    /// The same after edits, with what the rows that they have changed say now.
    pub(super) fn amended(&self, rows: impl Iterator<Item = (RowId, RecordClaims)>) -> Self {
        let mut amended = self.clone();
        let names = self.claimants.iter().zip(0..);
        let mut numbers: HashMap<Localised, u32> = names
            .map(|(claimant, number)| (claimant.name.clone(), number))
            .collect();
        for (row, said) in rows {
            let mut before: Vec<u32> = Vec::new();
            if self.has(row) {
                before.extend(self.statements(row).iter().map(|it| it.claimant));
            }
            before.sort_unstable();
            before.dedup();
            for claimant in before {
                if let Some(known) = amended.claimants.get_mut(claimant as usize) {
                    known.records -= 1;
                }
            }
            if self.has(row) {
                amended.lacking -= usize::from(self.values(row).lacking);
            }
            amended.lacking += usize::from(said.values.lacking);
            let said = amended.number(said, &mut numbers);
            amended.changed.insert(row, said);
        }
        amended
    }

    /// Whether anything is known of a row.
    fn has(&self, row: RowId) -> bool {
        self.changed.contains_key(&row) || row.index() < self.rows.cited.ends.len()
    }

    /// The documents that the files list or that records cite.
    #[must_use]
    pub const fn documents(&self) -> &Documents {
        &self.documents
    }

    /// Everybody who claims something, in the order of the file.
    #[must_use]
    pub fn claimants(&self) -> &[Claimant] {
        &self.claimants
    }

    /// The documents that a row cites, each once.
    #[must_use]
    pub fn cited(&self, row: RowId) -> &[u32] {
        match self.changed.get(&row) {
            Some(changed) => &changed.cited,
            None => self.rows.cited.get(row),
        }
    }

    /// What is claimed in a row.
    #[must_use]
    pub fn statements(&self, row: RowId) -> &[Statement] {
        match self.changed.get(&row) {
            Some(changed) => &changed.claims,
            None => self.rows.claims.get(row),
        }
    }

    /// How many values of a row come out of documents, and how many of these name no words.
    #[must_use]
    pub fn values(&self, row: RowId) -> ValueCount {
        match self.changed.get(&row) {
            Some(changed) => changed.values,
            None => *self.rows.values.own(row.index()),
        }
    }

    /// Values of all rows that name no words.
    #[must_use]
    pub const fn lacking(&self) -> usize {
        self.lacking
    }

    /// How many independent origins a row had at `known`, or has.
    #[must_use]
    pub fn origins(&self, row: RowId, known: Option<Second>) -> usize {
        let cited = self.cited(row).iter();
        let mut origins: Vec<u32> = cited
            .filter(|document| self.documents.is_known(**document, known))
            .map(|document| self.documents.origin(*document))
            .collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }

    /// Whether a claim of a row became known only after `known`.
    #[must_use]
    pub fn has_later_claims(&self, row: RowId, known: Second) -> bool {
        let documents = self.statements(row).iter();
        documents
            .filter_map(|statement| statement.document)
            .any(|document| !self.documents.is_known(document, Some(known)))
    }

    /// Whether a row cites a document that was published only after `known`.
    #[must_use]
    pub fn has_later_documents(&self, row: RowId, known: Second) -> bool {
        let mut cited = self.cited(row).iter();
        cited.any(|document| !self.documents.is_known(*document, Some(known)))
    }

    /// Adds what the record of the next row says.
    pub(super) fn push(&mut self, said: RecordClaims, numbers: &mut HashMap<Localised, u32>) {
        let SaidInRow {
            cited,
            claims,
            values,
        } = self.number(said, numbers);
        self.lacking += usize::from(values.lacking);
        let rows = Arc::make_mut(&mut self.rows);
        rows.cited.push(cited);
        rows.claims.push(claims);
        rows.values.push(values);
    }

    /// Puts numbers for names, and gives some to those that are new.
    fn number(&mut self, said: RecordClaims, numbers: &mut HashMap<Localised, u32>) -> SaidInRow {
        let documents = &mut self.documents;
        let mut cited: Vec<u32> = said.sources.iter().map(|id| documents.number(id)).collect();
        let mut claims: Vec<Statement> = Vec::with_capacity(said.claims.len());
        for (by, source) in said.claims {
            let claimant = *numbers.entry(by).or_insert_with_key(|by| {
                self.claimants.push(Claimant {
                    name: by.clone(),
                    records: 0,
                });
                as_number(self.claimants.len() - 1)
            });
            let is_first = !claims.iter().any(|other| other.claimant == claimant);
            if let Some(known) = self.claimants.get_mut(claimant as usize) {
                known.records += usize::from(is_first);
            }
            claims.push(Statement {
                claimant,
                document: source.map(|id| documents.number(&id)),
            });
        }
        cited.extend(claims.iter().filter_map(|statement| statement.document));
        cited.sort_unstable();
        cited.dedup();
        SaidInRow {
            cited,
            claims,
            values: said.values,
        }
    }
}

/// What one record says of it.
#[derive(Default)]
pub(super) struct RecordClaims {
    pub(super) sources: Vec<Box<str>>,
    pub(super) claims: Vec<(Localised, Option<Box<str>>)>,
    pub(super) values: ValueCount,
}

impl RecordClaims {
    /// What a record says; `is_profile`: its file is of the record profile, whose values come out of documents one by one.
    pub(super) fn of(record: Record, is_profile: bool) -> Self {
        let values = if is_profile {
            ValueCount::of(&record)
        } else {
            ValueCount::default()
        };
        let claims = record.claims.into_iter();
        Self {
            values,
            sources: record.sources,
            claims: claims
                .map(|Claim { by, source, .. }| (by, source))
                .collect(),
        }
    }
}

/// A list for each row, one behind the other.
#[derive(Clone, Debug)]
struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            ends: Vec::new(),
            items: Vec::new(),
        }
    }
}

impl<T> Lists<T> {
    fn push(&mut self, list: Vec<T>) {
        self.items.extend(list);
        self.ends.push(as_number(self.items.len()));
    }

    fn get(&self, row: RowId) -> &[T] {
        let end = |index: usize| *self.ends.own(index) as usize;
        let begin = row.index().checked_sub(1).map_or(0, end);
        self.items.stretch(begin..end(row.index()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_own_list() {
        let mut lists = Lists::default();
        for list in [vec![1, 2], vec![], vec![3]] {
            lists.push(list);
        }
        assert_eq!(
            [0, 1, 2].map(|row| lists.get(RowId::new(row))),
            [&[1, 2][..], &[], &[3]]
        );
    }
}
