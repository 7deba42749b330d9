//! Who says what, and when it was published, found out before anybody asks, so that nothing about it keeps the
//! drawing thread waiting.

use std::sync::Arc;

use super::{App, jobs::Outcome};

impl App {
    /// Has the records of what is open read for it, once, after what is drawn of them is there.
    pub(super) fn hear(&mut self) {
        let dataset = &self.state.dataset;
        let revision = dataset.revision();
        if self.heard == Some(revision) || self.state.derived.is_waiting() {
            return;
        }
        self.heard = Some(revision);
        if dataset.known_claim_index().is_some() && dataset.known_reporting().is_some() {
            return;
        }
        let dataset = Arc::clone(dataset);
        self.tasks.start("claim_index", String::new(), move |_| {
            let _ = dataset.reporting();
            let _ = dataset.claim_index();
            Outcome::Answered
        });
    }
}
