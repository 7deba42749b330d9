//! From things on the screen to shapes of egui. Knows looks, decides nothing.

use std::f32::consts::TAU;

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::{
    query::index::Cell,
    store::{Dataset, Selection},
    text::Words,
    theme::{MarkShape, Theme, layer_shape, size},
    typeset,
};

use super::{
    marks::{Certainty, Cluster, Layout, Mark},
    pick::Hit,
    pill::{GLYPH, Part, Pill, count_galley, glyph_middle, mask},
    place::{Around, Item},
    sprites::{MarkSize, Mask, Sprites},
    viewport::Viewport,
};

/// Least opacity of a possible mark: it must read on any ground.
const FAINTEST: f32 = 0.62;

/// Everything that painting reads.
pub(super) struct Brush<'a> {
    pub(super) painter: &'a Painter,
    pub(super) sprites: &'a Sprites,
    pub(super) theme: &'a Theme,
    pub(super) dataset: &'a Dataset,
    pub(super) layout: &'a Layout,
    pub(super) view: &'a Viewport,
    pub(super) selection: Selection,
    pub(super) hovered: Option<&'a Hit>,
    pub(super) words: &'a Words,
}

impl Brush<'_> {
    /// Paints everything, in order.
    pub(super) fn paint(&self, items: &[Item]) {
        let mut mesh = self.sprites.mesh();
        for item in items
            .iter()
            .filter(|item| matches!(item, Item::Area { .. }))
        {
            self.area_ground(item);
        }
        for item in items {
            // Marks in a row are one mesh; whatever else comes between lies above those before it.
            match item {
                Item::Single { mark, at }
                | Item::Member {
                    mark,
                    at,
                    around: Around::Tray(_),
                } => {
                    self.mark(&mut mesh, mark, *at);
                    continue;
                }
                Item::Member {
                    mark,
                    at,
                    around: Around::Place(root),
                } => {
                    self.flush(&mut mesh);
                    self.leg(*root, *at);
                    self.mark(&mut mesh, mark, *at);
                    continue;
                }
                _ => self.flush(&mut mesh),
            }
            self.other(item);
        }
        self.flush(&mut mesh);
        self.rings(items);
    }

    fn other(&self, item: &Item) {
        match item {
            Item::Area {
                cluster,
                pill,
                pill_at,
                ..
            } => {
                let cluster = self.layout.clusters.get(*cluster);
                self.pill(
                    pill,
                    *pill_at,
                    cluster.is_some_and(|cluster| self.is_marked(cluster)),
                );
            }
            Item::Badge { badge, pill, at } => {
                let badge = self.layout.badges.get(*badge);
                self.pill(
                    pill,
                    *at,
                    badge.is_some_and(|badge| self.is_any_marked(&badge.members)),
                );
            }
            Item::Shape { mark, outline } => self.shape(mark, outline),
            Item::Stack {
                cluster,
                at,
                radius,
            } => {
                if let Some(cluster) = self.layout.clusters.get(*cluster) {
                    self.stack(cluster, *at, *radius);
                }
            }
            Item::Root { at } => {
                self.painter
                    .circle_filled(*at, 3.5, self.theme.palette.halo);
                self.painter
                    .circle_filled(*at, 2.2, self.theme.palette.text);
            }
            Item::Tray { rect } => self.card(*rect, 8.0, self.theme.palette.outline),
            Item::Others { at, count, .. } => self.others(*at, *count),
            Item::Ghost { at } => self.ghost(*at),
            Item::Single { .. } | Item::Member { .. } => {}
        }
    }

    fn flush(&self, mesh: &mut Mesh) {
        if !mesh.is_empty() {
            let full = std::mem::replace(mesh, self.sprites.mesh());
            self.painter.add(Shape::mesh(full));
        }
    }

    /// The colour and shape of a layer by its index.
    pub(super) fn look(&self, layer: u16) -> (Color32, MarkShape) {
        self.dataset
            .layers()
            .get(usize::from(layer))
            .map_or((self.theme.palette.context, MarkShape::Circle), |layer| {
                (self.theme.layer(layer), layer_shape(layer))
            })
    }

    fn mark(&self, mesh: &mut Mesh, mark: &Mark, at: Pos2) {
        let (colour, shape) = self.look(mark.layer);
        let opacity = match mark.certainty {
            Certainty::Certain => 1.0,
            Certainty::Possible { weight } => FAINTEST + (1.0 - FAINTEST) * weight,
            Certainty::Unconfirmed => 0.85,
            Certainty::Unknown => 0.55,
        };
        let palette = self.theme.palette;
        let key = (shape, MarkSize::Mark);
        self.sprites
            .add(mesh, key, Mask::Shadow, at, palette.shadow);
        self.sprites.add(mesh, key, Mask::Halo, at, palette.halo);
        self.sprites.add(
            mesh,
            key,
            mask(mark.certainty),
            at,
            colour.gamma_multiply(opacity),
        );
    }

    fn leg(&self, from: Pos2, to: Pos2) {
        let palette = self.theme.palette;
        let towards = (to - from).normalized() * size::MARK;
        let ends = [from, to - towards];
        self.painter
            .line_segment(ends, Stroke::new(3.0, palette.halo.gamma_multiply(0.8)));
        self.painter
            .line_segment(ends, Stroke::new(1.2, palette.text_weak));
    }

    fn pill(&self, pill: &Pill, at: Pos2, is_marked: bool) {
        let palette = self.theme.palette;
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
                Part::Glyph { shape, layer, mask } => {
                    let middle = pos2(rect.min.x + glyph_middle(*left), rect.center().y);
                    let (colour, _) = self.look(*layer);
                    self.sprites
                        .add(&mut mesh, (*shape, GLYPH), *mask, middle, colour);
                }
                Part::Text(galley) => {
                    let top = rect.center().y - galley.size().y / 2.0;
                    let min = pos2(rect.min.x + left, top);
                    typeset::paint_galley(self.painter, min, std::sync::Arc::clone(galley), None);
                }
            }
        }
        self.flush(&mut mesh);
    }

    /// A floating ground with rounded corners.
    fn card(&self, rect: Rect, corner: f32, edge: Color32) {
        let palette = self.theme.palette;
        let shadow = rect.translate(vec2(0.0, 1.0)).expand(1.2);
        self.painter
            .rect_filled(shadow, corner + 1.2, palette.shadow.gamma_multiply(0.5));
        self.painter
            .rect_filled(rect, corner, palette.surface.gamma_multiply(0.94));
        let stroke = Stroke::new(1.0, edge);
        self.painter
            .rect_stroke(rect, corner, stroke, egui::StrokeKind::Inside);
    }

    fn others(&self, at: Pos2, count: usize) {
        let galley = count_galley(self.painter.ctx(), count, self.theme, self.words);
        let size = vec2(galley.size().x.max(8.0) + 8.0, 16.0);
        self.card(
            Rect::from_center_size(at, size),
            8.0,
            self.theme.palette.outline_strong,
        );
        let min = at - galley.mesh_bounds.center().to_vec2();
        typeset::paint_galley(self.painter, min, galley, None);
    }

    fn ghost(&self, at: Pos2) {
        let stroke = Stroke::new(1.5, self.theme.palette.accent);
        let ring = arc(at, size::MARK + 5.0, 0.0, TAU);
        self.painter
            .extend(Shape::dashed_line(&ring, stroke, 4.0, 3.5));
    }

    /// Whether a cluster holds what is selected or under the pointer.
    pub(super) fn is_marked(&self, cluster: &Cluster) -> bool {
        self.is_any_marked(&cluster.members)
    }

    fn is_any_marked(&self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| {
            [self.selection.selected, self.selection.hovered].contains(&Some(mark.row))
                || self.hovered.is_some_and(|hit| hit.rows.contains(&mark.row))
        })
    }

    /// Rings around what is selected and what is under the pointer, above everything.
    fn rings(&self, items: &[Item]) {
        let accent = self.theme.palette.accent;
        for item in items {
            let (at, radius, rows) = match item {
                Item::Single { mark, at } | Item::Member { mark, at, .. } => {
                    (*at, size::MARK + 5.0, vec![mark.row])
                }
                Item::Stack {
                    cluster,
                    at,
                    radius,
                } => {
                    let rows = self.layout.clusters.get(*cluster).map(Cluster::rows);
                    (*at, radius + 3.5, rows.unwrap_or_default())
                }
                _ => continue,
            };
            if rows.iter().any(|row| self.selection.selected == Some(*row)) {
                self.painter
                    .circle_stroke(at, radius, Stroke::new(4.6, self.theme.palette.halo));
                self.painter
                    .circle_stroke(at, radius, Stroke::new(2.4, accent));
            } else if self.is_hovered(item, &rows) {
                self.painter
                    .circle_stroke(at, radius - 0.5, Stroke::new(1.5, accent));
            }
        }
    }

    fn is_hovered(&self, item: &Item, rows: &[usize]) -> bool {
        if let Some(cell) = self.cell(item) {
            return self.is_cell_hovered(cell);
        }
        let by_pointer = self.hovered.is_some_and(|hit| {
            hit.rows == rows
                && super::place::mark_rect(item).is_some_and(|rect| rect.intersects(hit.rect))
        });
        by_pointer
            || self
                .selection
                .hovered
                .is_some_and(|row| rows.contains(&row))
    }
}

impl Brush<'_> {
    /// The cell whose records an item counts.
    fn cell(&self, item: &Item) -> Option<Cell> {
        match item {
            Item::Stack { cluster, .. } => self.layout.clusters.get(*cluster)?.cell,
            _ => None,
        }
    }

    /// Whether the pointer is on the mark of a cell, or on one of its records anywhere else.
    fn is_cell_hovered(&self, cell: Cell) -> bool {
        let row = self.selection.hovered;
        let position = row.and_then(|row| self.dataset.columns().position(row));
        self.hovered.is_some_and(|hit| hit.cell == Some(cell))
            || position.is_some_and(|position| Cell::of(position, cell.level) == cell)
    }
}

/// Points along a part of a circle; angles run clockwise from the top.
pub(super) fn arc(at: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
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

/// A rectangle on whole pixels.
fn snapped(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let min = pos2(
        (rect.min.x * scale).round() / scale,
        (rect.min.y * scale).round() / scale,
    );
    Rect::from_min_size(min, rect.size())
}
