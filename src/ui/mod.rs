//! Panels: each reads a [`Scene`] and pushes [`Commands`](crate::command::Commands); none changes anything.

pub mod briefing;
pub mod dialog;
pub mod difference;
pub mod focus;
pub mod inspector;
pub mod kit;
pub mod layers;
pub mod map;
pub mod menu;
pub mod notice;
pub mod picture;
pub mod progress;
pub mod said_line;
pub mod table;
pub mod timeline;
pub mod why;

use std::sync::Arc;

use crate::{
    command::Dialog,
    io::Standing,
    model::{Relation, Window},
    query::{
        AxisSummary, Density, Engine, NameCounts, WindowResult, index::MercatorRect,
        method_sentence,
    },
    settings::Settings,
    store::{Briefing, Comparison, Dataset, Filter, Selection, Ways},
    text::Words,
    theme::Theme,
    timeline::{ChangeDays, TimeState},
    work::Underway,
};

pub use difference::Compared;
use notice::Notices;

/// All that a panel may look at in one frame.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What of it the filter shows.
    pub visible: &'a WindowResult,
    /// Whom and what the records name.
    pub named: Named<'a>,
    /// What is typed into the search, and what was found.
    pub found: Found<'a>,
    /// The same in the order of the table, where it is open.
    pub ordered: Ordered<'a>,
    /// What answers questions about it.
    pub engine: &'a Engine,
    /// Whether what is shown answers an earlier filter, until the answer to this one has been made.
    pub is_behind: bool,
    /// How many records lie where, where that is asked for and known.
    pub density: Option<&'a Arc<Density>>,
    /// What the axis of time shows, where that takes longer than a frame to find out and is known.
    pub axis_summary: Option<&'a Arc<AxisSummary>>,
    /// The part of the map that is looked at; `None`: everything placed lies in it.
    pub in_view: Option<MercatorRect>,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// How the window moves, and what the axis of time shows.
    pub time: &'a TimeState,
    /// Whether there are views before and after this one.
    pub ways: Ways,
    /// The bookmarks.
    pub briefing: &'a Briefing,
    /// The days on which something changes, while playback needs them.
    pub change_days: Option<&'a ChangeDays>,
    /// What differs from the pinned window, where one is.
    pub compared: Option<Compared<'a>>,
    /// What is selected and hovered.
    pub selection: Selection,
    /// Colours and shapes.
    pub theme: &'a Theme,
    /// The words of the language of the program.
    pub words: &'a Words,
    /// What is remembered between sessions.
    pub settings: &'a Settings,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// An address that waits for the analyst's word.
    pub pending_link: Option<&'a str>,
    /// What stands in the field for a path.
    pub typed_path: &'a str,
    /// What a picture of the map is to look like, while that is asked.
    pub picture: Option<dialog::PictureView<'a>>,
    /// The file that would be written over, while that waits for the analyst's word.
    pub standing: Option<&'a Standing>,
    /// A later reading of what is open that waits for the analyst's word.
    pub reread: Option<Reread<'a>>,
    /// Messages that are up.
    pub notices: &'a Notices,
    /// Jobs under way, oldest first.
    pub jobs: &'a [Underway],
}

/// A later reading of what is open.
#[derive(Clone, Copy, Debug)]
pub struct Reread<'a> {
    /// The later reading.
    pub dataset: &'a Dataset,
    /// How it differs from what is open.
    pub comparison: &'a Comparison,
}

/// What is typed into the search and which records hold it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found<'a> {
    /// What is typed.
    pub typed: &'a str,
    /// The records found so far.
    pub rows: &'a [u32],
    /// How many records were searched.
    pub searched: usize,
    /// How many are to be.
    pub total: usize,
}

/// Whom and what the records name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The names; `None`: they have not been read.
    pub name_counts: Option<&'a NameCounts>,
    /// Whether they were asked for.
    pub is_wanted: bool,
    /// How much of reading them is done, in `[0, 1]`, where they are being read.
    pub share: Option<f32>,
}

/// The rows that the window shows, in the order of the table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ordered<'a> {
    /// The rows.
    pub rows: &'a [u32],
    /// Whether another order is under way; until it comes, `rows` is the last one.
    pub is_awaited: bool,
    /// How much of that is done, in `[0, 1]`, where it is known.
    pub share: Option<f32>,
}

impl Scene<'_> {
    /// What is shown, in one sentence.
    #[must_use]
    pub fn said(&self) -> String {
        method_sentence::sentence(self.words, self.dataset, self.filter, self.visible)
    }

    /// How a row stands to the window, if it is shown.
    #[must_use]
    pub fn relation(&self, row: usize) -> Option<Relation> {
        self.engine.relation(self.filter, row)
    }

    /// Whether time runs from the right: in Arabic, if the settings say so.
    #[must_use]
    pub fn time_from_right(&self) -> bool {
        self.settings.time_from_right && self.words.lang().is_rtl()
    }
}

/// A name for an export that says which window it holds: `sahelscope-2022-01-01-2022-03-31.geojson`.
#[must_use]
pub fn export_name(window: &Window) -> String {
    let dates = window
        .to_string()
        .replace(['/', ':'], "-")
        .replace("..", "open");
    format!("sahelscope-{dates}.geojson")
}
