//! The window around what is open: dialogs and what they ask, words, colours, title.

use std::{path::Path, sync::Arc};

use crate::{
    command::{Dialog, FileCommand, ReportOptions},
    io::bundle::verify::Verified,
    model::link::WebAddress,
    settings::Settings,
    text::{Catalogue, Locale},
    theme::{MotionChoice, Shade, Theme},
    ui::{Beside, ChromeView},
    work::Job,
};

use super::{
    authoring::{Deleted, Merging},
    clip::Clip,
    picking::Picked,
    picture::PictureAsked,
    reload::Reloaded,
    style_sync::StyleKey,
    verifying::VerifyOutcome,
    writing::{Blocked, ExportOutcome},
};

/// The state of the window.
pub(super) struct Chrome {
    /// The words of the language.
    pub words: Arc<Catalogue>,
    /// Light or dark.
    pub theme: Theme,
    /// What egui was last told of theme and scale.
    pub style: Option<StyleKey>,
    /// How much the system lets move; `System` until it has said so.
    pub system_motion: MotionChoice,
    /// The title that the window has.
    pub title: String,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Whether the map is shown alone.
    pub is_presenting: bool,
    /// Whether the map shows how many records lie where.
    pub shows_density: bool,
    /// What dialogs ask about.
    pub asked: Asked,
    /// Whether the window may close though something is not saved.
    pub may_close: bool,
    /// What is written and chosen meanwhile.
    pub jobs: ChromeJobs,
}

/// What waits for the analyst's word.
#[derive(Default)]
pub(super) struct Asked {
    /// An address.
    pub link: Option<WebAddress>,
    /// What stands in the field for a path.
    pub path: String,
    /// Whether a style for QGIS is written beside an export.
    pub has_style: bool,
    /// A picture of the map.
    pub picture: Option<PictureAsked>,
    /// What a report is to hold.
    pub report: Option<ReportOptions>,
    /// What is to be written where a file stands.
    pub blocked: Option<Blocked>,
    /// A later reading of what is open.
    pub reloaded: Option<Reloaded>,
    /// Records that were deleted.
    pub deleted: Deleted,
    /// A colleague's file beside ours.
    pub merging: Option<Merging>,
    /// What came of verifying a bundle.
    pub verdict: Option<Verified>,
    /// What is to be done once it is said what becomes of changes that are not saved; `None`: the program is to close.
    pub leaving: Option<FileCommand>,
}

/// Work that belongs to the window, whatever is open.
#[derive(Default)]
pub(super) struct ChromeJobs {
    /// Files that are written.
    pub exports: Vec<Job<ExportOutcome>>,
    /// Dialogs of the system.
    pub picks: Vec<Job<Picked>>,
    /// Bundles that are verified.
    pub verifying: Vec<Job<VerifyOutcome>>,
    /// What is made for the clipboard.
    pub clips: Vec<Job<Clip>>,
    /// What the system says about motion.
    pub motion: Vec<Job<Option<bool>>>,
}

impl Chrome {
    /// No dialog, in the language of the settings.
    pub(super) fn of(settings: &Settings) -> Self {
        Self {
            words: Arc::new(Catalogue::in_locale(settings.locale())),
            theme: Theme::of(Shade::Light),
            style: None,
            system_motion: MotionChoice::System,
            title: String::new(),
            dialog: None,
            is_presenting: false,
            shows_density: false,
            asked: Asked::default(),
            may_close: false,
            jobs: ChromeJobs::default(),
        }
    }

    /// What panels may see of its dialogs.
    pub(super) fn view(&self) -> ChromeView<'_> {
        let asked = &self.asked;
        ChromeView {
            dialog: self.dialog,
            is_presenting: self.is_presenting,
            shows_density: self.shows_density,
            link: asked.link.as_ref(),
            path: &asked.path,
            is_quitting: asked.leaving.is_none(),
            beside: if asked.has_style {
                Beside::Style
            } else {
                Beside::Nothing
            },
            picture: asked.picture.as_ref().map(PictureAsked::view),
            report: asked.report.as_ref(),
            standing: asked.blocked.as_ref().map(Blocked::standing),
            verdict: asked.verdict.as_ref(),
            reread: asked.reloaded.as_ref().map(Reloaded::reread),
            deleted: &asked.deleted.lines,
            merging: asked.merging.as_ref().map(Merging::view),
        }
    }

    /// Speaks as `locale` says from now on.
    pub(super) fn speak(&mut self, locale: Locale) {
        self.words = Arc::new(Catalogue::in_locale(locale));
    }

    /// Asks for a path, and begins with `path`.
    pub(super) fn ask_path(&mut self, dialog: Dialog, path: &Path) {
        self.asked.path = path.display().to_string();
        self.dialog = Some(dialog);
    }

    /// Closes the dialog; what it asked about is let go.
    pub(super) fn close_dialog(&mut self) {
        self.dialog = None;
        self.asked = Asked {
            path: std::mem::take(&mut self.asked.path),
            ..Asked::default()
        };
    }
}
