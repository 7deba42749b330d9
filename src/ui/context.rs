//! What a panel may look at in one frame, and nothing that it could change.

use std::{ops::Range, sync::Arc};

use egui::{TextureId, Vec2};
use serde_json::Value;

use crate::{
    command::{Dialog, PictureOptions, ReportOptions},
    data::{Agreement, Comparison, Dataset, Filter, SourceFile},
    io::{ExistingFile, bundle::verify::Verified},
    model::{Relation, RowId, link::WebAddress},
    query::{
        AxisSummary, Density, Engine, NameCounts, Side, Summary, WindowResult, index::MercatorRect,
        method_sentence,
    },
    session::{Briefing, HistoryNav, ReadingDesk, Selection},
    settings::Settings,
    text::Catalogue,
    theme::Theme,
    timeline::{ChangeDays, TimeState},
    work::Underway,
};

use super::notice::Notices;

/// All that a panel may look at.
#[derive(Clone, Copy)]
pub struct PanelContext<'a> {
    /// What is open, and how it is looked at.
    pub document: DocumentView<'a>,
    /// What is known of what is open.
    pub answers: AnswersView<'a>,
    /// The words of the language of the program.
    pub words: &'a Catalogue,
    /// Colours and shapes.
    pub theme: &'a Theme,
    /// What is remembered between sessions.
    pub settings: &'a Settings,
    /// The dialog that is open, and what it asks about.
    pub chrome: ChromeView<'a>,
    /// The documents that are read beside it.
    pub reader: ReaderView<'a>,
    /// Messages that are up.
    pub notices: &'a Notices,
    /// Work under way, oldest first.
    pub jobs: &'a [Underway],
}

/// What is open, and how it is looked at.
#[derive(Clone, Copy)]
pub struct DocumentView<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What is selected and hovered.
    pub selection: Selection,
    /// How the window moves, and what the axis of time shows.
    pub time: &'a TimeState,
    /// The bookmarks.
    pub briefing: &'a Briefing,
    /// What was changed of the records.
    pub editing: EditingView<'a>,
    /// Whether there are views before and after this one.
    pub nav: HistoryNav,
    /// What differs from the pinned window, where one is.
    pub compared: Option<Compared<'a>>,
}

/// What was changed of the records.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditingView<'a> {
    /// Whether the selected record is shown as a form.
    pub is_form: bool,
    /// Changes that are not in the files.
    pub unsaved: usize,
    /// Whether there is something to take back.
    pub can_undo: bool,
    /// Whether there is something to do again.
    pub can_redo: bool,
    /// The bytes of the selected record, where changes are not shown yet.
    pub text: Option<&'a str>,
    /// What was changed of the selected record, the first change first.
    pub history: &'a [ChangeLine],
}

/// A change of a record, as its log has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLine {
    /// When, in UTC.
    pub at: String,
    /// Who.
    pub by: String,
    /// Why.
    pub why: Option<String>,
    /// Whether it takes another back.
    pub is_undo: bool,
    /// Whether another takes it back.
    pub is_taken_back: bool,
    /// Which values.
    pub values: Vec<ValueChange>,
}

/// A value that was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueChange {
    /// Where, as a JSON pointer.
    pub path: String,
    /// What it was, as JSON; empty: nothing.
    pub was: String,
    /// What it is, as JSON; empty: nothing.
    pub is: String,
}

/// What is known of what is open.
#[derive(Clone, Copy)]
pub struct AnswersView<'a> {
    /// What answers questions about it.
    pub engine: &'a Engine,
    /// What of it the filter shows.
    pub visible: &'a WindowResult,
    /// Whether that answers an earlier filter, until the answer to this one has been made.
    pub is_behind: bool,
    /// The same in the order of the table, where it is open.
    pub ordered: OrderedRows<'a>,
    /// What is typed into the search, and what was found.
    pub found: FoundRecords<'a>,
    /// Whom and what the records name.
    pub named: Named<'a>,
    /// How many records lie where, where that is asked for and known.
    pub density: Option<&'a Arc<Density>>,
    /// What the axis of time shows, where that takes longer than a frame to find out and is known.
    pub axis_summary: Option<&'a Arc<AxisSummary>>,
    /// The days on which something changes, while playback needs them.
    pub change_days: Option<&'a ChangeDays>,
    /// The part of the map that is looked at; `None`: everything placed lies in it.
    pub in_view: Option<MercatorRect>,
}

/// What is written beside an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beside {
    /// Nothing.
    #[default]
    Nothing,
    /// A style for QGIS.
    Style,
}

/// The dialog that is open, and what it asks about.
#[derive(Clone, Copy, Default)]
pub struct ChromeView<'a> {
    /// Which it is.
    pub dialog: Option<Dialog>,
    /// Whether the map is shown alone.
    pub is_presenting: bool,
    /// Whether the map shows how many records lie where.
    pub shows_density: bool,
    /// An address that waits for the analyst's word.
    pub link: Option<&'a WebAddress>,
    /// What stands in the field for a path.
    pub path: &'a str,
    /// What is written beside an export.
    pub beside: Beside,
    /// What a picture of the map is to look like, while that is asked.
    pub picture: Option<PictureView<'a>>,
    /// What a report is to hold, while that is asked.
    pub report: Option<&'a ReportOptions>,
    /// The file that would be written over, while that waits for the analyst's word.
    pub standing: Option<&'a ExistingFile>,
    /// A later reading of what is open that waits for the analyst's word.
    pub reread: Option<Reread<'a>>,
    /// Records that were deleted.
    pub deleted: &'a [DeletedLine],
    /// A colleague's file beside ours.
    pub merging: Option<MergeView<'a>>,
    /// What came of verifying a bundle, while that is shown.
    pub verdict: Option<&'a Verified>,
    /// Whether changes that are not saved are asked about because the program is to close.
    pub is_quitting: bool,
}

/// The documents that are read.
#[derive(Clone, Copy)]
pub struct ReaderView<'a> {
    /// Whether the pane is there.
    pub is_open: bool,
    /// Whether a document is being read.
    pub is_reading: bool,
    /// The documents.
    pub desk: &'a ReadingDesk,
    /// Which records rest on which words of the one that is shown, in the order of its text.
    pub cites: &'a [Cite],
    /// Where the text is to be scrolled to, in bytes, behind a number that is another each time.
    pub reveal: (u64, usize),
}

/// A record that rests on words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The record.
    pub row: RowId,
    /// The paragraph, from zero.
    pub paragraph: usize,
    /// The words, in bytes of the text; `None`: it names the paragraph alone.
    pub range: Option<Range<usize>>,
}

/// A comparison under way.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// Side A: the pinned window. Side B is what is seen.
    pub side: Side,
    /// Side B, as far as it was compared: what is seen, or was a moment ago.
    pub after: Side,
    /// The filter of side A.
    pub filter: &'a Filter,
    /// What side A shows.
    pub visible: &'a WindowResult,
    /// What differs; `None`: that is being found out.
    pub summary: Option<&'a Summary>,
}

/// A picture while it is asked about.
#[derive(Clone, Copy, Debug)]
pub struct PictureView<'a> {
    /// What it is to look like.
    pub options: &'a PictureOptions,
    /// The size of the map in the window, in points.
    pub window: [f32; 2],
    /// Its title.
    pub title: &'a str,
    /// The last preview.
    pub preview: Option<Preview>,
    /// Whether a newer one is being drawn.
    pub is_awaited: bool,
}

/// What would come out, small.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// The picture.
    pub texture: TextureId,
    /// Its size in pixels.
    pub size: Vec2,
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
pub struct FoundRecords<'a> {
    /// What is typed.
    pub typed: &'a str,
    /// What is looked for in its place, where no record holds it.
    pub near: Option<&'a str>,
    /// The records found so far.
    pub rows: &'a [RowId],
    /// How many records were searched.
    pub searched: usize,
    /// How many are to be.
    pub total: usize,
}

/// A record that was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct DeletedLine {
    /// What it was.
    pub feature: Value,
    /// When it was deleted, in UTC.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub why: Option<String>,
}

/// Two codings of the same records, side by side.
#[derive(Clone, Copy, Debug)]
pub struct MergeView<'a> {
    /// Our file, as it is now.
    pub ours: &'a SourceFile,
    /// Theirs.
    pub theirs: &'a SourceFile,
    /// What to call either.
    pub names: [&'a str; 2],
    /// What they say of the same records.
    pub agreement: &'a Agreement,
}

impl<'a> FoundRecords<'a> {
    /// What is looked for.
    #[must_use]
    pub fn wanted(&self) -> &'a str {
        self.near.unwrap_or(self.typed)
    }
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
pub struct OrderedRows<'a> {
    /// The rows.
    pub rows: &'a [RowId],
    /// Whether another order is under way; until it comes, `rows` is the last one.
    pub is_awaited: bool,
    /// How much of that is done, in `[0, 1]`, where it is known.
    pub share: Option<f32>,
}

impl<'a> PanelContext<'a> {
    /// The same while `dialog` is open.
    #[must_use]
    pub const fn asking(self, dialog: Dialog) -> Self {
        let chrome = ChromeView {
            dialog: Some(dialog),
            ..self.chrome
        };
        Self { chrome, ..self }
    }

    /// What is shown, in one sentence.
    #[must_use]
    pub fn said(&self) -> String {
        let DocumentView::<'a> {
            dataset, filter, ..
        } = self.document;
        let sentence = method_sentence::sentence(self.words, dataset, filter, self.answers.visible);
        method_sentence::with_unsaved(self.words, sentence, self.document.editing.unsaved)
    }

    /// How a row stands to the window, if it is shown.
    #[must_use]
    pub fn relation(&self, row: RowId) -> Option<Relation> {
        self.answers.engine.relation(self.document.filter, row)
    }

    /// Whether time runs from the right: in Arabic, if the settings say so.
    #[must_use]
    pub fn time_from_right(&self) -> bool {
        self.settings.time_from_right && self.words.lang().is_rtl()
    }
}
