//! The bar at the top: menus from the table of actions, what is open, and the looks of the program.

mod ticks;

use egui::{Ui, containers::menu::menu_style};

use crate::{
    command::{Action, Commands, Dialog, FileCommand, Group, HistoryCommand, ViewCommand, action},
    model::Lang,
    theme::{ThemeChoice, fonts::icon, size},
    typeset::{self, Text},
};

use super::{PanelContext, kit};

/// Least width of a menu in points.
const MENU: f32 = 280.0;

/// Room in points below which the title is left out rather than cut to a dot.
const TITLE_WIDTH_MIN: f32 = 64.0;

/// Languages by the short names that fit a bar.
const SHORT_NAMES: [(Lang, &str); 3] = [(Lang::En, "EN"), (Lang::Fr, "FR"), (Lang::Ar, "ع")];

/// Draws the bar.
pub fn menu_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let words = context.words;
    menu_style(ui.style_mut());
    kit::line(ui, words, |ui| {
        for group in Group::MENUS {
            menu(ui, context, commands, group);
        }
        kit::line_end(ui, words, |ui| {
            theme_button(ui, context, commands);
            languages(ui, context, commands);
            palette_button(ui, context, commands);
            offline(ui, context);
            ui.with_layout(kit::row(words), |ui| {
                ui.add_space(size::GAP);
                ways(ui, context, commands);
                ui.add_space(size::GAP);
                title(ui, context);
            });
        });
    });
}

fn menu(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, group: Group) {
    let words = context.words;
    let width = menu_width(ui, context, group);
    kit::menu_button(ui, words, words.get(group.key()), width, |ui| {
        let actions = action::all().iter().filter(|action| action.group == group);
        let actions: Vec<&Action> = actions.collect();
        for part in actions.chunk_by(|one, other| one.within == other.within) {
            part_ui(ui, context, commands, part);
        }
    });
}

/// Entries that stand in the menu itself, or all in one part of it that opens beside it.
fn part_ui(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, part: &[&Action]) {
    let mut entries = |ui: &mut Ui, is_within: bool| {
        for (index, action) in part.iter().enumerate() {
            if action.begins_section && !(is_within && index == 0) {
                ui.separator();
            }
            entry(ui, context, commands, action);
            if action.command == FileCommand::AskOpen.into() {
                recent(ui, context, commands);
            }
        }
    };
    let Some((first, key)) = part.first().and_then(|first| Some((first, first.within?))) else {
        return entries(ui, false);
    };
    if first.begins_section {
        ui.separator();
    }
    kit::sub_menu(ui, context.words, context.words.get(key), |ui| {
        entries(ui, true);
    });
}

/// As wide as the longest entry of a menu needs.
fn menu_width(ui: &Ui, context: &PanelContext, group: Group) -> f32 {
    let actions = action::all().iter();
    let widths = actions
        .filter(|action| action.group == group)
        .map(|action| {
            let keys = kit::keys(ui, context, action);
            kit::entry_width(ui, context.words.get(action.key), keys.as_deref())
        });
    widths.fold(MENU, f32::max)
}

/// An entry of a menu: its name, and its keys at the other end.
fn entry(ui: &mut Ui, context: &PanelContext, commands: &mut Commands, action: &Action) {
    let words = context.words;
    let keys = kit::keys(ui, context, action);
    let name = words.get(action.key);
    let mut response = if action.group.has_ticks() {
        let is_on = ticks::is_on(ui, context, &action.command).unwrap_or(false);
        kit::ticked_entry(ui, words, name, is_on, keys.as_deref())
    } else {
        kit::menu_entry(ui, words, name, keys.as_deref())
    };
    if let Some(hint) = context.words.find(&action.hint_key()) {
        response = typeset::hint(response, hint);
    }
    if response.clicked() {
        commands.push(action.command.clone());
        ui.close();
    }
}

fn recent(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    if context.settings.recent.is_empty() {
        return;
    }
    let words = context.words;
    kit::sub_menu(ui, words, words.get("action-open-recent"), |ui| {
        for path in &context.settings.recent {
            let shown = path.file_name().unwrap_or(path.as_os_str());
            let response = kit::menu_entry(ui, words, &shown.to_string_lossy(), None);
            if typeset::hint(response, &path.display().to_string()).clicked() {
                commands.push(FileCommand::Add(vec![path.clone()]));
                ui.close();
            }
        }
        ui.separator();
        if kit::menu_entry(ui, words, words.get("action-clear-recent"), None).clicked() {
            commands.push(FileCommand::ClearRecent);
            ui.close();
        }
    });
}

/// Back and forward through the views, and undo and redo of filters.
fn ways(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let ways = context.document.nav;
    let (back, forward) = if kit::is_rtl(context.words) {
        (icon::ARROW_RIGHT, icon::ARROW_LEFT)
    } else {
        (icon::ARROW_LEFT, icon::ARROW_RIGHT)
    };
    ui.spacing_mut().item_spacing.x = 2.0;
    for (glyph, key, command, is_there) in [
        (back, "action-back", HistoryCommand::Back, ways.back),
        (
            forward,
            "action-forward",
            HistoryCommand::Forward,
            ways.forward,
        ),
        (
            icon::ARROW_COUNTER_CLOCKWISE,
            "action-undo-filters",
            HistoryCommand::Undo,
            ways.undo,
        ),
        (
            icon::ARROW_CLOCKWISE,
            "action-redo-filters",
            HistoryCommand::Redo,
            ways.redo,
        ),
    ] {
        let name = context.words.get(key);
        let button = |ui: &mut Ui| typeset::icon_button(ui, glyph, name);
        if ui.add_enabled_ui(is_there, button).inner.clicked() {
            commands.push(command);
        }
    }
    ui.spacing_mut().item_spacing.x = size::GAP;
}

/// What is open: the title that the file gives itself, else its name.
fn title(ui: &mut Ui, context: &PanelContext) {
    if ui.available_width() < TITLE_WIDTH_MIN {
        return;
    }
    let title = context.document.dataset.title(context.words.content());
    ui.add(Text::new(&title).weak().truncate());
}

fn offline(ui: &mut Ui, context: &PanelContext) {
    let name = context.words.get("offline");
    let response = ui.add(Text::new(name).small().weak());
    typeset::hint(response, context.words.get("offline-hint"));
    let glyph = typeset::icon(ui, icon::WIFI_SLASH, name, size::BODY);
    ui.label(glyph);
}

fn palette_button(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let name = context.words.get("action-palette");
    if typeset::icon_button(ui, icon::COMMAND, name).clicked() {
        commands.push(ViewCommand::Show(Dialog::Palette));
    }
}

fn languages(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (lang, short) in SHORT_NAMES.into_iter().rev() {
        let is_current = context.words.lang() == lang;
        let name = context.words.language(lang);
        let response = typeset::selectable(ui, is_current, short).accessible_name(name);
        if typeset::hint(response, name).clicked() {
            commands.push(ViewCommand::Language(lang));
        }
    }
    ui.spacing_mut().item_spacing.x = size::GAP;
}

/// One press goes through light, dark and the system's.
fn theme_button(ui: &mut Ui, context: &PanelContext, commands: &mut Commands) {
    let (glyph, key, next) = match context.settings.theme {
        ThemeChoice::Light => (icon::SUN, "theme-light", ThemeChoice::Dark),
        ThemeChoice::Dark => (icon::MOON, "theme-dark", ThemeChoice::System),
        ThemeChoice::System => (icon::CIRCLE_HALF, "theme-system", ThemeChoice::Light),
    };
    let words = context.words;
    let name = words.with("theme-is", crate::text::args!(theme: words.get(key)));
    if typeset::icon_button(ui, glyph, &name).clicked() {
        commands.push(ViewCommand::Theme(next));
    }
}
