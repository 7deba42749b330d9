//! The state of the timeline without the window, which is part of the filter.

use super::{
    edit::{Mode, Movement, Unit},
    playback::Playback,
    scale::ViewRange,
};
use crate::model::{Bounds, Second, Window};

/// How the window moves and what the axis shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TimeState {
    /// What the window is.
    pub mode: Mode,
    /// How far a step goes, and how long an instant is.
    pub unit: Unit,
    /// Whether and how time passes.
    pub playback: Playback,
    /// What the axis shows; `None`: all of it.
    pub view: Option<ViewRange>,
    /// How wide the axis is on the screen, in points; 0 as long as it was not shown.
    pub width: f32,
    /// The day that was last looked from, for looking from it again.
    pub known_last: Option<Second>,
}

impl TimeState {
    /// Returns the stretch that records can lie in, as whole days; without a dated record the 2020s.
    #[must_use]
    pub fn extent_or_default(extent: Option<Bounds>) -> Bounds {
        let decade = || Window::parse("202X").map_or(Bounds::new(0, 1), |window| window.bounds());
        let extent = extent.unwrap_or_else(decade);
        super::edit::whole(extent).bounds()
    }

    /// Tells how the window moves within `extent`.
    #[must_use]
    pub const fn movement(&self, extent: Bounds) -> Movement {
        Movement {
            mode: self.mode,
            unit: self.unit,
            extent,
        }
    }

    /// Tells what the axis shows of `extent`.
    #[must_use]
    pub fn range(&self, extent: Bounds) -> ViewRange {
        let whole = ViewRange::whole(extent);
        self.view.map_or(whole, |view| view.within(&whole))
    }

    /// Zooms or pans the axis; showing all is remembered as such, so that it stays so when the
    /// records change.
    pub fn set_range(&mut self, range: ViewRange, extent: Bounds) {
        let whole = ViewRange::whole(extent);
        let range = range.within(&whole);
        let is_whole = range.seconds() >= whole.seconds() * 0.999;
        self.view = (!is_whole).then_some(range);
    }

    /// Makes the axis half or twice as long, around the middle of `window` where that is in view.
    pub fn zoom(&mut self, closer: bool, window: &Window, extent: Bounds) {
        let range = self.range(extent);
        let bounds = super::edit::bounded(window, extent).bounds();
        let middle = f64::midpoint(bounds.earliest as f64, bounds.latest as f64);
        let anchor = if (range.start..=range.end).contains(&middle) {
            middle
        } else {
            f64::midpoint(range.start, range.end)
        };
        let factor = if closer { 2.0 } else { 0.5 };
        let zoomed = range.zoomed(factor, anchor, &ViewRange::whole(extent));
        self.set_range(zoomed, extent);
    }

    /// Moves the axis by a quarter of its length.
    pub fn pan(&mut self, forward: bool, extent: Bounds) {
        let range = self.range(extent);
        let seconds = range.seconds() * if forward { 0.25 } else { -0.25 };
        self.set_range(range.panned(seconds, &ViewRange::whole(extent)), extent);
    }

    /// Moves the axis as little as brings `bounds` into view.
    pub fn reveal(&mut self, bounds: Bounds, extent: Bounds) {
        if self.view.is_some() {
            let range = self
                .range(extent)
                .showing(bounds, &ViewRange::whole(extent));
            self.set_range(range, extent);
        }
    }
}
