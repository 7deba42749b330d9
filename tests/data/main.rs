//! Everything about records, dates and files that is right or wrong without a window.

mod as_written;
mod authoring;
mod bad_csv;
mod bad_input;
mod bad_parts;
mod basemap_tiles;
mod bidi;
mod bidi_conformance;
mod bundled;
mod dataset;
mod dates;
mod engine;
mod exports;
mod fast_path;
mod formats;
mod honest;
mod index;
mod kinds;
mod known_datasets;
mod records;
mod round_trip;
mod scan;
mod search;
mod sorted;
mod stream;
#[path = "../support/mod.rs"]
mod support;
mod timeline;
mod whole_calendar;
mod window;
mod words;
