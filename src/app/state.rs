//! All that can change, in one place.

use std::{path::PathBuf, sync::Arc};

use crate::{
    command::Dialog,
    io::views,
    map::overlays::density,
    model::{Lang, Pose, Window},
    query::{Density, index::MercatorRect},
    settings::{Settings, Trouble, bookmarks},
    store::{Briefing, Dataset, Filter, History, PartSource, Selection, Side},
    task::{Job, JobId, Tasks},
    text::{Words, args},
    theme::{Shade, Theme, ThemeChoice},
    timeline::TimeState,
    ui::{
        Scene,
        notice::{Notices, Tone},
    },
};

use super::{
    change_days::KeptChangeDays,
    comparison::Comparison,
    derived::{Derived, Wanted},
    finding::Finding,
    jobs::Outcome,
    names::Names,
    order::{Order, OrderQuestion},
    picture::PictureAsked,
    reload::Reloaded,
    writing::Blocked,
};

/// Which changes of the bookmarks are written, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// Writes them; `None`: they are kept nowhere.
    pub keeper: Option<bookmarks::BookmarkKeeper>,
    /// The change up to which they are.
    pub written: u64,
    /// The last change that was seen.
    pub seen: u64,
    /// When that was, in seconds.
    pub since: f64,
}

/// The state of the program. Only dispatch and the poll of finished jobs change it.
pub(super) struct State {
    /// What is open.
    pub dataset: Arc<Dataset>,
    /// What of it is asked for.
    pub filter: Filter,
    /// What the analyst points at.
    pub selection: Selection,
    /// What is remembered between sessions.
    pub settings: Settings,
    /// Where settings are kept; `None`: nowhere.
    pub settings_path: Option<PathBuf>,
    /// The words of the language.
    pub words: Arc<Words>,
    /// Light or dark.
    pub theme: Theme,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// An address that waits for the analyst's word.
    pub pending_link: Option<String>,
    /// What stands in the field for a path.
    pub typed_path: String,
    /// A picture of the map, while it is asked about.
    pub picture: Option<PictureAsked>,
    /// What is to be written where a file stands, while it waits for the analyst's word.
    pub blocked: Option<Blocked>,
    /// A later reading of what is open that waits for the analyst's word.
    pub reloaded: Option<Reloaded>,
    /// Messages.
    pub notices: Notices,
    /// What follows from dataset and filter.
    pub derived: Derived,
    /// Whom and what the records name.
    pub names: Names,
    /// The search for text.
    pub finding: Finding,
    /// The part of the map that is looked at; `None`: everything placed lies in it.
    pub in_view: Option<MercatorRect>,
    /// The rows of the table in their order.
    pub order: Order,
    /// How the window moves and what the axis shows.
    pub time: TimeState,
    /// Bookmarks of what is open.
    pub briefing: Briefing,
    /// How far the bookmarks are written.
    pub kept: Kept,
    /// The days on which something changes, while playback needs them.
    pub change_days: KeptChangeDays,
    /// The pinned window, while something is compared with it.
    pub comparison: Option<Comparison>,
    /// What was seen before.
    pub history: History,
    /// The title that the window has.
    pub shown_title: String,
}

impl State {
    /// The state at the start, with `dataset` open.
    pub(super) fn new(
        dataset: Dataset,
        settings: Settings,
        settings_path: Option<PathBuf>,
    ) -> Self {
        let mut state = Self {
            filter: filter_of(&settings),
            selection: Selection::default(),
            words: Arc::new(Words::voiced(settings.voice())),
            theme: Theme::of(Shade::Light),
            dialog: None,
            pending_link: None,
            typed_path: String::new(),
            picture: None,
            blocked: None,
            reloaded: None,
            notices: Notices::default(),
            derived: Derived::default(),
            names: Names::default(),
            finding: Finding::default(),
            in_view: None,
            order: Order::default(),
            time: TimeState::default(),
            briefing: Briefing::default(),
            kept: Kept::default(),
            change_days: KeptChangeDays::default(),
            comparison: None,
            history: History::default(),
            shown_title: String::new(),
            dataset: Arc::new(dataset),
            settings,
            settings_path,
        };
        // The records inside the program are few: nothing is left to be made.
        let _ = state.refresh();
        state
    }

    /// Brings what is derived up to date with what was changed; the answer is what must be made for that
    /// off the drawing thread.
    pub(super) fn refresh(&mut self) -> Option<Wanted> {
        let wanted = self.derived.update(&self.dataset, &self.filter);
        let engine = self.derived.engine();
        self.change_days
            .update(engine, &self.filter, &self.time.playback);
        wanted
    }

    /// Brings what differs from the pinned window up to date, or starts what will.
    pub(super) fn compare(&mut self, tasks: &mut Tasks<Outcome>) {
        if let Some(comparison) = &mut self.comparison {
            comparison.update(tasks, &self.dataset, &self.filter);
        }
    }

    /// A job has ended, however it did: whoever waited for it takes what it left.
    pub(super) fn answered(&mut self, id: JobId) {
        self.order.ended(id);
        self.finding.ended(id, &self.dataset);
        self.names.ended(id);
        if let Some(picture) = &mut self.picture {
            picture.ended(id);
        }
        if let Some(comparison) = &mut self.comparison {
            comparison.ended(id);
        }
    }

    /// What panels may look at.
    pub(super) fn scene<'a>(&'a self, jobs: &'a [Job]) -> Scene<'a> {
        Scene {
            dataset: &self.dataset,
            visible: self.derived.visible(),
            named: self.names.named(&self.dataset),
            found: self.finding.found(),
            ordered: self.order.ordered(),
            engine: self.derived.engine(),
            is_behind: self.derived.is_behind(),
            density: self.density(),
            axis_summary: self.derived.axis_summary(),
            in_view: self.in_view,
            filter: &self.filter,
            selection: self.selection,
            time: &self.time,
            ways: self.history.ways(),
            briefing: &self.briefing,
            change_days: self.change_days.known(),
            compared: self.comparison.as_ref().map(Comparison::view),
            theme: &self.theme,
            words: &self.words,
            settings: &self.settings,
            dialog: self.dialog,
            pending_link: self.pending_link.as_deref(),
            typed_path: &self.typed_path,
            picture: self.picture.as_ref().map(PictureAsked::view),
            standing: self.blocked.as_ref().map(Blocked::standing),
            reread: self.reloaded.as_ref().map(Reloaded::reread),
            notices: &self.notices,
            jobs,
        }
    }

    /// What the table shows in which order.
    pub(super) fn order_question(&self) -> OrderQuestion {
        OrderQuestion {
            revision: self.dataset.revision(),
            filter: self.filter.clone(),
            sort: self.settings.table.sort,
            lang: self.words.content(),
        }
    }

    /// Shows another dataset with nothing selected: as its file wants it to be seen, else in its
    /// whole range. Returns where the file wants the map to look.
    pub(super) fn show(&mut self, dataset: impl Into<Arc<Dataset>>) -> Option<Pose> {
        self.dataset = dataset.into();
        self.filter = filter_of(&self.settings);
        self.selection = Selection::default();
        self.history = History::default();
        self.comparison = None;
        self.time.view = None;
        self.show_whole_range();
        self.take_bookmarks();
        let (view, lang) = views::view_of(&self.dataset)?;
        let whole = self.filter.window;
        view.set_time(&mut self.time);
        self.filter = view.filter;
        if self.filter.window == Window::ALL {
            self.filter.window = whole;
        }
        self.settings.overlays.follow(&view.overlays);
        self.pin(view.pinned);
        if let Some(lang) = lang {
            self.speak_for_now(lang);
        }
        view.camera
    }

    /// Compares what is seen with `side`, or with nothing.
    pub(super) fn pin(&mut self, side: Option<Side>) {
        if self.comparison.as_ref().map(Comparison::side) != side {
            self.comparison = side.map(|side| Comparison::with(side, &self.filter));
        }
    }

    /// Shows a later reading of what is open: view and filter stay, and so does the selected record where
    /// it is still there.
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
        self.dataset = dataset;
    }

    /// The bookmarks of what is open: those kept on this machine, else those of the files.
    pub(super) fn take_bookmarks(&mut self) {
        let settings = self.settings_path.as_deref();
        let path = settings.map(|settings| bookmarks::path(settings, &self.dataset));
        let found = bookmarks::load(path.as_deref(), &self.dataset);
        self.briefing = Briefing::of(found.bookmarks);
        self.kept = Kept {
            keeper: found.keeper,
            ..Kept::default()
        };
        if let Some(trouble) = found.trouble {
            let keys = ["bookmarks-set-aside", "bookmarks-unreadable"];
            self.tell_trouble(keys, trouble);
        }
    }

    /// Says what is wrong with a file of the program's own, with the sentence for one that was set aside
    /// and the one for one that cannot be read.
    pub(super) fn tell_trouble(&mut self, [aside, unreadable]: [&str; 2], trouble: Trouble) {
        let (key, name) = match trouble {
            Trouble::SetAside(path) => (aside, path.display().to_string()),
            Trouble::Unreadable(path) => (unreadable, path.display().to_string()),
            Trouble::Unknown(names) => ("settings-unknown", names.join(", ")),
        };
        let sentence = self.words.with(key, args!(name: name.as_str()));
        self.notices.post(Tone::Warning, sentence);
    }

    /// How many records lie where, while that is asked for.
    fn density(&self) -> Option<&Arc<Density>> {
        self.settings
            .overlays
            .is_on(density::ID)
            .then(|| self.derived.density())
            .flatten()
    }

    /// How far what the window shows reaches on the map, in longitudes and latitudes; where it shows
    /// nothing, how far everything does.
    pub(super) fn reach_in_window(&self) -> Option<geo::Rect<f64>> {
        let engine = self.derived.engine();
        let shown = engine.reach_in_window(&self.filter);
        shown.or_else(|| engine.reach_of_all())
    }

    /// Sets the window to all dates of the records.
    pub(super) fn show_whole_range(&mut self) {
        let extent = TimeState::extent_or_default(self.dataset.extent_in_time());
        self.filter.window = Window::new(extent.earliest, extent.latest);
    }

    /// The title of the window: what is open, and the name of the program.
    pub(super) fn window_title(&self) -> String {
        let names: Vec<&str> = self
            .dataset
            .parts()
            .iter()
            .filter(|part| part.source != PartSource::Bundled)
            .map(|part| part.name.as_str())
            .collect();
        if names.is_empty() {
            "Sahelscope".to_owned()
        } else {
            format!("{} \u{2013} Sahelscope", names.join(", "))
        }
    }

    /// Speaks `lang` from now on; the language of the system when it is `None`.
    pub(super) fn speak(&mut self, lang: Option<Lang>) {
        self.settings.language = lang.map(|lang| lang.code().to_owned());
        self.learn_voice();
    }

    /// Speaks as the settings say.
    pub(super) fn learn_voice(&mut self) {
        self.words = Arc::new(Words::voiced(self.settings.voice()));
    }

    /// The shade that the settings and the system ask for.
    pub(super) fn shade(&self, ctx: &egui::Context) -> Shade {
        match self.settings.theme {
            ThemeChoice::Light => Shade::Light,
            ThemeChoice::Dark => Shade::Dark,
            ThemeChoice::System => match ctx.system_theme() {
                Some(egui::Theme::Dark) => Shade::Dark,
                Some(egui::Theme::Light) | None => Shade::Light,
            },
        }
    }
}

/// What is asked for when records are opened: everything, with the limits that the analyst has set.
fn filter_of(settings: &Settings) -> Filter {
    Filter {
        stale: settings.stale_limit(),
        ..Filter::default()
    }
}
