//! What the axis of time shows of many records: how many each bin holds, layer by layer and in the part of the map
//! that is looked at, and the few records that stand alone.
//!
//! A summary is made for one stretch of the axis: within a frame where every record has a bar of its own, else off
//! the drawing thread; a frame only draws it.

use crate::model::RowId;
use std::sync::Arc;

use crate::{
    data::Filter,
    timeline::{Histogram, ViewRange},
};

use super::index::MercatorRect;

/// Least width of a bin, in points.
pub const BIN_POINTS: f64 = 5.0;

/// All that a summary depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisQuestion {
    /// The engine that answers.
    pub engine: u64,
    /// The filter; its window does not matter.
    pub filter: Filter,
    /// What the axis shows.
    pub range: ViewRange,
    /// How wide that is on the screen, in points.
    pub width: f32,
    /// The part of the map that is looked at; `None`: all that there is.
    pub view: Option<MercatorRect>,
}

/// What the axis shows.
#[derive(Clone, Debug)]
pub struct AxisSummary {
    /// What it answers.
    pub question: AxisQuestion,
    /// How many records of all layers each piece of the axis holds in the part of the map that is looked at.
    pub in_view: Histogram,
    /// By layer of the columns; the same wherever the axis looks, where every record has a bar of its own.
    pub layers: Arc<Vec<LayerSummary>>,
}

/// One layer on the axis, wherever on the map.
#[derive(Clone, Debug, Default)]
pub struct LayerSummary {
    /// How many records each piece of the axis holds, without those that are listed.
    pub density: Histogram,
    /// The rows that are shown one by one.
    pub rows: Vec<RowId>,
}
