//! What comes of an export.

use sahelscope::{
    data::{Dataset, Filter},
    io::{export::Export, formats::Format},
    query::WindowResult,
    work::Progress,
};

/// The bytes of the file that holds what `filter` shows.
pub fn exported(dataset: &Dataset, filter: &Filter, format: &Format, as_read: bool) -> Vec<u8> {
    let visible = WindowResult::of(dataset, filter);
    let export = Export {
        as_read,
        ..Export::shown(dataset, &visible, filter)
    };
    let mut bytes = Vec::new();
    export
        .write(format, &mut bytes, &Progress::unwatched())
        .unwrap();
    bytes
}
