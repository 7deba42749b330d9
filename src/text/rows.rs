//! A text in rows for an editor: broken at line feeds and at the end of its room, each row with its
//! stops.

use std::ops::Range;

use super::{
    bidi::{Base, starts_rtl},
    caret_stops::CaretLine,
    edit::{Caret, CaretSide},
    piece_memo::{Measure, PieceMemo},
    wrap,
};

/// The rows of a text, from top to bottom; never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRows {
    rows: Vec<TextRow>,
}

/// From which side the paragraphs of an editor are read.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphBases {
    /// Of a paragraph with a letter.
    pub written: Base,
    /// Of a paragraph without one, such as an empty line.
    pub empty: Base,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextRow {
    /// The bytes of the text that stand in it.
    pub range: Range<usize>,
    /// The letters with their stops, whose places are those of the whole text.
    pub line: CaretLine,
}

impl TextRows {
    /// Breaks `text` into rows of at most `width`, in the units of the measure; with an infinite width each paragraph is
    /// one row.
    #[must_use]
    pub fn set(text: &str, bases: ParagraphBases, width: f32, measure: &mut Measure<'_>) -> Self {
        measure.memo.begin();
        let mut rows = Vec::new();
        let mut start = 0;
        for paragraph in text.split('\n') {
            let base = base_of(paragraph, bases);
            for range in broken(paragraph, base, width, measure) {
                let piece = paragraph.get(range.clone()).unwrap_or("");
                rows.push(TextRow {
                    range: start + range.start..start + range.end,
                    line: CaretLine::set(piece, base, measure).moved_by(start + range.start),
                });
            }
            start += paragraph.len() + 1;
        }
        Self { rows }
    }

    /// Returns the rows from top to bottom.
    pub fn iter(&self) -> impl Iterator<Item = &TextRow> {
        self.rows.iter()
    }

    /// Tells how many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Is never true: an empty text is one empty row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the row with this number, from the top.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<&TextRow> {
        self.rows.get(index)
    }

    /// Returns the number of the row that the caret stands in.
    #[must_use]
    pub fn row_of(&self, caret: Caret) -> usize {
        let is_in = |row: &TextRow| row.range.start <= caret.at && caret.at <= row.range.end;
        let first = self.rows.iter().position(is_in);
        let last = self.rows.iter().rposition(is_in);
        let near = || {
            self.rows
                .iter()
                .rposition(|row| row.range.start <= caret.at)
        };
        match caret.side {
            CaretSide::Before => first,
            CaretSide::After => last,
        }
        .or_else(near)
        .unwrap_or(0)
    }

    /// Returns where the caret stands, from the left end of its row.
    #[must_use]
    pub fn x_of(&self, caret: Caret) -> f32 {
        let row = self.row(self.row_of(caret));
        row.map_or(0.0, |row| row.line.x_of(caret))
    }

    /// Returns the caret nearest to `x` in a row.
    #[must_use]
    pub fn caret_at(&self, index: usize, x: f32) -> Caret {
        match self.row(index.min(self.len().saturating_sub(1))) {
            Some(row) if row.line.runs.is_empty() => Caret::after(row.range.start),
            Some(row) => row.line.caret_at(x),
            None => Caret::default(),
        }
    }

    /// Returns the caret one stop to the right or to the left, or over the end of the row.
    #[must_use]
    pub fn beside(&self, caret: Caret, to_the_right: bool) -> Option<Caret> {
        let index = self.row_of(caret);
        let row = self.row(index)?;
        if let Some(caret) = row.line.beside(caret, to_the_right) {
            return Some(caret);
        }
        if to_the_right == row.line.is_rtl {
            let before = self.row(index.checked_sub(1)?)?;
            return Some(Caret::before(before.range.end));
        }
        Some(Caret::after(self.row(index + 1)?.range.start))
    }

    /// Returns the first or the last place of the row that the caret stands in.
    #[must_use]
    pub fn end_of_row(&self, caret: Caret, is_last: bool) -> Caret {
        match self.row(self.row_of(caret)) {
            Some(row) if is_last => Caret::before(row.range.end),
            Some(row) => Caret::after(row.range.start),
            None => caret,
        }
    }
}

/// Returns the base of a paragraph, so that each of its rows is read from the same side.
fn base_of(paragraph: &str, bases: ParagraphBases) -> Base {
    if bases.written != Base::Auto {
        bases.written
    } else if starts_rtl(paragraph) {
        Base::RightToLeft
    } else if paragraph.chars().any(char::is_alphabetic) {
        Base::LeftToRight
    } else {
        bases.empty
    }
}

fn broken(paragraph: &str, base: Base, width: f32, measure: &mut Measure<'_>) -> Vec<Range<usize>> {
    if width.is_infinite() || paragraph.is_empty() {
        return std::iter::once(0..paragraph.len()).collect();
    }
    let mut ranges = wrap::break_lines(paragraph, width, &mut |piece| {
        let piece = paragraph.get(piece).unwrap_or("");
        width_of(piece, base, measure)
    });
    // What is typed at the end is seen even if it is white space.
    if let Some(last) = ranges.last_mut() {
        last.end = paragraph.len();
    }
    ranges
}

fn width_of(piece: &str, base: Base, measure: &mut Measure<'_>) -> f32 {
    let key = PieceMemo::key((piece, base));
    if let Some(known) = measure.memo.find(key) {
        return known.first().copied().unwrap_or(0.0);
    }
    let width = CaretLine::set(piece, base, measure).width;
    measure.memo.keep(key, vec![width]);
    width
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: f32) -> TextRows {
        let bases = ParagraphBases {
            written: Base::Auto,
            empty: Base::LeftToRight,
        };
        let mut measure = Measure {
            memo: &mut PieceMemo::default(),
            width: &mut |run: &str| run.chars().filter(|c| *c != '\u{200d}').count() as f32,
        };
        TextRows::set(text, bases, width, &mut measure)
    }

    #[test]
    fn each_paragraph_has_its_side_and_each_row_that_of_its_paragraph() {
        let rows = rows("مطار Gao Gao\nGao", 6.0);
        let sides: Vec<bool> = rows.iter().map(|row| row.line.is_rtl).collect();
        assert_eq!(sides, [true, true, true, false]);
    }

    #[test]
    fn the_arrows_go_on_in_the_next_row() {
        let text = "ab\nقا";
        let rows = rows(text, f32::INFINITY);
        let next = rows.beside(Caret::before(2), true).unwrap();
        assert_eq!((next.at, rows.row_of(next)), (3, 1));
        // Back in an Arabic row is to the right.
        assert_eq!(rows.beside(Caret::after(3), true).unwrap().at, 2);
        assert_eq!(rows.beside(Caret::before(text.len()), false), None);
    }

    #[test]
    fn a_place_in_a_row_is_found_by_its_x() {
        let rows = rows("one two", 4.0);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows.caret_at(1, 1.0).at, 5);
        assert_eq!(rows.end_of_row(Caret::before(5), true).at, 7);
        assert_eq!(rows.caret_at(9, 0.0).at, 4);
    }

    #[test]
    fn empty_rows_hold_a_caret() {
        let rows = rows("a\n\nb", 9.0);
        assert_eq!(rows.len(), 3);
        assert_eq!(rows.caret_at(1, 5.0).at, 2);
        assert_eq!(rows.row_of(Caret::before(2)), 1);
    }
}
