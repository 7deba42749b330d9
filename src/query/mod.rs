//! Every question about what is open: which rows pass a filter, what a window shows of them, how many,
//! where and when.
//!
//! A [`Filter`](crate::store::Filter) and a dataset give [`Visible`]: the rows in the window, each
//! certain or possible, with the [`Counts`] that always add up.

mod chronicle;
mod counts;
mod density;
mod difference;
pub mod index;
mod indexed;
mod matching;
mod roster;
pub mod said;
mod search;
mod sorted;
mod stale;
mod survey;
mod told;
mod visible;
mod walk;

pub use chronicle::Chronicle;
pub use counts::{Aged, Counts, Shown};
pub use density::{Density, DensityQuestion, Raster};
pub use difference::{Change, ChangeKind, Difference, LayerChanges, Summary};
pub use index::Index;
pub use indexed::{Indexed, LISTED};
pub use matching::Matching;
pub use roster::{Name, Roster};
pub use search::{Hit, Search};
pub use sorted::{Facet, Ranking, Reader, Sort, SortThen, text_of};
pub use survey::{BIN_POINTS, LayerSurvey, Survey, SurveyQuestion};
pub use visible::{Visible, VisibleRow};
pub use walk::neighbour;
