//! The days on which something changes, found when playback must know them.

use crate::{
    query::Engine,
    store::Filter,
    timeline::{Beats, Playback},
};

/// What the beats hang on: the dataset, what answers, the filter.
type Question = (u64, u64, Filter);

/// The beats of what passes the filter, kept under the whole question.
#[derive(Default)]
pub(super) struct KeptBeats {
    asked: Option<Question>,
    beats: Beats,
}

impl KeptBeats {
    /// Brings them up to date, as far as `playback` needs them.
    pub(super) fn update(&mut self, engine: &Engine, filter: &Filter, playback: &Playback) {
        if !playback.needs_beats() {
            self.asked = None;
            return;
        }
        let revision = engine.dataset().revision();
        let question = Some((revision, engine.id(), filter.without_window()));
        if self.asked != question {
            self.beats = engine.beats(filter);
            self.asked = question;
        }
    }

    /// The beats, where playback needs them.
    pub(super) fn known(&self) -> Option<&Beats> {
        self.asked.as_ref().map(|_| &self.beats)
    }
}
