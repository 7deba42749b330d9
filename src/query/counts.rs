//! Counts of records, certain and possible apart.

use std::collections::BTreeMap;

use crate::model::{Attestation, Layer, Relation};

/// A count of records, certain and possible apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Shown whatever their true dates are.
    pub certain: usize,
    /// Shown for some of their possible dates.
    pub possible: usize,
}

impl Shown {
    /// Adds another count to this one.
    pub const fn join(&mut self, other: Self) {
        self.certain += other.certain;
        self.possible += other.possible;
    }

    /// Counts one record more.
    pub fn add(&mut self, relation: Relation) {
        match relation {
            Relation::Certain => self.certain += 1,
            Relation::Possible { .. } => self.possible += 1,
            Relation::Out => {}
        }
    }

    /// Adds certain and possible.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.certain + self.possible
    }
}

/// The presences in a window that have grown stale. All of them are among the possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aged {
    /// No source attests them in the window any more.
    pub unconfirmed: usize,
    /// Unattested for longer than the limit, so that their status is unknown.
    pub unknown: usize,
}

impl Aged {
    /// Counts one shown record more, if it is such a presence.
    pub fn add(&mut self, attestation: Attestation) {
        match attestation {
            Attestation::Attested => {}
            Attestation::Unconfirmed { .. } => self.unconfirmed += 1,
            Attestation::Unknown { .. } => self.unknown += 1,
        }
    }
}

/// Every record of a dataset, counted once:
/// `records = certain + possible + out + undated + unreadable + filtered`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All records.
    pub records: usize,
    /// Shown, certain and possible.
    pub shown: Shown,
    /// Dated, but not in the window (or only possibly, when those are left out).
    pub out: usize,
    /// Without a date that can be read, on the clock that is asked for.
    pub undated: usize,
    /// Could not be read.
    pub unreadable: usize,
    /// Kept back by a filter other than the window.
    pub filtered: usize,
    /// Without geometry, whatever their date: overlaps the others.
    pub unplaced: usize,
    /// Shown, by layer; every layer that occurs is there.
    pub layers: BTreeMap<Layer, Shown>,
    /// Shown, by file, in the order of the files.
    pub files: Vec<Shown>,
}

impl Counts {
    /// Returns each count by the name that it has in files and on the command line, with what has grown
    /// stale among the records shown; `layers` stand apart.
    #[must_use]
    pub const fn named(&self, aged: Aged) -> [(&'static str, usize); 10] {
        [
            ("records", self.records),
            ("certain", self.shown.certain),
            ("possible", self.shown.possible),
            ("unconfirmed", aged.unconfirmed),
            ("unknown", aged.unknown),
            ("out", self.out),
            ("undated", self.undated),
            ("unplaced", self.unplaced),
            ("unreadable", self.unreadable),
            ("filtered", self.filtered),
        ]
    }
}
