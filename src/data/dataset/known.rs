//! What can have been known of a record on the day from which the analyst looks.

use crate::model::{Claim, Record, RowId, Second, StatusThen};

use super::Dataset;

impl Dataset {
    /// Whether a row can have been known at `known`; one of which nobody says when it became known and
    /// when it began always can.
    #[must_use]
    pub fn is_known(&self, row: RowId, known: Option<Second>) -> bool {
        let from = self.columns.known_from(row);
        known.is_none_or(|known| from.is_none_or(|from| from <= known))
    }

    /// Whether a claim may have been published at `known`; one whose source has no date always may.
    #[must_use]
    pub fn knows(&self, claim: &Claim, known: Option<Second>) -> bool {
        claim
            .source
            .as_deref()
            .is_none_or(|id| self.knows_source(id, known))
    }

    /// The same of a source.
    #[must_use]
    pub fn knows_source(&self, id: &str, known: Option<Second>) -> bool {
        let published = || Some(self.source(id)?.published.as_ref()?.bounds().earliest);
        known.is_none_or(|known| published().is_none_or(|from| from <= known))
    }

    /// Whether a record rests on documents that were published after `known`, so that its title, its
    /// summary and its dates may say what nobody knew then.
    #[must_use]
    pub fn is_written_later(&self, record: &Record, known: Option<Second>) -> bool {
        let is_later = |id: &str| !self.knows_source(id, known);
        record.sources.iter().any(|id| is_later(id))
            || record.claims.iter().any(|claim| !self.knows(claim, known))
    }

    /// The status of a record as it stood at `known`: that of the claims known then; where documents
    /// without a claim came later, that of today, marked as such.
    #[must_use]
    pub fn status_then(&self, record: &Record, known: Option<Second>) -> StatusThen {
        let is_known = |claim: &Claim| self.knows(claim, known);
        match StatusThen::of(record.status, &record.claims, is_known) {
            StatusThen::Unchanged(Some(status)) if self.is_written_later(record, known) => {
                StatusThen::AsOfToday(status)
            }
            then => then,
        }
    }
}
