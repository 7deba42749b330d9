//! How a text is to be set.

use egui::FontId;

use crate::{text::bidi::Base, theme::Colour};

/// At which side the lines of a text end evenly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Flush {
    /// The side from which the line is read.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// The side at which the line ends.
    End,
    /// The left, whatever the direction.
    Left,
}

/// All that makes the look of a text, next to the text itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The font.
    pub font: FontId,
    /// The colour; [`Setting::INHERITED`] for the widget's.
    pub colour: Colour,
    /// Width of a line in points; infinite for no wrapping.
    pub width: f32,
    /// Rows at most; what does not fit ends in an ellipsis.
    pub max_rows: usize,
    /// From which side paragraphs are read.
    pub base: Base,
    /// Where lines end evenly.
    pub flush: Flush,
    /// Whether the galley is as wide as `width` even if its lines are not.
    pub is_filled: bool,
    /// Height of a line as a multiple of the font's own.
    pub line_spacing: f32,
}

impl Setting {
    /// Stands for the colour of the widget that paints the text.
    pub const INHERITED: Colour = Colour::PLACEHOLDER;

    /// Makes one unwrapped paragraph of `font`, in the colour of its widget.
    #[must_use]
    pub const fn new(font: FontId) -> Self {
        Self {
            font,
            colour: Self::INHERITED,
            width: f32::INFINITY,
            max_rows: usize::MAX,
            base: Base::Auto,
            flush: Flush::Start,
            is_filled: false,
            line_spacing: 1.0,
        }
    }

    /// Sets the colour.
    #[must_use]
    pub const fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// Wraps lines at `width` points.
    #[must_use]
    pub const fn wrapped(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Limits the text to `max_rows` rows.
    #[must_use]
    pub const fn rows(mut self, max_rows: usize) -> Self {
        self.max_rows = max_rows;
        self
    }

    /// Sets the side at which lines end evenly.
    #[must_use]
    pub const fn flush(mut self, flush: Flush) -> Self {
        self.flush = flush;
        self
    }

    /// Sets the side from which paragraphs are read.
    #[must_use]
    pub const fn base(mut self, base: Base) -> Self {
        self.base = base;
        self
    }

    /// Hashes what tells settings of `text` apart in a memo.
    pub(super) fn hash(&self, text: &str, pixels_per_point: f32) -> u64 {
        egui::util::hash((
            text,
            &self.font,
            self.colour,
            self.width.to_bits(),
            self.max_rows,
            self.base,
            (self.flush, self.is_filled),
            self.line_spacing.to_bits(),
            pixels_per_point.to_bits(),
        ))
    }
}
