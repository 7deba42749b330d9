//! A world for panels: what they read, and what becomes of what they ask for.

use std::sync::Arc;

use sahelscope::{
    command::{
        Command, Commands, FileCommand, FilterCommand, SearchCommand, SelectCommand, TableCommand,
    },
    io,
    model::{Lang, Window},
    query::{Engine, Facet, FilteredRows, NameCounts, Ranking, Search, Sort, WindowResult},
    settings::Settings,
    store::{Briefing, Dataset, Filter, PartSource, Selection},
    text::Words,
    theme::{Shade, Theme},
    timeline::TimeState,
    ui::{Found, Named, Ordered, Scene, notice::Notices},
};

/// All that a scene borrows from.
pub struct World {
    pub dataset: Arc<Dataset>,
    pub filter: Filter,
    pub engine: Engine,
    pub visible: WindowResult,
    pub selection: Selection,
    pub theme: Theme,
    pub words: Words,
    /// Every command that was asked for, in order.
    pub asked: Vec<Command>,
    pub briefing: Briefing,
    pub settings: Settings,
    pub typed_path: String,
    name_counts: NameCounts,
    ordered: Vec<u32>,
    typed: String,
    found: Vec<u32>,
    time: TimeState,
    notices: Notices,
}

impl World {
    /// The records inside the program, in English, by day.
    pub fn bundled() -> Self {
        Self::of(Dataset::from_parts(vec![io::read::bundled()]))
    }

    /// A foreign or own collection.
    pub fn collection(text: &str) -> Self {
        let watch = io::Watch::nobody();
        let source = PartSource::File("test.geojson".into());
        let part = io::read::read_part("test.geojson", source, text.as_bytes().to_vec(), &watch);
        Self::of(Dataset::from_parts(vec![part.unwrap()]))
    }

    pub fn of(dataset: Dataset) -> Self {
        let mut world = Self {
            dataset: Arc::new(dataset),
            filter: Filter::default(),
            engine: Engine::default(),
            visible: WindowResult::default(),
            selection: Selection::default(),
            theme: Theme::of(Shade::Light),
            words: Words::new(Lang::En),
            asked: Vec::new(),
            briefing: Briefing::default(),
            settings: Settings::default(),
            typed_path: String::new(),
            name_counts: NameCounts::default(),
            ordered: Vec::new(),
            typed: String::new(),
            found: Vec::new(),
            time: TimeState::default(),
            notices: Notices::default(),
        };
        world.name();
        world.rederive();
        world
    }

    pub fn speaking(mut self, lang: Lang) -> Self {
        self.words = Words::new(lang);
        self.name();
        self
    }

    pub fn in_shade(mut self, shade: Shade) -> Self {
        self.theme = Theme::of(shade);
        self
    }

    pub fn in_window(mut self, window: &str) -> Self {
        self.filter.window = Window::parse(window).unwrap();
        self.rederive();
        self
    }

    pub fn selecting(mut self, id: &str) -> Self {
        self.selection.selected = Some(self.row(id));
        self
    }

    pub fn row(&self, id: &str) -> usize {
        self.dataset.row_of(id).unwrap()
    }

    pub fn scene(&self) -> Scene<'_> {
        Scene {
            dataset: &self.dataset,
            visible: &self.visible,
            named: Named {
                name_counts: Some(&self.name_counts),
                ..Named::default()
            },
            found: Found {
                typed: &self.typed,
                rows: &self.found,
                searched: self.dataset.len(),
                total: self.dataset.len(),
            },
            ordered: Ordered {
                rows: &self.ordered,
                ..Ordered::default()
            },
            engine: &self.engine,
            is_behind: false,
            axis_summary: None,
            density: None,
            in_view: None,
            filter: &self.filter,
            time: &self.time,
            ways: sahelscope::store::Ways::default(),
            briefing: &self.briefing,
            compared: None,
            change_days: None,
            selection: self.selection,
            theme: &self.theme,
            words: &self.words,
            settings: &self.settings,
            dialog: None,
            pending_link: None,
            typed_path: &self.typed_path,
            picture: None,
            standing: None,
            reread: None,
            notices: &self.notices,
            jobs: &[],
        }
    }

    /// Does what was asked for, as far as panels can see it.
    pub fn obey(&mut self, commands: &mut Commands) {
        for command in commands.take() {
            match &command {
                Command::Select(select) => self.select(*select),
                Command::Filter(filter) => self.filter(filter.clone()),
                Command::Search(search) => self.search(search),
                Command::Table(TableCommand::Sort(facet)) => self.sort(*facet),
                Command::File(FileCommand::TypePath(path)) => self.typed_path.clone_from(path),
                _ => {}
            }
            self.asked.push(command);
        }
    }

    fn select(&mut self, command: SelectCommand) {
        match command {
            SelectCommand::Select(row) | SelectCommand::Reveal(row) => {
                self.selection.selected = Some(row);
            }
            SelectCommand::Hover(row) => self.selection.hovered = row,
            SelectCommand::Clear => self.selection.selected = None,
            SelectCommand::Walk { .. } => {
                self.selection.selected = self.visible.rows.first().map(|shown| shown.row);
            }
        }
    }

    fn filter(&mut self, command: FilterCommand) {
        match command {
            FilterCommand::Actor(actor) => self.filter.actor = actor,
            FilterCommand::Claimant(claimant) => self.filter.claimant = claimant,
            FilterCommand::Source(source) => self.filter.source = source,
            FilterCommand::Origins(origins) => self.filter.origins = origins,
            FilterCommand::Stale(limit) => self.filter.stale = limit,
            FilterCommand::Text(text) => self.filter.text = text,
            FilterCommand::CertainOnly(certain_only) => self.filter.certain_only = certain_only,
            FilterCommand::ToggleCertainOnly => {
                self.filter.certain_only = !self.filter.certain_only;
            }
            FilterCommand::OnlyLayer(layer) => self.filter.layers = Some([layer].into()),
            FilterCommand::ToggleStatus(status) => self.filter.statuses = Some([status].into()),
            FilterCommand::ToggleLayer(layer) => {
                let mut layers: std::collections::BTreeSet<_> =
                    self.dataset.layers().iter().cloned().collect();
                layers.remove(&layer);
                self.filter.layers = Some(layers);
            }
            FilterCommand::Clear => {
                self.filter = self.filter.cleared();
            }
        }
        self.rederive();
    }

    /// Reads whom and what the records name.
    fn name(&mut self) {
        let name_counts = NameCounts::of_while(&self.dataset, &self.words, &|_, _| true);
        self.name_counts = name_counts.unwrap();
    }

    pub fn rederive(&mut self) {
        self.engine = Engine::of(&self.dataset, &self.filter);
        self.visible = self.engine.visible(&self.filter);
        self.order();
    }

    fn search(&mut self, command: &SearchCommand) {
        match command {
            SearchCommand::Type(text) => {
                self.typed.clone_from(text);
                if text.is_empty() {
                    self.filter(FilterCommand::Text(String::new()));
                }
                let search = Search::of(&self.dataset, text);
                let mut folded = Vec::new();
                let rows = 0..self.dataset.len();
                let found = rows.filter(|row| search.finds(&self.dataset, *row, &mut folded));
                self.found = found.map(|row| row as u32).collect();
            }
            SearchCommand::Filter => self.filter(FilterCommand::Text(self.typed.clone())),
            SearchCommand::Focus | SearchCommand::Names => {}
        }
    }

    fn sort(&mut self, facet: Facet) {
        let sort = self.settings.table.sort;
        self.settings.table.sort = Sort {
            is_descending: sort.facet == facet && !sort.is_descending,
            ..Sort::by(facet)
        };
        self.order();
    }

    /// Orders the rows as the table asks.
    pub fn order(&mut self) {
        let sort = self.settings.table.sort;
        let reader = sahelscope::query::Audience {
            lang: self.words.lang(),
            known: self.filter.known,
        };
        let ranking = Ranking::of(&self.dataset, sort.facet, reader);
        let (filter, matching) = (&self.filter, self.engine.matching());
        let rows = ranking.shown_while(
            FilteredRows {
                dataset: &self.dataset,
                filter,
                matching,
            },
            sort,
            &|| true,
        );
        self.ordered = rows.unwrap();
    }
}
