//! Requests about the shape of the selected record, which is drawn or moved on the map.

use geo::Point;

use crate::map::{CornerId, Position, ShapeTool};

/// Draws a shape, moves its corners; nothing is written before [`SketchCommand::Done`].
#[derive(Clone, Debug, PartialEq)]
pub enum SketchCommand {
    /// Begin with the selected record.
    Begin(ShapeTool),
    /// Leave it as it was.
    Leave,
    /// Say that what it is drawn for is not there any more.
    Lose,
    /// Lead the crosshair there, in degrees.
    Aim(Point<f64>),
    /// Take a longitude and latitude: another corner, or how far a radius reaches.
    Click(Position),
    /// Make the radius longer, or shorter.
    Reach(bool),
    /// Put a corner there, before the one that has its place now.
    Insert(CornerId, Position),
    /// Move a corner there.
    Move {
        /// Which.
        corner: CornerId,
        /// Where.
        to: Position,
        /// Whether this begins a step that can be taken back.
        is_begun: bool,
    },
    /// Carry a corner with the crosshair; `None`: put it down.
    Hold(Option<CornerId>),
    /// Take a corner away.
    Remove(CornerId),
    /// Take the last step back.
    Back,
    /// Write it, as one step.
    Done,
}
