//! `bench load`: a file to what the window works with.

use std::{
    io::Write,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{args::LoadArgs, cancel, positive};
use crate::{
    cli::{
        Exit,
        failure::{Failure, print},
    },
    io::process,
    text::Catalogue,
};

pub(super) fn run(
    arguments: &LoadArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    if let (Some(moments), Some(file)) = (&arguments.cancel, arguments.input.files.first()) {
        let moments = positive(words, "--cancel", moments)?;
        return cancel::run(file, moments, out);
    }
    let cost = Stopwatch::begin();
    let dataset = arguments.input.dataset(words)?;
    let (load_s, cpu_s) = cost.so_far();
    let peak = process::peak_memory().map(|bytes| bytes as f64 / 1e6);
    let report = json!({
        "load_s": load_s,
        "cpu_s": cpu_s,
        "rows": dataset.len(),
        "peak_rss_mb": peak.map(f64::round),
    });
    print(out, report.to_string())?;
    Ok(Exit::Done)
}

/// Time passed and processor time spent since a beginning.
pub(super) struct Stopwatch {
    begin: Instant,
    cpu: Option<Duration>,
}

impl Stopwatch {
    pub(super) fn begin() -> Self {
        Self {
            cpu: process::cpu_time(),
            begin: Instant::now(),
        }
    }

    /// Returns seconds to the millisecond; those of the processor are `null` where the system does not say.
    pub(super) fn so_far(&self) -> (f64, Value) {
        let cpu = process::cpu_time().zip(self.cpu);
        let spent = cpu.map(|(now, then)| seconds(now.saturating_sub(then)));
        (seconds(self.begin.elapsed()), spent.into())
    }
}

fn seconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1000.0).round() / 1000.0
}
