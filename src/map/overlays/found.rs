//! Rings around the records that hold what is being typed into the search, so that they stand out among all that is shown.

use egui::{Pos2, Stroke};

use super::{super::frame::MapFrame, Brush, OccupiedSpace, Overlay, OverlayKind};
use crate::{data::mercator::UnitPoint, model::PlacePrecision};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "found",
    switch: None,
    help: &["help-legend-found"],
    new: || Box::<FoundRings>::default(),
};

/// Most records that are looked at in a frame: some tenths of a millisecond.
const MOST: usize = 2_000;
/// Rings this far beside the view are still drawn, in points.
const MARGIN: f32 = 20.0;
/// Radius of a ring, and the widths of its line and of the halo, in points.
const RADIUS: f32 = 13.0;
const LINE: f32 = 2.0;
const HALO: f32 = 4.5;

/// The places in view at which something was found, each once.
#[derive(Debug, Default)]
struct FoundRings {
    places: Vec<Pos2>,
}

impl Overlay for FoundRings {
    fn prepare(&mut self, frame: &MapFrame<'_>, _space: &mut OccupiedSpace) {
        self.places.clear();
        let input = frame.input;
        let columns = input.dataset.columns();
        for row in input.found.iter().take(MOST) {
            if columns.precision(*row) == PlacePrecision::Country
                || input.engine.relation(input.filter, *row).is_none()
            {
                continue;
            }
            let Some(position) = columns.position(*row) else {
                continue;
            };
            let (x, y) = position.unit();
            let at: UnitPoint = [x, y];
            if frame.view.shows(at, MARGIN) {
                self.places.push(frame.screen(at));
            }
        }
        self.places
            .sort_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
        self.places
            .dedup_by(|one, other| one.distance(*other) < 1.0);
    }

    fn paint_raised(&self, brush: &Brush<'_>) {
        let palette = brush.frame.input.theme.palette;
        for at in &self.places {
            for (width, colour) in [(HALO, palette.halo), (LINE, palette.accent)] {
                let stroke = Stroke::new(width, colour);
                brush.painter.circle_stroke(*at, RADIUS, stroke);
            }
        }
    }
}
