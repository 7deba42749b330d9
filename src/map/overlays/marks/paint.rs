//! Paints marks, what is open, and the rings around what is selected or pointed at.

use std::sync::Arc;

use egui::{Mesh, Pos2, Rect, Stroke, vec2};

use crate::{
    model::RowId,
    query::{
        index::Cell,
        marks::{Cluster, Mark},
    },
    theme::size,
    typeset,
};

use super::{
    super::{Brush, pill::count_galley},
    MarkItem, Title,
};

impl Brush<'_> {
    /// Paints marks in order. Those in a row are one mesh; whatever else comes between lies above those before it.
    pub(super) fn items(&self, items: &[MarkItem]) {
        let mut mesh = self.sprites.mesh();
        for item in items {
            self.item(&mut mesh, item);
        }
        self.flush(&mut mesh);
    }

    fn item(&self, mesh: &mut Mesh, item: &MarkItem) {
        if let MarkItem::Single { mark, at } = item {
            self.mark(mesh, mark, *at);
            return;
        }
        self.flush(mesh);
        let palette = self.frame.input.theme.palette;
        match item {
            MarkItem::Member {
                mark,
                at,
                root,
                title,
            } => {
                self.leg(*root, *at);
                if let Some(title) = title {
                    self.title(title, *at, mark.row);
                }
                self.mark(mesh, mark, *at);
            }
            MarkItem::Stack {
                cluster,
                at,
                radius,
            } => {
                if let Some(cluster) = self.frame.layout.clusters.get(*cluster) {
                    self.stack(cluster, *at, *radius);
                }
            }
            MarkItem::Root { at, .. } => {
                self.painter.circle_filled(*at, 3.5, palette.halo);
                self.painter.circle_filled(*at, 2.2, palette.text);
            }
            MarkItem::Others { at, count, .. } => self.others(*at, *count),
            MarkItem::Ghost { at } => {
                let stroke = Stroke::new(1.5, palette.accent);
                self.dashed_circle(*at, size::MARK + 5.0, stroke, [4.0, 3.5]);
            }
            MarkItem::Single { .. } => {}
        }
    }

    /// Paints a line from a place to a mark that belongs there.
    fn leg(&self, from: Pos2, to: Pos2) {
        let palette = self.frame.input.theme.palette;
        let towards = (to - from).normalized() * size::MARK;
        let ends = [from, to - towards];
        self.painter
            .line_segment(ends, Stroke::new(2.5, palette.halo.gamma_multiply(0.8)));
        self.painter
            .line_segment(ends, Stroke::new(1.0, palette.text_weak));
    }

    /// Paints what a member of an opened stack is called, on a ground that joins it to its mark at `at`.
    fn title(&self, title: &Title, at: Pos2, row: RowId) {
        let palette = self.frame.input.theme.palette;
        let selection = self.frame.input.selection;
        let is_marked = [selection.selected, selection.hovered].contains(&Some(row));
        let mark = Rect::from_center_size(at, vec2(2.0 * size::MARK, 0.0));
        let ground = title.rect.union(mark).shrink2(vec2(-3.0, 1.5));
        let edge = if is_marked {
            palette.accent
        } else {
            palette.outline
        };
        self.card(ground, ground.height() / 2.0, edge);
        let min = title.rect.center() - title.galley.size() / 2.0;
        typeset::paint_galley(self.painter, min, Arc::clone(&title.galley), None);
    }

    fn others(&self, at: Pos2, count: usize) {
        let input = self.frame.input;
        let galley = count_galley(self.frame.ctx, count, input.theme, input.words);
        let size = vec2(galley.size().x.max(8.0) + 8.0, 16.0);
        self.card(
            Rect::from_center_size(at, size),
            8.0,
            input.theme.palette.outline_strong,
        );
        let min = at - galley.mesh_bounds.center().to_vec2();
        typeset::paint_galley(self.painter, min, galley, None);
    }

    /// Rings around what is selected and what is under the pointer, above every mark.
    pub(super) fn rings<'a>(&self, items: impl Iterator<Item = &'a MarkItem>) {
        for item in items {
            match item {
                MarkItem::Single { mark, at } | MarkItem::Member { mark, at, .. } => {
                    self.record_ring(item, mark, *at);
                }
                MarkItem::Stack {
                    cluster,
                    at,
                    radius,
                } => {
                    if let Some(cluster) = self.frame.layout.clusters.get(*cluster) {
                        self.stack_ring(item, cluster, *at, *radius);
                    }
                }
                MarkItem::Root { .. } | MarkItem::Others { .. } | MarkItem::Ghost { .. } => {}
            }
        }
    }

    fn record_ring(&self, item: &MarkItem, mark: &Mark, at: Pos2) {
        let rows = [mark.row];
        let is_pointed = || item.rect().is_some_and(|rect| self.is_pointed(&rows, rect));
        self.ring(at, size::MARK + 5.0, &rows, is_pointed);
    }

    fn stack_ring(&self, item: &MarkItem, cluster: &Cluster, at: Pos2, radius: f32) {
        let rows = cluster.rows();
        let is_pointed = || match cluster.cell {
            Some(cell) => self.is_cell_pointed(cell),
            None => item.rect().is_some_and(|rect| self.is_pointed(&rows, rect)),
        };
        self.ring(at, radius + 3.5, &rows, is_pointed);
    }

    /// Tells whether the pointer is on the mark of a cell, or on one of its records anywhere else.
    fn is_cell_pointed(&self, cell: Cell) -> bool {
        let input = self.frame.input;
        let row = input.selection.hovered;
        let position = row.and_then(|row| input.dataset.columns().position(row));
        self.hovered.is_some_and(|hit| hit.cell == Some(cell))
            || position.is_some_and(|position| Cell::of(position, cell.level) == cell)
    }
}
