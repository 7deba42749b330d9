//! What is asked of a layout.

use crate::{
    data::{
        Filter,
        mercator::{UnitPoint, WORLD_POINTS},
    },
    model::{Lang, RowId},
    query::WindowResult,
};

/// A part of the map at a zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapArea {
    /// The world is `256 * 2^zoom` points wide.
    pub zoom: f64,
    /// Its corners, north-west and south-east.
    pub corners: [UnitPoint; 2],
}

impl MapArea {
    /// Returns points along one side of the world.
    pub(super) fn points_per_unit(&self) -> f64 {
        WORLD_POINTS * self.zoom.exp2()
    }
}

/// All that a layout depends on, next to the engine that answers.
#[derive(Clone, Copy)]
pub struct MarksQuestion<'a> {
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What it shows.
    pub visible: &'a WindowResult,
    /// What part of the map is asked for.
    pub area: MapArea,
    /// A row of the stack that is open.
    pub opened: Option<RowId>,
    /// The language of names.
    pub lang: Lang,
}
