//! Lines of text out of glyphs, in logical order.
//!
//! A page says where each glyph stands and not in which order they are read. Glyphs on one baseline are a line; within
//! it they are read from left to right or, where most letters are of a script that runs so, from right to left, with
//! the runs of the other direction turned round.

use std::{collections::HashMap, ops::Range};

use unicode_bidi::{BidiClass, bidi_class};

use super::{
    glyphs::PlacedGlyph,
    letters::{Grapheme, graphemes, spaced},
};

/// Parts of the size of a font that a baseline may be off, as that of a raised number is.
const RAISED: f64 = 0.4;
/// Sizes of the font from one line to the next, at most.
const FARTHEST: f64 = 2.2;

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextLine {
    /// Its text in logical order.
    pub(super) text: String,
    /// Its ends from left to right.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its baseline, from the top.
    pub(super) baseline: f64,
    /// The size of its largest glyph.
    pub(super) size: f64,
    pub(super) turns: u8,
    pub(super) is_right_to_left: bool,
}

/// The lines of a page, in the order in which they are drawn.
pub(super) fn lines_of(glyphs: &[PlacedGlyph]) -> Vec<TextLine> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut rows_at = HashMap::new();
    for glyph in glyphs {
        let is_last = rows
            .last()
            .is_some_and(|row| row.takes(glyph, f64::INFINITY));
        let place = if is_last {
            rows.len().checked_sub(1)
        } else {
            // What was drawn later may fill a gap of an earlier row.
            let near: Option<&usize> = rows_at.get(&height(glyph));
            near.copied()
                .filter(|at| rows.get(*at).is_some_and(|row| row.takes(glyph, 1.0)))
        };
        if let Some(row) = place.and_then(|at| rows.get_mut(at)) {
            row.add(glyph);
        } else {
            rows_at.insert(height(glyph), rows.len());
            rows.push(Row::of(glyph));
        }
    }
    let mut lines: Vec<TextLine> = Vec::with_capacity(rows.len());
    let mut open = Open::default();
    for row in &rows {
        // A line of numbers runs as the one above; brackets may open in the one and close in the other.
        let above = lines.last().filter(|line| row.is_below(line));
        if above.is_none() {
            open = Open::default();
        }
        let is_left = above.is_some_and(|line| line.is_right_to_left);
        lines.extend(row.line(is_left, &mut open));
    }
    lines
}

/// The baseline of a glyph, coarsely.
fn height(glyph: &PlacedGlyph) -> (u8, i64) {
    (glyph.turns, (glyph.baseline / 2.0).round() as i64)
}

/// Glyphs on one baseline.
struct Row<'a> {
    glyphs: Vec<&'a PlacedGlyph>,
    across: Range<f64>,
    baseline: f64,
    size: f64,
    turns: u8,
}

impl<'a> Row<'a> {
    fn of(glyph: &'a PlacedGlyph) -> Self {
        Self {
            glyphs: vec![glyph],
            across: glyph.left..glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            turns: glyph.turns,
        }
    }

    /// Whether a glyph stands on this line, with at most so many ems between.
    fn takes(&self, glyph: &PlacedGlyph, ems: f64) -> bool {
        let size = self.size.max(glyph.size);
        let gap = (glyph.left - self.across.end).max(self.across.start - glyph.right);
        self.turns == glyph.turns
            && (self.baseline - glyph.baseline).abs() <= RAISED * size
            && gap <= ems * size
    }

    /// Whether it follows a line of the same column.
    fn is_below(&self, line: &TextLine) -> bool {
        let step = (self.baseline - line.baseline) / line.size;
        let overlaps = self.across.start < line.right && line.left < self.across.end;
        self.turns == line.turns && overlaps && 0.0 < step && step < FARTHEST
    }

    fn add(&mut self, glyph: &'a PlacedGlyph) {
        self.glyphs.push(glyph);
        self.across = self.across.start.min(glyph.left)..self.across.end.max(glyph.right);
        if glyph.size > self.size {
            (self.size, self.baseline) = (glyph.size, glyph.baseline);
        }
    }

    /// The line, which runs from right to left where its letters do, or it has none and `is_left`; `None` where it is
    /// blank.
    fn line(&self, is_left: bool, open: &mut Open) -> Option<TextLine> {
        let items = spaced(graphemes(&self.glyphs));
        let is_right_to_left = runs_left(&items).unwrap_or(is_left);
        let text = logical(&items, is_right_to_left, open);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(TextLine {
            text,
            left: self.across.start,
            right: self.across.end,
            baseline: self.baseline,
            size: self.size,
            turns: self.turns,
            is_right_to_left,
        })
    }
}

/// How a grapheme stands to the direction of writing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Left,
    Digit,
    /// A mark between digits of one number.
    Separator,
    None,
}

fn direction(grapheme: &Grapheme) -> Direction {
    let of = |letter| match bidi_class(letter) {
        BidiClass::L => Direction::Right,
        BidiClass::R | BidiClass::AL => Direction::Left,
        BidiClass::EN | BidiClass::AN => Direction::Digit,
        BidiClass::CS | BidiClass::ES | BidiClass::ET => Direction::Separator,
        _ => Direction::None,
    };
    let mut letters = grapheme.text.chars().map(of);
    letters
        .find(|it| *it != Direction::None)
        .unwrap_or(Direction::None)
}

/// Whether most letters run from right to left; `None` where there are none.
fn runs_left(items: &[Grapheme]) -> Option<bool> {
    let count = |wanted| {
        items
            .iter()
            .filter(|item| direction(item) == wanted)
            .count()
    };
    let (left, right) = (count(Direction::Left), count(Direction::Right));
    (left + right > 0).then_some(left > 0 && left >= right)
}

/// The text of graphemes that stand from left to right, in the order in which it is read.
fn logical(items: &[Grapheme], is_right_to_left: bool, open: &mut Open) -> String {
    let kinds: Vec<Direction> = items.iter().map(direction).collect();
    let pieces = pieces(&kinds, is_right_to_left);
    let texts = |at: Range<usize>| {
        items
            .get(at)
            .unwrap_or_default()
            .iter()
            .map(|it| it.text.as_str())
    };
    let mut text = String::new();
    let mut mirrored = Vec::new();
    let in_order: Box<dyn Iterator<Item = &Piece>> = if is_right_to_left {
        Box::new(pieces.iter().rev())
    } else {
        Box::new(pieces.iter())
    };
    for piece in in_order {
        let from = text.len();
        if piece.is_left {
            text.extend(texts(piece.at.clone()).rev());
            mirrored.push(from..text.len());
        } else {
            text.extend(texts(piece.at.clone()));
        }
    }
    open.turned(&text, &mirrored)
}

/// Neighbours that are read in one direction.
struct Piece {
    at: Range<usize>,
    is_left: bool,
}

/// Cuts a line into pieces of one direction. What has none belongs to the line's.
fn pieces(kinds: &[Direction], is_right_to_left: bool) -> Vec<Piece> {
    let mut list: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(kind) = kinds.get(at) {
        let (end, is_left) = match kind {
            Direction::Left if !is_right_to_left => (run(kinds, at, Direction::Left), true),
            Direction::Right if is_right_to_left => (run(kinds, at, Direction::Right), false),
            Direction::Digit if is_right_to_left => (run(kinds, at, Direction::Digit), false),
            _ => (at + 1, is_right_to_left),
        };
        if is_left && !is_right_to_left {
            list.extend(within(kinds, at..end));
        } else {
            list.push(Piece {
                at: at..end,
                is_left,
            });
        }
        at = end;
    }
    list
}

/// The pieces of a run from right to left in a line from left to right: its numbers are read from left to right.
fn within(kinds: &[Direction], at: Range<usize>) -> Vec<Piece> {
    let inner = pieces(kinds.get(at.clone()).unwrap_or_default(), true);
    let moved = inner.into_iter().rev().map(|piece| Piece {
        at: at.start + piece.at.start..at.start + piece.at.end,
        is_left: piece.is_left,
    });
    moved.collect()
}

/// The end of the run that begins at `at`: it ends with the last of its own kind.
fn run(kinds: &[Direction], at: usize, kind: Direction) -> usize {
    let goes_on = |it: Direction| match kind {
        Direction::Digit => matches!(it, Direction::Digit | Direction::Separator),
        Direction::Right => it != Direction::Left,
        _ => it != Direction::Right,
    };
    let ends = |it: Direction| match kind {
        Direction::Right => matches!(it, Direction::Right | Direction::Digit),
        _ => it == kind,
    };
    let rest = kinds.get(at..).unwrap_or_default();
    let run = rest.iter().take_while(|it| goes_on(**it));
    let last = run.enumerate().filter(|(_, it)| ends(**it)).last();
    at + last.map_or(0, |(last, _)| last) + 1
}

const BRACKETS: [[char; 2]; 4] = [['(', ')'], ['[', ']'], ['{', '}'], ['«', '»']];

/// Which brackets are open, of those read from right to left.
///
/// Some programs write the bracket that is seen, others the one that is meant, some both: where they do not pair, they
/// open and close by turns.
#[derive(Default)]
struct Open([bool; BRACKETS.len()]);

impl Open {
    /// A text with its brackets turned round where they have to be.
    fn turned(&mut self, text: &str, mirrored: &[Range<usize>]) -> String {
        let is_in = |at: usize| mirrored.iter().any(|range| range.contains(&at));
        let mut letters: Vec<(usize, char)> = text.char_indices().collect();
        for (pair, is_open) in BRACKETS.into_iter().zip(&mut self.0) {
            let here = letters
                .iter_mut()
                .filter(|(at, letter)| pair.contains(letter) && is_in(*at));
            let mut here: Vec<&mut char> = here.map(|(_, letter)| letter).collect();
            if !are_paired(&here, pair, *is_open) {
                let turns = pair.into_iter().cycle().skip(usize::from(*is_open));
                for (bracket, turn) in here.iter_mut().zip(turns) {
                    **bracket = turn;
                }
                *is_open ^= here.len() % 2 == 1;
            }
        }
        letters.into_iter().map(|(_, letter)| letter).collect()
    }
}

/// Whether each bracket that opens is closed behind it, and each that closes has been opened before it.
fn are_paired(brackets: &[&mut char], [open, _]: [char; 2], is_open: bool) -> bool {
    let mut depth = usize::from(is_open);
    let pairs = brackets.iter().all(|bracket| {
        let after = if **bracket == open {
            depth.checked_add(1)
        } else {
            depth.checked_sub(1)
        };
        depth = after.unwrap_or(0);
        after.is_some()
    });
    pairs && depth == usize::from(is_open)
}
