//! Who says what, and when it was published, found out before anybody asks, so that nothing about it keeps the
//! drawing thread waiting.

use std::sync::Arc;

use crate::{
    data::Dataset,
    work::{BackgroundQuery, Room},
};

/// The revision of the dataset that was read for it; the dataset keeps the answers.
#[derive(Default)]
pub(super) struct Evidence(BackgroundQuery<u64, ()>);

impl Evidence {
    /// Has the records read for it, once.
    pub(super) fn update(&mut self, room: &Room, dataset: &Arc<Dataset>) {
        let revision = dataset.revision();
        if !self.0.wants(&revision, |_| false) {
            return;
        }
        if dataset.known_claim_index().is_some() && dataset.known_reporting().is_some() {
            return self.0.set(revision, ());
        }
        let dataset = Arc::clone(dataset);
        self.0.start(room, "evidence", revision, move |_| {
            let _ = dataset.reporting();
            let _ = dataset.claim_index();
            Some(())
        });
    }
}
