//! A world for panels: the program without its frames. What panels ask for goes through the dispatch that ships.

use std::sync::Arc;

use sahelscope::{
    app::Stage,
    command::{Command, Commands, SelectCommand, TimeCommand, ViewCommand},
    data::{Dataset, FileOrigin, Filter},
    io,
    model::{Lang, RowId, Window},
    query::WindowResult,
    session::{Briefing, Selection},
    settings::Settings,
    text::Catalogue,
    theme::{Shade, Theme},
    ui::PanelContext,
};

/// What panels are shown from.
pub struct World {
    stage: Stage,
    /// Every command that was asked for, in order.
    pub asked: Vec<Command>,
}

impl World {
    /// The records inside the program, in English, over all time.
    pub fn bundled() -> Self {
        Self::of(Dataset::from_parts(vec![io::read::bundled()]))
    }

    /// A foreign or own collection.
    pub fn collection(text: &str) -> Self {
        let watch = io::Watch::nobody();
        let source = FileOrigin::File("test.geojson".into());
        let part = io::read::read_part("test.geojson", source, text.as_bytes().to_vec(), &watch);
        Self::of(Dataset::from_parts(vec![part.unwrap()]))
    }

    pub fn of(dataset: Dataset) -> Self {
        Self::with(dataset, Settings::default())
    }

    /// `dataset` under settings, but for the language, which is English.
    pub fn with(dataset: Dataset, settings: Settings) -> Self {
        let settings = Settings {
            language: Some(Lang::En.code().to_owned()),
            ..settings
        };
        let world = Self {
            stage: Stage::of(dataset, settings).unwrap(),
            asked: Vec::new(),
        };
        world.having(TimeCommand::Drag(Window::ALL))
    }

    pub fn speaking(self, lang: Lang) -> Self {
        self.having(ViewCommand::Language(lang))
    }

    pub fn in_shade(mut self, shade: Shade) -> Self {
        self.stage = self.stage.in_shade(shade);
        self
    }

    pub fn in_window(self, window: &str) -> Self {
        self.having(TimeCommand::Drag(Window::parse(window).unwrap()))
    }

    pub fn selecting(self, id: &str) -> Self {
        let row = self.row(id);
        self.having(SelectCommand::Select(row))
    }

    /// With the table of records open below the map.
    pub fn with_table(self) -> Self {
        self.having(ViewCommand::ToggleTable)
    }

    pub fn with_bookmarks(mut self, briefing: Briefing) -> Self {
        self.stage = self.stage.with_bookmarks(briefing);
        self
    }

    /// After `command` was carried out, for which nobody asked.
    pub fn having(mut self, command: impl Into<Command>) -> Self {
        let mut commands = Commands::default();
        commands.push(command);
        self.stage.obey(&mut commands);
        self
    }

    pub fn context(&self) -> PanelContext<'_> {
        self.stage.context()
    }

    pub fn dataset(&self) -> &Arc<Dataset> {
        self.stage.dataset()
    }

    pub fn row(&self, id: &str) -> RowId {
        self.dataset().row_of(id).unwrap()
    }

    pub fn filter(&self) -> &Filter {
        self.context().document.filter
    }

    pub fn selection(&self) -> Selection {
        self.context().document.selection
    }

    pub fn visible(&self) -> &WindowResult {
        self.context().answers.visible
    }

    pub fn theme(&self) -> Theme {
        *self.context().theme
    }

    pub fn words(&self) -> &Catalogue {
        self.context().words
    }

    /// Carries out what was asked for.
    pub fn obey(&mut self, commands: &mut Commands) {
        let mut carried = Commands::default();
        for command in commands.take() {
            self.asked.push(command.clone());
            carried.push(command);
        }
        self.stage.obey(&mut carried);
    }
}
