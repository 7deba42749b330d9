//! The days on which something changes, found when playback must know them.

use crate::{
    data::Filter,
    query::Engine,
    timeline::{ChangeDays, Playback},
};

/// What the days of change hang on: the dataset, what answers, the filter.
type Question = (u64, u64, Filter);

/// The days of change of what passes the filter, kept under the whole question.
#[derive(Default)]
pub(super) struct KeptChangeDays {
    asked: Option<Question>,
    change_days: ChangeDays,
}

impl KeptChangeDays {
    /// Brings them up to date, as far as `playback` needs them.
    pub(super) fn update(&mut self, engine: &Engine, filter: &Filter, playback: &Playback) {
        if !playback.needs_change_days() {
            self.asked = None;
            return;
        }
        let revision = engine.dataset().revision();
        let question = Some((revision, engine.id(), filter.without_window()));
        if self.asked != question {
            self.change_days = engine.change_days(filter);
            self.asked = question;
        }
    }

    /// The days of change, where playback needs them.
    pub(super) fn known(&self) -> Option<&ChangeDays> {
        self.asked.as_ref().map(|_| &self.change_days)
    }
}
