//! The timeline under the map: how time moves, what of it is shown, and how many records that is.
//!
//! Above, the controls (`controls`, `fields`, `counts`); below, the axis with one lane a layer
//! (`plot`). Time runs from left to right in every language unless the settings say otherwise. Nothing here changes anything: each
//! gesture is a [`TimeCommand`](crate::command::TimeCommand).

mod axis;
mod backdrop;
mod bars;
mod controls;
mod counts;
mod coverage;
mod density;
mod ends;
mod events;
mod fields;
mod gutter;
mod handle;
mod hatch;
mod heights;
mod hover;
mod known;
mod labels;
mod lanes;
mod mirror;
mod options;
mod overview;
mod pinned;
mod plot;
mod pointer;
mod several;
mod skipped;
mod window;

use egui::{Id, Margin, Rect, Ui, UiBuilder, vec2};

use super::PanelContext;
use crate::{
    command::Commands,
    model::{Bounds, Window},
    theme::size,
    timeline::{TimeScale, TimeState},
};

pub(in crate::ui) use fields::{known_ui, preset_entries_ui};

/// Height of a row of controls.
const ROW: f32 = 34.0;
/// Narrower than this the counts take a row of their own.
const ONE_ROW: f32 = 1_215.0;

/// Draws the timeline into all of `ui`.
pub fn timeline_ui(ui: &mut Ui, context: &PanelContext<'_>, commands: &mut Commands) {
    let outer = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(outer);
    let inner = outer - Margin::symmetric(size::MARGIN as i8, 6);
    let rows = if inner.width() < ONE_ROW { 2.0 } else { 1.0 };
    let (head, body) = inner.split_top_bottom_at_y(inner.top() + rows * ROW);
    let builder = |rect: Rect| UiBuilder::new().max_rect(rect);
    ui.scope_builder(builder(head), |ui| {
        ui.spacing_mut().item_spacing = vec2(size::GRID, 0.0);
        controls::controls_ui(ui, context, commands);
    });
    let body = body.with_min_y(body.top() + size::GRID);
    ui.scope_builder(builder(body), |ui| plot::plot_ui(ui, context, commands));
}

/// The stretch of whole days that the records lie in; found once for each dataset.
pub(in crate::ui) fn extent(ui: &Ui, context: &PanelContext<'_>) -> Bounds {
    let id = Id::unique("timeline extent");
    let revision = context.document.dataset.revision();
    let known: Option<(u64, Bounds)> = ui.data(|data| data.get_temp(id));
    if let Some((_, extent)) = known.filter(|(known, _)| *known == revision) {
        return extent;
    }
    let extent = TimeState::extent_or_default(context.document.dataset.extent_in_time());
    ui.data_mut(|data| data.insert_temp(id, (revision, extent)));
    extent
}

/// What every part of the plot needs to know.
struct Frame<'a> {
    context: &'a PanelContext<'a>,
    extent: Bounds,
    scale: TimeScale,
    /// Turns the plot over where time runs from the right.
    mirror: mirror::Mirror,
    /// The window, with both its ends.
    window: Window,
    /// Ticks and handles.
    axis_in_screen: Rect,
    /// Under it, how many records each piece of time holds; empty where there is no room for it.
    histogram_in_screen: Rect,
    /// The lanes under that.
    lanes_in_screen: Rect,
    /// Under the lanes: what was published when.
    strip_in_screen: Rect,
    /// The names of the lanes, where a line begins.
    gutter_in_screen: Rect,
}

impl Frame<'_> {
    /// Axis and lanes with all between.
    fn plot_in_screen(&self) -> Rect {
        self.axis_in_screen.union(self.lanes_in_screen)
    }

    /// All under the axis that the window cuts through.
    fn body_in_screen(&self) -> Rect {
        self.histogram_in_screen.union(self.lanes_in_screen)
    }

    /// Left and right edge of the window, in points.
    fn window_in_screen(&self) -> (f32, f32) {
        let slack = 4.0;
        let left = self.scale.x_in_screen(self.window.first(), slack);
        let right = self
            .scale
            .x_in_screen(self.window.last().saturating_add(1), slack);
        (left, right)
    }
}
