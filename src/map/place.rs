//! What is drawn where on the screen, in drawing order: one list for painting and for picking.

use std::rc::Rc;

use egui::{Context, Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    store::{Dataset, Selection},
    text::Words,
    theme::{Theme, size},
};

use super::{
    cells::{self, Question},
    fan,
    grouping::{Extent, Level, extent_of},
    marks::{Cluster, Layout, Mark, Place},
    pill::Pill,
    shapes::{Outline, OutlineMemo},
    spot,
    viewport::Viewport,
};

/// Marks this far beside the view are still placed, in points.
const MARGIN: f32 = 40.0;
/// Distance of badges from the edge of the map, in points.
const EDGE: f32 = 12.0;
/// Distance between marks of a tray, in points.
const TRAY_SPACING: f32 = 25.0;
/// Marks side by side in a tray.
const TRAY_COLUMNS: usize = 8;

/// One thing on the screen.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A soft area and its label; `cluster` is an index into the layout.
    Area {
        cluster: usize,
        at: Pos2,
        radius: f32,
        pill: Pill,
        pill_at: Pos2,
    },
    /// A line or polygon.
    Shape { mark: Mark, outline: Rc<Outline> },
    /// A record alone.
    Single { mark: Mark, at: Pos2 },
    /// A mark with a count.
    Stack {
        cluster: usize,
        at: Pos2,
        radius: f32,
    },
    /// The spot that an opened stack's members belong to.
    Root { at: Pos2 },
    /// The ground under the members of an opened area.
    Tray { rect: Rect },
    /// A member of an opened stack or area.
    Member {
        mark: Mark,
        at: Pos2,
        around: Around,
    },
    /// How many others stand with the selected record.
    Others {
        cluster: usize,
        at: Pos2,
        count: usize,
    },
    /// What is known of a country only, at the map's edge; `badge` is an index into the layout.
    Badge { badge: usize, pill: Pill, at: Pos2 },
    /// Where the selected record would be if the window showed it.
    Ghost { at: Pos2 },
}

/// What the members of something opened lie around.
#[derive(Clone, Copy, Debug)]
pub(super) enum Around {
    /// A place, to which a line leads.
    Place(Pos2),
    /// Nothing: they lie in this tray.
    Tray(Rect),
}

impl Around {
    /// The room that a member at `at` and its neighbours take.
    pub(super) fn rect(self, at: Pos2) -> Rect {
        match self {
            Self::Place(root) => {
                let reach = root.distance(at) + size::MARK;
                Rect::from_center_size(root, Vec2::splat(2.0 * reach))
            }
            Self::Tray(rect) => rect,
        }
    }
}

/// What decides where things go, next to the layout.
pub(super) struct Stage<'a> {
    pub(super) ctx: &'a Context,
    pub(super) dataset: &'a Dataset,
    pub(super) layout: &'a Layout,
    /// How to ask about a row that is only counted.
    pub(super) many: Option<Question<'a>>,
    pub(super) view: &'a Viewport,
    pub(super) level: Level,
    pub(super) theme: &'a Theme,
    pub(super) words: &'a Words,
    pub(super) selection: Selection,
    /// A row of the stack that is open.
    pub(super) fanned: Option<usize>,
    /// Whether a picture of all records stands for their marks.
    pub(super) shows_density: bool,
}

impl Stage<'_> {
    /// Everything in view, in drawing order.
    pub(super) fn items(&self, outlines: &mut OutlineMemo) -> Vec<Item> {
        if self.shows_density {
            return self.beside_density();
        }
        let mut areas = Vec::new();
        let mut marks = Vec::new();
        for (index, cluster) in self.layout.clusters.iter().enumerate() {
            match cluster.extent {
                Extent::Circle { radius } => areas.extend(self.area(index, cluster, radius)),
                _ => marks.extend(self.marks(index, cluster)),
            }
        }
        let selected = self.selected();
        spot::place_pills(&mut areas, marks.iter().chain(&selected), self.view.rect);
        let mut items = areas;
        items.extend(self.shapes(outlines));
        items.extend(marks);
        items.extend(self.opened(&items));
        items.extend(selected);
        items.extend(self.badges());
        items
    }

    /// What is drawn even where a picture stands for the marks: the selected record, and badges.
    fn beside_density(&self) -> Vec<Item> {
        let row = self.selection.selected;
        let mark = row.and_then(|row| self.layout.mark_of(row).copied());
        let single = mark.map(|mark| Item::Single {
            mark,
            at: self.view.screen_from_map(mark.at),
        });
        let selected =
            single.or_else(|| row.and_then(|row| self.counted(row).or_else(|| self.ghost(row))));
        selected.into_iter().chain(self.badges()).collect()
    }

    fn area(&self, index: usize, cluster: &Cluster, radius: f64) -> Option<Item> {
        let radius = (radius * self.view.points_per_unit()) as f32;
        if !self.view.shows(cluster.anchor, radius) {
            return None;
        }
        let at = self.view.screen_from_map(cluster.anchor);
        let record = self.dataset.record(cluster.members.first()?.row)?;
        let name = record.place.name.text(self.words.content());
        let names = self.dataset.layers();
        let pill = Pill::new(
            self.ctx,
            (&cluster.tallies, &cluster.members, cluster.count),
            names,
            name,
            self.theme,
            self.words,
        );
        Some(Item::Area {
            cluster: index,
            at,
            radius,
            pill,
            pill_at: at,
        })
    }

    fn marks(&self, index: usize, cluster: &Cluster) -> Option<Item> {
        if !self.view.shows(cluster.at(), MARGIN) || self.is_fanned(cluster) {
            return None;
        }
        let at = self.view.screen_from_map(cluster.at());
        match cluster.members.as_slice() {
            [only] if self.selection.selected == Some(only.row) => None,
            [only] => Some(Item::Single { mark: *only, at }),
            members
                if members
                    .iter()
                    .any(|mark| self.selection.selected == Some(mark.row)) =>
            {
                None
            }
            _ => Some(Item::Stack {
                cluster: index,
                at,
                radius: self.radius(cluster),
            }),
        }
    }

    /// The radius of a mark with a count, in points. That of a cell keeps to the cell.
    fn radius(&self, cluster: &Cluster) -> f32 {
        let Some(cell) = cluster.cell else {
            return stack_radius(cluster.count);
        };
        let side = self.view.points_per_unit() / f64::from(cell.level).exp2();
        let largest = (side as f32 / 2.0).min(LARGEST);
        let share = (cluster.count as f32).log10() / LARGEST_COUNT.log10();
        SMALLEST + (largest - SMALLEST).max(0.0) * share.clamp(0.0, 1.0)
    }

    /// Badges down the edge at which lines begin, as many as there is room for.
    fn badges(&self) -> Vec<Item> {
        let inner = self.view.rect.shrink(EDGE);
        let names = self.dataset.layers();
        let mut top = inner.top();
        let mut items = Vec::new();
        for (index, badge) in self.layout.badges.iter().enumerate() {
            let name = match &badge.place {
                Place::Country(name) => name,
                Place::Countries => self.words.get("map-badge-countries"),
                Place::Nowhere => self.words.get("map-badge-nowhere"),
            };
            let lang = self.words.lang();
            let members = badge.members.as_slice();
            let held = (badge.tallies.as_slice(), members, badge.count);
            let pill = Pill::new(self.ctx, held, names, name, self.theme, self.words);
            let half = pill.size / 2.0;
            let x = if lang.is_rtl() {
                inner.right() - half.x
            } else {
                inner.left() + half.x
            };
            let at = pos2(x, top + half.y);
            top += pill.size.y + 6.0;
            if top > inner.center().y {
                break;
            }
            items.push(Item::Badge {
                badge: index,
                pill,
                at,
            });
        }
        items
    }

    fn shapes(&self, outlines: &mut OutlineMemo) -> Vec<Item> {
        let columns = self.dataset.columns();
        let revision = self.dataset.revision();
        self.layout
            .shapes
            .iter()
            .filter_map(|mark| {
                let outline = outlines.outline(columns, revision, self.level, mark.row)?;
                outline.is_in(self.view).then_some(Item::Shape {
                    mark: *mark,
                    outline,
                })
            })
            .collect()
    }

    fn is_fanned(&self, cluster: &Cluster) -> bool {
        cluster.members.len() > 1
            && self
                .fanned
                .is_some_and(|row| cluster.members.iter().any(|mark| mark.row == row))
    }

    /// The members of the open stack, around it; those of an open area, below its label.
    fn opened(&self, items: &[Item]) -> Vec<Item> {
        let Some(cluster) = self.fanned.and_then(|row| self.layout.cluster_of(row)) else {
            return Vec::new();
        };
        if !self.is_fanned(cluster) {
            return Vec::new();
        }
        if cluster.is_area() {
            return self.tray(cluster, items);
        }
        let middle = self.view.screen_from_map(cluster.at());
        let member = |(mark, offset): (&Mark, Vec2)| Item::Member {
            mark: *mark,
            at: middle + offset,
            around: Around::Place(self.view.screen_from_map(mark.at)),
        };
        let offsets = fan::offsets(cluster.members.len());
        std::iter::once(Item::Root { at: middle })
            .chain(cluster.members.iter().zip(offsets).map(member))
            .collect()
    }

    /// An area's records lie side by side: none of them has a spot to point at.
    fn tray(&self, cluster: &Cluster, items: &[Item]) -> Vec<Item> {
        let label = items.iter().find_map(|item| match item {
            Item::Area {
                cluster: index,
                pill,
                pill_at,
                ..
            } => {
                let is_it = self.layout.clusters.get(*index) == Some(cluster);
                is_it.then(|| pill.rect(*pill_at))
            }
            _ => None,
        });
        let Some(label) = label else {
            return Vec::new();
        };
        let count = cluster.members.len();
        let columns = count.min(TRAY_COLUMNS);
        let lines = count.div_ceil(TRAY_COLUMNS);
        let size = vec2(columns as f32, lines as f32) * TRAY_SPACING + Vec2::splat(6.0);
        let rect = Rect::from_min_size(label.center_bottom() + vec2(-size.x / 2.0, 4.0), size);
        let first = rect.min + Vec2::splat(3.0 + TRAY_SPACING / 2.0);
        let member = |(index, mark): (usize, &Mark)| {
            let cell = vec2((index % TRAY_COLUMNS) as f32, (index / TRAY_COLUMNS) as f32);
            Item::Member {
                mark: *mark,
                at: first + cell * TRAY_SPACING,
                around: Around::Tray(rect),
            }
        };
        std::iter::once(Item::Tray { rect })
            .chain(cluster.members.iter().enumerate().map(member))
            .collect()
    }

    /// The selected record on top of all others; areas and shapes are marked where they are.
    fn selected(&self) -> Vec<Item> {
        let Some(row) = self.selection.selected else {
            return Vec::new();
        };
        let Some(cluster) = self.layout.cluster_of(row) else {
            return self
                .counted(row)
                .or_else(|| self.ghost(row))
                .into_iter()
                .collect();
        };
        if cluster.is_area() || self.is_fanned(cluster) {
            return Vec::new();
        }
        let Some(mark) = cluster.members.iter().find(|mark| mark.row == row) else {
            return Vec::new();
        };
        let at = self.view.screen_from_map(cluster.at());
        let mut items = vec![Item::Single { mark: *mark, at }];
        if let Some(index) = self
            .layout
            .clusters
            .iter()
            .position(|other| std::ptr::eq(other, cluster))
            && cluster.members.len() > 1
        {
            let at = at + vec2(size::MARK + 7.0, -size::MARK - 7.0);
            items.push(Item::Others {
                cluster: index,
                at,
                count: cluster.members.len() - 1,
            });
        }
        items
    }

    /// A record that is counted in the mark of a cell stands on it where it lies itself.
    fn counted(&self, row: usize) -> Option<Item> {
        if self.layout.mark_of(row).is_some() {
            return None;
        }
        let many = self.many?;
        let mark = cells::mark_of(many, row)?;
        let extent = extent_of(self.dataset.columns(), row, self.level);
        (extent == Extent::Place).then(|| Item::Single {
            mark,
            at: self.view.screen_from_map(mark.at),
        })
    }

    fn ghost(&self, row: usize) -> Option<Item> {
        if self.layout.mark_of(row).is_some() {
            return None;
        }
        let (x, y) = self.dataset.columns().position(row)?.unit();
        Some(Item::Ghost {
            at: self.view.screen_from_map([x, y]),
        })
    }
}

/// The radius of a stack's mark by how many it holds, in points.
fn stack_radius(count: usize) -> f32 {
    12.0 + 1.6 * (count as f32 / 2.0).log2().clamp(0.0, 5.0)
}

/// The radius of the mark of a cell that shows few records and of one that shows a great many, in points,
/// and how many those are.
const SMALLEST: f32 = 10.5;
const LARGEST: f32 = 28.0;
const LARGEST_COUNT: f32 = 100_000.0;

/// The room that a mark takes.
pub(super) fn mark_rect(item: &Item) -> Option<Rect> {
    let square =
        |at: Pos2, radius: f32| Some(Rect::from_center_size(at, Vec2::splat(2.0 * radius)));
    match item {
        Item::Single { at, .. } | Item::Member { at, .. } => square(*at, size::MARK + 3.0),
        Item::Stack { at, radius, .. } => square(*at, radius + 3.0),
        Item::Others { at, .. } => square(*at, 9.0),
        Item::Area { pill, pill_at, .. } => Some(pill.rect(*pill_at)),
        Item::Badge { pill, at, .. } => Some(pill.rect(*at)),
        Item::Tray { rect } => Some(*rect),
        // Names between the lines of an opened stack could not be read.
        Item::Root { at } => square(*at, fan::REACH - size::MARK),
        Item::Shape { .. } | Item::Ghost { .. } => None,
    }
}
