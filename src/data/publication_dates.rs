//! When what is open was published, as far as anybody says.

use crate::model::{Bounds, Source, When};

use super::columns::Columns;

/// Dates of publication: those of the documents that the files list, else those at which records were reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicationDates {
    /// The different dates, each with how many documents (or records) have it.
    pub dated: Vec<(Bounds, usize)>,
    /// Documents (or records) without one: a month without any is silent only but for these.
    pub undated: usize,
    /// Whether records are counted, because no document has a date.
    pub is_of_records: bool,
}

impl PublicationDates {
    /// What the documents that files list say, and where they say nothing what the records do.
    pub(super) fn of<'a>(sources: impl Iterator<Item = &'a Source>, columns: &Columns) -> Self {
        let listed = sources.map(|source| source.published.as_ref());
        let (dated, undated): (Vec<_>, Vec<_>) = listed.partition(Option::is_some);
        let dated: Vec<(Bounds, usize)> = dated
            .into_iter()
            .flatten()
            .map(|published: &When| (published.bounds(), 1))
            .collect();
        if dated.is_empty() {
            return Self::of_records(columns);
        }
        Self {
            dated,
            undated: undated.len(),
            is_of_records: false,
        }
    }

    fn of_records(columns: &Columns) -> Self {
        let dated: Vec<(Bounds, usize)> = columns.reports().collect();
        let reported: usize = dated.iter().map(|(_, records)| records).sum();
        Self {
            undated: columns.totals().readable.saturating_sub(reported),
            dated,
            is_of_records: true,
        }
    }

    /// The same after edits; of each record what it said before and what it says now, `None` where it is not there.
    pub(super) fn amended(
        &self,
        changes: impl Iterator<Item = [Option<Option<Bounds>>; 2]>,
    ) -> Self {
        let mut amended = self.clone();
        if !self.is_of_records {
            return amended;
        }
        for [before, now] in changes {
            match before {
                Some(None) => amended.undated -= 1,
                Some(Some(bounds)) => {
                    let mut dated = amended.dated.iter_mut();
                    if let Some((_, count)) = dated.find(|(it, _)| *it == bounds) {
                        *count -= 1;
                    }
                }
                None => {}
            }
            match now {
                Some(None) => amended.undated += 1,
                Some(Some(bounds)) => {
                    let mut dated = amended.dated.iter_mut();
                    match dated.find(|(it, _)| *it == bounds) {
                        Some((_, count)) => *count += 1,
                        None => amended.dated.push((bounds, 1)),
                    }
                }
                None => {}
            }
        }
        amended.dated.retain(|(_, count)| *count > 0);
        amended
    }

    /// Whether nobody says anything, so that no month can be called silent.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        self.dated.is_empty()
    }
}
