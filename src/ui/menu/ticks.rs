//! Which entries of the menus are on.

use egui::Ui;

use crate::{
    command::{
        BriefingCommand, Command, CompareCommand, EditCommand, FilterCommand, MapCommand,
        TimeCommand, ViewCommand,
    },
    data::Within,
    map::overlays::density,
    model::Clock,
    ui::PanelContext,
};

/// Tells whether what a command switches is on; `None`: it switches nothing.
pub(super) fn is_on(ui: &Ui, context: &PanelContext<'_>, command: &Command) -> Option<bool> {
    let document = &context.document;
    let within = document.filter.within.as_ref();
    match command {
        Command::Time(command) => of_time(context, command),
        Command::View(command) => of_view(ui, context, command),
        Command::Filter(FilterCommand::ToggleCertainOnly) => Some(document.filter.certain_only),
        Command::Filter(FilterCommand::Within(None)) => Some(within.is_none()),
        Command::Map(MapCommand::FilterToView) => Some(matches!(within, Some(Within::Bounds(_)))),
        Command::Compare(CompareCommand::Toggle) => Some(document.compared.is_some()),
        Command::Edit(EditCommand::Toggle) => Some(document.editing.is_form),
        Command::Briefing(BriefingCommand::TogglePresented) => {
            Some(document.briefing.presented().is_some())
        }
        _ => None,
    }
}

fn of_time(context: &PanelContext<'_>, command: &TimeCommand) -> Option<bool> {
    let document = &context.document;
    let (filter, time) = (document.filter, document.time);
    match command {
        TimeCommand::PlayPause => Some(time.playback.is_playing),
        TimeCommand::SetMode(mode) => Some(time.mode == *mode),
        TimeCommand::OtherClock => Some(filter.clock == Clock::Reported),
        TimeCommand::ToggleKnown => Some(filter.known.is_some()),
        TimeCommand::ToggleSkips => Some(time.playback.skips),
        TimeCommand::ToggleHolds => Some(time.playback.holds),
        _ => None,
    }
}

fn of_view(ui: &Ui, context: &PanelContext<'_>, command: &ViewCommand) -> Option<bool> {
    let settings = context.settings;
    match command {
        ViewCommand::ToggleLeftPanel => Some(settings.left_panel),
        ViewCommand::ToggleRightPanel => Some(settings.right_panel),
        ViewCommand::ToggleTable => Some(settings.table.is_open),
        ViewCommand::TogglePresent => Some(context.chrome.is_presenting),
        ViewCommand::ToggleFullScreen => {
            Some(ui.input(|input| input.viewport().fullscreen.unwrap_or(false)))
        }
        ViewCommand::Theme(theme) => Some(settings.theme == *theme),
        ViewCommand::Language(lang) => Some(context.words.lang() == *lang),
        ViewCommand::ToggleOverlay(density::ID) => Some(context.chrome.shows_density),
        ViewCommand::ToggleOverlay(id) => Some(settings.overlays.is_on(id)),
        ViewCommand::Scale(scale) => Some((settings.scale - scale).abs() < 1e-3),
        _ => None,
    }
}
