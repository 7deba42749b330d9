//! What overlays paint with, and what several of them paint: marks, labels, cards, rings.

use crate::model::RowId;
use std::{f32::consts::TAU, sync::Arc};

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::{
    query::marks::{Certainty, Mark},
    theme::{MarkShape, layer_shape},
    typeset,
};

use super::{
    super::{frame::MapFrame, hit::Hit},
    by_file,
    pill::{GLYPH, Pill, PillPart, glyph_middle, mask},
    sprites::{MarkSize, Mask, Sprite, Sprites},
};

/// Least opacity of a possible mark: it must read on any ground.
const FAINTEST: f32 = 0.62;

/// Everything that painting reads.
pub(super) struct Brush<'a> {
    /// Cut to the map, or to a side of it.
    pub(super) painter: &'a Painter,
    /// The shapes of marks.
    pub(super) sprites: &'a Sprites,
    /// What is drawn.
    pub(super) frame: &'a MapFrame<'a>,
    /// What is under the pointer.
    pub(super) hovered: Option<&'a Hit>,
}

impl Brush<'_> {
    /// Paints what a mesh of marks holds, and empties it.
    pub(super) fn flush(&self, mesh: &mut Mesh) {
        if !mesh.is_empty() {
            let full = std::mem::replace(mesh, self.sprites.mesh());
            self.painter.add(Shape::mesh(full));
        }
    }

    /// Returns the colour and shape of a layer by its index.
    pub(super) fn look(&self, layer: u16) -> (Color32, MarkShape) {
        self.frame
            .input
            .dataset
            .layers()
            .get(usize::from(layer))
            .map_or(
                (self.frame.input.theme.palette.context, MarkShape::Circle),
                |layer| (self.frame.input.theme.layer(layer), layer_shape(layer)),
            )
    }

    /// Adds a mark to a mesh: solid, hollow, dashed or dotted, as surely as its record shows.
    pub(super) fn mark(&self, mesh: &mut Mesh, mark: &Mark, at: Pos2) {
        let (by_layer, shape) = self.look(mark.layer);
        let colour = by_file::colour_of(self.frame.input, mark).unwrap_or(by_layer);
        let opacity = match mark.certainty {
            Certainty::Certain => 1.0,
            Certainty::Possible { weight } => FAINTEST + (1.0 - FAINTEST) * weight,
            Certainty::Unconfirmed => 0.85,
            Certainty::Unknown => 0.55,
        };
        let palette = self.frame.input.theme.palette;
        let sprite = |mask| Sprite {
            shape,
            size: MarkSize::Mark,
            mask,
        };
        let ink = colour.gamma_multiply(opacity);
        let sprites = self.sprites;
        sprites.add(mesh, sprite(Mask::Shadow), at, palette.shadow);
        sprites.add(mesh, sprite(Mask::Halo), at, palette.halo);
        sprites.add(mesh, sprite(mask(mark.certainty)), at, ink);
    }

    /// Paints a label; its edge tells whether it holds what is selected or pointed at.
    pub(super) fn pill(&self, pill: &Pill, at: Pos2, is_marked: bool) {
        let palette = self.frame.input.theme.palette;
        let rect = snapped(self.painter, pill.rect(at));
        self.card(
            rect,
            rect.height() / 2.0,
            if is_marked {
                palette.accent
            } else {
                palette.outline
            },
        );
        let mut mesh = self.sprites.mesh();
        for (left, part) in &pill.parts {
            match part {
                PillPart::Glyph {
                    shape,
                    colour,
                    mask,
                } => {
                    let middle = pos2(rect.min.x + glyph_middle(*left), rect.center().y);
                    let sprite = Sprite {
                        shape: *shape,
                        size: GLYPH,
                        mask: *mask,
                    };
                    self.sprites.add(&mut mesh, sprite, middle, *colour);
                }
                PillPart::Text(galley) => {
                    let top = rect.center().y - galley.size().y / 2.0;
                    let min = pos2(rect.min.x + left, top);
                    typeset::paint_galley(self.painter, min, Arc::clone(galley), None);
                }
            }
        }
        self.flush(&mut mesh);
    }

    /// Paints a floating ground with rounded corners.
    pub(super) fn card(&self, rect: Rect, corner: f32, edge: Color32) {
        let palette = self.frame.input.theme.palette;
        let shadow = rect.translate(vec2(0.0, 1.0)).expand(1.2);
        self.painter
            .rect_filled(shadow, corner + 1.2, palette.shadow.gamma_multiply(0.5));
        self.painter
            .rect_filled(rect, corner, palette.surface.gamma_multiply(0.94));
        let stroke = Stroke::new(1.0, edge);
        self.painter
            .rect_stroke(rect, corner, stroke, egui::StrokeKind::Inside);
    }

    /// Tells whether any of these marks is selected or under the pointer.
    pub(super) fn is_any_marked(&self, marks: &[Mark]) -> bool {
        let selection = self.frame.input.selection;
        marks.iter().any(|mark| {
            [selection.selected, selection.hovered].contains(&Some(mark.row))
                || self.hovered.is_some_and(|hit| hit.rows.contains(&mark.row))
        })
    }

    /// Tells whether the pointer is on what takes up `rect` and stands for `rows`, or on one of them anywhere else.
    pub(super) fn is_pointed(&self, rows: &[RowId], rect: Rect) -> bool {
        let by_pointer = self
            .hovered
            .is_some_and(|hit| hit.rows == rows && rect.intersects(hit.rect));
        let elsewhere = self.frame.input.selection.hovered;
        by_pointer || elsewhere.is_some_and(|row| rows.contains(&row))
    }

    /// Paints a ring around a mark whose records are selected, and a thinner one where they are pointed at.
    pub(super) fn ring(
        &self,
        at: Pos2,
        radius: f32,
        rows: &[RowId],
        is_pointed: impl FnOnce() -> bool,
    ) {
        let palette = self.frame.input.theme.palette;
        let selected = self.frame.input.selection.selected;
        let ring = |radius: f32, width: f32, colour: Color32| {
            let stroke = Stroke::new(width, colour);
            self.painter.circle_stroke(at, radius, stroke);
        };
        if rows.iter().any(|row| selected == Some(*row)) {
            ring(radius, 4.6, palette.halo);
            ring(radius, 2.4, palette.accent);
        } else if is_pointed() {
            ring(radius - 0.5, 1.5, palette.accent);
        }
    }

    /// Paints a dashed circle.
    pub(super) fn dashed_circle(&self, at: Pos2, radius: f32, stroke: Stroke, dash: [f32; 2]) {
        let circle = arc(at, radius, 0.0, TAU);
        let [length, gap] = dash;
        self.painter
            .extend(Shape::dashed_line(&circle, stroke, length, gap));
    }
}

/// Returns points along a part of a circle; angles run clockwise from the top.
fn arc(at: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let steps = ((to - from).abs() * radius.max(1.0).sqrt() * 2.2)
        .ceil()
        .clamp(2.0, 256.0) as u16;
    (0..=steps)
        .map(|step| {
            let angle = from + (to - from) * f32::from(step) / f32::from(steps);
            at + vec2(angle.sin(), -angle.cos()) * radius
        })
        .collect()
}

/// Returns a rectangle on whole pixels.
fn snapped(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let min = pos2(
        (rect.min.x * scale).round() / scale,
        (rect.min.y * scale).round() / scale,
    );
    Rect::from_min_size(min, rect.size())
}
