//! Areas: records of which no spot is known, only about where they are. Each is a ring with a label on it, and
//! when it is open, a tray below the label with its records side by side.

mod label_placement;
mod ring;

use egui::{Pos2, Rect, Vec2, vec2};

use crate::{
    query::marks::{Cluster, Extent, Mark},
    theme::size,
};

use super::{
    super::{basemap::labels::Ring, frame::MapFrame, hit::Hit},
    Brush, OccupiedSpace, Overlay, OverlayKind, Painted,
    pill::{Pill, PillRecords},
};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "areas",
    switch: None,
    help: &["help-legend-area"],
    new: || Box::<Areas>::default(),
};

/// Distance between marks of a tray, in points.
const TRAY_SPACING: f32 = 25.0;
/// Marks side by side in a tray.
const TRAY_COLUMNS: usize = 8;
/// Room around the marks of a tray, in points.
const TRAY_PADDING: f32 = 3.0;

/// About the width and half the height of a town's name, in points.
const TOWN_NAME: Vec2 = vec2(64.0, 8.0);

/// An area in view.
#[derive(Debug)]
pub(super) struct PlacedArea {
    /// An index into the layout's clusters.
    cluster: usize,
    /// Its middle.
    at: Pos2,
    /// In points.
    radius: f32,
    pill: Pill,
    /// The middle of its label.
    label_at: Pos2,
}

impl PlacedArea {
    /// Tells where its label lies.
    fn label(&self) -> Rect {
        self.pill.rect(self.label_at)
    }

    fn hit(&self, frame: &MapFrame<'_>) -> Hit {
        let cluster = frame.layout.clusters.get(self.cluster);
        Hit::area(cluster.map(Cluster::rows).unwrap_or_default(), self.label())
    }
}

/// The records of the open area. None of them has a spot to point at.
#[derive(Debug)]
pub(super) struct AreaTray {
    rect: Rect,
    pub(super) members: Vec<(Mark, Pos2)>,
}

/// The areas in view, largest first, and the tray of the one that is open.
#[derive(Debug, Default)]
pub(super) struct Areas {
    pub(super) placed: Vec<PlacedArea>,
    pub(super) tray: Option<AreaTray>,
}

impl Overlay for Areas {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        self.placed.clear();
        self.tray = None;
        if frame.shows_density() {
            return;
        }
        for (index, cluster) in frame.layout.clusters.iter().enumerate() {
            if let Extent::Circle { radius } = cluster.extent {
                self.placed.extend(place(frame, index, cluster, radius));
            }
        }
        let kept_free = [room.steady(), self.towns(frame)].concat();
        label_placement::place_labels(&mut self.placed, &kept_free, frame.view.rect);
        room.take(self.placed.iter().map(PlacedArea::label));
        room.draw_rings(self.placed.iter().map(|area| Ring {
            at: area.at,
            radius: area.radius,
        }));
        self.tray = self.tray(frame);
        if let Some(tray) = &self.tray {
            let members = tray.members.iter();
            room.take(members.map(|(_, at)| member_rect(*at)));
            room.take([tray.rect]);
        }
    }

    fn pick(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let from_above = || self.placed.iter().rev();
        let mut on_label = from_above().filter(|area| area.label().contains(pointer));
        // Areas lie largest first, so the last that holds the pointer is the smallest.
        let mut on_ground = from_above().filter(|area| area.at.distance(pointer) <= area.radius);
        let area = on_label.next().or_else(|| on_ground.next())?;
        Some(area.hit(frame))
    }

    fn pick_raised(&self, _frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let tray = self.tray.as_ref()?;
        let mut from_above = tray.members.iter().rev();
        from_above.find_map(|(mark, at)| {
            let hit = Hit::disc(*at, size::MARK * 1.1, vec![mark.row], pointer)?;
            // A card beside it must not lie on its neighbours.
            Some(Hit {
                rect: tray.rect,
                ..hit
            })
        })
    }

    fn paint(&self, brush: &Brush<'_>) {
        let cluster = |area: &PlacedArea| brush.frame.layout.clusters.get(area.cluster);
        for area in &self.placed {
            if let Some(cluster) = cluster(area) {
                ring::paint(brush, cluster, area.at, area.radius);
            }
        }
        for area in &self.placed {
            let is_marked =
                cluster(area).is_some_and(|cluster| brush.is_any_marked(&cluster.members));
            brush.pill(&area.pill, area.label_at, is_marked);
        }
    }

    fn paint_raised(&self, brush: &Brush<'_>) {
        let Some(tray) = &self.tray else {
            return;
        };
        brush.card(tray.rect, 8.0, brush.frame.input.theme.palette.outline);
        let mut mesh = brush.sprites.mesh();
        for (mark, at) in &tray.members {
            brush.mark(&mut mesh, mark, *at);
        }
        brush.flush(&mut mesh);
        for (mark, at) in &tray.members {
            let rows = [mark.row];
            brush.ring(*at, size::MARK + 5.0, &rows, || {
                brush.is_pointed(&rows, member_rect(*at))
            });
        }
    }

    fn report(&self, painted: &mut Painted) {
        painted.is_any_in_view |= !self.placed.is_empty();
    }
}

impl Areas {
    /// Returns about the room of the towns in these areas with their names, which no label may hide.
    fn towns(&self, frame: &MapFrame<'_>) -> Vec<Rect> {
        let is_rtl = frame.input.lang().is_rtl();
        let mut towns = Vec::new();
        if self.placed.is_empty() {
            return towns;
        }
        for label in frame.names {
            let at = frame.screen(label.position);
            let reach = TOWN_NAME.x;
            let is_near = |area: &PlacedArea| area.at.distance(at) <= area.radius + reach;
            if label.is_town() && label.is_shown(frame.view.zoom) && self.placed.iter().any(is_near)
            {
                let [before, after] = if is_rtl { [reach, 6.0] } else { [6.0, reach] };
                towns.push(Rect::from_x_y_ranges(
                    at.x - before..=at.x + after,
                    at.y - TOWN_NAME.y..=at.y + TOWN_NAME.y,
                ));
            }
        }
        towns
    }

    /// Returns the tray of the open area, below its label.
    fn tray(&self, frame: &MapFrame<'_>) -> Option<AreaTray> {
        let cluster = frame.opened().filter(|cluster| cluster.is_area())?;
        let is_open = |area: &&PlacedArea| {
            let placed = frame.layout.clusters.get(area.cluster);
            placed.is_some_and(|placed| std::ptr::eq(placed, cluster))
        };
        let label = self.placed.iter().find(is_open)?.label();
        let count = cluster.members.len();
        let columns = count.min(TRAY_COLUMNS);
        let lines = count.div_ceil(TRAY_COLUMNS);
        let marks = vec2(columns as f32, lines as f32) * TRAY_SPACING;
        let size = marks + Vec2::splat(2.0 * TRAY_PADDING);
        let rect = Rect::from_min_size(label.center_bottom() + vec2(-size.x / 2.0, 4.0), size);
        let first = rect.min + Vec2::splat(TRAY_PADDING + TRAY_SPACING / 2.0);
        let member = |(index, mark): (usize, &Mark)| {
            let cell = vec2((index % TRAY_COLUMNS) as f32, (index / TRAY_COLUMNS) as f32);
            (*mark, first + cell * TRAY_SPACING)
        };
        Some(AreaTray {
            rect,
            members: cluster.members.iter().enumerate().map(member).collect(),
        })
    }
}

/// Returns an area if it is in view, its label in its middle.
fn place(frame: &MapFrame<'_>, index: usize, cluster: &Cluster, radius: f64) -> Option<PlacedArea> {
    let radius = (radius * frame.view.points_per_unit()) as f32;
    if !frame.view.shows(cluster.anchor, radius) {
        return None;
    }
    let input = frame.input;
    let at = frame.screen(cluster.anchor);
    let record = input.dataset.record(cluster.members.first()?.row)?;
    let records = PillRecords {
        name: record.place.name.text(input.words.content()),
        tallies: &cluster.tallies,
        members: &cluster.members,
        total: cluster.count,
    };
    let pill = Pill::new(frame, records);
    Some(PlacedArea {
        cluster: index,
        at,
        radius,
        pill,
        label_at: at,
    })
}

/// Returns the room that a member of a tray takes.
fn member_rect(at: Pos2) -> Rect {
    Rect::from_center_size(at, Vec2::splat(2.0 * (size::MARK + 3.0)))
}
