//! What is under the pointer.

use crate::model::RowId;
use egui::{Pos2, Rect, Vec2};

use crate::query::index::Cell;

/// A pointer this far beside something still means it, in points.
pub(super) const SLACK: f32 = 3.0;

/// What is under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its records; several when it is a stack or an area of several. Empty when they are only counted.
    pub rows: Vec<RowId>,
    /// How many records it stands for.
    pub count: usize,
    /// The cell of the map whose records it counts.
    pub cell: Option<Cell>,
    /// What it takes up on the screen, for a card beside it.
    pub rect: Rect,
    /// Whether it stands for an area rather than a place.
    pub is_area: bool,
}

impl Hit {
    /// Makes a hit on records at a place.
    pub(super) fn place(rows: Vec<RowId>, rect: Rect) -> Self {
        Self {
            count: rows.len(),
            rows,
            cell: None,
            rect,
            is_area: false,
        }
    }

    /// Makes a hit on records of an area.
    pub(super) fn area(rows: Vec<RowId>, rect: Rect) -> Self {
        Self {
            is_area: true,
            ..Self::place(rows, rect)
        }
    }

    /// Makes a hit on records that are drawn as a disc, if `pointer` is on it.
    pub(super) fn disc(at: Pos2, radius: f32, rows: Vec<RowId>, pointer: Pos2) -> Option<Self> {
        let rect = Rect::from_center_size(at, Vec2::splat(2.0 * radius));
        (at.distance(pointer) <= radius + SLACK).then(|| Self::place(rows, rect))
    }

    /// Returns its record, if it is one.
    #[must_use]
    pub fn only(&self) -> Option<RowId> {
        match self.rows.as_slice() {
            [row] => Some(*row),
            _ => None,
        }
    }
}
