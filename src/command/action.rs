//! The table of actions: one entry feeds the menu, its keys, the palette and the help.

mod analysis;
mod playback;

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::{model::Lang, theme::ThemeChoice, timeline::Mode};

use super::{
    Command, Dialog, FileCommand, FilterCommand, MapCommand, PathUse, SearchCommand, SelectCommand,
    TimeCommand, ViewCommand,
};

/// Where an action stands in menus and in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Files.
    File,
    /// Time.
    Time,
    /// The map.
    Map,
    /// Records.
    Record,
    /// What was seen, what is kept of it, what differs.
    Analysis,
    /// The window of the program.
    View,
}

impl Group {
    /// The menus, in the order of the bar.
    pub const MENUS: [Self; 6] = [
        Self::File,
        Self::Time,
        Self::Map,
        Self::Record,
        Self::Analysis,
        Self::View,
    ];

    /// Catalogue key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Time => "menu-time",
            Self::Map => "menu-map",
            Self::Record => "menu-record",
            Self::Analysis => "menu-analysis",
            Self::View => "menu-view",
        }
    }
}

/// Something that can be done without pointing at anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Catalogue key of its name.
    pub key: &'static str,
    /// Where it stands.
    pub group: Group,
    /// Its keys; the first is shown.
    pub shortcuts: &'static [KeyboardShortcut],
    /// What it asks for.
    pub command: Command,
    /// Whether a line is drawn above it in its menu.
    pub begins_section: bool,
}

impl Action {
    /// The keys that are shown.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.shortcuts.first().copied()
    }

    /// Catalogue key of what it does; not every action needs the words.
    #[must_use]
    pub fn hint_key(&self) -> String {
        format!("{}-hint", self.key)
    }

    fn after_line(mut self) -> Self {
        self.begins_section = true;
        self
    }
}

/// Every action, menu by menu.
#[must_use]
pub fn all() -> &'static [Action] {
    static ACTIONS: LazyLock<Vec<Action>> = LazyLock::new(|| {
        let analysis = analysis::analysis();
        [
            file(),
            time(),
            playback::playback(),
            map(),
            record(),
            analysis,
            view(),
        ]
        .into_iter()
        .flatten()
        .collect()
    });
    &ACTIONS
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

fn action(
    group: Group,
    key: &'static str,
    shortcuts: &'static [KeyboardShortcut],
    command: impl Into<Command>,
) -> Action {
    Action {
        key,
        group,
        shortcuts,
        command: command.into(),
        begins_section: false,
    }
}

fn file() -> Vec<Action> {
    let file = |key, shortcuts, command: Command| action(Group::File, key, shortcuts, command);
    let path = |purpose| ViewCommand::Show(Dialog::Path(purpose)).into();
    let show = |dialog| ViewCommand::Show(dialog).into();
    vec![
        file(
            "action-open",
            const { &[ctrl(Key::O)] },
            FileCommand::AskOpen.into(),
        ),
        file("action-open-path", &[], path(PathUse::Open)),
        file(
            "action-reload",
            const { &[plain(Key::F5)] },
            FileCommand::Reload.into(),
        ),
        file("action-open-bundled", &[], FileCommand::OpenBundled.into()),
        file(
            "action-export",
            const { &[ctrl(Key::E), ctrl(Key::S)] },
            FileCommand::AskExport.into(),
        )
        .after_line(),
        file("action-export-path", &[], path(PathUse::Export)),
        file(
            "action-export-tray",
            const { &[ctrl_shift(Key::E)] },
            FileCommand::AskExportTray.into(),
        ),
        file("action-mapping", &[], show(Dialog::Mapping)).after_line(),
        file("action-issues", &[], show(Dialog::Issues)),
        file("action-basemap", &[], FileCommand::AskBasemap.into()).after_line(),
        file(
            "action-basemap-bundled",
            &[],
            FileCommand::Basemap(None).into(),
        ),
        file(
            "action-quit",
            const { &[ctrl(Key::Q)] },
            ViewCommand::Quit.into(),
        )
        .after_line(),
    ]
}

fn time() -> Vec<Action> {
    let time = |key, shortcuts, command: TimeCommand| action(Group::Time, key, shortcuts, command);
    let step = |forward| TimeCommand::Step { forward };
    let big_step = |forward| TimeCommand::BigStep { forward };
    let record = |forward| TimeCommand::Record { forward };
    let jump = |to_end| TimeCommand::Jump { to_end };
    vec![
        time(
            "action-play",
            const { &[plain(Key::Space)] },
            TimeCommand::PlayPause,
        ),
        time("action-reverse", &[], TimeCommand::Reverse),
        time(
            "action-step-forward",
            const { &[plain(Key::ArrowRight)] },
            step(true),
        )
        .after_line(),
        time(
            "action-step-back",
            const { &[plain(Key::ArrowLeft)] },
            step(false),
        ),
        time(
            "action-big-step-forward",
            const { &[shift(Key::ArrowRight)] },
            big_step(true),
        ),
        time(
            "action-big-step-back",
            const { &[shift(Key::ArrowLeft)] },
            big_step(false),
        ),
        time(
            "action-next-record",
            const { &[ctrl(Key::ArrowRight)] },
            record(true),
        )
        .after_line(),
        time(
            "action-previous-record",
            const { &[ctrl(Key::ArrowLeft)] },
            record(false),
        ),
        time("action-first", const { &[plain(Key::Home)] }, jump(false)),
        time("action-last", const { &[plain(Key::End)] }, jump(true)),
        time("action-whole-range", &[], TimeCommand::WholeRange).after_line(),
        time(
            "action-mode-window",
            &[],
            TimeCommand::SetMode(Mode::Window),
        ),
        time(
            "action-mode-cumulative",
            &[],
            TimeCommand::SetMode(Mode::Cumulative),
        ),
        time(
            "action-mode-instant",
            &[],
            TimeCommand::SetMode(Mode::Instant),
        ),
        time(
            "action-grow",
            const { &[plain(Key::CloseBracket)] },
            TimeCommand::Grow { longer: true },
        )
        .after_line(),
        time(
            "action-shrink",
            const { &[plain(Key::OpenBracket)] },
            TimeCommand::Grow { longer: false },
        ),
        time(
            "action-other-clock",
            const { &[plain(Key::R)] },
            TimeCommand::OtherClock,
        )
        .after_line(),
        time(
            "action-known",
            const { &[plain(Key::K)] },
            TimeCommand::ToggleKnown,
        ),
        time(
            "action-zoom-to-window",
            const { &[plain(Key::Z)] },
            TimeCommand::ZoomToWindow,
        )
        .after_line(),
        time(
            "action-zoom-to-all-time",
            const { &[shift(Key::Z)] },
            TimeCommand::View(None),
        ),
    ]
}

fn map() -> Vec<Action> {
    let map = |key, shortcuts, command: MapCommand| action(Group::Map, key, shortcuts, command);
    vec![
        map(
            "action-zoom-in",
            const { &[plain(Key::Plus), plain(Key::Equals)] },
            MapCommand::ZoomIn,
        ),
        map(
            "action-zoom-out",
            const { &[plain(Key::Minus)] },
            MapCommand::ZoomOut,
        ),
        map(
            "action-fit-all",
            const { &[plain(Key::Num0)] },
            MapCommand::FitAll,
        ),
        action(
            Group::Map,
            "action-density",
            const { &[plain(Key::D)] },
            ViewCommand::ToggleDensity,
        )
        .after_line(),
    ]
}

fn record() -> Vec<Action> {
    let record = |key, shortcuts, command: Command| action(Group::Record, key, shortcuts, command);
    let walk = |forward| SelectCommand::Walk { forward }.into();
    vec![
        record("action-select-next", const { &[plain(Key::N)] }, walk(true)),
        record(
            "action-select-previous",
            const { &[plain(Key::P)] },
            walk(false),
        ),
        record(
            "action-clear-selection",
            const { &[plain(Key::Escape)] },
            SelectCommand::Clear.into(),
        ),
        record(
            "action-find",
            const { &[ctrl(Key::F)] },
            SearchCommand::Focus.into(),
        )
        .after_line(),
        record(
            "action-certain-only",
            const { &[plain(Key::C)] },
            FilterCommand::ToggleCertainOnly.into(),
        )
        .after_line(),
        record("action-clear-filters", &[], FilterCommand::Clear.into()),
    ]
}

fn view() -> Vec<Action> {
    let view = |key, shortcuts, command: ViewCommand| action(Group::View, key, shortcuts, command);
    vec![
        view(
            "action-palette",
            const { &[ctrl(Key::K), ctrl(Key::P)] },
            ViewCommand::Show(Dialog::Palette),
        ),
        view(
            "action-help",
            const { &[plain(Key::F1)] },
            ViewCommand::Show(Dialog::Help),
        ),
        view(
            "action-left-panel",
            const { &[ctrl(Key::B)] },
            ViewCommand::ToggleLeftPanel,
        )
        .after_line(),
        view(
            "action-right-panel",
            const { &[ctrl(Key::I)] },
            ViewCommand::ToggleRightPanel,
        ),
        view(
            "action-table",
            const { &[plain(Key::T)] },
            ViewCommand::ToggleTable,
        ),
        view(
            "action-full-screen",
            const { &[plain(Key::F11)] },
            ViewCommand::ToggleFullScreen,
        ),
        view(
            "action-theme-light",
            &[],
            ViewCommand::Theme(ThemeChoice::Light),
        )
        .after_line(),
        view(
            "action-theme-dark",
            &[],
            ViewCommand::Theme(ThemeChoice::Dark),
        ),
        view(
            "action-theme-system",
            &[],
            ViewCommand::Theme(ThemeChoice::System),
        ),
        view("action-language-en", &[], ViewCommand::Language(Lang::En)).after_line(),
        view("action-language-fr", &[], ViewCommand::Language(Lang::Fr)),
        view("action-language-ar", &[], ViewCommand::Language(Lang::Ar)),
        view(
            "action-larger",
            const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
            ViewCommand::ScaleBy(SCALE_STEP),
        )
        .after_line(),
        view(
            "action-smaller",
            const { &[ctrl(Key::Minus)] },
            ViewCommand::ScaleBy(-SCALE_STEP),
        ),
        view(
            "action-normal-size",
            const { &[ctrl(Key::Num0)] },
            ViewCommand::Scale(1.0),
        ),
        view(
            "action-settings",
            const { &[ctrl(Key::Comma)] },
            ViewCommand::Show(Dialog::Settings),
        )
        .after_line(),
        view("action-about", &[], ViewCommand::Show(Dialog::About)).after_line(),
    ]
}

/// How much one step makes the interface larger.
const SCALE_STEP: f32 = 0.125;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key() {
        let mut seen = HashSet::new();
        for action in all() {
            for shortcut in action.shortcuts {
                assert!(seen.insert(*shortcut), "{}: {shortcut:?}", action.key);
            }
        }
    }

    #[test]
    fn every_action_has_a_name_in_each_language() {
        for lang in Lang::ALL {
            let words = crate::text::Words::new(lang);
            for action in all() {
                assert!(words.has(action.key), "{lang}: {}", action.key);
            }
        }
    }
}
