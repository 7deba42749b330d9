//! What is open: the bytes of the files, one row per record, and the columns derived from them.
//!
//! Start with [`Dataset`]. A [`Filter`] and a dataset give [`Visible`]: the rows in the window, each
//! certain or possible, with the [`Counts`] that always add up.

mod batch;
mod bookmark;
mod chronicle;
mod columns;
mod compare;
mod counts;
mod dataset;
mod derive;
mod difference;
mod digest;
mod filter;
mod history;
mod ids;
pub mod index;
mod indexed;
mod layout;
mod mercator;
mod part;
mod quick;
mod reading;
pub mod said;
mod sample;
mod search;
mod selection;
mod sorted;
mod spans;
mod survey;
pub mod table;
mod testimony;
mod text;
mod told;
mod view;
mod visible;
mod walk;

pub use batch::Batch;
pub use bookmark::{Bookmark, Briefing};
pub use chronicle::Chronicle;
pub use columns::{Columns, Totals};
pub use compare::{ChangedRecord, Comparison, is_same_dataset};
pub use counts::{Aged, Counts, Shown};
pub use dataset::{Dataset, Derived, FiledIssue, Row};
pub use derive::Readers;
pub use difference::{Change, ChangeKind, Difference, Side};
pub use digest::Digest;
pub use filter::{Filter, Matching};
pub use history::{History, Ways};
pub use index::Index;
pub use indexed::{Indexed, LISTED};
pub use mercator::Mercator;
pub use part::{Format, Member, Part, PartSource};
pub use quick::BatchReader;
pub use sample::PropertySample;
pub use search::{Hit, Search};
pub use selection::Selection;
pub use sorted::{Facet, Ranking, Sort, text_of};
pub use spans::Spans;
pub use survey::{BIN_POINTS, LayerSurvey, Survey, SurveyQuestion};
pub use table::Table;
pub use testimony::{Claimant, Document, Documents, Statement, Testimony};
pub use text::Text;
pub use view::View;
pub use visible::{Visible, VisibleRow};
pub use walk::neighbour;
