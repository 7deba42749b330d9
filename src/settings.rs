//! What the program remembers between sessions: one small JSON file, written atomically, in which windows that
//! are open at once put what each of them has changed.

pub mod bookmarks;
mod file;
mod layouts;
mod merge;
mod overlays;
pub mod paths;
mod session;
mod shared;
mod table;
mod trouble;

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};
use serde::{Deserialize, Serialize};

use crate::{
    io,
    map::overlays::density,
    model::{Lang, StaleLimit, Switches},
    text::{Digits, Locale},
    theme::{MotionChoice, ThemeChoice},
    timeline::Arrangement,
};

pub use file::{Loaded, SettingsKeeper, load};
pub use layouts::Layouts;
pub use session::{Selected, Session, SessionKeeper};
pub use table::{ColumnSetting, TableSettings, WIDTHS};
pub use trouble::Trouble;

/// Files that the list of recent ones holds.
const RECENT_FILES: usize = 10;
/// Scales of the interface that keep it legible and on the screen.
pub const SCALES: std::ops::RangeInclusive<f32> = 0.75..=2.0;

/// How large the analyst has made the panels, in points; `None`: as large as they are at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelSizes {
    /// Width of the panel of layers.
    pub layers: Option<f32>,
    /// Width of the pane of documents.
    pub reader: Option<f32>,
    /// Width of the inspector.
    pub inspector: Option<f32>,
    /// Height of the timeline.
    pub timeline: Option<f32>,
    /// Height of the table below the map.
    pub table: Option<f32>,
    /// Width of the table beside the map.
    pub table_beside: Option<f32>,
}

/// All that is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that is on or off by itself"
)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// BCP 47 code of the language; `None`: the system's.
    pub language: Option<String>,
    /// BCP 47 code of the language of records; `None`: the program's.
    pub content_language: Option<String>,
    /// The digits of Arabic.
    pub digits: Digits,
    /// Whether time runs from the right in Arabic.
    pub time_from_right: bool,
    /// Scale of the interface.
    pub scale: f32,
    /// How much slides and flies.
    pub motion: MotionChoice,
    /// Width and height of the window, in points.
    pub window_size: [f32; 2],
    /// Whether the window fills the screen.
    pub is_maximized: bool,
    /// Whether the panel of layers is open.
    pub left_panel: bool,
    /// Whether the inspector is open.
    pub right_panel: bool,
    /// After how many months without a confirmation a presence is of unknown status.
    pub stale_months: u16,
    /// Which overlays of the map are shown, each as a member by its id.
    #[serde(flatten, with = "overlays")]
    pub overlays: Switches,
    /// Whether marks are shown although records are many.
    pub marks_of_many: bool,
    /// How the lanes of the timeline are arranged.
    pub lanes: Arrangement,
    /// Files opened before, the last one first.
    #[serde(with = "paths::list")]
    pub recent: Vec<PathBuf>,
    /// A basemap archive of the analyst's own.
    #[serde(with = "paths::optional")]
    pub basemap: Option<PathBuf>,
    /// How the columns of foreign files were read.
    pub layouts: Layouts,
    /// The table of records.
    pub table: TableSettings,
    /// The panels.
    pub panels: PanelSizes,
    /// Who makes changes; `None`: whoever the system says.
    pub author: Option<String>,
    /// Where copies of records go that have no folder of their own; `None`: among the user's documents.
    #[serde(with = "paths::optional")]
    pub records_folder: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: None,
            content_language: None,
            digits: Digits::Western,
            time_from_right: false,
            scale: 1.0,
            motion: MotionChoice::System,
            window_size: [1280.0, 800.0],
            is_maximized: false,
            left_panel: true,
            right_panel: true,
            stale_months: StaleLimit::default().months(),
            overlays: crate::map::overlays::at_first(),
            marks_of_many: false,
            lanes: Arrangement::default(),
            recent: Vec::new(),
            basemap: None,
            layouts: Layouts::default(),
            table: TableSettings::default(),
            panels: PanelSizes::default(),
            author: None,
            records_folder: None,
        }
    }
}

/// Returns the settings file in the user's configuration folder, where there is one.
#[must_use]
pub fn path() -> Option<PathBuf> {
    ProjectDirs::from("org", "sahelscope", "sahelscope")
        .map(|dirs| dirs.config_dir().join("settings.json"))
}

impl Settings {
    /// Returns the language to use: the chosen one, else the system's, else English.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.language
            .as_deref()
            .and_then(Lang::from_tag)
            .or_else(system_lang)
            .unwrap_or_default()
    }

    /// Returns the languages and digits to speak in.
    #[must_use]
    pub fn locale(&self) -> Locale {
        let lang = self.lang();
        let content = self.content_language.as_deref().and_then(Lang::from_tag);
        Locale {
            lang,
            content: content.unwrap_or(lang),
            digits: self.digits,
        }
    }

    /// Returns the folder of the last file, else the user's own.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        let last = self.recent.first().and_then(|file| file.parent());
        last.map(Path::to_path_buf)
            .or_else(|| Some(UserDirs::new()?.home_dir().to_path_buf()))
            .unwrap_or_default()
    }

    /// Puts `file` at the head of the recent ones.
    pub fn remember(&mut self, file: &Path) {
        let file = io::small::from_root(file);
        self.recent.retain(|known| *known != file);
        self.recent.insert(0, file);
        self.recent.truncate(RECENT_FILES);
    }

    /// Returns what is wanted of the density of records on the map.
    #[must_use]
    pub fn density(&self) -> density::ShownDensity {
        density::ShownDensity {
            density: self.overlays.is_on(density::ID),
            marks_of_many: self.marks_of_many,
        }
    }

    /// Returns after how long without a confirmation a presence is of unknown status.
    #[must_use]
    pub const fn stale_limit(&self) -> StaleLimit {
        StaleLimit::of_months(self.stale_months)
    }

    fn within_bounds(mut self) -> Self {
        let [width, height] = self.window_size;
        let sane = |length: f32, least: f32| {
            if length.is_finite() {
                length.clamp(least, 16_384.0)
            } else {
                least
            }
        };
        self.window_size = [sane(width, 640.0), sane(height, 480.0)];
        self.scale = if self.scale.is_finite() {
            self.scale.clamp(*SCALES.start(), *SCALES.end())
        } else {
            1.0
        };
        self.stale_months = self.stale_limit().months();
        self.table = self.table.within_bounds();
        self
    }
}

/// Returns the language of the first locale variable that is set, as POSIX ranks them; where none is, as on
/// Windows, the first of the system's languages that is one of ours.
#[must_use]
pub fn system_lang() -> Option<Lang> {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|locale| !locale.is_empty());
    match named {
        Some(locale) => Lang::from_tag(&locale),
        None => sys_locale::get_locales().find_map(|locale| Lang::from_tag(&locale)),
    }
}

#[cfg(test)]
mod tests;
