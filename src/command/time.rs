//! Requests about time: the window, how it moves, and what the axis shows.

use crate::{
    model::{Clock, Second, Window},
    timeline::{Ending, Mode, Unit, ViewRange},
};

/// Moves the window, plays, zooms the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeCommand {
    /// Show exactly this window. In a mode that has another form, the mode goes back to windows.
    SetWindow(Window),
    /// Show this window as a drag gives it, in the mode there is.
    Drag(Window),
    /// Move the window by one unit.
    Step {
        /// Later, not earlier.
        forward: bool,
    },
    /// Move the window by the next longer unit.
    BigStep {
        /// Later, not earlier.
        forward: bool,
    },
    /// Move the end of the window by one unit.
    Grow {
        /// Longer, not shorter.
        longer: bool,
    },
    /// Move the window to the start of the next record, or of the one before.
    Record {
        /// Later, not earlier.
        forward: bool,
    },
    /// Move the window to the beginning or to the end of all records.
    Jump {
        /// To the end.
        to_end: bool,
    },
    /// Show all of time that records lie in, and all of it on the axis.
    WholeRange,
    /// Play or pause.
    PlayPause,
    /// Windows, everything so far, or instants.
    SetMode(Mode),
    /// How far a step goes.
    SetUnit(Unit),
    /// Days per second.
    SetSpeed(f64),
    /// Stop at the end, begin anew or turn round.
    SetEnding(Ending),
    /// Leap over stretches in which nothing changes, or play them.
    ToggleSkips,
    /// Wait at each record that comes into the window, or play on.
    ToggleHolds,
    /// Play within the window there is, or over all days again.
    ToggleRange,
    /// Move the window to the next change of what it shows, or to the one before.
    Change {
        /// Later, not earlier.
        forward: bool,
    },
    /// Let time pass the other way.
    Reverse,
    /// Run on the day that things happened, or on the day that they became known.
    SetClock(Clock),
    /// Run on the other of the two clocks.
    OtherClock,
    /// Look as from this second: hide what became known later. `None`: hide nothing.
    Known(Option<Second>),
    /// Look as from the day that was last looked from, or as from today again.
    ToggleKnown,
    /// What the axis shows; `None`: all of it.
    View(Option<ViewRange>),
    /// Make the axis half or twice as long.
    Zoom {
        /// Shorter.
        closer: bool,
    },
    /// Move the axis by a quarter of its length.
    Pan {
        /// Later, not earlier.
        forward: bool,
    },
    /// How wide the axis has become on the screen, in points.
    Width(f32),
    /// Make the axis as long as the window, with some room around it.
    ZoomToWindow,
}

impl TimeCommand {
    /// The same towards the other end of time, where it has a direction.
    #[must_use]
    pub const fn turned_round(self) -> Self {
        match self {
            Self::Step { forward } => Self::Step { forward: !forward },
            Self::BigStep { forward } => Self::BigStep { forward: !forward },
            Self::Record { forward } => Self::Record { forward: !forward },
            Self::Pan { forward } => Self::Pan { forward: !forward },
            other => other,
        }
    }
}
