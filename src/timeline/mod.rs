//! Time as arithmetic: nothing here draws, and nothing here knows records.
//!
//! Start with [`TimeState`]: how the window moves ([`Mode`], [`Unit`], [`Playback`]) and which stretch of
//! time the axis shows ([`ViewRange`], put on the screen by a [`TimeScale`]). [`ticks`] cuts the axis at the
//! edges of the calendar, [`Histogram`] counts the records of each piece by the rule of the window itself,
//! [`Packing`] stacks their bars, and [`edit`] moves the window, day by whole day, both ends included.

mod arrangement;
mod bars;
mod bin_width;
mod change_days;
mod coverage;
mod direction;
pub mod edit;
mod histogram;
mod lanes;
pub mod playback;
mod scale;
mod snap;
mod state;
pub mod ticks;
mod typed;

pub use arrangement::Arrangement;
pub use bars::{BarPiece, BarShape};
pub use bin_width::BinWidth;
pub use change_days::{ChangeDayCounts, ChangeDays, NextChange};
pub use coverage::{Coverage, Month};
pub use direction::Direction;
pub use edit::{AxisDrag, Grip, Mode, Movement, StartLimits, Unit};
pub use histogram::{Bin, BinSums, Histogram, bin_width_for};
pub use lanes::{LaneBar, LaneEntry, LaneQueue, Packing};
pub use playback::{Ending, Playback};
pub use scale::{TimeScale, ViewRange};
pub use snap::snapped;
pub use state::TimeState;
pub use ticks::{Ruler, Tick};
pub use typed::{with_end, with_start};
