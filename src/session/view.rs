//! A point of view: all that decides what is seen of a dataset, as one value.
//!
//! The steps back and forward ([`super::History`]), bookmarks and the member `view` of a file all
//! hold this.

use crate::{
    data::Filter,
    model::{Pose, Switches, Window},
    query::Side,
    timeline::{Mode, TimeState, Unit, ViewRange},
};

/// What is seen, and from where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Window, clock, layers and every other condition.
    pub filter: Filter,
    /// What the window is.
    pub mode: Mode,
    /// How far a step goes.
    pub unit: Unit,
    /// What the axis shows; `None`: all of it.
    pub axis: Option<ViewRange>,
    /// Where the map looks; `None`: nobody said, and it stays where it is.
    pub camera: Option<Pose>,
    /// Which overlays of the map are shown, by their ids; those that are not named stay as they are.
    pub overlays: Switches,
    /// What it is compared with; `None`: nothing.
    pub pinned: Option<Side>,
}

impl View {
    /// The view of `filter` and `time` from `camera`, compared with nothing.
    #[must_use]
    pub fn of(filter: &Filter, time: &TimeState, camera: Option<Pose>) -> Self {
        Self {
            filter: filter.clone(),
            mode: time.mode,
            unit: time.unit,
            axis: time.view,
            camera,
            overlays: Switches::default(),
            pinned: None,
        }
    }

    /// Whether the two show the same records from the same place, compared with the same. The zoom of the axis and
    /// the overlays of the map are no matter, and neither is a camera that nobody said.
    #[must_use]
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let is_same_place = match (&self.camera, &other.camera) {
            (Some(here), Some(there)) => here.is_near(there),
            _ => true,
        };
        is_same_place
            && self.mode == other.mode
            && self.pinned == other.pinned
            && self.filter == other.filter
    }

    /// The filter without its window: what an undo of filters takes back.
    #[must_use]
    pub fn conditions(&self) -> Filter {
        Filter {
            window: Window::ALL,
            ..self.filter.clone()
        }
    }

    /// Brings `time` to this view, at rest.
    pub fn set_time(&self, time: &mut TimeState) {
        time.playback.stop();
        time.mode = self.mode;
        time.unit = self.unit;
        time.view = self.axis;
    }
}
