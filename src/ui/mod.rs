//! Panels: each reads a [`PanelContext`] and pushes [`Commands`](crate::command::Commands); none changes anything.

pub mod briefing;
mod context;
mod context_menu;
pub mod dialog;
pub mod difference;
pub mod drop;
pub mod focus;
pub mod inspector;
pub mod kit;
pub mod layers;
pub mod map;
pub mod menu;
pub mod notice;
pub mod picture;
pub mod progress;
pub mod reader;
pub mod report;
pub mod said_line;
pub mod table;
pub mod timeline;
pub mod why;

use crate::model::Window;

pub use context::{
    AnswersView, Beside, ChangeLine, ChromeView, Cite, Compared, DeletedLine, DocumentView,
    EditingView, FoundRecords, MergeView, Named, OrderedRows, PanelContext, PictureView, Preview,
    ReaderView, Reread, ValueChange,
};

/// A name for an export that says which window it holds: `sahelscope-2022-01-01-2022-03-31.geojson`.
#[must_use]
pub fn export_name(window: &Window) -> String {
    let dates = window
        .to_string()
        .replace(['/', ':'], "-")
        .replace("..", "open");
    format!("sahelscope-{dates}.geojson")
}
