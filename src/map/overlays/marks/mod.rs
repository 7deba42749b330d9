//! Marks: one for each record, one with a count for several that stand together, and around it its members
//! when it is open.

mod donut;
mod leaves;
mod named;
mod paint;
mod place;
mod spiderfy;
mod stack;

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Vec2};

use crate::{query::marks::Mark, theme::size};

use super::{
    super::{frame::MapFrame, hit::Hit},
    Brush, OccupiedSpace, Overlay, OverlayKind, Painted,
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "marks",
    switch: None,
    help: &[
        "help-legend-solid",
        "help-legend-hollow",
        "help-legend-dashed",
        "help-legend-stack",
    ],
    new: || Box::<PlacedMarks>::default(),
};

/// Half the room of the spot that an opened stack belongs to, in points.
const ROOT: f32 = 10.0;

/// How far the ring of what is selected reaches beyond the room of its mark, in points.
const RING: f32 = 8.0;

/// What a record is called, beside its mark.
#[derive(Clone, Debug)]
pub(super) struct Title {
    galley: Arc<Galley>,
    /// Where it is written, with room around it.
    rect: Rect,
}

/// One thing on the screen.
#[derive(Clone, Debug)]
pub(super) enum MarkItem {
    /// A record alone.
    Single { mark: Mark, at: Pos2 },
    /// A mark with a count; `cluster` is an index into the layout.
    Stack {
        cluster: usize,
        at: Pos2,
        radius: f32,
    },
    /// The spot that an opened stack's members belong to; `cluster` is an index into the layout.
    Root { cluster: usize, at: Pos2 },
    /// A member of an opened stack, with the place to which a line leads and what it is called.
    Member {
        mark: Mark,
        at: Pos2,
        root: Pos2,
        title: Option<Title>,
    },
    /// How many others stand with the selected record.
    Others {
        cluster: usize,
        at: Pos2,
        count: usize,
    },
    /// Where the selected record would be if the window showed it.
    Ghost { at: Pos2 },
}

impl MarkItem {
    /// Returns the room that it takes.
    fn rect(&self) -> Option<Rect> {
        let square =
            |at: Pos2, radius: f32| Some(Rect::from_center_size(at, Vec2::splat(2.0 * radius)));
        match self {
            Self::Single { at, .. } => square(*at, size::MARK + 3.0),
            Self::Member { at, title, .. } => {
                let mark = square(*at, size::MARK + 3.0);
                let title = title.as_ref().map(|title| title.rect);
                mark.map(|mark| title.map_or(mark, |title| mark.union(title)))
            }
            Self::Stack { at, radius, .. } => square(*at, radius + 3.0),
            Self::Others { at, .. } => square(*at, 9.0),
            Self::Root { at, .. } => square(*at, ROOT),
            Self::Ghost { .. } => None,
        }
    }

    /// Returns the room that nothing is written in: that of the mark, and of the ring around it where it is selected.
    fn room(&self, frame: &MapFrame<'_>) -> Option<Rect> {
        let rect = self.rect()?;
        let has_ring = match self {
            Self::Single { mark, .. } => frame.input.selection.selected == Some(mark.row),
            _ => false,
        };
        Some(rect.expand(if has_ring { RING } else { 0.0 }))
    }

    /// Tells what it stands for, if it lies at `pointer`.
    fn hit(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let cluster = |index: usize| frame.layout.clusters.get(index);
        match self {
            Self::Single { mark, at } => Hit::disc(*at, size::MARK * 1.1, vec![mark.row], pointer),
            Self::Member {
                mark,
                at,
                root,
                title,
            } => {
                // A card beside it must not lie on its neighbours.
                if let Some(title) = title {
                    let rect = Rect::from_center_size(*at, Vec2::splat(2.0 * size::MARK));
                    let rect = rect.union(title.rect);
                    let is_hit = rect.contains(pointer);
                    return is_hit.then(|| Hit::place(vec![mark.row], rect));
                }
                let hit = Hit::disc(*at, size::MARK * 1.1, vec![mark.row], pointer)?;
                let reach = root.distance(*at) + size::MARK;
                Some(Hit {
                    rect: Rect::from_center_size(*root, Vec2::splat(2.0 * reach)),
                    ..hit
                })
            }
            Self::Stack {
                cluster: index,
                at,
                radius,
            } => {
                let cluster = cluster(*index)?;
                let hit = Hit::disc(*at, *radius, cluster.rows(), pointer)?;
                Some(Hit {
                    count: cluster.count,
                    cell: cluster.cell,
                    ..hit
                })
            }
            Self::Others {
                cluster: index, at, ..
            } => Hit::disc(*at, 8.0, cluster(*index)?.rows(), pointer),
            Self::Root { .. } | Self::Ghost { .. } => None,
        }
    }
}

/// The marks in view, in drawing order.
#[derive(Debug, Default)]
pub(super) struct PlacedMarks {
    pub(super) items: Vec<MarkItem>,
    /// What is open, then what is selected.
    pub(super) raised: Vec<MarkItem>,
}

impl Overlay for PlacedMarks {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        let (opened, selected) = if frame.shows_density() {
            self.items.clear();
            (Vec::new(), place::selected_beside_density(frame))
        } else {
            self.items = place::marks(frame);
            (place::opened(frame), place::selected(frame))
        };
        room.take_marks(
            self.items
                .iter()
                .chain(&selected)
                .filter_map(|item| item.room(frame)),
        );
        room.take_opened(opened.iter().filter_map(MarkItem::rect));
        let raised = [selected.as_slice(), &opened].concat();
        room.name_marks(named::named(frame, &raised, &self.items));
        self.raised = opened;
        self.raised.extend(selected);
    }

    fn pick(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let mut from_above = self.items.iter().rev();
        from_above.find_map(|item| item.hit(frame, pointer))
    }

    fn pick_raised(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let mut from_above = self.raised.iter().rev();
        from_above.find_map(|item| item.hit(frame, pointer))
    }

    fn paint(&self, brush: &Brush<'_>) {
        brush.items(&self.items);
    }

    fn paint_raised(&self, brush: &Brush<'_>) {
        brush.items(&self.raised);
        brush.rings(self.items.iter().chain(&self.raised));
    }

    fn report(&self, painted: &mut Painted) {
        let is_seen = |item: &MarkItem| !matches!(item, MarkItem::Ghost { .. });
        painted.is_any_in_view |= !self.items.is_empty() || self.raised.iter().any(is_seen);
    }
}
