//! Requests about the window of the program itself.

use crate::{
    io::{document, formats},
    model::{Lang, Layer},
    text::Digits,
    theme::{MotionChoice, ThemeChoice},
};

use super::Exported;

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
    /// Languages, looks and sizes.
    Settings,
    /// Credits and licences.
    About,
    /// Records that were deleted.
    Deleted,
    /// Where a colleague's file says otherwise.
    Merge,
    /// What has changed in the open files.
    Reload,
    /// Whether to open an address.
    Link,
    /// A path to open or to export to, typed.
    Path(PathUse),
    /// What a picture of the map is to look like.
    Picture,
    /// What a report is to hold.
    Report,
    /// Whether a file may be written over.
    Overwrite,
    /// Which value all marked records are to have.
    Bulk,
    /// What is to become of changes that are not saved.
    Unsaved,
    /// What came of verifying a bundle.
    Verdict,
}

/// What a typed path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathUse {
    /// Open records, beside what is open.
    Open,
    /// Open records in place of what is open.
    OpenInPlace,
    /// Put a colleague's file, or the file in a colleague's folder, beside what is open.
    Merge,
    /// Open a basemap.
    Basemap,
    /// Read a document.
    Document,
    /// Verify a bundle.
    Verify,
    /// Write something.
    Export(Exported),
}

impl PathUse {
    /// Catalogue key of what the dialog is called.
    #[must_use]
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Open => "path-open",
            Self::OpenInPlace => "path-open-in-place",
            Self::Merge => "path-merge",
            Self::Basemap => "path-basemap",
            Self::Document => "path-document",
            Self::Verify => "path-verify",
            Self::Export(what) => what.title_key(),
        }
    }

    /// Catalogue key of the kind of file.
    #[must_use]
    pub const fn filter_key(self) -> &'static str {
        match self {
            Self::Export(Exported::Picture) => "file-filter-png",
            Self::Verify | Self::Export(Exported::Bundle) => "file-filter-bundle",
            Self::Export(Exported::Report) => "file-filter-html",
            Self::Open | Self::OpenInPlace | Self::Merge | Self::Export(_) => "file-filter-records",
            Self::Basemap => "file-filter-basemap",
            Self::Document => "file-filter-documents",
        }
    }

    /// Endings of such files that can be opened.
    #[must_use]
    pub fn endings(self) -> Vec<&'static str> {
        match self {
            Self::Open | Self::OpenInPlace | Self::Merge => formats::read_endings(),
            Self::Basemap => vec!["pmtiles"],
            Self::Document => document::endings(),
            Self::Verify => vec!["zip", "geojson", "json"],
            Self::Export(_) => Vec::new(),
        }
    }
}

/// A panel whose edge can be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SizedPanel {
    /// Layers.
    Layers,
    /// Documents.
    Reader,
    /// The inspector.
    Inspector,
    /// The timeline.
    Timeline,
    /// The table below the map.
    Table,
    /// The table beside the map.
    TableBeside,
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
    /// Show or hide the table of records.
    ToggleTable,
    /// Remember how large a panel was made, in points.
    Sized(SizedPanel, f32),
    /// Fill the screen, or stop it.
    ToggleFullScreen,
    /// Show the map alone on all of the screen, or stop it.
    Present(bool),
    /// The same, whichever it is not.
    TogglePresent,
    /// Light, dark, or as the system has it.
    Theme(ThemeChoice),
    /// The language of the program.
    Language(Lang),
    /// The language of the program as the system has it.
    SystemLanguage,
    /// The language of records; `None`: the program's.
    ContentLanguage(Option<Lang>),
    /// Who makes changes; empty: whoever the system says.
    Author(String),
    /// The digits of Arabic.
    Digits(Digits),
    /// Whether time runs from the right in Arabic.
    TimeFromRight(bool),
    /// How much slides and flies.
    Motion(MotionChoice),
    /// The scale of the interface; 1 is the system's.
    Scale(f32),
    /// Make the interface larger, or smaller when negative.
    ScaleBy(f32),
    /// Show or hide an overlay of the map, by its id.
    ToggleOverlay(&'static str),
    /// Copy text to the clipboard and say so.
    Copy {
        /// What to copy.
        text: String,
        /// The catalogue key of what to say.
        notice: &'static str,
    },
    /// Fold a lane of the timeline to one row, or unfold it.
    FoldLane(Layer),
    /// Move a lane of the timeline by one place.
    ShiftLane {
        /// Whose lane.
        layer: Layer,
        /// Downwards.
        later: bool,
    },
    /// Copy the sentence that says what is shown.
    CopySaid,
    /// Show the host of an address and ask whether to open it.
    AskLink(String),
    /// Open the address that was asked about.
    OpenLink,
    /// Take a notice away.
    DismissNotice(u64),
    /// Close the program.
    Quit,
}
