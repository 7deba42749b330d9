//! What is open and how it is looked at, with all that follows from it.
//!
//! A document is a whole: opening another file puts another one in its place, and the one before can be kept and come
//! back by a swap. Work for it belongs to it, and is cancelled when it goes.

use std::{mem, sync::Arc};

use crate::{
    data::{Dataset, FileOrigin, Filter},
    io::ReadError,
    model::{Pose, RowId, Window},
    query::{Engine, Side, index::MercatorRect},
    session::{Briefing, History, Selection},
    settings::{Settings, bookmarks},
    text::Catalogue,
    timeline::TimeState,
    ui::{AnswersView, DocumentView},
    work::{Job, Room},
};

use super::{
    authoring::Authoring,
    beside,
    change_days::KeptChangeDays,
    comparison::PinnedComparison,
    derived::EngineAnswers,
    evidence::Evidence,
    finding::Finding,
    names::NamesOfRecords,
    order::{OrderQuestion, TableOrder},
    reading::Rebuilt,
    reload::Reloaded,
};

/// What is open. Only dispatch and the poll of finished jobs change it.
#[derive(Default)]
pub(super) struct Document {
    /// The records.
    pub dataset: Arc<Dataset>,
    /// What of them is asked for.
    pub filter: Filter,
    /// What the analyst points at.
    pub selection: Selection,
    /// How the window moves and what the axis shows.
    pub time: TimeState,
    /// The bookmarks.
    pub briefing: Briefing,
    /// How far the bookmarks are written.
    pub kept: BookmarksWritten,
    /// What was seen before.
    pub history: History,
    /// What was changed of the records.
    pub authoring: Authoring,
    /// The pinned window, while something is compared with it.
    pub comparison: Option<PinnedComparison>,
    /// What follows from records and filter.
    pub answers: Answers,
    /// Work that makes another dataset of this one, or reads it again.
    pub jobs: DocumentJobs,
    /// Whether the map is to show all of it as soon as it is known how far it reaches.
    pub fits_when_known: bool,
}

/// What follows from what is open, each remembered under its whole question.
#[derive(Default)]
pub(super) struct Answers {
    /// The engine, and what it answered.
    pub derived: EngineAnswers,
    /// Whom and what the records name.
    pub names: NamesOfRecords,
    /// The search for text.
    pub finding: Finding,
    /// The rows of the table in their order.
    pub order: TableOrder,
    /// The days on which something changes, while playback needs them.
    pub change_days: KeptChangeDays,
    /// Who says what, and when it was published.
    pub evidence: Evidence,
    /// The part of the map that is looked at; `None`: everything placed lies in it.
    pub in_view: Option<MercatorRect>,
}

/// Work for a document that brings more than an answer.
#[derive(Default)]
pub(super) struct DocumentJobs {
    /// Reads its files again and compares.
    pub rereading: Option<Job<Result<Box<Reloaded>, ReadError>>>,
    /// Makes another dataset of its files; `None` when nobody waits for it any more.
    pub rebuilding: Option<Job<Result<Option<Rebuilt>, ReadError>>>,
    /// Makes what stays when files are closed.
    pub closing: Option<beside::Closing>,
    /// Reckons the digests of its files.
    pub digesting: Option<Job<()>>,
}

/// Which changes of the bookmarks are written, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct BookmarksWritten {
    /// Writes them; `None`: they are kept nowhere.
    pub keeper: Option<bookmarks::BookmarkKeeper>,
    /// The change up to which they are.
    pub written: u64,
    /// The last change that was seen.
    pub seen: u64,
    /// When that was, in seconds.
    pub since: f64,
}

/// A document that is not shown, with what it takes to show it as it was.
pub(super) struct Shelved {
    /// What was open.
    pub document: Document,
    /// Where the map looked.
    pub camera: Pose,
    /// The language that was spoken.
    pub words: Arc<Catalogue>,
}

impl Document {
    /// `dataset` in its whole range, with nothing selected.
    pub(super) fn of(dataset: impl Into<Arc<Dataset>>, settings: &Settings) -> Self {
        let mut document = Self {
            dataset: dataset.into(),
            // Everything, within the limits that the analyst has set.
            filter: Filter {
                stale: settings.stale_limit(),
                ..Filter::default()
            },
            ..Self::default()
        };
        document.show_whole_range();
        document
    }

    /// Another document that is looked at as this one is: with the same way to move through time, and what is typed
    /// into the search.
    pub(super) fn followed_by(&self, dataset: Arc<Dataset>, settings: &Settings) -> Self {
        let mut next = Self::of(dataset, settings);
        next.time = TimeState {
            view: None,
            ..self.time
        };
        next.answers.finding = self.answers.finding.carried_on();
        next
    }

    /// Brings what is derived up to date with what was changed, or starts what will.
    pub(super) fn refresh(&mut self, room: &Room) {
        let answers = &mut self.answers;
        answers.derived.update(room, &self.dataset, &self.filter);
        let engine = answers.derived.engine();
        answers
            .change_days
            .update(engine, &self.filter, &self.time.playback);
        self.compare(room);
    }

    /// Brings what differs from the pinned window up to date, or starts what will.
    pub(super) fn compare(&mut self, room: &Room) {
        if let Some(comparison) = &mut self.comparison {
            comparison.update(room, &self.dataset, &self.filter);
        }
    }

    /// Reads for who says what, once what is drawn of the records is there.
    pub(super) fn read_evidence(&mut self, room: &Room) {
        if !self.answers.derived.is_waiting() {
            self.answers.evidence.update(room, &self.dataset);
        }
    }

    /// What panels may see of it.
    pub(super) fn view(&self) -> DocumentView<'_> {
        DocumentView {
            dataset: &self.dataset,
            filter: &self.filter,
            selection: self.selection,
            time: &self.time,
            briefing: &self.briefing,
            nav: self.history.nav(),
            editing: self.authoring.view(&self.dataset, self.selection.selected),
            compared: self.comparison.as_ref().map(PinnedComparison::view),
        }
    }

    /// What panels may see of what is known of it; how many records lie where, where that `has_density`.
    pub(super) fn answers_view(&self, has_density: bool) -> AnswersView<'_> {
        let Answers {
            derived,
            names,
            finding,
            order,
            change_days,
            in_view,
            ..
        } = &self.answers;
        AnswersView {
            engine: derived.engine(),
            visible: derived.visible(),
            is_behind: derived.is_behind(),
            ordered: order.ordered(),
            found: finding.found(),
            named: names.named(&self.dataset),
            density: derived.density().filter(|_| has_density),
            axis_summary: derived.axis_summary(),
            change_days: change_days.known(),
            in_view: *in_view,
        }
    }

    /// What answers.
    pub(super) const fn engine(&self) -> &Arc<Engine> {
        self.answers.derived.engine()
    }

    /// What the table shows in which order.
    pub(super) fn order_question(&self, settings: &Settings, words: &Catalogue) -> OrderQuestion {
        OrderQuestion {
            revision: self.dataset.revision(),
            filter: self.filter.clone(),
            sort: settings.table.sort,
            lang: words.content(),
        }
    }

    /// Compares what is seen with `side`, or with nothing.
    pub(super) fn pin(&mut self, side: Option<Side>) {
        if self.comparison.as_ref().map(PinnedComparison::side) != side {
            self.comparison = side.map(|side| PinnedComparison::with(side, &self.filter));
        }
    }

    /// Shows a later reading: view and filter stay, and so does the selected record where it is still there.
    pub(super) fn replace(&mut self, dataset: Arc<Dataset>) {
        let record = self
            .selection
            .selected
            .and_then(|row| self.dataset.record(row));
        let id = record.as_ref().and_then(|record| record.id.as_ref());
        self.selection = Selection {
            selected: id.and_then(|id| dataset.row_of(id.as_str())),
            hovered: None,
        };
        self.authoring.forget();
        self.take_dataset(dataset);
    }

    /// Shows more records of the file whose first ones are shown. What the analyst did meanwhile stays,
    /// and a window over all dates still is one.
    pub(super) fn grow(&mut self, dataset: Arc<Dataset>) {
        let extent = TimeState::extent_or_default(self.dataset.extent_in_time());
        let is_whole = self.filter.window.bounds() == extent;
        self.take_dataset(dataset);
        if is_whole {
            self.show_whole_range();
        }
    }

    /// Shows records that were changed, with the one at `selected` selected; a window over all dates still is one.
    pub(super) fn edited(&mut self, dataset: Arc<Dataset>, selected: Option<RowId>) {
        self.selection = Selection {
            selected,
            hovered: None,
        };
        self.grow(dataset);
    }

    /// The order that the table had may name rows which are not there any more.
    fn take_dataset(&mut self, dataset: Arc<Dataset>) {
        if dataset.rows().len() < self.dataset.rows().len() {
            self.answers.order = TableOrder::default();
        }
        self.dataset = dataset;
    }

    /// Sets the window to all dates of the records.
    pub(super) fn show_whole_range(&mut self) {
        let extent = TimeState::extent_or_default(self.dataset.extent_in_time());
        self.filter.window = Window::new(extent.earliest, extent.latest);
    }

    /// Takes over a filter that was kept; one without a window of its own is of all dates.
    pub(super) fn set_filter(&mut self, filter: Filter) {
        let whole = self.filter.window;
        self.filter = filter;
        if self.filter.window == Window::ALL {
            self.filter.window = whole;
        }
    }

    /// How far what the window shows reaches on the map, in longitudes and latitudes; where it shows
    /// nothing, how far everything does.
    pub(super) fn reach_in_window(&self) -> Option<geo::Rect<f64>> {
        let engine = self.engine();
        let shown = engine.reach_in_window(&self.filter);
        shown.or_else(|| engine.reach_of_all())
    }

    /// The title of the window: what is open, and the name of the program.
    pub(super) fn window_title(&self) -> String {
        let names: Vec<&str> = self
            .dataset
            .parts()
            .iter()
            .zip(self.dataset.file_names())
            .filter(|(part, _)| part.source != FileOrigin::Bundled)
            .map(|(_, name)| &**name)
            .collect();
        if names.is_empty() {
            "Sahelscope".to_owned()
        } else {
            format!("{} \u{2013} Sahelscope", names.join(", "))
        }
    }

    /// Puts `next` in the place of this one, which is given back.
    pub(super) const fn swap(&mut self, next: Self) -> Self {
        mem::replace(self, next)
    }
}
