//! Honest time: what no other map does, told on the state, without pixels.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod adding_up;
mod claims;
mod clocks;
mod coverage;
mod known;
mod order;
mod possible;
mod stale;
mod tray;

use sahelscope::{
    data::{Dataset, FileOrigin, Filter},
    io,
    model::{RowId, Second, Window},
    query::WindowResult,
};

/// The records inside the program.
fn bundled() -> Dataset {
    Dataset::from_parts(vec![io::read::bundled()])
}

/// An import, as it is read from a file.
fn import(text: &str) -> Dataset {
    let watch = io::Watch::nobody();
    let source = FileOrigin::File("import.geojson".into());
    let part = io::read::read_part("import.geojson", source, text.as_bytes().to_vec(), &watch);
    Dataset::from_parts(vec![part.unwrap()])
}

/// An import of the record profile with these sources and features.
fn profile(sources: &str, features: &str) -> Dataset {
    import(&format!(
        r#"{{"type":"FeatureCollection","profile":"sahelscope/1","sources":[{sources}],"features":[{features}]}}"#
    ))
}

/// A feature with these properties, placed at Bamako.
fn feature(id: &str, properties: &str) -> String {
    format!(
        r#"{{"type":"Feature","id":"{id}","geometry":{{"type":"Point","coordinates":[-8,12.6]}},"properties":{{{properties}}}}}"#
    )
}

fn visible(dataset: &Dataset, filter: &Filter) -> WindowResult {
    WindowResult::of(dataset, filter)
}

/// The ids of what a filter shows, undated records too, in the order of the file.
fn ids(dataset: &Dataset, filter: &Filter) -> Vec<String> {
    let visible = visible(dataset, filter);
    let mut rows: Vec<RowId> = visible.rows.iter().map(|shown| shown.row).collect();
    rows.extend(&visible.undated);
    rows.sort_unstable();
    let id = |row: RowId| dataset.record(row).unwrap().id.clone().unwrap().to_string();
    rows.into_iter().map(id).collect()
}

fn window(text: &str) -> Window {
    Window::parse(text).unwrap()
}

/// The last second of a date.
fn end_of(date: &str) -> Second {
    window(date).last()
}
