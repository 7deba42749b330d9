//! Evidence that verifies without us: records, their view, their log and their documents in one sealed bundle.
//!
//! A bundle is a bag (`BagIt` 1.0, RFC 8493) in a ZIP archive, with an RO-Crate 1.2 inside. The archive is flat, its
//! files are stored as they are under sorted names with one fixed time, so that the same input gives the same bytes.
//! [`Seal`] writes one, [`verify`] reads it again, and the bags of other programs, and names each file that is missing,
//! added or changed. A seal proves that nothing was changed since, not that it is true; the bundle says so itself.
//!
//! ```text
//! bag-info.txt  bagit.txt  manifest-sha256.txt  tagmanifest-sha256.txt
//! data/annotations.jsonld     which words a value comes from (Web Annotation)
//! data/datapackage.json       the schema of records.csv (Frictionless)
//! data/left-out.csv           each record and copy that is not inside, and why
//! data/log.jsonl              the log of changes
//! data/method.txt             what is inside, in three languages, and how to verify it
//! data/records.csv  data/records.geojson  data/view.json
//! data/ro-crate-metadata.json  data/ro-crate-preview.html
//! data/sources/SHA256.ext     the documents as they were received
//! ```

mod annotations;
pub mod beside;
mod copies;
mod crate_metadata;
mod left_out;
mod page;
mod parts;
pub mod safe;
mod seal;
mod table;
pub mod verify;

pub use copies::Copies;
pub use seal::{Seal, SealError, Sealed, today};

/// The folder of what is sealed.
const DATA: &str = "data/";
/// The folder of documents in it.
const SOURCES: &str = "sources/";
/// The list of what is sealed, with digests, and the list of that list and its neighbours.
const MANIFEST: &str = "manifest-sha256.txt";
/// What a signature or a time stamp covers.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// What makes a folder a bag.
const DECLARATION: &str = "bagit.txt";
/// What a bag says about itself.
const INFO: &str = "bag-info.txt";
