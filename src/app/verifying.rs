//! Bundles are verified in the background; what came of it is said, and shown where somebody has to look at it.

use std::path::PathBuf;

use crate::{
    command::Dialog,
    data::{Dataset, FileOrigin, SourceFile},
    io::{
        bundle::verify::{SignatureFiles, Verified, verify},
        formats,
    },
    ui::notice::Tone,
};

use super::App;

/// A bundle that was verified.
pub(super) struct VerifyOutcome {
    verified: Verified,
    /// Whether somebody asked for it; else a bundle was opened.
    is_asked: bool,
}

impl App {
    /// Verifies what is at `path`.
    pub(super) fn verify(&mut self, path: PathBuf, is_asked: bool) {
        let chrome = &mut self.state.chrome;
        let subject = chrome.words.get("verify-under-way");
        let job = self.room.start("verify", subject, move |progress| {
            let result = verify(&path, &SignatureFiles::default(), progress);
            VerifyOutcome {
                verified: Verified { path, result },
                is_asked,
            }
        });
        chrome.jobs.verifying.push(job);
    }

    /// Verifies the bundles among the files from number `first` on, which were opened.
    pub(super) fn verify_opened(&mut self, dataset: &Dataset, first: usize) {
        let is_bundle = |part: &&SourceFile| part.foreign_format == Some(formats::BUNDLE.name);
        let bundles = dataset.parts().iter().skip(first).filter(is_bundle);
        let paths = bundles.filter_map(|part| match &part.source {
            FileOrigin::File(path) => Some(path.clone()),
            _ => None,
        });
        for path in paths.collect::<Vec<PathBuf>>() {
            self.verify(path, false);
        }
    }

    /// Says what came of verifying. What is not whole is shown in a dialog, as is all that somebody asked about.
    pub(super) fn verified(&mut self, outcome: VerifyOutcome) {
        let VerifyOutcome { verified, is_asked } = outcome;
        if verified.is_cancelled() {
            return self.say(Tone::Warning, "file-cancelled");
        }
        let chrome = &mut self.state.chrome;
        let sentence = verified.sentence(&chrome.words);
        let is_whole = verified.is_whole();
        if is_asked || (!is_whole && chrome.dialog.is_none()) {
            chrome.asked.verdict = Some(verified);
            chrome.dialog = Some(Dialog::Verdict);
            return;
        }
        let tone = if is_whole { Tone::Done } else { Tone::Error };
        self.state.notices.post(tone, sentence);
    }
}
