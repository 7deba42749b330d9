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
    piece_memo::{Measure, PieceMemo},
};

/// Letters behind which a run is cut at the next white space: each part is set and measured by itself, so that a keystroke
/// costs as much in a long line as in a short one.
const LONG: usize = 64;
/// Letters behind which a run is cut where it has no white space.
const TOO_LONG: usize = 512;

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
    /// Sets `text`, which has no line break.
    #[must_use]
    pub fn set(text: &str, base: Base, measure: &mut Measure<'_>) -> Self {
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
            let mut parts = parts(text);
            if level.is_rtl() {
                parts.reverse();
            }
            for part in parts {
                let start = run.start + part.start;
                for (piece, shaping) in pieces(text.get(part).unwrap_or(""), *level) {
                    let piece = start + piece.start..start + piece.end;
                    line.push(&shown, piece, shaping, level.is_rtl(), measure);
                }
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
        measure: &mut Measure<'_>,
    ) {
        let run = shaping.run(shown.text.get(piece.clone()).unwrap_or(""));
        if run.text.is_empty() {
            return;
        }
        let letters = shown.letters_in(&piece);
        let Some(first) = letters.first() else { return };
        let ends = || letters.iter().map(|letter| letter.shown.end);
        let hangs_on: Vec<usize> = ends().map(|end| end - piece.start).collect();
        let key = PieceMemo::key((&run.text, shaping, hangs_on));
        let Measure { memo, width } = measure;
        let widths = memo.find(key).unwrap_or_else(|| {
            let bounds = std::iter::once(piece.start).chain(ends());
            let passed = bounds.map(|bound| shown.width_up_to(&piece, bound, shaping, width));
            let mut widths: Vec<f32> = passed.collect();
            widths.push(width(&run.text));
            memo.keep(key, widths)
        });
        let Some((width, passed)) = widths.split_last() else {
            return;
        };
        let left = self.width;
        let stop = |at: usize, passed: f32| {
            let passed = passed.clamp(0.0, *width);
            let x = left + if is_rtl { width - passed } else { passed };
            Stop { at, x }
        };
        let places = letters.iter().map(|letter| letter.logical.end);
        let places = std::iter::once(first.logical.start).chain(places);
        let mut stops: Vec<Stop> = places
            .zip(passed)
            .map(|(at, passed)| stop(at, *passed))
            .collect();
        if is_rtl {
            stops.reverse();
        }
        self.width += width;
        self.runs.push(run);
        self.stops.push(stops);
    }

    /// Returns the runs from left to right, each with the place of its left end.
    pub fn placed_runs(&self) -> impl Iterator<Item = (f32, &VisualRun)> {
        let lefts = self.stops.iter().map(|stops| stops.first());
        let lefts = lefts.map(|first| first.map_or(0.0, |stop| stop.x));
        lefts.zip(&self.runs)
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

/// Cuts text of one level into parts that are short enough, in logical order.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut letters) = (0, 0);
    let mut after_space = false;
    for (at, letter) in text.char_indices() {
        // Letters of a script that joins them are cut nowhere but at white space.
        let may_be_cut = letters >= LONG && after_space && letter.is_alphanumeric()
            || letters >= TOO_LONG && letter.is_ascii_alphanumeric();
        if may_be_cut {
            parts.push(start..at);
            (start, letters) = (at, 0);
        }
        letters += 1;
        after_space = letter.is_whitespace();
    }
    parts.push(start..text.len());
    parts
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
        let mut measure = Measure {
            memo: &mut PieceMemo::default(),
            width: &mut |run: &str| run.chars().filter(|c| *c != '\u{200d}').count() as f32,
        };
        CaretLine::set(text, Base::Auto, &mut measure)
    }

    #[test]
    fn a_long_line_is_set_in_parts_and_has_the_same_stops() {
        for word in ["Bamako ", "موبتي ", "Gao ٣٫٥ (كيدال) "] {
            let text = word.repeat(200);
            let line = line(&text);
            assert!(line.runs.len() > 9, "{word}");
            let longest = line.runs.iter().map(|run| run.text.chars().count()).max();
            assert!(longest.unwrap() < LONG + 20);
            assert_eq!(walk(&line).len(), text.chars().count() + 1, "{word}");
            assert_eq!(line.width, text.chars().count() as f32);
        }
        // A word without an end, which joins nothing, is cut too.
        let line = line(&"x".repeat(3 * TOO_LONG));
        assert_eq!(line.runs.len(), 3);
    }

    #[test]
    fn a_letter_more_in_a_long_line_measures_one_part_of_it() {
        let text = "Bamako and Gao ".repeat(600);
        let (mut memo, mut measured) = (PieceMemo::default(), 0);
        let mut set = |text: &str| {
            measured = 0;
            memo.begin();
            let mut measure = Measure {
                memo: &mut memo,
                width: &mut |run: &str| {
                    measured += run.len();
                    run.len() as f32
                },
            };
            let _ = CaretLine::set(text, Base::Auto, &mut measure);
            measured
        };
        let all = set(&text);
        let mut typed = text.clone();
        typed.insert(4501, 'x');
        assert!(set(&typed) < 2 * LONG * LONG, "{all}");
        assert_eq!(set(&typed), 0);
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
