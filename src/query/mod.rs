//! Every question about what is open: which rows pass a filter, what a window shows of them, how many,
//! where and when.
//!
//! Start with [`Engine`]: made for a dataset and a [`Filter`](crate::data::Filter), it answers for any window what
//! shows ([`WindowResult`], with [`Counts`] that always add up), where ([`marks`], [`Density`]) and when ([`AxisSummary`]).
//! Who wants every row of one window and nothing else, as an export does, asks [`WindowResult::of`].

mod axis_summary;
mod counts;
mod density;
mod difference;
mod doubts;
mod engine;
mod evidence_filter;
pub mod extent;
mod facet_text;
#[cfg(test)]
pub(crate) mod fixture;
pub mod index;
mod known_names;
pub mod marks;
pub mod method_sentence;
mod name_counts;
mod record_name;
mod row_mask;
mod search;
mod side;
mod sorted;
mod stale;
mod table_column;
mod time_order;
mod window_result;

pub use axis_summary::{AxisQuestion, AxisSummary, BIN_POINTS, LayerSummary};
pub use counts::{Aged, Counts, Shown};
pub use density::{Density, DensityQuestion, Raster};
pub use difference::{Change, ChangeKind, Difference, LayerChanges, ShownSide, Summary};
pub use doubts::{doubt_in_words, reason_in_words, unfit_in_words};
pub use engine::Engine;
pub use facet_text::text_of;
pub use index::Index;
pub use known_names::known_names;
pub use name_counts::{CountedName, NameCounts};
pub use record_name::RecordName;
pub use row_mask::RowMask;
pub use search::{Search, TextHit, known_places, terms_of};
pub use side::Side;
pub use sorted::{FilteredRows, Ranking, Sort, SortThen};
pub use table_column::{Audience, TableColumn};
pub use time_order::TimeOrder;
pub use window_result::{ShownRow, WindowResult};
