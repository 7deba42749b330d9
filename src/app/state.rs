//! All that can change, in one place.

use std::{path::PathBuf, sync::Arc};

use crate::{
    command::Dialog,
    model::{Lang, Window},
    settings::Settings,
    store::{Dataset, Filter, PartSource, Selection},
    task::Job,
    text::Words,
    theme::{Shade, Theme, ThemeChoice},
    timeline::TimeState,
    ui::{Scene, notice::Notices},
};

use super::derived::Derived;

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
    /// Messages.
    pub notices: Notices,
    /// What follows from dataset and filter.
    pub derived: Derived,
    /// How the window moves and what the axis shows.
    pub time: TimeState,
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
            filter: Filter::default(),
            selection: Selection::default(),
            words: Arc::new(Words::new(settings.lang())),
            theme: Theme::of(Shade::Light),
            dialog: None,
            pending_link: None,
            notices: Notices::default(),
            derived: Derived::default(),
            time: TimeState::default(),
            shown_title: String::new(),
            dataset: Arc::new(dataset),
            settings,
            settings_path,
        };
        state.refresh();
        state
    }

    /// Brings what is derived up to date with what was changed.
    pub(super) fn refresh(&mut self) {
        self.derived.update(&self.dataset, &self.filter);
    }

    /// What panels may look at.
    pub(super) fn scene<'a>(&'a self, jobs: &'a [Job]) -> Scene<'a> {
        Scene {
            dataset: &self.dataset,
            matching: self.derived.matching(),
            visible: self.derived.visible(),
            filter: &self.filter,
            selection: self.selection,
            time: &self.time,
            theme: &self.theme,
            words: &self.words,
            settings: &self.settings,
            dialog: self.dialog,
            pending_link: self.pending_link.as_deref(),
            notices: &self.notices,
            jobs,
        }
    }

    /// Shows another dataset in its whole range, with nothing selected.
    pub(super) fn show(&mut self, dataset: Dataset) {
        self.dataset = Arc::new(dataset);
        self.filter = Filter::default();
        self.selection = Selection::default();
        self.time.view = None;
        self.show_whole_range();
    }

    /// Sets the window to all dates of the records.
    pub(super) fn show_whole_range(&mut self) {
        let extent = TimeState::extent_or_default(self.dataset.columns().extent_in_time());
        self.filter.window = Window::new(extent.earliest, extent.latest);
    }

    /// What was seen last, where the records inside the program are open.
    pub(super) fn restore_view(&mut self) {
        self.show_whole_range();
        let window = self.settings.view.window.as_deref();
        if let Some(Ok(window)) = window.map(Window::parse) {
            self.filter.window = window;
        }
        self.refresh();
    }

    /// Remembers the window for the next start; other files have windows of their own.
    pub(super) fn keep_window(&mut self) {
        if self.dataset.is_bundled() {
            self.settings.view.window = Some(self.filter.window.to_string());
        }
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

    /// Speaks `lang` from now on.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.settings.language = Some(lang.code().to_owned());
        self.words = Arc::new(Words::new(lang));
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
