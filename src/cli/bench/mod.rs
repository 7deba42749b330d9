//! `bench`: what the program's own work costs on a given file, as one JSON object a run, so that anyone can
//! hold it against other programs.

mod args;
mod cancel;
mod export;
mod frames;
mod load;
mod make;
mod window;

use std::io::Write;

use self::args::Bench;
pub(super) use self::args::BenchArgs;
pub use self::frames::{FrameFigures, FramesAsked};
use super::{Exit, failure::Failure};
use crate::text::Catalogue;

impl BenchArgs {
    /// Returns what `bench frames` asks for, if that is the command.
    pub(super) fn frames(&self, words: &Catalogue) -> Option<Result<FramesAsked, Failure>> {
        match &self.bench {
            Bench::Frames(arguments) => Some(FramesAsked::of(arguments, words)),
            _ => None,
        }
    }
}

pub(super) fn run(
    arguments: &BenchArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    match &arguments.bench {
        Bench::Load(arguments) => load::run(arguments, words, out),
        Bench::Export(arguments) => export::run(arguments, words, out),
        Bench::Make(arguments) => make::run(arguments, words, out),
        Bench::Window(arguments) => window::run(arguments, words, out),
        // Asked of whoever can draw.
        Bench::Frames(_) => Ok(Exit::Done),
    }
}

/// Returns a positive whole number, as an option says it.
fn positive(words: &Catalogue, option: &str, value: &str) -> Result<usize, Failure> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(Failure::value(words, option, value, "cli-reason-positive")),
    }
}

/// Times of single runs, in milliseconds.
#[derive(Debug, Default)]
struct Timings(Vec<f64>);

impl Timings {
    fn push(&mut self, milliseconds: f64) {
        let at = self.0.partition_point(|own| *own <= milliseconds);
        self.0.insert(at, milliseconds);
    }

    /// Returns the time that this share of the runs kept within, to the tenth of a microsecond.
    fn within(&self, share: f64) -> f64 {
        let rank = (share * self.0.len() as f64).ceil().max(1.0) as usize - 1;
        let time = self.0.get(rank).copied().unwrap_or_default();
        (time * 1e4).round() / 1e4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_runs_keep_within_the_median() {
        let mut timings = Timings::default();
        for time in [5.0, 1.0, 4.0, 2.0, 3.0] {
            timings.push(time);
        }
        assert_eq!((timings.within(0.5), timings.within(0.95)), (3.0, 5.0));
    }
}
