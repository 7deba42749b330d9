//! Where a caret can stand in one line of text of both directions.
//!
//! [`CaretLine::set`] puts a text in visual order and finds a stop before and after each letter, by a
//! measure of widths. From then on a place in the text is an x and an x a place: for the arrows, the
//! pointer and the wash behind a selection, which may be torn where directions meet.

use std::ops::Range;

use unicode_bidi::ParagraphBidiInfo;

use super::{
    bidi::{Base, Shaping, VisualRun, pieces},
    edit::{Caret, CaretSide},
    letters::ShownText,
};

/// A line in visual order, with its stops.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaretLine {
    /// What the shaper gets, from left to right.
    pub runs: Vec<VisualRun>,
    /// Width of all runs.
    pub width: f32,
    /// Whether the line is read from the right.
    pub is_rtl: bool,
    /// The stops of each run, from left to right.
    stops: Vec<Vec<Stop>>,
}

/// A place between two letters of one run.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stop {
    at: usize,
    x: f32,
}

impl CaretLine {
    /// Sets `text`, which has no line break. `measure` gives the width of a run by itself.
    #[must_use]
    pub fn set(text: &str, base: Base, measure: &mut dyn FnMut(&str) -> f32) -> Self {
        let shown = ShownText::of(text);
        let info = ParagraphBidiInfo::new(&shown.text, base.level());
        let mut line = Self {
            is_rtl: info.paragraph_level.is_rtl(),
            ..Self::default()
        };
        if shown.text.is_empty() {
            return line;
        }
        let (levels, runs) = info.visual_runs(0..shown.text.len());
        for run in runs {
            let Some(level) = levels.get(run.start) else {
                continue;
            };
            let text = shown.text.get(run.clone()).unwrap_or("");
            for (piece, shaping) in pieces(text, *level) {
                let piece = run.start + piece.start..run.start + piece.end;
                line.push(&shown, piece, shaping, level.is_rtl(), measure);
            }
        }
        line
    }

    fn push(
        &mut self,
        shown: &ShownText,
        piece: Range<usize>,
        shaping: Shaping,
        is_rtl: bool,
        measure: &mut dyn FnMut(&str) -> f32,
    ) {
        let run = shaping.run(shown.text.get(piece.clone()).unwrap_or(""));
        if run.text.is_empty() {
            return;
        }
        let letters = shown.letters_in(&piece);
        let Some(first) = letters.first() else { return };
        let (left, width) = (self.width, measure(&run.text));
        let mut stop = |at: usize, bound: usize| {
            let passed = shown.width_up_to(&piece, bound, shaping, measure);
            let passed = passed.clamp(0.0, width);
            let x = left + if is_rtl { width - passed } else { passed };
            Stop { at, x }
        };
        let mut stops = vec![stop(first.logical.start, piece.start)];
        stops.extend(
            letters
                .iter()
                .map(|letter| stop(letter.logical.end, letter.shown.end)),
        );
        if is_rtl {
            stops.reverse();
        }
        self.width += width;
        self.runs.push(run);
        self.stops.push(stops);
    }

    /// Makes the line a part of a longer text, in which it begins at byte `start`.
    #[must_use]
    pub(super) fn moved_by(mut self, start: usize) -> Self {
        for stop in self.stops.iter_mut().flatten() {
            stop.at += start;
        }
        self
    }

    /// Tells where `caret` stands, from the left end of the line.
    #[must_use]
    pub fn x_of(&self, caret: Caret) -> f32 {
        self.find(caret)
            .and_then(|(run, stop)| self.stop(run, stop))
            .map_or(0.0, |stop| stop.x)
    }

    /// Returns the caret nearest to `x`.
    #[must_use]
    pub fn caret_at(&self, x: f32) -> Caret {
        let right = |stops: &[Stop]| stops.last().map_or(0.0, |stop| stop.x);
        let last = self.stops.len().saturating_sub(1);
        let run = self.stops.iter().position(|stops| x <= right(stops));
        let run = run.unwrap_or(last);
        let nearest = self.stops.get(run).into_iter().flatten().enumerate();
        nearest
            .min_by(|(_, a), (_, b)| (a.x - x).abs().total_cmp(&(b.x - x).abs()))
            .map_or_else(Caret::default, |(stop, _)| self.caret(run, stop))
    }

    /// Returns the caret one stop to the right or to the left; `None` at the end of the line.
    #[must_use]
    pub fn beside(&self, caret: Caret, to_the_right: bool) -> Option<Caret> {
        let (run, stop) = self.find(caret)?;
        let next = |stop: usize| {
            if to_the_right {
                stop.checked_add(1)
            } else {
                stop.checked_sub(1)
            }
        };
        if let Some(stop) = next(stop).filter(|stop| self.stop(run, *stop).is_some()) {
            return Some(self.caret(run, stop));
        }
        // The first stop of the run beside stands where this one is.
        let run = next(run)?;
        let count = self.stops.get(run)?.len();
        let stop = if to_the_right {
            1
        } else {
            count.checked_sub(2)?
        };
        self.stop(run, stop).map(|_| self.caret(run, stop))
    }

    /// Returns from where to where the letters of `range` stand, in the units of the measure, from left to right.
    #[must_use]
    pub fn spans(&self, range: &Range<usize>) -> Vec<(f32, f32)> {
        let mut spans: Vec<(f32, f32)> = Vec::new();
        for stops in &self.stops {
            let inside = stops
                .iter()
                .filter(|stop| range.start <= stop.at && stop.at <= range.end);
            let xs = inside.map(|stop| stop.x);
            let (left, right) = (
                xs.clone().fold(f32::INFINITY, f32::min),
                xs.fold(f32::NEG_INFINITY, f32::max),
            );
            if left >= right {
                continue;
            }
            match spans.last_mut() {
                Some((_, end)) if (left - *end).abs() < 0.01 => *end = right,
                _ => spans.push((left, right)),
            }
        }
        spans
    }

    /// Returns the run and the stop of a caret: of the letter it sticks to, else of any that is near.
    fn find(&self, caret: Caret) -> Option<(usize, usize)> {
        let of_side = |side: CaretSide| {
            self.stops.iter().position(|stops| {
                let (start, end) = ends(stops);
                match side {
                    CaretSide::Before => start < caret.at && caret.at <= end,
                    CaretSide::After => start <= caret.at && caret.at < end,
                }
            })
        };
        let other = match caret.side {
            CaretSide::Before => CaretSide::After,
            CaretSide::After => CaretSide::Before,
        };
        let run = of_side(caret.side)
            .or_else(|| of_side(other))
            .or_else(|| self.nearest_run(caret.at))?;
        let stops = self.stops.get(run)?.iter().enumerate();
        let (stop, _) = stops.min_by_key(|(_, stop)| stop.at.abs_diff(caret.at))?;
        Some((run, stop))
    }

    fn nearest_run(&self, at: usize) -> Option<usize> {
        (0..self.stops.len()).min_by_key(|run| {
            let stops = self.stops.get(*run).into_iter().flatten();
            stops.map(|stop| stop.at.abs_diff(at)).min()
        })
    }

    fn stop(&self, run: usize, stop: usize) -> Option<Stop> {
        self.stops.get(run)?.get(stop).copied()
    }

    /// Returns the caret at a stop, sticking to a letter of its run.
    fn caret(&self, run: usize, stop: usize) -> Caret {
        let at = self.stop(run, stop).map_or(0, |stop| stop.at);
        let (_, end) = self.stops.get(run).map_or((0, 0), |stops| ends(stops));
        if at == end {
            Caret::before(at)
        } else {
            Caret::after(at)
        }
    }
}

/// Returns the first and the last place of a run, in logical order.
fn ends(stops: &[Stop]) -> (usize, usize) {
    let first = stops.first().map_or(0, |stop| stop.at);
    let last = stops.last().map_or(0, |stop| stop.at);
    (first.min(last), first.max(last))
}

#[cfg(test)]
#[expect(
    clippy::float_cmp,
    reason = "whole numbers of points, which sums keep exactly"
)]
mod tests {
    use super::*;

    fn line(text: &str) -> CaretLine {
        // A joiner is no column wide.
        CaretLine::set(text, Base::Auto, &mut |run| {
            run.chars().filter(|c| *c != '\u{200d}').count() as f32
        })
    }

    /// Returns the places that the arrow to the right passes, from the left end on.
    fn walk(line: &CaretLine) -> Vec<usize> {
        let mut caret = line.caret_at(f32::NEG_INFINITY);
        let mut passed = vec![caret.at];
        while let Some(next) = line.beside(caret, true) {
            assert!(line.x_of(next) > line.x_of(caret), "{passed:?}");
            caret = next;
            passed.push(caret.at);
        }
        passed
    }

    #[test]
    fn in_latin_the_arrow_goes_from_the_first_letter_to_the_last() {
        assert_eq!(walk(&line("Mopti")), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn in_arabic_the_arrow_to_the_right_goes_back() {
        assert_eq!(walk(&line("مالي")), [8, 6, 4, 2, 0]);
        assert!(line("مالي").is_rtl);
    }

    #[test]
    fn in_mixed_text_the_arrow_passes_every_letter_once_in_the_order_seen() {
        // Seen from the left: `T-7`, a gap, then three Arabic letters from the right.
        let line = line("قاد T-7");
        assert_eq!(walk(&line), [7, 8, 9, 10, 6, 4, 2, 0]);
        assert_eq!(line.runs.len(), 2);
    }

    #[test]
    fn every_stop_is_found_again_by_its_place_on_the_screen() {
        for text in ["Mopti موبتي 12", "مطار (Sévaré) ٣٫٥", "a\u{202e}b"] {
            let line = line(text);
            let mut caret = line.caret_at(f32::NEG_INFINITY);
            while let Some(next) = line.beside(caret, true) {
                assert!(line.x_of(next) > line.x_of(caret), "{text}");
                assert_eq!(line.x_of(line.caret_at(line.x_of(next))), line.x_of(next));
                caret = next;
            }
            assert_eq!(line.x_of(caret), line.width);
        }
    }

    #[test]
    fn the_way_back_is_the_way_there() {
        let line = line("قاد T-7 في Ségou");
        let mut there = vec![line.caret_at(f32::NEG_INFINITY)];
        while let Some(next) = line.beside(*there.last().unwrap(), true) {
            there.push(next);
            assert!(there.len() < 40);
        }
        let mut caret = *there.last().unwrap();
        for expected in there.iter().rev().skip(1) {
            caret = line.beside(caret, false).unwrap();
            assert_eq!(line.x_of(caret), line.x_of(*expected));
        }
        assert_eq!(line.beside(caret, false), None);
    }

    #[test]
    fn a_selection_across_directions_is_torn() {
        let text = "ab قا";
        let line = line(text);
        // `b`, the space and the first Arabic letter, which stands at the far right.
        assert_eq!(line.spans(&(1..5)), [(1.0, 3.0), (4.0, 5.0)]);
        assert_eq!(line.spans(&(0..text.len())), [(0.0, 5.0)]);
        assert_eq!(line.spans(&(2..2)), []);
    }

    #[test]
    fn a_control_that_is_shown_is_passed_in_one_step() {
        let line = line("a\u{202e}b");
        assert_eq!(walk(&line), [0, 1, 4, 5]);
        assert_eq!(line.width, 10.0);
    }

    #[test]
    fn a_letter_with_marks_is_one_step() {
        assert_eq!(walk(&line("مُر")), [6, 4, 0]);
    }

    #[test]
    fn an_empty_line_has_its_caret_at_the_start() {
        assert_eq!(line("").caret_at(5.0), Caret::default());
        assert_eq!(line("").beside(Caret::default(), true), None);
    }
}
