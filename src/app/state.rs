//! All that can change, in one place.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    command::{Dialog, Exported, PathUse, with_ending},
    data::{Dataset, Filter},
    io::views,
    model::{Lang, Pose},
    query::Engine,
    session::Briefing,
    settings::{Settings, Trouble, bookmarks},
    text::{Locale, args},
    theme::{Shade, ThemeChoice},
    ui::{
        PanelContext, export_name,
        notice::{Notices, Tone},
    },
    work::Underway,
};

use super::{
    chrome::Chrome,
    document::{BookmarksWritten, Document, Shelved},
    reader::ReaderPane,
};

/// The state of the program. Only dispatch and the poll of finished jobs change it.
pub(super) struct State {
    /// What is open.
    pub document: Document,
    /// What is remembered between sessions.
    pub settings: Settings,
    /// The window around it.
    pub chrome: Chrome,
    /// Documents that are read beside it.
    pub reader: ReaderPane,
    /// Messages.
    pub notices: Notices,
}

impl State {
    /// The state at the start, with `dataset` open.
    pub(super) fn new(dataset: Dataset, settings: Settings) -> Self {
        Self {
            document: Document::of(dataset, &settings),
            chrome: Chrome::of(&settings),
            reader: ReaderPane::default(),
            notices: Notices::default(),
            settings,
        }
    }

    /// What panels may look at.
    pub(super) fn context<'a>(&'a self, jobs: &'a [Underway]) -> PanelContext<'a> {
        let has_density = self.chrome.shows_density;
        PanelContext {
            document: self.document.view(),
            answers: self.document.answers_view(has_density),
            words: &self.chrome.words,
            theme: &self.chrome.theme,
            settings: &self.settings,
            chrome: self.chrome.view(),
            reader: self.reader.view(&self.document.dataset),
            notices: &self.notices,
            jobs,
        }
    }

    /// Opens `dataset` in the place of what is open, which is given back: as its file wants it to be seen, else in its
    /// whole range, with the bookmarks that are kept beside `settings`. Also says where the file wants the map to look.
    pub(super) fn open(
        &mut self,
        dataset: Arc<Dataset>,
        engine: Option<Arc<Engine>>,
        camera: Pose,
        settings: Option<&Path>,
    ) -> (Shelved, Option<Pose>) {
        let next = self.document.followed_by(dataset, &self.settings);
        let shelved = Shelved {
            document: self.document.swap(next),
            camera,
            words: Arc::clone(&self.chrome.words),
        };
        if let Some(engine) = engine {
            self.document.answers.derived.take(engine);
        }
        self.take_bookmarks(settings);
        let Some((view, lang)) = views::view_of(&self.document.dataset) else {
            return (shelved, None);
        };
        view.set_time(&mut self.document.time);
        self.document.set_filter(view.filter);
        self.settings.overlays.follow(&view.overlays);
        self.document.pin(view.pinned);
        if let Some(lang) = lang {
            self.speak_for_now(lang);
        }
        (shelved, view.camera)
    }

    /// Shows again what was set aside. Gives back what was open instead, and where the map looked.
    pub(super) fn bring_back(&mut self, shelved: Shelved) -> (Document, Pose) {
        self.chrome.words = shelved.words;
        (self.document.swap(shelved.document), shelved.camera)
    }

    /// The bookmarks of what is open: those kept on this machine beside `settings`, else those of the files.
    pub(super) fn take_bookmarks(&mut self, settings: Option<&Path>) {
        let document = &mut self.document;
        let path = settings.map(|settings| bookmarks::path(settings, &document.dataset));
        let found = bookmarks::load(path.as_deref(), &document.dataset);
        document.briefing = Briefing::of(found.bookmarks);
        document.kept = BookmarksWritten {
            keeper: found.keeper,
            ..BookmarksWritten::default()
        };
        if let Some(trouble) = found.trouble {
            let keys = ["bookmarks-set-aside", "bookmarks-unreadable"];
            self.tell_trouble(keys, trouble);
        }
    }

    /// The bookmarks of what is open once other files are open beside it or are closed: those kept for these files, or
    /// those of the files, and behind them what was there before.
    pub(super) fn carry_bookmarks(&mut self, settings: Option<&Path>) {
        let before = std::mem::take(&mut self.document.briefing);
        self.take_bookmarks(settings);
        let briefing = &mut self.document.briefing;
        let at = before.at();
        for bookmark in before.steps() {
            if !briefing.steps().contains(bookmark) {
                briefing.append(bookmark.clone());
            }
        }
        let current = at.and_then(|at| before.steps().get(at));
        let at = current.and_then(|it| briefing.steps().iter().position(|step| step == it));
        if let (Some(at), true) = (at, before.presented().is_some()) {
            briefing.go(at);
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
        self.say_with(Tone::Warning, key, args!(name: name.as_str()));
    }

    /// Says the sentence called `key`.
    pub(super) fn say(&mut self, tone: Tone, key: &str) {
        let sentence = self.chrome.words.get(key).to_owned();
        self.notices.post(tone, sentence);
    }

    /// Says the sentence called `key` with `args` in it.
    pub(super) fn say_with(
        &mut self,
        tone: Tone,
        key: &str,
        args: &[(&str, crate::text::Arg<'_>)],
    ) {
        let sentence = self.chrome.words.with(key, args);
        self.notices.post(tone, sentence);
    }

    /// Speaks `lang` from now on; the language of the system when it is `None`.
    pub(super) fn speak(&mut self, lang: Option<Lang>) {
        self.settings.language = lang.map(|lang| lang.code().to_owned());
        self.learn_locale();
    }

    /// Speaks as the settings say.
    pub(super) fn learn_locale(&mut self) {
        self.chrome.speak(self.settings.locale());
    }

    /// Speaks `lang` until the program ends or the analyst chooses another.
    pub(super) fn speak_for_now(&mut self, lang: Lang) {
        if self.chrome.words.lang() != lang {
            self.chrome.speak(Locale {
                lang,
                ..self.settings.locale()
            });
        }
    }

    /// Whether time runs from the right: in Arabic, if the settings say so.
    pub(super) fn time_from_right(&self) -> bool {
        self.settings.time_from_right && self.chrome.words.lang().is_rtl()
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

    /// Asks for a path, beginning with the folder of the last file and, for what is written, a name.
    pub(super) fn ask_path(&mut self, purpose: PathUse) {
        let folder = self.settings.folder();
        let path = match purpose {
            PathUse::Open
            | PathUse::OpenInPlace
            | PathUse::Merge
            | PathUse::Basemap
            | PathUse::Document
            | PathUse::Verify => folder.join(""),
            PathUse::Export(what) => folder.join(file_name(what, &self.document.filter)),
        };
        self.chrome.ask_path(Dialog::Path(purpose), &path);
    }

    /// Keeps files in the list of those that were open.
    pub(super) fn remember_files(&mut self, files: &[PathBuf]) {
        for file in files.iter().rev() {
            self.settings.remember(file);
        }
    }
}

fn file_name(what: Exported, filter: &Filter) -> String {
    match what {
        Exported::Shown => export_name(&filter.window),
        Exported::Tray => "tray.geojson".to_owned(),
        Exported::Changes => "difference.geojson".to_owned(),
        Exported::Picture | Exported::Bundle | Exported::Report => {
            let endings = what.endings();
            let ending = endings.first().copied().unwrap_or_default();
            let name = with_ending(export_name(&filter.window).as_ref(), ending);
            name.display().to_string()
        }
    }
}
