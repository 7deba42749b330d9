//! The days on which something changes, found when playback must know them.

use crate::{
    query::{Indexed, LISTED, Matching},
    store::{Dataset, Filter},
    timeline::{Beats, Playback},
};

/// What the beats hang on: the dataset, what answers for many records, the filter.
type Question = (u64, Option<u64>, Filter);

/// The beats of what passes the filter, kept under the whole question.
#[derive(Default)]
pub(super) struct KeptBeats {
    asked: Option<Question>,
    beats: Beats,
}

impl KeptBeats {
    /// Brings them up to date, as far as `playback` needs them.
    pub(super) fn update(
        &mut self,
        (dataset, indexed): (&Dataset, Option<&Indexed>),
        filter: &Filter,
        playback: &Playback,
    ) {
        if !playback.needs_beats() {
            self.asked = None;
            return;
        }
        let index = indexed.map(|indexed| indexed.index().id());
        let question = Some((dataset.revision(), index, filter.without_window()));
        if self.asked != question {
            self.beats = beats_of((dataset, indexed), filter);
            self.asked = question;
        }
    }

    /// The beats, where playback needs them.
    pub(super) fn known(&self) -> Option<&Beats> {
        self.asked.as_ref().map(|_| &self.beats)
    }
}

/// The days on which what the records that pass `filter` show can change. Of many records nothing is known
/// until they are made ready.
pub(super) fn beats_of((dataset, indexed): (&Dataset, Option<&Indexed>), filter: &Filter) -> Beats {
    let columns = dataset.columns();
    if let Some(indexed) = indexed {
        return indexed.beats(columns, filter);
    }
    if dataset.len() > LISTED {
        return Beats::default();
    }
    let matching = Matching::of(dataset, filter);
    let rows = (0..dataset.len()).filter(|row| matching.contains(*row));
    Beats::of(rows.filter_map(|row| columns.span_on(filter.clock, row)))
}
