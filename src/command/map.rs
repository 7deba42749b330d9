//! Requests about where the map looks.

use crate::model::RowId;
use geo::{Point, Rect};

use crate::{
    map::{AreaTool, Pose},
    query::index::Cell,
};

/// Moves the camera, opens stacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MapCommand {
    /// Fly to a centre and zoom.
    FlyTo(Pose),
    /// Fly to where these longitudes and latitudes fill the view.
    Fit(Rect<f64>),
    /// Fly to where every mark of the window can be seen; where there is none, every placed record.
    FitAll,
    /// Bring a row into view, if it is not.
    Show(RowId),
    /// One step in.
    ZoomIn,
    /// One step out.
    ZoomOut,
    /// Open the stack or area that a row stands in; `None`: close what is open.
    Spiderfy(Option<RowId>),
    /// List the records of a cell of the map; `None`: close the list.
    List(Option<Cell>),
    /// Show only the records that lie in what the map shows now.
    FilterToView,
    /// Draw an area with the pointer, whose records alone are shown then; `None`: leave off drawing.
    Draw(Option<AreaTool>),
    /// Take a longitude and latitude, in degrees, into what is being drawn.
    DrawClick(Point<f64>),
    /// Take the last click back.
    DrawBack,
    /// Finish what is being drawn.
    DrawDone,
}
