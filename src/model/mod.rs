//! What a record is: no I/O, no pixels.
//!
//! Start with [`Record`], the typed view of one GeoJSON feature; its date is a [`When`] (EDTF text
//! and what it means), which together with its [`Kind`] gives the four bounds of a [`Span`], and
//! a [`Span`] stands in a [`Relation`] to a [`Window`]. Whatever is wrong with a record is an
//! [`Issue`], never a panic and never a silent default.

pub mod anchor;
pub mod attestation;
pub mod bounds;
pub mod clock;
pub mod crs;
pub mod date;
mod date_order;
mod edtf;
pub mod evidence;
pub mod geometry;
mod ids;
pub mod issue;
pub mod lang;
pub mod layer;
pub mod link;
pub mod mapping;
mod moved_date;
pub mod notation;
pub mod order;
mod own;
pub mod place;
pub mod pose;
pub mod preset;
pub mod profile;
pub mod quantity;
mod reader;
pub mod reading;
pub mod record;
mod record_value;
pub mod rfc7946;
pub mod source;
pub mod span;
pub mod status;
pub mod switches;
pub mod testimony;
pub mod when;
pub mod window;
pub mod wkt;
mod writing;
pub mod written_date;
pub mod written_list;
pub mod written_place;

pub use attestation::{Attestation, StaleLimit};
pub use bounds::{Bounds, DAY, Second};
pub use clock::Clock;
pub use date::{DatePrecision, DateShape, Endpoint, WhenError};
pub use date_order::DateOrder;
pub(crate) use ids::id_type;
pub use ids::{ListIndex, RowId, RowRange, SpanId};
pub use issue::{Issue, IssueKind};
pub use lang::{Lang, Localised};
pub use layer::{ForeignLayer, Kind, Layer};
pub use mapping::{Century, Convention, Field, FileColumn, FileColumns, Mapping, Zone};
pub use moved_date::{DateEnd, moved};
pub use own::Own;
pub(crate) use own::never_given_out;
pub use place::{Place, Precision as PlacePrecision};
pub use pose::Pose;
pub use preset::Preset;
pub use quantity::{Count, Equipment, Quantity};
pub use reader::{has_property, is_called, localised_member};
pub use record::{Claim, Record, RecordId, Related, Relationship};
pub use record_value::{RecordValue, ValueWords};
pub use source::Source;
pub use span::{Relation, Span};
pub use status::Status;
pub use switches::Switches;
pub use testimony::StatusThen;
pub use when::When;
pub use window::Window;
