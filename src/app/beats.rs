//! The days on which something changes, found when playback must know them.

use crate::{
    store::{Dataset, Filter},
    timeline::{Beats, Playback},
};

use super::dispatch;

/// The beats of what passes the filter, kept under the whole question.
#[derive(Default)]
pub(super) struct KeptBeats {
    asked: Option<(u64, Filter)>,
    beats: Beats,
}

impl KeptBeats {
    /// Brings them up to date, as far as `playback` needs them.
    pub(super) fn update(&mut self, dataset: &Dataset, filter: &Filter, playback: &Playback) {
        if !playback.needs_beats() {
            self.asked = None;
            return;
        }
        let question = Some((dataset.revision(), filter.without_window()));
        if self.asked != question {
            self.beats = dispatch::time::beats_of(dataset, filter);
            self.asked = question;
        }
    }

    /// The beats, where playback needs them.
    pub(super) fn known(&self) -> Option<&Beats> {
        self.asked.as_ref().map(|_| &self.beats)
    }
}
