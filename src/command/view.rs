//! Requests about the window of the program itself.

use crate::{model::Lang, theme::ThemeChoice};

/// A dialog; at most one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialog {
    /// Every action by name.
    Palette,
    /// Keys and the legend.
    Help,
    /// What is wrong with the records.
    Issues,
    /// Which property stands for which field.
    Mapping,
    /// Credits and licences.
    About,
    /// A path to open or to export to, typed.
    Path(PathUse),
}

/// What a typed path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathUse {
    /// Open records.
    Open,
    /// Export what is visible.
    Export,
    /// Open a basemap.
    Basemap,
}

/// Changes how the program looks and what of it is open.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewCommand {
    /// Open a dialog.
    Show(Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Show or hide the panel of layers.
    ToggleLeftPanel,
    /// Show or hide the inspector.
    ToggleRightPanel,
    /// Fill the screen, or stop it.
    ToggleFullScreen,
    /// Light, dark, or as the system has it.
    Theme(ThemeChoice),
    /// The language of the program.
    Language(Lang),
    /// The scale of the interface; 1 is the system's.
    Scale(f32),
    /// Draw or hide the relief.
    Relief(bool),
    /// Copy text to the clipboard and say so.
    Copy {
        /// What to copy.
        text: String,
        /// The catalogue key of what to say.
        notice: &'static str,
    },
    /// Open an address in the browser, after its host was shown.
    OpenLink(String),
    /// Take a notice away.
    DismissNotice(u64),
    /// Close the program.
    Quit,
}
