//! The label of an area or a country: the marks of its records in small, how many, and its name.
//!
//! It says what is known of a place without pointing at any spot of it.

use std::sync::Arc;

use egui::{Color32, Context, FontId, Galley, Pos2, Rect, Vec2, vec2};

use crate::{
    query::marks::{Certainty, LayerTally, Mark},
    text::{Catalogue, number},
    theme::{MarkShape, Theme, fonts, layer_shape, size},
    typeset::{self, Setting},
};

use super::{
    super::frame::MapFrame,
    by_file,
    sprites::{MarkSize, Mask},
};

/// The widest name, in points.
const NAME_POINTS: f32 = 230.0;
/// Free space around what a pill holds, in points.
const PADDING: Vec2 = vec2(9.0, 5.0);
/// Width that a small mark takes, in points.
const GLYPH_POINTS: f32 = 13.0;
/// Between a mark and its count, in points.
const NEAR: f32 = 3.0;
/// Between marks, and between them and the name, in points.
const APART: f32 = 7.0;

/// One thing in a pill, with the distance of its left edge from that of the pill.
#[derive(Clone, Debug)]
pub(super) enum PillPart {
    /// A small mark.
    Glyph {
        shape: MarkShape,
        colour: Color32,
        mask: Mask,
    },
    /// A count or the name.
    Text(Arc<Galley>),
}

impl PillPart {
    fn width(&self) -> f32 {
        match self {
            Self::Glyph { .. } => GLYPH_POINTS,
            Self::Text(galley) => galley.size().x,
        }
    }
}

/// The records that a label stands for.
#[derive(Clone, Copy)]
pub(super) struct PillRecords<'a> {
    /// What their place is called; may be empty.
    pub(super) name: &'a str,
    /// The records by layer.
    pub(super) tallies: &'a [LayerTally],
    /// The records; empty when they are only counted.
    pub(super) members: &'a [Mark],
    /// How many they are.
    pub(super) total: usize,
}

/// A label made ready; its parts stand from left to right.
#[derive(Clone, Debug)]
pub(super) struct Pill {
    pub(super) parts: Vec<(f32, PillPart)>,
    pub(super) size: Vec2,
}

impl Pill {
    /// Makes the label of some records ready for a frame.
    pub(super) fn new(frame: &MapFrame<'_>, of: PillRecords<'_>) -> Self {
        let (ctx, input) = (frame.ctx, frame.input);
        let mut parts: Vec<(f32, PillPart)> = Vec::new();
        for tally in of.tallies {
            for (mask, count) in masks(tally, of.members) {
                let layer = input.dataset.layers().get(usize::from(tally.layer));
                let alike = of.members.iter().filter(|it| it.layer == tally.layer);
                let by_file = by_file::colour_of_all(input, alike);
                let glyph = PillPart::Glyph {
                    shape: layer.map_or(MarkShape::Circle, layer_shape),
                    colour: by_file.unwrap_or_else(|| {
                        let context = input.theme.palette.context;
                        layer.map_or(context, |layer| input.theme.layer(layer))
                    }),
                    mask,
                };
                parts.push((APART, glyph));
                if of.total > 1 {
                    let galley = count_galley(ctx, count, input.theme, input.words);
                    parts.push((NEAR, PillPart::Text(galley)));
                }
            }
        }
        if !of.name.is_empty() {
            let font = FontId::new(size::SMALL, fonts::medium());
            let setting = Setting::new(font)
                .colour(input.theme.palette.text)
                .wrapped(NAME_POINTS)
                .rows(1);
            parts.push((
                APART,
                PillPart::Text(typeset::galley(ctx, of.name, &setting)),
            ));
        }
        Self::laid_out(parts, input.words.lang().is_rtl())
    }

    /// Sets parts side by side; each comes with its distance from the one read before it.
    fn laid_out(parts: Vec<(f32, PillPart)>, is_rtl: bool) -> Self {
        let mut along = PADDING.x;
        let mut height = GLYPH_POINTS;
        let mut placed: Vec<(f32, PillPart)> = Vec::with_capacity(parts.len());
        for (index, (gap, part)) in parts.into_iter().enumerate() {
            if index > 0 {
                along += gap;
            }
            let width = part.width();
            if let PillPart::Text(galley) = &part {
                height = height.max(galley.size().y);
            }
            placed.push((along, part));
            along += width;
        }
        let size = vec2(along + PADDING.x, height + PADDING.y);
        if is_rtl {
            for (left, part) in &mut placed {
                *left = size.x - *left - part.width();
            }
        }
        Self {
            parts: placed,
            size,
        }
    }

    /// Tells where it lies when its middle is at `middle`.
    pub(super) fn rect(&self, middle: Pos2) -> Rect {
        Rect::from_center_size(middle, self.size)
    }
}

/// Returns the looks that a layer's records in a cluster have, with how many have each.
pub(super) fn masks(tally: &LayerTally, members: &[Mark]) -> Vec<(Mask, usize)> {
    let members = members.iter().filter(|mark| mark.layer == tally.layer);
    let of = |certainty| {
        let alike = members.clone().filter(|mark| mark.certainty == certainty);
        alike.count()
    };
    let (unconfirmed, unknown) = (of(Certainty::Unconfirmed), of(Certainty::Unknown));
    let aged = unconfirmed + unknown;
    [
        (Mask::Solid, tally.certain),
        (Mask::Hollow, tally.possible.saturating_sub(aged)),
        (Mask::Dashed, unconfirmed),
        (Mask::Dotted, unknown),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .collect()
}

/// Returns a count, set for the map.
pub(super) fn count_galley(
    ctx: &Context,
    count: usize,
    theme: &Theme,
    words: &Catalogue,
) -> Arc<Galley> {
    set(ctx, &words.number(count as f64), theme)
}

/// Returns a count in so few letters that it finds room in a mark: `412`, `4.1k`, `41k`, `4.1M`.
pub(super) fn short_count_galley(
    ctx: &Context,
    count: usize,
    theme: &Theme,
    words: &Catalogue,
) -> Arc<Galley> {
    set(ctx, &number::short(words, count), theme)
}

fn set(ctx: &Context, text: &str, theme: &Theme) -> Arc<Galley> {
    let font = FontId::new(size::SMALL, fonts::bold());
    let setting = Setting::new(font).colour(theme.palette.text);
    typeset::galley(ctx, text, &setting)
}

/// Returns the mask of a mark by how surely it belongs to the window.
pub(super) const fn mask(certainty: Certainty) -> Mask {
    match certainty {
        Certainty::Certain => Mask::Solid,
        Certainty::Possible { .. } => Mask::Hollow,
        Certainty::Unconfirmed => Mask::Dashed,
        Certainty::Unknown => Mask::Dotted,
    }
}

/// Returns the middle of a small mark whose room begins at `left`, in points.
pub(super) fn glyph_middle(left: f32) -> f32 {
    left + GLYPH_POINTS / 2.0
}

/// The size of marks in labels.
pub(super) const GLYPH: MarkSize = MarkSize::Glyph;
