//! Letters out of the glyphs of a line: with their marks, put together from what is drawn apart, with spaces between.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::glyphs::PlacedGlyph;

/// What a glyph says whose font does not tell.
pub(super) const UNTOLD: &str = "\u{fffd}";

/// Parts of the size of a font between two words.
const SPACE: f64 = 0.2;
/// Parts of it between which two glyphs are the same, drawn twice to look bold.
const TWICE: f64 = 0.12;
/// Parts of it that what takes no room is wide at most.
const THIN: f64 = 0.02;
/// Letters before a place of which one may reach over it.
const NEIGHBOURS: usize = 4;

/// A letter with its marks.
#[derive(Clone)]
pub(super) struct Grapheme {
    pub(super) text: String,
    across: Range<f64>,
    size: f64,
}

/// Letters with their marks, from left to right, those drawn twice once.
pub(super) fn graphemes(glyphs: &[&PlacedGlyph]) -> Vec<Grapheme> {
    let is_mark =
        |glyph: &PlacedGlyph| !glyph.text.is_empty() && glyph.text.chars().all(is_combining_mark);
    let mut list: Vec<Grapheme> = Vec::with_capacity(glyphs.len());
    // Marks that were drawn before what they belong to.
    let mut ahead: Vec<&PlacedGlyph> = Vec::new();
    for glyph in glyphs {
        if is_mark(glyph) {
            match list.last_mut().filter(|letter| letter.touches(glyph)) {
                Some(letter) => letter.text.push_str(&glyph.text),
                None => ahead.push(glyph),
            }
            continue;
        }
        let mut letter = Grapheme::of(glyph);
        for mark in ahead.drain(..) {
            letter.text.push_str(&mark.text);
        }
        list.push(letter);
    }
    list.extend(ahead.into_iter().map(Grapheme::of));
    list.sort_by(|a, b| a.across.start.total_cmp(&b.across.start));
    let mut list = whole_letters(list);
    list.dedup_by(|later, first| {
        let is_near = (later.across.start - first.across.start).abs() <= TWICE * first.size;
        is_near && later.text == first.text
    });
    list
}

/// Puts together what some programs draw apart: the body of a letter and its dots, of which one stands for the letter and
/// the other for nothing. `list` is in the order of its beginnings.
fn whole_letters(list: Vec<Grapheme>) -> Vec<Grapheme> {
    let (parts, mut letters): (Vec<Grapheme>, Vec<Grapheme>) =
        list.into_iter().partition(Grapheme::is_untold);
    let mut alone = Vec::new();
    for part in parts {
        let letter = letter_of(&letters, &part).and_then(|at| letters.get_mut(at));
        if let Some(Grapheme { across, .. }) = letter {
            *across = across.start.min(part.across.start)..across.end.max(part.across.end);
        } else {
            alone.push(part);
        }
    }
    letters.extend(alone);
    letters.sort_by(|a, b| a.across.start.total_cmp(&b.across.start));
    letters
}

/// The letter that a part belongs to: one without width that lies over it, else one that reaches over its middle.
fn letter_of(letters: &[Grapheme], part: &Grapheme) -> Option<usize> {
    let (part, slack) = (&part.across, TWICE * part.size);
    let first = letters.partition_point(|letter| letter.across.start < part.start - slack);
    let dots = letters
        .get(first)
        .filter(|letter| letter.across.start < part.end && letter.is_thin());
    let middle = f64::midpoint(part.start, part.end);
    let begun = letters.partition_point(|letter| letter.across.start <= middle);
    let body = || {
        let near = letters.get(begun.saturating_sub(NEIGHBOURS)..begun)?;
        let at = near
            .iter()
            .rposition(|letter| middle <= letter.across.end)?;
        Some(begun.saturating_sub(NEIGHBOURS) + at)
    };
    dots.map(|_| first).or_else(body)
}

impl Grapheme {
    fn of(glyph: &PlacedGlyph) -> Self {
        let text = if glyph.text.is_empty() {
            UNTOLD
        } else {
            &glyph.text
        };
        Self {
            text: text.to_owned(),
            across: glyph.left..glyph.right,
            size: glyph.size,
        }
    }

    fn space(across: Range<f64>, size: f64) -> Self {
        Self {
            text: " ".to_owned(),
            across,
            size,
        }
    }

    /// Whether a mark lies over or beside it.
    fn touches(&self, mark: &PlacedGlyph) -> bool {
        let middle = f64::midpoint(mark.left, mark.right);
        let near = SPACE * self.size;
        self.across.start - near <= middle && middle <= self.across.end + near
    }

    /// Whether it takes no room, as dots and marks do.
    fn is_thin(&self) -> bool {
        self.across.end - self.across.start <= THIN * self.size
    }

    fn is_untold(&self) -> bool {
        self.text == UNTOLD
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The same with spaces where there is room for one.
pub(super) fn spaced(graphemes: Vec<Grapheme>) -> Vec<Grapheme> {
    let mut list: Vec<Grapheme> = Vec::with_capacity(graphemes.len());
    for grapheme in graphemes {
        if let Some(last) = list.last() {
            let gap = last.across.end..grapheme.across.start;
            let is_wide = gap.end - gap.start > SPACE * grapheme.size.min(last.size);
            if is_wide && !last.is_blank() && !grapheme.is_blank() {
                let size = grapheme.size;
                list.push(Grapheme::space(gap, size));
            }
        }
        list.push(grapheme);
    }
    list
}
