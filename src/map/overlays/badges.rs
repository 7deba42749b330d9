//! What is known of a country only, or of no place at all: labels down the edge of the map at which lines begin.

use egui::{Pos2, pos2};

use super::{
    super::frame::MapFrame,
    Brush, OccupiedSpace, Overlay, OverlayKind, Painted,
    pill::{Pill, PillRecords},
};
use crate::query::marks::{Badge, BadgePlace};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "outside",
    switch: None,
    help: &[],
    new: || Box::<Badges>::default(),
};

/// Distance of badges from the edge of the map, in points.
const EDGE: f32 = 12.0;
/// Room between two badges, in points.
const BETWEEN: f32 = 6.0;

/// A badge that found room.
struct PlacedBadge {
    /// An index into the layout's badges.
    index: usize,
    pill: Pill,
    at: Pos2,
}

/// As many badges as there is room for.
#[derive(Default)]
struct Badges {
    placed: Vec<PlacedBadge>,
}

impl Overlay for Badges {
    fn prepare(&mut self, frame: &MapFrame<'_>, room: &mut OccupiedSpace) {
        self.placed.clear();
        let inner = frame.view.rect.shrink(EDGE);
        let mut top = inner.top();
        for (index, badge) in frame.layout.badges.iter().enumerate() {
            let pill = pill(frame, badge);
            let half = pill.size / 2.0;
            let x = if frame.input.lang().is_rtl() {
                inner.right() - half.x
            } else {
                inner.left() + half.x
            };
            let at = pos2(x, top + half.y);
            top += pill.size.y + BETWEEN;
            if top > inner.center().y {
                break;
            }
            self.placed.push(PlacedBadge { index, pill, at });
        }
        room.take(self.placed.iter().map(|placed| placed.pill.rect(placed.at)));
    }

    fn paint_raised(&self, brush: &Brush<'_>) {
        for placed in &self.placed {
            let badge = brush.frame.layout.badges.get(placed.index);
            let is_marked = badge.is_some_and(|badge| brush.is_any_marked(&badge.members));
            brush.pill(&placed.pill, placed.at, is_marked);
        }
    }

    fn report(&self, painted: &mut Painted) {
        let rects = self.placed.iter();
        painted.badges = rects
            .map(|placed| (placed.index, placed.pill.rect(placed.at)))
            .collect();
    }
}

fn pill(frame: &MapFrame<'_>, badge: &Badge) -> Pill {
    let words = frame.input.words;
    let name = match &badge.place {
        BadgePlace::Country(name) => name,
        BadgePlace::Countries => words.get("map-badge-countries"),
        BadgePlace::Nowhere => words.get("map-badge-nowhere"),
    };
    let records = PillRecords {
        name,
        tallies: &badge.tallies,
        members: &badge.members,
        total: badge.count,
    };
    Pill::new(frame, records)
}
