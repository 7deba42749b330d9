//! `bench frames`: what a frame of the whole interface costs while the window moves over all of time. The frames are
//! drawn by whoever can; what is asked and what came of it is said here.

use std::path::PathBuf;

use serde_json::json;

use super::{args::FramesArgs, positive};
use crate::{cli::failure::Failure, text::Catalogue};

/// What `bench frames` asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramesAsked {
    /// The files; the bundled records when there are none.
    pub files: Vec<PathBuf>,
    /// Frames.
    pub steps: usize,
    /// Days of the window.
    pub days: usize,
    /// Whether the map shows how many records lie where instead of their marks.
    pub density: bool,
}

impl FramesAsked {
    pub(in crate::cli) fn of(arguments: &FramesArgs, words: &Catalogue) -> Result<Self, Failure> {
        Ok(Self {
            files: arguments.files.clone(),
            steps: positive(words, "--steps", &arguments.steps)?,
            days: positive(words, "--days", &arguments.days)?,
            density: arguments.density,
        })
    }
}

/// What frames cost, in milliseconds of the processor: all of a frame, and what of it is done for the records.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FrameFigures {
    /// Records that were open.
    pub rows: usize,
    /// Frames that were measured.
    pub steps: usize,
    /// What half of the frames keep within.
    pub median: [f64; 2],
    /// What nineteen of twenty keep within.
    pub p95: [f64; 2],
}

impl FrameFigures {
    /// Returns one JSON object.
    pub(in crate::cli) fn as_line(&self) -> String {
        let ([median, ours_median], [p95, ours_p95]) = (self.median, self.p95);
        let line = json!({
            "median_ms": median, "p95_ms": p95,
            "ours_median_ms": ours_median, "ours_p95_ms": ours_p95,
            "steps": self.steps, "rows": self.rows,
        });
        line.to_string()
    }
}
