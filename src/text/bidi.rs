//! Logical text to lines of visual runs, for a typesetter that knows nothing of bidi.
//!
//! [`lines`] finds the direction of each paragraph, breaks it in logical order by measuring, and
//! puts each line's runs in the order in which they stand from left to right (Unicode TR 9, by the
//! crate `unicode-bidi`). The typesetter lays the runs out one after the other, each on its own:
//! its shaper guesses the direction of a run from the first letter of a known script, so every run
//! is made such that the guess comes out right (see [`VisualRun`]).
//!
//! Control characters in data must not lie about its order: see the neighbouring `controls`.

use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

pub use super::controls::{as_shown, has_rtl, isolated, starts_rtl, without_controls};
pub(super) use super::{controls::is_shaped_from_the_right, signed::led_by_its_direction};
use super::{controls::without_lies, wrap};

/// From which side a paragraph is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// From the side of its first letter; left to right when it has none.
    #[default]
    Auto,
    /// From the left.
    LeftToRight,
    /// From the right.
    RightToLeft,
}

impl Base {
    /// Finds the side from which `lang` is read.
    #[must_use]
    pub const fn of(lang: crate::model::lang::Lang) -> Self {
        if lang.is_rtl() {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }

    pub(super) const fn level(self) -> Option<Level> {
        match self {
            Self::Auto => None,
            Self::LeftToRight => Some(unicode_bidi::LTR_LEVEL),
            Self::RightToLeft => Some(unicode_bidi::RTL_LEVEL),
        }
    }
}

/// A piece of a line whose characters all stand in one direction, ready for a shaper.
///
/// The text is logical where the shaper will find the direction by itself. Where it would not, it
/// is prepared: brackets and other neutrals that stand alone between right-to-left runs are
/// reversed and mirrored, because the shaper takes them for left-to-right; numbers in Arabic digits
/// and their signs are reversed, because it takes them for right-to-left letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisualRun {
    /// What the shaper gets, free of control characters.
    pub text: String,
    /// The direction in which the shaper will set it.
    pub shaped_rtl: bool,
}

/// One line: its runs from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisualLine {
    /// The runs as they stand from left to right.
    pub runs: Vec<VisualRun>,
    /// Whether the line is read from the right, and so is flush right when it is flush at its start.
    pub is_rtl: bool,
}

/// Lines, and whether text was left out to keep to the number of rows asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisualLines {
    /// From top to bottom; never empty.
    pub lines: Vec<VisualLine>,
    /// Whether the last line ends in an ellipsis for what did not fit.
    pub is_elided: bool,
}

/// How far a line and a text may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineLimits {
    /// Width of a line in the units of the measure; infinite for no wrapping.
    pub width: f32,
    /// Number of rows, at least one; what does not fit is replaced by `…`.
    pub max_rows: usize,
}

impl LineLimits {
    /// One row of any width.
    pub const UNBOUNDED: Self = Self {
        width: f32::INFINITY,
        max_rows: usize::MAX,
    };
}

/// Breaks `text` into lines of visual runs.
///
/// `measure` gives the width of a run by itself. Paragraphs end at line feeds, and each has its own
/// direction when `base` is [`Base::Auto`].
#[must_use]
pub fn lines(
    text: &str,
    base: Base,
    room: LineLimits,
    measure: &mut dyn FnMut(&str) -> f32,
) -> VisualLines {
    let text = without_lies(text);
    let max_rows = room.max_rows.max(1);
    let mut lines = VisualLines::default();
    for paragraph in text.split('\n') {
        let paragraph = Paragraph::new(paragraph, base);
        if lines.lines.len() == max_rows {
            lines.is_elided = true;
            break;
        }
        let ranges = paragraph.break_lines(room.width, measure);
        let rows_left = max_rows - lines.lines.len();
        lines.is_elided = ranges.len() > rows_left;
        for (index, range) in ranges.into_iter().take(rows_left).enumerate() {
            if lines.is_elided && index + 1 == rows_left {
                lines
                    .lines
                    .push(paragraph.elided(range.start, room.width, measure));
                return lines;
            }
            lines.lines.push(paragraph.line(range));
        }
    }
    lines
}

/// Text between two line feeds with its resolved levels.
struct Paragraph<'a> {
    info: ParagraphBidiInfo<'a>,
}

impl<'a> Paragraph<'a> {
    fn new(text: &'a str, base: Base) -> Self {
        Self {
            info: ParagraphBidiInfo::new(text, base.level()),
        }
    }

    /// Returns the logical ranges of the lines, without the white space at which they break.
    fn break_lines(&self, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> Vec<Range<usize>> {
        if width.is_infinite() {
            return std::iter::once(0..self.info.text.len()).collect();
        }
        wrap::break_lines(self.info.text, width, &mut |piece| {
            self.width(piece, measure)
        })
    }

    /// Returns the width of a piece of the paragraph: the sum of its runs.
    fn width(&self, piece: Range<usize>, measure: &mut dyn FnMut(&str) -> f32) -> f32 {
        self.level_runs(piece)
            .flat_map(|(range, level)| shapable(self.info.text.get(range).unwrap_or(""), level))
            .map(|run| measure(&run.text))
            .sum()
    }

    /// Returns the stretches of one level in `range`, in logical order.
    fn level_runs(&self, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Level)> {
        let levels = self.info.levels.get(range.clone()).unwrap_or(&[]);
        let mut start = range.start;
        levels.chunk_by(|a, b| a == b).filter_map(move |chunk| {
            let run = start..start + chunk.len();
            start = run.end;
            Some((run, *chunk.first()?))
        })
    }

    fn line(&self, range: Range<usize>) -> VisualLine {
        let is_rtl = self.info.paragraph_level.is_rtl();
        if range.is_empty() {
            let runs = Vec::new();
            return VisualLine { runs, is_rtl };
        }
        let (levels, runs) = self.info.visual_runs(range);
        let runs = runs
            .into_iter()
            .filter_map(|run| Some((levels.get(run.start)?, self.info.text.get(run)?)))
            .flat_map(|(level, text)| shapable(text, *level))
            .collect();
        VisualLine { runs, is_rtl }
    }

    /// Returns the last line that fits: as much as there is room for from `start` on, and an ellipsis.
    fn elided(&self, start: usize, width: f32, measure: &mut dyn FnMut(&str) -> f32) -> VisualLine {
        let text = self.info.text.get(start..).unwrap_or("");
        let room = width - measure("…");
        let end = start
            + wrap::fitting_prefix(text, room, &mut |piece| {
                self.width(start + piece.start..start + piece.end, measure)
            });
        let kept = self.info.text.get(start..end).unwrap_or("").trim_end();
        let level = Some(self.info.paragraph_level);
        let shown = format!("{kept}…");
        let shown = Paragraph {
            info: ParagraphBidiInfo::new(&shown, level),
        };
        shown.line(0..shown.info.text.len())
    }
}

/// Makes runs of one level ready for the shaper, in visual order.
fn shapable(text: &str, level: Level) -> Vec<VisualRun> {
    pieces(text, level)
        .into_iter()
        .map(|(range, shaping)| shaping.run(text.get(range).unwrap_or("")))
        .filter(|run| !run.text.is_empty())
        .collect()
}

/// Splits text of one level where the shaper would guess another direction, in visual order.
pub(super) fn pieces(text: &str, level: Level) -> Vec<(Range<usize>, Shaping)> {
    if level.is_rtl() {
        let guides = |letter| is_rtl_letter(letter) || is_shaped_from_the_right(letter);
        let shaping = if text.chars().any(guides) {
            Shaping::FromTheRight
        } else {
            Shaping::Mirrored
        };
        return vec![(0..text.len(), shaping)];
    }
    let mut pieces: Vec<(Range<usize>, Shaping)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let shaping = if is_shaped_from_the_right(letter) {
            Shaping::AsDigits
        } else {
            Shaping::FromTheLeft
        };
        match pieces.last_mut() {
            Some((range, last)) if *last == shaping => range.end = end,
            _ => pieces.push((at..end, shaping)),
        }
    }
    pieces
}

/// How a piece of text is made such that the shaper sets it in the direction that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shaping {
    /// Left-to-right text: as it is.
    FromTheLeft,
    /// Right-to-left text with a letter, from which the shaper sees it: as it is.
    FromTheRight,
    /// Right-to-left text without a letter, which the shaper sets from the left.
    Mirrored,
    /// Digits and signs of a right-to-left script, which the shaper sets from the right.
    AsDigits,
}

impl Shaping {
    /// Returns the text as the shaper must get it.
    pub(super) fn run(self, text: &str) -> VisualRun {
        let text = without_controls(text);
        VisualRun {
            text: match self {
                Self::FromTheLeft | Self::FromTheRight => text.into_owned(),
                Self::Mirrored => text.chars().rev().map(mirrored).collect(),
                Self::AsDigits => text.chars().rev().collect(),
            },
            shaped_rtl: matches!(self, Self::FromTheRight | Self::AsDigits),
        }
    }
}

fn is_rtl_letter(letter: char) -> bool {
    matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

/// Returns the character that a neutral looks like from the right (`Bidi_Mirrored`, the pairs in use).
#[must_use]
pub const fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '≤' => '≥',
        '≥' => '≤',
        '⟨' => '⟩',
        '⟩' => '⟨',
        other => other,
    }
}
