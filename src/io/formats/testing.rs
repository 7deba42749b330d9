//! What the tests of every format do alike: bytes that are read, and datasets that are written.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::Format;
use crate::{
    data::{Dataset, FileOrigin, Filter, SourceFile},
    io::{ReadError, Watch, export::Export, read::read_part},
    model::Record,
    model::RowId,
    query::WindowResult,
    work::Progress,
};

/// Reads bytes under a name that says nothing of their format; of several tables the one called `table`.
pub(super) fn read_table(bytes: &[u8], table: Option<&str>) -> Result<SourceFile, ReadError> {
    let watch = Watch::nobody().with_sheet(table);
    read_part("a.txt", FileOrigin::Stdin, bytes.to_vec(), &watch)
}

/// Reads a text, or bytes.
pub(super) fn read<B: AsRef<[u8]> + ?Sized>(bytes: &B) -> Result<SourceFile, ReadError> {
    read_table(bytes.as_ref(), None)
}

pub(super) fn opened(bytes: &[u8]) -> Dataset {
    Dataset::from_parts(vec![read(bytes).unwrap()])
}

pub(super) fn records(dataset: &Dataset) -> Vec<Record> {
    (0..dataset.len())
        .map(|row| (*dataset.record(RowId::new(row)).unwrap()).clone())
        .collect()
}

pub(super) fn features(dataset: &Dataset) -> Vec<serde_json::Value> {
    (0..dataset.len())
        .map(|row| serde_json::from_str(&dataset.feature(RowId::new(row))).unwrap())
        .collect()
}

/// Stops where what was written as it was read has not come back whole.
pub(super) fn assert_came_back(after: &Dataset, before: &Dataset) {
    assert_eq!(after.issues(), []);
    assert_eq!(records(after), records(before));
    assert_eq!(after.parts()[0].sources(), before.parts()[0].sources());
    for (after, before) in features(after).iter().zip(features(before)) {
        // A number is the same whether or not it has a point; nothing is the same as a member that says so.
        let plain = |feature: &serde_json::Value| {
            let text = feature["properties"].to_string().replace(".0", "");
            let mut members: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&text).unwrap();
            members.retain(|_, value| !value.is_null());
            members
        };
        assert_eq!(plain(after), plain(&before));
    }
}

/// Writes all records, with what the program derives unless they go out `as_read`.
pub(super) fn written(dataset: &Dataset, format: &Format, as_read: bool) -> Vec<u8> {
    let filter = Filter::default();
    let visible = WindowResult::of(dataset, &filter);
    let export = Export {
        as_read,
        ..Export::shown(dataset, &visible, &filter)
    };
    let mut bytes = Vec::new();
    export
        .write(format, &mut bytes, &Progress::unwatched())
        .unwrap();
    bytes
}

/// The text that the records of a file stand in.
pub(super) fn whole(part: &SourceFile) -> &str {
    part.slice(&(0..part.text.len()))
}
