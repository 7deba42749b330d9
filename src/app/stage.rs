//! The program without frames of its own: panels can be shown alone, and what they ask for goes through the dispatch
//! that ships.

use std::sync::Arc;

use egui::Context;

use crate::{
    command::Commands,
    data::Dataset,
    map::basemap::ArchiveError,
    session::Briefing,
    settings::{Loaded, Settings},
    theme::Shade,
    ui::PanelContext,
    work::Underway,
};

use super::App;

/// What panels are shown from, and who carries out what they ask for.
pub struct Stage {
    ctx: Context,
    app: App,
    jobs: Vec<Underway>,
}

impl Stage {
    /// `dataset` in its whole range; nothing is kept for another start.
    ///
    /// # Errors
    /// When the basemap inside the program is damaged.
    pub fn of(dataset: impl Into<Arc<Dataset>>, settings: Settings) -> Result<Self, ArchiveError> {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Loaded::from(settings), None)?;
        app.show(dataset.into());
        let mut stage = Self {
            ctx,
            app,
            jobs: Vec::new(),
        };
        stage.keep_up();
        Ok(stage)
    }

    /// The same with these bookmarks.
    #[must_use]
    pub fn with_bookmarks(mut self, briefing: Briefing) -> Self {
        self.app.state.document.briefing = briefing;
        self
    }

    /// The same in a shade, whatever the system has.
    #[must_use]
    pub fn in_shade(mut self, shade: Shade) -> Self {
        self.app.state.chrome.theme = crate::theme::Theme::of(shade);
        self
    }

    /// What panels may look at.
    #[must_use]
    pub fn context(&self) -> PanelContext<'_> {
        self.app.state.context(&self.jobs)
    }

    /// The records, to be kept while something else becomes of the rest.
    #[must_use]
    pub const fn dataset(&self) -> &Arc<Dataset> {
        &self.app.state.document.dataset
    }

    /// Carries out what was asked for, and waits for no work but what a frame does itself.
    pub fn obey(&mut self, commands: &mut Commands) {
        self.app.dispatch(&self.ctx, commands);
        self.keep_up();
    }

    fn keep_up(&mut self) {
        self.app.take_finished(&self.ctx);
        self.app.keep_answers(&self.ctx);
        self.jobs = self.app.room.underway();
    }
}
