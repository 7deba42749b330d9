//! Who says what and when it was published, read from all records when it is first asked for.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Dataset;
use crate::{
    data::{
        claim_index::{ClaimIndex, RecordClaims, ValueCount},
        documents::Documents,
        fast_path::BatchReader,
        publication_dates::PublicationDates,
    },
    model::{Own, RowId},
};

/// Rows that are read at a time, so that a large file is never in memory a second time.
const CHUNK: usize = 1 << 15;
/// Rows that a core reads before it shares the rest with another.
const PIECE: usize = 1 << 10;

impl Dataset {
    /// Who says what in which record. Every record is read for it, once.
    #[must_use]
    pub fn claim_index(&self) -> &ClaimIndex {
        self.claim_index.get_or_init(|| self.read_claims())
    }

    /// The same, where it is known already.
    #[must_use]
    pub fn known_claim_index(&self) -> Option<&ClaimIndex> {
        self.claim_index.get()
    }

    /// When what is open was published. Every row is looked at for it, once.
    #[must_use]
    pub fn reporting(&self) -> &PublicationDates {
        self.reporting
            .get_or_init(|| PublicationDates::of(self.sources(), &self.columns))
    }

    /// The same, where it is known already.
    #[must_use]
    pub fn known_reporting(&self) -> Option<&PublicationDates> {
        self.reporting.get()
    }

    /// What the record of a row says; nothing where it cannot be read.
    pub(super) fn claims_of(&self, row: RowId) -> RecordClaims {
        let is_profile = self.file_of(row).mapping.is_profile();
        self.read(row)
            .map(|record| RecordClaims::of(record, is_profile))
            .unwrap_or_default()
    }

    /// Reads every record, on every core.
    fn read_claims(&self) -> ClaimIndex {
        let mut claim_index = ClaimIndex::of_documents(Documents::of(self.sources()));
        let mut numbers = HashMap::new();
        let count = self.rows().len();
        for first in (0..count).step_by(CHUNK) {
            let rows = first..count.min(first + CHUNK);
            let said: Vec<RecordClaims> = rows
                .into_par_iter()
                .map(RowId::new)
                .with_min_len(PIECE)
                .map_init(|| ReadersOfFiles::of(self), ReadersOfFiles::said)
                .collect();
            for said in said {
                claim_index.push(said, &mut numbers);
            }
        }
        claim_index
    }
}

/// Readers of the files of a dataset, each made when its first record is read.
struct ReadersOfFiles<'a> {
    dataset: &'a Dataset,
    of_parts: Vec<Option<BatchReader<'a>>>,
}

impl<'a> ReadersOfFiles<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        let of_parts = dataset.parts().iter().map(|_| None).collect();
        Self { dataset, of_parts }
    }

    /// What the record of a row says of it; nothing where it cannot be read.
    fn said(&mut self, row: RowId) -> RecordClaims {
        if !self.dataset.is_readable(row) {
            return RecordClaims::default();
        }
        self.cited(row)
            .unwrap_or_else(|| self.dataset.claims_of(row))
    }

    /// The same, of a record that claims nothing, without building it; `None` where that cannot be done.
    fn cited(&mut self, row: RowId) -> Option<RecordClaims> {
        let reader = self.of_parts.own_mut(self.dataset.part_of(row));
        let reader = reader.get_or_insert_with(|| BatchReader::new(self.dataset.file_of(row)));
        let cited = reader.cited_by(self.dataset.bytes(row))?;
        let values = self.values(row, cited.actors)?;
        Some(RecordClaims {
            sources: cited.sources.into_iter().map(Into::into).collect(),
            claims: Vec::new(),
            values,
        })
    }

    /// The values of a record of so many actors that has nothing else that documents say: none names its words. `None` where
    /// it has no place on the map, and may have one in words.
    fn values(&self, row: RowId, actors: usize) -> Option<ValueCount> {
        if !self.dataset.file_of(row).mapping.is_profile() {
            return Some(ValueCount::default());
        }
        let columns = self.dataset.columns();
        columns.position(row)?;
        let all = 1 + actors + usize::from(columns.span(row).is_some());
        Some(ValueCount::new(all, all))
    }
}
