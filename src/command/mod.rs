//! What a panel can ask for. Panels push commands; only the shell's dispatch carries them out.
//!
//! Commands are nested by owner, so that each `match` stays small. [`action`] is the one table that
//! feeds the menu, the keys, the palette and the help.

pub mod action;
mod briefing;
mod compare;
mod edit;
mod export;
mod file;
mod filter;
mod history;
mod map;
mod picture;
mod reader;
mod report;
mod search;
mod select;
mod sketch;
mod table;
mod time;
mod view;

pub use action::{Action, Group};
pub use briefing::BriefingCommand;
pub use compare::CompareCommand;
pub use edit::{EditCommand, MergeChoice, Unsaved};
pub use export::{Exported, with_ending};
pub use file::FileCommand;
pub use filter::FilterCommand;
pub use history::HistoryCommand;
pub use map::MapCommand;
pub use picture::{PictureCommand, PictureOptions};
pub use reader::{Coding, ReaderCommand};
pub use report::{ReportCommand, ReportOptions};
pub use search::SearchCommand;
pub use select::SelectCommand;
pub use sketch::SketchCommand;
pub use table::TableCommand;
pub use time::TimeCommand;
pub use view::{Dialog, PathUse, SizedPanel, ViewCommand};

/// One request to change something.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Bookmarks.
    Briefing(BriefingCommand),
    /// The difference between two windows.
    Compare(CompareCommand),
    /// What records say.
    Edit(EditCommand),
    /// Files: open, export, mapping.
    File(FileCommand),
    /// What is shown, but for the window.
    Filter(FilterCommand),
    /// What was seen before.
    History(HistoryCommand),
    /// Where the map looks.
    Map(MapCommand),
    /// Pictures of the map.
    Picture(PictureCommand),
    /// Documents that are read.
    Reader(ReaderCommand),
    /// Reports.
    Report(ReportCommand),
    /// The search for text.
    Search(SearchCommand),
    /// What is selected.
    Select(SelectCommand),
    /// The shape of a record, on the map.
    Sketch(SketchCommand),
    /// The table of records.
    Table(TableCommand),
    /// The window on time, and how it moves.
    Time(TimeCommand),
    /// The window of the program: dialogs, theme, language.
    View(ViewCommand),
}

impl From<BriefingCommand> for Command {
    fn from(command: BriefingCommand) -> Self {
        Self::Briefing(command)
    }
}

impl From<CompareCommand> for Command {
    fn from(command: CompareCommand) -> Self {
        Self::Compare(command)
    }
}

impl From<EditCommand> for Command {
    fn from(command: EditCommand) -> Self {
        Self::Edit(command)
    }
}

impl From<FileCommand> for Command {
    fn from(command: FileCommand) -> Self {
        Self::File(command)
    }
}

impl From<FilterCommand> for Command {
    fn from(command: FilterCommand) -> Self {
        Self::Filter(command)
    }
}

impl From<HistoryCommand> for Command {
    fn from(command: HistoryCommand) -> Self {
        Self::History(command)
    }
}

impl From<MapCommand> for Command {
    fn from(command: MapCommand) -> Self {
        Self::Map(command)
    }
}

impl From<PictureCommand> for Command {
    fn from(command: PictureCommand) -> Self {
        Self::Picture(command)
    }
}

impl From<ReaderCommand> for Command {
    fn from(command: ReaderCommand) -> Self {
        Self::Reader(command)
    }
}

impl From<ReportCommand> for Command {
    fn from(command: ReportCommand) -> Self {
        Self::Report(command)
    }
}

impl From<SearchCommand> for Command {
    fn from(command: SearchCommand) -> Self {
        Self::Search(command)
    }
}

impl From<SelectCommand> for Command {
    fn from(command: SelectCommand) -> Self {
        Self::Select(command)
    }
}

impl From<SketchCommand> for Command {
    fn from(command: SketchCommand) -> Self {
        Self::Sketch(command)
    }
}

impl From<TableCommand> for Command {
    fn from(command: TableCommand) -> Self {
        Self::Table(command)
    }
}

impl From<TimeCommand> for Command {
    fn from(command: TimeCommand) -> Self {
        Self::Time(command)
    }
}

impl From<ViewCommand> for Command {
    fn from(command: ViewCommand) -> Self {
        Self::View(command)
    }
}

/// The queue that panels push to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commands {
    queue: Vec<Command>,
}

impl Commands {
    /// Asks for `command`, after all that was asked for before it.
    pub fn push(&mut self, command: impl Into<Command>) {
        self.queue.push(command.into());
    }

    /// Takes all that was asked for, in order.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.queue)
    }

    /// Whether nothing was asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }
}
