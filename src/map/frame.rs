//! What one drawing of the map reads, in the window and without one.

use crate::model::RowId;
use egui::{Context, Pos2, Rect};

use super::{basemap::labels::Label, input::MapInput, viewport::Viewport};
use crate::{
    data::mercator::UnitPoint,
    query::marks::{Cluster, Level, MarkLayout},
};

/// All that an overlay reads to find out what it shows.
#[derive(Clone, Copy)]
pub(super) struct MapFrame<'a> {
    /// For text and textures.
    pub(super) ctx: &'a Context,
    /// Records, filter, looks and words.
    pub(super) input: &'a MapInput<'a>,
    /// What is in view.
    pub(super) view: &'a Viewport,
    /// The records in the window, grouped for this zoom.
    pub(super) layout: &'a MarkLayout,
    /// The names of the basemap in view, those of the greatest claim first.
    pub(super) names: &'a [Label],
    /// Whom the basemap is owed to; empty where that is said elsewhere.
    pub(super) credit: &'a str,
    /// What lies over the map, in points.
    pub(super) covered: &'a [Rect],
    /// Whether it is drawn once and has to be whole at once.
    pub(super) is_still: bool,
    /// A row of the stack or area that is open.
    pub(super) spiderfied: Option<RowId>,
}

impl MapFrame<'_> {
    /// Returns the level of zoom that records are grouped for.
    pub(super) fn level(&self) -> Level {
        Level::of(self.view.zoom)
    }

    /// Tells where a position is on the screen.
    pub(super) fn screen(&self, at: UnitPoint) -> Pos2 {
        self.view.screen_from_map(at)
    }

    /// Tells whether a picture of how many records lie where stands for their marks.
    pub(super) fn shows_density(&self) -> bool {
        self.input.density.is_some()
    }

    /// Tells whether several records that stand together are shown one by one.
    pub(super) fn is_open(&self, cluster: &Cluster) -> bool {
        cluster.members.len() > 1
            && self
                .spiderfied
                .is_some_and(|row| cluster.members.iter().any(|mark| mark.row == row))
    }

    /// Tells what is open, if the window shows it.
    pub(super) fn opened(&self) -> Option<&Cluster> {
        let cluster = self.layout.cluster_of(self.spiderfied?)?;
        self.is_open(cluster).then_some(cluster)
    }
}
