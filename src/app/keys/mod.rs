//! Where keys go: the topmost open thing takes them, and only what it leaves are those of actions.
//!
//! [`Turns`] sees to it that each event reaches what had the focus when it came; [`Top`] says what
//! lies on top; then each action whose key is left is carried out as often as it was pressed. Escape
//! closes one thing at a time, from the top: dialog, menu or list, field, opened stack, the map alone, selection.

mod turns;

use egui::{Context, Id, Key, KeyboardShortcut, Modifiers, Popup, containers::menu::MenuState};

use crate::{
    command::{Command, MapCommand, SketchCommand, ViewCommand, action},
    ui,
};

use turns::Before;
pub(super) use turns::Turns;

use super::App;

impl App {
    /// Turns keys into commands, unless they belong to what lies on top.
    pub(super) fn take_keys(&mut self, ctx: &Context) {
        let top = Top::of(ctx, self);
        let is_escape_taken = self.takes_escape(ctx, top);
        if matches!(top, Top::Dialog | Top::Menu) {
            return;
        }
        // egui takes Shift or Alt and an arrow for the arrow as well, so that keys with more
        // modifiers must come first.
        for has_more in [true, false] {
            for action in action::all() {
                for shortcut in action.shortcuts {
                    let (modifiers, key) = (shortcut.modifiers, shortcut.logical_key);
                    let is_taken = is_escape_taken && key == Key::Escape;
                    if (modifiers.shift || modifiers.alt) != has_more
                        || top.keeps(*shortcut)
                        || is_taken
                    {
                        continue;
                    }
                    let presses =
                        ctx.input_mut(|input| input.count_and_consume_key(modifiers, key));
                    for _ in 0..presses {
                        let command = action.command.clone();
                        self.commands.push(self.as_time_runs(*shortcut, command));
                    }
                }
            }
        }
    }

    /// Whether Escape was pressed and has closed something else than the selection. Dialogs and
    /// popups close themselves when they are drawn.
    fn takes_escape(&mut self, ctx: &Context, top: Top) -> bool {
        if !ctx.input(|input| input.key_pressed(Key::Escape)) {
            return false;
        }
        match (top, before(ctx)) {
            // egui has taken the focus from a field; the field sees for itself what that means.
            (Top::Dialog, _) | (_, Before::Text) => true,
            (Top::Menu, before) => {
                if before == Before::Widget && close_sub_menu(ctx) {
                    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
                }
                true
            }
            _ if self.map.drawing().is_some() => {
                self.commands.push(MapCommand::Draw(None));
                true
            }
            _ if self.map.sketch().is_some() => {
                self.commands.push(SketchCommand::Leave);
                true
            }
            _ if self.map.spiderfied().is_some() => {
                self.commands.push(MapCommand::Spiderfy(None));
                true
            }
            _ if self.state.chrome.is_presenting => {
                self.commands.push(ViewCommand::Present(false));
                true
            }
            _ => false,
        }
    }

    /// Arrows lead where they point: where time runs from the right, the left one leads on.
    fn as_time_runs(&self, shortcut: KeyboardShortcut, command: Command) -> Command {
        let is_arrow = matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight);
        match command {
            Command::Time(time) if is_arrow && self.state.time_from_right() => {
                time.turned_round().into()
            }
            command => command,
        }
    }
}

/// What had the focus when the keys of this frame came.
fn before(ctx: &Context) -> Before {
    ctx.with_plugin(|turns: &mut Turns| turns.before())
        .unwrap_or_default()
}

/// Closes the menu that a menu has opened, if there is one.
fn close_sub_menu(ctx: &Context) -> bool {
    ui::kit::open_menu(ctx)
        .is_some_and(|menu| MenuState::from_id(ctx, menu, |state| state.open_item.take().is_some()))
}

/// What lies on top, and which keys it keeps for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    /// A dialog: it keeps every key.
    Dialog,
    /// A menu, a list to choose from, the list of a place on the map: it keeps every key.
    Menu,
    /// A field of text: it keeps all but function keys and those with Ctrl that no editor knows.
    Text,
    /// The map: it keeps the arrows, to move by.
    Map,
    /// A shape on the map: it keeps the arrows, and the keys that set, take and end.
    Sketch,
    /// The table: it keeps the keys that go from row to row.
    Table,
    /// Another widget: it keeps the arrows and Space.
    Widget,
    /// Nothing: every key is an action's.
    Nothing,
}

impl Top {
    fn of(ctx: &Context, app: &App) -> Self {
        if app.state.chrome.dialog.is_some() {
            return Self::Dialog;
        }
        let focused = ctx.memory(egui::Memory::focused);
        let is_text = ctx.text_edit_focused();
        // The list below a field is open while one types: then keys are the field's.
        if !is_text && (Popup::is_any_open(ctx) || ui::map::is_list_open(ctx)) {
            return Self::Menu;
        }
        match focused {
            Some(_) if is_text => Self::Text,
            focused
                if app.map.sketch().is_some()
                    && focused.is_none_or(|it| Some(it) == app.map.id()) =>
            {
                Self::Sketch
            }
            None => Self::Nothing,
            Some(focused) => Self::of_widget(focused, app.map.id()),
        }
    }

    fn of_widget(focused: Id, map: Option<Id>) -> Self {
        if Some(focused) == map {
            Self::Map
        } else if focused == ui::table::focus_id() {
            Self::Table
        } else {
            Self::Widget
        }
    }

    const fn keeps(self, shortcut: KeyboardShortcut) -> bool {
        let key = shortcut.logical_key;
        if matches!(self, Self::Dialog | Self::Menu) {
            return true;
        }
        if matches!(key, Key::F1 | Key::F5 | Key::F11) {
            return false;
        }
        let is_arrow = matches!(
            key,
            Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown
        );
        if shortcut.modifiers.command || shortcut.modifiers.alt {
            // Catalogue are passed, and what was typed is taken back, in the field itself.
            let is_of_text = is_arrow || matches!(key, Key::Z | Key::Y);
            return matches!(self, Self::Text) && is_of_text;
        }
        match self {
            Self::Dialog | Self::Menu | Self::Text => true,
            Self::Map => is_arrow,
            Self::Sketch => {
                let is_own = matches!(key, Key::Enter | Key::Space | Key::Backspace | Key::Delete);
                is_arrow || is_own
            }
            Self::Table => is_arrow || matches!(key, Key::Home | Key::End),
            Self::Widget => is_arrow || matches!(key, Key::Space),
            Self::Nothing => false,
        }
    }
}
