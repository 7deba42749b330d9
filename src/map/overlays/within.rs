//! The edge of the area that the filter shows.

use egui::{Pos2, Shape, Stroke};

use crate::data::{Within, mercator::unit_from_degrees};

use super::{super::frame::MapFrame, Brush, OccupiedSpace, Overlay, OverlayKind};

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "within",
    switch: None,
    help: &[],
    new: || Box::<AreaOutline>::default(),
};

/// Width of the line and of its halo, in points.
const LINE: f32 = 1.6;
const HALO: f32 = 4.0;

/// The edge on the screen.
#[derive(Debug, Default)]
struct AreaOutline {
    points: Vec<Pos2>,
}

impl Overlay for AreaOutline {
    fn prepare(&mut self, frame: &MapFrame<'_>, _room: &mut OccupiedSpace) {
        let within = frame.input.filter.within.as_ref();
        self.points = within.map_or_else(Vec::new, |area| on_screen(area, frame));
    }

    fn paint(&self, brush: &Brush<'_>) {
        if self.points.is_empty() {
            return;
        }
        let palette = brush.frame.input.theme.palette;
        for (width, colour) in [(HALO, palette.halo), (LINE, palette.accent)] {
            let stroke = Stroke::new(width, colour);
            brush
                .painter
                .add(Shape::closed_line(self.points.clone(), stroke));
        }
    }
}

fn on_screen(area: &Within, frame: &MapFrame<'_>) -> Vec<Pos2> {
    let corners = area.corners().into_iter();
    corners
        .map(|corner| frame.screen(unit_from_degrees(corner.into())))
        .collect()
}
