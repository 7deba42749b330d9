//! What is open: the bytes of the files, one row per record, and the columns derived from them.
//!
//! Start with [`Dataset`]. What a [`Filter`] shows of it is answered by [`query`](crate::query).

mod actor;
mod agreement;
mod batch;
pub mod change_log;
mod chunked;
mod claim_index;
mod columns;
mod compare;
mod dataset;
mod derive;
mod digest;
mod documents;
pub mod edit;
mod edited;
mod epoch;
mod exported;
mod fast_path;
mod filter;
pub mod gazetteer;
mod ids;
mod layout;
mod long_feature;
pub mod mercator;
pub mod merge;
mod publication_dates;
mod reading;
mod said;
mod sample;
mod sort;
mod source_file;
mod spans;
mod spliced;
pub mod table;
mod text;
mod within;

pub use actor::{actor_name, named_things};
pub(crate) use actor::{all_names, names_of};
pub use agreement::{Agreement, ChangedBy, FieldAgreement, FieldDifference};
pub use batch::Batch;
pub(crate) use chunked::Chunked;
pub use claim_index::{ClaimIndex, Claimant, Statement, ValueCount};
pub use columns::{Columns, Totals};
pub use compare::{ChangedRecord, Comparison, is_same_dataset};
pub use dataset::{
    Amendment, Answer, Dataset, DerivedStart, Doubt, DoubtKind, EditedPlace, FieldSource,
    FiledIssue, Reason, RecordsOfPart, Row, Understood,
};
pub use derive::Readers;
pub use digest::{Digest, hexadecimal};
pub use documents::{CitedDocument, Documents};
pub use edited::{
    EditedRecord, Edits, Outcome, Records, RecordsOfFile, Refusal, Replayed, id_of, place_of_bytes,
    rec_of_bytes,
};
pub use fast_path::BatchReader;
pub use filter::Filter;
pub use mercator::Mercator;
pub use publication_dates::PublicationDates;
pub use said::{SETTABLE, Said, Unfit, constant};
pub use sample::PropertySample;
pub(crate) use sort::sort_apart;
pub use source_file::{FileOrigin, RecordFormat, Sheets, SourceFile};
pub use spans::Spans;
pub use table::Table;
pub use text::SourceText;
pub use within::{Circle, Within, km_between};
