//! What is seen of the map stays where it is while panels come and go beside it.

use egui::{Rect, Ui};

use super::{FIT_PADDING, MapView};
use crate::{
    data::mercator::unit_from_degrees,
    map::{camera::Pose, input::MapInput, viewport::Viewport},
    query::extent,
};

impl MapView {
    /// A panel that comes or goes beside the map covers or bares a part of it and moves nothing: what is seen stays
    /// where it is; what was fitted into the view, and was not moved since, is fitted into the new one, in every frame in which the
    /// panel slides, and where the window is given another size. Returns what was seen before, where a panel changed that.
    pub(super) fn keep_still(&mut self, ui: &Ui, rect: Rect) -> Option<Viewport> {
        let window = std::mem::replace(&mut self.window, ui.ctx().content_rect());
        let before = self.seen?;
        if before.rect == rect || self.camera.is_moving() {
            return None;
        }
        if let Some(bounds) = self
            .fitted
            .filter(|bounds| self.is_fitted(*bounds, &before))
        {
            self.camera.fit(bounds, FIT_PADDING, false);
            return None;
        }
        if window != self.window {
            return None;
        }
        // Where one panel takes the place of another at the other side, the middle stays the middle.
        if before.rect.contains_rect(rect) || rect.contains_rect(before.rect) {
            let shift = before.rect.center() - rect.center();
            self.camera.pan(shift, before.rect);
        }
        Some(before)
    }

    /// Tells whether `view` shows `bounds` as they were fitted into it.
    fn is_fitted(&self, bounds: geo::Rect<f64>, view: &Viewport) -> bool {
        let fitting = Pose::fitting(bounds, view.rect.size(), FIT_PADDING);
        let pose = self.camera.pose();
        (fitting.zoom - pose.zoom).abs() < 1e-3
            && (fitting.lon - pose.lon).abs() < 1e-3
            && (fitting.lat - pose.lat).abs() < 1e-3
    }

    /// Brings the mark of the selected record back into view that a panel, or a button that gave way to it, has just covered.
    pub(super) fn uncover(&mut self, input: &MapInput<'_>, before: &Viewport, rect: Rect) {
        let columns = input.dataset.columns();
        let selected = input.selection.selected;
        let Some(bounds) = selected.and_then(|row| extent::of_rows(columns, [row])) else {
            return;
        };
        let at = unit_from_degrees(bounds.center().into());
        let place = before.screen_from_map(at);
        // Where it is now: a panel at the side of the lines' start moves what is beside it.
        let now = self.camera.viewport(rect).screen_from_map(at);
        if before.rect.contains(place) && !self.is_free(now, rect) {
            let (lon, lat) = bounds.center().x_y();
            let zoom = self.camera.pose().zoom;
            self.camera.fly_to(Pose { lon, lat, zoom });
        }
    }
}
